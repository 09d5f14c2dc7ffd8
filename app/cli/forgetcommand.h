// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokendesk {

/// `tokendesk-cli forget --everything --yes`: removes whatever the program has put on this computer for its user, also
/// where its database cannot be read. Ends with 0 where all is gone, with 2 where something is left.
int runForget(const QStringList &arguments);

} // namespace tokendesk
