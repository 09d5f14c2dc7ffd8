// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// What window and command line do alike, first thing in main and before the QCoreApplication: names the application,
/// so that both find the same files (Paths::standard), takes over the messages and forbids memory dumps.
void prepareApplication();

} // namespace tokendesk
