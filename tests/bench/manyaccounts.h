// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

/// Writes so many accounts of Practice, of which none is due, into the database that is in the folder. False, with the
/// reason on stderr, where that fails.
bool fillWithAccounts(const QString &folder, int count);

/// The memory that this process takes, its share of what it shares included.
double proportionalMegabytes();

} // namespace tokendesk
