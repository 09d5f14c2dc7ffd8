// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// From now on Ctrl-C, SIGTERM, and closing the console on Windows quit the application's event loop instead of killing
/// the process, so that everything is taken down in order. Call once, after the QCoreApplication exists.
void quitWhenInterrupted();

} // namespace tokendesk
