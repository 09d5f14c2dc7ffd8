// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlock.h"
#include "accounts/accounts.h"
#include "accounts/steps.h"

#include <optional>

namespace tokendesk {

/// One exchange of a token for a better one, shared by all who ask while it runs: lock → read again what another
/// program may have changed → intent → provider → store. Goes on when they are gone, since the provider may have ended
/// the old token by then. Wherever the program is killed, the next start finds a token that works, or says that it does
/// not.
class Accounts::Rotation : public QObject
{
public:
    /// With an app secret (which may be empty) a one-hour token is extended, without one a long-lived one is renewed or
    /// a refresh token put to use.
    Rotation(const QString &id, std::optional<Secret> appSecret, Urgency urgency, Accounts &accounts);

    void addWaiter(QObject *context, Callback<Account> done) { m_waiters.add(context, std::move(done)); }
    void run();

private:
    void locked(Result<void> result);
    bool readAgain();
    void tokenRead(Result<Secret> token);
    CallOrigin origin() const;
    void clientRead(Result<Client> client);
    void refresh(const Account &account);
    void granted(Result<Grant> grant);
    void stored(Result<Account> account);
    void overtaken(const Account &account);
    void endIntent();
    void failed(const Error &error);
    void noteFailure(const Error &error, State &state);
    bool isConfirmed(const RenewalProgress &progress) const;
    void finish(const Result<Account> &result);

    bool isRefresh() const { return m_kind == TokenKind::Refreshable; }
    bool isExtension() const { return m_appSecret.has_value(); }

    Accounts &m_accounts;
    const QString m_id;
    RequestLog *m_log; ///< a child of this
    std::optional<Secret> m_appSecret;
    Secret m_token; ///< of a system user, until its app is known
    bool m_byApp = false; ///< it is renewed with the app's secret
    const Urgency m_urgency;
    Provider m_provider;
    TokenKind m_kind = TokenKind::LongLived; ///< of the token that is to be replaced
    AccountLock m_lock;
    QString m_key; ///< of the item to be written; empty while there is no intent
    quint64 m_builtOn = 0;
    Waiters<Account> m_waiters;
};

} // namespace tokendesk
