// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/database.h"
#include "base/clock.h"
#include "graph/callorigin.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace tokendesk {

/// How much of the apps' allowances is used: what every answer tells, kept in the database for a week; and how many
/// calls of it were made here. What comes together is written together.
class UsageLog : public QObject
{
    Q_OBJECT
public:
    UsageLog(Database &database, const Clock &clock, QObject *parent = nullptr);
    ~UsageLog() override;

    /// What an answer to that call told. An allowance of an account is noted for the account that was asked for.
    void note(const CallOrigin &origin, const QList<Usage> &measured);
    /// So many calls go out with that app.
    void noteOwn(const CallOrigin &origin, int calls);
    /// How many this program and others of ours on this computer have made with it since then, rounded down to the
    /// minute; calls of an app that is not known may be its as well. Nothing where that cannot be told.
    std::optional<int> ownCalls(const CallOrigin &origin, const QDateTime &since);
    /// The newest of each series, those of this program and of others before.
    QList<UsageSample> newest();
    /// Those of the series that this one is of, from that instant on, the oldest first.
    QList<UsageSample> since(const UsageSample &series, const QDateTime &from);
    /// Writes what is not written yet.
    void flush();

signals:
    void changed();

private:
    const Database &stored();
    void flushOwn();

    Database &m_database;
    const Clock &m_clock;
    QList<UsageSample> m_unwritten; ///< one of each series and stretch
    QList<OwnCalls> m_made; ///< not written yet, one of each app and minute
    QTimer m_soon;
};

} // namespace tokendesk
