// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <chrono>

namespace tokendesk {

/// Keeps tokens alive while the program runs: looks at the clock once a minute and renews what is due, the token that
/// ends first before the others. Has those revoked again that were to be and could not. A few at a time and so many a
/// minute of one app, so that nothing stampedes after a long sleep; an app that the provider throttled rests with all
/// its accounts. What comes of it is in Accounts: status and events. No timer is longer than a minute, since sleep
/// stops them all.
class Renewer : public QObject
{
    Q_OBJECT
public:
    Renewer(Accounts &accounts, const Clock &clock, QObject *parent = nullptr);

    /// The first look waits a little, so that the window stands and the keychain is not asked before it.
    void start(std::chrono::milliseconds firstLook = std::chrono::seconds(10));
    /// Looks at the clock now; while a round is running nothing new begins. Always followed by roundFinished(), later.
    void look();
    /// Those accounts now, due or not, in the same way; the provider may refuse a token that is too young.
    void renew(const QStringList &ids);
    /// The computer is online again: what nobody could be reached for is due within a minute, at the look after that.
    void networkIsBack();

signals:
    /// Every account that was to be renewed, or revoked, has been tried.
    void roundFinished();

private:
    struct Waiting
    {
        QString id;
        QString tokenKey; ///< of the token that is to be renewed
    };

    void watchNetwork();
    void revokeDue();
    void startMore();
    void begin(const Waiting &waiting);
    void ended(const QString &id, const Result<Account> &result);
    void finishLater();
    bool takesFromBudget(const Account &account);

    Accounts &m_accounts;
    const Clock &m_clock;
    QTimer m_timer;
    QList<Waiting> m_waiting;
    QSet<QString> m_running;
    QSet<QString> m_revoking;
    bool m_roundRuns = false;
    bool m_watchesNetwork = false;
    QHash<QString, QDateTime> m_rests; ///< by app: throttled until then
    QHash<QString, int> m_used; ///< by app: renewals begun in this minute
    QDateTime m_minuteEnds; ///< UTC
};

} // namespace tokendesk
