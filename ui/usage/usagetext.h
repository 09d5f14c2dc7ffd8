// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QString>

namespace tokendesk {

/// How near an allowance is to its end; never told by colour alone.
enum class UsageMood { Fine, Waits, Throttled };
UsageMood moodOf(int percent);

/// Whose usage it is: "App “Lumen Publisher”", "@shop", "Practice".
QString nameOf(const UsageSample &series, const Services &services);
/// Which allowance, and how it is counted, in a sentence.
QString allowanceInWords(const UsageSample &series);
/// How it stands now, in a sentence: "Throttled, free again in 19 minutes."
QString stateInWords(const UsageSample &newest, const Services &services);
/// The same in a few words, for a row.
QString briefState(const UsageSample &newest, const Services &services);
/// What was measured: "23 Nov 2026, 13:10: 28 % of the calls, …"
QString measureInWords(const UsageSample &sample);

/// Is that sample of the last hour, so that it says something about now?
bool isCurrent(const UsageSample &sample, const QDateTime &now);
/// From when on the app, or the app with the account, is asked again; invalid where nothing holds it up.
QDateTime freeAgainAt(const UsageSample &newest, const Services &services);

} // namespace tokendesk
