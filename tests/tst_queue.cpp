// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/queuestage.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Urgency = CallOrigin::Urgency;

/// One queue for each app, by a clock that is moved: nothing sleeps.
class TestQueue : public QObject, protected QueueStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }

    void theFirstCallOfAnAppGoesAlone();
    void aFewGoOutAtATime();
    void sixtyAtOnceAndThenTwoASecond();
    void atNinetyPercentItPausesUntilTheHourHasRolledOn();
    void afterAPauseOneCallFeelsTheWay();
    void anAccountThatIsUsedUpHoldsUpNoOther();
    void aThrottledAppIsNotAskedBeforeItsTime_data();
    void aThrottledAppIsNotAskedBeforeItsTime();
    void aPersonGoesAhead();
    void aPersonHearsAtOnceThatAnAppIsBarred();
    void whoHasNoPatienceHearsWhen();
    void appsDoNotWaitForOneAnother();
    void whatNobodyWaitsForDoesNotGoOut();
    void whatIsLetGoEndsAsCancelled();
    void deletedWhileARequestIsOut();
    void theQueueMayGoFirst();
    void aClockSetBackHoldsNothingUp();
};

void TestQueue::theFirstCallOfAnAppGoesAlone()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    CallOrigin other = background();
    other.registrationId = u"other"_s;
    for (int i = 0; i < 3; ++i)
        ask(other);
    QTRY_COMPARE(asked(), 1);
    m_queue->look();
    QCOMPARE(m_queue->waiting(), 2);
}

void TestQueue::aFewGoOutAtATime()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    for (int i = 0; i < 10; ++i)
        ask(background());
    QTRY_COMPARE(asked(), 4);
    QCOMPARE(m_queue->waiting(), 6);
    QCOMPARE(answered(), 0);
}

void TestQueue::sixtyAtOnceAndThenTwoASecond()
{
    answerWith(usage(1));
    for (int i = 0; i < 63; ++i)
        ask(background());
    const QDateTime next = waitsUntil();
    QCOMPARE(asked(), 59); // and the first one
    QVERIFY(next > m_clock.now() && next <= m_clock.now().addMSecs(510));
    moveTo(m_clock.now().addSecs(1));
    waitsUntil();
    QCOMPARE(asked(), 61);
    moveTo(m_clock.now().addSecs(1));
    QTRY_COMPARE(answered(), 63);
    QCOMPARE(asked(), 63);
}

void TestQueue::atNinetyPercentItPausesUntilTheHourHasRolledOn()
{
    const QDateTime begin = m_clock.now();
    answerWith(usage(90));
    ask(background());
    QTRY_COMPARE(answered(), 1);
    ask(background());
    QCOMPARE(waitsUntil(), begin.addSecs(3600));
    QCOMPARE(m_queue->pausedUntil(u"p/r"_s), begin.addSecs(3600));
    moveTo(begin.addSecs(3599));
    QCOMPARE(m_queue->waiting(), 1);
    moveTo(begin.addSecs(3600));
    QTRY_COMPARE(answered(), 2);
    QCOMPARE(asked(), 2);
}

void TestQueue::afterAPauseOneCallFeelsTheWay()
{
    answerWith(usage(95)); // others use the app too: an hour later it is as full
    ask(background());
    QTRY_COMPARE(answered(), 1);
    for (int i = 0; i < 10; ++i)
        ask(background());
    for (int hour = 0; hour < 3; ++hour) {
        const QDateTime until = waitsUntil();
        QCOMPARE(asked(), 1 + hour);
        QVERIFY(until > m_clock.now());
        moveTo(until);
    }
    answerWith(usage(3));
    moveTo(waitsUntil());
    QTRY_COMPARE(answered(), 11);
}

void TestQueue::anAccountThatIsUsedUpHoldsUpNoOther()
{
    answerWith("X-Business-Use-Case-Usage: "
               "{\"1\":[{\"type\":\"instagram\",\"call_count\":100,\"estimated_time_to_regain_access\":19}]}\r\n");
    answerWith({});
    const QDateTime begin = m_clock.now();
    ask(background(u"a"_s));
    QTRY_COMPARE(answered(), 1);
    ask(background(u"a"_s));
    ask(background(u"b"_s));
    QTRY_COMPARE(answered(), 2);
    QVERIFY(m_answers.back().result);
    QCOMPARE(m_queue->waiting(), 1);
    moveTo(begin.addSecs(19 * 60 - 1));
    QCOMPARE(m_queue->waiting(), 1);
    moveTo(begin.addSecs(19 * 60)); // minutes
    QTRY_COMPARE(answered(), 3);
}

