// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/steps.h"

#include <optional>

namespace tokendesk {

/// One exchange of a token for a better one, shared by all who ask while it runs: read → provider → store. Goes on when
/// they are gone, since the provider may have ended the old token by then.
class Accounts::Rotation : public QObject
{
public:
    /// With an app secret (which may be empty) a one-hour token is extended, without one a long-lived one is renewed.
    Rotation(const QString &id, std::optional<Secret> appSecret, Accounts &accounts);

    void addWaiter(QObject *context, Callback<Account> done) { m_waiters.add(context, std::move(done)); }
    void run();

private:
    void tokenRead(Result<Secret> token);
    void granted(Result<Grant> grant);
    void stored(Result<Account> account);
    void failed(const Error &error);
    void noteFailure(const Error &error, State &state);
    void finish(const Result<Account> &result);

    bool isExtension() const { return m_appSecret.has_value(); }

    Accounts &m_accounts;
    const QString m_id;
    std::optional<Secret> m_appSecret;
    Provider m_provider;
    quint64 m_builtOn = 0;
    Waiters<Account> m_waiters;
};

} // namespace tokendesk
