// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int mostValues = 20'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The value of four hex digits, or -1.
int hexValue(QByteArrayView digits)
{
    bool ok = false;
    const bool plain = digits.size() == 4 && std::ranges::all_of(digits, [](char c) { return isxdigit(uchar(c)); });
    const int value = plain ? digits.toInt(&ok, 16) : 0;
    return ok ? value : -1;
}

/// The line of the first byte that is no UTF-8; 0 where all is well. No character's encoding contains a line end.
int lineOfBadUtf8(QByteArrayView text)
{
    if (text.isValidUtf8())
        return 0;
    int line = 1;
    for (qsizetype end = text.indexOf('\n'); end >= 0 && text.first(end).isValidUtf8(); end = text.indexOf('\n')) {
        text = text.sliced(end + 1);
        ++line;
    }
    return line;
}

/// Recursive descent; the first fault ends it.
class Reader
{
public:
    Reader(QByteArrayView text, int depth)
        : m_text(text)
        , m_depth(depth)
    {
    }

    std::expected<Json, JsonFault> read()
    {
        Json root;
        skipSpace();
        if (readValue(root)) {
            skipSpace();
            if (m_at < m_text.size())
                fail(u"something follows the end"_s);
        }
        if (m_fault)
            return std::unexpected(*m_fault);
        return root;
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool fail(const QString &what)
    {
        if (!m_fault)
            m_fault = JsonFault{m_line, m_at < m_text.size() ? what : u"the text ends too early"_s};
        return false;
    }

    void skipSpace()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
                return;
            if (c == '\n')
                ++m_line;
        }
    }

    bool take(char expected)
    {
        if (m_at >= m_text.size() || peek() != expected)
            return false;
        ++m_at;
        return true;
    }

    bool readValue(Json &value)
    {
        if (++m_values > mostValues)
            return fail(u"too many values"_s);
        value.line = m_line;
        switch (peek()) {
        case '{':
            return readObject(value);
        case '[':
            return readArray(value);
        case '"':
            value.kind = Json::Kind::Text;
            return readText(value.raw);
        case 't':
            return readWord("true", Json::Kind::Bool, value);
        case 'f':
            return readWord("false", Json::Kind::Bool, value);
        case 'n':
            return readWord("null", Json::Kind::Null, value);
        default:
            return readNumber(value);
        }
    }

    bool enter(Json &value, Json::Kind kind)
    {
        if (m_depth == 0)
            return fail(u"nested too deep"_s);
        --m_depth;
        ++m_at;
        value.kind = kind;
        skipSpace();
        return true;
    }

    /// After an item: true where another one follows.
    bool another(char close)
    {
        skipSpace();
        if (take(close)) {
            ++m_depth;
            return false;
        }
        if (!take(','))
            return fail(u"a comma or the end of the list is missing"_s);
        skipSpace();
        return true;
    }

    bool readArray(Json &value)
    {
        if (!enter(value, Json::Kind::Array))
            return false;
        if (peek() == ']')
            return another(']') || !m_fault;
        do {
            value.items.emplace_back();
            if (!readValue(value.items.back()))
                return false;
        } while (another(']'));
        return !m_fault;
    }

    bool readObject(Json &value)
    {
        if (!enter(value, Json::Kind::Object))
            return false;
        if (peek() == '}')
            return another('}') || !m_fault;
        do {
            value.items.emplace_back();
            if (!readMember(value.items.back()))
                return false;
        } while (another('}'));
        return !m_fault && refuseRepeatedKey(value);
    }

    bool readMember(Json &member)
    {
        Json key{.kind = Json::Kind::Text};
        const int keyLine = m_line;
        if (peek() != '"')
            return fail(u"a key in quotes is missing"_s);
        if (!readText(key.raw))
            return false;
        skipSpace();
        if (!take(':'))
            return fail(u"a colon is missing"_s);
        skipSpace();
        if (!readValue(member))
            return false;
        member.key = key.bytes();
        member.keyLine = keyLine;
        return true;
    }

    bool refuseRepeatedKey(const Json &object)
    {
        std::vector<const Json *> members;
        members.reserve(object.items.size());
        for (const Json &item : object.items)
            members.push_back(&item);
        std::ranges::sort(members,
                          [](const Json *a, const Json *b) { return std::tie(a->key, a) < std::tie(b->key, b); });
        const auto twin = std::ranges::adjacent_find(members, {}, &Json::key);
        if (twin == members.end())
            return true;
        m_fault = JsonFault{(*std::next(twin))->keyLine, u"a key is repeated"_s};
        return false;
    }

    bool readText(QByteArrayView &raw)
    {
        const qsizetype start = ++m_at;
        while (m_at < m_text.size() && peek() != '"') {
            if (uchar(peek()) < 0x20)
                return fail(u"a control character or a line end within a text"_s);
            if (peek() == '\\' ? !skipEscape() : (++m_at, false))
                return fail(u"an unknown escape"_s);
        }
        raw = m_text.sliced(start, m_at - start);
        return take('"') || fail({});
    }

    bool skipEscape()
    {
        const char c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (c != 'u') {
            m_at += 2;
            return c != '\0' && QByteArrayView("\"\\/bfnrt").contains(c);
        }
        const int first = unitAt(m_at);
        const bool high = first >= 0xD800 && first < 0xDC00;
        m_at += 6;
        if (!high)
            return first >= 0 && (first < 0xDC00 || first > 0xDFFF);
        const int second
            = m_at + 1 < m_text.size() && m_text[m_at] == '\\' && m_text[m_at + 1] == 'u' ? unitAt(m_at) : -1;
        m_at += 6;
        return second >= 0xDC00 && second <= 0xDFFF;
    }

    int unitAt(qsizetype escape) const
    {
        return escape + 6 <= m_text.size() ? hexValue(m_text.sliced(escape + 2, 4)) : -1;
    }

    bool readWord(QByteArrayView word, Json::Kind kind, Json &value)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return fail(u"an unknown word"_s);
        value.kind = kind;
        value.raw = m_text.sliced(m_at, word.size());
        m_at += word.size();
        return true;
    }

    bool readNumber(Json &value)
    {
        const qsizetype start = m_at;
        take('-');
        const bool zero = take('0');
        if (!zero && !skipDigits())
            return fail(u"no value where one is expected"_s);
        if (take('.') && !skipDigits())
            return fail(u"a number is incomplete"_s);
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            if (!skipDigits())
                return fail(u"a number is incomplete"_s);
        }
        value.kind = Json::Kind::Number;
        value.raw = m_text.sliced(start, m_at - start);
        return true;
    }

    bool skipDigits()
    {
        const qsizetype start = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > start;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth;
    int m_values = 0;
    std::optional<JsonFault> m_fault;
};

