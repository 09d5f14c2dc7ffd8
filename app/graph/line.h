// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/callorigin.h"
#include "graph/transport.h"

namespace tokendesk {

class Queue;

/// The way that calls take: through the queue, on somebody's account; straight to the transport where there is none. A
/// value: what it leads to outlives it. The functions are those of Transport.
class Line
{
public:
    explicit Line(Transport &transport)
        : m_transport(&transport)
    {
    }
    explicit Line(Queue &queue);

    /// The same for that origin.
    Line as(const CallOrigin &origin) const;

    void get(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const;
    /// For what changes seldom: an answer that is young enough for the origin does as well, and is remembered.
    void getKept(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const;
    /// The same; may go out together with others that wait, in one request to `batchRoot`.
    void getTogether(const QUrl &url, const QUrl &batchRoot, QObject *context, Callback<Answer> done) const;
    void remove(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const;
    void send(const QUrl &url, const Sending &sending, qsizetype sizeLimit, QObject *context,
              Callback<Answer> done) const;
    /// The same without regard to any app: for what no app is counted for, such as pictures.
    void getDirectly(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const;
    /// What waits for that context and has not gone out ends as Cancelled.
    void letGo(QObject *context) const;

private:
    Transport *m_transport;
    Queue *m_queue = nullptr;
    CallOrigin m_origin{};
};

} // namespace tokendesk
