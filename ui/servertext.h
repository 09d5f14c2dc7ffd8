// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

namespace tokendesk {

/// What a token for a server can do and cannot, and how long it lives; empty for any other.
QString describeServerToken(const Account &account, SecretState secret);

} // namespace tokendesk
