// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultstage.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Trouble = DatabaseTrouble::Kind;

/// One renewal around which the database or the network fails: no token is lost, the status says what is, and all is
/// well again as soon as the cause is gone.
class TestRotationFaults : public QObject, protected FaultStage
{
    Q_OBJECT

    enum class Moment {
        BeforeIntent,
        WhileAsked, ///< the intent is written, the provider's answer not yet here
    };

    /// Renews the account, and has the trouble begin at that moment.
    Result<Account> renewInto(DatabaseTrouble &trouble, Moment moment)
    {
        Awaited<Account> renewed;
        if (moment == Moment::WhileAsked)
            beginRenewal(m_before.id, renewed);
        trouble.begin();
        if (moment == Moment::BeforeIntent)
            accounts().renew(m_before.id, &renewed.context, renewed.callback());
        return renewed.wait();
    }

    /// Renews the account while the server does what it is asked for and resets the connection, so many times.
    void loseAnswers(int times)
    {
        m_server->inject({.name = u"reset-after-request"_s, .endpoint = u"renew"_s, .times = times});
        Awaited<Account> renewed;
        accounts().renew(m_before.id, &renewed.context, renewed.callback());
        QCOMPARE(renewed.wait().has_value(), times > 0);
    }

private slots:
    void init() { beginWithTwo(); }
    void cleanup() { end(); }

    void aDatabaseThatRefusesLeavesTheNewTokenInMemory_data()
    {
        QTest::addColumn<Trouble>("kind");
        QTest::addColumn<Moment>("moment");
        const auto row = [](const char *name, Trouble kind) {
            QTest::addRow("%s before the intent", name) << kind << Moment::BeforeIntent;
            QTest::addRow("%s before the commit", name) << kind << Moment::WhileAsked;
        };
        row("locked for longer than we wait,", Trouble::Locked);
        row("read-only", Trouble::ReadOnly);
        row("on a full disk", Trouble::Full);
        row("takes no event", Trouble::NoEvents);
    }

    void aDatabaseThatRefusesLeavesTheNewTokenInMemory()
    {
        QFETCH(Trouble, kind);
        QFETCH(Moment, moment);
        if (!DatabaseTrouble::isPossible(kind))
            QSKIP("this system cannot make it");
        DatabaseTrouble trouble(kind, file());
        const Result<Account> renewed = renewInto(trouble, moment);
        QVERIFY(!renewed);
        QCOMPARE(renewed.error().kind, ErrorKind::Storage);
        QCOMPARE(accounts().status(m_before.id).status, Status::NotSaved);
        QCOMPARE(accounts().status(m_before.id).detail, StatusDetail::AccountsUnwritable);
        QVERIFY(accounts().hasUnsavedTokens());
        QVERIFY(hasFreshToken(m_before.id));
        nothingIsLost();
        // What is not on record is not handed out.
        for (const Event::Kind sensitive : {Event::Kind::Copied, Event::Kind::Shown, Event::Kind::HandedOut})
            QCOMPARE(accounts().note(sensitive, m_before.id).error().kind, ErrorKind::Storage);

        trouble.end();
        allIsWell();
        QCOMPARE(renewals(), 1);
        QCOMPARE(kinds(m_before.id),
                 (QList{Event::Kind::Connected, Event::Kind::Renewed, Event::Kind::NotSaved, Event::Kind::Saved}));
        QVERIFY(accounts().note(Event::Kind::Copied, m_before.id));
    }

    void aDatabaseThatStaysAwayForAWhileIsTriedAgain()
    {
        DatabaseTrouble trouble(Trouble::Locked, file());
        QVERIFY(!renewInto(trouble, Moment::WhileAsked));
        const QStringList items = m_keychain->keys();
        for (int i = 0; i < 3; ++i) {
            Awaited<void> saved;
            accounts().saveAgain(m_before.id, &saved.context, saved.callback());
            QCOMPARE(saved.wait().error().kind, ErrorKind::Storage);
            m_clock->advance(1min);
            round();
        }
        m_clock->advance(-3min);
        QCOMPARE(m_keychain->keys(), items); // not one more with each try
        QVERIFY(hasFreshToken(m_before.id));
        trouble.end();
        allIsWell();
    }

    void aDatabaseThatIsReleasedInTimeIsWaitedFor()
    {
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        QSemaphore held;
        const std::unique_ptr<QThread> other(QThread::create([this, &held] {
            const OutsideConnection outside(file());
            outside.run(u"BEGIN EXCLUSIVE"_s);
            held.release();
            (void)held.tryAcquire(2, 500); // the time for which it writes
            outside.run(u"ROLLBACK"_s);
        }));
        other->start();
        while (held.available() == 0)
            QThread::yieldCurrentThread();
        const Result<Account> answer = renewed.wait();
        QVERIFY(other->wait());
        QCOMPARE(answer.value().custody, Custody::Keychain);
        allIsWell();
        QCOMPARE(kinds(m_before.id), (QList{Event::Kind::Connected, Event::Kind::Renewed}));
    }

