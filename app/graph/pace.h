// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/usage.h"

#include <QDateTime>
#include <QHash>
#include <chrono>
#include <deque>
#include <utility>

namespace tokendesk {

/// How much an app may still ask for: what its answers told, and what has gone out since. Pure but for the time that it
/// is given, UTC.
class Pace
{
public:
    /// So many calls may go out now; none while something holds the app up.
    int room(const QDateTime &now);
    /// Whatever holds the app up ends then; invalid where nothing does.
    QDateTime heldUntil(const QDateTime &now) const;
    /// No more requests than two a second: when the next may go out; invalid for now.
    QDateTime nextTicket(const QDateTime &now) const;
    /// The provider takes no calls of the app at all until then, whoever makes them; invalid where it does.
    QDateTime barredUntil(const QDateTime &now) const;
    /// The same for the app with this account alone; at 90 % too.
    QDateTime heldUntil(const QString &account, const QDateTime &now) const;

    void sent(int calls, const QDateTime &now);
    /// They were answered, or are not waited for any more.
    void ended(int calls);
    /// What the answer to so many calls told; without the app's own measure it is not known any more.
    void learn(const QList<Usage> &usage, const QString &account, int calls, const QDateTime &now);
    /// The provider refused: too many calls of the app. Without a wait
    /// the hour has to roll on, and people may try.
    void bar(std::chrono::seconds wait, const QDateTime &now);
    void bar(const QString &account, std::chrono::seconds wait, const QDateTime &now);

    int requestsOut() const { return m_requestsOut; }

private:
    void learnOfApp(const Usage &usage, int calls, const QDateTime &now);
    void refill(const QDateTime &now);
    void trim(const QDateTime &now);
    QDateTime whenTheHourRolls(const QDateTime &now) const;

    int m_percent = 0; ///< of the app, as told last
    QDateTime m_measuredAt;
    double m_cost = 0.5; ///< percent for each call, as far as is known: 200 an hour are the least that Meta grants
    int m_unseen = 0; ///< calls answered since the percentage last went up
    int m_callsOut = 0;
    int m_requestsOut = 0;
    bool m_probing = true; ///< one call is to tell where the app stands: others may use it too
    QDateTime m_pausedUntil;
    QDateTime m_barredUntil;
    QHash<QString, QDateTime> m_accounts; ///< held up until then
    std::deque<std::pair<QDateTime, int>> m_log; ///< calls of the last hour, the oldest first
    double m_tickets = 0; ///< requests that may go out at once
    QDateTime m_refilledAt;
};

} // namespace tokendesk
