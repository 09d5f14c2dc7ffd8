// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <utility>

namespace tokendesk {

/// What was asked, as far as Practice looks at it.
struct PracticeRequest
{
    QByteArray method; ///< "GET", "POST", "DELETE"
    QString path;
    QByteArray host; ///< the Host header
    QHash<QString, QString>
        parameters; ///< of the query, or of the form where there is a body; the last of a name counts

    QString parameter(const QString &name) const { return parameters.value(name); }
};

/// What is answered. Content-Length is added when it is sent.
struct PracticeReply
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// Decodes "a=b+c&d=%C3%A4" (application/x-www-form-urlencoded): "+" is a space, %-pairs are UTF-8.
QHash<QString, QString> readUrlEncoded(const QByteArray &text);

/// Decodes a posted form of either encoding that browsers and HTTP libraries send; nothing for any other type, such as
/// JSON, which Instagram does not take either.
QHash<QString, QString> readForm(const QByteArray &contentType, const QByteArray &body);

PracticeReply jsonReply(int status, const QJsonObject &object);
PracticeReply redirectReply(const QByteArray &location);

} // namespace tokendesk
