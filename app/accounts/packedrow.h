// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <optional>

namespace tokendesk {

/// Reads the values of several columns out of one, one after the other: what json_array() made of them, as BLOB. Qt's
/// driver makes a QVariant of each column of each row and has SQLite widen each text to UTF-16: with thousands of rows
/// that takes longer than all the rest.
class PackedRow
{
public:
    /// The bytes have to outlive this. Begins at that position(), at the first value where it is 0.
    explicit PackedRow(QByteArrayView value, qsizetype position = 0);

    /// Where the next value begins.
    qsizetype position() const { return m_at - m_begin; }

    QString text(); ///< empty for NULL
    std::optional<qint64> number(); ///< nothing for NULL
    QDateTime instant(); ///< UTC; invalid for NULL

private:
    void skip(char expected);
    QString escapedText();

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    bool m_plain; ///< nothing is escaped, and everything is ASCII: that is half the work
};

/// From milliseconds since 1970. Counted from a UTC instant: coming from local time would ask the system for its time
/// zone once per row, and the overload that takes Qt::UTC is deprecated from Qt 6.9 on.
QDateTime instantAt(qint64 milliseconds);

} // namespace tokendesk
