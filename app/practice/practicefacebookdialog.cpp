// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefacebookdialog.h"

#include "practice/practicebrowsing.h"
#include "practice/practicefacebookpages.h"
#include "practice/practicefacebookworld.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

PracticeError invalid(const QString &what)
{
    return {.message = "Invalid "_L1 + what};
}

std::expected<PracticeFacebookRequest, PracticeError> readRequest(const PracticeRequest &request)
{
    static const QRegularExpression digits(u"^[1-9][0-9]{4,19}$"_s);
    PracticeFacebookRequest asked{.appId = request.parameter(u"client_id"_s),
                                  .redirectUri = request.parameter(u"redirect_uri"_s),
                                  .state = request.parameter(u"state"_s),
                                  .scopes = readPracticeScopes(request.parameter(u"scope"_s)),
                                  .asksAgain = request.parameter(u"auth_type"_s) == "rerequest"_L1,
                                  .at = {}};
    const QString configuration = request.parameter(u"config_id"_s);
    if (!isPracticeAppId(asked.appId))
        return std::unexpected(invalid(u"App ID"_s));
    if (!isOnThisComputer(asked.redirectUri))
        return std::unexpected(invalidRedirectUri());
    if (request.parameters.value(u"response_type"_s, u"code"_s) != "code"_L1)
        return std::unexpected(invalid(u"response_type"_s));
    if (!configuration.isEmpty() && !digits.match(configuration).hasMatch())
        return std::unexpected(invalid(u"config_id"_s));
    if (!configuration.isEmpty())
        asked.scopes = practiceConfiguredScopes(); // the scopes given beside it do not count
    QStringList unknown = asked.scopes;
    unknown.removeIf([](const QString &scope) { return practiceFacebookScopes().contains(scope); });
    if (!unknown.isEmpty())
        return std::unexpected(
            invalid("Scopes: %1. This message is only shown to developers."_L1.arg(unknown.join(u','))));
    return asked;
}

QByteArray denial(const PracticeFacebookRequest &asked)
{
    return practiceAddress(asked.redirectUri,
                           {{u"error"_s, u"access_denied"_s},
                            {u"error_code"_s, u"200"_s},
                            {u"error_reason"_s, u"user_denied"_s},
                            {u"error_description"_s, u"Permissions error"_s},
                            {u"state"_s, asked.state}})
        + "#_=_";
}

} // namespace

PracticeReply PracticeFacebookDialog::refuseByRedirect(const PracticeRequest &request, const QString &error,
                                                       const QString &reason, const QString &description)
{
    const auto asked = readRequest(request);
    if (!asked)
        return PracticeFacebookPages::refusal(asked.error().message);
    return redirectReply(practiceAddress(asked->redirectUri,
                                         {{u"error"_s, error},
                                          {u"error_reason"_s, reason},
                                          {u"error_description"_s, description},
                                          {u"state"_s, asked->state}}));
}

PracticeReply PracticeFacebookDialog::page(const PracticeRequest &request, const QDateTime &now)
{
    auto asked = readRequest(request);
    if (!asked)
        return PracticeFacebookPages::refusal(asked.error().message);
    forgetOldPending(m_requests, now);
    asked->at = now;
    return PracticeFacebookPages::consent(request.path, asked->appId, asked->scopes,
                                          rememberPending(m_requests, *asked));
}

PracticeReply PracticeFacebookDialog::decide(const PracticeRequest &request, const QDateTime &now)
{
    forgetOldPending(m_requests, now);
    const auto found = m_requests.constFind(request.parameter(u"ticket"_s));
    if (found == m_requests.constEnd())
        return PracticeFacebookPages::outdated();
    const PracticeFacebookRequest &asked = *found;
    if (request.parameter(u"decision"_s) != "allow"_L1)
        return redirectReply(denial(asked));
    const auto code = consent(request, asked, now);
    if (!code)
        return PracticeFacebookPages::outdated();
    forgetOldPending(m_codes, now);
    const QString key = rememberPending(m_codes, *code);
    return redirectReply(practiceAddress(asked.redirectUri, {{u"code"_s, key}, {u"state"_s, asked.state}}) + "#_=_");
}

std::optional<PracticeFacebookCode> PracticeFacebookDialog::consent(const PracticeRequest &request,
                                                                    const PracticeFacebookRequest &asked,
                                                                    const QDateTime &now)
{
    const PracticePerson *person = practicePerson(request.parameter(u"account"_s).toULongLong());
    if (!person)
        return {};
    PracticeFacebookCode code{
        .request = asked, .person = person->id, .granted = asked.scopes, .declined = {}, .pages = {}, .at = now};
    QSet<QString> &declined = m_declined[{asked.appId, person->id}];
    code.granted.removeIf([&](const QString &scope) {
        const bool ticked = request.parameters.contains("grant."_L1 + scope);
        return !ticked || (declined.contains(scope) && !asked.asksAgain);
    });
    for (const QString &scope : asked.scopes) {
        const bool granted = code.granted.contains(scope);
        if (granted)
            declined.remove(scope);
        else
            declined.insert(scope);
        if (!granted)
            code.declined.append(scope);
    }
    for (const PracticePage &page : practicePages()) {
        if (page.person == person->id && request.parameters.contains("page."_L1 + QString::number(page.id)))
            code.pages.append(page.id);
    }
    return code;
}

std::expected<PracticeFacebookCode, PracticeError> PracticeFacebookDialog::redeem(const PracticeRequest &request,
                                                                                  const QDateTime &now)
{
    forgetOldPending(m_codes, now);
    const auto found = m_codes.constFind(request.parameter(u"code"_s));
    if (found == m_codes.constEnd() || found->request.appId != request.parameter(u"client_id"_s))
        return std::unexpected(PracticeError{.message = u"This authorization code has been used."_s});
    PracticeFacebookCode code = m_codes.take(found.key());
    if (code.request.redirectUri != request.parameter(u"redirect_uri"_s)) {
        return std::unexpected(
            PracticeError{.message = u"Error validating verification code. Please make sure your redirect_uri is "
                                     "identical to the one you used in the OAuth dialog request"_s});
    }
    return code;
}

} // namespace tokendesk
