// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/signin.h"

#include "base/logging.h"
#include "graph/broker.h"
#include "graph/clientproof.h"
#include "graph/standardreplies.h"
#include "graph/transport.h"
#include "provider/loopback.h"
#include "signin/oauthcompat.h"
#include "signin/pkce.h"

#include <QNetworkReply>
#include <QTimer>
#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

using Parameters = QMultiMap<QString, QVariant>;

// A clock can be moved and a computer can sleep, so that the deadline is looked at rather than waited for.
constexpr auto tick = 1s;

bool isTrustworthy(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host())));
}

// Qt takes values for percent-encoded already where they are, and not everywhere: this way the bytes that arrive are
// those that were given, on every version.
void setBytes(Parameters &parameters, const QString &name, QByteArrayView value)
{
    parameters.remove(name);
    parameters.insert(name, QString::fromLatin1(value.toByteArray().toPercentEncoding()));
}

void setText(Parameters &parameters, const QString &name, const QString &value)
{
    setBytes(parameters, name, value.toUtf8());
}

bool isStandard(const SignIn::Request &request)
{
    return request.provider.family == Family::Standard;
}

bool identifiesInHeader(const SignIn::Request &request)
{
    return request.provider.clientAuthentication == ClientAuthentication::Header && !request.clientSecret.isEmpty();
}

// A secret is for the provider alone.
SignIn::Request withoutNeedlessSecret(SignIn::Request request)
{
    if (!request.broker.isEmpty())
        request.clientSecret = {};
    return request;
}

// Mix-up defence (RFC 9207 2.4): is it the server that was asked who answered? One that does not tell is only believed
// where it never does.
bool isFromIssuer(const Redirect &redirect, const Provider &provider)
{
    if (provider.issuer.isEmpty() || (redirect.issuer.isEmpty() && !provider.namesIssuer))
        return true;
    return redirect.issuer == provider.issuer.toUtf8();
}

// For client_secret_basic: the flow of Qt 6.4 has no way to a header of its request.
class TokenTransport : public Transport
{
public:
    explicit TokenTransport(Secret authorization)
        : m_authorization(std::move(authorization))
    {
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &given, QIODevice *body) override
    {
        QNetworkRequest request(given);
        if (!m_authorization.isEmpty())
            request.setRawHeader("Authorization", m_authorization.view().toByteArray());
        return Transport::createRequest(operation, request, body);
    }

private:
    Secret m_authorization;
};

AnswerPage pageFor(ErrorKind kind)
{
    const bool cancelled = kind == ErrorKind::Cancelled || kind == ErrorKind::Denied;
    return cancelled ? AnswerPage::Cancelled : AnswerPage::Failed;
}

} // namespace

class SignIn::Private
{
public:
    Private(SignIn &signIn, Request given, CertificateStore &store, const Clock &wall, Callback<Grant> callback);

    Result<void> prepare();
    void setUpFlow();
    void addToAuthorization(Parameters &parameters) const;
    void addToTokenRequest(Parameters &parameters) const;
    void exchange(Redirect redirect);
    Result<Grant> answered(Result<Grant> result) const;
    void finish(Result<Grant> result);
    void fail(ErrorKind kind, const QString &what) { finish(failure(kind, what)); }
    void deliver();
    void announceEnd();
    void askForBrowser();
    void checkDeadline();

    SignIn &q;
    const Request request;
    CertificateStore &certificates;
    const Clock &clock;
    Callback<Grant> done;

    const Secret state = randomToken();
    const Secret verifier = randomToken();
    Secret code{};
    QUrl authorizationUrl{};
    QDateTime deadline{};
    QTimer ticks{};
    std::optional<Result<Grant>> outcome{};
    bool delivered = false;
    bool announced = false;

    QOAuth2AuthorizationCodeFlow flow{};
    ReplyHandler handler;
    /// Last, so that it goes first: Qt 6.4 calls a handler that is gone when a reply finishes.
    TokenTransport transport;
};

