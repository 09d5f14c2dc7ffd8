// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/pastedwords.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr char odd = '\x7F';

/// One character of a text in UTF-8, and how many bytes it takes; of what is no UTF-8, one byte.
struct Symbol
{
    char32_t code = 0;
    qsizetype size = 1;
};

Symbol symbolAt(QByteArrayView text)
{
    const auto byte = [text](qsizetype i) { return char32_t(std::uint8_t(text[i])); };
    const char32_t first = byte(0);
    const qsizetype size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (size == 1 || size > text.size())
        return {first < 0x80 ? first : U'\uFFFD', 1};
    char32_t code = first & (0x7FU >> size);
    for (qsizetype i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {U'\uFFFD', 1};
        code = code << 6 | (byte(i) & 0x3F);
    }
    return {code, size};
}

bool isInvisible(char32_t c)
{
    return c == 0xAD || c == 0xFEFF || c == 0x2060 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E);
}

bool isBlank(char32_t c)
{
    return c == 0xA0 || c == 0x202F || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

bool isQuote(char32_t c)
{
    return c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || (c >= 0x2018 && c <= 0x201F);
}

/// Never longer than the character was.
QByteArrayView plain(char32_t c)
{
    if (isInvisible(c))
        return {};
    if (isBlank(c))
        return " ";
    if (isQuote(c))
        return "\"";
    if (c == 0x2028 || c == 0x2029)
        return "\n";
    return c == 0x2026 ? "..." : "\x7F";
}

bool isTokenCharacter(char c)
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || QByteArrayView("-_|~+").contains(c);
}

/// What tokens and their escapes are made of, and dots, which may stand for a part that is missing.
bool isWordCharacter(char c)
{
    return isTokenCharacter(c) || QByteArrayView("./%").contains(c);
}

/// What the escape at that place stands for; NUL where it stands for nothing that a token has.
char escaped(QByteArrayView text, qsizetype at)
{
    bool isByte = false;
    const int byte = at + 2 < text.size() ? text.sliced(at + 1, 2).toInt(&isByte, 16) : 0;
    return isByte && byte < 0x7F && isTokenCharacter(char(byte)) ? char(byte) : '\0';
}

bool isEdge(char c)
{
    return c == '.' || c == '/';
}

PastedWord::Gap gapOf(QByteArrayView between)
{
    using Gap = PastedWord::Gap;
    const bool blank
        = std::ranges::all_of(between, [](char c) { return c <= ' ' || c == '"' || c == '\'' || c == '`'; });
    if (!blank)
        return Gap::Other;
    return between.contains('\n') || between.contains('\r') ? Gap::Line : Gap::Blank;
}

} // namespace

Secret plainText(QByteArrayView text)
{
    QByteArray ascii;
    ascii.reserve(text.size()); // never moved, so that it leaves no copy behind
    for (qsizetype at = 0; at < text.size();) {
        const Symbol symbol = symbolAt(text.sliced(at));
        if (symbol.code == 0 || symbol.code == char32_t(odd))
            ascii.append(odd);
        else if (symbol.code < 0x80)
            ascii.append(char(symbol.code));
        else
            ascii.append(plain(symbol.code));
        at += symbol.size;
    }
    return Secret::takeFrom(ascii);
}

std::vector<PastedWord> wordsOf(QByteArrayView plain)
{
    std::vector<PastedWord> words;
    qsizetype behind = 0; ///< the end of the word before
    for (qsizetype at = 0; at < plain.size();) {
        if (!isWordCharacter(plain[at])) {
            ++at;
            continue;
        }
        const auto last = std::find_if_not(plain.begin() + at, plain.end(), isWordCharacter);
        const qsizetype end = last - plain.begin();
        QByteArrayView text = plain.sliced(at, end - at);
        const bool masked = end < plain.size() && (plain[end] == '*' || plain[end] == odd);
        const bool dotted = text.indexOf("..") >= 0;
        PastedWord word{.gap = gapOf(plain.sliced(behind, at - behind)), .cutOff = masked || dotted};
        at = end;
        behind = end;
        if (dotted && text.startsWith("..") && !words.empty() && word.gap != PastedWord::Gap::Other)
            words.back().cutOff = true;
        while (!text.isEmpty() && isEdge(text.back()))
            text.chop(1);
        while (!text.isEmpty() && isEdge(text.front()))
            text = text.sliced(1);
        word.text = text;
        if (!text.isEmpty())
            words.push_back(word);
    }
    return words;
}

Secret unescaped(QByteArray &text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool escape = text.at(at) == '%';
        const char meant = escape ? escaped(text, at) : text.at(at);
        if (!meant) {
            wipe(plain.data(), std::size_t(plain.size()));
            return Secret::takeFrom(text);
        }
        plain.append(meant);
        at += escape ? 2 : 0;
    }
    wipe(text.data(), std::size_t(text.size()));
    return Secret::takeFrom(plain);
}

} // namespace tokendesk
