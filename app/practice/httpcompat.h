// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>
#include <QByteArray>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <utility>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace tokendesk {

/// Qt HttpServer as it is spelled in 6.4 and from 6.8 on: every request arrives at one function, together with the
/// connection it came by. Binds to listening servers of our own.
class HttpListener : public QAbstractHttpServer
{
public:
    using QAbstractHttpServer::QAbstractHttpServer;

    /// Takes the server over; false where that cannot be.
    bool serve(QTcpServer *server)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        return bind(server);
#else
        bind(server);
        return servers().contains(server);
#endif
    }

protected:
    /// `socket` may be null where the client has left.
    virtual void handle(const QHttpServerRequest &request, QHttpServerResponder responder, QTcpSocket *socket) = 0;

    static void send(QHttpServerResponder &responder, int status,
                     const QList<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &body)
    {
        const auto code = QHttpServerResponder::StatusCode(status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        QHttpHeaders all;
        for (const auto &[name, value] : headers)
            all.append(name, value);
        responder.write(body, all, code);
#else
        responder.writeStatusLine(code);
        for (const auto &[name, value] : headers)
            responder.writeHeader(name, value);
        responder.writeHeader("Content-Length", QByteArray::number(body.size()));
        responder.writeBody(body);
#endif
    }

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) final
    {
        handle(request, std::move(responder), socketOf(request));
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) final { }

    QTcpSocket *socketOf(const QHttpServerRequest &request) const
    {
        for (QTcpSocket *socket : findChildren<QTcpSocket *>()) {
            if (socket->peerPort() == request.remotePort() && socket->peerAddress() == request.remoteAddress())
                return socket;
        }
        return nullptr;
    }
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) final
    {
        handle(request, makeResponder(request, socket), socket);
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) final { }
#endif
};

} // namespace tokendesk
