// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlock.h"
#include "accounts/accounts.h"

namespace tokendesk {

/// Finds out what became of one rotation that a program began and did not bring to its end: lock → is the intent still
/// there → is its item in the keychain? Then the account takes it; where it is not there, nothing was stored and the
/// old token stays. A keychain that does not say leaves everything for another time.
class Accounts::Reconciling : public QObject
{
public:
    Reconciling(const QString &accountId, Accounts &accounts);

    void run();

private:
    void locked(Result<void> result);
    void itemRead(Result<Secret> item);
    void refreshTokenRead(Result<Secret> item);
    void refreshTokenMoved(Result<void> result);
    void endIntent();
    void finish();

    Accounts &m_accounts;
    const QString m_id;
    AccountLock m_lock;
    Intent m_intent;
};

} // namespace tokendesk
