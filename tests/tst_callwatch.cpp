// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/callwatch.h"
#include "activity/noticetext.h"
#include "support/accountsfixture.h"
#include "support/scriptedserver.h"

#include <QTest>
#include <QTimeZone>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Calls of an app that none of our programs has made are noticed, calmly; ours never are.
class TestCallWatch : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void callsOfSomebodyElseAreNoticedOnce();
    void whatHeadersTellIsSetAgainstWhatWentOut();
    void ourOwnCallsAreNot();
    void thoseOfOurOtherProgramsAreNot();
    void theFirstMeasureAfterAStartSaysNothing();
    void afterAnHourTheFirstMeasureDoes();
    void theHourThatRollsOnIsNoAlarm();
    void fewerUsersOfTheAppAreNoAlarm();
    void otherAllowancesSayNothing();
    void callsOfAnUnknownAppMayBeOurs();
    void theSameUseIsNotToldEachDay();
    void theOtherAppIsToldToo();
    void withoutAnAccountThereIsNobodyToTell();
    void aClockSetBackIsNoAlarm();
    void aDatabaseThatCannotBeReadIsNoAlarm();
    void itSaysWhatToDo();

private:
    CallOrigin origin(const QString &registration = u"r"_s) const
    {
        return {.providerId = u"instagram"_s, .registrationId = registration, .accountId = m_account};
    }
    void measure(int percent, const QString &registration = u"r"_s)
    {
        m_watch->measured(origin(registration), {{.calls = percent}});
    }
    void call(int times) { m_fixture->desk.usage().noteOwn(origin(), times); }
    void pass(std::chrono::seconds time)
    {
        m_fixture->clock.advance(time);
        m_watch->look();
    }
    QStringList noticed()
    {
        QStringList details;
        for (const Event &event : m_fixture->accounts().events(50, {.kinds = {Event::Kind::Noticed}}))
            details.append(event.detail);
        return details;
    }

    std::optional<AccountsFixture> m_fixture;
    std::optional<CallWatch> m_watch;
    QString m_account;
};

void TestCallWatch::init()
{
    m_fixture.emplace();
    m_fixture->clock.setNow(QDateTime(QDate(2026, 11, 23), QTime(13, 0, 30), QTimeZone::utc()));
    m_account = m_fixture->adopt(m_fixture->fresh("IGAAcanary")).value().id;
    m_watch.emplace(m_fixture->accounts(), m_fixture->desk.usage(), m_fixture->clock);
}

void TestCallWatch::cleanup()
{
    m_watch.reset();
    m_fixture.reset();
}

void TestCallWatch::callsOfSomebodyElseAreNoticedOnce()
{
    call(1);
    measure(2);
    pass(5min);
    QVERIFY(noticed().isEmpty());
    call(1);
    measure(40);
    pass(1min);
    QCOMPARE(noticed(), QStringList{u"ForeignCalls: 40"_s});
    QVERIFY(m_fixture->accounts().isMarked(m_account));
    for (const int percent : {55, 70, 99}) {
        measure(percent);
        pass(5min);
    }
    QCOMPARE(noticed().size(), 1); // today
}

/// The whole way: requests over a socket, a server that says what others have used.
void TestCallWatch::whatHeadersTellIsSetAgainstWhatWentOut()
{
    Queue &queue = m_fixture->desk.queue;
    connect(&queue, &Queue::measured, &*m_watch, &CallWatch::measured);
    const auto ask = [&](int percent) {
        ScriptedServer server;
        server.answer(200, "{}", "X-App-Usage: {\"call_count\":" + QByteArray::number(percent) + "}\r\n");
        Awaited<Answer> answer;
        queue.send(origin(), {.url = QUrl(server.url(u"/x"_s))}, &answer.context, answer.callback());
        QVERIFY(answer.wait());
        pass(1min);
    };
    for (int made = 1; made <= 30; ++made)
        ask(made);
    QVERIFY(noticed().isEmpty());
    ask(80);
    QCOMPARE(noticed(), QStringList{u"ForeignCalls: 80"_s});
}

void TestCallWatch::ourOwnCallsAreNot()
{
    measure(0);
    for (int minute = 1; minute <= 90; ++minute) {
        call(2);
        measure(std::min(minute * 2, 100));
        pass(1min);
    }
    QVERIFY(noticed().isEmpty());
}

/// The command line notes its own in the same database.
void TestCallWatch::thoseOfOurOtherProgramsAreNot()
{
    const auto database = Database::open(m_fixture->desk.folder());
    QVERIFY(database);
    UsageLog other(**database, m_fixture->clock);
    measure(1);
    pass(1min);
    other.noteOwn(origin(), 50);
    measure(51);
    m_watch->look(); // it has not been written yet
    QVERIFY(noticed().isEmpty());
    other.flush();
    pass(1min);
    QVERIFY(noticed().isEmpty());
}

