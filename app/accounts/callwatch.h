// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/usagelog.h"

#include <QList>
#include <QObject>
#include <map>

namespace tokendesk {

/// Notices that an app's allowance is used by calls that no program of ours on this computer has made. Only the app's
/// own allowance tells: it is 200 calls an hour at the least, while those of accounts depend on how many people see
/// them (Meta, rate limiting). Calm: an event and a mark on one account, at most one for each app and day, and none for
/// a use that was told within a month and has not clearly grown.
class CallWatch : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    CallWatch(Accounts &accounts, UsageLog &usage, const Clock &clock, QObject *parent = nullptr);

    /// What an answer to that call told.
    void measured(const CallOrigin &origin, const QList<Usage> &usage);
    /// Judges what was told; at each look at the clock. Not at once: another program of ours may not have noted yet
    /// that it was the one who called.
    void look();

private:
    struct Measure
    {
        QDateTime at; ///< UTC
        int percent = 0;
    };
    struct App
    {
        CallOrigin origin; ///< of its last call that told
        QList<Measure> measures; ///< of the last hour, one for each minute, the oldest first
    };

    void forgetOld(App &app) const;
    bool isForeign(const App &app, qsizetype judged);
    void tell(const CallOrigin &app, int percent);
    bool wasTold(const CallOrigin &app, int percent) const;
    QString accountOf(const CallOrigin &app) const;

    Accounts &m_accounts;
    UsageLog &m_usage;
    const Clock &m_clock;
    const QDateTime m_since; ///< calls are counted since then at the latest
    std::map<QString, App> m_apps;
};

} // namespace tokendesk
