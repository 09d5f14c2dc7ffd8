// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QNetworkAccessManager;

namespace tokendesk {

class Clock;

/// Handles everything that this program has still to handle, and what comes of that, until nothing is left; at most a
/// thousand rounds. Shows that something does not happen where it would by now be on its way in this thread. It says
/// nothing of other threads and programs: requests are made in a thread of their own, keyrings and buses answer later.
void settle();

/// Waits until no request of that network is out any more, and settles. False where one stays out for five seconds.
/// What was given up is over then: its answer cannot come, and nothing was asked after it.
bool comesToRest(const QNetworkAccessManager &network);

/// Waits until every Deadline that runs has looked at its clock, and what came of that is done. False where even one of
/// its own does not.
bool letDeadlinesLook(const Clock &clock);

} // namespace tokendesk
