// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/redirectattempt.h"

#include "signin/pkce.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tokendesk {

RedirectAttempt::RedirectAttempt(Wire over, CertificateStore &certificates, ReplyLimits limits)
    : port(freePort())
    , wire(over)
    , address(u"%1://localhost:%2/instagram/"_s.arg(wire == Wire::Https ? u"https"_s : u"http"_s).arg(port))
    , state(randomToken())
    , handler(std::make_unique<ReplyHandler>(
          state.clone(),
          ReplyHandler::Handlers{.redirected = [this](Redirect redirect) { redirects.push_back(std::move(redirect)); },
                                 .granted = {}},
          limits))
    , refused(handler.get(), &ReplyHandler::refused)
    , closed(handler.get(), &ReplyHandler::closed)
    , listening(handler->listen({address}, certificates).has_value())
{
}

QByteArray RedirectAttempt::request(const QByteArray &path) const
{
    return "GET " + path + " HTTP/1.1\r\nHost: " + host()
        + "\r\nAccept: text/html\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"
          "Sec-Fetch-Dest: document\r\nUpgrade-Insecure-Requests: 1\r\nCookie: of=another; port=here\r\n\r\n";
}

QByteArray RedirectAttempt::redirect() const
{
    return request("/instagram/?code=AQB-1_x&state=" + state.view().toByteArray());
}

bool RedirectAttempt::portIsClosed() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return !socket.waitForConnected(soon) && socket.error() == QAbstractSocket::ConnectionRefusedError;
}

void addWires()
{
    QTest::addColumn<Wire>("wire");
    QTest::newRow("http") << Wire::Http;
    QTest::newRow("https") << Wire::Https;
}

} // namespace tokendesk
