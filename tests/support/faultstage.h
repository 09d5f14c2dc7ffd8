// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/databasetrouble.h"
#include "support/renewalstage.h"

namespace tokendesk {

/// Two accounts of Practice whose tokens are to be renewed, and what has to be true of them after any fault: nothing is
/// lost while it lasts, and nothing is left of it once it is over, all without a restart.
class FaultStage : protected RenewalStage
{
protected:
    /// In place of begin(): adopts both, until the keychain knows them, and lets a day pass.
    void beginWithTwo();
    QString file() const { return m_desk->folder() + QStringLiteral("/tokendesk.sqlite"); }

    /// Is the token that the account has one that was issued at this moment?
    bool hasFreshToken(const QString &id);
    QList<Event::Kind> kinds(const QString &id); ///< of its events, the oldest first

    /// Both accounts are there, the other one as it was, and nothing that was in the keychain is gone.
    void nothingIsLost();
    /// The account works with the newest token, which is in the keychain beside no other item, and would be after a
    /// restart. Looks at the clock until it is so.
    void allIsWell();

    Account m_before; ///< the account that the faults are about
    Account m_other;
};

} // namespace tokendesk
