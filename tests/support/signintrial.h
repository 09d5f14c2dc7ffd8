// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signin/signin.h"
#include "support/manualclock.h"
#include "support/rawclient.h"
#include "support/scriptedserver.h"

#include <QMap>
#include <QSignalSpy>
#include <functional>
#include <memory>
#include <optional>

Q_DECLARE_METATYPE(tokendesk::ScriptedServer::Reply)

namespace tokendesk {

/// One sign-in with everything around it: the provider's token endpoint, a clock, the person's browser.
struct SignInTrial
{
    /// `scheme` is that of the redirect address: "http" or "https".
    explicit SignInTrial(CertificateStore &store, const QString &scheme = QStringLiteral("http"));

    /// Makes the sign-in of `request`.
    void make();
    /// Makes and starts it.
    void start();

    /// The parameters of the consent page's address, decoded.
    QMap<QByteArray, QByteArray> authorization() const;
    QByteArray state() const { return authorization().value("state"); }
    /// The address to which the provider sends the browser with that query.
    QString answer(const QByteArray &query) const;
    /// What the browser does when it is sent to this path here.
    std::unique_ptr<RawClient> visit(const QByteArray &target) const;
    /// The provider sends it here with our state.
    std::unique_ptr<RawClient> comeBack(const QByteArray &query = "code=AQB-1_x") const;
    /// Whether a new connection is refused.
    bool portIsClosed() const;

    static const QByteArray goodAnswer; ///< of the token endpoint, with `goodToken`
    static const QString goodToken;

    ScriptedServer server{}; ///< the token endpoint; script it before the browser comes back
    ManualClock clock{};
    CertificateStore &certificates;
    SignIn::Request request{}; ///< to be changed before make()
    quint16 port;
    Wire wire;
    int calls = 0; ///< of the sign-in's callback
    QString token{}; ///< what it brought
    std::optional<Error> error{};
    std::function<void()> atDone{}; ///< what the callback does besides
    std::unique_ptr<SignIn> signIn{};
    std::unique_ptr<QSignalSpy> browser{}; ///< browserRequested
    std::unique_ptr<QSignalSpy> code{}; ///< codeReceived
    std::unique_ptr<QSignalSpy> foreign{}; ///< foreignRequest
    std::unique_ptr<QSignalSpy> finished{};

private:
    void take(Result<Grant> result);
};

/// A query or form body as a server reads it: each value decoded once by form rules.
QMap<QByteArray, QByteArray> formOf(const QByteArray &encoded);

} // namespace tokendesk
