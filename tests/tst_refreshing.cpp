// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewal.h"
#include "accounts/storing.h"
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

/// Accounts whose token is renewed by a refresh token that is kept beside it.
class TestRefreshing : public QObject
{
    Q_OBJECT
private slots:
    void init();

    void bothTokensHaveAnItemEach();
    void aRotatedRefreshTokenTakesThePlaceOfTheOld();
    void aRefreshTokenThatStaysIsKept();
    void anEndedTokenIsRenewedAllTheSame();
    void theAppSecretIsSentWhereItIsKept();
    void aRefusalIsFinalAtOnce();
    void trouble_data();
    void trouble();
    void aRefreshTokenThatIsGoneIsSaid();
    void aKeychainThatRefusesLosesNothing();
    void afterAKillTheNewerRefreshTokenIsUsed_data();
    void afterAKillTheNewerRefreshTokenIsUsed();
    void removingTakesBothItems();
    void signingInAgainTakesBothOldItemsAway();
    void aCheckAsksByIntrospectionWhereThereIsNoProfile();
    void aTokenOfAnotherAppIsNoticedByIt();
    void renewalsAreDue_data();
    void renewalsAreDue();

private:
    void describeWithoutProfile();
    Account adopt(const QByteArray &token = "access-1", const QByteArray &refresh = "refresh-1");
    Result<Account> renew(const QString &id);
    QByteArray token(const QString &id);
    QByteArray refreshToken(const Account &account);
    Account only() { return m_desk->accounts().all().value(0); }
    void answer(const QByteArray &body, int status = 200) { m_server->answer(status, body); }
    QMap<QByteArray, QByteArray> sent(qsizetype index) { return formOf(m_server->body(index)); }

    ManualClock m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Desk> m_desk;
};

void TestRefreshing::init()
{
    m_desk.reset();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_server = std::make_unique<ScriptedServer>();
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, standardProvider(m_server->serverPort()));
    QVERIFY(m_desk->accounts().save({.id = u"r"_s, .providerId = u"test"_s, .name = u"App"_s, .clientId = u"app"_s}));
}

Account TestRefreshing::adopt(const QByteArray &token, const QByteArray &refresh)
{
    NewAccount made{.token = Secret(token), .refreshToken = Secret(refresh)};
    made.account.providerId = u"test"_s;
    made.account.registrationId = u"r"_s;
    made.account.userId = u"7"_s;
    made.account.issueToken(TokenKind::Refreshable, 1h, m_clock.now());
    Awaited<Account> answer;
    m_desk->accounts().adopt(std::move(made), &answer.context, answer.callback());
    return answer.wait().value_or(Account{});
}

Result<Account> TestRefreshing::renew(const QString &id)
{
    Awaited<Account> answer;
    m_desk->accounts().renew(id, &answer.context, answer.callback());
    return answer.wait();
}

QByteArray TestRefreshing::token(const QString &id)
{
    Awaited<Secret> answer;
    m_desk->accounts().token(id, &answer.context, answer.callback());
    const Result<Secret> secret = answer.wait();
    return secret ? secret->view().toByteArray() : '!' + nameOf(secret.error().kind).toLatin1();
}

QByteArray TestRefreshing::refreshToken(const Account &account)
{
    return m_keychain->value(refreshKeyOf(account.tokenKey)).view().toByteArray();
}

void TestRefreshing::bothTokensHaveAnItemEach()
{
    const Account account = adopt();
    QCOMPARE(account.custody, Custody::Keychain);
    QCOMPARE(token(account.id), "access-1");
    QCOMPARE(refreshToken(account), "refresh-1");
    QCOMPARE(m_keychain->keys().size(), 2);
    const AccountStatus status = m_desk->accounts().status(account.id);
    QCOMPARE(status.status, Status::Working);
    QCOMPARE(status.detail, StatusDetail::RenewsOn);
    m_desk->restart();
    QCOMPARE(only(), account);
    QCOMPARE(refreshToken(only()), "refresh-1");
}

