// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smallproxy.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace tokendesk {

namespace {

void refuse(QTcpSocket *client, const QByteArray &status, const QByteArray &headers = {})
{
    client->write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    client->disconnectFromHost();
}

} // namespace

SmallProxy::SmallProxy(quint16 server, QObject *parent)
    : QTcpServer(parent)
    , m_server(server)
{
    connect(this, &QTcpServer::newConnection, this, &SmallProxy::accept);
    listen(QHostAddress::LocalHost);
}

void SmallProxy::accept()
{
    while (QTcpSocket *client = nextPendingConnection()) {
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

void SmallProxy::read(QTcpSocket *client)
{
    const QByteArray head = client->peek(16 * 1024);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    client->skip(end + 4);
    m_asked.append(head.first(end));
    answer(client, head.first(end));
}

void SmallProxy::answer(QTcpSocket *client, const QByteArray &head)
{
    if (m_mood == Mood::Hangs)
        return;
    if (m_mood == Mood::Forbids || !head.startsWith("CONNECT "))
        return refuse(client, "403 Forbidden");
    if (m_mood == Mood::WantsSignIn && !isWelcome(head))
        return refuse(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"company\"\r\n");
    m_connected.append(QString::fromLatin1(head.split(' ').value(1)));
    join(client);
}

bool SmallProxy::isWelcome(const QByteArray &head) const
{
    return head.contains("Basic " + m_credentials.toBase64() + "\r\n")
        || head.endsWith("Basic " + m_credentials.toBase64());
}

void SmallProxy::join(QTcpSocket *client)
{
    client->disconnect(this);
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client, [client] { client->write("HTTP/1.1 200 Connected\r\n\r\n"); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server);
}

} // namespace tokendesk
