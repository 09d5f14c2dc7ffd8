// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlock.h"
#include "accounts/accounts.h"
#include "accounts/steps.h"

#include <optional>

namespace tokendesk {

/// One question to the provider whether a token still works, shared by all who ask while it runs: token → profile, or
/// introspection (RFC 7662) where there is none → (at Facebook, for a person who asks about one account) of which app
/// it is and what it may do → (where that changes what is known) lock → read again what another program may have
/// changed → store → event.
class Accounts::Checking : public QObject
{
public:
    Checking(const QString &id, Urgency urgency, Accounts &accounts);

    void addWaiter(QObject *context, Callback<void> done) { m_waiters.add(context, std::move(done)); }
    void run();
    /// Before run(): at Facebook it asks when that one says so.
    void gatherIn(Gathering *gathering);
    void ask();
    /// Ends as Cancelled, unless the question is with the provider already.
    void stop();

private:
    void tokenRead(Result<Secret> token);
    void profiled(Result<Profile> profile);
    void compareUser(const Profile &profile);
    void clientRead(Result<Client> client);
    void inspected(Result<FacebookInspection> inspection);
    bool isToBeInspected() const;
    void askOfWhichApp();
    void appTold(Result<FacebookInspection> inspection);
    void compareApp(const QString &id, const QString &name);
    void introspected(Result<Introspection> said);
    void answered(const Result<void> &answer);
    void locked(Result<void> result);
    void finish(const Result<void> &result);

    CallOrigin origin() const;
    bool isOvertaken() const;
    bool isNews() const;

    Accounts &m_accounts;
    const QString m_id;
    RequestLog *m_log; ///< a child of this
    AccountLock m_lock;
    const Urgency m_urgency;
    QPointer<Gathering> m_gathering;
    bool m_stopped = false;
    Provider m_provider;
    Secret m_token; ///< that is asked about
    Secret m_appSecret; ///< of Facebook's; empty where it is not known
    quint64 m_asked = 0; ///< generation of the token that is asked about
    Result<void> m_answer;
    std::optional<QStringList> m_granted; ///< what the token may do now; nothing where that was not told
    Waiters<void> m_waiters;
};

} // namespace tokendesk
