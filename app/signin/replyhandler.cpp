// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/replyhandler.h"

#include "base/logging.h"
#include "graph/transport.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int ok = 200;
constexpr int badRequest = 400;
constexpr int forbidden = 403;
constexpr int notFound = 404;
constexpr int methodNotAllowed = 405;
constexpr int gone = 410;
constexpr int misdirected = 421;

QSslConfiguration serverConfiguration(const LoopbackCertificate &own)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // a browser has no certificate to show
    tls.setLocalCertificate(own.certificate);
    tls.setPrivateKey(own.key);
    return tls;
}

bool isOnly(const QByteArrayList &values, QByteArrayView expected)
{
    return values.size() == 1 && values.first().compare(expected, Qt::CaseInsensitive) == 0;
}

// Fetch metadata (W3C), which every current browser sends: a page that is opened, not an image or a script's request
// of some other page, and not one fetched in advance.
bool isOpenedPage(const HttpRequest &request)
{
    return isOnly(request.values("sec-fetch-mode"), "navigate") && isOnly(request.values("sec-fetch-dest"), "document");
}

bool isFromForeignPage(const HttpRequest &request, QByteArrayView ownOrigin)
{
    const bool tells = !request.values("sec-fetch-mode").isEmpty() || !request.values("sec-fetch-dest").isEmpty();
    if (tells)
        return !isOpenedPage(request);
    const QByteArrayList origins = request.values("origin");
    return !origins.isEmpty() && !isOnly(origins, ownOrigin);
}

bool isFetchedInAdvance(const HttpRequest &request)
{
    const QByteArrayList purposes = request.values("sec-purpose") + request.values("purpose") + request.values("x-moz");
    return purposes.join(' ').toLower().contains("prefetch");
}

} // namespace

ReplyHandler::ReplyHandler(Secret state, Handlers handlers, ReplyLimits limits, QObject *parent)
    : QAbstractOAuthReplyHandler(parent)
    , m_state(std::move(state))
    , m_handlers(std::move(handlers))
    , m_limits(limits)
    , m_receiver(limits.header)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ReplyHandler::stopHolding);
    connect(&m_receiver, &Receiver::asked, this, &ReplyHandler::consider);
    connect(&m_receiver, &Receiver::babbled, this, &ReplyHandler::refuse);
}

ReplyHandler::~ReplyHandler()
{
    // No page can be fetched any more, so that the held one is answered right here.
    if (m_held)
        m_held->answer(pageResponse(ok, m_page.value_or(AnswerPage::Continues)));
}

Result<void> ReplyHandler::listen(const QStringList &addresses, CertificateStore &certificates)
{
    std::optional<QSslConfiguration> tls;
    for (const QString &address : addresses) {
        const auto parts = readRedirectAddress(address);
        if (!parts)
            return std::unexpected(parts.error());
        if (parts->secure && !tls) {
            const auto own = certificates.certificate();
            if (!own)
                return std::unexpected(own.error());
            m_fingerprint = own->fingerprint();
            tls = serverConfiguration(*own);
        }
        if (listenAt(address, *parts, parts->secure ? tls : std::nullopt))
            return {};
    }
    if (addresses.isEmpty())
        return failure(ErrorKind::Misconfigured, u"No redirect address is given"_s);
    return failure(ErrorKind::PortTaken, u"Other programs listen on all of the redirect addresses"_s);
}

bool ReplyHandler::listenAt(const QString &address, const RedirectAddress &parts,
                            const std::optional<QSslConfiguration> &tls)
{
    if (!m_receiver.open(parts, tls))
        return false;
    m_callback = address;
    m_address = parts;
    if (!tls)
        m_fingerprint.clear();
    qCDebug(lcSignIn) << "Listening on loopback port" << parts.port;
    return true;
}

std::expected<void, RedirectRefusal> ReplyHandler::useAddress(const QString &text)
{
    auto redirect = readPastedAddress(text, m_callback, m_state);
    if (!redirect)
        return std::unexpected(redirect.error());
    if (std::exchange(m_redirected, true))
        return {};
    close();
    m_handlers.redirected(std::move(*redirect));
    return {};
}

