// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providertext.h"

#include "errortext.h"
#include "graph/replyfields.h"
#include "provider/loopback.h"
#include "retiredtext.h"

#include <QCoreApplication>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class ProviderText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::ProviderText)
};

} // namespace

QString addressFault(const QString &address)
{
    if (address.isEmpty())
        return {};
    const QUrl url(address, QUrl::StrictMode);
    const bool plain = std::ranges::all_of(address, [](QChar c) { return c > u' ' && c < u'\u007F'; });
    if (!plain || !url.isValid() || url.host().isEmpty() || url.scheme().isEmpty() || url.host().endsWith(u'.'))
        return ProviderText::tr("This is no whole address, such as https://login.example.org/token.");
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopback(url.host())))
        return ProviderText::tr("It has to begin with https. Without it anybody on the way could read along.");
    if (url.authority(QUrl::FullyEncoded).contains(u'@'))
        return ProviderText::tr("There must be no user name in it.");
    if (url.hasQuery() || url.hasFragment())
        return ProviderText::tr("There must be nothing behind a “?” or a “#”.");
    const auto old = retiredEndpoint(url);
    return old ? retiredSentence(*old) : QString();
}

QString scopeFault(const QString &scope, const QUrl &authorize)
{
    if (!isScopeId(scope) || scope.contains(u','))
        return ProviderText::tr("“%1” cannot be the name of a permission.").arg(scope);
    const auto old = retiredScope(scope, scopeHome(authorize));
    return old ? retiredSentence(*old) : QString();
}

QString discoveryFault(const Error &error, const QString &server)
{
    if (error.hint == ErrorHint::OtherIssuer)
        return ProviderText::tr("The server there calls itself “%1”. Enter that address, if it is the one you mean.")
            .arg(error.message);
    if (error.kind == ErrorKind::InvalidInput)
        return ProviderText::tr("%1 does not describe itself. Check the address, or enter the addresses below as its "
                                "documentation gives them.")
            .arg(server);
    if (error.kind == ErrorKind::Malformed && error.hint == ErrorHint::None)
        return ProviderText::tr("What %1 says of itself cannot be used. Enter the addresses below as its "
                                "documentation gives them.")
            .arg(server);
    return told(describe(error, server));
}

QString providerFault(const Error &error)
{
    if (error.hint == ErrorHint::ForeignHost)
        return ProviderText::tr("Its consent page is that of “%1”, but it names hosts that do not belong there. "
                                "Somebody could get hold of your sign-in that way.")
            .arg(error.message);
    if (error.hint == ErrorHint::OtherProvider)
        return ProviderText::tr("Its short name or the path of one of its redirect addresses is that of “%1”.")
            .arg(error.message);
    const auto old = error.hint == ErrorHint::RetiredWay ? retiredThing(error.message) : std::nullopt;
    if (old)
        return retiredSentence(*old);
    if (error.kind == ErrorKind::Storage)
        return describe(error, QString()).todo;
    return error.line > 0 ? ProviderText::tr("Line %1 of it cannot be used.").arg(error.line)
                          : ProviderText::tr("It cannot be used.");
}

Scope describedScope(const QString &id)
{
    Scope scope;
    scope.id = id;
    const auto say = [&scope](const QString &title, const QString &sentence) {
        scope.title = title;
        scope.sentence = sentence;
    };
    if (id == "openid"_L1)
        say(ProviderText::tr("Say who you are"), ProviderText::tr("The number under which the server knows you."));
    else if (id == "profile"_L1)
        say(ProviderText::tr("See your profile"), ProviderText::tr("Name, user name and picture."));
    else if (id == "email"_L1)
        say(ProviderText::tr("See your e-mail address"), ProviderText::tr("And whether it was confirmed."));
    else if (id == "address"_L1)
        say(ProviderText::tr("See your postal address"), ProviderText::tr("As it stands in your profile."));
    else if (id == "phone"_L1)
        say(ProviderText::tr("See your telephone number"), ProviderText::tr("And whether it was confirmed."));
    else if (id == "offline_access"_L1)
        say(ProviderText::tr("Stay connected"), ProviderText::tr("TokenDesk can renew the token without asking you."));
    else
        say(id, ProviderText::tr("What it allows, the server says on its consent page."));
    return scope;
}

} // namespace tokendesk
