// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/revoking.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

/// At Facebook a person's token can: the app loses all access to them. A Page's cannot end itself.
bool Accounts::canRevoke(const Account &account) const
{
    const Provider &provider = describe(account);
    return !provider.endpoints.revoke.isEmpty()
        || (provider.family == Family::Facebook && account.accountType == facebookPerson);
}

void Accounts::revoke(const QString &id, QObject *context, Callback<void> done)
{
    const Account *account = at(id);
    if (!account || !canRevoke(*account))
        return failLater(context, done,
                         {.kind = ErrorKind::InvalidInput, .what = u"There is no such account, or no way to revoke"_s});
    State &state = m_states[id];
    if (state.revoking)
        return state.revoking->addWaiter(context, std::move(done));
    if (const Result<void> noted = note(Event::Kind::RevocationAsked, id); !noted)
        return failLater(context, done, noted.error());
    state.revoking = new Revoking(id, *this);
    state.revoking->addWaiter(context, std::move(done));
    state.revoking->run();
}

Accounts::Revoking::Revoking(const QString &id, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_id(id)
    , m_lock(accounts.m_database.folder(), id)
{
}

void Accounts::Revoking::run()
{
    m_lock.acquire(this, then(this, &Revoking::locked));
}

void Accounts::Revoking::locked(Result<void> result)
{
    if (!result)
        return finish(result);
    m_accounts.refresh();
    const Account *account = m_accounts.at(m_id);
    if (!account)
        return finish(failure(ErrorKind::InvalidInput, u"The account was removed"_s));
    Result<Provider> provider = m_accounts.m_catalog.provider(account->providerId);
    if (!provider)
        return finish(std::unexpected(provider.error()));
    m_provider = *std::move(provider);
    if (account->tokenKind == TokenKind::Refreshable)
        return m_accounts.refreshToken(*account, this, then(this, &Revoking::tokenRead));
    m_accounts.token(m_id, this, then(this, &Revoking::tokenRead));
}

void Accounts::Revoking::tokenRead(Result<Secret> token)
{
    const Account *account = m_accounts.at(m_id);
    if (!token || !account)
        return finish(token ? failure(ErrorKind::InvalidInput, u"The account was removed"_s)
                            : std::unexpected(token.error()));
    m_token = *std::move(token);
    m_accounts.client(*account, this, then(this, &Revoking::clientRead));
}

void Accounts::Revoking::clientRead(Result<Client> client)
{
    if (!client)
        return finish(std::unexpected(client.error()));
    if (m_provider.family == Family::Facebook)
        return m_accounts.m_graph.facebook().removePermission({m_provider, m_token, client->secret}, {}, this,
                                                              then(this, &Revoking::answered));
    m_accounts.m_graph.revoke(m_provider, *client, m_token, this, then(this, &Revoking::answered));
}

/// Facebook takes nothing from a token that does not work any more; RFC 7009 2.2 has a server say yes to one.
void Accounts::Revoking::answered(Result<void> answer)
{
    const bool isOver = answer || (m_provider.family == Family::Facebook && answer.error().kind == ErrorKind::Rejected);
    if (Account *account = isOver ? m_accounts.at(m_id) : nullptr)
        m_accounts.setRefusal(*account, ErrorHint::AppRemoved);
    finish(isOver ? Result<void>() : answer);
}

void Accounts::Revoking::finish(const Result<void> &result)
{
    deleteLater();
    m_lock.release();
    if (const auto state = m_accounts.m_states.find(m_id); state != m_accounts.m_states.end()) {
        state->second.revoking = nullptr;
        m_accounts.conclude(Event::Kind::Revoked, m_id, result);
    }
    m_waiters.tell(result);
}

} // namespace tokendesk
