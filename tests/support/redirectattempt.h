// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signin/replyhandler.h"
#include "support/manualclock.h"
#include "support/rawclient.h"

#include <QMetaType>
#include <QSignalSpy>
#include <memory>
#include <vector>

Q_DECLARE_METATYPE(tokendesk::Wire)

namespace tokendesk {

/// How long a thing may take that is to happen at once, ms.
constexpr int soon = 1000;

/// A reply handler that listens at https://localhost:<a free port>/instagram/ or its http twin, and what came of it.
struct RedirectAttempt
{
    RedirectAttempt(Wire wire, CertificateStore &certificates, ReplyLimits limits = {});

    QByteArray host() const { return "localhost:" + QByteArray::number(port); }
    /// The request that a browser makes for that path.
    QByteArray request(const QByteArray &path) const;
    /// What it sends when the provider sends it here with the code "AQB-1_x".
    QByteArray redirect() const;
    std::unique_ptr<RawClient> client() const { return std::make_unique<RawClient>(wire, port); }
    /// Whether a new connection is refused.
    bool portIsClosed() const;

    quint16 port;
    Wire wire;
    QString address;
    Secret state;
    std::vector<Redirect> redirects{};
    std::unique_ptr<ReplyHandler> handler;
    QSignalSpy refused;
    QSignalSpy closed;
    bool listening = false;
};

/// A column "wire" with a row for each.
void addWires();

} // namespace tokendesk
