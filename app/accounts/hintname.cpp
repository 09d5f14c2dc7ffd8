// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/hintname.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

QString nameOfHint(ErrorHint hint)
{
    switch (hint) {
    case ErrorHint::None:
        return {};
    case ErrorHint::AppId:
        return u"app-id"_s;
    case ErrorHint::AppSecret:
        return u"app-secret"_s;
    case ErrorHint::RedirectAddress:
        return u"redirect-address"_s;
    case ErrorHint::Scopes:
        return u"scopes"_s;
    case ErrorHint::Role:
        return u"role"_s;
    case ErrorHint::CodeUsed:
        return u"code-used"_s;
    case ErrorHint::Expired:
        return u"expired"_s;
    case ErrorHint::PasswordChanged:
        return u"password-changed"_s;
    case ErrorHint::AppRemoved:
        return u"app-removed"_s;
    case ErrorHint::Checkpoint:
        return u"checkpoint"_s;
    case ErrorHint::WrongHost:
        return u"wrong-host"_s;
    case ErrorHint::Permission:
        return u"permission"_s;
    case ErrorHint::Damaged:
        return u"damaged"_s;
    case ErrorHint::NewerVersion:
        return u"newer-version"_s;
    case ErrorHint::DiskFull:
        return u"disk-full"_s;
    case ErrorHint::AccessEnded:
        return u"access-ended"_s;
    case ErrorHint::PageMissing:
        return u"page-missing"_s;
    case ErrorHint::OtherIssuer:
        return u"other-issuer"_s;
    case ErrorHint::Proxy:
        return u"proxy"_s;
    case ErrorHint::ProxySignIn:
        return u"proxy-sign-in"_s;
    case ErrorHint::ProxyPassword:
        return u"proxy-password"_s;
    case ErrorHint::Authority:
        return u"authority"_s;
    case ErrorHint::Portal:
        return u"portal"_s;
    case ErrorHint::OtherUser:
        return u"other-user"_s;
    case ErrorHint::ClientToken:
        return u"client-token"_s;
    case ErrorHint::ForeignHost:
        return u"foreign-host"_s;
    case ErrorHint::OtherProvider:
        return u"other-provider"_s;
    case ErrorHint::RetiredWay:
        return u"retired-way"_s;
    case ErrorHint::SecretElsewhere:
        return u"secret-elsewhere"_s;
    }
    return {};
}

ErrorHint hintOfName(const QString &name)
{
    for (int value = 1; !nameOfHint(ErrorHint(value)).isEmpty(); ++value) { // empty behind the last
        if (nameOfHint(ErrorHint(value)) == name)
            return ErrorHint(value);
    }
    return ErrorHint::None;
}

} // namespace tokendesk
