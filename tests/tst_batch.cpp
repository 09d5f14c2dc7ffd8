// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/batchstage.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One piece of work for many accounts, over Practice: renewing, and removing.
class TestBatch : public QObject, protected BatchStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void manyAreRenewedAFewAtATime();
    void progressIsToldInOrder();
    void anEmptyBatchEndsAsWell();
    void eachIsAskedForOnce();
    void whatIsBeingRenewedIsNotAskedForTwice();
    void tooYoungIsNoFailureAndAsksNobody();
    void whatNeedsNobodyAsksNobody_data();
    void whatNeedsNobodyAsksNobody();
    void aOneHourTokenIsExtendedOnceItsAppSecretIsKept();
    void aRefusalIsToldAndTheOthersGoOn();
    void aThrottledAppIsLeftAlone();
    void aLockedKeychainIsAskedByTheRunningOnesOnly();
    void nobodyIsWaitedForWhoCannotBeReached();
    void cancellingLetsGoWhatHasNotBegun();
    void cancellingWhatHasNotBegunAtAll();
    void anAccountRemovedMeanwhileIsNoFailure();
    void theBatchMayGoWhileRequestsAreOut();
    void severalAreRemoved();
};

void TestBatch::manyAreRenewedAFewAtATime()
{
    const QStringList ids = adoptMany(12);
    m_clock->advance(30 * 24h);
    int together = 0;
    connect(&accounts(), &Accounts::accountChanged, this, [this, &together] {
        const auto renewing
            = [this](const Account &account) { return accounts().status(account.id).status == Status::Renewing; };
        together = std::max(together, int(std::ranges::count_if(accounts().all(), renewing)));
    });
    const Batch &batch = finish(Batch::Work::Renew, ids);
    QCOMPARE(batch.count(Batch::Outcome::Done), 12);
    QCOMPARE(batch.failed(), 0);
    QCOMPARE(renewals(), 12);
    QCOMPARE(together, 4);
    QCOMPARE(count(Event::Kind::Renewed), 12);
}

