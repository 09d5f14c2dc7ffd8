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
    /// The bytes have to outlive this.
    explicit PackedRow(QByteArrayView value);

    QString text(); ///< empty for NULL
    std::optional<qint64> number(); ///< nothing for NULL
    QDateTime instant(); ///< UTC; invalid for NULL

private:
    void skip(char expected);
    QString escapedText();

    const char *m_at;
    const char *m_end;
};

/// From milliseconds since 1970. Counted from a UTC instant: coming from local time would ask the system for its time
/// zone once per row, and the overload that takes Qt::UTC is deprecated from Qt 6.9 on.
QDateTime instantAt(qint64 milliseconds);

} // namespace tokendesk
