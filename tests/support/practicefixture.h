// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceserver.h"
#include "provider/catalog.h"
#include "support/manualclock.h"
#include "support/practiceclient.h"

namespace tokendesk {

/// A Practice server that listens, on a clock that stands still until it is moved, and the catalog that leads to it.
struct PracticeFixture
{
    PracticeFixture();
    Q_DISABLE_COPY_MOVE(PracticeFixture)

    /// Practice as the program talks to it, at the server's port.
    Provider provider() const;

    ManualClock clock; ///< Monday, 23 November 2026, 13:00 UTC
    PracticeServer server;
    Catalog catalog;
    PracticeClient client; ///< talks to it without any code of the program
};

} // namespace tokendesk
