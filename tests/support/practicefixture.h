// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceserver.h"
#include "support/manualclock.h"
#include "support/practiceclient.h"

namespace tokendesk {

/// A Practice server that listens, on a clock that stands still until it is moved.
struct PracticeFixture
{
    PracticeFixture();

    ManualClock clock; ///< Monday, 23 November 2026, 13:00 UTC
    PracticeServer server;
    PracticeClient client; ///< talks to it without any code of the program
};

} // namespace tokendesk
