// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceserver.h"

#include "base/logging.h"
#include "practice/faultyconnection.h"
#include "practice/httpcompat.h"
#include "practice/practicebroker.h"
#include "practice/practicefacebook.h"
#include "practice/practicefaults.h"
#include "practice/practiceinstagram.h"

#include <QLocale>
#include <QMetaEnum>
#include <QNetworkProxy>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestLog = 1000;
constexpr int portAttempts = 20;

PracticeRequest readRequest(const QHttpServerRequest &request)
{
    const auto methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    const QByteArray method = QByteArray(methods.valueToKey(int(request.method()))).toUpper();
    const bool form = method == "POST";
    return {.method = method,
            .path = request.url().path(),
            .host = request.value("Host"),
            .parameters = form ? readForm(request.value("Content-Type"), request.body())
                               : readUrlEncoded(request.url().query(QUrl::FullyEncoded).toLatin1())};
}

// A web page elsewhere can point a name of its own at this computer, but not the Host header (DNS rebinding).
bool isForThisComputer(const PracticeRequest &request)
{
    static const QRegularExpression loopback(u"^(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]{1,5})?$"_s);
    return loopback.match(QString::fromLatin1(request.host)).hasMatch();
}

PracticeReply webPage(int status, const QByteArray &title)
{
    return {.status = status,
            .headers = {{"Content-Type", "text/html; charset=utf-8"}},
            .body = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>"};
}

PracticeReply foreignAnswer(ForeignAnswer kind, PracticeReply answer)
{
    switch (kind) {
    case ForeignAnswer::Redirect307:
        return {.status = 307, .headers = {{"Location", "/elsewhere"}}, .body = {}};
    case ForeignAnswer::Html200:
        return webPage(200, "Welcome to the hotel network");
    case ForeignAnswer::Html503:
        return webPage(503, "Service Unavailable");
    case ForeignAnswer::Empty:
        return {.status = 200, .headers = {{"Content-Type", "application/json"}}, .body = {}};
    case ForeignAnswer::WrongContentType:
        answer.headers.removeIf([](const auto &header) { return header.first == "Content-Type"; });
        answer.headers.prepend({"Content-Type", "application/octet-stream"});
        return answer;
    }
    Q_UNREACHABLE();
}

PracticeEndpoint endpointOf(const PracticeRequest &request)
{
    return isPracticeFacebook(request) ? practiceFacebookEndpoint(request) : practiceInstagramEndpoint(request);
}

PracticeReply refuseByRedirect(const PracticeRequest &request, const RedirectError &error)
{
    const auto refuse
        = isPracticeFacebook(request) ? &PracticeFacebookDialog::refuseByRedirect : &PracticeConsents::refuseByRedirect;
    return refuse(request, error.error, error.reason, error.description);
}

// Whether what was asked is done before the trouble begins.
bool doesTheWork(const FaultEffect &trouble)
{
    if (const auto *wire = std::get_if<WireFault>(&trouble))
        return *wire == WireFault::Drip || *wire == WireFault::Truncated || *wire == WireFault::ResetAfterRequest;
    const auto *foreign = std::get_if<ForeignAnswer>(&trouble);
    return foreign && *foreign == ForeignAnswer::WrongContentType;
}

} // namespace

class PracticeServer::Private final : public HttpListener
{
public:
    explicit Private(const Clock &clock)
        : m_clock(clock)
    {
    }

    bool listenOn(quint16 port);
    PracticeReply answer(const PracticeRequest &request, const PracticeFaults::Due &due);
    PracticeReply work(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now);
    PracticeReply brokered(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now);
    PracticeReply refuse(const PracticeRequest &request, const PracticeError &error) const;

    const Clock &m_clock;
    std::chrono::milliseconds m_ahead{0};
    quint16 m_port = 0;
    QString m_appSecret = QLatin1StringView(PracticeConsents::publicSecret);
    PracticeInstagram m_instagram;
    PracticeFacebook m_facebook{QLatin1StringView(PracticeConsents::publicSecret)};
    PracticeFaults m_faults;
    QStringList m_log;
    QObject m_faultyConnections; ///< their parent: a member, so that they go before the connections of this server

protected:
    void handle(const QHttpServerRequest &request, QHttpServerResponder responder, QTcpSocket *socket) override;
};

void PracticeServer::Private::handle(const QHttpServerRequest &httpRequest, QHttpServerResponder responder,
                                     QTcpSocket *socket)
{
    const PracticeRequest request = readRequest(httpRequest);
    m_log << QString::fromLatin1(request.method) + u' ' + request.path;
    if (m_log.size() > longestLog)
        m_log.removeFirst();
    if (!isForThisComputer(request)) {
        const PracticeReply refusal = webPage(421, "Not for this computer");
        return send(responder, refusal.status, refusal.headers, refusal.body);
    }
    const PracticeFaults::Due due = m_faults.take(endpointOf(request));
    const PracticeReply reply = answer(request, due);
    const auto *wire = due.trouble ? std::get_if<WireFault>(&*due.trouble) : nullptr;
    if (!wire)
        return send(responder, reply.status, reply.headers, reply.body);
    if (socket)
        new FaultyConnection(*wire, reply, std::move(responder), socket, &m_faultyConnections);
}

