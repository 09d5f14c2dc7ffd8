// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefacebookdevices.h"

#include "practice/practicebrowsing.h"
#include "practice/practicefacebookpages.h"
#include "practice/practicefacebookworld.h"

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr std::chrono::seconds lifetime = 7min; // as Facebook's
constexpr std::chrono::seconds interval = 5s;
constexpr qsizetype userCodeLength = 8;
constexpr char letters[] = "BCDFGHJKLMNPQRSTVWXZ"; // no vowels: no words (RFC 8628 6.1)

QString newUserCode()
{
    QString code;
    for (qsizetype i = 0; i < userCodeLength; ++i)
        code += QLatin1Char(letters[QRandomGenerator::system()->bounded(int(sizeof letters) - 1)]);
    return code;
}

/// As it is compared, whatever was typed between the letters.
QString cleaned(const QString &typed)
{
    QString code = typed.toUpper();
    code.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return code;
}

/// "APPID|CLIENTTOKEN"; empty where the two do not fit.
QString appOf(const PracticeRequest &request)
{
    const QStringList parts = request.parameter(u"access_token"_s).split(u'|');
    const bool right = parts.size() == 2 && isPracticeAppId(parts.first())
        && parts.last() == QLatin1StringView(PracticeFacebookDevices::clientToken);
    return right ? parts.first() : QString();
}

} // namespace

PracticeReply PracticeFacebookDevices::start(const PracticeRequest &request, const QDateTime &now)
{
    Attempt attempt{.asked = {.appId = appOf(request),
                              .redirectUri = {},
                              .state = {},
                              .scopes = readPracticeScopes(request.parameter(u"scope"_s)),
                              .asksAgain = true,
                              .at = now},
                    .userCode = newUserCode(),
                    .at = now};
    if (attempt.asked.appId.isEmpty())
        return graphErrorReply(wrongClientToken());
    const auto isKnown = [](const QString &scope) { return practiceFacebookScopes().contains(scope); };
    if (!std::ranges::all_of(attempt.asked.scopes, isKnown))
        return graphErrorReply({.message = u"Invalid Scopes: this message is only shown to developers."_s});
    forgetOldPending(m_attempts, now);
    return jsonReply(200,
                     {{u"code"_s, rememberPending(m_attempts, attempt)},
                      {u"user_code"_s, attempt.userCode},
                      {u"verification_uri"_s, "http://%1/facebook/device"_L1.arg(QString::fromLatin1(request.host))},
                      {u"expires_in"_s, qint64(lifetime.count())},
                      {u"interval"_s, qint64(interval.count())}});
}

PracticeReply PracticeFacebookDevices::page(const PracticeRequest &request, PracticeFacebookDialog &dialog,
                                            const QDateTime &now)
{
    if (request.method == "GET")
        return PracticeFacebookPages::code(request.parameter(u"user_code"_s).left(userCodeLength + 1), {});
    return request.parameters.contains(u"ticket"_s) ? decide(request, dialog, now) : showConsent(request, now);
}

PracticeReply PracticeFacebookDevices::showConsent(const PracticeRequest &request, const QDateTime &now)
{
    const QString typed = request.parameter(u"user_code"_s).left(40);
    const auto found = std::find_if(m_attempts.cbegin(), m_attempts.cend(), [&](const Attempt &attempt) {
        return attempt.userCode == cleaned(typed) && now < attempt.at.addSecs(lifetime.count()) && !attempt.declined
            && !attempt.consent;
    });
    if (found == m_attempts.cend())
        return PracticeFacebookPages::code({}, typed);
    forgetOldPending(m_pages, now);
    return PracticeFacebookPages::consent(u"/facebook/device"_s, found->asked.appId, found->asked.scopes,
                                          rememberPending(m_pages, Page{.code = found.key(), .at = now}));
}

PracticeReply PracticeFacebookDevices::decide(const PracticeRequest &request, PracticeFacebookDialog &dialog,
                                              const QDateTime &now)
{
    const auto found = m_attempts.find(m_pages.take(request.parameter(u"ticket"_s)).code);
    if (found == m_attempts.end())
        return PracticeFacebookPages::outdated();
    found->declined = request.parameter(u"decision"_s) != "allow"_L1;
    if (found->declined)
        return PracticeFacebookPages::deviceRefused();
    found->consent = dialog.consent(request, found->asked, now);
    return found->consent ? PracticeFacebookPages::deviceConnected() : PracticeFacebookPages::outdated();
}

std::expected<PracticeFacebookCode, PracticeError> PracticeFacebookDevices::redeem(const PracticeRequest &request,
                                                                                   const QDateTime &now)
{
    const auto found = m_attempts.find(request.parameter(u"code"_s));
    const QString app = appOf(request);
    if (app.isEmpty())
        return std::unexpected(wrongClientToken());
    if (found == m_attempts.end() || found->asked.appId != app || now >= found->at.addSecs(lifetime.count()))
        return std::unexpected(deviceExpired());
    const QDateTime before = std::exchange(found->askedAt, now);
    if (before.isValid() && now < before.addSecs(interval.count()))
        return std::unexpected(deviceTooFast());
    if (found->declined)
        return std::unexpected(deviceDeclined());
    if (!found->consent)
        return std::unexpected(devicePending());
    const PracticeFacebookCode consent = *found->consent;
    m_attempts.erase(found);
    return consent;
}

} // namespace tokendesk
