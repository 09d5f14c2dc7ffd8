// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/queuestage.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Urgency = CallOrigin::Urgency;

namespace {

QByteArray part(const QByteArray &id, int percent = 1)
{
    return "{\"code\":200,\"headers\":[{\"name\":\"X-App-Usage\",\"value\":\"{\\\"call_count\\\":"
        + QByteArray::number(percent) + "}\"}],\"body\":\"{\\\"id\\\":\\\"" + id + "\\\"}\"}";
}

} // namespace

/// How the queue of an app spares calls: many as one, and what was just read not again.
class TestQueueBatches : public QObject, protected QueueStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }

    void manyGoOutAsOneBatch();
    void aBatchWhoseFirstTokenIsBadIsSentAgainWithoutIt();
    void aPartThatWasNotReachedIsNoAnswer();
    void aBatchThatIsThrottledTellsEach();
    void whatWasJustReadIsNotAskedForAgain();
};

void TestQueueBatches::manyGoOutAsOneBatch()
{
    const QUrl root(m_server->url(u"/"_s));
    answerWith({}, 200, '[' + part("1", 2) + ',' + part("2", 1) + ",{\"code\":400,\"headers\":[],\"body\":\"no\"}]");
    QSignalSpy measured(m_queue.get(), &Queue::measured);
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s})
        ask(background(id), u"/v25.0/me?access_token=t%1&appsecret_proof=p%1"_s.arg(id), root);
    QTRY_COMPARE(answered(), 3);
    QCOMPARE(asked(), 1);
    QVERIFY(m_server->requests().first().startsWith("POST / "));
    const QByteArray form = QByteArray::fromPercentEncoding(m_server->body(0));
    QVERIFY(form.startsWith("access_token=t1&appsecret_proof=p1&batch=["));
    QVERIFY(form.contains("{\"method\":\"GET\",\"relative_url\":\"v25.0/me?access_token=t2&appsecret_proof=p2\"}"));
    auto answer = m_answers.begin();
    QCOMPARE(answer->wait()->body, QByteArray("{\"id\":\"1\"}"));
    QCOMPARE((++answer)->wait()->body, QByteArray("{\"id\":\"2\"}"));
    QCOMPARE((++answer)->wait()->status, 400);
    QCOMPARE(measured.size(), 1); // of the app, once
}

void TestQueueBatches::aBatchWhoseFirstTokenIsBadIsSentAgainWithoutIt()
{
    const QUrl root(m_server->url(u"/"_s));
    const QByteArray refusal = "{\"error\":{\"message\":\"x\",\"code\":190,\"type\":\"OAuthException\"}}";
    answerWith({}, 400, refusal);
    answerWith({}, 400, refusal);
    answerWith({}, 200, '[' + part("2") + ',' + part("3") + ']');
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s})
        ask(background(id), u"/v25.0/me?access_token=t%1"_s.arg(id), root);
    QTRY_COMPARE(answered(), 3);
    QCOMPARE(m_answers.front().wait()->status, 400); // asked alone
    QCOMPARE(m_answers.back().wait()->status, 200);
    QCOMPARE(asked(), 3);
}

void TestQueueBatches::aPartThatWasNotReachedIsNoAnswer()
{
    const QUrl root(m_server->url(u"/"_s));
    answerWith({}, 200, "[null," + part("2") + ']');
    ask(background(), u"/v25.0/me?access_token=t1"_s, root);
    ask(background(), u"/v25.0/me?access_token=t2"_s, root);
    QTRY_COMPARE(answered(), 2);
    QCOMPARE(m_answers.front().wait().error().kind, ErrorKind::TimedOut);
    QVERIFY(m_answers.back().wait());
}

void TestQueueBatches::aBatchThatIsThrottledTellsEach()
{
    const QUrl root(m_server->url(u"/"_s));
    answerWith("Retry-After: 60\r\n", 429);
    ask(background(), u"/v25.0/me?access_token=t1"_s, root);
    ask(background(), u"/v25.0/me?access_token=t2"_s, root);
    QTRY_COMPARE(answered(), 2);
    for (Awaited<Answer> &answer : m_answers)
        QCOMPARE(answer.wait()->status, 429);
    QVERIFY(m_queue->pausedUntil(u"p/r"_s).isValid());
}

void TestQueueBatches::whatWasJustReadIsNotAskedForAgain()
{
    answerWith({}, 200, "{\"id\":\"1\"}");
    CallOrigin origin = background();
    origin.urgency = Urgency::Person;
    origin.maximumAge = 300s;
    const auto read = [this, &origin](const QString &path) {
        Awaited<Answer> &answer = m_answers.emplace_back();
        m_queue->sendKept(origin, {.url = QUrl(m_server->url(path))}, &answer.context, answer.callback());
        return !answer.result && answer.wait() && answer.times == 1;
    };
    QVERIFY(read(u"/me?access_token=a"_s));
    QVERIFY(read(u"/me?access_token=a"_s));
    QCOMPARE(asked(), 1);
    QVERIFY(read(u"/me?access_token=b"_s)); // another token
    QCOMPARE(asked(), 2);
    origin.maximumAge = 0s; // who checks wants to know
    QVERIFY(read(u"/me?access_token=a"_s));
    QCOMPARE(asked(), 3);
    origin.maximumAge = 300s;
    m_clock.advance(301s);
    QVERIFY(read(u"/me?access_token=a"_s));
    QCOMPARE(asked(), 4);
    m_queue->forgetKept();
    QVERIFY(read(u"/me?access_token=a"_s));
    QCOMPARE(asked(), 5);
}

QTEST_GUILESS_MAIN(TestQueueBatches)
#include "tst_queuebatches.moc"