void TestRefreshing::aRotatedRefreshTokenTakesThePlaceOfTheOld()
{
    const Account before = adopt();
    answer(R"({"access_token":"access-2","refresh_token":"refresh-2","expires_in":7200,"scope":"openid"})");
    answer(R"({"access_token":"access-3","refresh_token":"refresh-3","expires_in":3600})");
    m_clock.advance(45min);
    const Result<Account> after = renew(before.id);
    QVERIFY2(after, after ? "" : qPrintable(after.error().what));
    QCOMPARE(sent(0).value("grant_type"), "refresh_token");
    QCOMPARE(sent(0).value("refresh_token"), "refresh-1");
    QCOMPARE(sent(0).value("client_id"), "app");
    QCOMPARE(after->tokenKind, TokenKind::Refreshable);
    QCOMPARE(after->expiresAt, m_clock.now().addSecs(7200));
    QCOMPARE(after->grantedScopes, QStringList(u"openid"_s));
    QCOMPARE(token(before.id), "access-2");
    QCOMPARE(refreshToken(*after), "refresh-2");
    QTRY_COMPARE(m_keychain->keys().size(), 2); // the old ones are gone
    m_desk->restart();
    QCOMPARE(token(before.id), "access-2");

    QVERIFY(renew(before.id));
    QCOMPARE(sent(1).value("refresh_token"), "refresh-2");
    QCOMPARE(token(before.id), "access-3");
}

void TestRefreshing::aRefreshTokenThatStaysIsKept()
{
    const Account before = adopt();
    answer(R"({"access_token":"access-2","expires_in":3600})");
    const Result<Account> after = renew(before.id);
    QVERIFY(after);
    QCOMPARE(refreshToken(*after), "refresh-1");
    QTRY_COMPARE(m_keychain->keys().size(), 2);
}

// A laptop that slept: the refresh token outlives the token.
void TestRefreshing::anEndedTokenIsRenewedAllTheSame()
{
    const Account before = adopt();
    m_clock.advance(30 * 24h);
    QCOMPARE(m_desk->accounts().status(before.id).status, Status::Renewing);
    QVERIFY(m_desk->accounts().renewalDue(before.id) <= m_clock.now());
    answer(R"({"access_token":"access-2","refresh_token":"refresh-2","expires_in":3600})");
    QVERIFY(renew(before.id));
    QCOMPARE(m_desk->accounts().status(before.id).status, Status::Working);
}

void TestRefreshing::theAppSecretIsSentWhereItIsKept()
{
    const Account before = adopt();
    Awaited<void> kept;
    m_desk->accounts().keepSecret(u"r"_s, Secret(QByteArrayView("s3cret")), &kept.context, kept.callback());
    QVERIFY(kept.wait());
    answer(R"({"access_token":"access-2"})");
    QVERIFY(renew(before.id));
    QCOMPARE(sent(0).value("client_secret"), "s3cret");
}

void TestRefreshing::aRefusalIsFinalAtOnce()
{
    const Account before = adopt();
    answer(R"({"error":"invalid_grant","error_description":"refresh token already used"})", 400);
    const Result<Account> after = renew(before.id);
    QVERIFY(!after);
    QCOMPARE(after.error().kind, ErrorKind::Rejected);
    QCOMPARE(m_desk->accounts().status(before.id).status, Status::NeedsYou);
    QCOMPARE(m_desk->accounts().status(before.id).detail, StatusDetail::SignInAgain);
    QVERIFY(!m_desk->accounts().renewalDue(before.id).isValid());
    QCOMPARE(m_keychain->keys().size(), 2); // nothing is deleted by a failure
}

void TestRefreshing::trouble_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Status>("expected");
    QTest::newRow("the server") << 503 << QByteArray("down") << Status::Retrying;
    QTest::newRow("a pause") << 429 << QByteArray() << Status::Retrying;
    QTest::newRow("a portal's page") << 200 << QByteArray("<html>") << Status::Retrying;
    QTest::newRow("the app") << 401 << QByteArray(R"({"error":"invalid_client"})") << Status::NeedsYou;
}

// A14: a failure that passes signs nobody out, even when the token's hour is over.
void TestRefreshing::trouble()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Account before = adopt();
    m_clock.advance(2h);
    answer(body, status);
    answer(R"({"access_token":"access-2","refresh_token":"refresh-2","expires_in":3600})");
    QVERIFY(!renew(before.id));
    QTEST(m_desk->accounts().status(before.id).status, "expected");
    QVERIFY(m_desk->accounts().renewalDue(before.id).isValid());
    QVERIFY(renew(before.id));
    QCOMPARE(sent(1).value("refresh_token"), "refresh-1");
    QCOMPARE(m_desk->accounts().status(before.id).status, Status::Working);
}

