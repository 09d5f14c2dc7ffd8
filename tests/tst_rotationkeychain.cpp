// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultstage.h"
#include "support/settle.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;

/// One renewal around which the keychain fails: the new token is in memory while it does, and in the keychain, beside
/// no other item, as soon as it does not.
class TestRotationKeychain : public QObject, protected FaultStage
{
    Q_OBJECT

private slots:
    void init() { beginWithTwo(); }
    void cleanup() { end(); }

    void aKeychainThatRefusesTheNewToken_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::newRow("locked") << Mood::Locked;
        QTest::newRow("none") << Mood::Unavailable;
        QTest::newRow("gives back something else") << Mood::Altering;
        QTest::newRow("dies in the middle") << Mood::Dying;
    }

    void aKeychainThatRefusesTheNewToken()
    {
        QFETCH(Mood, mood);
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        m_keychain->setMood(mood);
        QCOMPARE(renewed.wait().value().custody, Custody::MemoryOnly);
        QCOMPARE(accounts().status(m_before.id).status, Status::NotSaved);
        QCOMPARE(accounts().status(m_before.id).detail, StatusDetail::None);
        QVERIFY(accounts().hasUnsavedTokens());
        QVERIFY(hasFreshToken(m_before.id));
        nothingIsLost();
        Awaited<void> saved;
        accounts().saveAgain(m_before.id, &saved.context, saved.callback());
        QVERIFY(!saved.wait());
        QCOMPARE(accounts().status(m_before.id).status, Status::NotSaved);
        QVERIFY(m_keychain->keys().size() <= 3); // however often it was tried

        m_keychain->setMood(Mood::Open);
        allIsWell();
        QCOMPARE(kinds(m_before.id),
                 (QList{Event::Kind::Connected, Event::Kind::Renewed, Event::Kind::NotSaved, Event::Kind::Saved}));
    }

    void aSignInThatTheKeychainAltersLeavesNoItemBehind()
    {
        m_keychain->setMood(Mood::Altering);
        const Account third = adopt(TokenKind::LongLived, 17);
        QCOMPARE(accounts().status(third.id).status, Status::NotSaved);
        m_keychain->setMood(Mood::Open);
        QTRY_COMPARE(accounts().status(third.id).status, Status::Working);
        accounts().reconcile();
        QTRY_COMPARE(m_keychain->keys().size(), 3);
    }

    void aRemovalWhileTheKeychainDiesLeavesNoItemBehind()
    {
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        m_keychain->setMood(Mood::Dying);
        QVERIFY(renewed.wait());
        Awaited<void> removed;
        accounts().remove(m_before.id, &removed.context, removed.callback());
        QVERIFY(removed.wait());
        m_keychain->setMood(Mood::Open);
        accounts().reconcile();
        QTRY_COMPARE(m_keychain->keys(), QStringList(m_other.tokenKey));
    }

    void theKeychainAndTheDatabaseMayBothRefuse()
    {
        DatabaseTrouble trouble(DatabaseTrouble::Kind::Locked, file());
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        m_keychain->setMood(Mood::Dying);
        trouble.begin();
        QCOMPARE(renewed.wait().error().kind, ErrorKind::Storage);
        QCOMPARE(accounts().status(m_before.id).status, Status::NotSaved);
        QVERIFY(hasFreshToken(m_before.id));
        nothingIsLost();

        m_keychain->setMood(Mood::Open);
        Awaited<void> saved;
        accounts().saveAgain(m_before.id, &saved.context, saved.callback());
        QCOMPARE(saved.wait().error().kind, ErrorKind::Storage);
        QCOMPARE(accounts().status(m_before.id).detail, StatusDetail::AccountsUnwritable);
        trouble.end();
        allIsWell();
    }

    void aSilentKeychainIsListenedToWheneverItAnswers_data()
    {
        QTest::addColumn<std::chrono::seconds>("clockMoves");
        QTest::newRow("two minutes") << std::chrono::seconds(2min);
        QTest::newRow("the clock is set forward by a year") << std::chrono::seconds(365 * 24h);
    }

    void aSilentKeychainIsListenedToWheneverItAnswers()
    {
        QFETCH(std::chrono::seconds, clockMoves);
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        m_keychain->setMood(Mood::Silent);
        QTRY_VERIFY(!m_keychain->isIdle());
        QVERIFY(!renewed.result);
        const QDateTime then = m_clock->now();
        m_clock->advance(clockMoves);
        QCOMPARE(renewed.wait().value().custody, Custody::MemoryOnly);
        m_clock->setNow(then);
        QCOMPARE(accounts().status(m_before.id).status, Status::NotSaved);
        QVERIFY(hasFreshToken(m_before.id));
        nothingIsLost();

        m_keychain->setMood(Mood::Open);
        allIsWell();
    }

    void aClockThatIsSetBackDoesNotMakeASilentKeychainWaitedForForAYear()
    {
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        m_keychain->setMood(Mood::Silent);
        QTRY_VERIFY(!m_keychain->isIdle());
        m_clock->advance(-365 * 24h);
        QVERIFY(letDeadlinesLook(*m_clock));
        m_clock->advance(2min);
        QCOMPARE(renewed.wait().value().custody, Custody::MemoryOnly);
        m_clock->advance(365 * 24h - 2min);
        m_keychain->setMood(Mood::Open);
        allIsWell();
    }

    void theOldItemMayBeLostWhileTheProviderIsAsked()
    {
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        m_keychain->lose(m_before.tokenKey);
        QVERIFY(renewed.wait());
        allIsWell();
    }

    void anItemLostBeforeTheRenewalNeedsThePerson()
    {
        m_keychain->lose(m_before.tokenKey);
        Awaited<Account> renewed;
        accounts().renew(m_before.id, &renewed.context, renewed.callback());
        QCOMPARE(renewed.wait().error().kind, ErrorKind::InvalidInput);
        QCOMPARE(renewals(), 0);
        QCOMPARE(accounts().status(m_before.id).status, Status::NeedsYou);
        QCOMPARE(accounts().status(m_before.id).detail, StatusDetail::SignInAgain);
        QCOMPARE(accounts().all().size(), 2);
        QCOMPARE(accounts().status(m_other.id).status, Status::Working);

        QCOMPARE(adopt(TokenKind::LongLived, m_before.userId.toULongLong()).id, m_before.id);
        allIsWell();
    }

    void aKeychainLockedBeforeTheRenewalIsAskedAgain()
    {
        m_keychain->setMood(Mood::Locked); // reads as if nothing were there
        Awaited<Account> renewed;
        accounts().renew(m_before.id, &renewed.context, renewed.callback());
        QCOMPARE(renewed.wait().error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(renewals(), 0);
        QCOMPARE(accounts().status(m_before.id).status, Status::NeedsYou);
        QCOMPARE(accounts().status(m_before.id).detail, StatusDetail::UnlockKeychain);
        nothingIsLost();
        QVERIFY(m_desk->database().intents()->isEmpty());

        m_keychain->setMood(Mood::Open);
        Awaited<Account> again;
        accounts().renew(m_before.id, &again.context, again.callback());
        QVERIFY(again.wait());
        allIsWell();
    }
};

QTEST_GUILESS_MAIN(TestRotationKeychain)
#include "tst_rotationkeychain.moc"
