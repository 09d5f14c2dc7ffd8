// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicemessages.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

// RFC 7578, as far as forms without files need it.
QHash<QString, QString> readMultipart(const QByteArray &boundary, const QByteArray &body)
{
    static const QRegularExpression fieldName(uR"(content-disposition:\s*form-data;[^\r\n]*\bname="?([^";\r\n]+))"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    QHash<QString, QString> fields;
    const QByteArray delimiter = "\r\n--" + boundary;
    const QByteArray whole = "\r\n" + body;
    qsizetype start = whole.indexOf(delimiter);
    while (start >= 0) {
        start += delimiter.size();
        const qsizetype end = whole.indexOf(delimiter, start);
        if (end < 0)
            break;
        const QByteArray part = whole.sliced(start, end - start);
        const qsizetype headerEnd = part.indexOf("\r\n\r\n");
        const auto name = fieldName.match(QString::fromUtf8(part.first(qMax<qsizetype>(headerEnd, 0))));
        if (name.hasMatch())
            fields.insert(name.captured(1), QString::fromUtf8(part.sliced(headerEnd + 4)));
        start = end;
    }
    return fields;
}

} // namespace

QHash<QString, QString> readUrlEncoded(const QByteArray &text)
{
    QHash<QString, QString> fields;
    for (const QByteArray &pair : text.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            fields.insert(decoded(pair.first(equals)), decoded(pair.sliced(equals + 1)));
    }
    return fields;
}

QHash<QString, QString> readForm(const QByteArray &contentType, const QByteArray &body)
{
    if (contentType.toLower().startsWith("application/x-www-form-urlencoded"))
        return readUrlEncoded(body);
    static const QRegularExpression boundary(uR"(^multipart/form-data;.*\bboundary="?([^";\s]{1,70}))"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const auto match = boundary.match(QString::fromLatin1(contentType));
    return match.hasMatch() ? readMultipart(match.captured(1).toLatin1(), body) : QHash<QString, QString>();
}

PracticeReply jsonReply(int status, const QJsonObject &object)
{
    return {.status = status,
            .headers = {{"Content-Type", "application/json; charset=UTF-8"}, {"Cache-Control", "private, no-store"}},
            .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

PracticeReply redirectReply(const QByteArray &location)
{
    return {.status = 302, .headers = {{"Location", location}, {"Cache-Control", "no-store"}}, .body = {}};
}

} // namespace tokendesk
