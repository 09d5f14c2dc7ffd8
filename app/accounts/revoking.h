// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlock.h"
#include "accounts/accounts.h"
#include "accounts/steps.h"

namespace tokendesk {

/// The withdrawal of an account's token at its provider, shared by all who ask for it while it runs: lock, so that
/// nobody renews meanwhile → read again → token, or the refresh token beside it, since with that ends what came of it
/// (RFC 7009 2.1) → app secret, where one is kept → provider → store → event → try again later, or remove here. With a
/// permission it takes back that one alone.
class Accounts::Revoking : public QObject
{
public:
    Revoking(const QString &id, const QString &permission, Accounts &accounts);

    void addWaiter(QObject *context, Callback<void> done) { m_waiters.add(context, std::move(done)); }
    void run();

private:
    void locked(Result<void> result);
    void tokenRead(Result<Secret> token);
    void clientRead(Result<Client> client);
    void answered(Result<void> answer);
    void permissionAnswered(const Result<void> &answer);
    void finish(const Result<void> &result);
    void settle(const Result<void> &result);
    void postpone(const Error &error);
    void end(Result<void> result);

    Accounts &m_accounts;
    const QString m_id;
    RequestLog *m_log; ///< a child of this
    const QString m_permission; ///< empty for all of it
    AccountLock m_lock;
    Provider m_provider;
    Secret m_token; ///< that is to end
    Waiters<void> m_waiters;
};

} // namespace tokendesk
