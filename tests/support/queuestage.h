// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/queue.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/scriptedserver.h"

#include <list>
#include <memory>

namespace tokendesk {

/// The queue of an app that has made its first call, a server that answers as told, and a clock to move. A test
/// inherits it, and calls begin() before each of its functions.
class QueueStage
{
protected:
    void begin();

    static CallOrigin background(const QString &account = {}, std::chrono::seconds patience = std::chrono::hours(24));
    Awaited<Answer> &ask(const CallOrigin &origin, const QString &path = QStringLiteral("/x"),
                         const QUrl &batchRoot = {});
    static QByteArray usage(int percent);
    void answerWith(const QByteArray &headers, int status = 200, const QByteArray &body = "{}");
    qsizetype asked() const { return m_server->requests().size(); }
    qsizetype answered() const;
    /// Until nothing goes on without the clock.
    QDateTime waitsUntil();
    void moveTo(const QDateTime &when);

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Queue> m_queue;
    std::list<Awaited<Answer>> m_answers;
};

} // namespace tokendesk
