// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/packedrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <charconv>
#include <cstring>

namespace tokendesk {

namespace {

/// With the quotation marks. Bytes that are no UTF-8 are replaced, as they are without an escape.
QString unescaped(QByteArrayView literal)
{
    const QByteArray array = '[' + QString::fromUtf8(literal).toUtf8() + ']';
    return QJsonDocument::fromJson(array).array().at(0).toString();
}

bool isPlain(QByteArrayView bytes)
{
    char bits = 0;
    for (const char byte : bytes)
        bits |= byte;
    return (bits & 0x80) == 0 && !bytes.contains('\\');
}

} // namespace

PackedRow::PackedRow(QByteArrayView value, qsizetype position)
    : m_begin(value.begin())
    , m_at(value.begin() + position)
    , m_end(value.end())
    , m_plain(isPlain(value.sliced(position)))
{
    if (position == 0)
        skip('[');
}

void PackedRow::skip(char expected)
{
    if (m_at != m_end && *m_at == expected)
        ++m_at;
}

QString PackedRow::text()
{
    const char *const begin = m_at;
    if (begin == m_end || *begin != '"') { // null
        m_at = std::find(m_at, m_end, ',');
        skip(',');
        return {};
    }
    const char *const first = begin + 1;
    const void *const quote = std::memchr(first, '"', std::size_t(m_end - first));
    const char *const end = quote ? static_cast<const char *>(quote) : m_end;
    const QByteArrayView bytes(first, end);
    if (!m_plain && bytes.contains('\\'))
        return escapedText();
    m_at = std::min(end + 1, m_end);
    skip(',');
    if (bytes.isEmpty())
        return {};
    return m_plain ? QString::fromLatin1(bytes) : QString::fromUtf8(bytes);
}

QString PackedRow::escapedText()
{
    const char *const begin = m_at;
    const char *end = begin + 1;
    while (end != m_end && *end != '"')
        end += *end == '\\' && end + 1 != m_end ? 2 : 1;
    m_at = std::min(end + 1, m_end);
    skip(',');
    return unescaped(QByteArrayView(begin, std::min(end + 1, m_end)));
}

std::optional<qint64> PackedRow::number()
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(m_at, m_end, value);
    m_at = end != m_end && *end == ',' ? end : std::find(end, m_end, ',');
    skip(',');
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

QDateTime PackedRow::instant()
{
    const std::optional<qint64> milliseconds = number();
    return milliseconds ? instantAt(*milliseconds) : QDateTime();
}

QDateTime instantAt(qint64 milliseconds)
{
    static const QDateTime epoch = QDateTime::fromMSecsSinceEpoch(0).toUTC();
    return epoch.addMSecs(milliseconds);
}

} // namespace tokendesk
