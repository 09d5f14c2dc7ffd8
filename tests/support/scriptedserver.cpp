// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include "support/settle.h"

#include <QTest>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qint64 mostInFlight = 256 * 1024;

QByteArray bodyOf(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : request.sliced(end + 4);
}

bool isComplete(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    static constexpr QByteArrayView name("\r\ncontent-length:");
    const qsizetype at = request.first(end).toLower().indexOf(name);
    if (at < 0)
        return true;
    const qsizetype value = at + name.size();
    return bodyOf(request).size() >= request.sliced(value, request.indexOf("\r\n", value) - value).trimmed().toInt();
}

void reset(QTcpSocket &socket)
{
    linger now{};
    now.l_onoff = 1;
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&now),
                 sizeof now);
    socket.abort();
}

} // namespace

ScriptedServer::ScriptedServer(QObject *parent)
    : QTcpServer(parent)
{
    connect(this, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    listen(QHostAddress::LocalHost);
}

void ScriptedServer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    script({"HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body});
}

QString ScriptedServer::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(QString::number(serverPort()), path);
}

QByteArray ScriptedServer::body(qsizetype index) const
{
    return bodyOf(m_requests.at(index));
}

void ScriptedServer::hangUp()
{
    for (QTcpSocket *socket : findChildren<QTcpSocket *>())
        socket->disconnectFromHost();
}

bool ScriptedServer::catchUp()
{
    QTcpSocket last;
    last.connectToHost(QHostAddress::LocalHost, serverPort());
    const bool taken = QTest::qWaitFor([this, &last] { return last.localPort() != 0 && m_newest == last.localPort(); });
    settle();
    return taken;
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        m_newest = socket->peerPort();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QTcpSocket::deleteLater);
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    const QByteArray request = socket->property("request").toByteArray() + socket->readAll();
    socket->setProperty("request", request);
    if (!isComplete(request))
        return;
    socket->setProperty("request", QByteArray());
    m_requests.append(request);
    reply(socket);
}

void ScriptedServer::reply(QTcpSocket *socket)
{
    Q_ASSERT(!m_script.isEmpty());
    const Reply next = m_script.size() > 1 ? m_script.dequeue() : m_script.head();
    socket->setProperty("bytes", next.bytes);
    socket->setProperty("left", next.repeat);
    socket->setProperty("end", int(next.end));
    connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { sendMore(socket); });
    sendMore(socket);
}

void ScriptedServer::sendMore(QTcpSocket *socket)
{
    const QByteArray bytes = socket->property("bytes").toByteArray();
    int left = bytes.isEmpty() ? 0 : socket->property("left").toInt();
    while (left > 0 && socket->bytesToWrite() < mostInFlight) {
        m_bytesSent += socket->write(bytes);
        --left;
    }
    socket->setProperty("left", left);
    if (left > 0 || socket->bytesToWrite() > 0)
        return;
    switch (End(socket->property("end").toInt())) {
    case End::Close:
        socket->disconnectFromHost();
        return;
    case End::Reset:
        reset(*socket);
        return;
    case End::Hang:
        return;
    }
}

} // namespace tokendesk
