// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/queuestage.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

void QueueStage::begin()
{
    m_answers.clear();
    m_queue.reset();
    m_clock.setNow(QDateTime(QDate(2026, 11, 23), QTime(13, 0), QTimeZone::utc()));
    m_server = std::make_unique<ScriptedServer>();
    m_transport = std::make_unique<Transport>();
    m_queue = std::make_unique<Queue>(*m_transport, m_clock);
    // The first call of an app goes alone, and tells where it stands.
    ScriptedServer first;
    first.answer(200, "{}", {});
    Awaited<Answer> answer;
    m_queue->send(background(), {.url = QUrl(first.url(u"/x"_s))}, &answer.context, answer.callback());
    QVERIFY(answer.wait());
}

CallOrigin QueueStage::background(const QString &account, std::chrono::seconds patience)
{
    return {.providerId = u"p"_s,
            .registrationId = u"r"_s,
            .accountId = account,
            .urgency = CallOrigin::Urgency::Background,
            .patience = patience};
}

Awaited<Answer> &QueueStage::ask(const CallOrigin &origin, const QString &path, const QUrl &batchRoot)
{
    Awaited<Answer> &answer = m_answers.emplace_back();
    m_queue->send(origin, {.url = QUrl(m_server->url(path)), .batchRoot = batchRoot}, &answer.context,
                  answer.callback());
    return answer;
}

QByteArray QueueStage::usage(int percent)
{
    return "X-App-Usage: {\"call_count\":" + QByteArray::number(percent) + "}\r\n";
}

void QueueStage::answerWith(const QByteArray &headers, int status, const QByteArray &body)
{
    m_server->answer(status, body, headers);
}

qsizetype QueueStage::answered() const
{
    return std::ranges::count_if(m_answers, [](const auto &answer) { return answer.result.has_value(); });
}

QDateTime QueueStage::waitsUntil()
{
    QSignalSpy waits(m_queue.get(), &Queue::waitsUntil);
    return waits.wait() ? waits.last().first().toDateTime() : QDateTime();
}

void QueueStage::moveTo(const QDateTime &when)
{
    m_clock.setNow(when);
    m_queue->look();
}

} // namespace tokendesk
