// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// The places between the steps of a rotation at which a test ends the program as kill -9 would.
enum class FaultPoint {
    Locked = 1,
    ReadAgain,
    IntentWritten,
    Answered, ///< the provider gave the new token, nothing of it is stored
    ItemWritten, ///< into the keychain, not read back
    ItemReadBack,
    BeforeCommit,
    Committed, ///< with its event
    OldItemRemoved,
};

/// Every number of a FaultPoint is at most this.
inline constexpr int lastFaultPoint = int(FaultPoint::OldItemRemoved);

#ifdef TOKENDESK_FAULT_POINTS
/// Ends the program here if the environment variable FAULT_AT holds the number of this place.
void faultPoint(FaultPoint point);
#else
/// Nothing: what users run has no such places.
inline void faultPoint(FaultPoint) { }
#endif

} // namespace tokendesk
