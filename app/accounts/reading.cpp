// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/reading.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

Custody custodyAfter(const Result<Secret> &result)
{
    if (result)
        return Custody::Keychain;
    return result.error().kind == ErrorKind::InvalidInput ? Custody::Gone : Custody::Missing;
}

} // namespace

Accounts::Reading::Reading(const QString &id, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_id(id)
{
}

void Accounts::Reading::run()
{
    QMetaObject::invokeMethod(this, &Reading::readItem, Qt::QueuedConnection);
}

void Accounts::Reading::readItem()
{
    const Account *account = m_accounts.at(m_id);
    if (!account)
        return finish(failure(ErrorKind::InvalidInput, u"The account was removed"_s));
    const Secret &inMemory = m_accounts.m_states[m_id].inMemory;
    if (!inMemory.isEmpty())
        return finish(inMemory.clone());
    m_key = account->tokenKey;
    if (m_key.isEmpty())
        return finish(failure(ErrorKind::InvalidInput, u"The token was in the memory of a program that has ended"_s));
    m_accounts.m_keychain.read(m_key, this, then(this, &Reading::itemRead));
}

void Accounts::Reading::itemRead(Result<Secret> result)
{
    // A new token may have taken the old one's place in the meantime.
    const Account *account = m_accounts.at(m_id);
    if (!account || account->tokenKey != m_key || !m_accounts.m_states[m_id].inMemory.isEmpty())
        return readItem();
    if (result && account->custody == Custody::Missing)
        m_accounts.setCustodyOfStored(Custody::Keychain); // it was locked and is open now
    m_accounts.setCustody(m_id, custodyAfter(result));
    finish(result);
}

void Accounts::Reading::finish(const Result<Secret> &result)
{
    if (const auto state = m_accounts.m_states.find(m_id); state != m_accounts.m_states.end())
        state->second.reading = nullptr;
    deleteLater();
    m_waiters.tell(result);
}

} // namespace tokendesk
