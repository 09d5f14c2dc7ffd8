// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connect.h"
#include "accounts/storing.h"
#include "signin/devicelogin.h"
#include "support/desk.h"
#include "support/memorykeychain.h"
#include "support/oidcserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// A server that others have written, as strict as it can be: npm's oidc-provider.
class TestInterop : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theWholeWay_data();
    void theWholeWay();
    void withoutPkceItRefuses();
    void aReplayedRefreshTokenEndsEverything();
    void revokedIsRevoked();
    void introspectionTellsTheTruth();
    void onAnotherDevice_data();
    void onAnotherDevice();
    void onAnotherDeviceSomebodySaysNo();

private:
    void begin(const QByteArray &authentication, const QString &clientId, const QByteArray &secret = {});
    Result<Connect::Outcome> signIn();
    Result<Connect::Outcome> signInElsewhere(const QString &path);
    QByteArray item(const QString &key) { return m_keychain->value(key).view().toByteArray(); }
    Result<Account> renew(const QString &id);
    Client client() const { return {.id = m_clientId, .secret = m_secret.clone()}; }

    std::unique_ptr<OidcServer> m_server;
    SystemClock m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<CertificateStore> m_certificates;
    QString m_clientId;
    Secret m_secret;
};

void TestInterop::initTestCase()
{
    m_server = std::make_unique<OidcServer>();
    QVERIFY2(m_server->fault().isEmpty(), qPrintable(m_server->fault()));
}

void TestInterop::begin(const QByteArray &authentication, const QString &clientId, const QByteArray &secret)
{
    m_desk.reset();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, m_server->provider(authentication));
    QVERIFY2(m_desk->catalog.problems().isEmpty(), qPrintable(m_desk->catalog.problems().value(0).what));
    m_certificates = std::make_unique<CertificateStore>(m_desk->folder(), m_clock);
    m_clientId = clientId;
    m_secret = Secret(secret);
}

/// As the window does it; Anna is at the browser.
Result<Connect::Outcome> TestInterop::signIn()
{
    Connect::Plan plan{.providerId = u"test"_s,
                       .registration = {.clientId = m_clientId},
                       .appSecret = m_secret.clone(),
                       .keepAppSecret = !m_secret.isEmpty(),
                       .scopes = {u"openid"_s, u"profile"_s, u"offline_access"_s}};
    Connect attempt(std::move(plan), m_desk->accounts(), *m_keychain, m_desk->catalog, m_desk->graph, *m_certificates,
                    m_clock);
    std::optional<Result<Connect::Outcome>> result;
    QUrl page;
    connect(&attempt, &Connect::browserRequested, this, [&page](const QUrl &url) { page = url; });
    connect(&attempt, &Connect::connected, this, [&result](const Connect::Outcome &outcome) { result = outcome; });
    connect(&attempt, &Connect::failed, this, [&result](const Error &error) { result = std::unexpected(error); });
    attempt.start();
    if (QTest::qWaitFor([&] { return result || !page.isEmpty(); }, 10'000) && !result)
        m_server->open(m_server->visit(page));
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 10'000);
    return ended ? *result : failure(ErrorKind::TimedOut, u"the sign-in did not end"_s);
}

Result<Account> TestInterop::renew(const QString &id)
{
    Awaited<Account> answer;
    m_desk->accounts().renew(id, &answer.context, answer.callback());
    return answer.wait();
}

void TestInterop::theWholeWay_data()
{
    QTest::addColumn<QByteArray>("authentication");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QByteArray>("secret");
    const QByteArray secret = "secret+of/the=desk & co";
    QTest::newRow("a public client") << QByteArray("none") << u"desk"_s << QByteArray();
    QTest::newRow("a secret in the body") << QByteArray("body") << u"desk-body"_s << secret;
    QTest::newRow("a secret in the header") << QByteArray("header") << u"desk-header"_s << secret;
}

// A55: code and PKCE, profile, rotation of the refresh token.
void TestInterop::theWholeWay()
{
    QFETCH(QByteArray, authentication);
    QFETCH(QString, clientId);
    QFETCH(QByteArray, secret);
    begin(authentication, clientId, secret);
    const Result<Connect::Outcome> outcome = signIn();
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().what + u' ' + outcome.error().message));
    Account account = outcome->account;
    QVERIFY2(!outcome->noProfile, outcome->noProfile ? qPrintable(outcome->noProfile->what) : "");
    QCOMPARE(account.userId, u"anna"_s);
    QCOMPARE(account.displayName(), u"@anna"_s);
    QCOMPARE(account.tokenKind, TokenKind::Refreshable);
    QVERIFY(account.grantedScopes.contains(u"offline_access"_s));
    QCOMPARE(m_desk->accounts().status(account.id).detail, StatusDetail::RenewsOn);
    QCOMPARE(m_server->profileStatus(item(account.tokenKey)), 200);

    for (int round = 0; round < 5; ++round) {
        const QByteArray refreshToken = item(refreshKeyOf(account.tokenKey));
        const Result<Account> renewed = renew(account.id);
        QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().what + u' ' + renewed.error().message));
        QVERIFY(item(refreshKeyOf(renewed->tokenKey)) != refreshToken); // it rotates
        account = *renewed;
        QCOMPARE(m_server->profileStatus(item(account.tokenKey)), 200);
        m_desk->restart();
    }
}

