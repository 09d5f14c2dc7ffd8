// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

/// Account::accountType in words, "Creator account": on the account's page as in the table that is handed out. A type
/// that is not known, as it is.
QString accountTypeInWords(const QString &accountType);

} // namespace tokendesk
