// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewal.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime issued(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc());

QDateTime after(std::chrono::seconds age)
{
    return issued.addSecs(age.count());
}

Provider instagram()
{
    Provider provider;
    provider.endpoints.renew = QUrl(u"https://graph.instagram.com/refresh_access_token"_s);
    provider.renewableAfter = 24h;
    return provider;
}

Account account(TokenKind kind, std::chrono::seconds lifetime)
{
    Account made;
    made.tokenKind = kind;
    made.issuedAt = issued;
    made.expiresAt = after(lifetime);
    made.tokenKey = u"tokendesk/token/1"_s;
    return made;
}

Account longLived(std::chrono::seconds lifetime = 60 * 24h)
{
    return account(TokenKind::LongLived, lifetime);
}

Account unknown()
{
    Account made = longLived();
    made.tokenKind = TokenKind::Unknown;
    made.expiresAt = {};
    return made;
}

Account with(Custody custody, Account made = longLived())
{
    made.custody = custody;
    return made;
}

Account refused()
{
    Account made = longLived();
    made.refused = true;
    return made;
}

Account gone()
{
    return with(Custody::Gone);
}

Account withoutEnd()
{
    Account made = account(TokenKind::NoExpiry, 0s);
    made.expiresAt = {};
    return made;
}

Account withAccess(std::chrono::seconds lifetime)
{
    Account made = withoutEnd();
    made.dataAccessExpiresAt = made.issuedAt.addSecs(lifetime.count());
    return made;
}

} // namespace