void ReplyHandler::handOver(const Secret &code)
{
    emit callbackReceived({{u"code"_s, code.toText()}, {u"state"_s, m_state.toText()}});
}

int ReplyHandler::foreignStatus(const HttpRequest &request) const
{
    if (request.method != "GET")
        return methodNotAllowed;
    if (!request.target.startsWith('/') || !request.values("upgrade").isEmpty())
        return badRequest;
    if (!isOnly(request.values("host"), m_address.authority))
        return misdirected;
    if (request.path() != m_address.path && !(m_page && request.path() == pagePath(*m_page)))
        return notFound;
    if (isFromForeignPage(request, m_address.origin) || isFetchedInAdvance(request))
        return forbidden;
    return 0;
}

/// A browser that fetches in advance means no harm.
ReplyHandler::Stranger ReplyHandler::strangerOf(const HttpRequest &request, int status)
{
    const bool led = status == forbidden && !isFetchedInAdvance(request);
    return led ? Stranger::ForeignPage : Stranger::Knock;
}

void ReplyHandler::consider(Visitor *visitor)
{
    const int status = foreignStatus(visitor->request());
    if (status != 0)
        refuseAs(strangerOf(visitor->request(), status), visitor, status);
    else if (visitor->isPlain()) // somebody typed the address, or left the s away
        visitor->answer(redirectResponse(m_address.origin + visitor->request().target));
    else if (visitor->request().path() == m_address.path)
        considerRedirect(visitor);
    else
        showPage(visitor);
}

void ReplyHandler::considerRedirect(Visitor *visitor)
{
    auto redirect = readRedirectTarget(visitor->request().target, m_callback, m_state);
    if (!redirect) {
        const bool wrongState = redirect.error() == RedirectRefusal::WrongState;
        refuseAs(wrongState ? Stranger::WrongState : Stranger::Knock, visitor, badRequest);
        return;
    }
    if (std::exchange(m_redirected, true)) {
        visitor->answer(pageResponse(gone, m_page.value_or(AnswerPage::Continues)));
        return;
    }
    hold(visitor);
    m_handlers.redirected(std::move(*redirect));
}

void ReplyHandler::refuse(Visitor *visitor, int status)
{
    refuseAs(Stranger::Knock, visitor, status);
}

void ReplyHandler::refuseAs(Stranger stranger, Visitor *visitor, int status)
{
    visitor->answer(pageResponse(status, AnswerPage::NotForUs));
    if (!m_redirected)
        emit refused(stranger);
}

void ReplyHandler::hold(Visitor *visitor)
{
    m_held = visitor;
    m_patience.start(m_limits.hold);
}

void ReplyHandler::show(AnswerPage page)
{
    if (m_page)
        return;
    m_page = page;
    m_redirected = true;
    if (!m_held || m_held->isGone()) {
        close();
        return;
    }
    m_patience.start(m_limits.page);
    m_held->answer(redirectResponse(pagePath(page)));
    m_held.clear();
}

void ReplyHandler::showPage(Visitor *visitor)
{
    m_patience.stop();
    connect(visitor, &Visitor::left, this, &ReplyHandler::close);
    visitor->answer(pageResponse(ok, m_page.value_or(AnswerPage::Continues)));
}

void ReplyHandler::stopHolding()
{
    if (m_page)
        close(); // the browser did not come for its page
    else
        show(AnswerPage::Continues);
}

void ReplyHandler::close()
{
    if (std::exchange(m_closed, true))
        return;
    m_patience.stop();
    m_receiver.close();
    emit closed();
}

QByteArray ReplyHandler::pagePath(AnswerPage page) const
{
    const QByteArray separator = m_address.path.endsWith('/') ? "" : "/";
    return m_address.path + separator + pageName(page);
}

void ReplyHandler::networkReplyFinished(QNetworkReply *reply)
{
    reply->deleteLater();
    const auto answer = Transport::read(*reply, largestTokenAnswer);
    m_handlers.granted(answer ? m_handlers.read(*answer) : Result<Grant>(std::unexpected(answer.error())));
}

} // namespace tokendesk

#include "moc_replyhandler.cpp"
