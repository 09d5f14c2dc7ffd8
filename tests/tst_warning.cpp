// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/warner.h"
#include "support/accountsfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'000).toUTC();

Account endingIn(std::chrono::seconds left)
{
    Account account;
    account.id = u"a"_s;
    account.tokenKind = TokenKind::LongLived;
    account.issuedAt = now.addDays(-50);
    account.expiresAt = now.addSecs(left.count());
    return account;
}

constexpr auto none = -1;

} // namespace

Q_DECLARE_METATYPE(std::chrono::seconds)

/// What a person is told of an account that needs them, and that they are told once.
class TestWarning : public QObject
{
    Q_OBJECT

private slots:
    void whatIsDue_data()
    {
        QTest::addColumn<Status>("status");
        QTest::addColumn<StatusDetail>("detail");
        QTest::addColumn<std::chrono::seconds>("left");
        QTest::addColumn<int>("days");
        const auto until = StatusDetail::Until;
        const auto plain = StatusDetail::None;
        QTest::addRow("three weeks") << Status::Working << until << std::chrono::seconds(21 * 24h) << none;
        QTest::addRow("a second more than two weeks") << Status::Working << until << (14 * 24h + 1s) << none;
        QTest::addRow("two weeks") << Status::Working << until << std::chrono::seconds(14 * 24h) << 14;
        QTest::addRow("eight days") << Status::Working << until << std::chrono::seconds(8 * 24h) << 14;
        QTest::addRow("a week") << Status::Working << until << std::chrono::seconds(7 * 24h) << 7;
        QTest::addRow("three days") << Status::Working << until << std::chrono::seconds(3 * 24h) << 3;
        QTest::addRow("a day") << Status::Working << until << std::chrono::seconds(24h) << 1;
        QTest::addRow("an hour") << Status::Working << until << std::chrono::seconds(1h) << 1;
        QTest::addRow("renewed silently")
            << Status::Working << StatusDetail::RenewsOn << std::chrono::seconds(24h) << none;
        QTest::addRow("being renewed") << Status::Renewing << plain << std::chrono::seconds(24h) << none;
        QTest::addRow("trouble for a week") << Status::Retrying << plain << std::chrono::seconds(7 * 24h) << 7;
        QTest::addRow("trouble, but there is time")
            << Status::Retrying << plain << std::chrono::seconds(40 * 24h) << none;
        QTest::addRow("keychain locked, near its end")
            << Status::NeedsYou << StatusDetail::UnlockKeychain << std::chrono::seconds(3 * 24h) << 3;
        QTest::addRow("not saved, near its end") << Status::NotSaved << plain << std::chrono::seconds(24h) << 1;
        QTest::addRow("refused, though there is time")
            << Status::NeedsYou << StatusDetail::SignInAgain << std::chrono::seconds(40 * 24h) << endedWarning;
        QTest::addRow("withdrawn") << Status::Revoked << StatusDetail::SignInAgain << std::chrono::seconds(40 * 24h)
                                   << endedWarning;
        QTest::addRow("run out") << Status::Expired << StatusDetail::SignInAgain << std::chrono::seconds(-1s)
                                 << endedWarning;
    }

    void whatIsDue()
    {
        QFETCH(Status, status);
        QFETCH(StatusDetail, detail);
        QFETCH(std::chrono::seconds, left);
        QFETCH(int, days);
        const Account account = endingIn(left);
        const auto warning = dueWarning(account, {status, detail, account.expiresAt}, now, {});
        QCOMPARE(warning ? warning->days : none, days);
        if (!warning)
            return;
        QCOMPARE(warning->until, account.expiresAt);
        QVERIFY(!dueWarning(account, {status, detail, account.expiresAt}, now, warning)); // told
    }

    /// A Page's token has no end, but Facebook wants the access to be confirmed.
    void accessToDataHasItsEndToo()
    {
        Account account = endingIn(0s);
        account.tokenKind = TokenKind::NoExpiry;
        account.expiresAt = {};
        const AccountStatus working{Status::Working, StatusDetail::NoExpiryDate};
        QVERIFY(!dueWarning(account, working, now, {})); // a system user's has none
        account.dataAccessExpiresAt = now.addDays(40);
        QVERIFY(!dueWarning(account, working, now, {}));
        account.dataAccessExpiresAt = now.addDays(14);
        const auto warning = dueWarning(account, {Status::Working, StatusDetail::AccessUntil}, now, {});
        QVERIFY(warning);
        QCOMPARE(warning->days, 14);
        QCOMPARE(warning->until, account.dataAccessExpiresAt);
        const AccountStatus ended{Status::NeedsYou, StatusDetail::SignInAgain, {}, ErrorHint::AccessEnded};
        QCOMPARE(dueWarning(account, ended, now.addDays(14), warning)->days, endedWarning);
    }

