// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace tokendesk {

/// Control characters, line separators and those that turn the writing direction (Unicode UAX #9): with these, text
/// from outside can look like something else.
inline bool isDeceptive(QChar c)
{
    const bool direction = (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
    return direction || c == u'\u2028' || c == u'\u2029' || c.category() == QChar::Other_Control;
}

} // namespace tokendesk
