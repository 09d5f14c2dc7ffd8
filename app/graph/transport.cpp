// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/transport.h"

#include "graph/oneshotbody.h"
#include "graph/proxies.h"
#include "graph/replyguard.h"

#include <QBuffer>
#include <QMetaEnum>
#include <QNetworkInformation>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

QSslConfiguration tlsPolicy()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

/// What Qt says of a request that brought no answer. Its errorString() holds the whole address and is never used.
Error transportError(QNetworkReply::NetworkError code)
{
    ErrorKind kind = ErrorKind::Offline;
    switch (code) {
    case QNetworkReply::SslHandshakeFailedError:
        kind = ErrorKind::Insecure;
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        kind = ErrorKind::TimedOut;
        break;
    case QNetworkReply::OperationCanceledError:
        kind = ErrorKind::Cancelled;
        break;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::UnknownServerError:
        kind = ErrorKind::Malformed;
        break;
    default: // of some thirty codes every other one means that no connection stood or lasted
        break;
    }
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(code);
    return {.kind = kind, .what = u"no answer: "_s + QLatin1StringView(name)};
}

/// Did the request end before the whole answer was here? ContentReSendError is none: Qt up to 6.8 ends a POST that is
/// answered with 307 or 308 like that, since our body cannot be rewound.
bool isTransportFailure(QNetworkReply::NetworkError code)
{
    return (code != QNetworkReply::NoError && code < QNetworkReply::ContentAccessDenied)
        || code == QNetworkReply::ProtocolFailure;
}

QString methodName(QNetworkAccessManager::Operation operation)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return u"HEAD"_s;
    case QNetworkAccessManager::GetOperation:
        return u"GET"_s;
    case QNetworkAccessManager::PutOperation:
        return u"PUT"_s;
    case QNetworkAccessManager::PostOperation:
        return u"POST"_s;
    case QNetworkAccessManager::DeleteOperation:
        return u"DELETE"_s;
    case QNetworkAccessManager::CustomOperation:
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return {};
}

bool isBehindPortal()
{
    const QNetworkInformation *system = QNetworkInformation::instance();
    return system && system->supports(QNetworkInformation::Feature::CaptivePortal) && system->isBehindCaptivePortal();
}

/// What stands between here and the server, where the way led through a proxy.
void blameProxy(Error &error, const Proxies::Used &proxy, QNetworkReply::NetworkError code)
{
    const bool barred = code == QNetworkReply::ProxyAuthenticationRequiredError;
    error.hint = !barred ? ErrorHint::Proxy : proxy.signsIn ? ErrorHint::ProxyPassword : ErrorHint::ProxySignIn;
    error.message = proxy.name;
    error.what += u", by way of the proxy "_s + proxy.name;
}

} // namespace

Answer::~Answer()
{
    if (body.isDetached())
        wipe(body.data(), std::size_t(body.size()));
}

QByteArray Answer::header(QByteArrayView name) const
{
    for (const QNetworkReply::RawHeaderPair &pair : headers) {
        if (pair.first.compare(name, Qt::CaseInsensitive) == 0)
            return pair.second;
    }
    return {};
}

/// In its preferred form.
QDateTime Answer::date(QByteArrayView name) const
{
    const QByteArray text = header(name).trimmed();
    if (!text.endsWith(" GMT"))
        return {};
    return QDateTime::fromString(QString::fromLatin1(text.chopped(3)) + "+0000"_L1, Qt::RFC2822Date).toUTC();
}

Transport::Transport(QObject *parent)
    : QNetworkAccessManager(parent)
    , m_proxies(new Proxies)
{
    setProxyFactory(m_proxies);
}

QString Transport::proxyFor(const QString &host) const
{
    return m_proxies->usedFor(host).name;
}

Error Transport::explained(Error error, const QNetworkReply &reply)
{
    const ReplyGuard *guard = ReplyGuard::of(reply);
    const auto *transport = qobject_cast<const Transport *>(reply.manager());
    const Proxies::Used proxy = transport ? transport->m_proxies->usedFor(reply.url().host()) : Proxies::Used();
    const bool unreached = error.kind == ErrorKind::Offline || error.kind == ErrorKind::TimedOut;
    if (isBehindPortal() && (unreached || error.kind == ErrorKind::Insecure)) {
        error.hint = ErrorHint::Portal;
    } else if (error.kind == ErrorKind::Insecure && guard && !guard->stranger().isEmpty()) {
        error.hint = ErrorHint::Authority;
        error.message = guard->stranger();
    } else if (unreached && !proxy.name.isEmpty()) {
        blameProxy(error, proxy, reply.error());
    }
    return error;
}

