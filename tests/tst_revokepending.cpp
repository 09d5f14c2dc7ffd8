// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/scriptedserver.h"
#include "support/signintrial.h"
#include "support/standardprovider.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// A token that was to be ended and could not be: kept and tried again until the provider says yes, or the person gives
/// it up.
class TestRevokePending : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void whatCouldNotBeAskedIsPending_data();
    void whatCouldNotBeAskedIsPending();
    void aLockedKeychainLeavesItPending();
    void whatWasRefusedIsNotPending();
    void itIsTriedAgainByTheClock();
    void itIsTriedAgainOnceTheNetworkIsBack();
    void theWaitGrowsAndKeepsToWhatTheProviderAsksFor();
    void itOutlivesAProgramThatEndsWhileTheProviderIsAsked();
    void theAccountGoesOnlyOnceTheTokenHasEnded();
    void askingToRemoveMeanwhileIsHeard();
    void aTokenThatIsToEndIsNotRenewed();
    void givenUpItIsTriedNoMore();
    void removingByHandEndsIt();
    void aNewSignInEndsIt();
    void anotherProgramsIsSeen();

private:
    Account adopt(const QByteArray &token = "access-1");
    Result<void> revoke(Afterwards afterwards = Afterwards::Keep);
    void look();
    void refuse(int status, const QByteArray &headers = {}) { m_server->answer(status, "{}", headers + json); }
    Accounts &accounts() { return m_desk->accounts(); }
    AccountStatus status() { return accounts().status(m_id); }
    bool isPending() { return accounts().pendingRevocation(m_id).has_value(); }
    qsizetype asked() const { return m_server->requests().size(); }
    void pass(std::chrono::seconds time) { m_clock.advance(time); }

    static inline const QByteArray json = "Content-Type: application/json\r\n";

    ManualClock m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Desk> m_desk;
    QString m_id;
};

void TestRevokePending::init()
{
    m_desk.reset();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_server = std::make_unique<ScriptedServer>();
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, standardProvider(m_server->serverPort()));
    QVERIFY(accounts().save({.id = u"r"_s, .providerId = u"test"_s, .name = u"App"_s, .clientId = u"app"_s}));
    m_id = adopt().id;
}

Account TestRevokePending::adopt(const QByteArray &token)
{
    NewAccount made{.token = Secret(token)};
    made.account.providerId = u"test"_s;
    made.account.registrationId = u"r"_s;
    made.account.userId = u"7"_s;
    made.account.issueToken(TokenKind::LongLived, 90 * 24h, m_clock.now());
    Awaited<Account> answer;
    accounts().adopt(std::move(made), &answer.context, answer.callback());
    return answer.wait().value_or(Account{});
}

Result<void> TestRevokePending::revoke(Afterwards afterwards)
{
    Awaited<void> answer;
    accounts().revoke(m_id, &answer.context, answer.callback(), afterwards);
    return answer.wait();
}

