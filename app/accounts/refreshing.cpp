// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/refreshing.h"

#include "accounts/steps.h"
#include "accounts/storing.h"

using namespace Qt::StringLiterals;

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
    const State &state = m_accounts.m_states[m_account.id];
    const QString key = refreshKeyOf(m_account.tokenKey);
    if (!state.inMemory.isEmpty() || key.isEmpty()) {
        Result<Secret> held = failure(ErrorKind::InvalidInput, u"There is no refresh token"_s);
        if (!state.refreshInMemory.isEmpty())
            held = state.refreshInMemory.clone();
        return refreshTokenRead(std::move(held));
    }
    m_accounts.m_keychain.read(key, this, then(this, &Refreshing::refreshTokenRead));
}

void Accounts::Refreshing::refreshTokenRead(Result<Secret> token)
{
    if (!token)
        return m_done(std::unexpected(token.error()));
    m_refreshToken = *std::move(token);
    const std::optional<Registration> app = m_accounts.registration(m_account.registrationId);
    if (!app || !app->secretKept || m_provider.clientAuthentication == ClientAuthentication::None)
        return ask({});
    m_accounts.appSecret(app->id, this, then(this, &Refreshing::appSecretRead));
}

void Accounts::Refreshing::appSecretRead(Result<Secret> secret)
{
    if (!secret && secret.error().kind == ErrorKind::InvalidInput)
        return ask({}); // gone from the keychain: the provider says whether it can do without
    if (!secret)
        return m_done(std::unexpected(secret.error()));
    ask(*std::move(secret));
}

void Accounts::Refreshing::ask(Secret appSecret)
{
    const std::optional<Registration> app = m_accounts.registration(m_account.registrationId);
    const Client client{.id = app ? app->clientId : QString(), .secret = std::move(appSecret)};
    m_accounts.m_graph.refresh(m_provider, client, m_refreshToken, this, then(this, &Refreshing::granted));
}

void Accounts::Refreshing::granted(Result<Grant> grant)
{
    if (grant && grant->refreshToken.isEmpty())
        grant->refreshToken = std::move(m_refreshToken);
    m_done(std::move(grant));
}

} // namespace tokendesk