PracticeReply PracticeServer::Private::answer(const PracticeRequest &request, const PracticeFaults::Due &due)
{
    const QDateTime now = m_clock.now().addMSecs(m_ahead.count());
    PracticeReply reply;
    if (!due.trouble || doesTheWork(*due.trouble))
        reply = work(request, due.shapes, now);
    reply.headers.append({"Date", QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1()});
    if (!due.trouble)
        return reply;
    if (const auto *error = std::get_if<PracticeError>(&*due.trouble))
        return refuse(request, *error);
    if (const auto *error = std::get_if<RedirectError>(&*due.trouble))
        return refuseByRedirect(request, *error);
    if (const auto *foreign = std::get_if<ForeignAnswer>(&*due.trouble))
        return foreignAnswer(*foreign, reply);
    return reply;
}

PracticeReply PracticeServer::Private::work(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now)
{
    if (endpointOf(request) == PracticeEndpoint::Broker)
        return brokered(request, shapes, now);
    if (!isPracticeFacebook(request))
        return m_instagram.answer(request, shapes, now);
    const PracticeReply reply = m_facebook.answer(request, now);
    return shapes & PracticeShape::NoPageTokens ? PracticeFacebook::withoutPageTokens(reply) : reply;
}

PracticeReply PracticeServer::Private::brokered(const PracticeRequest &request, PracticeShapes shapes,
                                                const QDateTime &now)
{
    const auto onward = PracticeBroker::forwarded(request, m_appSecret);
    if (!onward)
        return PracticeBroker::refusal(onward.error());
    return PracticeBroker::passedOn(work(*onward, shapes, now), request.parameter(u"client_id"_s), shapes);
}

PracticeReply PracticeServer::Private::refuse(const PracticeRequest &request, const PracticeError &error) const
{
    if (endpointOf(request) == PracticeEndpoint::Broker)
        return PracticeBroker::refusal(error);
    return isPracticeFacebook(request) ? PracticeFacebook::refuse(request, error) : m_instagram.refuse(request, error);
}

bool PracticeServer::Private::listenOn(quint16 port)
{
    auto ipv4 = std::make_unique<QTcpServer>();
    ipv4->setProxy(QNetworkProxy::NoProxy);
    if (!ipv4->listen(QHostAddress::LocalHost, port))
        return false;
    auto ipv6 = std::make_unique<QTcpServer>();
    ipv6->setProxy(QNetworkProxy::NoProxy);
    const bool both = ipv6->listen(QHostAddress::LocalHostIPv6, ipv4->serverPort());
    // A computer without IPv6 is fine; somebody else at our port there is not: "localhost" may lead to either.
    if (!both && ipv6->serverError() == QAbstractSocket::AddressInUseError)
        return false;
    m_port = ipv4->serverPort();
    serve(ipv4.release());
    if (both)
        serve(ipv6.release());
    return true;
}

PracticeServer::PracticeServer(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
}

PracticeServer::~PracticeServer() = default;

QString PracticeServer::clientId()
{
    return QString::number(PracticeConsents::appId);
}

QString PracticeServer::clientSecret()
{
    return QLatin1StringView(PracticeConsents::publicSecret);
}

QString PracticeServer::clientToken()
{
    return QLatin1StringView(PracticeFacebookDevices::clientToken);
}

Result<quint16> PracticeServer::listen(quint16 port)
{
    if (d->m_port != 0)
        return d->m_port;
    const int attempts = port == 0 ? portAttempts : 1;
    for (int i = 0; i < attempts && d->m_port == 0; ++i)
        d->listenOn(port);
    if (d->m_port == 0)
        return failure(ErrorKind::PortTaken, u"Practice could not listen on port %1 of this computer"_s.arg(port));
    qCDebug(lcPractice).noquote() << "listening on 127.0.0.1 port" << d->m_port;
    return d->m_port;
}

quint16 PracticeServer::port() const
{
    return d->m_port;
}

void PracticeServer::advance(std::chrono::seconds by)
{
    d->m_ahead += by;
}

void PracticeServer::setClientSecret(const QString &secret)
{
    d->m_appSecret = secret;
    d->m_instagram.setAppSecret(secret);
    d->m_facebook.setAppSecret(secret);
}

void PracticeServer::requireProof()
{
    d->m_facebook.requireProof();
}

void PracticeServer::limitCalls(int perUser)
{
    d->m_instagram.limitCalls(perUser);
    d->m_facebook.limitCalls(perUser);
}

int PracticeServer::throttled() const
{
    return d->m_instagram.throttled() + d->m_facebook.throttled();
}

void PracticeServer::endRenewedTokensAfter(std::chrono::seconds grace)
{
    d->m_instagram.endRenewedTokensAfter(grace);
}

void PracticeServer::inject(const Fault &fault)
{
    d->m_faults.inject(fault);
}

void PracticeServer::clearFaults()
{
    d->m_faults.clear();
}

QStringList PracticeServer::faultNames()
{
    return PracticeFaults::names();
}

QStringList PracticeServer::endpointNames()
{
    return PracticeFaults::endpointNames();
}

QStringList PracticeServer::requests() const
{
    return d->m_log;
}

} // namespace tokendesk
