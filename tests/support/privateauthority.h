// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSslServer>

namespace tokendesk {

/// A certificate and its key, PEM both.
struct Identity
{
    QByteArray certificate{};
    QByteArray key{};
};

/// An authority as a company has one of its own: vouches for any host.
class PrivateAuthority
{
public:
    explicit PrivateAuthority(const QByteArray &commonName, const QDateTime &from = QDateTime::currentDateTimeUtc(),
                              int days = 30);

    QByteArray pem() const { return m_own.certificate; }
    /// A certificate for that host.
    Identity vouchFor(const QByteArray &host) const;

private:
    Identity m_own;
};

/// An https server of the test: answers every request with the same bytes and notes what it was told.
class SecureServer : public QSslServer
{
public:
    explicit SecureServer(const Identity &identity);

    void answer(int status, const QByteArray &body, const QByteArray &headers = {});
    QByteArray heard() const { return m_heard; }

private:
    void accept();

    QByteArray m_answer;
    QByteArray m_heard;
};

} // namespace tokendesk
