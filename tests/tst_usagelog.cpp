// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/usagelog.h"
#include "support/accountsfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is kept of how much of the allowances is used.
class TestUsageLog : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_fixture.emplace();
        m_log.emplace(m_fixture->desk.database(), m_fixture->clock);
    }
    void cleanup()
    {
        m_log.reset();
        m_fixture.reset();
    }

    void whatWasToldIsKeptAcrossARestart();
    void oneStretchKeepsTheMostOfIt();
    void anAppAndItsAccountsAreKeptApart();
    void afterAWeekItIsForgotten();
    void theFileDoesNotGrowWithoutEnd();
    void whatNobodyKnowsTheAppOfIsNotKept();
    void aRemovedAccountTakesItsUsageAlong();
    void aRemovedAppTakesItsUsageAlong();
    void aClockSetBackLosesNothingNew();
    void afterClosingNothingIsWritten();

private:
    static CallOrigin origin(const QString &account = {})
    {
        return {.providerId = u"instagram"_s, .registrationId = u"r"_s, .accountId = account};
    }
    static UsageSample app() { return {.providerId = u"instagram"_s, .registrationId = u"r"_s}; }
    QList<UsageSample> ofApp() { return m_log->since(app(), m_fixture->clock.now().addDays(-8)); }

    std::optional<AccountsFixture> m_fixture;
    std::optional<UsageLog> m_log;
};

void TestUsageLog::whatWasToldIsKeptAcrossARestart()
{
    QSignalSpy changed(&*m_log, &UsageLog::changed);
    m_log->note(origin(), {{.calls = 28, .time = 25, .processor = 24}});
    QCOMPARE(changed.size(), 1);
    m_log.reset();
    m_fixture->desk.restart();
    m_log.emplace(m_fixture->desk.database(), m_fixture->clock);
    const QList<UsageSample> newest = m_log->newest();
    QCOMPARE(newest.size(), 1);
    QVERIFY(newest.first().isOfSameSeries(app()));
    QCOMPARE(newest.first().calls, 28);
    QCOMPARE(newest.first().time, 25);
    QCOMPARE(newest.first().processor, 24);
    QVERIFY(!newest.first().freeAt.isValid());
}

void TestUsageLog::oneStretchKeepsTheMostOfIt()
{
    m_fixture->clock.setNow(QDateTime(QDate(2026, 11, 23), QTime(13, 0), QTimeZone::utc()));
    for (const int calls : {10, 30, 20}) {
        m_log->note(origin(), {{.calls = calls}});
        m_log->flush();
    }
    m_fixture->clock.advance(10min);
    m_log->note(origin(), {{.calls = 5}});
    QCOMPARE(ofApp().size(), 2);
    QCOMPARE(ofApp().first().calls, 30);
    QCOMPARE(ofApp().last().calls, 5);
    QCOMPARE(m_log->newest().first().calls, 5);
}

void TestUsageLog::anAppAndItsAccountsAreKeptApart()
{
    const Usage business{.allowance = Allowance::Business, .subject = u"1"_s, .calls = 95, .regain = 19min};
    m_log->note(origin(u"a"_s), {{.calls = 1}, business});
    m_log->note(origin(u"b"_s), {{.calls = 2}, {.allowance = Allowance::Business, .calls = 3}});
    const QList<UsageSample> newest = m_log->newest();
    QCOMPARE(newest.size(), 3);
    const auto ofA = std::ranges::find(newest, u"a"_s, &UsageSample::accountId);
    QCOMPARE(ofA->calls, 95);
    QCOMPARE(ofA->freeAt.toSecsSinceEpoch(), m_fixture->clock.now().addSecs(19 * 60).toSecsSinceEpoch());
    QCOMPARE(ofApp().size(), 1);
    QCOMPARE(ofApp().first().calls, 2);
}

void TestUsageLog::afterAWeekItIsForgotten()
{
    m_log->note(origin(), {{.calls = 10}});
    m_log->flush();
    m_fixture->clock.advance(24h * 8);
    m_log->note(origin(), {{.calls = 20}});
    QCOMPARE(ofApp().size(), 1);
    QCOMPARE(ofApp().first().calls, 20);
}

void TestUsageLog::theFileDoesNotGrowWithoutEnd()
{
    constexpr int accounts = 5000;
    for (int round = 0; round < 12; ++round) {
        for (int account = 0; account < accounts; ++account)
            m_log->note(origin(QString::number(account)), {{.allowance = Allowance::Business, .calls = round}});
        m_fixture->clock.advance(10min);
    }
    qsizetype kept = 0;
    for (int account = 0; account < accounts; account += 100) {
        UsageSample series = app();
        series.accountId = QString::number(account);
        series.allowance = Allowance::Business;
        const QList<UsageSample> samples = m_log->since(series, m_fixture->clock.now().addDays(-1));
        kept += samples.size();
        QCOMPARE(samples.last().calls, 11); // the newest stay
    }
    QVERIFY(kept <= 50 * 11);
}

void TestUsageLog::whatNobodyKnowsTheAppOfIsNotKept()
{
    m_log->note({}, {{.calls = 10}});
    m_log->note(origin(), {{.allowance = Allowance::Business, .calls = 10}}); // of no account
    QVERIFY(m_log->newest().isEmpty());
}

void TestUsageLog::aRemovedAccountTakesItsUsageAlong()
{
    const QString id = m_fixture->adopt(m_fixture->fresh("IGAAtoken")).value().id;
    m_log->note(origin(id), {{.calls = 1}, {.allowance = Allowance::Business, .calls = 2}});
    QCOMPARE(m_log->newest().size(), 2);
    QVERIFY(m_fixture->remove(id));
    QCOMPARE(m_log->newest().size(), 1);
}

void TestUsageLog::aRemovedAppTakesItsUsageAlong()
{
    m_log->note(origin(), {{.calls = 1}});
    m_log->flush();
    QVERIFY(m_fixture->desk.database().removeRegistration(u"r"_s));
    QVERIFY(m_log->newest().isEmpty());
}

void TestUsageLog::aClockSetBackLosesNothingNew()
{
    m_fixture->clock.advance(24h * 365);
    m_log->note(origin(), {{.calls = 99}});
    m_log->flush();
    m_fixture->clock.advance(-24h * 365);
    m_log->note(origin(), {{.calls = 1}});
    QCOMPARE(ofApp().size(), 1);
    QCOMPARE(ofApp().first().calls, 1);
}

void TestUsageLog::afterClosingNothingIsWritten()
{
    m_log->note(origin(), {{.calls = 1}});
    m_fixture->desk.database().close();
    m_log->flush(); // quietly: warnings fail the test
    m_log->note(origin(), {{.calls = 1}});
}

QTEST_GUILESS_MAIN(TestUsageLog)
#include "tst_usagelog.moc"