class TestAccount : public QObject
{
    Q_OBJECT

private slots:
    void isCalledByLabelThenUsernameThenId_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("username");
        QTest::addColumn<QString>("expected");
        QTest::newRow("label") << u"The shop"_s << u"shop"_s << u"The shop"_s;
        QTest::newRow("username") << QString() << u"shop"_s << u"@shop"_s;
        QTest::newRow("id alone") << QString() << QString() << u"27640875392278831"_s;
    }

    void isCalledByLabelThenUsernameThenId()
    {
        QFETCH(QString, label);
        QFETCH(QString, username);
        Account named;
        named.userId = u"27640875392278831"_s;
        named.label = label;
        named.username = username;
        QTEST(named.displayName(), "expected");
    }

    void statusSaysTheWorstThatIsTrue_data()
    {
        QTest::addColumn<Account>("account");
        QTest::addColumn<std::chrono::seconds>("age");
        QTest::addColumn<RenewalProgress>("progress");
        QTest::addColumn<Status>("status");
        QTest::addColumn<StatusDetail>("detail");
        QTest::addColumn<QDateTime>("when");

        const RenewalProgress none;
        const RenewalProgress running{.running = true};
        const RenewalProgress retrying{.failures = 1, .retryAt = after(25h)};
        const Account hour = account(TokenKind::ShortLived, 1h);
        const auto row = [](const char *name, const Account &a, std::chrono::seconds age, const RenewalProgress &p,
                            Status s, StatusDetail d,
                            const QDateTime &when = {}) { QTest::newRow(name) << a << age << p << s << d << when; };

        row("fresh, 60 days", longLived(), 0s, none, Status::Working, StatusDetail::RenewsOn, after(7 * 24h));
        row("overdue: renews now", longLived(), 8 * 24h, none, Status::Working, StatusDetail::RenewsOn, after(8 * 24h));
        row("last second", longLived(), 60 * 24h - 1s, none, Status::Working, StatusDetail::RenewsOn,
            after(60 * 24h - 1s));
        row("ended this second", longLived(), 60 * 24h, none, Status::Expired, StatusDetail::SignInAgain,
            after(60 * 24h));
        row("ended long ago, while retrying", longLived(), 90 * 24h, retrying, Status::Expired,
            StatusDetail::SignInAgain, after(60 * 24h));
        row("ends before it may be renewed", longLived(12h), 1h, none, Status::Working, StatusDetail::Until,
            after(12h));
        row("one hour only", hour, 59min, none, Status::Working, StatusDetail::OneHourOnly, after(1h));
        row("the hour is over", hour, 1h, none, Status::Expired, StatusDetail::SignInAgain, after(1h));
        row("pasted, expiry unknown", unknown(), 0s, none, Status::Working, StatusDetail::ExpiryUnknown);
        row("no expiry date", withoutEnd(), 900 * 24h, none, Status::Working, StatusDetail::NoExpiryDate);
        row("access to data for long", withAccess(90 * 24h), 24h, none, Status::Working, StatusDetail::NoExpiryDate);
        row("access to data ends soon", withAccess(90 * 24h), 76 * 24h, none, Status::Working,
            StatusDetail::AccessUntil, after(90 * 24h));
        row("access to data has ended", withAccess(90 * 24h), 90 * 24h, none, Status::NeedsYou,
            StatusDetail::SignInAgain);
        row("renewing", longLived(), 8 * 24h, running, Status::Renewing, StatusDetail::None);
        row("retrying", longLived(), 24h, retrying, Status::Retrying, StatusDetail::None, after(25h));
        row("refused", refused(), 24h, retrying, Status::NeedsYou, StatusDetail::SignInAgain);
        row("keychain locked", with(Custody::Missing), 1h, none, Status::NeedsYou, StatusDetail::UnlockKeychain);
        row("keychain locked, ended", with(Custody::Missing), 61 * 24h, none, Status::Expired,
            StatusDetail::SignInAgain, after(60 * 24h));
        row("gone", gone(), 1h, none, Status::NeedsYou, StatusDetail::SignInAgain);
        row("in memory only", with(Custody::MemoryOnly), 1h, none, Status::NotSaved, StatusDetail::None,
            after(60 * 24h));
        row("in memory only, the database refused it", with(Custody::MemoryOnly), 1h, {.unwritable = true},
            Status::NotSaved, StatusDetail::AccountsUnwritable, after(60 * 24h));
        row("in memory only, one hour", with(Custody::MemoryOnly, hour), 1min, none, Status::NotSaved,
            StatusDetail::None, after(1h));
    }

    void statusSaysTheWorstThatIsTrue()
    {
        QFETCH(Account, account);
        QFETCH(std::chrono::seconds, age);
        QFETCH(RenewalProgress, progress);
        const AccountStatus actual = statusOf(account, instagram(), after(age), progress);
        QTEST(actual.status, "status");
        QTEST(actual.detail, "detail");
        QTEST(actual.when, "when");
    }

    void isRenewedInTime_data()
    {
        QTest::addColumn<Account>("account");
        QTest::addColumn<std::chrono::seconds>("age");
        QTest::addColumn<QDateTime>("next");
        const auto row = [](const char *name, const Account &a, std::chrono::seconds age, const QDateTime &next) {
            QTest::newRow(name) << a << age << next;
        };

        row("weekly", longLived(), 0s, after(7 * 24h));
        row("a second before it is due", longLived(), 7 * 24h - 1s, after(7 * 24h));
        row("overdue", longLived(), 30 * 24h, after(30 * 24h));
        row("14 days: a day", longLived(14 * 24h), 0s, after(24h));
        row("16 days: when 14 are left", longLived(16 * 24h), 0s, after(2 * 24h));
        row("21 days: a week", longLived(21 * 24h), 0s, after(7 * 24h));
        row("2 days: not before its minimum age", longLived(2 * 24h), 0s, after(24h));
        row("24 h and a second: just in time", longLived(24h + 1s), 0s, after(24h));
        row("24 h: never", longLived(24h), 0s, QDateTime());
        row("expired", longLived(), 60 * 24h, QDateTime());
        row("unknown expiry: as soon as allowed", unknown(), 0s, after(24h));
        row("unknown expiry: now", unknown(), 25h, after(25h));
        row("one hour", account(TokenKind::ShortLived, 1h), 0s, QDateTime());
        row("no expiry", withoutEnd(), 0s, QDateTime());
        row("refused", refused(), 8 * 24h, QDateTime());
        row("in memory only", with(Custody::MemoryOnly), 0s, after(7 * 24h));
    }

    void isRenewedInTime()
    {
        QFETCH(Account, account);
        QFETCH(std::chrono::seconds, age);
        QTEST(nextRenewal(account, instagram(), after(age)), "next");
    }

    void aSystemUsersTokenIsRenewedWithTheSecretAlone()
    {
        Provider facebook; // it has no other renewal
        facebook.family = Family::Facebook;
        Account robot = longLived();
        robot.accountType = facebookServer;
        QCOMPARE(nextRenewal(robot, facebook, issued), QDateTime());
        QCOMPARE(nextRenewal(robot, facebook, issued, SecretState::AtHand), after(7 * 24h));
        QCOMPARE(statusOf(robot, facebook, issued).detail, StatusDetail::Until);
        QCOMPARE(statusOf(robot, facebook, issued, {.secret = SecretState::AtHand}).detail, StatusDetail::RenewsOn);
        Account endless = withoutEnd();
        endless.accountType = facebookServer;
        QCOMPARE(nextRenewal(endless, facebook, issued, SecretState::AtHand), QDateTime());
        Account person = longLived();
        person.accountType = facebookPerson;
        QCOMPARE(nextRenewal(person, facebook, issued, SecretState::AtHand), QDateTime());
    }

    void tokensOfOneDayDoNotStayTogether()
    {
        QSet<QDateTime> dues;
        for (int i = 0; i < 200; ++i) {
            Account one = longLived();
            one.id = QString::number(i);
            const QDateTime due = nextRenewal(one, instagram(), issued);
            QVERIFY(due >= after(7 * 24h) && due <= after(7 * 24h + 6h));
            QCOMPARE(nextRenewal(one, instagram(), issued), due); // as after a restart
            dues.insert(due);
            Account late = longLived(24h + 1s);
            late.id = one.id;
            QCOMPARE(nextRenewal(late, instagram(), issued), after(24h)); // there is no time for it
        }
        QVERIFY(dues.size() > 150);
    }

    void backsOffWithJitter_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<double>("chance");
        QTest::addColumn<int>("asked"); // s, by the provider
        QTest::addColumn<int>("wait"); // s
        QTest::newRow("first, at most") << 1 << 1.0 << 0 << 30;
        QTest::newRow("first, half") << 1 << 0.5 << 0 << 15;
        QTest::newRow("first, at least") << 1 << 0.0 << 0 << 5;
        QTest::newRow("second") << 2 << 1.0 << 0 << 60;
        QTest::newRow("tenth") << 10 << 1.0 << 0 << 15360;
        QTest::newRow("eleventh: six hours") << 11 << 1.0 << 0 << 21600;
        QTest::newRow("thousandth: six hours") << 1000 << 1.0 << 0 << 21600;
        QTest::newRow("none") << 0 << 1.0 << 0 << 30;
        QTest::newRow("the provider asked for more") << 1 << 1.0 << 1140 << 1140;
        QTest::newRow("the provider asked for less") << 5 << 1.0 << 10 << 480;
        QTest::newRow("the provider asked for a year") << 1 << 1.0 << 31'536'000 << 86'400;
        QTest::newRow("nonsense") << -3 << 7.0 << -9 << 30;
    }

    void backsOffWithJitter()
    {
        QFETCH(int, failures);
        QFETCH(double, chance);
        QFETCH(int, asked);
        QTEST(int(backOff(failures, chance, std::chrono::seconds(asked)).count()), "wait");
    }

    void aTryThatIsFurtherAwayThanAnyWaitIsMadeNow()
    {
        QCOMPARE(nextTry(after(24h), issued), after(24h));
        QCOMPARE(nextTry(after(24h + 1s), issued), issued); // the clock was set back
        QCOMPARE(nextTry(after(-1h), issued), after(-1h));
        QVERIFY(!nextTry({}, issued).isValid());
    }

    void aTokenIsIssuedByTheServersClockWhereOursIsWrong()
    {
        QCOMPARE(issueTime({}, issued), issued);
        QCOMPARE(issueTime(after(24h), issued), issued);
        QCOMPARE(issueTime(after(-24h), issued), issued);
        QCOMPARE(issueTime(after(24h + 1s), issued), after(24h + 1s));
        QCOMPARE(issueTime(after(-365 * 24h), issued), after(-365 * 24h));
    }

    void closeToItsEndItIsRenewedEverySixHours()
    {
        Provider provider = instagram();
        provider.renewableAfter = 0s;
        QCOMPARE(nextRenewal(longLived(2 * 24h), provider, issued), after(6h));
    }

    void cannotBeRenewedWhereTheProviderHasNoRenewal()
    {
        const AccountStatus status = statusOf(longLived(), Provider{}, issued);
        QCOMPARE(status.detail, StatusDetail::Until);
        QCOMPARE(status.when, after(60 * 24h));
    }

    void daylightSavingTimeChangesNothing()
    {
        // Berlin's clocks jump on 29 March 2026, between the day of issue and the day of renewal.
        const QTimeZone berlin("Europe/Berlin");
        QVERIFY(berlin.isValid());
        Account local = longLived();
        local.issuedAt = QDateTime(QDate(2026, 3, 28), QTime(12, 0), QTimeZone::utc()).toTimeZone(berlin);
        local.expiresAt = local.issuedAt.toUTC().addDays(60).toTimeZone(berlin);
        const QDateTime next = nextRenewal(local, instagram(), local.issuedAt.toUTC());
        QCOMPARE(next.toUTC(), QDateTime(QDate(2026, 4, 4), QTime(12, 0), QTimeZone::utc()));
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
