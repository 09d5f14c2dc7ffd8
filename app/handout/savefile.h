// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace tokendesk {

/// Writes a file that holds no secret, whole or not at all: what was there before stays where anything goes wrong.
/// Errors: Storage.
Result<void> saveFile(const QString &path, const QByteArray &content);

} // namespace tokendesk
