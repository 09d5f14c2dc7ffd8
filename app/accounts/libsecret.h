// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// Makes libsecret, which QtKeychain loads on Linux, forget its session with the keyring, so that the next job opens a
/// new one. Version 0.20 keeps the session of a keyring that was restarted, and everything fails with "The session does
/// not exist" until the program ends. Not while a job is out. False where there is no libsecret.
bool forgetKeyringSession();

} // namespace tokendesk
