// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QSslSocket>
#include <memory>

namespace tokendesk {

/// What stands inside the first element of that name; empty where there is none.
QByteArray elementOf(const QByteArray &tag, const QByteArray &html);

enum class Wire { Http, Https };

/// A client that sends exactly the bytes it is told over a real socket, and keeps what comes back. With Wire::Https it
/// takes any certificate, as a person does who clicks the warning away. Lives in the test's event loop.
class RawClient : public QObject
{
    Q_OBJECT
public:
    RawClient(Wire wire, quint16 port, const QHostAddress &host = QHostAddress(QHostAddress::LocalHost));
    ~RawClient() override;

    /// Sends them in order, as soon as there is a connection.
    void send(const QByteArray &bytes);
    /// Waits until these bytes have left.
    bool waitSent();
    void close() { m_socket.disconnectFromHost(); }
    void abort() { m_socket.abort(); }

    bool isOpen() const { return m_open; } ///< connected, and over TLS agreed
    bool isClosed() const { return m_closed; } ///< by either side, or never connected
    QByteArray received() const { return m_received; }
    int status() const; ///< of the HTTP answer; 0 while there is none
    QByteArray header(QByteArrayView name) const; ///< empty where missing
    QByteArray body() const;
    QByteArray element(const QByteArray &tag) const { return elementOf(tag, body()); }
    QSslCertificate certificate() const { return m_socket.peerCertificate(); }

    /// Waits, running the event loop, until the server has closed the connection.
    bool waitClosed(int milliseconds = 5000);
    /// Waits until the answer is as long as it says it is, or the connection is closed.
    bool waitAnswered();

private:
    QSslSocket m_socket;
    QByteArray m_received{};
    QByteArray m_waiting{}; ///< bytes given before there was a connection
    bool m_open = false;
    bool m_closed = false;
};

/// A port that nothing listens on, neither on 127.0.0.1 nor on ::1, and that no connection is given by itself; each
/// time another one.
quint16 freePort();

} // namespace tokendesk
