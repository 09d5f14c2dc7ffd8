// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/renewer.h"
#include "practice/practiceserver.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

#include <memory>

namespace tokendesk {

/// Accounts and a renewer over Practice, with a clock to move. A test inherits it, and calls begin() and end() around
/// each of its functions.
class RenewalStage
{
protected:
    void begin();
    void end();

    Accounts &accounts() { return m_desk->accounts(); }
    Account only() { return accounts().all().value(0); }
    AccountStatus status() { return accounts().status(only().id); }

    /// An account of Practice as a sign-in leaves it, with a token of that kind issued now.
    NewAccount fresh(TokenKind kind, quint64 user) const;
    Account adopt(NewAccount made);
    Account adopt(TokenKind kind = TokenKind::LongLived, quint64 user = 27640875392278831);
    Secret token(const QString &id);

    /// A look at the clock, until everything that was due has been tried.
    void round();
    /// Until the request is with the server and its answer not yet here, so that a test can act in between.
    void beginRenewal(const QString &id, Awaited<Account> &renewed);

    int renewals() const; ///< that the server was asked for
    int count(Event::Kind kind);

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Renewer> m_renewer;
};

} // namespace tokendesk
