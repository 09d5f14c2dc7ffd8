// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/tokenkind.h"

#include "graph/pastedwords.h"

#include <algorithm>
#include <vector>

namespace tokendesk {

namespace {

constexpr qsizetype shortestHint = 16; ///< in prose, what begins like a token and is shorter is a word
constexpr qsizetype shortestToken = 50; ///< every one that was seen is longer by far
constexpr qsizetype longestToken = 4096;
constexpr qsizetype secretLength = 32;
constexpr qsizetype shortestPiece = 16; ///< of a token with a blank in it

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexadecimal(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLetter(char c)
{
    return isLower(c) || isUpper(c);
}

bool isAppSecret(QByteArrayView word)
{
    return word.size() == secretLength && std::ranges::all_of(word, isHexadecimal);
}

/// "token", "Thanks", "2027": what stands around a token in a mail.
bool isProse(QByteArrayView word)
{
    const bool plainWord = isLetter(word.front()) && std::ranges::all_of(word.sliced(1), isLower);
    return plainWord || std::ranges::all_of(word, isDigit);
}

/// So many digits that end at `end`, which may be escaped; 0 where there is no such thing.
qsizetype digitsBefore(QByteArrayView word, QByteArrayView end)
{
    const qsizetype digits = std::ranges::find_if_not(word, isDigit) - word.begin();
    const QByteArrayView rest = word.sliced(digits);
    return digits >= 5 && rest.first(std::min(rest.size(), end.size())).compare(end, Qt::CaseInsensitive) == 0 ? digits
                                                                                                               : 0;
}

bool isLegacyToken(QByteArrayView word)
{
    const qsizetype digits = digitsBefore(word, ".");
    if (digits == 0)
        return false;
    const QByteArrayView rest = word.sliced(digits + 1);
    const qsizetype dot = rest.indexOf('.');
    return dot >= 5 && std::ranges::all_of(rest.first(dot), isHexadecimal) && isAppSecret(rest.sliced(dot + 1));
}

TokenOrigin originOf(QByteArrayView word)
{
    if (word.startsWith("PRACTICEFB"))
        return TokenOrigin::PracticeFacebook;
    if (word.startsWith("PRACTICE"))
        return TokenOrigin::Practice;
    if (word.startsWith("IGQ"))
        return TokenOrigin::BasicDisplay;
    if (word.size() > 2 && word.startsWith("IG") && isUpper(word[2]))
        return TokenOrigin::Instagram;
    if (word.startsWith("EAA"))
        return TokenOrigin::Facebook;
    if (digitsBefore(word, "|") > 0 || digitsBefore(word, "%7C") > 0)
        return TokenOrigin::App;
    return isLegacyToken(word) ? TokenOrigin::LegacyInstagram : TokenOrigin::Unknown;
}

/// Is this where a token begins? What is as short as a word counts only where little else is there or where it
/// was cut off.
bool begins(const PastedWord &word, const std::vector<PastedWord> &words)
{
    if (originOf(word.text) == TokenOrigin::Unknown)
        return false;
    return word.text.size() >= shortestHint || word.cutOff || words.size() <= 2;
}

/// Does the word go on with what stands before it? A mail breaks a token into lines, a document puts a blank into it.
bool continues(const PastedWord &word)
{
    if (word.gap == PastedWord::Gap::Other || isProse(word.text) || originOf(word.text) != TokenOrigin::Unknown)
        return false;
    return word.gap == PastedWord::Gap::Line || word.text.size() >= shortestPiece;
}

/// The token that begins there, its pieces joined.
PastedToken tokenAt(const std::vector<PastedWord> &words, std::size_t at)
{
    PastedToken found{.finding = PasteFinding::Token, .origin = originOf(words[at].text), .tokens = 1};
    bool cutOff = words[at].cutOff;
    std::size_t end = at + 1;
    qsizetype size = words[at].text.size();
    for (; !cutOff && end < words.size() && continues(words[end]); ++end) {
        size += words[end].text.size();
        cutOff = words[end].cutOff;
    }
    QByteArray joined;
    joined.reserve(size);
    for (std::size_t i = at; i < end; ++i)
        joined.append(words[i].text);
    found.token = unescaped(joined);
    if (found.origin == TokenOrigin::LegacyInstagram)
        found.finding = PasteFinding::Retired;
    else if (cutOff || found.token.size() < shortestToken)
        found.finding = PasteFinding::Truncated;
    else if (found.token.size() > longestToken)
        found.finding = PasteFinding::TooLong;
    if (found.origin == TokenOrigin::App && found.token.size() >= secretLength && !cutOff)
        found.finding = PasteFinding::Token; // an app's id and its secret are shorter than other tokens
    return found;
}

void noteRetired(PastedToken &found)
{
    if (found.origin == TokenOrigin::BasicDisplay)
        found.retired = retired(RetiredWay::BasicDisplay);
    if (found.origin == TokenOrigin::LegacyInstagram)
        found.retired = retired(RetiredWay::LegacyApi);
    if (found.retired)
        found.finding = PasteFinding::Retired;
    if (found.finding != PasteFinding::Token)
        found.token = {};
}

bool isCode(QByteArrayView text, const std::vector<PastedWord> &words)
{
    // Instagram puts "#_" behind a code, Facebook "#_=_".
    if (text.contains("?code=") || text.contains("&code=") || text.contains("#_"))
        return true;
    return words.size() == 1 && words.front().text.startsWith("AQ") && words.front().text.size() >= shortestToken;
}

/// The first one counts once, however often it stands there: a text and its signature often repeat it.
std::vector<PastedToken> tokensIn(const std::vector<PastedWord> &words)
{
    std::vector<PastedToken> found;
    Secret first;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!begins(words[i], words))
            continue;
        PastedToken next = tokenAt(words, i);
        if (!found.empty() && next.token == first)
            continue;
        if (found.empty())
            first = next.token.clone();
        noteRetired(next);
        found.push_back(std::move(next));
    }
    return found;
}

/// What a text without a token is.
PastedToken otherThing(QByteArrayView text, const std::vector<PastedWord> &words)
{
    if (words.empty())
        return {.finding = text.trimmed().isEmpty() ? PasteFinding::Empty : PasteFinding::NoToken};
    if (const auto old = retiredIn(text))
        return {.finding = PasteFinding::Retired, .retired = old};
    if (isCode(text, words))
        return {.finding = PasteFinding::Code};
    if (std::ranges::any_of(words, isAppSecret, &PastedWord::text))
        return {.finding = PasteFinding::AppSecret};
    const QByteArrayView word = words.back().text;
    if (words.size() == 1 && word.size() >= 5 && std::ranges::all_of(word, isDigit))
        return {.finding = PasteFinding::AppId};
    return {.finding = PasteFinding::NoToken};
}

} // namespace

PastedToken readPastedToken(QByteArrayView text)
{
    if (text.size() > largestPaste)
        return {.finding = PasteFinding::TooLong};
    const Secret plain = plainText(text);
    const std::vector<PastedWord> words = wordsOf(plain.view());
    std::vector<PastedToken> found = tokensIn(words);
    if (found.empty())
        return otherThing(plain.view(), words);
    if (found.size() > 1)
        return {.finding = PasteFinding::Several, .tokens = int(found.size())};
    return std::move(found.front());
}

QString appOf(const PastedToken &pasted)
{
    const QByteArrayView token = pasted.token.view();
    const bool ofApp = pasted.origin == TokenOrigin::App && pasted.finding == PasteFinding::Token;
    return ofApp ? QString::fromLatin1(token.first(std::max<qsizetype>(token.indexOf('|'), 0))) : QString();
}

std::vector<PastedToken> readPastedTokens(QByteArrayView text)
{
    if (text.size() > largestPaste)
        return {};
    const Secret plain = plainText(text);
    return tokensIn(wordsOf(plain.view()));
}

} // namespace tokendesk
