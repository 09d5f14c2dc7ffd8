// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faultyconnection.h"

#include <algorithm>
#include <chrono>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr std::chrono::milliseconds dripInterval = 100ms;
constexpr qint64 hugeSize = 60 * 1024 * 1024;
constexpr qint64 pourSize = 256 * 1024;
constexpr char hugeStart[] = "{\"access_token\":\"PRACTICE\",\"padding\":\"";
constexpr char hugeEnd[] = "\"}";

QByteArray onTheWire(const PracticeReply &reply)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + " Practice\r\n";
    for (const auto &[name, value] : reply.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body;
}

// The next close sends RST instead of FIN.
void forgetUnsent(qintptr descriptor)
{
    const linger none{1, 0};
#ifdef Q_OS_WIN
    setsockopt(SOCKET(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&none), sizeof none);
#else
    setsockopt(int(descriptor), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
}

} // namespace

FaultyConnection::FaultyConnection(WireFault fault, const PracticeReply &answer, QHttpServerResponder responder,
                                   QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_fault(fault)
    , m_bytes(onTheWire(answer))
    , m_responder(std::move(responder))
    , m_socket(socket)
{
    connect(socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
    connect(socket, &QObject::destroyed, this, &QObject::deleteLater);
    // Not at once: Qt has not done with the request that is being handled.
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &FaultyConnection::play);
    m_timer.start(0ms);
}

void FaultyConnection::play()
{
    if (!m_socket)
        return;
    switch (m_fault) {
    case WireFault::Hang:
        return;
    case WireFault::Drip:
        return dripOn();
    case WireFault::Reset:
    case WireFault::ResetAfterRequest:
        return reset();
    case WireFault::Garbage:
        return sendAndClose("\x16\x03\x01garbage, not HTTP\r\n\r\n");
    case WireFault::Truncated:
        return sendAndClose(m_bytes.chopped(20));
    case WireFault::Huge:
        break;
    }
    m_left = hugeSize;
    connect(m_socket, &QIODevice::bytesWritten, this, &FaultyConnection::pourOn);
    const qint64 length = qint64(sizeof hugeStart) - 1 + hugeSize + qint64(sizeof hugeEnd) - 1;
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(length)
                    + "\r\n\r\n" + hugeStart);
}

void FaultyConnection::dripOn()
{
    if (m_bytes.isEmpty())
        return;
    m_socket->write(m_bytes.first(1));
    m_bytes.remove(0, 1);
    m_timer.start(dripInterval);
}

void FaultyConnection::pourOn()
{
    if (m_left == 0 || m_socket->bytesToWrite() > pourSize)
        return;
    const qint64 size = std::min(m_left, pourSize);
    m_left -= size;
    m_socket->write(QByteArray(size, 'x') + (m_left == 0 ? hugeEnd : ""));
}

void FaultyConnection::reset()
{
    forgetUnsent(m_socket->socketDescriptor());
    m_socket->abort();
}

void FaultyConnection::sendAndClose(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->disconnectFromHost();
}

} // namespace tokendesk
