// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <chrono>

namespace tokendesk {

/// Keeps tokens alive while the program runs: looks at the clock once a minute and renews what is due, one account
/// after another. What comes of it is in Accounts: status and events.
class Renewer : public QObject
{
    Q_OBJECT
public:
    Renewer(Accounts &accounts, const Clock &clock, QObject *parent = nullptr);

    /// The first look waits a little, so that the window stands and the keychain is not asked before it.
    void start(std::chrono::milliseconds firstLook = std::chrono::seconds(10));
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