void TestBatch::progressIsToldInOrder()
{
    const QStringList ids = adoptMany(12);
    m_clock->advance(30 * 24h);
    Batch &batch = start(Batch::Work::Renew, ids);
    QCOMPARE(batch.total(), 12);
    QVERIFY(batch.isRunning());
    QVERIFY(batch.entries().isEmpty());
    QList<qsizetype> steps;
    connect(&batch, &Batch::progressed, this, [&batch, &steps] { steps.append(batch.entries().size()); });
    QSignalSpy finished(&batch, &Batch::finished);
    waitFor(batch);
    QCOMPARE(steps, (QList<qsizetype>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    QCOMPARE(finished.size(), 1);
    QVERIFY(!batch.isRunning());
    QVERIFY(!batch.entries().first().name.isEmpty());
}

void TestBatch::anEmptyBatchEndsAsWell()
{
    const Batch &batch = finish(Batch::Work::Renew, {u"unknown"_s});
    QCOMPARE(batch.total(), 0);
    QVERIFY(batch.entries().isEmpty());
}

void TestBatch::eachIsAskedForOnce()
{
    const QString id = adopt().id;
    m_clock->advance(30 * 24h);
    QCOMPARE(finish(Batch::Work::Renew, {id, id, id}).total(), 1);
    QCOMPARE(renewals(), 1);
    QCOMPARE(finish(Batch::Work::Renew, {id}).count(Batch::Outcome::TooYoung), 1);
    QCOMPARE(renewals(), 1);
}

void TestBatch::whatIsBeingRenewedIsNotAskedForTwice()
{
    const QString id = adopt().id;
    m_clock->advance(30 * 24h);
    Awaited<Account> renewed;
    beginRenewal(id, renewed);
    QCOMPARE(finish(Batch::Work::Renew, {id}).count(Batch::Outcome::Done), 1);
    QVERIFY(renewed.wait());
    QCOMPARE(renewals(), 1);
}

void TestBatch::tooYoungIsNoFailureAndAsksNobody()
{
    const QDateTime adopted = m_clock->now();
    const QStringList ids = adoptMany(3);
    m_clock->advance(23h);
    const Batch &batch = finish(Batch::Work::Renew, ids);
    QCOMPARE(batch.count(Batch::Outcome::TooYoung), 3);
    QCOMPARE(batch.entries().first().when, adopted.addDays(1));
    QCOMPARE(batch.failed(), 0);
    QCOMPARE(renewals(), 0);
    QCOMPARE(status().status, Status::Working);
}

void TestBatch::whatNeedsNobodyAsksNobody_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<std::chrono::seconds>("age");
    QTest::addColumn<Batch::Outcome>("outcome");
    QTest::newRow("endless") << TokenKind::NoExpiry << std::chrono::seconds(30 * 24h) << Batch::Outcome::Endless;
    QTest::newRow("ended") << TokenKind::LongLived << std::chrono::seconds(61 * 24h) << Batch::Outcome::SignInAgain;
    QTest::newRow("ended after an hour") << TokenKind::ShortLived << std::chrono::seconds(2h)
                                         << Batch::Outcome::SignInAgain;
}

void TestBatch::whatNeedsNobodyAsksNobody()
{
    QFETCH(TokenKind, kind);
    QFETCH(std::chrono::seconds, age);
    NewAccount made = fresh(kind == TokenKind::NoExpiry ? TokenKind::LongLived : kind, 7);
    if (kind == TokenKind::NoExpiry)
        made.account.issueToken(kind, 0s, m_clock->now());
    const QString id = adopt(std::move(made)).id;
    m_clock->advance(age);
    QTEST(finish(Batch::Work::Renew, {id}).entries().first().outcome, "outcome");
    QCOMPARE(renewals(), 0);
}

void TestBatch::aOneHourTokenIsExtendedOnceItsAppSecretIsKept()
{
    const Registration app = accounts().save({.providerId = u"test"_s, .clientId = PracticeServer::clientId()}).value();
    NewAccount made = fresh(TokenKind::ShortLived, 27640875392278831);
    made.account.providerId = u"test"_s;
    made.account.registrationId = app.id;
    const QString id = adopt(std::move(made)).id;
    QCOMPARE(finish(Batch::Work::Renew, {id}).entries().first().outcome, Batch::Outcome::NeedsSecret);
    QCOMPARE(m_batch->failed(), 1);

    Awaited<void> kept;
    accounts().keepSecret(app.id, Secret::fromText(PracticeServer::clientSecret()), &kept.context, kept.callback());
    QVERIFY(kept.wait());
    QCOMPARE(finish(Batch::Work::Renew, {id}).entries().first().outcome, Batch::Outcome::Done);
    QCOMPARE(only().tokenKind, TokenKind::LongLived);
}

void TestBatch::aRefusalIsToldAndTheOthersGoOn()
{
    const QStringList ids = adoptMany(12);
    m_clock->advance(30 * 24h);
    m_server->inject({.name = u"app-removed"_s, .endpoint = u"renew"_s, .times = 1});
    const Batch &batch = finish(Batch::Work::Renew, ids);
    QCOMPARE(batch.count(Batch::Outcome::Done), 11);
    QCOMPARE(batch.failed(), 1);
    const auto failed = std::ranges::find(batch.entries(), Batch::Outcome::Failed, &Batch::Entry::outcome);
    QCOMPARE(failed->error.kind, ErrorKind::Rejected);
    QCOMPARE(accounts().status(failed->id).status, Status::Revoked);
    QCOMPARE(finish(Batch::Work::Renew, {failed->id}).entries().first().outcome, Batch::Outcome::SignInAgain);
    QCOMPARE(renewals(), 12);
}

void TestBatch::aThrottledAppIsLeftAlone()
{
    const QStringList ids = adoptMany(12);
    m_clock->advance(30 * 24h);
    m_server->inject({.name = u"throttled"_s, .endpoint = u"renew"_s});
    const Batch &batch = finish(Batch::Work::Renew, ids);
    QVERIFY(renewals() <= 4);
    QCOMPARE(batch.entries().size(), 12);
    QCOMPARE(batch.failed(), 12);
    QVERIFY(batch.count(Batch::Outcome::LetGo) >= 8);
    QCOMPARE(batch.entries().last().error.kind, ErrorKind::RateLimited);
}

void TestBatch::aLockedKeychainIsAskedByTheRunningOnesOnly()
{
    const QStringList ids = adoptMany(12);
    m_clock->advance(30 * 24h);
    m_keychain->setMood(MemoryKeychain::Mood::Locked);
    const int before = m_keychain->reads();
    const Batch &batch = finish(Batch::Work::Renew, ids);
    QVERIFY(m_keychain->reads() - before <= 4);
    QCOMPARE(batch.failed(), 12);
    QCOMPARE(batch.entries().last().error.kind, ErrorKind::KeychainLocked);
}

void TestBatch::nobodyIsWaitedForWhoCannotBeReached()
{
    const QStringList ids = adoptMany(20);
    m_clock->advance(30 * 24h);
    m_server->inject({.name = u"reset"_s, .endpoint = u"renew"_s});
    const Batch &batch = finish(Batch::Work::Renew, ids);
    QCOMPARE(batch.failed(), 20);
    QVERIFY(batch.count(Batch::Outcome::LetGo) > 0);
    QCOMPARE(batch.entries().last().error.kind, ErrorKind::Offline);
    for (const QString &id : ids)
        QVERIFY(!needsSomebody(accounts().status(id).status));

    m_server->clearFaults();
    QCOMPARE(finish(Batch::Work::Renew, ids).count(Batch::Outcome::Done), 20);
}

void TestBatch::cancellingLetsGoWhatHasNotBegun()
{
    const QStringList ids = adoptMany(12);
    m_clock->advance(30 * 24h);
    Batch &batch = start(Batch::Work::Renew, ids);
    bool cancelled = false;
    connect(&batch, &Batch::progressed, this, [&batch, &cancelled] {
        if (!std::exchange(cancelled, true))
            batch.cancel();
    });
    waitFor(batch);
    QCOMPARE(batch.entries().size(), 12);
    const qsizetype done = batch.count(Batch::Outcome::Done);
    QVERIFY(done >= 4 && done <= 5);
    QCOMPARE(batch.count(Batch::Outcome::LetGo), 12 - done);
    QCOMPARE(batch.failed(), 0); // the person wanted it
    QCOMPARE(renewals(), int(done));
}

void TestBatch::cancellingWhatHasNotBegunAtAll()
{
    const QStringList ids = adoptMany(3);
    m_clock->advance(30 * 24h);
    Batch &batch = start(Batch::Work::Renew, ids);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.cancel();
    QVERIFY(finished.isEmpty());
    waitFor(batch);
    QCOMPARE(batch.count(Batch::Outcome::LetGo), 3);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(renewals(), 0);
}

void TestBatch::anAccountRemovedMeanwhileIsNoFailure()
{
    const QStringList ids = adoptMany(8);
    m_clock->advance(30 * 24h);
    Batch &batch = start(Batch::Work::Renew, ids);
    waitForTheFirstRequest();
    for (const QString &id : {ids.first(), ids.last()}) // one that is out, one that has not begun
        accounts().remove(id, this, [](const Result<void> &) { });
    waitFor(batch);
    QCOMPARE(batch.failed(), 0);
    QCOMPARE(batch.count(Batch::Outcome::Gone), 2);
    QCOMPARE(batch.count(Batch::Outcome::Done), 6);
}

void TestBatch::theBatchMayGoWhileRequestsAreOut()
{
    const QStringList ids = adoptMany(8);
    m_clock->advance(30 * 24h);
    start(Batch::Work::Renew, ids);
    waitForTheFirstRequest();
    m_batch.reset();
    QTRY_COMPARE(count(Event::Kind::Renewed), 4); // what runs comes to its end
    QCOMPARE(renewals(), 4);
}

// -- removing

void TestBatch::severalAreRemoved()
{
    const QStringList ids = adoptMany(6);
    const Batch &batch = finish(Batch::Work::Remove, ids.first(5));
    QCOMPARE(batch.count(Batch::Outcome::Done), 5);
    QCOMPARE(accounts().all().size(), 1);
    QCOMPARE(only().id, ids.last());
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
