// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/retired.h"

#include <QString>

namespace tokendesk {

/// What a person is told of a way that Meta has closed: when it ended, and what replaces it.
QString retiredSentence(const Retired &old);

} // namespace tokendesk
