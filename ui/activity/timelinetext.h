// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/operation.h"

#include <QString>

namespace tokendesk {

/// What came of a request, in a few words: "HTTP 200", "HTTP 400, code 190", "No answer in time".
QString outcomeOf(const RequestNote &note);

/// For a mail: a line for each request with tabs between instant in UTC (ISO 8601), method, host, path, status, what
/// was wrong, the provider's code, subcode and trace id, and how long it took in milliseconds. Redacted.
QString asText(const Operation &operation);

} // namespace tokendesk