SignIn::Private::Private(SignIn &signIn, Request given, CertificateStore &store, const Clock &wall,
                         Callback<Grant> callback)
    : q(signIn)
    , request(withoutNeedlessSecret(std::move(given)))
    , certificates(store)
    , clock(wall)
    , done(std::move(callback))
    , handler(state.clone(),
              {.redirected = [this](Redirect redirect) { exchange(std::move(redirect)); },
               .granted = [this](Result<Grant> result) { finish(answered(std::move(result))); },
               .read = isStandard(request) ? readStandardGrant : readGrant},
              request.limits)
    , transport(identifiesInHeader(request) ? basicCredentials(request.clientId, request.clientSecret) : Secret())
{
    ticks.setInterval(tick);
    transport.setTimeLimit(request.tokenLimit);
    transport.noteIn(request.log);
    setUpFlow();
}

void SignIn::Private::setUpFlow()
{
    flow.setNetworkAccessManager(&transport);
    flow.setReplyHandler(&handler);
    flow.setClientIdentifier(request.clientId);
    flow.setAuthorizationUrl(request.provider.endpoints.authorize);
    setTokenEndpoint(flow, request.broker.isEmpty() ? request.provider.endpoints.token : request.broker);
    switchOwnPkceOff(flow);
    // The flow's own state is guessable on Qt 6.4 (CVE-2024-36048) and the same for every grant.
    flow.setState(QString::fromLatin1(state.view()));
    flow.setModifyParametersFunction([this](QAbstractOAuth::Stage stage, Parameters *parameters) {
        if (stage == QAbstractOAuth::Stage::RequestingAuthorization)
            addToAuthorization(*parameters);
        else
            addToTokenRequest(*parameters);
    });
}

void SignIn::Private::addToAuthorization(Parameters &parameters) const
{
    for (const OptionalParameter &optional : request.provider.optionalParameters) {
        if (optional.always || request.extraParameters.contains(optional.name))
            setText(parameters, optional.name, optional.value);
    }
    setText(parameters, u"client_id"_s, request.clientId);
    setText(parameters, u"redirect_uri"_s, handler.callback());
    // The flow's own goes: from Qt 6.9 on it would order the scopes by hash and separate them with spaces.
    parameters.remove(u"scope"_s);
    if (request.configurationId.isEmpty())
        setText(parameters, u"scope"_s, request.scopes.join(request.provider.scopeSeparator));
    else
        setText(parameters, u"config_id"_s, request.configurationId);
    setBytes(parameters, u"state"_s, state.view());
    if (request.provider.pkce) {
        setBytes(parameters, u"code_challenge"_s, codeChallenge(verifier));
        setText(parameters, u"code_challenge_method"_s, u"S256"_s);
    }
}

void SignIn::Private::addToTokenRequest(Parameters &parameters) const
{
    setText(parameters, u"client_id"_s, request.clientId);
    setText(parameters, u"redirect_uri"_s, handler.callback());
    setBytes(parameters, u"code"_s, code.view());
    if (!request.broker.isEmpty())
        setText(parameters, u"provider"_s, request.provider.id);
    const bool inBody = request.provider.clientAuthentication == ClientAuthentication::Body;
    if (identifiesInHeader(request))
        parameters.remove(u"client_id"_s); // RFC 6749 2.3: one way of authentication, not two
    if (request.clientSecret.isEmpty() || !inBody)
        parameters.remove(u"client_secret"_s);
    else
        setBytes(parameters, u"client_secret"_s, request.clientSecret.view());
    if (request.provider.pkce)
        setBytes(parameters, u"code_verifier"_s, verifier.view());
}

Result<void> SignIn::Private::prepare()
{
    const Endpoints &endpoints = request.provider.endpoints;
    if (!isTrustworthy(endpoints.authorize) || !isTrustworthy(endpoints.token))
        return failure(ErrorKind::Misconfigured, u"The provider's addresses are neither https nor on this computer"_s);
    if (!request.broker.isEmpty() && !readBrokerAddress(request.broker.toString()))
        return failure(ErrorKind::Misconfigured, u"The broker's address is neither https nor on this computer"_s);
    if (auto listening = handler.listen(request.redirectAddresses, certificates); !listening)
        return listening;
    flow.grant();
    if (!isTrustworthy(authorizationUrl))
        return failure(ErrorKind::Misconfigured, u"No authorization address could be made"_s);
    return {};
}

