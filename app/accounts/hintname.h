// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace tokendesk {

/// What a refusal came down to, as the database and the manifest know it; empty for none. A name that was stored once
/// stays.
QString nameOfHint(ErrorHint hint);
/// The other way round; None for a name that has no meaning, or not any more.
ErrorHint hintOfName(const QString &name);

} // namespace tokendesk
