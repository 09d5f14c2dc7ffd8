// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smallsocks.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr char version = 5;
constexpr char noSignIn = 0;
constexpr char password = 2;
constexpr char nothingFits = char(0xFF);
constexpr char domainName = 3;

constexpr const char *step = "step"; // a property of each client

QByteArray bytes(std::initializer_list<char> values)
{
    return QByteArray(values.begin(), qsizetype(values.size()));
}

} // namespace

SmallSocks::SmallSocks(quint16 server, QObject *parent)
    : QTcpServer(parent)
    , m_server(server)
{
    connect(this, &QTcpServer::newConnection, this, &SmallSocks::accept);
    listen(QHostAddress::LocalHost);
}

void SmallSocks::accept()
{
    while (QTcpSocket *client = nextPendingConnection()) {
        m_met = true;
        client->setProperty(step, int(Step::Methods));
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

/// Each message comes in one piece from loopback.
void SmallSocks::read(QTcpSocket *client)
{
    if (m_mood == Mood::Hangs)
        return;
    switch (Step(client->property(step).toInt())) {
    case Step::Methods:
        return chooseMethod(client);
    case Step::SignIn:
        return signIn(client);
    case Step::Request:
        return connectOn(client);
    }
}

void SmallSocks::chooseMethod(QTcpSocket *client)
{
    const QByteArray offered = client->readAll().mid(2);
    const bool wants = m_mood == Mood::WantsSignIn;
    const char method = wants ? password : noSignIn;
    if (!offered.contains(method))
        return refuse(client, bytes({version, nothingFits}));
    client->setProperty(step, int(wants ? Step::SignIn : Step::Request));
    client->write(bytes({version, method}));
}

void SmallSocks::signIn(QTcpSocket *client)
{
    const QByteArray message = client->readAll();
    const qsizetype length = uchar(message.at(1));
    m_told.append(message.mid(2, length) + ':' + message.mid(3 + length));
    if (m_told.last() != m_credentials)
        return refuse(client, bytes({1, 1}));
    client->setProperty(step, int(Step::Request));
    client->write(bytes({1, 0}));
}

void SmallSocks::connectOn(QTcpSocket *client)
{
    const QByteArray message = client->readAll();
    if (m_mood == Mood::Forbids)
        return refuse(client, bytes({version, 2, 0, 1, 0, 0, 0, 0, 0, 0}));
    const bool named = message.at(3) == domainName;
    const qsizetype length = named ? uchar(message.at(4)) : 0;
    const int port = uchar(message.at(message.size() - 2)) * 256 + uchar(message.back());
    m_asked.append(named ? u"%1:%2"_s.arg(QString::fromLatin1(message.mid(5, length))).arg(port) : u"an address"_s);
    join(client);
}

void SmallSocks::join(QTcpSocket *client)
{
    client->disconnect(this);
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client,
            [client] { client->write(bytes({version, 0, 0, 1, 127, 0, 0, 1, 0, 0})); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server);
}

void SmallSocks::refuse(QTcpSocket *client, const QByteArray &bytes)
{
    client->write(bytes);
    client->disconnectFromHost();
}

} // namespace tokendesk
