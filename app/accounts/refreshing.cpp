// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/refreshing.h"

#include "accounts/steps.h"

namespace tokendesk {

Accounts::Refreshing::Refreshing(const Account &account, const Provider &provider, Accounts &accounts,
                                 Callback<Grant> done, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_account(account)
    , m_provider(provider)
    , m_done(std::move(done))
{
}

void Accounts::Refreshing::run()
{
    m_accounts.refreshToken(m_account, this, then(this, &Refreshing::refreshTokenRead));
}

void Accounts::Refreshing::refreshTokenRead(Result<Secret> token)
{
    if (!token)
        return m_done(std::unexpected(token.error()));
    m_refreshToken = *std::move(token);
    m_accounts.client(m_account, this, then(this, &Refreshing::clientRead));
}

void Accounts::Refreshing::clientRead(Result<Client> client)
{
    if (!client)
        return m_done(std::unexpected(client.error()));
    const CallOrigin origin = m_accounts.originOf(m_account, Urgency::Person); // nothing is counted there
    m_accounts.m_graph.as(origin).refresh(m_provider, *client, m_refreshToken, this, then(this, &Refreshing::granted));
}

/// Where the provider does not rotate, the old one goes on.
void Accounts::Refreshing::granted(Result<Grant> grant)
{
    if (grant && grant->refreshToken.isEmpty())
        grant->refreshToken = std::move(m_refreshToken);
    m_done(std::move(grant));
}

} // namespace tokendesk
