// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace tokendesk {

/// Keeps tokens alive while the program runs: looks at the clock once a minute, 10 s after the start for the first
/// time, and renews what is due, one account after another. What comes of it is in Accounts: status and events.
class Renewer : public QObject
{
    Q_OBJECT
public:
    Renewer(Accounts &accounts, const Clock &clock, QObject *parent = nullptr);

    void start();
    /// Looks at the clock now; does nothing while a round is running.
    void look();

signals:
    /// Every account that was due has been tried.
    void roundFinished();

private:
    void renewNext();
    void renewed(Result<Account> account);

    Accounts &m_accounts;
    const Clock &m_clock;
    QTimer m_timer;
    QStringList m_due;
    bool m_running = false;
};

} // namespace tokendesk
