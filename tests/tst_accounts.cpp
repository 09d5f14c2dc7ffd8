// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/accountsfixture.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Keeping, replacing, finding and removing tokens.
class TestAccounts : public QObject
{
    Q_OBJECT

private:
    static void breakDatabase(const QString &folder)
    {
        const QString name = u"breaker"_s;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(folder + "/tokendesk.sqlite"_L1);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"CREATE TRIGGER broken_insert BEFORE INSERT ON accounts "
                               "BEGIN SELECT RAISE(ABORT, 'broken'); END"_s));
            QVERIFY(query.exec(u"CREATE TRIGGER broken_update BEFORE UPDATE ON accounts "
                               "BEGIN SELECT RAISE(ABORT, 'broken'); END"_s));
        }
        QSqlDatabase::removeDatabase(name);
    }

private slots:
    void keepsATokenAcrossARestart()
    {
        AccountsFixture t;
        QSignalSpy added(&t.accounts(), &Accounts::accountAdded);
        const Result<Account> adopted = t.adopt(t.fresh("IGAAfirst"));
        QVERIFY(adopted);
        QCOMPARE(adopted->custody, Custody::Keychain);
        QCOMPARE(t.keychain.keys(), QStringList(adopted->tokenKey));
        QCOMPARE(added.count(), 1);
        QCOMPARE(t.kinds(), {Event::Kind::Connected});

        t.desk.restart();
        QCOMPARE(t.accounts().all().size(), 1);
        QCOMPARE(t.only().displayName(), u"@user31"_s);
        QCOMPARE(t.accounts().status(t.only().id).status, Status::Working);
        QCOMPARE(t.token(t.only().id), "IGAAfirst"_ba);
    }

    void replacesTheSameUserInPlace()
    {
        AccountsFixture t;
        NewAccount first = t.fresh("IGAAfirst");
        first.picture = "picture";
        const QString id = t.adopt(std::move(first)).value().id;
        QVERIFY(t.accounts().rename(id, u" The shop "_s));

        NewAccount second = t.fresh("IGAAsecond");
        second.account.username.clear(); // its profile could not be read
        const Result<Account> replaced = t.adopt(std::move(second));
        QVERIFY(replaced);
        QCOMPARE(replaced->id, id);
        QCOMPARE(replaced->label, u"The shop"_s);
        QCOMPARE(replaced->username, u"user31"_s);
        QCOMPARE(t.accounts().all().size(), 1);
        QCOMPARE(t.accounts().picture(id), "picture"_ba);
        QTRY_COMPARE(t.keychain.keys(), QStringList(replaced->tokenKey));
        QCOMPARE(t.token(id), "IGAAsecond"_ba);
        QCOMPARE(t.kinds().last(), Event::Kind::Reconnected);
    }

    void keepsUsersProvidersAndAppsApart()
    {
        AccountsFixture t;
        NewAccount otherApp = t.fresh("IGAA3");
        otherApp.account.registrationId = u"r2"_s;
        NewAccount otherProvider = t.fresh("IGAA4");
        otherProvider.account.providerId = u"practice"_s;
        otherProvider.account.registrationId.clear();
        QVERIFY(t.adopt(t.fresh("IGAA1")));
        QVERIFY(t.adopt(t.fresh("IGAA2", u"27640875392278832"_s)));
        QVERIFY(t.adopt(std::move(otherApp)));
        QVERIFY(t.adopt(std::move(otherProvider)));
        QCOMPARE(t.accounts().all().size(), 4);
        QCOMPARE(t.keychain.keys().size(), 4);
    }

    void twoAdoptionsOfOneUserAtOnceAreOneAccount()
    {
        AccountsFixture t;
        Awaited<Account> first;
        Awaited<Account> second;
        t.accounts().adopt(t.fresh("IGAAfirst"), &first.context, first.callback());
        t.accounts().adopt(t.fresh("IGAAsecond"), &second.context, second.callback());
        QTRY_VERIFY(first.result && second.result);
        QCOMPARE(t.accounts().all().size(), 1);
        QTRY_COMPARE(t.keychain.keys(), QStringList(t.only().tokenKey));
        QCOMPARE(t.token(t.only().id), "IGAAsecond"_ba);
    }

    void concurrentReadersShareOneLook()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        Awaited<Secret> answers[3];
        for (Awaited<Secret> &answer : answers)
            t.accounts().token(id, &answer.context, answer.callback());
        for (Awaited<Secret> &answer : answers) {
            QVERIFY(answer.wait() == Secret("IGAAfirst"));
            QCOMPARE(answer.times, 1);
        }
        QCOMPARE(t.keychain.reads(), 1);
    }

    void aReaderThatIsGoneHearsNothingAndTheOthersDo()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        Awaited<Secret> stays;
        int heard = 0;
        {
            QObject leaves;
            t.accounts().token(id, &leaves, [&heard](const Result<Secret> &) { ++heard; });
            t.accounts().token(id, &stays.context, stays.callback());
        }
        QVERIFY(stays.wait());
        QCOMPARE(heard, 0);
    }

    void aTokenReplacedWhileItIsReadIsReadAgain()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        t.keychain.setMood(MemoryKeychain::Mood::Silent);
        Awaited<Account> adopted;
        Awaited<Secret> read;
        t.accounts().adopt(t.fresh("IGAAsecond"), &adopted.context, adopted.callback());
        t.accounts().token(id, &read.context, read.callback());
        QTest::qWait(0);
        t.keychain.setMood(MemoryKeychain::Mood::Open);
        QCOMPARE(read.wait().value().toText(), u"IGAAsecond"_s);
    }

    void unknownAccountsAreToldLater()
    {
        AccountsFixture t;
        Awaited<Secret> answer;
        t.accounts().token(u"nobody"_s, &answer.context, answer.callback());
        QVERIFY(!answer.result);
        QCOMPARE(answer.wait().error().kind, ErrorKind::InvalidInput);
    }

    void removingTakesItemAndRowAndLeavesTheEvents()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        QSignalSpy removed(&t.accounts(), &Accounts::accountRemoved);
        QVERIFY(t.remove(id));
        QTRY_VERIFY(t.keychain.keys().isEmpty());
        QVERIFY(t.accounts().all().isEmpty());
        QCOMPARE(removed.count(), 1);
        QCOMPARE(t.kinds(id), (QList{Event::Kind::Connected, Event::Kind::Removed}));
        QCOMPARE(t.accounts().events(1).first().accountName, u"@user31"_s);
        t.desk.restart();
        QVERIFY(t.accounts().all().isEmpty());
    }

    void aNameCanBeGivenAndTakenBack()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        QVERIFY(t.accounts().rename(id, u"Shop"_s));
        QCOMPARE(t.only().displayName(), u"Shop"_s);
        QVERIFY(t.accounts().rename(id, u"  "_s));
        QCOMPARE(t.only().displayName(), u"@user31"_s);
        QCOMPARE(t.accounts().rename(u"nobody"_s, {}).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(t.kinds().last(), Event::Kind::Renamed);
    }

    void aDatabaseThatRefusesLosesNeitherOldNorNewToken()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        breakDatabase(t.desk.folder());
        QCOMPARE(t.adopt(t.fresh("IGAAother", u"1001"_s)).error().kind, ErrorKind::Storage);
        QCOMPARE(t.adopt(t.fresh("IGAAsecond")).error().kind, ErrorKind::Storage);
        QTRY_COMPARE(t.keychain.keys(), QStringList(t.only().tokenKey)); // no orphan of either
        QCOMPARE(t.accounts().status(id).status, Status::NotSaved);
        QCOMPARE(t.token(id), "IGAAsecond"_ba);
        t.desk.restart();
        QCOMPARE(t.token(id), "IGAAfirst"_ba);
    }

    void anAppIsSavedOnceAndItsSecretKeptOrForgotten()
    {
        AccountsFixture t;
        Registration shop{.providerId = u"instagram"_s, .name = u"Shop app"_s, .clientId = u"990602627938098"_s};
        const QString id = t.accounts().save(shop).value().id;
        QCOMPARE(t.accounts().save(shop).value().id, id); // typed once more
        shop.id = id;
        shop.configurationId = u"1357924680"_s;
        QVERIFY(t.accounts().save(shop));
        const Registration typed{.providerId = u"instagram"_s, .clientId = shop.clientId};
        QCOMPARE(t.accounts().save(typed).value().id, id);
        QCOMPARE(t.accounts().registration(id)->name, u"Shop app"_s); // nobody typed another one
        QCOMPARE(t.accounts().registration(id)->configurationId, u"1357924680"_s);
        shop.configurationId.clear(); // but who chose it has cleared it
        QVERIFY(t.accounts().save(shop).value().configurationId.isEmpty());
        QCOMPARE(t.accounts().registrations().size(), 3);

        Awaited<Secret> none;
        t.accounts().appSecret(id, &none.context, none.callback());
        QCOMPARE(none.wait().error().kind, ErrorKind::InvalidInput);

        Awaited<void> kept;
        t.accounts().keepSecret(id, Secret("0123456789abcdef"), &kept.context, kept.callback());
        QVERIFY(kept.wait());
        shop.id = id;
        shop.name = u"Renamed"_s;
        QVERIFY(t.accounts().save(shop).value().secretKept);

        t.desk.restart();
        QCOMPARE(t.accounts().registration(id)->name, u"Renamed"_s);
        Awaited<Secret> read;
        t.accounts().appSecret(id, &read.context, read.callback());
        QVERIFY(read.wait() == Secret("0123456789abcdef"));

        Awaited<void> forgotten;
        t.accounts().forgetSecret(id, &forgotten.context, forgotten.callback());
        QVERIFY(forgotten.wait());
        QVERIFY(t.keychain.keys().isEmpty());
        QVERIFY(!t.accounts().registration(id)->secretKept);
    }

    void eventsTellWhatHappenedAndToWhom()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        QSignalSpy appended(&t.accounts(), &Accounts::eventAppended);
        QVERIFY(t.accounts().note(Event::Kind::Copied, id));
        QVERIFY(t.accounts().note(Event::Kind::SignInFailed, {}, false, u"Denied, HTTP 400"_s));
        QCOMPARE(appended.count(), 2);
        const QList<Event> events = t.accounts().events(2);
        QCOMPARE(events.first().kind, Event::Kind::SignInFailed);
        QVERIFY(!events.first().ok);
        QCOMPARE(events.last().accountName, u"@user31"_s);
        QCOMPARE(events.last().at, t.clock.now());
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
