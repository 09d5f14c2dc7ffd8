// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QByteArray>
#include <QList>

namespace tokendesk {

/// An account and what is said of it in words, which are the window's or the command line's.
struct AccountCsvRow
{
    Account account{};
    QString provider{}; ///< its name
    QString word{}; ///< "Working"
    QString detail{}; ///< what stands behind it: "renews on 27 Nov"
    bool needsYou = false;
};

/// The accounts as a table for spreadsheets and scripts: RFC 4180 in UTF-8 with a byte order mark (without one Excel
/// takes it for another encoding), headings first, one line each, times in UTC as ISO 8601. Never a token. What a
/// spreadsheet would take for a formula, or round because it has more than 15 digits, stands behind an apostrophe;
/// control characters become blanks. Pure.
QByteArray accountCsv(const QList<AccountCsvRow> &rows);

/// One cell of it.
QString csvCell(QString text);

} // namespace tokendesk
