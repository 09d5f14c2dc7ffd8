// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/batch.h"
#include "practice/practicefacebooktokens.h"
#include "support/renewalstage.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Check all over many accounts, against a Practice that counts and throttles, by a clock that is moved whenever all
/// that is left is to wait: nothing sleeps.
class TestCheckAll : public QObject, protected RenewalStage
{
    Q_OBJECT
private slots:
    void init()
    {
        begin();
        m_onePerson = false;
        m_app = accounts().save({.providerId = u"practice-facebook"_s, .clientId = PracticeServer::clientId()}).value();
    }
    void cleanup()
    {
        m_batch.reset();
        end();
    }

    void fiveHundredOfFacebookTakeTwelveRequests();
    void fiveHundredOfInstagramTakeOneRequestEach();
    void aTightAppIsNeverThrottled_data();
    void aTightAppIsNeverThrottled();
    void whatOthersThrottledIsAskedOnceMore();
    void anAppThatStaysThrottledIsLeftAlone();
    void whatIsThrottledAfterCancellingWaitsForNothing();
    void whatWasThrottledBeforeCancellingIsSaidToBe();
    void oneBadTokenSpoilsNoBatch();
    void eachPartCarriesItsProof();
    void cancellingEndsWhatWaitsForTheHour();
    void theBatchMayGoWhileItWaits();
    void anAppThatWaitsHoldsUpNoOther();
    void aLockedKeychainIsAskedOnlyAFewTimes();
    void anAccountRemovedMeanwhileIsNoFailure();
    void whatIsCheckedIsNotedAsUsage();
    void eachTellsTheRequestsThatWereMadeForIt();

private:
    /// What was asked for the check of that account.
    QStringList storyOf(const QString &id)
    {
        const QList<Event> events = accounts().events(1, {.accountId = id, .kinds = {Event::Kind::Checked}});
        const auto operation = events.isEmpty() ? std::nullopt : accounts().operationOf(events.first());
        QStringList lines;
        for (const RequestNote &note : operation ? operation->requests : QList<RequestNote>())
            lines.append(u"%1 %2 %3 %4"_s.arg(note.method, note.path).arg(note.status).arg(note.code));
        return lines;
    }
    QString adoptFacebook(int number, const QDateTime &end)
    {
        const bool isPage = number % 2 == 1;
        PracticeFacebookToken token;
        token.kind = isPage ? PracticeFacebookToken::Kind::Page : PracticeFacebookToken::Kind::LongUser;
        token.appId = PracticeServer::clientId().toULongLong();
        token.userId = 10227000000001000 + (m_onePerson ? 0 : quint64(number));
        token.issuedAt = m_clock->now();
        token.expiresAt = end;
        NewAccount made{.token = Secret(mintPracticeFacebookToken(token))};
        made.account.providerId = u"practice-facebook"_s;
        made.account.registrationId = m_app.id;
        made.account.userId = QString::number(number);
        made.account.issueToken(TokenKind::LongLived, 60 * 24h, m_clock->now());
        return adopt(std::move(made)).id;
    }
    QStringList adoptFacebook(int count)
    {
        QStringList ids;
        for (int number = 0; number < count; ++number)
            ids.append(adoptFacebook(number, m_clock->now().addDays(60)));
        return ids;
    }
    /// Practice's Instagram knows three people; apps make more accounts of one.
    QStringList adoptInstagram(int count)
    {
        QStringList ids;
        for (int number = 1; number <= count; ++number) {
            NewAccount made = fresh(TokenKind::LongLived, 27640875392278831);
            made.account.userId = QString::number(number);
            ids.append(adopt(std::move(made)).id);
        }
        return ids;
    }
    Batch &start(const QStringList &ids)
    {
        m_batch = std::make_unique<Batch>(accounts(), m_desk->catalog, *m_clock);
        // Whenever nothing but the time is waited for, it passes.
        connect(&m_desk->queue, &Queue::waitsUntil, m_batch.get(), [this](const QDateTime &when) {
            m_clock->setNow(std::max(when, m_clock->now()));
            QMetaObject::invokeMethod(&m_desk->queue, &Queue::look, Qt::QueuedConnection);
        });
        m_batch->start(Batch::Work::Check, ids);
        return *m_batch;
    }
    Batch &finish(const QStringList &ids)
    {
        Batch &batch = start(ids);
        QSignalSpy finished(&batch, &Batch::finished);
        if (batch.isRunning() && !finished.wait(60'000))
            qWarning("The batch does not end");
        return batch;
    }
    int requests(const QString &request) const { return int(m_server->requests().count(request)); }
    int batches() const { return requests(u"POST /facebook/"_s); }

    bool m_onePerson = false; ///< whose Pages all of them are
    Registration m_app;
    std::unique_ptr<Batch> m_batch;
};

void TestCheckAll::fiveHundredOfFacebookTakeTwelveRequests()
{
    const QStringList ids = adoptFacebook(500);
    const QDateTime begun = m_clock->now();
    const qsizetype before = m_server->requests().size();
    const Batch &batch = finish(ids);
    QCOMPARE(batch.count(Batch::Outcome::Done), 500);
    const qsizetype sent = m_server->requests().size() - before;
    qInfo() << sent << "requests," << begun.secsTo(m_clock->now()) << "s by the clock";
    QVERIFY(sent <= 12);
    QCOMPARE(batches(), int(sent) - 1); // the first one goes alone, and tells where the app stands
    QCOMPARE(m_server->throttled(), 0);
}

void TestCheckAll::fiveHundredOfInstagramTakeOneRequestEach()
{
    m_server->limitCalls(600); // as an app with three users of 200 has it
    const QStringList ids = adoptInstagram(500);
    const QDateTime begun = m_clock->now();
    const qsizetype before = m_server->requests().size();
    const Batch &batch = finish(ids);
    QCOMPARE(batch.count(Batch::Outcome::Done), 500);
    QCOMPARE(m_server->requests().size() - before, 500);
    QCOMPARE(m_server->throttled(), 0);
    const qint64 seconds = begun.secsTo(m_clock->now());
    qInfo() << "500 requests," << seconds << "s by the clock";
    QVERIFY(seconds >= 200); // paced
    QVERIFY(seconds < 3600);
}

void TestCheckAll::aTightAppIsNeverThrottled_data()
{
    QTest::addColumn<bool>("facebook");
    QTest::addColumn<int>("accounts");
    QTest::addColumn<int>("callsPerUser");
    QTest::newRow("Instagram, 200 an hour") << false << 500 << 200;
    QTest::newRow("Instagram, 40 an hour") << false << 100 << 40;
    QTest::newRow("Facebook, Pages of one person, 200 an hour") << true << 500 << 200;
    QTest::newRow("Facebook, Pages of one person, 1000 an hour") << true << 500 << 1000;
}

void TestCheckAll::aTightAppIsNeverThrottled()
{
    QFETCH(bool, facebook);
    QFETCH(int, accounts);
    QFETCH(int, callsPerUser);
    m_server->limitCalls(callsPerUser);
    m_onePerson = true;
    const QStringList ids = facebook ? adoptFacebook(accounts) : adoptInstagram(accounts);
    const QDateTime begun = m_clock->now();
    const Batch &batch = finish(ids);
    qInfo() << m_server->requests().size() << "requests," << begun.secsTo(m_clock->now()) / 60
            << "minutes by the clock," << m_server->throttled() << "throttled";
    QCOMPARE(m_server->throttled(), 0);
    QCOMPARE(batch.count(Batch::Outcome::Done), accounts);
}

void TestCheckAll::whatOthersThrottledIsAskedOnceMore()
{
    m_server->inject({.name = u"throttled"_s, .endpoint = u"me"_s, .times = 2});
    const QDateTime begun = m_clock->now();
    QCOMPARE(finish(adoptInstagram(20)).count(Batch::Outcome::Done), 20);
    QVERIFY(begun.secsTo(m_clock->now()) >= 300); // Retry-After
    QCOMPARE(requests(u"GET /v25.0/me"_s), 22);
}

void TestCheckAll::anAppThatStaysThrottledIsLeftAlone()
{
    m_server->inject({.name = u"throttled"_s, .endpoint = u"me"_s});
    const Batch &batch = finish(adoptInstagram(20));
    QVERIFY(batch.count(Batch::Outcome::Failed) >= 1);
    QCOMPARE(batch.failed(), 20);
    QVERIFY2(requests(u"GET /v25.0/me"_s) <= 12, qPrintable(QString::number(requests(u"GET /v25.0/me"_s))));
}

void TestCheckAll::whatIsThrottledAfterCancellingWaitsForNothing()
{
    m_server->inject({.name = u"throttled"_s, .endpoint = u"me"_s});
    Batch &batch = start(adoptInstagram(20));
    disconnect(&m_desk->queue, &Queue::waitsUntil, m_batch.get(), nullptr); // the time stands still
    QSignalSpy finished(&batch, &Batch::finished);
    const QDeadlineTimer patience(5s);
    while (requests(u"GET /v25.0/me"_s) == 0 && !patience.hasExpired())
        QCoreApplication::processEvents();
    QCOMPARE(batch.entries().size(), 0); // its answer is on the way
    batch.cancel();
    QVERIFY(finished.wait());
    QCOMPARE(batch.entries().size(), 20);
    QVERIFY(batch.count(Batch::Outcome::Failed) >= 1);
}

void TestCheckAll::whatWasThrottledBeforeCancellingIsSaidToBe()
{
    m_server->inject({.name = u"throttled"_s, .endpoint = u"me"_s});
    Batch &batch = start(adoptInstagram(20));
    disconnect(&m_desk->queue, &Queue::waitsUntil, m_batch.get(), nullptr); // the time stands still
    QSignalSpy waits(&m_desk->queue, &Queue::waitsUntil);
    QVERIFY(waits.wait());
    QSignalSpy finished(&batch, &Batch::finished);
    batch.cancel();
    QVERIFY(finished.wait());
    const int asked = requests(u"GET /v25.0/me"_s);
    QVERIFY(asked >= 1);
    QCOMPARE(batch.count(Batch::Outcome::Failed), asked);
    QCOMPARE(batch.count(Batch::Outcome::LetGo), 20 - asked);
    for (const Batch::Entry &entry : batch.entries())
        QCOMPARE(entry.error.kind,
                 entry.outcome == Batch::Outcome::Failed ? ErrorKind::RateLimited : ErrorKind::Cancelled);
}

void TestCheckAll::oneBadTokenSpoilsNoBatch()
{
    QStringList ids{adoptFacebook(1000, m_clock->now().addSecs(60))}; // the first, and soon over
    ids += adoptFacebook(60);
    ids.append(adoptFacebook(1002, m_clock->now().addSecs(60)));
    m_clock->advance(1h);
    const Batch &batch = finish(ids);
    QCOMPARE(batch.count(Batch::Outcome::Done), 60);
    QCOMPARE(batch.count(Batch::Outcome::Failed), 2);
    for (const QString &id : {ids.first(), ids.last()})
        QVERIFY(accounts().find(id)->refused);
    QVERIFY(
        std::ranges::none_of(ids.sliced(1, 60), [this](const QString &id) { return accounts().find(id)->refused; }));
    QVERIFY(batches() <= 4);
}

void TestCheckAll::eachPartCarriesItsProof()
{
    m_server->requireProof();
    const QStringList ids = adoptFacebook(10);
    QCOMPARE(finish(ids).count(Batch::Outcome::Failed), 10); // without the app secret
    for (const QString &id : ids)
        QVERIFY(!accounts().find(id)->refused);
    Awaited<void> kept;
    accounts().keepSecret(m_app.id, Secret::fromText(PracticeServer::clientSecret()), &kept.context, kept.callback());
    QVERIFY(kept.wait());
    QCOMPARE(finish(ids).count(Batch::Outcome::Done), 10);
}

void TestCheckAll::cancellingEndsWhatWaitsForTheHour()
{
    m_server->limitCalls(40);
    const QStringList ids = adoptInstagram(100);
    Batch &batch = start(ids);
    disconnect(&m_desk->queue, &Queue::waitsUntil, m_batch.get(), nullptr); // the time stands still
    QSignalSpy waits(&m_desk->queue, &Queue::waitsUntil);
    QVERIFY(waits.wait());
    QTRY_VERIFY(m_desk->queue.waiting() > 0 && batch.entries().size() > 30);
    const qsizetype done = batch.count(Batch::Outcome::Done);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.cancel();
    QVERIFY(finished.wait());
    QCOMPARE(batch.entries().size(), 100);
    QCOMPARE(batch.count(Batch::Outcome::Done), done);
    QCOMPARE(batch.count(Batch::Outcome::LetGo), 100 - done);
    QCOMPARE(batch.failed(), 0);
    QCOMPARE(m_desk->queue.waiting(), 0);
    QCOMPARE(count(Event::Kind::Checked), int(done)); // nothing is on record that did not happen
}

void TestCheckAll::theBatchMayGoWhileItWaits()
{
    m_server->limitCalls(40);
    start(adoptInstagram(60));
    disconnect(&m_desk->queue, &Queue::waitsUntil, m_batch.get(), nullptr);
    QTRY_VERIFY(m_desk->queue.waiting() > 0 && m_batch->entries().size() > 30);
    m_batch.reset();
    QTRY_COMPARE(m_desk->queue.waiting(), 0);
}

void TestCheckAll::anAppThatWaitsHoldsUpNoOther()
{
    m_server->limitCalls(40);
    const QStringList ids = adoptInstagram(60) + adoptFacebook(5);
    Batch &batch = start(ids);
    disconnect(&m_desk->queue, &Queue::waitsUntil, m_batch.get(), nullptr);
    QTRY_VERIFY(std::ranges::count(batch.entries(), u"practice-facebook"_s, &Batch::Entry::providerId) == 5);
    QVERIFY(batch.isRunning());
}

void TestCheckAll::aLockedKeychainIsAskedOnlyAFewTimes()
{
    const QStringList ids = adoptFacebook(120);
    m_keychain->setMood(MemoryKeychain::Mood::Locked);
    const int before = m_keychain->reads();
    const Batch &batch = finish(ids);
    QVERIFY(m_keychain->reads() - before <= 5);
    QCOMPARE(batch.failed(), 120);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestCheckAll::anAccountRemovedMeanwhileIsNoFailure()
{
    const QStringList ids = adoptFacebook(10);
    Batch &batch = start(ids);
    QSignalSpy finished(&batch, &Batch::finished);
    QTRY_COMPARE(batches(), 1); // it is out
    accounts().remove(ids.at(3), this, [](const Result<void> &) { });
    QVERIFY(!batch.isRunning() || finished.wait());
    QCOMPARE(batch.failed(), 0);
    QCOMPARE(batch.entries().size(), 10);
}

void TestCheckAll::whatIsCheckedIsNotedAsUsage()
{
    finish(adoptFacebook(60));
    const QList<UsageSample> newest = m_desk->usage().newest();
    QCOMPARE(std::ranges::count(newest, Allowance::App, &UsageSample::allowance), 1);
    QCOMPARE(std::ranges::count(newest, Allowance::Business, &UsageSample::allowance), 60);
    QCOMPARE(newest.first().registrationId, m_app.id);
}

/// The batch is one request, and each part of it has an answer of its own.
void TestCheckAll::eachTellsTheRequestsThatWereMadeForIt()
{
    QStringList ids = adoptFacebook(20);
    ids.append(adoptFacebook(1001, m_clock->now().addSecs(60)));
    m_clock->advance(1h);
    finish(ids);
    const QString alone = u"GET /facebook/v26.0/me 200 0"_s;
    const QString batch = u"POST /facebook/ 200 0"_s;
    QCOMPARE(storyOf(ids.first()), QStringList{alone}); // it told where the app stands
    QCOMPARE(storyOf(ids.at(10)), (QStringList{batch, alone}));
    QCOMPARE(storyOf(ids.last()), (QStringList{batch, u"GET /facebook/v26.0/me 400 190"_s}));
}

QTEST_GUILESS_MAIN(TestCheckAll)
#include "tst_checkall.moc"
