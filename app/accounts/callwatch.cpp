// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/callwatch.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr std::chrono::seconds rollingHour = 1h;
constexpr std::chrono::seconds longerThanIt = 65min; // the provider's hour may not be ours to the minute
constexpr std::chrono::seconds noted = 10s; // by then every program has noted what it asked
constexpr std::chrono::seconds longestAnswer = 1min; // so long before it was measured a call may have gone out
constexpr int daysOfSilence = 30;
constexpr int clearlyMore = 10; // percent

bool isOf(const Account &account, const CallOrigin &app)
{
    return account.providerId == app.providerId && account.registrationId == app.registrationId;
}

} // namespace

CallWatch::CallWatch(Accounts &accounts, UsageLog &usage, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_usage(usage)
    , m_clock(clock)
    , m_since(clock.now())
{
}

void CallWatch::measured(const CallOrigin &origin, const QList<Usage> &usage)
{
    const auto ofApp = std::ranges::find(usage, Allowance::App, &Usage::allowance);
    if (ofApp == usage.end() || origin.providerId.isEmpty())
        return;
    App &app = m_apps[origin.app()];
    app.origin = origin;
    const Measure measure{.at = m_clock.now(), .percent = ofApp->calls};
    const bool sameMinute = !app.measures.isEmpty()
        && app.measures.last().at.toSecsSinceEpoch() / 60 == measure.at.toSecsSinceEpoch() / 60;
    if (sameMinute)
        app.measures.last() = measure;
    else
        app.measures.append(measure);
    forgetOld(app);
}

void CallWatch::forgetOld(App &app) const
{
    const QDateTime now = m_clock.now();
    app.measures.removeIf(
        [&now](const Measure &measure) { return measure.at > now || measure.at.addSecs(rollingHour.count()) < now; });
}

void CallWatch::look()
{
    const QDateTime until = m_clock.now().addSecs(-noted.count());
    for (auto &[name, app] : m_apps) {
        forgetOld(app);
        qsizetype judged = app.measures.size() - 1;
        while (judged >= 0 && app.measures.at(judged).at > until)
            --judged;
        if (judged >= 0 && isForeign(app, judged))
            tell(app.origin, app.measures.at(judged).percent);
    }
}

/// All calls of the hour cannot be ours; and while it is not known for an hour yet what ours were, nor can those since
/// an earlier measure be.
bool CallWatch::isForeign(const App &app, qsizetype judged)
{
    const Measure &measure = app.measures.at(judged);
    const std::optional<int> ours = m_usage.ownCalls(app.origin, measure.at.addSecs(-longerThanIt.count()));
    if (!ours || !areForeignCalls(0, measure.percent, *ours))
        return false;
    if (m_since.addSecs(longerThanIt.count()) <= measure.at)
        return true;
    return std::ranges::any_of(app.measures.first(judged), [&](const Measure &before) {
        const auto since = m_usage.ownCalls(app.origin, before.at.addSecs(-longestAnswer.count()));
        return since && areForeignCalls(before.percent, measure.percent, *since);
    });
}

void CallWatch::tell(const CallOrigin &app, int percent)
{
    const QString accountId = accountOf(app);
    if (!accountId.isEmpty() && !wasTold(app, percent))
        m_accounts.raise({Notice::Kind::ForeignCalls, accountId, QString::number(percent)});
}

bool CallWatch::wasTold(const CallOrigin &app, int percent) const
{
    const QDateTime now = m_clock.now();
    const QList<Event> events = m_accounts.events(500, {.kinds = {Event::Kind::Noticed}});
    return std::ranges::any_of(events, [&](const Event &event) {
        const std::optional<Notice> notice = noticeFrom(event);
        const std::optional<Account> account = m_accounts.find(event.accountId);
        if (!notice || notice->kind != Notice::Kind::ForeignCalls || !account || !isOf(*account, app))
            return false;
        const bool today = event.at.addDays(1) > now;
        return today || (event.at.addDays(daysOfSilence) > now && percent <= notice->what.toInt() + clearlyMore);
    });
}

/// The one whose call told, or any other of the app's; empty where it has none here.
QString CallWatch::accountOf(const CallOrigin &app) const
{
    if (const auto account = m_accounts.find(app.accountId); account && isOf(*account, app))
        return account->id;
    const QList<Account> accounts = m_accounts.all();
    const auto any = std::ranges::find_if(accounts, [&app](const Account &account) { return isOf(account, app); });
    return any == accounts.end() ? QString() : any->id;
}

} // namespace tokendesk
