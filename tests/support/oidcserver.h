// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QString>
#include <QUrl>

namespace tokendesk {

/// npm's oidc-provider in a process of its own (tests/oidc/server.mjs), on a free port of this computer.
class OidcServer
{
public:
    OidcServer();
    ~OidcServer();

    /// Empty where it runs; else why it does not.
    QString fault() const { return m_fault; }
    /// Its file for the catalog, as the provider "test". `authentication` as in a provider file.
    QByteArray provider(const QByteArray &authentication) const;
    QString issuer() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

    /// Anna goes to this page, signs in and agrees, or with "refusers" stops before that; where the browser is sent to
    /// at last.
    QString visit(const QUrl &page, const QString &path = QStringLiteral("people"));
    /// The browser follows an address that is not the server's: the status of what it gets.
    int open(const QString &address);
    /// The status of a request for the user's profile with this token.
    int profileStatus(const QByteArray &token);

private:
    QByteArray get(const QNetworkRequest &request, int *status = nullptr);

    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_fault;
    int m_port = 0;
};

} // namespace tokendesk
