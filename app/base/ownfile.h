// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

namespace tokendesk {

/// Writes a file that is the user's alone from its first byte, and complete or not there; an older one is replaced in
/// one step. The folder is made where it is missing. Never through a symbolic link: that is Storage, as a full disk is.
Result<void> writeOwnFile(const QString &path, QByteArrayView content);

/// Removes a file, or a symbolic link and not what it points at. One that is not there is no failure.
Result<void> removeOwnFile(const QString &path);

} // namespace tokendesk
