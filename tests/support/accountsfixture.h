// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

namespace tokendesk {

/// Accounts over a keychain of every mood, with two registered apps "r" and "r2" of Instagram. No network.
class AccountsFixture
{
public:
    AccountsFixture();

    /// What a sign-in brings: a 60-day token of that user.
    NewAccount fresh(const QByteArray &token, const QString &user = QStringLiteral("27640875392278831")) const;

    // The operations, waited for.
    Result<Account> adopt(NewAccount made);
    QByteArray token(const QString &id); ///< or "!" and the kind of error
    Result<void> saveAgain(const QString &id);
    Result<void> remove(const QString &id);

    Accounts &accounts() { return desk.accounts(); }
    Account only() { return accounts().all().value(0); }
    QList<Event::Kind> kinds(const QString &id = {}); ///< of all events, the oldest first

    ManualClock clock;
    MemoryKeychain keychain;
    Desk desk{keychain, clock};
};

} // namespace tokendesk
