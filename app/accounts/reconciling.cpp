// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/reconciling.h"

#include "accounts/steps.h"
#include "base/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

Accounts::Reconciling::Reconciling(const QString &accountId, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_id(accountId)
    , m_lock(accounts.m_database.folder(), accountId)
{
}

void Accounts::Reconciling::run()
{
    m_accounts.m_states[m_id].reconciling = true;
    m_lock.acquire(this, then(this, &Reconciling::locked));
}

void Accounts::Reconciling::locked(Result<void> result)
{
    // Whoever held the lock may have brought it to its end.
    const Result<QList<Intent>> intents = m_accounts.m_database.intents();
    const auto found
        = intents ? std::ranges::find(*intents, m_id, &Intent::accountId) : QList<Intent>::const_iterator();
    if (!result || !intents || found == intents->end())
        return finish();
    m_intent = *found;
    m_accounts.m_keychain.read(m_intent.tokenKey, this, then(this, &Reconciling::itemRead));
}

void Accounts::Reconciling::itemRead(Result<Secret> item)
{
    const std::optional<Account> row = m_accounts.m_database.account(m_id).value_or(std::nullopt);
    const bool inMemory = !m_accounts.m_states[m_id].inMemory.isEmpty(); // a newer one, on its way into the keychain
    if (!row || inMemory)
        return finish();
    if (!item && item.error().kind != ErrorKind::InvalidInput)
        return finish();
    if (!item) {
        if (!m_accounts.m_database.endIntent(m_id))
            qCWarning(lcAccounts) << "An intent could not be ended";
        return finish();
    }
    Account account = *row;
    const QString oldKey = std::exchange(account.tokenKey, m_intent.tokenKey);
    // Its lifetime came with an answer that is gone: the next renewal tells.
    account.issueToken(TokenKind::Unknown, std::chrono::seconds(0), m_intent.at);
    account.custody = Custody::Keychain;
    if (m_accounts.commit(account, Event::Kind::Recovered)) {
        m_accounts.put(account, {});
        m_accounts.discardItem(oldKey);
    }
    finish();
}

void Accounts::Reconciling::finish()
{
    if (const auto state = m_accounts.m_states.find(m_id); state != m_accounts.m_states.end())
        state->second.reconciling = false;
    deleteLater();
}

} // namespace tokendesk
