// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/reconciling.h"

#include "accounts/steps.h"
#include "accounts/storing.h"
#include "base/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr std::chrono::seconds soon(1); // a lifetime that makes a renewal due
} // namespace

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
    if (!item && !refreshKeyOf(m_intent.tokenKey).isEmpty())
        return m_accounts.m_keychain.read(refreshKeyOf(m_intent.tokenKey), this,
                                          then(this, &Reconciling::refreshTokenRead));
    if (!item)
        return endIntent();
    Account account = *row;
    const QString oldKey = std::exchange(account.tokenKey, m_intent.tokenKey);
    // Its lifetime came with an answer that is gone: the next renewal tells.
    if (refreshKeyOf(m_intent.tokenKey).isEmpty())
        account.issueToken(TokenKind::Unknown, std::chrono::seconds(0), m_intent.at);
    else
        account.issueToken(TokenKind::Refreshable, soon, m_intent.at);
    account.custody = Custody::Keychain;
    if (m_accounts.commit(account, Event::Kind::Recovered)) {
        m_accounts.put(account, {});
        m_accounts.discardItem(oldKey);
    }
    finish();
}

/// Where the refresh token alone was written, it is the only one that still works: it takes the place of the one beside
/// the present token, which is renewed with it at once.
void Accounts::Reconciling::refreshTokenRead(Result<Secret> item)
{
    const std::optional<Account> row = m_accounts.m_database.account(m_id).value_or(std::nullopt);
    if (!item && item.error().kind != ErrorKind::InvalidInput)
        return finish();
    if (!item || !row || refreshKeyOf(row->tokenKey).isEmpty())
        return endIntent();
    m_accounts.m_keychain.write(refreshKeyOf(row->tokenKey), *item, this, then(this, &Reconciling::refreshTokenMoved));
}

void Accounts::Reconciling::refreshTokenMoved(Result<void> result)
{
    std::optional<Account> row = m_accounts.m_database.account(m_id).value_or(std::nullopt);
    if (!result || !row)
        return finish();
    row->issueToken(TokenKind::Refreshable, soon, m_intent.at);
    if (!m_accounts.commit(*row, Event::Kind::Recovered)) // ends the intent, and its item is a leftover
        return finish();
    m_accounts.put(*row, {});
    m_accounts.discardItem(m_intent.tokenKey);
    finish();
}

void Accounts::Reconciling::endIntent()
{
    if (!m_accounts.m_database.endIntent(m_id))
        qCWarning(lcAccounts) << "An intent could not be ended";
    finish();
}

void Accounts::Reconciling::finish()
{
    if (const auto state = m_accounts.m_states.find(m_id); state != m_accounts.m_states.end())
        state->second.reconciling = false;
    deleteLater();
}

} // namespace tokendesk
