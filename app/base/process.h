// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// Makes sure that a crash leaves no memory image with secrets behind: no core file and no attaching debugger of
/// another process on Linux (prctl), no debugger on macOS (ptrace), no heap in Windows error reports. Debug builds keep
/// their dumps. Call first thing in main.
void forbidMemoryDumps();

} // namespace tokendesk
