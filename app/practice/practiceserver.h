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

/// Faults that the server shows on demand; named as on the command line ("hang", "reset"). meta-platform facts.
/// See faultNames() for all of them.
struct Fault
{
    QString name; ///< such as "hang", "drip", "reset", "garbage", "redirect307", "huge", "expired", "app-removed",
                  ///< "throttled"
    QString endpoint; ///< "authorize", "token", "extend", "renew", "me", "permissions", or empty for any
    int times = -1; ///< how often it shows; -1 until cleared
};

/// A stand-in for Instagram on loopback: consent page, one-hour token, 60-day extension, renewal rules, profile, usage
/// headers, errors on demand. A server, not a mock: everything talks to it over sockets. Its tokens are signed and
/// self-contained, so that they work after a restart, on another port and from another process.
class PracticeServer : public QObject
{
    Q_OBJECT
public:
    explicit PracticeServer(const Clock &clock, QObject *parent = nullptr);
    ~PracticeServer() override;

    /// Listens on 127.0.0.1 (and ::1 where there is one) on the port given, 0 for any free one. Again: the same port.
    Result<quint16> listen(quint16 port = 0);
    quint16 port() const; ///< 0 while it does not listen

    /// Moves the server's clock against the one given.
    void advance(std::chrono::seconds by);
    void inject(Fault fault);
    void clearFaults();
    static QStringList faultNames();

    /// What was asked of it, for tests: "POST /oauth/access_token" and so on, oldest first, without queries.
    QStringList requests() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tokendesk
