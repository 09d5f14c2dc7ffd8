// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawclient.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTest>

namespace tokendesk {

RawClient::RawClient(Wire wire, quint16 port, const QHostAddress &host)
{
    const auto opened = [this] {
        m_open = true;
        m_socket.write(m_waiting);
    };
    connect(&m_socket, &QSslSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
    connect(&m_socket, &QSslSocket::disconnected, this, [this] { m_closed = true; });
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this] { m_closed = true; });
    m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (wire == Wire::Https) {
        connect(&m_socket, &QSslSocket::encrypted, this, opened);
        m_socket.connectToHostEncrypted(host.toString(), port);
    } else {
        connect(&m_socket, &QSslSocket::connected, this, opened);
        m_socket.connectToHost(host, port);
    }
}

RawClient::~RawClient()
{
    m_socket.disconnect(this);
}

void RawClient::send(const QByteArray &bytes)
{
    if (m_open)
        m_socket.write(bytes);
    else
        m_waiting += bytes;
}

bool RawClient::waitSent()
{
    const auto sent = [this] { return m_open && m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() == 0; };
    return QTest::qWaitFor([this, sent] { return m_closed || sent(); });
}

int RawClient::status() const
{
    return m_received.startsWith("HTTP/1.1 ") ? m_received.mid(9, 3).toInt() : 0;
}

QByteArray RawClient::header(QByteArrayView name) const
{
    const QByteArray head = m_received.first(qMax(qsizetype(0), m_received.indexOf("\r\n\r\n")));
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

QByteArray RawClient::body() const
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : m_received.sliced(end + 4);
}

bool RawClient::waitClosed(int milliseconds)
{
    return QTest::qWaitFor([this] { return m_closed; }, milliseconds);
}

bool RawClient::waitAnswered()
{
    const auto complete = [this] { return status() != 0 && body().size() == header("Content-Length").toInt(); };
    return QTest::qWaitFor([this, complete] { return m_closed || complete(); });
}

QByteArray elementOf(const QByteArray &tag, const QByteArray &html)
{
    const QByteArray opening = '<' + tag + '>';
    const qsizetype begin = html.indexOf(opening);
    const qsizetype end = html.indexOf("</" + tag + '>', begin);
    return begin < 0 || end < 0 ? QByteArray() : html.sliced(begin + opening.size(), end - begin - opening.size());
}

quint16 freePort()
{
    // Below those that systems give to whoever wants any: nobody's connection takes it before it is used. Programs that
    // run side by side begin at different ones.
    constexpr qint64 first = 20000;
    constexpr qint64 count = 12000;
    static qint64 next = QCoreApplication::applicationPid() * 389 % count;
    for (;;) {
        const quint16 port = quint16(first + next);
        next = (next + 1) % count;
        QTcpServer four;
        QTcpServer six;
        if (!four.listen(QHostAddress::LocalHost, port))
            continue;
        const bool both = six.listen(QHostAddress::LocalHostIPv6, port);
        if (both || six.serverError() != QAbstractSocket::AddressInUseError)
            return port;
    }
}

} // namespace tokendesk
