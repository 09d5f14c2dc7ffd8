// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectfixture.h"
#include "support/keyring.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Stage = Connect::Stage;

namespace {

constexpr int patience = 20'000; // ms: gnome-keyring takes its time now and then

/// A sign-in over the real keychain; only the clock, the browser and Instagram are somebody else's.
struct Fixture
{
    SystemKeychain keychain;
    ConnectFixture sign{keychain};

    QString itemKey() { return sign.only().tokenKey; }
    Status status() { return sign.accounts().status(sign.only().id).status; }

    Result<void> saveAgain()
    {
        Awaited<void> saved;
        sign.accounts().saveAgain(sign.only().id, &saved.context, saved.callback());
        return saved.wait();
    }

    /// After a restart, with a connection to the keyring of its own.
    QByteArray tokenAfterRestart()
    {
        sign.attempt.reset();
        sign.desk.restart();
        return sign.token();
    }
};

} // namespace

/// A sign-in while gnome-keyring is missing, locked, hung, dying or unlocked late: no fresh token is lost.
class TestConnectKeyring : public QObject
{
    Q_OBJECT

private slots:
    void aMissingKeyringIsToldBeforeTheBrowserOpens()
    {
        Keyring keyring;
        Fixture t;
        t.sign.begin(t.sign.practicePlan());
        QTRY_COMPARE_WITH_TIMEOUT(t.sign.troubles.size(), 1, patience);
        QCOMPARE(t.sign.troubles.first().kind, ErrorKind::KeychainUnavailable);
        QVERIFY(t.sign.browser->visited().isEmpty());

        t.sign.attempt->goOnWithoutKeychain();
        QTRY_VERIFY_WITH_TIMEOUT(t.sign.outcome, patience);
        QCOMPARE(t.sign.outcome->account.custody, Custody::MemoryOnly);
        QCOMPARE(t.status(), Status::NotSaved);

        QVERIFY(keyring.start());
        QVERIFY(t.saveAgain());
        QCOMPARE(t.status(), Status::Working);
        QCOMPARE(keyring.count(t.itemKey()), 1);
        QVERIFY(t.tokenAfterRestart().startsWith("PRACTICE"));
    }

    void aLockedKeyringIsToldAndUsedOnceItIsOpen()
    {
        Keyring keyring;
        QVERIFY(keyring.start());
        QVERIFY(keyring.lock());
        Fixture t;
        t.sign.begin(t.sign.practicePlan());
        QTRY_COMPARE_WITH_TIMEOUT(t.sign.troubles.size(), 1, patience);
        QCOMPARE(t.sign.troubles.first().kind, ErrorKind::KeychainLocked);
        QVERIFY(t.sign.browser->visited().isEmpty());

        QVERIFY(keyring.unlock());
        t.sign.attempt->retryKeychain();
        QTRY_VERIFY_WITH_TIMEOUT(t.sign.outcome, patience);
        QCOMPARE(t.sign.only().custody, Custody::Keychain);
        QCOMPARE(keyring.count(t.itemKey()), 1);
        QVERIFY(t.tokenAfterRestart().startsWith("PRACTICE"));
    }

    void aKeyringThatHangsAndAnswersAfterTwentySecondsCounts_data()
    {
        QTest::addColumn<Stage>("from");
        QTest::newRow("before the sign-in") << Stage::CheckingKeychain;
        QTest::newRow("with a fresh token") << Stage::WaitingForBrowser;
    }

    void aKeyringThatHangsAndAnswersAfterTwentySecondsCounts()
    {
        QFETCH(Stage, from);
        Keyring keyring;
        QVERIFY(keyring.start());
        Fixture t;
        if (from == Stage::CheckingKeychain)
            keyring.hang();
        else
            t.sign.at(from, [&keyring] { keyring.hang(); });
        t.sign.begin(t.sign.practicePlan());
        if (from == Stage::WaitingForBrowser)
            QTRY_COMPARE_WITH_TIMEOUT(t.sign.attempt->stage(), Stage::Saving, patience);
        t.sign.clock.advance(3s);
        QTRY_COMPARE_WITH_TIMEOUT(t.sign.attempt->stage(), Stage::WaitingForKeychain, patience);
        t.sign.clock.advance(17s);
        QVERIFY(!t.sign.hasEnded() && t.sign.troubles.isEmpty());

        keyring.goOn();
        QTRY_VERIFY_WITH_TIMEOUT(t.sign.outcome, patience);
        QCOMPARE(t.sign.only().custody, Custody::Keychain);
        QCOMPARE(keyring.count(t.itemKey()), 1);
        QVERIFY(t.tokenAfterRestart().startsWith("PRACTICE"));
    }

    void aKeyringThatDiesOrLocksDuringTheSignInLosesNothing_data()
    {
        QTest::addColumn<bool>("dies");
        QTest::newRow("dies") << true;
        QTest::newRow("locks, and is unlocked after 20 s") << false;
    }

    void aKeyringThatDiesOrLocksDuringTheSignInLosesNothing()
    {
        QFETCH(bool, dies);
        Keyring keyring;
        QVERIFY(keyring.start());
        Fixture t;
        bool done = false;
        t.sign.at(Stage::WaitingForBrowser, [&] {
            if (dies)
                keyring.kill();
            done = dies || keyring.lock();
        });
        t.sign.begin(t.sign.practicePlan());
        QTRY_VERIFY_WITH_TIMEOUT(t.sign.outcome, patience);
        QVERIFY(done);
        QCOMPARE(t.sign.outcome->account.custody, Custody::MemoryOnly);
        QCOMPARE(t.status(), Status::NotSaved);
        QVERIFY(t.sign.token().startsWith("PRACTICE"));

        t.sign.clock.advance(20s);
        QVERIFY(dies ? keyring.start() : keyring.unlock());
        QVERIFY(t.saveAgain());
        QCOMPARE(t.status(), Status::Working);
        QCOMPARE(keyring.count(t.itemKey()), 1);
        QVERIFY(t.tokenAfterRestart().startsWith("PRACTICE"));
    }

    void aHungKeyringCanBeGivenUp()
    {
        Keyring keyring;
        QVERIFY(keyring.start());
        Fixture t;
        keyring.hang();
        t.sign.begin(t.sign.practicePlan());
        QTRY_COMPARE_WITH_TIMEOUT(t.sign.attempt->stage(), Stage::CheckingKeychain, patience);
        t.sign.clock.advance(3s);
        QTRY_COMPARE_WITH_TIMEOUT(t.sign.attempt->stage(), Stage::WaitingForKeychain, patience);
        t.sign.attempt->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(t.sign.failure, patience);
        QCOMPARE(t.sign.failure->kind, ErrorKind::Cancelled);
        keyring.goOn();
        QVERIFY(t.sign.accounts().all().isEmpty());
        t.sign.begin(t.sign.practicePlan());
        QTRY_VERIFY_WITH_TIMEOUT(t.sign.outcome, patience);
        QCOMPARE(t.sign.only().custody, Custody::Keychain);
        QCOMPARE(keyring.count(u"tokendesk/probe"_s), 0); // both attempts cleaned up after themselves
    }
};

QTEST_GUILESS_MAIN(TestConnectKeyring)
#include "tst_connectkeyring.moc"
