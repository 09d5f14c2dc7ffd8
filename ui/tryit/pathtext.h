// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/apipath.h"

#include <QString>

namespace tokendesk {

/// Why that path is not asked for, and what to type instead. `host` is where the provider's API is.
QString describe(PathFault fault, const QString &host);

} // namespace tokendesk
