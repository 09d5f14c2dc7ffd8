// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace tokendesk {

/// An HTTP proxy as companies have them (RFC 9110 9.3.6), on 127.0.0.1: it takes CONNECT, wants Basic credentials where
/// told so, and leads every host to one server of the test.
class SmallProxy : public QTcpServer
{
    Q_OBJECT
public:
    enum class Mood { Open, WantsSignIn, Forbids, Hangs };

    explicit SmallProxy(quint16 server, QObject *parent = nullptr);

    void setMood(Mood mood) { m_mood = mood; }
    /// "user:password" that lets through where the mood is WantsSignIn.
    void setCredentials(const QByteArray &credentials) { m_credentials = credentials; }
    QString name() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }

    QByteArrayList asked() const { return m_asked; } ///< the heads of all requests
    QStringList connected() const { return m_connected; } ///< "host:port" that were let through

private:
    void accept();
    void read(QTcpSocket *client);
    void answer(QTcpSocket *client, const QByteArray &head);
    bool isWelcome(const QByteArray &head) const;
    void join(QTcpSocket *client);

    const quint16 m_server;
    Mood m_mood = Mood::Open;
    QByteArray m_credentials{};
    QByteArrayList m_asked{};
    QStringList m_connected{};
};

} // namespace tokendesk