void Transport::setTimeLimit(std::chrono::milliseconds limit)
{
    m_timeLimit = limit;
}

void Transport::noteIn(RequestLog *log)
{
    m_log = log;
}

void Transport::get(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done)
{
    send(url, {}, sizeLimit, context, std::move(done));
}

void Transport::send(const QUrl &url, const Sending &sending, qsizetype sizeLimit, QObject *context,
                     Callback<Answer> done)
{
    QNetworkRequest request(url);
    if (!sending.authorization.isEmpty())
        request.setRawHeader("Authorization", sending.authorization.view().toByteArray());
    if (sending.form.isEmpty())
        return await(QNetworkAccessManager::get(request), sizeLimit, context, std::move(done));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QByteArray body = sending.form.view().toByteArray();
    QBuffer source(&body); // read at once into a copy that wipes itself: createRequest()
    source.open(QIODevice::ReadOnly);
    QNetworkReply *reply = QNetworkAccessManager::post(request, &source);
    wipe(body.data(), std::size_t(body.size()));
    await(reply, sizeLimit, context, std::move(done));
}

void Transport::remove(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done)
{
    await(deleteResource(QNetworkRequest(url)), sizeLimit, context, std::move(done));
}

void Transport::await(QNetworkReply *reply, qsizetype sizeLimit, QObject *context, Callback<Answer> done)
{
    ReplyGuard::of(*reply)->setSizeLimit(sizeLimit);
    if (RequestLog *log = RequestLog::of(context))
        ReplyGuard::of(*reply)->noteIn(log);
    connect(reply, &QNetworkReply::finished, context,
            [reply, sizeLimit, done = std::move(done)] { done(read(*reply, sizeLimit)); });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    // Queued: a direct abort would finish the reply inside the context's destructor, into a half-destroyed object.
    connect(context, &QObject::destroyed, reply, &QNetworkReply::abort, Qt::QueuedConnection);
}

std::optional<Error> Transport::trouble(const QNetworkReply &reply)
{
    const ReplyGuard *guard = ReplyGuard::of(reply);
    if (guard && guard->verdict() == ReplyGuard::Verdict::TooLate)
        return explained({.kind = ErrorKind::TimedOut, .what = u"no complete answer in time"_s}, reply);
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isTransportFailure(reply.error()) && status != 0)
        return {};
    Error error = transportError(reply.error());
    error.httpStatus = status;
    return explained(error, reply);
}

Result<Answer> Transport::read(QNetworkReply &reply, qsizetype sizeLimit)
{
    Result<Answer> answer = readReply(reply, sizeLimit);
    if (ReplyGuard *guard = ReplyGuard::of(reply))
        guard->note(answer);
    return answer;
}

Result<Answer> Transport::readReply(QNetworkReply &reply, qsizetype sizeLimit)
{
    const ReplyGuard *guard = ReplyGuard::of(reply);
    if ((guard && guard->verdict() == ReplyGuard::Verdict::TooLarge) || reply.bytesAvailable() > sizeLimit)
        return failure(ErrorKind::Malformed, u"an answer of more than %1 bytes"_s.arg(sizeLimit));
    if (const std::optional<Error> error = trouble(reply))
        return std::unexpected(*error);
    Answer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply.readAll();
    answer.headers = reply.rawHeaderPairs();
    return answer;
}

/// Connections that stand were judged by what was trusted when they began, and Qt would take them again. Replies that
/// are out would be lost with them.
void Transport::secure(QNetworkRequest &request)
{
    const QSslConfiguration tls = tlsPolicy();
    if (tls != m_tls && findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly).isEmpty()) {
        clearConnectionCache();
        m_tls = tls;
    }
    request.setSslConfiguration(tls);
}

QNetworkReply *Transport::createRequest(Operation operation, const QNetworkRequest &given, QIODevice *body)
{
    QNetworkRequest request(given);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Manual also keeps Qt from answering a 401 with the credentials that the OAuth flow offers.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // nothing is unpacked, so nothing can swell
    request.setRawHeader("Accept-Language", "en"); // replies.cpp knows Meta's texts in English
    request.setRawHeader("User-Agent", "TokenDesk/" TOKENDESK_VERSION);
    if (request.url().scheme() == "https"_L1)
        secure(request);
    OneShotBody *once = body ? OneShotBody::replace(*body, request) : nullptr;
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, once ? once : body);
    if (once)
        once->setParent(reply);
    auto *guard = new ReplyGuard(*reply, m_timeLimit);
    guard->setMethod(methodName(operation));
    guard->noteIn(m_log);
    return reply;
}

} // namespace tokendesk