/// One look at the clock, to its end.
void TestRevokePending::look()
{
    Renewer renewer(accounts(), m_clock);
    QSignalSpy ended(&renewer, &Renewer::roundFinished);
    renewer.look();
    QVERIFY(ended.count() > 0 || ended.wait(20'000));
}

void TestRevokePending::whatCouldNotBeAskedIsPending_data()
{
    QTest::addColumn<int>("answer");
    QTest::addRow("nobody there") << 0;
    QTest::addRow("no answer in time") << -1;
    QTest::addRow("server trouble") << 503;
    QTest::addRow("too many calls") << 429;
    QTest::addRow("an answer of somebody else") << 302;
}

// A31: 503, a time-out, nobody there.
void TestRevokePending::whatCouldNotBeAskedIsPending()
{
    QFETCH(int, answer);
    const Account before = accounts().find(m_id).value();
    m_desk->transport.setTimeLimit(answer == -1 ? 200ms : 30s);
    if (answer == 0)
        m_server->close();
    else if (answer == -1)
        m_server->script({.bytes = {}, .end = ScriptedServer::End::Hang});
    else
        refuse(answer);
    QVERIFY(!revoke());
    QCOMPARE(status().status, Status::Retrying);
    QCOMPARE(status().detail, StatusDetail::RevocationPending);
    QVERIFY(status().when > m_clock.now());
    QCOMPARE(accounts().find(m_id), before);
    QCOMPARE(m_keychain->keys(), QStringList(before.tokenKey));
    const Event last = accounts().events(1).value(0);
    QCOMPARE(last.kind, Event::Kind::Revoked);
    QVERIFY(!last.ok);
}

void TestRevokePending::aLockedKeychainLeavesItPending()
{
    m_keychain->setMood(MemoryKeychain::Mood::Locked);
    QVERIFY(!revoke());
    QVERIFY(isPending());
    QCOMPARE(asked(), 0);
    m_keychain->setMood(MemoryKeychain::Mood::Open);
    m_server->answer(200, {});
    pass(1min);
    look();
    QCOMPARE(status().status, Status::Revoked);
}

/// Nothing would come of asking that again.
void TestRevokePending::whatWasRefusedIsNotPending()
{
    m_server->answer(400, R"({"error":"unsupported_token_type"})");
    QVERIFY(!revoke(Afterwards::Remove));
    QVERIFY(!isPending());
    QCOMPARE(status().status, Status::Working);
    m_desk->restart();
    QVERIFY(!isPending());
    QCOMPARE(accounts().all().size(), 1);
}

void TestRevokePending::itIsTriedAgainByTheClock()
{
    refuse(503);
    m_server->answer(200, {});
    QVERIFY(!revoke());
    look();
    QCOMPARE(asked(), 1); // not yet
    m_desk->restart();
    QVERIFY(isPending());
    QCOMPARE(status().detail, StatusDetail::RevocationPending);
    pass(1min);
    look();
    QCOMPARE(asked(), 2);
    QCOMPARE(formOf(m_server->body(1)).value("token"), "access-1");
    QCOMPARE(status().status, Status::Revoked);
    QVERIFY(!isPending());
    pass(24h);
    look();
    QCOMPARE(asked(), 2);
}

void TestRevokePending::itIsTriedAgainOnceTheNetworkIsBack()
{
    const quint16 port = m_server->serverPort();
    m_server->close();
    QVERIFY(!revoke());
    for (int i = 0; i < 20; ++i) { // the waits have grown to hours
        pass(6h);
        look();
    }
    QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
    m_server->answer(200, {});
    QSignalSpy changed(&accounts(), &Accounts::accountChanged);
    accounts().retrySoon(); // as the renewer does when the system says so
    QVERIFY(changed.count() > 0); // the window says when
    QVERIFY(m_clock.now().secsTo(status().when) <= 5);
    pass(5s);
    look();
    QCOMPARE(asked(), 1);
    QCOMPARE(status().status, Status::Revoked);
}

void TestRevokePending::theWaitGrowsAndKeepsToWhatTheProviderAsksFor()
{
    refuse(503, "Retry-After: 600\r\n");
    refuse(503);
    QVERIFY(!revoke());
    QVERIFY(m_clock.now().secsTo(accounts().pendingRevocation(m_id)->retryAt) >= 600);
    for (int i = 0; i < 20; ++i) {
        pass(6h);
        look();
    }
    QCOMPARE(accounts().pendingRevocation(m_id)->failures, 21);
    QVERIFY(m_clock.now().secsTo(accounts().pendingRevocation(m_id)->retryAt) <= 6 * 3600);
}

// A31: the program ends between the two.
void TestRevokePending::itOutlivesAProgramThatEndsWhileTheProviderIsAsked()
{
    m_server->script({.bytes = {}, .end = ScriptedServer::End::Hang});
    m_server->answer(200, {});
    Awaited<void> gone;
    accounts().revoke(m_id, &gone.context, gone.callback(), Afterwards::Remove);
    QTRY_COMPARE(asked(), 1);
    m_desk->restart();
    QVERIFY(!gone.result);
    QVERIFY(isPending());
    look();
    QCOMPARE(asked(), 2);
    QVERIFY(accounts().all().isEmpty());
}

// A31: the provider first, then what is here.
void TestRevokePending::theAccountGoesOnlyOnceTheTokenHasEnded()
{
    refuse(503);
    m_server->answer(200, {});
    QVERIFY(!revoke(Afterwards::Remove));
    QCOMPARE(accounts().all().size(), 1);
    QCOMPARE(m_keychain->keys().size(), 1);
    m_desk->restart();
    pass(1min);
    look();
    QVERIFY(accounts().all().isEmpty());
    QTRY_COMPARE(m_keychain->keys(), QStringList());
    const QList<Event> events = accounts().events(2);
    QCOMPARE(events.value(0).kind, Event::Kind::Removed);
    QCOMPARE(events.value(1).kind, Event::Kind::Revoked);
    QVERIFY(events.value(1).ok);
}

void TestRevokePending::askingToRemoveMeanwhileIsHeard()
{
    refuse(503);
    m_server->answer(200, {});
    QVERIFY(!revoke());
    QVERIFY(revoke(Afterwards::Remove));
    QVERIFY(accounts().all().isEmpty());
}

void TestRevokePending::aTokenThatIsToEndIsNotRenewed()
{
    pass(30 * 24h);
    refuse(503);
    QVERIFY(!revoke());
    QVERIFY(!accounts().renewalDue(m_id).isValid());
}

void TestRevokePending::givenUpItIsTriedNoMore()
{
    refuse(503);
    QVERIFY(!revoke(Afterwards::Remove));
    QVERIFY(accounts().giveUpRevoking(m_id));
    QCOMPARE(status().status, Status::Working);
    QCOMPARE(accounts().events(1).value(0).kind, Event::Kind::RevocationGivenUp);
    m_desk->restart();
    pass(24h);
    look();
    QCOMPARE(asked(), 1);
    QCOMPARE(accounts().all().size(), 1);
}

void TestRevokePending::removingByHandEndsIt()
{
    refuse(503);
    QVERIFY(!revoke());
    Awaited<void> removed;
    accounts().remove(m_id, &removed.context, removed.callback());
    QVERIFY(removed.wait());
    pass(24h);
    look();
    m_desk->restart();
    look();
    QCOMPARE(asked(), 1);
}

/// It brings a token that nobody has asked to end.
void TestRevokePending::aNewSignInEndsIt()
{
    refuse(503);
    QVERIFY(!revoke());
    QCOMPARE(adopt("access-2").id, m_id);
    QVERIFY(!isPending());
    pass(1h);
    look();
    QCOMPARE(asked(), 1);
    QCOMPARE(status().status, Status::Working);
}

void TestRevokePending::anotherProgramsIsSeen()
{
    const Result<std::unique_ptr<Database>> other = Database::open(m_desk->folder());
    QVERIFY((*other)->save(Revocation{.accountId = m_id, .retryAt = m_clock.now().addSecs(60)}));
    QSignalSpy changed(&accounts(), &Accounts::accountChanged);
    accounts().refresh();
    QCOMPARE(status().detail, StatusDetail::RevocationPending);
    QCOMPARE(changed.count(), 1);
    QVERIFY((*other)->endRevocation(m_id));
    accounts().refresh();
    QCOMPARE(status().status, Status::Working);
}

QTEST_GUILESS_MAIN(TestRevokePending)
#include "tst_revokepending.moc"
