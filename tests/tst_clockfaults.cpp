// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultstage.h"

#include <QScopeGuard>
#include <QTest>
#include <QTimeZone>
#include <ctime>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A computer's clock that is a year off for a while, and days on which an hour is missing or comes twice: no token is
/// taken for ended that is not, none is forgotten, and nobody is asked more often for it.
class TestClockFaults : public QObject, protected FaultStage
{
    Q_OBJECT

    static constexpr std::chrono::seconds year = 365 * 24h;

    /// The provider's clock is right all the time.
    void setOurClock(std::chrono::seconds by)
    {
        m_clock->advance(by);
        m_server->advance(-by);
    }

    static void years()
    {
        QTest::addColumn<std::chrono::seconds>("astray");
        QTest::newRow("a year forward") << year;
        QTest::newRow("a year back") << -year;
    }

private slots:
    void init() { beginWithTwo(); }
    void cleanup() { end(); }

    void aClockThatIsOffBetweenTwoLooks_data() { years(); }

    void aClockThatIsOffBetweenTwoLooks()
    {
        QFETCH(std::chrono::seconds, astray);
        const QDateTime due = accounts().renewalDue(m_before.id);
        const QStringList items = m_keychain->keys();
        setOurClock(astray);
        round();
        round();
        QCOMPARE(renewals(), 0);
        QCOMPARE(m_keychain->keys(), items);

        setOurClock(-astray);
        QCOMPARE(accounts().status(m_before.id).status, Status::Working);
        QCOMPARE(accounts().renewalDue(m_before.id), due);
        round();
        QCOMPARE(renewals(), 0);
        nothingIsLost();

        m_clock->setNow(due);
        Awaited<Account> renewed;
        accounts().renew(m_before.id, &renewed.context, renewed.callback());
        QVERIFY(renewed.wait());
        allIsWell();
    }

    void aClockThatIsOffDuringARenewal_data() { years(); }

    void aClockThatIsOffDuringARenewal()
    {
        QFETCH(std::chrono::seconds, astray);
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        setOurClock(astray);
        QVERIFY(renewed.wait());
        round(); // nothing is renewed once more
        QCOMPARE(renewals(), 1);

        setOurClock(-astray);
        const Account after = accounts().find(m_before.id).value();
        QVERIFY(std::abs(after.issuedAt.secsTo(m_clock->now())) <= 1); // dates of HTTP have no fractions
        QVERIFY(std::abs(after.expiresAt.secsTo(m_clock->now().addDays(60))) <= 1);
        QCOMPARE(accounts().status(m_before.id).detail, StatusDetail::RenewsOn);
        round();
        QCOMPARE(renewals(), 1);
        allIsWell();
    }

    void aTryThatWasPlannedByAWrongClockIsNotWaitedFor()
    {
        m_server->inject({.name = u"unavailable"_s, .endpoint = u"renew"_s, .times = 1});
        m_clock->advance(8 * 24h); // both are due
        Awaited<Account> failed;
        setOurClock(year / 12);
        accounts().renew(m_before.id, &failed.context, failed.callback());
        QVERIFY(!failed.wait());
        setOurClock(-year / 12);
        QVERIFY(accounts().status(m_before.id).when <= m_clock->now());
        round();
        QCOMPARE(accounts().status(m_before.id).status, Status::Working);
        QCOMPARE(renewals(), 3);
    }

    void anAppThatRestsByAWrongClockGoesOn()
    {
        m_server->inject({.name = u"throttled"_s, .endpoint = u"renew"_s, .times = 2});
        m_clock->advance(8 * 24h);
        setOurClock(year / 12);
        round();
        QCOMPARE(accounts().status(m_before.id).status, Status::Retrying);
        setOurClock(-year / 12);
        m_server->clearFaults();
        round();
        QCOMPARE(accounts().status(m_before.id).status, Status::Working);
        QCOMPARE(accounts().status(m_other.id).status, Status::Working);
    }

    void onDaysOnWhichTheClockChangesNoDueTimeMoves_data()
    {
        QTest::addColumn<QDateTime>("change"); // the moment of it
        QTest::newRow("an hour is missing") << QDateTime({2026, 3, 29}, {1, 0}, QTimeZone::utc());
        QTest::newRow("an hour comes twice") << QDateTime({2026, 10, 25}, {1, 0}, QTimeZone::utc());
    }

    void onDaysOnWhichTheClockChangesNoDueTimeMoves()
    {
#ifdef Q_OS_UNIX
        QFETCH(QDateTime, change);
        const auto back = qScopeGuard([zone = qgetenv("TZ")] {
            zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
            tzset();
        });
        qputenv("TZ", "Europe/Berlin");
        tzset();
        m_clock->setNow(change.addDays(-7).addSecs(-3600)); // due within the hour before it and the hours behind it
        const Account issued = adopt(TokenKind::LongLived, m_before.userId.toULongLong());
        const QDateTime due = accounts().renewalDue(issued.id);
        QCOMPARE(due.timeSpec(), Qt::UTC);
        QVERIFY(m_clock->now().secsTo(due) >= 7 * 24 * 3600);
        QCOMPARE(m_clock->now().secsTo(issued.expiresAt), 60 * 24 * 3600);
        for (int minutes = -90; minutes <= 90; minutes += 30) {
            m_clock->setNow(change.addSecs(minutes * 60));
            QCOMPARE(accounts().renewalDue(issued.id), std::max(due, m_clock->now()));
            QCOMPARE(accounts().status(issued.id).when, std::max(due, m_clock->now()));
        }
        m_desk->restart();
        QCOMPARE(accounts().find(issued.id)->issuedAt, issued.issuedAt);
        QCOMPARE(accounts().find(issued.id)->expiresAt, issued.expiresAt);
#else
        QSKIP("the zone of a process is set as on Unix");
#endif
    }
};

QTEST_GUILESS_MAIN(TestClockFaults)
#include "tst_clockfaults.moc"
