// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "graph/tokenkind.h"

#include <optional>

namespace tokendesk {

/// What somebody shows the doctor: an error, a token, or both.
struct Symptom
{
    PastedToken token{}; ///< or what else of the kind stands in it, such as a code or an app secret
    std::optional<Error> error{}; ///< as far as one was found; its texts are redacted
    bool isUnknown = false; ///< there is something, and nobody here knows what
};

/// Reads a pasted text: an error as JSON, in an address that came back (error=…), as a line of a log with its codes, or
/// in the words of a page in English or German, over any line breaks; and a token as readPastedToken() does. Pure;
/// nothing of the text is kept but the token itself.
Symptom readSymptom(QByteArrayView text);

} // namespace tokendesk