void TestQueue::aThrottledAppIsNotAskedBeforeItsTime_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("seconds");
    const QByteArray throttle = "{\"error\":{\"message\":\"(#4)\",\"code\":4,\"type\":\"OAuthException\"}}";
    QTest::newRow("Retry-After, 429") << 429 << QByteArray("{}") << QByteArray("Retry-After: 120\r\n") << 120;
    QTest::newRow("Retry-After, 503") << 503 << QByteArray("{}") << QByteArray("Retry-After: 120\r\n") << 120;
    QTest::newRow("code 4") << 400 << throttle << usage(100) << 3600;
    QTest::newRow("code 4 without a header") << 400 << throttle << QByteArray() << 3600;
    QTest::newRow("both") << 400 << throttle << QByteArray("Retry-After: 7200\r\n") << 7200;
}

void TestQueue::aThrottledAppIsNotAskedBeforeItsTime()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(int, seconds);
    const QDateTime begin = m_clock.now();
    answerWith(headers, status, body);
    answerWith(usage(1));
    ask(background());
    QTRY_COMPARE(answered(), 1);
    ask(background());
    QCOMPARE(waitsUntil(), begin.addSecs(seconds));
    moveTo(begin.addSecs(seconds - 1));
    QCOMPARE(m_queue->waiting(), 1);
    QCOMPARE(asked(), 1);
    moveTo(begin.addSecs(seconds));
    QTRY_COMPARE(answered(), 2);
}

void TestQueue::aPersonGoesAhead()
{
    answerWith(usage(95));
    ask(background());
    QTRY_COMPARE(answered(), 1);
    for (int i = 0; i < 5; ++i)
        ask(background(), u"/background"_s);
    CallOrigin person = background();
    person.urgency = Urgency::Person;
    QVERIFY(ask(person, u"/person"_s).wait());
    QVERIFY(m_server->requests().last().startsWith("GET /person"));
    QCOMPARE(m_queue->waiting(), 5);
}

void TestQueue::aPersonHearsAtOnceThatAnAppIsBarred()
{
    answerWith("Retry-After: 600\r\n", 429);
    ask(background());
    QTRY_COMPARE(answered(), 1);
    m_clock.advance(60s);
    CallOrigin person = background();
    person.urgency = Urgency::Person;
    const Result<Answer> refused = ask(person).wait();
    QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
    QCOMPARE(refused.error().retryAfter, 540);
    QCOMPARE(asked(), 1);
}

void TestQueue::whoHasNoPatienceHearsWhen()
{
    answerWith(usage(95));
    ask(background());
    QTRY_COMPARE(answered(), 1);
    Awaited<Answer> &impatient = ask(background({}, 60s));
    Awaited<Answer> &patient = ask(background());
    QVERIFY(!impatient.result); // never in the call itself
    const Result<Answer> refused = impatient.wait();
    QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
    QCOMPARE(refused.error().retryAfter, 3600);
    QVERIFY(!patient.result);
    QCOMPARE(m_queue->waiting(), 1);
}

void TestQueue::appsDoNotWaitForOneAnother()
{
    answerWith(usage(95));
    ask(background());
    QTRY_COMPARE(answered(), 1);
    ask(background());
    CallOrigin other = background();
    other.registrationId = u"other"_s;
    QVERIFY(ask(other).wait());
    QCOMPARE(m_queue->waiting(), 1);
}

void TestQueue::whatNobodyWaitsForDoesNotGoOut()
{
    answerWith(usage(95));
    ask(background());
    QTRY_COMPARE(answered(), 1);
    ask(background());
    waitsUntil();
    m_answers.pop_back();
    moveTo(m_clock.now().addSecs(3600));
    QCOMPARE(m_queue->waiting(), 0);
    QCOMPARE(asked(), 1);
}

void TestQueue::whatIsLetGoEndsAsCancelled()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    for (int i = 0; i < 5; ++i)
        ask(background());
    QTRY_COMPARE(asked(), 4);
    for (Awaited<Answer> &answer : m_answers)
        m_queue->letGo(&answer.context);
    QCOMPARE(m_answers.back().wait().error().kind, ErrorKind::Cancelled);
    QVERIFY(!m_answers.front().result); // it is out
    QCOMPARE(m_queue->waiting(), 0);
}

void TestQueue::deletedWhileARequestIsOut()
{
    for (int i = 0; i < 4; ++i)
        m_server->script({.end = ScriptedServer::End::Hang});
    answerWith(usage(1));
    for (int i = 0; i < 5; ++i)
        ask(background());
    QTRY_COMPARE(asked(), 4);
    m_answers.pop_front(); // its place is free
    QTRY_COMPARE(asked(), 5);
}

void TestQueue::theQueueMayGoFirst()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    for (int i = 0; i < 5; ++i)
        ask(background());
    QTRY_COMPARE(asked(), 4);
    m_queue.reset();
    m_answers.clear();
    QTest::qWait(0);
}

void TestQueue::aClockSetBackHoldsNothingUp()
{
    answerWith("Retry-After: 3600\r\n", 429);
    answerWith(usage(1));
    ask(background());
    QTRY_COMPARE(answered(), 1);
    m_clock.advance(-24h * 365);
    QVERIFY(ask(background()).wait());
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