// A55: it wants PKCE.
void TestInterop::withoutPkceItRefuses()
{
    begin("none", u"desk"_s);
    const QByteArray careless = m_server->provider("none").replace("\"pkce\": true", "\"pkce\": false");
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, careless);
    const Result<Connect::Outcome> outcome = signIn();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().type, u"invalid_request"_s);
    QVERIFY(m_desk->accounts().all().isEmpty());
}

// A55, RFC 9700 4.14.2: somebody has a copy, and nobody knows which of the two is honest.
void TestInterop::aReplayedRefreshTokenEndsEverything()
{
    begin("none", u"desk"_s);
    const Result<Connect::Outcome> outcome = signIn();
    QVERIFY(outcome);
    const QString id = outcome->account.id;
    const Secret stolen = m_keychain->value(refreshKeyOf(outcome->account.tokenKey)).clone();
    QVERIFY(renew(id));
    Awaited<Grant> thief;
    m_desk->graph.refresh(*m_desk->catalog.description(u"test"_s), client(), stolen, &thief.context, thief.callback());
    QCOMPARE(thief.wait().error().kind, ErrorKind::Rejected);
    QCOMPARE(renew(id).error().kind, ErrorKind::Rejected);
    QCOMPARE(m_desk->accounts().status(id).status, Status::NeedsYou);
    QCOMPARE(m_desk->accounts().status(id).detail, StatusDetail::SignInAgain);

    const Result<Connect::Outcome> again = signIn();
    QVERIFY(again && again->replaced);
    QCOMPARE(m_desk->accounts().status(id).status, Status::Working);
}

