// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokendesk {

/// `tokendesk-cli status`: lists the accounts with their status and times; with --json for programs. Ends with NeedsYou
/// where an account needs somebody. Looks into the database only, never into the keychain.
int runStatus(const QStringList &arguments);

} // namespace tokendesk
