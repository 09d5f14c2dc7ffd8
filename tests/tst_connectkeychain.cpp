// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectfixture.h"
#include "support/settle.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;
using Stage = Connect::Stage;

/// A sign-in while the keychain is missing, locked, silent, unlocked late or dying: no fresh token is lost.
class TestConnectKeychain : public QObject
{
    Q_OBJECT

private slots:
    void aKeychainThatCannotKeepATokenIsToldBeforeTheBrowserOpens_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("locked") << Mood::Locked << ErrorKind::KeychainLocked;
        QTest::newRow("none") << Mood::Unavailable << ErrorKind::KeychainUnavailable;
    }

    void aKeychainThatCannotKeepATokenIsToldBeforeTheBrowserOpens()
    {
        ConnectFixture t;
        QFETCH(Mood, mood);
        t.keychain.setMood(mood);
        t.begin(t.practicePlan());
        QTRY_COMPARE(t.troubles.size(), 1);
        QTEST(t.troubles.first().kind, "kind");
        QVERIFY(t.browser->visited().isEmpty());
        QVERIFY(!t.attempt->signIn());

        t.attempt->retryKeychain();
        QTRY_COMPARE(t.troubles.size(), 2);
        t.keychain.setMood(Mood::Open);
        t.attempt->retryKeychain();
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.only().custody, Custody::Keychain);
    }

    void withoutAKeychainTheTokenStaysInMemoryUntilItCanBeSaved()
    {
        ConnectFixture t;
        t.keychain.setMood(Mood::Unavailable);
        t.begin(t.registeredPlan());
        QTRY_COMPARE(t.troubles.size(), 1);
        t.attempt->goOnWithoutKeychain();
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.outcome->account.custody, Custody::MemoryOnly);
        QVERIFY(t.outcome->secretNotKept);
        QCOMPARE(t.accounts().status(t.only().id).status, Status::NotSaved);

        t.keychain.setMood(Mood::Open);
        Awaited<void> saved;
        t.accounts().saveAgain(t.only().id, &saved.context, saved.callback());
        QVERIFY(saved.wait());
        QCOMPARE(t.accounts().status(t.only().id).status, Status::Working);
    }

    void aKeychainUnlockedAfterTwentySecondsCounts()
    {
        ConnectFixture t;
        t.keychain.setMood(Mood::Silent);
        t.begin(t.practicePlan());
        t.clock.advance(3s - 1ms);
        QVERIFY(letDeadlinesLook(t.clock));
        QCOMPARE(t.attempt->stage(), Stage::CheckingKeychain);
        t.clock.advance(1ms);
        QTRY_COMPARE(t.attempt->stage(), Stage::WaitingForKeychain);
        t.clock.advance(17s);
        QVERIFY(letDeadlinesLook(t.clock));
        QCOMPARE(t.attempt->stage(), Stage::WaitingForKeychain);
        QVERIFY(t.troubles.isEmpty());
        t.keychain.setMood(Mood::Open);
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.only().custody, Custody::Keychain);
    }

    void aKeychainSilentForTwoMinutesIsAskedNoMore()
    {
        ConnectFixture t;
        t.keychain.setMood(Mood::Silent);
        t.begin(t.practicePlan());
        t.clock.advance(2min);
        QTRY_COMPARE(t.troubles.size(), 1);
        QCOMPARE(t.troubles.first().kind, ErrorKind::KeychainUnavailable);
        t.keychain.setMood(Mood::Open); // its late answer changes nothing
        QVERIFY(t.comesToRest());
        QVERIFY(!t.attempt->signIn());
        t.attempt->goOnWithoutKeychain();
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.only().custody, Custody::MemoryOnly);
    }

    void waitingForTheKeychainCanBeGivenUp()
    {
        ConnectFixture t;
        t.keychain.setMood(Mood::Silent);
        t.begin(t.practicePlan());
        t.attempt->goOnWithoutKeychain(); // not yet offered
        QVERIFY(!t.attempt->signIn());
        t.clock.advance(3s);
        QTRY_COMPARE(t.attempt->stage(), Stage::WaitingForKeychain);
        t.attempt->goOnWithoutKeychain();
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.only().custody, Custody::MemoryOnly);
        t.keychain.setMood(Mood::Open);
        QVERIFY(t.comesToRest());
        QVERIFY(t.keychain.keys().isEmpty());
    }

    void aKeychainThatDiesDuringTheSignInLosesNothing()
    {
        ConnectFixture t;
        t.at(Stage::WaitingForBrowser, [&t] { t.keychain.setMood(Mood::Unavailable); });
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.outcome->account.custody, Custody::MemoryOnly);
        QVERIFY(t.token().startsWith("PRACTICE"));
        QCOMPARE(t.kinds(), (QList{Event::Kind::Connected, Event::Kind::NotSaved}));
    }

    void aKeychainThatFallsSilentWhileSaving_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<Custody>("custody");
        QTest::newRow("answers after 20 s") << u"answers"_s << Custody::Keychain;
        QTest::newRow("is not waited for") << u"givenUp"_s << Custody::MemoryOnly;
        QTest::newRow("says nothing for two minutes") << u"silent"_s << Custody::MemoryOnly;
    }

    void aKeychainThatFallsSilentWhileSaving()
    {
        ConnectFixture t;
        QFETCH(QString, then);
        t.at(Stage::WaitingForBrowser, [&t] { t.keychain.setMood(Mood::Silent); });
        t.begin(t.practicePlan());
        QTRY_COMPARE(t.attempt->stage(), Stage::Saving);
        t.clock.advance(3s);
        QTRY_COMPARE(t.attempt->stage(), Stage::WaitingForKeychain);
        t.clock.advance(17s);
        if (then == "answers"_L1)
            t.keychain.setMood(Mood::Open);
        else if (then == "givenUp"_L1)
            t.attempt->goOnWithoutKeychain();
        else
            t.clock.advance(100s);
        QTRY_VERIFY(t.outcome);
        QTEST(t.outcome->account.custody, "custody");
        QVERIFY(t.token().startsWith("PRACTICE"));

        t.keychain.setMood(Mood::Open);
        const auto known = [&t] {
            const QString key = t.accounts().find(t.only().id)->tokenKey;
            return key.isEmpty() ? QStringList() : QStringList(key);
        };
        QTRY_COMPARE(t.keychain.keys(), known()); // no orphan
        QCOMPARE(t.accounts().all().size(), 1);
    }

    void aKeptSecretBehindALockedKeychainEndsTheAttempt()
    {
        ConnectFixture t;
        t.begin(t.registeredPlan());
        QTRY_VERIFY(t.outcome);
        Connect::Plan again = t.registeredPlan();
        again.registration = t.accounts().registrations().first();
        again.appSecret = {};
        t.keychain.setMood(Mood::Locked);
        t.begin(std::move(again));
        QTRY_COMPARE(t.troubles.size(), 1);
        t.attempt->goOnWithoutKeychain();
        QTRY_VERIFY(t.failure);
        QCOMPARE(t.failure->kind, ErrorKind::KeychainUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestConnectKeychain)
#include "tst_connectkeychain.moc"
