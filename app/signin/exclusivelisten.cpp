// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/exclusivelisten.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>

#include <cstring>
#endif

namespace tokendesk {

#ifdef Q_OS_WIN

namespace {

int bindTo(SOCKET socket, const QHostAddress &address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in name{};
        name.sin_family = AF_INET;
        name.sin_port = htons(port);
        name.sin_addr.s_addr = htonl(address.toIPv4Address());
        return ::bind(socket, reinterpret_cast<const sockaddr *>(&name), sizeof name);
    }
    sockaddr_in6 name{};
    name.sin6_family = AF_INET6;
    name.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&name.sin6_addr, &bytes, sizeof bytes);
    return ::bind(socket, reinterpret_cast<const sockaddr *>(&name), sizeof name);
}

// The socket stays open only where the server took it over.
Listening handOver(QTcpServer &server, SOCKET socket, const QHostAddress &address, quint16 port)
{
    const BOOL exclusive = TRUE;
    const auto *value = reinterpret_cast<const char *>(&exclusive);
    const bool listening = ::setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, value, sizeof exclusive) == 0
        && bindTo(socket, address, port) == 0 && ::listen(socket, server.listenBacklogSize()) == 0
        && server.setSocketDescriptor(qintptr(socket));
    if (listening)
        return Listening::Yes;
    const bool missing = ::WSAGetLastError() == WSAEADDRNOTAVAIL;
    ::closesocket(socket);
    return missing ? Listening::NoSuchAddress : Listening::Taken;
}

} // namespace

Listening listenExclusively(QTcpServer &server, const QHostAddress &address, quint16 port)
{
    WSADATA data;
    if (::WSAStartup(MAKEWORD(2, 2), &data) != 0)
        return Listening::NoSuchAddress;
    const int family = address.protocol() == QAbstractSocket::IPv4Protocol ? AF_INET : AF_INET6;
    const SOCKET socket = ::WSASocketW(family, SOCK_STREAM, IPPROTO_TCP, nullptr, 0, WSA_FLAG_OVERLAPPED);
    const Listening listening
        = socket == INVALID_SOCKET ? Listening::NoSuchAddress : handOver(server, socket, address, port);
    ::WSACleanup(); // the server holds Winsock open by itself
    return listening;
}

#else

Listening listenExclusively(QTcpServer &server, const QHostAddress &address, quint16 port)
{
    if (server.listen(address, port))
        return Listening::Yes;
    const bool missing = server.serverError() == QAbstractSocket::SocketAddressNotAvailableError
        || server.serverError() == QAbstractSocket::UnsupportedSocketOperationError;
    return missing ? Listening::NoSuchAddress : Listening::Taken;
}

#endif

} // namespace tokendesk
