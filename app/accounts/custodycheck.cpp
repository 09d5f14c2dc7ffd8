// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/custodycheck.h"

#include "accounts/steps.h"

namespace tokendesk {

namespace {
constexpr int enoughMisses = 2;
}

Accounts::CustodyCheck::CustodyCheck(Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
{
    for (const Account &account : accounts.all()) {
        if (account.custody == Custody::Keychain || account.custody == Custody::Missing)
            m_ids.append(account.id);
    }
}

void Accounts::CustodyCheck::askNext()
{
    if (m_ids.isEmpty())
        return deleteLater();
    m_accounts.token(m_ids.takeFirst(), this, then(this, &CustodyCheck::answered));
}

void Accounts::CustodyCheck::answered(Result<Secret> result)
{
    const bool isOpen = result || result.error().kind == ErrorKind::InvalidInput;
    if (isOpen)
        return deleteLater();
    if (++m_misses < enoughMisses)
        return askNext();
    m_accounts.setCustodyOfStored(Custody::Missing);
    deleteLater();
}

} // namespace tokendesk
