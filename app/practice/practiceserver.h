// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <memory>

namespace tokendesk {

/// Trouble that the server makes on demand; faultNames() has all kinds. In `--fault hang@token` "hang" is the name.
struct Fault
{
    QString name; ///< such as "hang", "reset", "expired", "app-removed", "throttled", "data-list"
    QString endpoint{}; ///< one of endpointNames(), or empty for wherever such a fault belongs
    int times = -1; ///< how often it shows; -1 until cleared
};

/// A stand-in for Instagram on loopback: consent page, one-hour token, 60-day extension, renewal rules, profile, usage
/// headers, errors on demand; and, below "/facebook/", for Facebook Login with Pages and every kind of token; and, at
/// "/broker" and "/facebook/broker", for an organisation's broker that keeps the app secret. A server, not a mock:
/// everything talks to it over sockets. Its tokens are signed and self-contained, so that they work after a restart, on
/// another port and from another process.
class PracticeServer : public QObject
{
    Q_OBJECT
public:
    explicit PracticeServer(const Clock &clock, QObject *parent = nullptr);
    ~PracticeServer() override;

    /// What an app of the customer's own would have; nothing else needs to be registered at Practice, and any other
    /// numeric app id does as well. No secret: Practice guards nothing.
    static QString clientId();
    static QString clientSecret();
    /// At Practice as Facebook: what an app shows itself with to sign in on another device.
    static QString clientToken();

    /// Listens on 127.0.0.1 (and ::1 where there is one) on the port given, 0 for any free one; where it listens
    /// already, that port is told. Errors: PortTaken.
    Result<quint16> listen(quint16 port = 0);
    quint16 port() const; ///< 0 while it does not listen

    /// Moves the server's clock against the one given.
    void advance(std::chrono::seconds by);
    /// From here on this app secret is right instead of clientSecret(), for tests that need one nobody else knows.
    void setClientSecret(const QString &secret);
    /// From here on Facebook refuses a call without appsecret_proof, as an app with "Require App Secret" has it.
    void requireProof();
    /// From here on an app may make so many calls an hour for each of its users, instead of 200.
    void limitCalls(int perUser);
    /// So many calls were refused because an app made too many.
    int throttled() const;
    /// From here on a renewal ends the token that was renewed, so much later. Instagram lets it live, others do not.
    void endRenewedTokensAfter(std::chrono::seconds grace);
    /// One of faultNames() at one of endpointNames(); anything else is left out.
    void inject(const Fault &fault);
    void clearFaults();
    static QStringList faultNames();
    static QStringList endpointNames();

    /// What was asked of it, for tests: "POST /oauth/access_token" and so on, oldest first, without queries; the last
    /// thousand.
    QStringList requests() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tokendesk
