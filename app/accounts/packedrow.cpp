// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/packedrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <charconv>

namespace tokendesk {

namespace {

/// With the quotation marks. Bytes that are no UTF-8 are replaced, as they are without an escape.
QString unescaped(QByteArrayView literal)
{
    const QByteArray array = '[' + QString::fromUtf8(literal).toUtf8() + ']';
    return QJsonDocument::fromJson(array).array().at(0).toString();
}

} // namespace

PackedRow::PackedRow(QByteArrayView value)
    : m_at(value.begin())
    , m_end(value.end())
{
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
    char bits = 0; // of all bytes together
    const char *end = first;
    for (; end != m_end && *end != '"' && *end != '\\'; ++end)
        bits |= *end;
    if (end != m_end && *end == '\\')
        return escapedText();
    m_at = std::min(end + 1, m_end);
    skip(',');
    if (first == end)
        return {};
    const QByteArrayView bytes(first, end);
    const bool isAscii = (bits & 0x80) == 0; // which is half the work
    return isAscii ? QString::fromLatin1(bytes) : QString::fromUtf8(bytes);
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
    m_at = std::find(end, m_end, ',');
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
