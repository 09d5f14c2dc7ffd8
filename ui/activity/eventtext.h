// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QString>

namespace tokendesk {

/// What happened, in one sentence for the window: why something failed stands there in words.
QString describe(const Event &event);

/// One line for a mail or a table: instant in UTC (ISO 8601), account, sentence, outcome, the provider's code and its
/// trace id, with tabs between them; kinds of trouble by their names, as support knows them; the last two are empty
/// where the event has none. Redacted.
QString lineOf(const Event &event);

} // namespace tokendesk
