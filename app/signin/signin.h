// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "graph/replies.h"
#include "provider/provider.h"
#include "signin/certificate.h"
#include "signin/redirect.h"

#include <QObject>
#include <QUrl>
#include <chrono>
#include <memory>

namespace tokendesk {

/// What the browser's last page says.
enum class BrowserPage { Connected, Cancelled, Failed };

/// One attempt to obtain a token through the browser: RFC 6749 4.1 with RFC 8252 and RFC 7636, run through one
/// QOAuth2AuthorizationCodeFlow that is thrown away with this object. Deleting it cancels the attempt, at any moment.
class SignIn : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        Provider provider;
        QString clientId;
        Secret clientSecret;
        QStringList scopes;
        QStringList redirectAddresses; ///< as registered; the first one that is free is used
        QStringList extraParameters{}; ///< names of the provider's optional parameters to send
    };

    /// `done` is called once with the grant, or with why there is none.
    SignIn(Request request, CertificateStore &certificates, const Clock &clock, Callback<Grant> done,
           QObject *parent = nullptr);
    ~SignIn() override;

    /// Opens the redirect port, then asks for the browser. Errors come through `done`: PortTaken, Storage,
    /// Misconfigured.
    void start();

    QUrl authorizationUrl() const; ///< empty until browserRequested
    QString redirectAddress() const; ///< the one that is listened on; empty until then
    QString certificateFingerprint() const; ///< empty where the redirect is plain http
    QDateTime deadline() const; ///< UTC; the attempt ends then unless keepWaiting() is called

    /// Five more minutes from now on.
    void keepWaiting();
    /// The address from the browser's address bar, checked as if it had arrived by itself.
    std::expected<void, RedirectRefusal> useAddress(const QString &address);
    /// Ends the attempt: `done` gets Cancelled. Does nothing after the outcome.
    void cancel();
    /// Lets the held browser page go on to the truth; after 5 s without this it says that the program has the rest.
    void showInBrowser(BrowserPage page);

    static constexpr std::chrono::minutes patience{5};

signals:
    /// The port is open: the consent page can be shown.
    void browserRequested(const QUrl &url);
    /// A code arrived and is being exchanged.
    void codeReceived();
    /// Somebody knocked with something that is not our answer; the attempt waits on.
    void foreignRequest();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tokendesk
