// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArrayView>
#include <vector>

namespace tokendesk {

/// A run of characters that tokens are made of, in a text that somebody has pasted.
struct PastedWord
{
    enum class Gap {
        Line, ///< a line break and blanks
        Blank, ///< blanks, or quotation marks around the word
        Other, ///< something that stands for itself, such as a comma
    };

    QByteArrayView text{}; ///< points into the plain text
    Gap gap = Gap::Other; ///< between it and the word before it
    bool cutOff = false; ///< dots or stars stand in it or behind it, as where something was left out
};

/// The text in ASCII: blanks and quotation marks of all sorts are simple ones, invisible characters are gone, an
/// ellipsis is three dots, and any other character is DEL.
Secret plainText(QByteArrayView text);

/// The words of a plain text, in their order.
std::vector<PastedWord> wordsOf(QByteArrayView plain);

/// Percent escapes resolved, where all of them stand for what tokens are made of; otherwise the text as it is, so that
/// it reads the same the next time. Wipes what it is given.
Secret unescaped(QByteArray &text);

} // namespace tokendesk
