// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "graph/tokenkind.h"

#include <QString>
#include <vector>

namespace tokendesk {

/// One row of a file of many tokens.
struct TokenRow
{
    int line = 1; ///< where it begins, from 1
    QString name{}; ///< what the file calls the account, without "@"; empty where it does not
    PastedToken read{};
    int sameAs = 0; ///< the line with the same token before it; 0 where it is the first
};

/// The largest file that is read, bytes, and the most rows of it.
constexpr qsizetype largestTokenFile = 4 * 1024 * 1024;
constexpr std::size_t mostTokenRows = 10'000;

/// Reads a file of many tokens: one per line, or CSV (RFC 4180) with comma, semicolon or tab and a heading or none. The
/// token is the cell that looks like one, or the column called "token" or "access_token"; the name is the column called
/// "name", "account", "username" or "label", or the first cell that is neither a token nor a number. A row of several
/// tokens, as JSON has it, is one for each. UTF-8, or UTF-16
/// with a byte order mark as Excel writes it. Errors: InvalidInput, too large or too many rows, with the line.
Result<std::vector<TokenRow>> readTokenList(const Secret &file);

} // namespace tokendesk
