// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/line.h"

#include "graph/queue.h"

namespace tokendesk {

Line::Line(Queue &queue)
    : m_transport(&queue.transport())
    , m_queue(&queue)
{
}

Line Line::as(const CallOrigin &origin) const
{
    Line line = *this;
    line.m_origin = origin;
    return line;
}

void Line::get(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const
{
    if (!m_queue)
        return m_transport->get(url, sizeLimit, context, std::move(done));
    m_queue->send(m_origin, {.url = url, .sizeLimit = sizeLimit}, context, std::move(done));
}

void Line::getKept(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const
{
    if (!m_queue)
        return m_transport->get(url, sizeLimit, context, std::move(done));
    m_queue->sendKept(m_origin, {.url = url, .sizeLimit = sizeLimit}, context, std::move(done));
}

void Line::getTogether(const QUrl &url, const QUrl &batchRoot, QObject *context, Callback<Answer> done) const
{
    if (!m_queue)
        return m_transport->get(url, largestAnswer, context, std::move(done));
    m_queue->sendKept(m_origin, {.url = url, .sizeLimit = largestAnswer, .batchRoot = batchRoot}, context,
                      std::move(done));
}

void Line::remove(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const
{
    if (!m_queue)
        return m_transport->remove(url, sizeLimit, context, std::move(done));
    m_queue->forgetKept();
    m_queue->send(m_origin, {.url = url, .method = Outgoing::Method::Delete, .sizeLimit = sizeLimit}, context,
                  std::move(done));
}

void Line::send(const QUrl &url, const Sending &sending, qsizetype sizeLimit, QObject *context,
                Callback<Answer> done) const
{
    if (!m_queue)
        return m_transport->send(url, sending, sizeLimit, context, std::move(done));
    Outgoing request{.url = url, .method = Outgoing::Method::Send, .sizeLimit = sizeLimit};
    request.sending = {.form = sending.form.clone(), .authorization = sending.authorization.clone()};
    m_queue->send(m_origin, std::move(request), context, std::move(done));
}

void Line::getDirectly(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done) const
{
    m_transport->get(url, sizeLimit, context, std::move(done));
}

void Line::letGo(QObject *context) const
{
    if (m_queue)
        m_queue->letGo(context);
}

} // namespace tokendesk
