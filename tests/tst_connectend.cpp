// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectfixture.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;
using Stage = Connect::Stage;

/// A sign-in that is cancelled or deleted at any stage stores nothing and touches nothing that is gone.
class TestConnectEnd : public QObject
{
    Q_OBJECT

private:
    static void addStages()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("checking the keychain") << Stage::CheckingKeychain;
        QTest::newRow("waiting for the keychain") << Stage::WaitingForKeychain;
        QTest::newRow("waiting for the browser") << Stage::WaitingForBrowser;
        QTest::newRow("exchanging the code") << Stage::ExchangingCode;
        QTest::newRow("extending") << Stage::Extending;
        QTest::newRow("reading the profile") << Stage::ReadingProfile;
        QTest::newRow("saving") << Stage::Saving;
    }

private slots:
    void cancelledAtAnyStageNothingIsStored_data() { addStages(); }

    void cancelledAtAnyStageNothingIsStored()
    {
        ConnectFixture t;
        QFETCH(Stage, stage);
        QVERIFY(t.reach(stage));
        t.attempt->cancel();
        QTRY_VERIFY(t.failure);
        QCOMPARE(t.failure->kind, ErrorKind::Cancelled);
        QCOMPARE(t.attempt->stage(), Stage::Finished);
        t.keychain.setMood(Mood::Open);
        t.attempt->cancel();
        QVERIFY(t.comesToRest());
        QVERIFY(!t.outcome);
        QVERIFY(t.nothingIsStored());
        QVERIFY(t.kinds().isEmpty());
        QCOMPARE(t.stages.count(Stage::Finished), 1);
    }

    void deletedAtAnyStageNothingIsStored_data() { addStages(); }

    void deletedAtAnyStageNothingIsStored()
    {
        ConnectFixture t;
        QFETCH(Stage, stage);
        QVERIFY(t.reach(stage));
        t.attempt.reset();
        t.keychain.setMood(Mood::Open);
        QVERIFY(t.comesToRest());
        QVERIFY(!t.hasEnded());
        QVERIFY(t.nothingIsStored());
    }

    void deletedFromASlotOfItsOwn_data() { addStages(); }

    void deletedFromASlotOfItsOwn()
    {
        ConnectFixture t;
        QFETCH(Stage, stage);
        if (stage == Stage::WaitingForKeychain)
            t.keychain.setMood(Mood::Silent);
        t.prepare(t.practicePlan());
        connect(t.attempt.get(), &Connect::stageChanged, this, [&t, stage](Stage now) {
            if (now == stage)
                t.attempt.reset();
        });
        t.attempt->start();
        if (stage == Stage::CheckingKeychain)
            t.attempt.reset();
        t.clock.advance(3s);
        QTRY_VERIFY(!t.attempt);
        t.keychain.setMood(Mood::Open);
        QVERIFY(t.comesToRest());
        QVERIFY(t.nothingIsStored());
    }
};

QTEST_GUILESS_MAIN(TestConnectEnd)
#include "tst_connectend.moc"
