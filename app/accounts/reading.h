// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/steps.h"

namespace tokendesk {

/// One look at an account's token, shared by all who ask while it runs. Tells the account whether the keychain shows
/// it.
class Accounts::Reading : public QObject
{
public:
    Reading(const QString &id, Accounts &accounts);

    void addWaiter(QObject *context, Callback<Secret> done) { m_waiters.add(context, std::move(done)); }
    void run();

private:
    void readItem();
    void itemRead(Result<Secret> result);
    void finish(const Result<Secret> &result);

    Accounts &m_accounts;
    const QString m_id;
    QString m_key;
    Waiters<Secret> m_waiters;
};

} // namespace tokendesk
