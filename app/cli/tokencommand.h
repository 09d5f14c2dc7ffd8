// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokendesk {

/// `tokendesk-cli token NAME`: the token and nothing else on standard output. Ends with NeedsYou and prints nothing
/// where the token is known not to work, with Trouble where it cannot be read.
int runToken(const QStringList &arguments);
/// `tokendesk-cli list`: the accounts, one a line, for scripts. No token.
int runList(const QStringList &arguments);

} // namespace tokendesk
