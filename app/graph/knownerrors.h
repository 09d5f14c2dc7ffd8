// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>
#include <optional>

namespace tokendesk {

/// What an error comes down to for the program and for the one who phrases it.
struct Verdict
{
    ErrorKind kind = ErrorKind::Malformed;
    ErrorHint hint = ErrorHint::None;
};

// The program's whole knowledge of what providers' errors mean, in tables. Each answers with nothing for what it does
// not know.

/// Texts of Meta that say more than the code beside them.
std::optional<Verdict> verdictOfText(const QString &message);
/// The same for what the provider's own page says to the person, from where no answer comes; in English and German.
std::optional<Verdict> verdictOfPage(const QString &words);
/// What such pages say, word for word, the most frequent first: for those who would rather pick than copy.
QStringList pageSentences();
/// Error words: RFC 6749 4.1.2.1 and 5.2, RFC 6750 3.1, RFC 8628 3.5, the types of Instagram's token endpoint.
std::optional<Verdict> verdictOfWord(const QString &word);
/// Codes of the Graph API, with the subcode where it has one.
std::optional<Verdict> verdictOfCode(int code, int subcode);

} // namespace tokendesk
