// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace tokendesk {

/// A SOCKS 5 proxy (RFC 1928) on 127.0.0.1: it takes CONNECT, wants a user and a password (RFC 1929) where told so, and
/// leads every host to one server of the test.
class SmallSocks : public QTcpServer
{
    Q_OBJECT
public:
    enum class Mood { Open, WantsSignIn, Forbids, Hangs };

    explicit SmallSocks(quint16 server, QObject *parent = nullptr);

    void setMood(Mood mood) { m_mood = mood; }
    /// "user:password" that lets through where the mood is WantsSignIn.
    void setCredentials(const QByteArray &credentials) { m_credentials = credentials; }
    QString name() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }

    QStringList asked() const { return m_asked; } ///< "host:port", or "an address" where the name was not left to us
    QByteArrayList told() const { return m_told; } ///< "user:password" of all who signed in, right or wrong
    bool isMet() const { return m_met; } ///< has anybody connected?

private:
    enum class Step { Methods, SignIn, Request };

    void accept();
    void read(QTcpSocket *client);
    void chooseMethod(QTcpSocket *client);
    void signIn(QTcpSocket *client);
    void connectOn(QTcpSocket *client);
    void join(QTcpSocket *client);
    static void refuse(QTcpSocket *client, const QByteArray &bytes);

    const quint16 m_server;
    Mood m_mood = Mood::Open;
    bool m_met = false;
    QByteArray m_credentials{};
    QStringList m_asked{};
    QByteArrayList m_told{};
};

} // namespace tokendesk