/// What was before, nobody knows.
void TestCallWatch::theFirstMeasureAfterAStartSaysNothing()
{
    measure(60);
    pass(1min);
    measure(61);
    pass(1min);
    QVERIFY(noticed().isEmpty());
    measure(80);
    pass(1min);
    QCOMPARE(noticed(), QStringList{u"ForeignCalls: 80"_s});
}

void TestCallWatch::afterAnHourTheFirstMeasureDoes()
{
    pass(70min);
    call(1);
    measure(60);
    QVERIFY(noticed().isEmpty()); // not at once
    pass(1min);
    QCOMPARE(noticed(), QStringList{u"ForeignCalls: 60"_s});
}

void TestCallWatch::theHourThatRollsOnIsNoAlarm()
{
    call(40);
    measure(40);
    pass(50min);
    call(40);
    measure(80);
    pass(15min);
    measure(40); // the first forty are an hour ago
    pass(1min);
    call(40);
    measure(80);
    pass(1min);
    QVERIFY(noticed().isEmpty());
}

/// An app may make 200 calls for each of its users: with one of them gone the same calls are a larger part.
void TestCallWatch::fewerUsersOfTheAppAreNoAlarm()
{
    call(90);
    measure(22);
    pass(20min);
    call(1);
    measure(45);
    pass(1min);
    QVERIFY(noticed().isEmpty());
}

void TestCallWatch::otherAllowancesSayNothing()
{
    const auto tell = [this](int percent) {
        m_watch->measured(origin(),
                          {{.allowance = Allowance::Business, .calls = percent},
                           {.allowance = Allowance::Page, .calls = percent},
                           {.allowance = Allowance::AdAccount, .calls = percent}});
        pass(1min);
    };
    tell(1);
    tell(95);
    m_watch->measured(origin(), {{.calls = 1, .time = 95, .processor = 95}}); // long answers are no more calls
    pass(1min);
    QVERIFY(noticed().isEmpty());
}

void TestCallWatch::callsOfAnUnknownAppMayBeOurs()
{
    measure(1);
    pass(1min);
    m_fixture->desk.usage().noteOwn({}, 50); // a sign-in that reads the Pages of an agency
    measure(45);
    pass(1min);
    QVERIFY(noticed().isEmpty());
}

/// A tool that the owner has known for long.
void TestCallWatch::theSameUseIsNotToldEachDay()
{
    for (int day = 0; day < 40; ++day) {
        pass(24h);
        measure(day < 20 ? 40 : 80);
        pass(1min);
    }
    QCOMPARE(noticed(), (QStringList{u"ForeignCalls: 80"_s, u"ForeignCalls: 40"_s}));
}

void TestCallWatch::theOtherAppIsToldToo()
{
    NewAccount made = m_fixture->fresh("IGAAother", u"27640875392278832"_s);
    made.account.registrationId = u"r2"_s;
    m_account = m_fixture->adopt(std::move(made)).value().id;
    pass(70min);
    measure(50, u"r"_s); // it was no account of this app whose call told
    measure(50, u"r2"_s);
    pass(1min);
    QCOMPARE(noticed().size(), 2);
    for (const Account &account : m_fixture->accounts().all())
        QVERIFY(m_fixture->accounts().isMarked(account.id));
}

void TestCallWatch::withoutAnAccountThereIsNobodyToTell()
{
    pass(70min);
    measure(50);
    QVERIFY(m_fixture->remove(m_account));
    pass(1min);
    QVERIFY(noticed().isEmpty());
}

void TestCallWatch::aClockSetBackIsNoAlarm()
{
    call(50);
    measure(50);
    pass(1min);
    m_fixture->clock.advance(-48h);
    m_watch->look();
    call(1);
    measure(51);
    pass(1min);
    QVERIFY(noticed().isEmpty());
}

void TestCallWatch::aDatabaseThatCannotBeReadIsNoAlarm()
{
    pass(70min);
    call(50);
    measure(50);
    m_fixture->desk.database().close();
    pass(1min);
    QCOMPARE(m_fixture->desk.usage().ownCalls(origin(), m_fixture->clock.now()), std::nullopt);
}

void TestCallWatch::itSaysWhatToDo()
{
    const NoticeText text = describe(Notice{Notice::Kind::ForeignCalls, m_account, u"40"_s});
    QVERIFY(text.happened.contains("40 %"_L1) && text.todo.contains("app secret"_L1));
}

QTEST_GUILESS_MAIN(TestCallWatch)
#include "tst_callwatch.moc"
