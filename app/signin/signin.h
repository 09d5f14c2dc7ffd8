// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "graph/replies.h"
#include "provider/provider.h"
#include "signin/certificate.h"
#include "signin/redirect.h"
#include "signin/replyhandler.h"

#include <QObject>
#include <QUrl>
#include <chrono>
#include <memory>

namespace tokendesk {

class RequestLog;

/// What the browser's last page says.
enum class BrowserPage { Connected, Cancelled, Failed };

/// One attempt to obtain a token through the browser: RFC 6749 4.1 with RFC 8252 and RFC 7636, run through one
/// QOAuth2AuthorizationCodeFlow that is thrown away with this object. Deleting it cancels the attempt, at any moment,
/// also from a slot of its own signals, and closes the port at once: a browser that is still to fetch its last page
/// finds nobody, so keep it after showInBrowser() until finished().
class SignIn : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        Provider provider;
        QString clientId;
        Secret clientSecret; ///< empty where the server asks for none
        QStringList scopes;
        QStringList redirectAddresses; ///< as registered; the first one that is free is used
        QStringList extraParameters{}; ///< names of the provider's optional parameters to send
        QUrl broker{}; ///< who exchanges the code in the place of the token endpoint; the secret is not sent then
        QString configurationId{}; ///< Facebook Login for Business: asked for instead of scopes
        ReplyLimits limits{};
        RequestLog *log = nullptr; ///< where the request for the token is noted; null for nowhere
        std::chrono::milliseconds tokenLimit = std::chrono::seconds(30); ///< the token endpoint's time to answer
    };

    /// `done` is called once with the grant, or with why there is none. The token is then in memory only: store it
    /// before saying Connected in the browser. Errors: Cancelled, Denied and what else readRedirectError finds,
    /// TimedOut, those of start(), Transport and readGrant.
    SignIn(Request request, CertificateStore &certificates, const Clock &clock, Callback<Grant> done,
           QObject *parent = nullptr);
    ~SignIn() override;

    /// Opens the redirect port, then asks for the browser. Errors come through `done`: PortTaken, Storage,
    /// Misconfigured (also an authorization, token or broker address that is neither https nor on loopback).
    void start();

    QUrl authorizationUrl() const; ///< empty until browserRequested
    QString redirectAddress() const; ///< the one that is listened on; empty until then
    QString certificateFingerprint() const; ///< empty where the redirect is plain http
    QDateTime deadline() const; ///< UTC; the attempt ends then unless keepWaiting() is called or a code arrived

    /// Five more minutes from now on.
    void keepWaiting();
    /// The address from the browser's address bar, checked as if it had arrived by itself.
    std::expected<void, RedirectRefusal> useAddress(const QString &address);
    /// Ends the attempt: `done` gets Cancelled. Does nothing after the outcome.
    void cancel();
    /// Lets the held browser page go on to the truth; after 5 s without this it says that the program has the rest.
    /// Needed for Connected only: when an attempt ends without a grant, the browser is told so at once.
    void showInBrowser(BrowserPage page);

    static constexpr std::chrono::minutes patience{5};

signals:
    /// The port is open: the consent page can be shown.
    void browserRequested(const QUrl &url);
    /// A code arrived and is being exchanged.
    void codeReceived();
    /// Somebody knocked with something that is not our answer; the attempt waits on.
    void foreignRequest(tokendesk::ReplyHandler::Stranger stranger);
    /// The port is closed after the outcome: nothing is left to do for this object.
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tokendesk