/// Writes one character in UTF-8 and returns how many bytes it took.
qsizetype putUtf8(char *out, char32_t c)
{
    if (c < 0x80) {
        out[0] = char(c);
        return 1;
    }
    if (c < 0x800) {
        out[0] = char(0xC0 | (c >> 6));
        out[1] = char(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = char(0xE0 | (c >> 12));
        out[1] = char(0x80 | ((c >> 6) & 0x3F));
        out[2] = char(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = char(0xF0 | (c >> 18));
    out[1] = char(0x80 | ((c >> 12) & 0x3F));
    out[2] = char(0x80 | ((c >> 6) & 0x3F));
    out[3] = char(0x80 | (c & 0x3F));
    return 4;
}

char plainEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

/// The character of the \u escape at `at`, which is moved behind it; the reader has checked surrogates.
char32_t takeUnicodeEscape(QByteArrayView raw, qsizetype &at)
{
    const char32_t first = char32_t(hexValue(raw.sliced(at + 2, 4)));
    at += 6;
    if (first < 0xD800 || first > 0xDBFF)
        return first;
    const char32_t second = char32_t(hexValue(raw.sliced(at + 2, 4)));
    at += 6;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

} // namespace

const Json *Json::member(QByteArrayView name) const
{
    if (kind != Kind::Object)
        return nullptr;
    const auto found = std::ranges::find_if(items, [name](const Json &item) { return item.key == name; });
    return found == items.end() || found->isNull() ? nullptr : &*found;
}

QByteArray Json::bytes() const
{
    if (kind != Kind::Text)
        return {};
    QByteArray decoded(raw.size(), Qt::Uninitialized); // an escape is never shorter than what it stands for
    char *out = decoded.data();
    for (qsizetype at = 0; at < raw.size();) {
        if (raw[at] != '\\') {
            *out++ = raw[at++];
        } else if (raw[at + 1] == 'u') {
            out += putUtf8(out, takeUnicodeEscape(raw, at));
        } else {
            *out++ = plainEscape(raw[at + 1]);
            at += 2;
        }
    }
    decoded.truncate(out - decoded.constData());
    return decoded;
}

std::expected<Json, JsonFault> readJson(QByteArrayView text, int depth)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        return std::unexpected(JsonFault{1, u"a byte order mark"_s});
    if (const int line = lineOfBadUtf8(text))
        return std::unexpected(JsonFault{line, u"not valid UTF-8"_s});
    return Reader(text, depth).read();
}

} // namespace tokendesk