void SignIn::Private::exchange(Redirect redirect)
{
    ticks.stop();
    if (!isFromIssuer(redirect, request.provider)) {
        finish(std::unexpected(Error{.kind = ErrorKind::Misconfigured,
                                     .what = u"the answer names another server, or none, as its issuer"_s,
                                     .hint = ErrorHint::OtherIssuer}));
        return;
    }
    if (!redirect.error.isEmpty()) {
        finish(std::unexpected(readRedirectError(redirect.error, redirect.errorReason, redirect.errorDescription)));
        return;
    }
    code = std::move(redirect.code);
    handler.handOver(code);
    // The flow would answer a 401 by sending the same single-use code again, with the client id as a user name.
    transport.disconnect(&flow);
    QMetaObject::invokeMethod(&q, &SignIn::codeReceived, Qt::QueuedConnection);
}

Result<Grant> SignIn::Private::answered(Result<Grant> result) const
{
    return request.broker.isEmpty() ? std::move(result)
                                    : answeredByBroker(std::move(result), request.broker, request.clientId);
}

// Everything that a person's code hears comes by the event loop: it may delete us, and this may run deep inside a
// socket's or a reply's own signal.
void SignIn::Private::finish(Result<Grant> result)
{
    if (outcome)
        return;
    ticks.stop();
    outcome = std::move(result);
    QMetaObject::invokeMethod(&q, [this] { deliver(); }, Qt::QueuedConnection);
    if (!outcome->has_value())
        handler.show(pageFor(outcome->error().kind));
}

void SignIn::Private::deliver()
{
    if (!outcome)
        return;
    delivered = true;
    Result<Grant> result = std::move(*outcome);
    announceEnd();
    const auto callback = std::move(done);
    callback(std::move(result)); // may delete us
}

void SignIn::Private::announceEnd()
{
    if (delivered && !handler.isListening() && !std::exchange(announced, true))
        QMetaObject::invokeMethod(&q, &SignIn::finished, Qt::QueuedConnection);
}

void SignIn::Private::askForBrowser()
{
    if (!outcome)
        emit q.browserRequested(authorizationUrl);
}

void SignIn::Private::checkDeadline()
{
    if (clock.now() >= deadline)
        fail(ErrorKind::TimedOut, u"Nobody came back from the browser in time"_s);
}

SignIn::SignIn(Request request, CertificateStore &certificates, const Clock &clock, Callback<Grant> done,
               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(request), certificates, clock, std::move(done)))
{
    connect(&d->ticks, &QTimer::timeout, this, [this] { d->checkDeadline(); });
    connect(&d->flow, &QAbstractOAuth::authorizeWithBrowser, this,
            [this](const QUrl &url) { d->authorizationUrl = url; });
    connect(&d->handler, &ReplyHandler::refused, this, &SignIn::foreignRequest, Qt::QueuedConnection);
    connect(&d->handler, &ReplyHandler::closed, this, [this] { d->announceEnd(); });
}

SignIn::~SignIn() = default;

void SignIn::start()
{
    if (d->outcome)
        return;
    if (auto prepared = d->prepare(); !prepared) {
        d->finish(std::unexpected(prepared.error()));
        return;
    }
    keepWaiting();
    d->ticks.start();
    QMetaObject::invokeMethod(this, [this] { d->askForBrowser(); }, Qt::QueuedConnection);
}

QUrl SignIn::authorizationUrl() const
{
    return d->authorizationUrl;
}

QString SignIn::redirectAddress() const
{
    return d->handler.callback();
}

QString SignIn::certificateFingerprint() const
{
    return d->handler.certificateFingerprint();
}

QDateTime SignIn::deadline() const
{
    return d->deadline;
}

void SignIn::keepWaiting()
{
    d->deadline = d->clock.now().addDuration(patience);
}

std::expected<void, RedirectRefusal> SignIn::useAddress(const QString &address)
{
    return d->handler.useAddress(address);
}

void SignIn::cancel()
{
    d->fail(ErrorKind::Cancelled, u"Cancelled in this program"_s);
    for (QNetworkReply *reply : d->transport.findChildren<QNetworkReply *>())
        reply->abort();
}

void SignIn::showInBrowser(BrowserPage page)
{
    switch (page) {
    case BrowserPage::Connected:
        d->handler.show(AnswerPage::Connected);
        return;
    case BrowserPage::Cancelled:
        d->handler.show(AnswerPage::Cancelled);
        return;
    case BrowserPage::Failed:
        d->handler.show(AnswerPage::Failed);
        return;
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk

#include "moc_signin.cpp"