void TestRefreshing::aRefreshTokenThatIsGoneIsSaid()
{
    const Account before = adopt();
    m_keychain->lose(refreshKeyOf(before.tokenKey));
    QVERIFY(!renew(before.id));
    QCOMPARE(m_desk->accounts().status(before.id).status, Status::NeedsYou);
    QCOMPARE(m_desk->accounts().status(before.id).detail, StatusDetail::SignInAgain);
    QVERIFY(m_server->requests().isEmpty());
}

void TestRefreshing::aKeychainThatRefusesLosesNothing()
{
    const Account before = adopt();
    answer(R"({"access_token":"access-2","refresh_token":"refresh-2","expires_in":3600})");
    answer(R"({"access_token":"access-3","refresh_token":"refresh-3","expires_in":3600})");
    connect(m_server.get(), &QTcpServer::newConnection, this,
            [this] { m_keychain->setMood(MemoryKeychain::Mood::Locked); });
    const Result<Account> after = renew(before.id);
    QVERIFY(after);
    QCOMPARE(after->custody, Custody::MemoryOnly);
    QCOMPARE(token(before.id), "access-2");

    // Renewed from memory, with the newest refresh token.
    QVERIFY(renew(before.id));
    QCOMPARE(sent(1).value("refresh_token"), "refresh-2");

    m_keychain->setMood(MemoryKeychain::Mood::Open);
    QTRY_COMPARE_WITH_TIMEOUT(only().custody, Custody::Keychain, 10'000);
    QCOMPARE(refreshToken(only()), "refresh-3");
    QTRY_COMPARE(m_keychain->keys().size(), 2);
    m_desk->restart();
    QCOMPARE(token(before.id), "access-3");
}

void TestRefreshing::afterAKillTheNewerRefreshTokenIsUsed_data()
{
    QTest::addColumn<bool>("tokenWritten");
    QTest::newRow("killed between the two items") << false;
    QTest::newRow("killed before the commit") << true;
}

// A11: the provider has ended the old refresh token, and the new one is in the keychain.
void TestRefreshing::afterAKillTheNewerRefreshTokenIsUsed()
{
    QFETCH(bool, tokenWritten);
    const Account before = adopt();
    const QString key = newTokenKey(TokenKind::Refreshable);
    QVERIFY(m_desk->database().begin({before.id, key, m_clock.now()}));
    Awaited<void> refreshWritten, written;
    m_keychain->write(refreshKeyOf(key), Secret(QByteArrayView("refresh-2")), &refreshWritten.context,
                      refreshWritten.callback());
    QVERIFY(refreshWritten.wait());
    if (tokenWritten) {
        m_keychain->write(key, Secret(QByteArrayView("access-2")), &written.context, written.callback());
        QVERIFY(written.wait());
    }
    m_desk->restart();
    m_clock.advance(1min);
    m_desk->accounts().reconcile();
    QTRY_COMPARE(refreshToken(only()), "refresh-2");
    QTRY_VERIFY(m_desk->database().intents()->isEmpty());
    QCOMPARE(token(before.id), tokenWritten ? "access-2" : "access-1");
    QTRY_COMPARE(m_keychain->keys().size(), 2);
    QVERIFY(m_desk->accounts().renewalDue(before.id) <= m_clock.now());

    answer(R"({"access_token":"access-3","refresh_token":"refresh-3","expires_in":3600})");
    QVERIFY(renew(before.id));
    QCOMPARE(sent(0).value("refresh_token"), "refresh-2");
    QCOMPARE(m_desk->accounts().status(before.id).status, Status::Working);
    QTRY_COMPARE(m_keychain->keys().size(), 2);
}

void TestRefreshing::removingTakesBothItems()
{
    const Account account = adopt();
    Awaited<void> answer;
    m_desk->accounts().remove(account.id, &answer.context, answer.callback());
    QVERIFY(answer.wait());
    QTRY_VERIFY(m_keychain->keys().isEmpty());

    const Account again = adopt();
    m_keychain->setMood(MemoryKeychain::Mood::Locked);
    Awaited<void> refused;
    m_desk->accounts().remove(again.id, &refused.context, refused.callback());
    QVERIFY(refused.wait());
    m_keychain->setMood(MemoryKeychain::Mood::Open);
    m_desk->accounts().reconcile();
    QTRY_VERIFY(m_keychain->keys().isEmpty());
}

void TestRefreshing::signingInAgainTakesBothOldItemsAway()
{
    const Account before = adopt();
    const Account after = adopt("access-9", "refresh-9");
    QCOMPARE(after.id, before.id);
    QCOMPARE(refreshToken(after), "refresh-9");
    QTRY_COMPARE(m_keychain->keys().size(), 2);
}

/// The provider tells whose a token is by introspection only.
void TestRefreshing::describeWithoutProfile()
{
    const QByteArray file = standardProvider(m_server->serverPort());
    const qsizetype at = file.indexOf("\"profile\"");
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, QByteArray(file).remove(at, file.indexOf(',', at) - at + 1));
    QVERIFY(m_desk->accounts().save({.id = u"r"_s, .providerId = u"test"_s, .name = u"App"_s, .clientId = u"app"_s}));
}

