// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/packedrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// With the quotation marks. Bytes that are no UTF-8 are replaced, as they are without an escape.
QString unescaped(QByteArrayView literal)
{
    const QByteArray array = '[' + QString::fromUtf8(literal).toUtf8() + ']';
    return QJsonDocument::fromJson(array).array().at(0).toString();
}

} // namespace

// As BLOB, or the driver would widen this as well.
QString packed(const QString &columns)
{
    return u"CAST(json_array(%1) AS BLOB)"_s.arg(columns);
}

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
    bool isEscaped = false;
    const char *end = begin + 1;
    for (; end != m_end && *end != '"'; ++end) {
        if (*end == '\\' && end + 1 != m_end) {
            isEscaped = true;
            ++end;
        }
    }
    m_at = std::min(end + 1, m_end);
    skip(',');
    if (isEscaped)
        return unescaped(QByteArrayView(begin, std::min(end + 1, m_end)));
    return begin + 1 == end ? QString() : QString::fromUtf8(begin + 1, end - begin - 1);
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