// A55
void TestInterop::revokedIsRevoked()
{
    begin("header", u"desk-header"_s, "secret+of/the=desk & co");
    const Result<Connect::Outcome> outcome = signIn();
    QVERIFY(outcome);
    const Secret refreshToken = m_keychain->value(refreshKeyOf(outcome->account.tokenKey)).clone();
    const Provider &provider = *m_desk->catalog.description(u"test"_s);
    Awaited<void> revoked, unknown;
    m_desk->graph.revoke(provider, client(), refreshToken, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    m_desk->graph.revoke(provider, client(), refreshToken, &unknown.context, unknown.callback());
    QVERIFY(unknown.wait()); // RFC 7009 2.2: what is of no use is revoked
    QCOMPARE(renew(outcome->account.id).error().kind, ErrorKind::Rejected);
    QCOMPARE(m_desk->accounts().status(outcome->account.id).status, Status::NeedsYou);
}

void TestInterop::introspectionTellsTheTruth()
{
    begin("body", u"desk-body"_s, "secret+of/the=desk & co");
    const Result<Connect::Outcome> outcome = signIn();
    QVERIFY(outcome);
    const Provider &provider = *m_desk->catalog.description(u"test"_s);
    const Secret token = m_keychain->value(outcome->account.tokenKey).clone();
    Awaited<Introspection> before, after;
    m_desk->graph.introspect(provider, client(), token, &before.context, before.callback());
    const Result<Introspection> said = before.wait();
    QVERIFY2(said, said ? "" : qPrintable(said.error().what));
    QVERIFY(said->active);
    QCOMPARE(said->subject, u"anna"_s);
    QVERIFY(said->scopes.contains(u"openid"_s));
    QVERIFY(qAbs(said->expiresAt.secsTo(outcome->account.expiresAt)) < 60);
    Awaited<void> revoked;
    m_desk->graph.revoke(provider, client(), token, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    m_desk->graph.introspect(provider, client(), token, &after.context, after.callback());
    const Result<Introspection> ended = after.wait();
    QVERIFY(ended && !ended->active);
}

/// Somebody follows the address with the code in it, and does what `path` stands for.
Result<Connect::Outcome> TestInterop::signInElsewhere(const QString &path)
{
    Connect::Plan plan{.providerId = u"test"_s,
                       .registration = {.clientId = m_clientId},
                       .appSecret = m_secret.clone(),
                       .keepAppSecret = !m_secret.isEmpty(),
                       .scopes = {u"openid"_s, u"profile"_s, u"offline_access"_s},
                       .by = Connect::By::AnotherDevice};
    Connect attempt(std::move(plan), m_desk->accounts(), *m_keychain, m_desk->catalog, m_desk->graph, *m_certificates,
                    m_clock);
    std::optional<Result<Connect::Outcome>> result;
    connect(&attempt, &Connect::connected, this, [&result](const Connect::Outcome &outcome) { result = outcome; });
    connect(&attempt, &Connect::failed, this, [&result](const Error &error) { result = std::unexpected(error); });
    attempt.start();
    const auto hasCode
        = [&] { return result || (attempt.device() && attempt.device()->state() == DeviceLogin::State::Waiting); };
    if (!QTest::qWaitFor(hasCode, 10'000) || result)
        return result ? *result : failure(ErrorKind::TimedOut, u"no code came"_s);
    const QString seen = m_server->visit(attempt.device()->code().pageWithCode, path);
    if (seen.startsWith("stopped"_L1))
        return failure(ErrorKind::Malformed, seen.left(500));
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 20'000); // it asks every 5 s
    return ended ? *result : failure(ErrorKind::TimedOut, u"the sign-in did not end"_s);
}

void TestInterop::onAnotherDevice_data()
{
    theWholeWay_data();
}

// A55: RFC 8628, for real.
void TestInterop::onAnotherDevice()
{
    QFETCH(QByteArray, authentication);
    QFETCH(QString, clientId);
    QFETCH(QByteArray, secret);
    begin(authentication, clientId, secret);
    const Result<Connect::Outcome> outcome = signInElsewhere(u"people"_s);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().what + u' ' + outcome.error().message));
    QCOMPARE(outcome->account.displayName(), u"@anna"_s);
    QCOMPARE(outcome->account.tokenKind, TokenKind::Refreshable);
    QCOMPARE(m_server->profileStatus(item(outcome->account.tokenKey)), 200);
    const Result<Account> renewed = renew(outcome->account.id); // as after any other sign-in
    QVERIFY(renewed);
    QCOMPARE(m_server->profileStatus(item(renewed->tokenKey)), 200);
}

void TestInterop::onAnotherDeviceSomebodySaysNo()
{
    begin("none", u"desk"_s);
    const Result<Connect::Outcome> outcome = signInElsewhere(u"refusers"_s);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Denied);
    QVERIFY(m_desk->accounts().all().isEmpty());
}

QTEST_GUILESS_MAIN(TestInterop)
#include "tst_interop.moc"
