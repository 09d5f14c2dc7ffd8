// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceconsents.h"

#include "practice/practiceaccounts.h"
#include "practice/practicebrowsing.h"
#include "practice/practicepages.h"
#include "practice/practicetokens.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

std::expected<PracticeConsent, PracticeError> readConsent(const PracticeRequest &request)
{
    PracticeConsent consent{.appId = request.parameter(u"client_id"_s),
                            .redirectUri = request.parameter(u"redirect_uri"_s),
                            .state = request.parameter(u"state"_s),
                            .scopes = readPracticeScopes(request.parameter(u"scope"_s)),
                            .challenge = request.parameter(u"code_challenge"_s),
                            .at = {}};
    if (!isPracticeAppId(consent.appId))
        return std::unexpected(invalidPlatformApp());
    if (!isOnThisComputer(consent.redirectUri))
        return std::unexpected(invalidRedirectUri());
    if (request.parameter(u"response_type"_s) != "code"_L1)
        return std::unexpected(PracticeError{.message = u"Invalid response_type"_s});
    QStringList unknown = consent.scopes;
    unknown.removeIf([](const QString &scope) { return practiceScopes().contains(scope); });
    if (!unknown.isEmpty() || consent.scopes.isEmpty())
        return std::unexpected(PracticeError{.message = "Invalid scope: %1"_L1.arg(unknown.join(u','))});
    const bool hashed = request.parameter(u"code_challenge_method"_s) == "S256"_L1;
    if (!consent.challenge.isEmpty() && !hashed)
        return std::unexpected(PracticeError{.message = u"Invalid code_challenge_method"_s});
    return consent;
}

} // namespace

PracticeReply PracticeConsents::refuseByRedirect(const PracticeRequest &request, const QString &error,
                                                 const QString &reason, const QString &description)
{
    const auto consent = readConsent(request);
    if (!consent)
        return pageErrorReply(consent.error());
    return redirectReply(practiceAddress(consent->redirectUri,
                                         {{u"error"_s, error},
                                          {u"error_reason"_s, reason},
                                          {u"error_description"_s, description},
                                          {u"state"_s, consent->state}}));
}

PracticeReply PracticeConsents::page(const PracticeRequest &request, const QDateTime &now)
{
    auto consent = readConsent(request);
    if (!consent)
        return pageErrorReply(consent.error());
    forgetOldPending(m_consents, now);
    consent->at = now;
    return PracticePages::consent(consent->appId, consent->scopes, rememberPending(m_consents, *consent));
}

PracticeReply PracticeConsents::decide(const PracticeRequest &request, const QDateTime &now)
{
    // The page stays valid after an answer: the second half of a double click must end as the first would have.
    forgetOldPending(m_consents, now);
    const auto found = m_consents.constFind(request.parameter(u"ticket"_s));
    if (found == m_consents.constEnd())
        return PracticePages::outdated();
    const PracticeConsent &consent = *found;
    if (request.parameter(u"decision"_s) != "allow"_L1) {
        return redirectReply(practiceAddress(consent.redirectUri,
                                             {{u"error"_s, u"access_denied"_s},
                                              {u"error_reason"_s, u"user_denied"_s},
                                              {u"error_description"_s, u"The user denied your request"_s},
                                              {u"state"_s, consent.state}}));
    }
    const PracticeAccount *account = practiceAccount(request.parameter(u"account"_s).toULongLong());
    if (!account)
        return PracticePages::outdated();
    QStringList granted = consent.scopes;
    granted.removeIf([&](const QString &scope) { return !request.parameters.contains("grant."_L1 + scope); });
    forgetOldPending(m_codes, now);
    const QString code = rememberPending(
        m_codes, PracticeCode{.consent = consent, .userId = account->userId, .granted = granted, .at = now});
    return redirectReply(practiceAddress(consent.redirectUri, {{u"code"_s, code}, {u"state"_s, consent.state}}) + "#_");
}

std::expected<PracticeCode, PracticeError> PracticeConsents::redeem(const PracticeRequest &request,
                                                                    const QDateTime &now)
{
    if (request.method != "POST" || !isPracticeAppId(request.parameter(u"client_id"_s)))
        return std::unexpected(invalidPlatformApp());
    if (!isAppSecret(request.parameter(u"client_secret"_s)))
        return std::unexpected(wrongSecret());
    if (request.parameter(u"grant_type"_s) != "authorization_code"_L1)
        return std::unexpected(PracticeError{.message = u"Invalid grant_type"_s});
    forgetOldPending(m_codes, now);
    const auto found = m_codes.constFind(request.parameter(u"code"_s));
    if (found == m_codes.constEnd() || found->consent.appId != request.parameter(u"client_id"_s))
        return std::unexpected(codeUsed());
    PracticeCode code = m_codes.take(found.key());
    if (code.consent.redirectUri != request.parameter(u"redirect_uri"_s))
        return std::unexpected(PracticeError{.message = u"Redirect URI does not match registered redirect URI"_s});
    const QByteArray verifier = request.parameter(u"code_verifier"_s).toUtf8();
    const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(base64);
    if (!code.consent.challenge.isEmpty() && code.consent.challenge != QLatin1StringView(challenge))
        return std::unexpected(PracticeError{.message = u"Invalid code_verifier"_s});
    return code;
}

} // namespace tokendesk