    void anHourTokenIsNoReason()
    {
        Account account = endingIn(30min);
        account.tokenKind = TokenKind::ShortLived;
        QVERIFY(!dueWarning(account, {Status::Working, StatusDetail::OneHourOnly, account.expiresAt}, now, {}));
    }

    /// Fourteen days pass, with somebody looking every hour: four warnings, and the end.
    void eachIsToldOnce()
    {
        const Account account = endingIn(20 * 24h);
        std::optional<Warning> told;
        QList<int> days;
        for (int hour = 0; hour < 21 * 24; ++hour) {
            const QDateTime at = now.addSecs(hour * 3600);
            const bool ended = at >= account.expiresAt;
            const AccountStatus status = ended ? AccountStatus{Status::Expired, StatusDetail::SignInAgain}
                                               : AccountStatus{Status::Working, StatusDetail::Until};
            if (const auto warning = dueWarning(account, status, at, told)) {
                days.append(warning->days);
                told = warning;
            }
        }
        QCOMPARE(days, (QList<int>{14, 7, 3, 1, 0}));
    }

    void afterALongSleepOnlyTheMostUrgentIsTold()
    {
        const Account account = endingIn(2 * 24h);
        const Warning before{.accountId = account.id, .until = account.expiresAt, .days = 14};
        QCOMPARE(dueWarning(account, {Status::Working, StatusDetail::Until}, now, before)->days, 3);
    }

    void aClockThatWasSetBackTellsNothingTwice()
    {
        const Account account = endingIn(10 * 24h);
        const Warning before{.accountId = account.id, .until = account.expiresAt, .days = 3};
        QVERIFY(!dueWarning(account, {Status::Working, StatusDetail::Until}, now, before));
    }

    void aNewTokenBeginsAnew()
    {
        const Account account = endingIn(7 * 24h);
        const Warning before{.accountId = account.id, .until = now.addDays(-30), .days = 1};
        QCOMPARE(dueWarning(account, {Status::Working, StatusDetail::Until}, now, before)->days, 7);
    }

    // -- over the database

    void whatWasToldIsRememberedOverARestart()
    {
        AccountsFixture t;
        NewAccount made = t.fresh("IGAAone");
        made.account.refused = true;
        made.account.refusedFor = ErrorHint::PasswordChanged;
        const QString id = t.adopt(std::move(made)).value().id;
        {
            Warner warner(t.desk.database(), t.accounts(), t.clock);
            QSignalSpy warned(&warner, &Warner::warned);
            warner.look();
            QCOMPARE(warned.size(), 1);
            const auto warnings = warned.first().first().value<QList<Warning>>();
            QCOMPARE(warnings.size(), 1);
            QCOMPARE(warnings.first().accountId, id);
            QCOMPARE(warnings.first().days, endedWarning);
            warner.look();
            QCOMPARE(warned.size(), 1);
        }
        t.desk.restart();
        Warner warner(t.desk.database(), t.accounts(), t.clock);
        QSignalSpy warned(&warner, &Warner::warned);
        warner.look();
        QVERIFY(warned.isEmpty());

        QVERIFY(t.adopt(t.fresh("IGAAtwo"))); // connected again
        warner.look();
        QVERIFY(warned.isEmpty());
    }

    void theMostUrgentComeFirst()
    {
        AccountsFixture t;
        for (const int days : {12, 2, 6}) {
            NewAccount made = t.fresh("IGAA" + QByteArray::number(days), u"user %1"_s.arg(days));
            made.account.tokenKind = TokenKind::LongLived;
            made.account.providerId = u"gone"_s; // nobody knows how to renew it
            made.account.registrationId.clear();
            made.account.expiresAt = t.clock.now().addDays(days);
            QVERIFY(t.adopt(std::move(made)));
        }
        Warner warner(t.desk.database(), t.accounts(), t.clock);
        QSignalSpy warned(&warner, &Warner::warned);
        warner.look();
        QList<int> days;
        for (const Warning &warning : warned.first().first().value<QList<Warning>>())
            days.append(warning.days);
        QCOMPARE(days, (QList<int>{3, 7, 14}));
    }

    void aChangeIsSeenWithoutAsking()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAone")).value().id;
        Warner warner(t.desk.database(), t.accounts(), t.clock);
        QSignalSpy warned(&warner, &Warner::warned);
        t.clock.advance(61 * 24h); // it ran out
        QVERIFY(t.accounts().rename(id, u"Shop"_s));
        QVERIFY(warned.wait());
    }
};

QTEST_GUILESS_MAIN(TestWarning)
#include "tst_warning.moc"