    void whatHappenedGoesOnRecordLaterInItsOrder()
    {
        m_server->inject({.name = u"unavailable"_s, .endpoint = u"renew"_s, .times = 1});
        DatabaseTrouble trouble(Trouble::NoEvents, file());
        QVERIFY(!renewInto(trouble, Moment::BeforeIntent));
        QCOMPARE(accounts().status(m_before.id).status, Status::Retrying);
        QCOMPARE(kinds(m_before.id), QList{Event::Kind::Connected});
        QVERIFY(!accounts().note(Event::Kind::Shown, m_before.id));

        trouble.end();
        QList<Event::Kind> told;
        connect(&accounts(), &Accounts::eventAppended, this, [&told](const Event &event) { told += event.kind; });
        Awaited<Account> renewed;
        accounts().renew(m_before.id, &renewed.context, renewed.callback());
        QVERIFY(renewed.wait());
        QCOMPARE(kinds(m_before.id), (QList{Event::Kind::Connected, Event::Kind::RenewalFailed, Event::Kind::Renewed}));
        QCOMPARE(told, (QList{Event::Kind::RenewalFailed, Event::Kind::Renewed}));
        allIsWell();
    }

    void aLookAtTheClockWritesWhatIsOutstanding()
    {
        m_server->inject({.name = u"unavailable"_s, .endpoint = u"renew"_s, .times = 1});
        DatabaseTrouble trouble(Trouble::Locked, file());
        QVERIFY(!renewInto(trouble, Moment::BeforeIntent));
        trouble.end();
        accounts().reconcile();
        QCOMPARE(kinds(m_before.id), (QList{Event::Kind::Connected, Event::Kind::RenewalFailed}));
    }

    void aDatabaseDamagedBetweenIntentAndCommitIsReplaced()
    {
        QSignalSpy recovered(&accounts(), &Accounts::recovered);
        Awaited<Account> renewed;
        beginRenewal(m_before.id, renewed);
        runOnOurs(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.seek(4096);
        const QByteArray noise(damaged.size() - 4096, '\x5a');
        QCOMPARE(damaged.write(noise), noise.size());
        damaged.close();
        runOnOurs(u"PRAGMA shrink_memory"_s); // what is read from here on comes from the file

        QCOMPARE(renewed.wait().error().hint, ErrorHint::Damaged);
        QVERIFY(hasFreshToken(m_before.id));
        nothingIsLost();
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(recovered.first().first().toInt(), 2);
        allIsWell();
        QCOMPARE(renewals(), 1);
    }

    void anAnswerThatIsLostOnItsWayIsAskedForAgain_data()
    {
        QTest::addColumn<int>("grace"); // s; -1: the old token lives on, as at Instagram
        QTest::addColumn<int>("times"); // Qt asks a few times by itself; -1: more often than that
        QTest::newRow("lost once") << -1 << 1;
        QTest::newRow("lost for longer") << -1 << -1;
        QTest::newRow("lost once, the old token lives a minute longer") << 60 << 1;
        QTest::newRow("lost for longer, the old token lives a minute longer") << 60 << -1;
    }

    void anAnswerThatIsLostOnItsWayIsAskedForAgain()
    {
        QFETCH(int, grace);
        QFETCH(int, times);
        if (grace >= 0)
            m_server->endRenewedTokensAfter(std::chrono::seconds(grace));
        loseAnswers(times);
        QVERIFY(renewals() <= 5);
        if (times < 0) {
            nothingIsLost();
            QCOMPARE(accounts().status(m_before.id).status, Status::Retrying);
            QCOMPARE(kinds(m_before.id).last(), Event::Kind::RenewalFailed);
            m_server->clearFaults();
            m_clock->setNow(accounts().status(m_before.id).when);
            Awaited<Account> again;
            accounts().renew(m_before.id, &again.context, again.callback());
            QVERIFY(again.wait());
        }
        allIsWell();
    }

    void anAnswerThatIsLostForGoodNeedsThePerson()
    {
        m_server->endRenewedTokensAfter(0s);
        loseAnswers(-1);
        QCOMPARE(accounts().status(m_before.id).status, Status::Retrying);
        m_server->clearFaults();
        Awaited<Account> again;
        accounts().renew(m_before.id, &again.context, again.callback());
        QVERIFY(!again.wait());
        QCOMPARE(accounts().status(m_before.id).status, Status::NeedsYou);
        QCOMPARE(accounts().status(m_before.id).detail, StatusDetail::SignInAgain);
        nothingIsLost();

        QCOMPARE(adopt(TokenKind::LongLived, m_before.userId.toULongLong()).id, m_before.id);
        allIsWell();
    }
};

QTEST_GUILESS_MAIN(TestRotationFaults)
#include "tst_rotationfaults.moc"
