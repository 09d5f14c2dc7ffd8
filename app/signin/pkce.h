// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>

namespace tokendesk {

/// 256 bits from the operating system's generator as 43 characters of base64url: a state (RFC 6749 10.10) or a code
/// verifier (RFC 7636 4.1).
Secret randomToken();

/// The S256 code challenge of a verifier (RFC 7636 4.2).
QByteArray codeChallenge(const Secret &verifier);

} // namespace tokendesk
