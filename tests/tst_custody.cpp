// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/accountsfixture.h"
#include "support/settle.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;

/// A keychain that is locked, missing, silent or late: no token is lost, and the status says what is.
class TestCustody : public QObject
{
    Q_OBJECT

private slots:
    void aKeychainThatRefusesLeavesTheTokenInMemory_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::newRow("locked") << Mood::Locked;
        QTest::newRow("none") << Mood::Unavailable;
    }

    void aKeychainThatRefusesLeavesTheTokenInMemory()
    {
        AccountsFixture t;
        QFETCH(Mood, mood);
        t.keychain.setMood(mood);
        const Result<Account> adopted = t.adopt(t.fresh("IGAAfirst"));
        QVERIFY(adopted);
        const QString id = adopted->id;
        QCOMPARE(adopted->custody, Custody::MemoryOnly);
        QCOMPARE(t.accounts().status(id).status, Status::NotSaved);
        QCOMPARE(t.token(id), "IGAAfirst"_ba);
        QCOMPARE(t.kinds(), (QList{Event::Kind::Connected, Event::Kind::NotSaved}));

        QVERIFY(!t.saveAgain(id));
        QCOMPARE(t.accounts().status(id).status, Status::NotSaved);

        t.keychain.setMood(Mood::Open);
        QVERIFY(t.saveAgain(id));
        QCOMPARE(t.accounts().status(id).status, Status::Working);
        QCOMPARE(t.kinds().last(), Event::Kind::Saved);
        t.desk.restart();
        QCOMPARE(t.token(id), "IGAAfirst"_ba);
    }

    void aTokenThatStayedInMemoryIsGoneAfterARestartAndSaysSo()
    {
        AccountsFixture t;
        t.keychain.setMood(Mood::Locked);
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        t.desk.restart();
        t.keychain.setMood(Mood::Open);
        const AccountStatus status = t.accounts().status(id);
        QCOMPARE(status.status, Status::NeedsYou);
        QCOMPARE(status.detail, StatusDetail::SignInAgain);
        QCOMPARE(t.token(id), "!InvalidInput"_ba);
        QVERIFY(t.accounts().rename(id, u"Shop"_s)); // stores the row once more
        t.desk.restart();
        QCOMPARE(t.accounts().status(id).detail, StatusDetail::SignInAgain);
    }

    void anOlderTokenTakesThePlaceOfOneThatStayedInMemory()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        t.keychain.setMood(Mood::Locked);
        QVERIFY(t.adopt(t.fresh("IGAAsecond")));
        QCOMPARE(t.token(id), "IGAAsecond"_ba);
        t.keychain.setMood(Mood::Open);
        t.desk.restart();
        QCOMPARE(t.token(id), "IGAAfirst"_ba);
        QCOMPARE(t.accounts().status(id).detail, StatusDetail::ExpiryUnknown);
    }

    void withoutBeingAskedTheKeychainStaysAlone()
    {
        AccountsFixture t;
        NewAccount made = t.fresh("IGAAfirst");
        made.account.custody = Custody::MemoryOnly;
        QCOMPARE(t.adopt(std::move(made)).value().custody, Custody::MemoryOnly);
        QVERIFY(t.keychain.keys().isEmpty());
        QCOMPARE(t.token(t.only().id), "IGAAfirst"_ba);
    }

    void aSilentKeychainIsGivenTwoMinutesAndItsLateAnswerIsPutToUse()
    {
        AccountsFixture t;
        t.keychain.setMood(Mood::Silent);
        Awaited<Account> answer;
        t.accounts().adopt(t.fresh("IGAAfirst"), &answer.context, answer.callback());
        t.clock.advance(2min - 1s);
        QVERIFY(letDeadlinesLook(t.clock));
        QVERIFY(!answer.result);
        t.clock.advance(1s);
        QCOMPARE(answer.wait().value().custody, Custody::MemoryOnly);

        t.keychain.setMood(Mood::Open);
        QTRY_COMPARE(t.only().custody, Custody::Keychain);
        QCOMPARE(t.keychain.keys(), QStringList(t.only().tokenKey));
        QCOMPARE(t.kinds(), (QList{Event::Kind::Connected, Event::Kind::NotSaved, Event::Kind::Saved}));
        QCOMPARE(answer.times, 1);
        QCOMPARE(t.token(t.only().id), "IGAAfirst"_ba);
    }

    void aLateAnswerLeavesNoOrphan_data()
    {
        QTest::addColumn<QString>("meanwhile");
        QTest::addColumn<int>("items");
        QTest::newRow("saved again") << u"save"_s << 1;
        QTest::newRow("signed in again") << u"adopt"_s << 1;
        QTest::newRow("removed") << u"remove"_s << 0;
    }

    void aLateAnswerLeavesNoOrphan()
    {
        AccountsFixture t;
        QFETCH(QString, meanwhile);
        QFETCH(int, items);
        t.keychain.setMood(Mood::Silent);
        Awaited<Account> late;
        t.accounts().adopt(t.fresh("IGAAfirst"), &late.context, late.callback());
        t.clock.advance(2min);
        QVERIFY(late.wait());

        Awaited<void> done;
        Awaited<Account> adopted;
        if (meanwhile == "save"_L1)
            t.accounts().saveAgain(t.only().id, &done.context, done.callback());
        else if (meanwhile == "adopt"_L1)
            t.accounts().adopt(t.fresh("IGAAsecond"), &adopted.context, adopted.callback());
        else
            t.accounts().remove(t.only().id, &done.context, done.callback());
        QTest::qWait(0);
        t.keychain.setMood(Mood::Open);
        QTRY_VERIFY(done.result || adopted.result);
        QTRY_COMPARE(t.keychain.keys().size(), items);
        QCOMPARE(t.accounts().all().size(), items);
        if (items == 1)
            QCOMPARE(t.keychain.keys(), QStringList(t.only().tokenKey));
    }

    void anAdoptionWhoseCallerIsGoneIsTakenBack()
    {
        AccountsFixture t;
        t.keychain.setMood(Mood::Silent);
        int heard = 0;
        {
            QObject caller;
            t.accounts().adopt(t.fresh("IGAAfirst"), &caller, [&heard](const Result<Account> &) { ++heard; });
            QTest::qWait(0);
        }
        t.clock.advance(3min);
        QVERIFY(letDeadlinesLook(t.clock));
        t.keychain.setMood(Mood::Open);
        settle();
        QVERIFY(t.keychain.isIdle());
        QVERIFY(t.keychain.keys().isEmpty());
        QVERIFY(t.accounts().all().isEmpty());
        QCOMPARE(heard, 0);
    }

    void theProgramMayEndWhileTheKeychainIsSilent()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAother", u"1001"_s)).value().id;
        t.keychain.setMood(Mood::Silent);
        Awaited<Account> adopted;
        Awaited<Secret> read;
        t.accounts().adopt(t.fresh("IGAAfirst"), &adopted.context, adopted.callback());
        t.accounts().token(id, &read.context, read.callback());
        QTest::qWait(0);
        t.desk.restart();
        t.keychain.setMood(Mood::Open);
        settle();
        QVERIFY(t.keychain.isIdle());
        QCOMPARE(adopted.times, 0);
        QCOMPARE(read.times, 0);
    }

    void aLockedKeychainNeedsThePersonAndNothingIsLost()
    {
        AccountsFixture t;
        const QString one = t.adopt(t.fresh("IGAA1", u"1001"_s)).value().id;
        const QString two = t.adopt(t.fresh("IGAA2", u"1002"_s)).value().id;
        t.desk.restart();
        t.keychain.setMood(Mood::Locked);
        t.accounts().checkCustody();
        QTRY_COMPARE(t.accounts().status(two).detail, StatusDetail::UnlockKeychain);
        QCOMPARE(t.accounts().status(one).detail, StatusDetail::UnlockKeychain);
        QCOMPARE(t.token(one), "!KeychainLocked"_ba);
        QVERIFY(!t.saveAgain(one));

        t.desk.restart(); // what the keychain shows now is not remembered
        QCOMPARE(t.accounts().status(one).status, Status::Working);
        t.accounts().checkCustody();
        QTRY_COMPARE(t.accounts().status(two).detail, StatusDetail::UnlockKeychain);

        t.keychain.setMood(Mood::Open);
        QVERIFY(t.saveAgain(one));
        QCOMPARE(t.accounts().status(one).status, Status::Working);
        QCOMPARE(t.accounts().status(two).status, Status::Working);
        QCOMPARE(t.token(two), "IGAA2"_ba);
    }

    void theCustodyOfManyIsAFewQuestions_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<int>("lost");
        QTest::addColumn<int>("questions");
        QTest::addColumn<int>("missing");
        QTest::addColumn<int>("gone");
        QTest::newRow("open") << Mood::Open << 0 << 1 << 0 << 0;
        QTest::newRow("open, one item lost") << Mood::Open << 1 << 1 << 0 << 1;
        QTest::newRow("locked") << Mood::Locked << 0 << 2 << 10 << 0;
    }

    void theCustodyOfManyIsAFewQuestions()
    {
        AccountsFixture t;
        QFETCH(Mood, mood);
        QFETCH(int, lost);
        QFETCH(int, missing);
        for (int i = 0; i < 10; ++i)
            QVERIFY(t.adopt(t.fresh("IGAA", QString::number(1000 + i))));
        t.desk.restart();
        for (int i = 0; i < lost; ++i)
            t.keychain.lose(t.accounts().all().at(i).tokenKey);
        t.keychain.setMood(mood);
        t.accounts().checkCustody();
        const auto count
            = [&t](Custody custody) { return int(std::ranges::count(t.accounts().all(), custody, &Account::custody)); };
        QTRY_VERIFY(t.keychain.reads() > 0);
        QTRY_COMPARE(count(Custody::Missing), missing);
        settle();
        QTEST(count(Custody::Gone), "gone");
        QTEST(t.keychain.reads(), "questions");
    }

    void whereTheKeychainKeepsTheItemItIsRemovedLater()
    {
        AccountsFixture t;
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        t.keychain.setMood(Mood::Unavailable);
        QVERIFY(t.remove(id));
        QVERIFY(!t.accounts().find(id));
        t.desk.restart();
        QVERIFY(!t.accounts().find(id));
        QCOMPARE(t.keychain.keys().size(), 1);

        t.accounts().reconcile(); // refused again: another time
        settle();
        QCOMPARE(t.keychain.keys().size(), 1);
        t.keychain.setMood(Mood::Open);
        t.accounts().reconcile();
        QTRY_VERIFY(t.keychain.keys().isEmpty());
    }

    void whatAnotherProgramHasInMemoryIsNotTakenForOurs()
    {
        AccountsFixture t;
        QVERIFY(t.adopt(t.fresh("IGAAfirst")));
        t.keychain.setMood(Mood::Unavailable);
        QCOMPARE(t.adopt(t.fresh("IGAAsecond")).value().custody, Custody::MemoryOnly);
        QVERIFY(t.accounts().hasUnsavedTokens());
        t.keychain.setMood(Mood::Open);
        t.desk.restart(); // a second program, that knows the row only
        const Account before = t.only();
        QCOMPARE(before.tokenKind, TokenKind::Unknown);
        {
            const auto other = Database::open(t.desk.folder()).value();
            QVERIFY(other->savePicture(before.id, "picture"));
        }
        t.accounts().refresh();
        QCOMPARE(t.only(), before);
        QVERIFY(!t.accounts().hasUnsavedTokens());
        QCOMPARE(t.token(before.id), "IGAAfirst"_ba);
    }

    void aTokenInMemoryIsRemovedWithoutTheKeychain()
    {
        AccountsFixture t;
        t.keychain.setMood(Mood::Unavailable);
        const QString id = t.adopt(t.fresh("IGAAfirst")).value().id;
        QVERIFY(t.remove(id));
        QVERIFY(!t.accounts().find(id));
        QCOMPARE(t.token(id), "!InvalidInput"_ba);
    }

    void aSecretTheKeychainRefusesIsNotSaidToBeKept()
    {
        AccountsFixture t;
        const QString id = t.accounts().save({.providerId = u"instagram"_s, .clientId = u"1"_s}).value().id;
        t.keychain.setMood(Mood::Locked);
        Awaited<void> kept;
        t.accounts().keepSecret(id, Secret("0123456789abcdef"), &kept.context, kept.callback());
        QCOMPARE(kept.wait().error().kind, ErrorKind::KeychainLocked);
        QVERIFY(!t.accounts().registration(id)->secretKept);
    }
};

QTEST_GUILESS_MAIN(TestCustody)
#include "tst_custody.moc"
