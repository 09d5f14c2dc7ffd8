// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/storing.h"
#include "support/databasetrouble.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/scriptedserver.h"
#include "support/signintrial.h"
#include "support/standardprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// Ending a token at its provider, which is another thing than removing it here.
class TestRevoke : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theTokenEndsAndTheAccountStays();
    void whereThereIsARefreshTokenThatIsRevoked();
    void theAppSecretIsSentWhereItIsKept();
    void refusalLeavesTheTokenAsItWas_data();
    void refusalLeavesTheTokenAsItWas();
    void nothingIsRevokedThatCannotGoOnRecord();
    void whoAsksTwiceAsksTheProviderOnce();
    void itIsNotedAlsoWhenNobodyWaits();
    void aProviderWithoutRevocationIsNotAsked();

private:
    Account adopt(const QByteArray &refresh = {});
    Result<void> revoke(const QString &id);
    Account only() { return m_desk->accounts().all().value(0); }
    Status status() { return m_desk->accounts().status(only().id).status; }
    Event newest() { return m_desk->accounts().events(1).value(0); }

    ManualClock m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Desk> m_desk;
};

void TestRevoke::init()
{
    m_desk.reset();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_server = std::make_unique<ScriptedServer>();
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, standardProvider(m_server->serverPort()));
    QVERIFY(m_desk->accounts().save({.id = u"r"_s, .providerId = u"test"_s, .name = u"App"_s, .clientId = u"app"_s}));
}

Account TestRevoke::adopt(const QByteArray &refresh)
{
    NewAccount made{.token = Secret("access-1"_ba), .refreshToken = Secret(refresh)};
    made.account.providerId = u"test"_s;
    made.account.registrationId = u"r"_s;
    made.account.userId = u"7"_s;
    made.account.issueToken(refresh.isEmpty() ? TokenKind::LongLived : TokenKind::Refreshable, 1h, m_clock.now());
    Awaited<Account> answer;
    m_desk->accounts().adopt(std::move(made), &answer.context, answer.callback());
    return answer.wait().value_or(Account{});
}

Result<void> TestRevoke::revoke(const QString &id)
{
    Awaited<void> answer;
    m_desk->accounts().revoke(id, &answer.context, answer.callback());
    return answer.wait();
}

// A31: 200.
void TestRevoke::theTokenEndsAndTheAccountStays()
{
    const Account account = adopt();
    QVERIFY(m_desk->accounts().canRevoke(account));
    m_server->answer(200, {});
    QVERIFY(revoke(account.id));
    const QMap<QByteArray, QByteArray> sent = formOf(m_server->body(0));
    QVERIFY(m_server->requests().first().startsWith("POST /revoke "));
    QCOMPARE(sent.value("token"), "access-1");
    QCOMPARE(sent.value("client_id"), "app");
    QCOMPARE(status(), Status::Revoked);
    QCOMPARE(newest().kind, Event::Kind::Revoked);
    QVERIFY(newest().ok);
    QCOMPARE(m_desk->accounts().events(2).value(1).kind, Event::Kind::RevocationAsked);
    m_desk->restart();
    QCOMPARE(status(), Status::Revoked);
    QVERIFY(!m_desk->accounts().renewalDue(account.id).isValid());
}

void TestRevoke::whereThereIsARefreshTokenThatIsRevoked()
{
    const Account account = adopt("refresh-1");
    m_server->answer(200, {});
    QVERIFY(revoke(account.id));
    QCOMPARE(formOf(m_server->body(0)).value("token"), "refresh-1");
}

void TestRevoke::theAppSecretIsSentWhereItIsKept()
{
    Awaited<void> kept;
    m_desk->accounts().keepSecret(u"r"_s, Secret("s3cret"_ba), &kept.context, kept.callback());
    QVERIFY(kept.wait());
    const Account account = adopt();
    m_server->answer(200, {});
    QVERIFY(revoke(account.id));
    QCOMPARE(formOf(m_server->body(0)).value("client_secret"), "s3cret");
}

void TestRevoke::refusalLeavesTheTokenAsItWas_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("another app secret") << 401 << R"({"error":"invalid_client"})"_ba;
    QTest::addRow("not this kind of token") << 400 << R"({"error":"unsupported_token_type"})"_ba;
}

// A31: 400 and 401. It is not said to be revoked.
void TestRevoke::refusalLeavesTheTokenAsItWas()
{
    QFETCH(int, answer);
    QFETCH(QByteArray, body);
    const Account account = adopt();
    m_server->answer(answer, body);
    QVERIFY(!revoke(account.id));
    QCOMPARE(only(), account);
    QCOMPARE(status(), Status::Working);
    QCOMPARE(newest().kind, Event::Kind::Revoked);
    QVERIFY(!newest().ok);
}

void TestRevoke::nothingIsRevokedThatCannotGoOnRecord()
{
    const Account account = adopt();
    DatabaseTrouble trouble(DatabaseTrouble::Kind::NoEvents, m_desk->folder() + "/tokendesk.sqlite"_L1);
    trouble.begin();
    const Result<void> result = revoke(account.id);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Storage);
    QVERIFY(m_server->requests().isEmpty());
    QCOMPARE(status(), Status::Working);
    trouble.end();
    m_server->answer(200, {});
    QVERIFY(revoke(account.id));
}

void TestRevoke::whoAsksTwiceAsksTheProviderOnce()
{
    const Account account = adopt();
    m_server->answer(200, {});
    Awaited<void> first;
    Awaited<void> second;
    m_desk->accounts().revoke(account.id, &first.context, first.callback());
    m_desk->accounts().revoke(account.id, &second.context, second.callback());
    QVERIFY(first.wait());
    QVERIFY(second.wait());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestRevoke::itIsNotedAlsoWhenNobodyWaits()
{
    const Account account = adopt();
    m_server->answer(200, {});
    {
        Awaited<void> gone;
        m_desk->accounts().revoke(account.id, &gone.context, gone.callback());
    }
    QTRY_COMPARE(status(), Status::Revoked);
}

void TestRevoke::aProviderWithoutRevocationIsNotAsked()
{
    NewAccount made{.token = Secret("IGAAtoken"_ba)};
    made.account.providerId = u"instagram"_s;
    made.account.userId = u"8"_s;
    made.account.issueToken(TokenKind::LongLived, 60 * 24h, m_clock.now());
    Awaited<Account> answer;
    m_desk->accounts().adopt(std::move(made), &answer.context, answer.callback());
    const Account account = answer.wait().value_or(Account{});
    QVERIFY(!m_desk->accounts().canRevoke(account));
    const Result<void> result = revoke(account.id);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(newest().kind, Event::Kind::Connected);
}

QTEST_GUILESS_MAIN(TestRevoke)
#include "tst_revoke.moc"
