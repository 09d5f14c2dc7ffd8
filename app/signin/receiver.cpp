// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/receiver.h"

#include "signin/exclusivelisten.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <algorithm>
#include <functional>
#include <utility>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr qint64 readAhead = 16 * 1024;
constexpr int backlog = 512; // a burst of connections that overflows it costs the browser a second
// How long an answer may take to leave, and how long the rest of a refused request is read: closing over unread bytes
// resets the connection, and the answer is lost with it.
constexpr auto farewell = 1s;

std::unique_ptr<QTcpSocket> makeSocket(qintptr descriptor, const std::optional<QSslConfiguration> &tls)
{
    auto plain = tls ? nullptr : std::make_unique<QTcpSocket>();
    auto secure = tls ? std::make_unique<QSslSocket>() : nullptr;
    QTcpSocket &socket = tls ? *secure : *plain;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setReadBufferSize(readAhead);
    if (!socket.setSocketDescriptor(descriptor))
        return nullptr;
    if (!tls)
        return plain;
    return secure;
}

} // namespace

Visitor::Visitor(std::unique_ptr<QTcpSocket> socket, const std::optional<QSslConfiguration> &tls,
                 std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_tls(tls)
{
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Visitor::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Visitor::finish);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &Visitor::leave);
    connect(&m_timer, &QTimer::timeout, this, &Visitor::leave);
    m_timer.setSingleShot(true);
    m_timer.start(deadline);
}

Visitor::~Visitor()
{
    m_socket->disconnect(this);
    if (m_stage == Stage::Answered)
        m_socket->flush();
}

/// TLS begins with a handshake record (RFC 8446 5.1), a request with the letters of its method.
void Visitor::chooseEncryption()
{
    char first = 0;
    if (m_socket->peek(&first, 1) != 1)
        return;
    const QSslConfiguration tls = *std::exchange(m_tls, {});
    m_plain = first >= 'A' && first <= 'Z';
    if (m_plain)
        return;
    auto &secure = static_cast<QSslSocket &>(*m_socket); // it is made as one where there is a configuration
    secure.setSslConfiguration(tls);
    secure.startServerEncryption();
}

void Visitor::read()
{
    if (m_tls) {
        chooseEncryption();
        if (!m_plain)
            return; // the bytes so far are the handshake's
    }
    while (m_stage == Stage::Reading && m_socket->bytesAvailable() > 0) {
        switch (m_reader.feed(m_socket->read(readAhead))) {
        case RequestReader::State::Incomplete:
            break;
        case RequestReader::State::Complete:
            m_stage = Stage::Asking;
            m_timer.stop();
            emit asked();
            return;
        case RequestReader::State::Refused:
            m_stage = Stage::Asking;
            emit babbled(m_reader.status());
            return;
        case RequestReader::State::NotHttp:
            leave();
            return;
        }
    }
    if (m_stage == Stage::Answered)
        m_socket->skip(m_socket->bytesAvailable());
}

void Visitor::answer(const QByteArray &response)
{
    if (m_stage != Stage::Asking)
        return;
    m_stage = Stage::Answered;
    m_timer.start(farewell);
    m_socket->write(response);
    m_socket->flush();
    if (m_reader.state() == RequestReader::State::Complete)
        m_socket->disconnectFromHost();
    else
        m_socket->skip(m_socket->bytesAvailable());
}

void Visitor::leave()
{
    m_socket->abort();
    finish();
}

void Visitor::finish()
{
    if (m_stage == Stage::Gone)
        return;
    m_stage = Stage::Gone;
    m_timer.stop();
    deleteLater();
    emit left();
}

// QSslServer counts a connection that has not finished its handshake as pending and stops listening at thirty of them,
// until their five seconds are over: a few idle connections would keep the browser out. Here each is admitted at once.
class Receiver::Door : public QTcpServer
{
public:
    explicit Door(Receiver &receiver)
        : m_receiver(receiver)
    {
        setProxy(QNetworkProxy::NoProxy);
        setListenBacklogSize(backlog);
    }

    /// Oldest first.
    QList<Visitor *> visitors() const
    {
        QList<Visitor *> present = findChildren<Visitor *>(Qt::FindDirectChildrenOnly);
        present.removeIf([](const Visitor *visitor) { return visitor->isGone(); });
        return present;
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_receiver.admit(*this, descriptor); }

private:
    Receiver &m_receiver;
};

Receiver::Receiver(std::chrono::milliseconds headerDeadline, QObject *parent)
    : QObject(parent)
    , m_headerDeadline(headerDeadline)
{
}

Receiver::~Receiver() = default;

bool Receiver::open(const RedirectAddress &address, const std::optional<QSslConfiguration> &tls)
{
    m_tls = tls;
    const QList<QHostAddress> hosts = address.host == QLatin1StringView("localhost")
        ? QList{QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}
        : QList{QHostAddress(address.host)};
    for (const QHostAddress &host : hosts) {
        auto door = std::make_unique<Door>(*this);
        const Listening listening = listenExclusively(*door, host, address.port);
        if (listening == Listening::Taken) {
            m_doors.clear();
            return false;
        }
        if (listening == Listening::Yes)
            m_doors.push_back(std::move(door));
    }
    return isOpen();
}

void Receiver::admit(Door &door, qintptr descriptor)
{
    auto socket = makeSocket(descriptor, m_tls);
    if (!socket)
        return;
    const QList<Visitor *> present = door.visitors();
    const auto oldest = std::find_if(present.begin(), present.end(), std::mem_fn(&Visitor::isExpendable));
    if (present.size() >= mostVisitors && oldest != present.end())
        (*oldest)->leave();

    auto *visitor = new Visitor(std::move(socket), m_tls, m_headerDeadline, &door);
    connect(visitor, &Visitor::asked, this, [this, visitor] { emit asked(visitor); });
    connect(visitor, &Visitor::babbled, this, [this, visitor](int status) { emit babbled(visitor, status); });
}

void Receiver::close()
{
    for (const auto &door : m_doors) {
        door->close();
        // The one that is just leaving may be why we close: it must outlive its door.
        for (Visitor *visitor : door->findChildren<Visitor *>(Qt::FindDirectChildrenOnly)) {
            visitor->setParent(this);
            if (!visitor->isAnswered())
                visitor->leave();
        }
    }
    m_doors.clear();
}

} // namespace tokendesk

#include "moc_receiver.cpp"