void TestRefreshing::aTokenOfAnotherAppIsNoticedByIt()
{
    describeWithoutProfile();
    const Account account = adopt();
    const auto check = [&](const QByteArray &said) {
        answer(said);
        Awaited<void> works;
        m_desk->accounts().check(account.id, &works.context, works.callback());
        QVERIFY(works.wait());
    };
    check(R"({"active":true})");
    check(R"({"active":true,"client_id":"app"})");
    QVERIFY(m_desk->accounts().events(5, {.kinds = {Event::Kind::Noticed}}).isEmpty());
    check(R"({"active":true,"client_id":"somebody-else"})");
    check(R"({"active":true,"client_id":"somebody-else"})");
    const QList<Event> noticed = m_desk->accounts().events(5, {.kinds = {Event::Kind::Noticed}});
    QCOMPARE(noticed.size(), 1);
    QCOMPARE(noticed.first().detail, u"OtherApp: somebody-else"_s);
    QVERIFY(m_desk->accounts().isMarked(account.id));
}

void TestRefreshing::aCheckAsksByIntrospectionWhereThereIsNoProfile()
{
    describeWithoutProfile();
    const Account account = adopt();
    answer(R"({"active":true})");
    answer(R"({"active":false})");
    Awaited<void> works, ended;
    m_desk->accounts().check(account.id, &works.context, works.callback());
    QVERIFY(works.wait());
    QCOMPARE(sent(0).value("token"), "access-1");
    m_desk->accounts().check(account.id, &ended.context, ended.callback());
    QCOMPARE(ended.wait().error().kind, ErrorKind::Rejected);
    QCOMPARE(m_desk->accounts().status(account.id).status, Status::NeedsYou);
}

void TestRefreshing::renewalsAreDue_data()
{
    QTest::addColumn<int>("lifetime"); // seconds; 0 where it is not known
    QTest::addColumn<int>("due"); // seconds after the issue
    QTest::newRow("five minutes") << 300 << 225;
    QTest::newRow("an hour") << 3600 << 2700;
    QTest::newRow("a day") << 86'400 << 64'800;
    QTest::newRow("60 days") << 60 * 86'400 << 7 * 86'400;
    QTest::newRow("unknown") << 0 << 86'400;
}

void TestRefreshing::renewalsAreDue()
{
    QFETCH(int, lifetime);
    QFETCH(int, due);
    Account account;
    account.issueToken(TokenKind::Refreshable, std::chrono::seconds(lifetime), m_clock.now());
    QCOMPARE(nextRenewal(account, {}, m_clock.now()), m_clock.now().addSecs(due));
    const QDateTime later = m_clock.now().addDays(100);
    QCOMPARE(nextRenewal(account, {}, later), later); // never too late
    account.id = u"0b1c2d3e"_s; // a little later, as each account has it
    const QDateTime spread = nextRenewal(account, {}, m_clock.now());
    QVERIFY(spread >= m_clock.now().addSecs(due) && spread <= m_clock.now().addSecs(due + due / 28 + 1));
    account.refused = true;
    QVERIFY(!nextRenewal(account, {}, m_clock.now()).isValid());
}

QTEST_GUILESS_MAIN(TestRefreshing)
#include "tst_refreshing.moc"
