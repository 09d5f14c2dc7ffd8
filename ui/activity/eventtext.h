// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QString>

namespace tokendesk {

/// What happened, in one sentence.
QString describe(const Event &event);

} // namespace tokendesk
