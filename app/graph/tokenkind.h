// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "provider/retired.h"

#include <optional>
#include <vector>

namespace tokendesk {

/// Whom a token speaks to, by how it begins. Meta documents none of it, but it has been so for years.
enum class TokenOrigin {
    Unknown,
    Instagram, ///< IGAA…: Instagram Login, graph.instagram.com
    BasicDisplay, ///< IGQV…: ended
    LegacyInstagram, ///< 1234567.89abcde.…: ended
    Facebook, ///< EAA…: a user, a Page or a system user, graph.facebook.com
    App, ///< 1234567|…: an app speaks for itself
    Practice, ///< PRACTICE…: the built-in stand-in
    PracticeFacebook, ///< PRACTICEFB…: the same as Facebook
};

/// What there is in a pasted text.
enum class PasteFinding {
    Empty,
    Token, ///< one token, as far as can be seen a whole one
    Truncated, ///< the beginning of one, or one with its middle left out
    Several, ///< more than one: a list
    Retired, ///< a token, a scope or an address that Meta has closed
    AppSecret, ///< 32 hexadecimal digits: belongs to an app
    AppId, ///< only digits
    Code, ///< what a consent page gives an app, once and for an hour
    TooLong,
    NoToken,
};

struct PastedToken
{
    PasteFinding finding = PasteFinding::Empty;
    TokenOrigin origin = TokenOrigin::Unknown;
    Secret token{}; ///< of Token alone
    std::optional<Retired> retired{}; ///< of Retired alone
    int tokens = 0; ///< how many there are; the first one counts once, however often it stands there
};

/// The largest text that is looked at, bytes.
constexpr qsizetype largestPaste = 256 * 1024;

/// Finds the one token in a text as people paste it: with blanks, quotation marks and line breaks, behind "Bearer" or
/// "access_token=", in a whole address, in JSON, in a line of a script. Of a text that holds something else it says
/// what. Pure; nothing of the text is copied anywhere but into the result.
PastedToken readPastedToken(QByteArrayView text);
/// The app that an app's own token is of: its id; empty for any other token.
QString appOf(const PastedToken &pasted);
/// Each token in the text, whole or not, where it may hold several; nothing that is no token.
std::vector<PastedToken> readPastedTokens(QByteArrayView text);

} // namespace tokendesk
