// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/queue.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <list>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Urgency = CallOrigin::Urgency;

/// One queue for each app, by a clock that is moved: nothing sleeps.
class TestQueue : public QObject
{
    Q_OBJECT
private slots:
    void init();

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
    void manyGoOutAsOneBatch();
    void aBatchWhoseFirstTokenIsBadIsSentAgainWithoutIt();
    void aPartThatWasNotReachedIsNoAnswer();
    void aBatchThatIsThrottledTellsEach();
    void whatWasJustReadIsNotAskedForAgain();

private:
    CallOrigin background(const QString &account = {}, std::chrono::seconds patience = 24h) const
    {
        return {.providerId = u"p"_s,
                .registrationId = u"r"_s,
                .accountId = account,
                .urgency = Urgency::Background,
                .patience = patience};
    }
    Awaited<Answer> &ask(const CallOrigin &origin, const QString &path = u"/x"_s, const QUrl &batchRoot = {})
    {
        Awaited<Answer> &answer = m_answers.emplace_back();
        m_queue->send(origin, {.url = QUrl(m_server->url(path)), .batchRoot = batchRoot}, &answer.context,
                      answer.callback());
        return answer;
    }
    static QByteArray usage(int percent)
    {
        return "X-App-Usage: {\"call_count\":" + QByteArray::number(percent) + "}\r\n";
    }
    void answerWith(const QByteArray &headers, int status = 200, const QByteArray &body = "{}")
    {
        m_server->answer(status, body, headers);
    }
    qsizetype asked() const { return m_server->requests().size(); }
    qsizetype answered() const
    {
        return std::ranges::count_if(m_answers, [](const auto &answer) { return answer.result.has_value(); });
    }
    /// Until nothing goes on without the clock.
    QDateTime waitsUntil()
    {
        QSignalSpy waits(m_queue.get(), &Queue::waitsUntil);
        return waits.wait() ? waits.last().first().toDateTime() : QDateTime();
    }
    void moveTo(const QDateTime &when)
    {
        m_clock.setNow(when);
        m_queue->look();
    }

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Queue> m_queue;
    std::list<Awaited<Answer>> m_answers;
};

void TestQueue::init()
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

// -- batches

namespace {

QByteArray part(const QByteArray &id, int percent = 1)
{
    return "{\"code\":200,\"headers\":[{\"name\":\"X-App-Usage\",\"value\":\"{\\\"call_count\\\":"
        + QByteArray::number(percent) + "}\"}],\"body\":\"{\\\"id\\\":\\\"" + id + "\\\"}\"}";
}

} // namespace

void TestQueue::manyGoOutAsOneBatch()
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

void TestQueue::aBatchWhoseFirstTokenIsBadIsSentAgainWithoutIt()
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

void TestQueue::aPartThatWasNotReachedIsNoAnswer()
{
    const QUrl root(m_server->url(u"/"_s));
    answerWith({}, 200, "[null," + part("2") + ']');
    ask(background(), u"/v25.0/me?access_token=t1"_s, root);
    ask(background(), u"/v25.0/me?access_token=t2"_s, root);
    QTRY_COMPARE(answered(), 2);
    QCOMPARE(m_answers.front().wait().error().kind, ErrorKind::TimedOut);
    QVERIFY(m_answers.back().wait());
}

void TestQueue::aBatchThatIsThrottledTellsEach()
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

// -- what is remembered

void TestQueue::whatWasJustReadIsNotAskedForAgain()
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

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
