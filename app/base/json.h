// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <expected>
#include <vector>

namespace tokendesk {

/// One value of a JSON text (RFC 8259). It points into the bytes it was read from, which must outlive it, so that a
/// token is not copied about; it keeps numbers as they were written and knows its line, which Qt's reader does not.
struct Json
{
    enum class Kind { Null, Bool, Number, Text, Array, Object };

    Kind kind = Kind::Null;
    int line = 1; ///< where the value begins, from 1
    QByteArrayView raw{}; ///< "true", the number as written, or a text between its quotes, escapes and all
    QByteArray key{}; ///< decoded; of a member of an object
    int keyLine = 0; ///< where the key stands
    std::vector<Json> items{}; ///< of an array or an object, in the order of the text

    bool isNull() const { return kind == Kind::Null; }
    bool isText() const { return kind == Kind::Text; }
    bool isArray() const { return kind == Kind::Array; }
    bool isObject() const { return kind == Kind::Object; }
    bool isTrue() const { return kind == Kind::Bool && raw == "true"; }

    /// The member of that name; null where there is none or it is JSON's null.
    const Json *member(QByteArrayView name) const;
    /// A text's bytes in UTF-8 with the escapes resolved, the only copy; empty for other kinds.
    QByteArray bytes() const;
    /// The same as text.
    QString text() const { return QString::fromUtf8(bytes()); }
};

/// Why a text is no JSON that we read.
struct JsonFault
{
    int line = 1;
    QString what; ///< plain English: "a key is repeated"
};

/// Reads strictly: valid UTF-8 without a byte order mark, at most `depth` arrays and objects inside each other, no
/// repeated key, no lone surrogate, nothing after the value, at most 20,000 values.
std::expected<Json, JsonFault> readJson(QByteArrayView text, int depth);

} // namespace tokendesk
