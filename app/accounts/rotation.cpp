// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/rotation.h"

#include "accounts/renewal.h"
#include "accounts/storing.h"
#include "base/logging.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace tokendesk {

Accounts::Rotation::Rotation(const QString &id, std::optional<Secret> appSecret, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_id(id)
    , m_appSecret(std::move(appSecret))
{
}

void Accounts::Rotation::run()
{
    State &state = m_accounts.m_states[m_id];
    m_builtOn = state.generation;
    state.progress.running = !isExtension();
    m_accounts.token(m_id, this, then(this, &Rotation::tokenRead));
    emit m_accounts.accountChanged(m_id);
}

void Accounts::Rotation::tokenRead(Result<Secret> token)
{
    if (!token)
        return failed(token.error());
    const std::optional<Account> account = m_accounts.find(m_id);
    if (!account)
        return failed({.kind = ErrorKind::InvalidInput, .what = u"The account was removed"_s});
    if (m_accounts.m_states[m_id].generation != m_builtOn)
        return finish(*account); // a sign-in was faster
    Result<Provider> provider = m_accounts.m_catalog.provider(account->providerId);
    if (!provider)
        return failed(provider.error());
    m_provider = *std::move(provider);
    if (m_appSecret)
        m_accounts.m_graph.extend(m_provider, *token, *m_appSecret, this, then(this, &Rotation::granted));
    else
        m_accounts.m_graph.renew(m_provider, *token, this, then(this, &Rotation::granted));
}

void Accounts::Rotation::granted(Result<Grant> grant)
{
    if (!grant)
        return failed(grant.error());
    std::optional<Account> account = m_accounts.find(m_id);
    if (!account)
        return failed({.kind = ErrorKind::InvalidInput, .what = u"The account was removed"_s});
    account->issueToken(TokenKind::LongLived, grant->lifetime.value_or(m_provider.longLifetime),
                        m_accounts.m_clock.now());
    account->custody = Custody::Keychain;
    if (grant->permissionsKnown)
        account->grantPermissions(grant->permissions);
    Storing::Job job{.occasion = isExtension() ? Event::Kind::Extended : Event::Kind::Renewed,
                     .account = *std::move(account),
                     .token = std::move(grant->token),
                     .builtOn = m_builtOn};
    (new Storing(std::move(job), m_accounts))->run(this, then(this, &Rotation::stored));
}

void Accounts::Rotation::stored(Result<Account> account)
{
    finish(account);
}

void Accounts::Rotation::failed(const Error &error)
{
    const auto state = m_accounts.m_states.find(m_id);
    if (state != m_accounts.m_states.end() && state->second.generation == m_builtOn)
        noteFailure(error, state->second);
    finish(std::unexpected(error));
}

/// A refusal is final; everything else passes, and is tried again later. Nothing is deleted by either.
void Accounts::Rotation::noteFailure(const Error &error, State &state)
{
    Account *account = m_accounts.at(m_id);
    const bool news = error.kind == ErrorKind::Rejected ? !account->refused : state.progress.failures == 0;
    if (error.kind == ErrorKind::Rejected) {
        account->refused = true;
        if (!m_accounts.store(*account))
            qCWarning(lcAccounts) << "A refusal could not be stored";
    } else if (!isExtension()) {
        ++state.progress.failures;
        const std::chrono::seconds wait = backOff(state.progress.failures, QRandomGenerator::system()->generateDouble(),
                                                  std::chrono::seconds(error.retryAfter));
        state.progress.retryAt = m_accounts.m_clock.now().addSecs(wait.count());
    }
    if (news && !isExtension())
        m_accounts.note(Event::Kind::RenewalFailed, m_id, false, eventDetail(error));
}

void Accounts::Rotation::finish(const Result<Account> &result)
{
    deleteLater();
    if (const auto state = m_accounts.m_states.find(m_id); state != m_accounts.m_states.end()) {
        state->second.rotation = nullptr;
        state->second.progress.running = false;
        emit m_accounts.accountChanged(m_id);
    }
    m_waiters.tell(result);
}

} // namespace tokendesk
