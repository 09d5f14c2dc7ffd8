// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/pace.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr std::chrono::seconds rollingHour = 1h;
constexpr std::chrono::seconds shortestPause = 1min;
constexpr std::chrono::seconds longestWait = 24h;
constexpr double mostTickets = 60;
constexpr double ticketsASecond = 2;
constexpr double leastCost = 0.5;
constexpr double mostCost = 50;
// Whole percents are rounded down: 89 may be 89.9.
constexpr int lastFreePercent = pausePercent - 1;
constexpr int doubtfulPercent = 40; // an hour ago; others may use the app too

QDateTime after(const QDateTime &now, std::chrono::seconds wait)
{
    return now.addSecs(std::clamp(wait, std::chrono::seconds(1s), longestWait).count());
}

/// Nothing is held up for longer than that, whatever the clock was when it was noted.
QDateTime ifAhead(const QDateTime &until, const QDateTime &now)
{
    return until.isValid() && until > now && until <= now.addSecs(longestWait.count()) ? until : QDateTime();
}

} // namespace

void Pace::refill(const QDateTime &now)
{
    const double seconds = m_refilledAt.isValid() ? double(m_refilledAt.msecsTo(now)) / 1000 : mostTickets;
    if (seconds >= 0) // else the clock was set back
        m_tickets = std::min(mostTickets, m_tickets + seconds * ticketsASecond);
    m_refilledAt = now;
}

void Pace::trim(const QDateTime &now)
{
    const QDateTime from = now.addSecs(-rollingHour.count());
    while (!m_log.empty() && (m_log.front().first <= from || m_log.front().first > now))
        m_log.pop_front();
}

QDateTime Pace::whenTheHourRolls(const QDateTime &now) const
{
    const QDateTime oldest = m_log.empty() ? now : m_log.front().first;
    return std::max(oldest.addSecs(rollingHour.count()), now.addSecs(shortestPause.count()));
}

int Pace::room(const QDateTime &now)
{
    refill(now);
    trim(now);
    if (heldUntil(now).isValid())
        return 0;
    if (m_pausedUntil.isValid()) {
        m_pausedUntil = {};
        m_probing = true;
    }
    const bool isOld = m_measuredAt.isValid() && std::abs(m_measuredAt.secsTo(now)) >= rollingHour.count();
    if (isOld && m_callsOut == 0) {
        m_probing = m_probing || m_percent > doubtfulPercent;
        m_percent = 0;
    }
    if (m_probing)
        return m_callsOut == 0 ? 1 : 0;
    const int room = int((lastFreePercent - m_percent - m_cost * m_callsOut) / m_cost);
    if (room < 1 && m_callsOut == 0)
        m_pausedUntil = whenTheHourRolls(now);
    return m_tickets < 1 ? 0 : std::max(room, 0);
}

QDateTime Pace::heldUntil(const QDateTime &now) const
{
    const QDateTime paused = ifAhead(m_pausedUntil, now);
    const QDateTime barred = ifAhead(m_barredUntil, now);
    if (paused.isValid() && barred.isValid())
        return std::max(paused, barred);
    return paused.isValid() ? paused : barred;
}

QDateTime Pace::nextTicket(const QDateTime &now) const
{
    const double missing = 1 - m_tickets;
    return missing > 0 ? now.addMSecs(qint64(missing / ticketsASecond * 1000) + 1) : QDateTime();
}

QDateTime Pace::barredUntil(const QDateTime &now) const
{
    return ifAhead(m_barredUntil, now);
}

QDateTime Pace::heldUntil(const QString &account, const QDateTime &now) const
{
    return account.isEmpty() ? QDateTime() : ifAhead(m_accounts.value(account), now);
}

void Pace::sent(int calls, const QDateTime &now)
{
    refill(now);
    m_tickets = std::max(0.0, m_tickets - 1);
    m_callsOut += calls;
    ++m_requestsOut;
    if (!m_log.empty() && m_log.back().first == now)
        m_log.back().second += calls;
    else
        m_log.emplace_back(now, calls);
}

void Pace::ended(int calls)
{
    m_callsOut -= calls;
    --m_requestsOut;
}

void Pace::learn(const QList<Usage> &usage, const QString &account, int calls, const QDateTime &now)
{
    m_probing = false;
    QDateTime held;
    bool ofAccount = false;
    for (const Usage &measure : usage) {
        if (measure.allowance == Allowance::App) {
            learnOfApp(measure, calls, now);
            continue;
        }
        ofAccount = true;
        if (measure.highest() >= pausePercent || (measure.allowance == Allowance::Business && measure.regain > 0s))
            held = std::max(held, after(now, measure.regain > 0s ? measure.regain : rollingHour));
    }
    if (account.isEmpty() || !ofAccount)
        return;
    m_accounts.removeIf([&now](const auto &entry) { return !ifAhead(entry.value(), now).isValid(); });
    if (held.isValid())
        m_accounts.insert(account, held);
}

/// Where the percentage went up, so much for each call that was answered since it did before.
void Pace::learnOfApp(const Usage &usage, int calls, const QDateTime &now)
{
    const int percent = usage.highest();
    m_unseen += calls;
    if (percent > m_percent) {
        const double seen = std::clamp(double(percent - m_percent) / std::max(m_unseen, 1), leastCost, mostCost);
        m_cost = m_measuredAt.isValid() ? std::max(seen, 0.7 * m_cost + 0.3 * seen) : m_cost;
    }
    if (percent != m_percent)
        m_unseen = 0;
    m_percent = percent;
    m_measuredAt = now;
}

void Pace::bar(std::chrono::seconds wait, const QDateTime &now)
{
    if (wait > 0s)
        m_barredUntil = after(now, wait);
    else
        m_pausedUntil = whenTheHourRolls(now);
    m_probing = true;
}

void Pace::bar(const QString &account, std::chrono::seconds wait, const QDateTime &now)
{
    m_accounts.insert(account, after(now, wait > 0s ? wait : rollingHour));
}

} // namespace tokendesk
