// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceserver.h"
#include "support/fakebrowser.h"

#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QString>
#include <QStringList>
#include <memory>
#include <utility>

namespace tokendesk {

/// Talks to a Practice server as a program does, one request after the other and without any code of the program.
class PracticeClient
{
public:
    using Values = QList<std::pair<QString, QString>>;

    struct Answer
    {
        int status = 0; ///< 0 where none came
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QByteArray body;
        QList<QNetworkReply::RawHeaderPair> headers;

        QJsonObject json() const;
        QJsonObject graphError() const { return json().value(QLatin1StringView("error")).toObject(); }
        QByteArray header(const QByteArray &name) const;
    };

    /// Of the server at this port of 127.0.0.1, in whichever process.
    explicit PracticeClient(quint16 port)
        : m_port(port)
    {
    }

    /// `path` may begin with "http" to go to another place than the server's 127.0.0.1.
    QUrl url(const QString &path, const Values &query = {}) const;
    Answer get(const QString &path, const Values &query = {}) { return wait(start("GET", url(path, query))); }
    Answer remove(const QString &path, const Values &query) { return wait(start("DELETE", url(path, query))); }
    Answer post(const QString &path, const Values &form);
    Answer post(const QString &path, const QByteArray &contentType, const QByteArray &body);

    /// Sends without waiting; the reply is the caller's to end.
    std::unique_ptr<QNetworkReply> start(const QByteArray &method, const QUrl &url, const QByteArray &contentType = {},
                                         const QByteArray &body = {});
    static Answer wait(std::unique_ptr<QNetworkReply> reply);

    // A sign-in, in its steps.
    QString redirectUri() const; ///< leads nowhere: only the address counts
    Values authorization(const QStringList &scopes) const;
    QUrl signIn(const Values &query, const FakeBrowser::Person &person = {});
    QString code(const FakeBrowser::Person &person = {});
    Values exchange(const QString &code) const;
    QString shortToken(const FakeBrowser::Person &person = {});
    QString longToken(const FakeBrowser::Person &person = {});

    Answer extend(const QString &token);
    Answer renew(const QString &token);
    Answer me(const QString &token);

private:
    quint16 m_port;
    QNetworkAccessManager m_network;
};

/// The form or query that these values make, percent-encoded to the last character.
QByteArray encoded(const PracticeClient::Values &values);

} // namespace tokendesk
