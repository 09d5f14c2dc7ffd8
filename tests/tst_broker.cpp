// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/broker.h"
#include "support/connectfixture.h"
#include "support/scriptedserver.h"
#include "support/signintrial.h"
#include "support/standardprovider.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Stage = Connect::Stage;

/// An organisation's broker keeps the app secret: the seat has none, and Practice takes none but one that nobody here
/// knows.
class TestBroker : public QObject
{
    Q_OBJECT
private slots:
    void onlyAPlainSafeAddressIsABrokers_data();
    void onlyAPlainSafeAddressIsABrokers();

    void anAccountComesWithoutASecretOnTheSeat();
    void whatWasConnectedIsRenewedForMonthsWithoutIt();
    void facebookPagesComeByWayOfItToo();
    void whatTheBrokerIsSent();
    void aTypedSecretGoesToNobody();
    void theRefreshTokenOfAnotherServerGoesByWayOfIt();

    void troubleIsTheBrokers_data();
    void troubleIsTheBrokers();
    void aRedirectOfTheBrokerIsNotFollowed();
    void aBrokerThatNeverAnswersIsGivenUp();
    void plainHttpElsewhereIsRefusedBeforeTheBrowserOpens();
    void whereItDoesNotExtendTheHourIsUsedAndASecondTryMendsIt();
    void deletedWhileTheBrokerIsAsked_data();
    void deletedWhileTheBrokerIsAsked();

private:
    static Connect::Plan plan(ConnectFixture &t)
    {
        t.server.setClientSecret(u"no-seat-knows-this"_s);
        Connect::Plan plan = t.registeredPlan();
        plan.appSecret = {};
        plan.keepAppSecret = false;
        plan.registration.broker = u"http://127.0.0.1:%1/broker"_s.arg(t.port.value());
        return plan;
    }
};

void TestBroker::onlyAPlainSafeAddressIsABrokers_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << u"https://login.example.org/broker"_s << true;
    QTest::newRow("with a port") << u"https://login.example.org:8443/"_s << true;
    QTest::newRow("this computer") << u"http://127.0.0.1:8080/broker"_s << true;
    QTest::newRow("http elsewhere") << u"http://login.example.org/broker"_s << false;
    QTest::newRow("looks like this computer") << u"http://127.0.0.1.example.org/"_s << false;
    QTest::newRow("looks like this computer to a reader") << u"http://127.0.0.1@example.org/"_s << false;
    QTest::newRow("a user name") << u"https://user@login.example.org/"_s << false;
    QTest::newRow("a password") << u"https://u:p@login.example.org/"_s << false;
    QTest::newRow("a query") << u"https://login.example.org/?a=b"_s << false;
    QTest::newRow("a fragment") << u"https://login.example.org/#a"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no scheme") << u"login.example.org/broker"_s << false;
    QTest::newRow("no host") << u"https:///broker"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("too long") << "https://login.example.org/"_L1 + QString(200, u'a') << false;
}

void TestBroker::onlyAPlainSafeAddressIsABrokers()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QCOMPARE(readBrokerAddress(address).has_value(), good);
}

// -- where it works

// A30
void TestBroker::anAccountComesWithoutASecretOnTheSeat()
{
    ConnectFixture t;
    t.begin(plan(t));
    QTRY_VERIFY(t.hasEnded());
    QVERIFY2(t.outcome, t.failure ? qPrintable(t.failure->what) : "");
    QVERIFY(!t.outcome->notExtended);
    QCOMPARE(t.outcome->account.tokenKind, TokenKind::LongLived);
    QCOMPARE(t.outcome->account.expiresAt, t.clock.now().addDays(60));
    QCOMPARE(t.keychain.keys(), QStringList(t.only().tokenKey));
    QCOMPARE(t.server.requests().count(u"POST /broker"_s), 2); // the code, and the hour's extension
    QVERIFY(t.server.requests().filter(u"access_token"_s).isEmpty()); // nothing that wants the secret
    const Registration app = t.accounts().registrations().value(0);
    QCOMPARE(app.broker, plan(t).registration.broker);
    QVERIFY(!app.secretKept);
    t.attempt.reset();
    t.desk.restart();
    QCOMPARE(t.accounts().registrations().value(0).broker, app.broker);
}

void TestBroker::whatWasConnectedIsRenewedForMonthsWithoutIt()
{
    ConnectFixture t;
    t.begin(plan(t));
    QTRY_VERIFY(t.outcome);
    for (int week = 1; week <= 4; ++week) {
        t.clock.advance(24h * 20);
        Awaited<Account> renewed;
        t.accounts().renew(t.only().id, &renewed.context, renewed.callback());
        QVERIFY(renewed.wait());
        QCOMPARE(t.only().expiresAt, t.clock.now().addDays(60));
    }
    QCOMPARE(t.server.requests().count(u"POST /broker"_s), 2);
}

void TestBroker::facebookPagesComeByWayOfItToo()
{
    ConnectFixture t;
    Connect::Plan facebook = plan(t);
    facebook.providerId = u"practice-facebook"_s;
    facebook.registration.broker = u"http://127.0.0.1:%1/facebook/broker"_s.arg(t.port.value());
    facebook.scopes = {u"pages_show_list"_s, u"instagram_basic"_s};
    t.begin(std::move(facebook));
    QTRY_COMPARE(t.attempt->stage(), Stage::ChoosingPage);
    t.attempt->choose(0);
    QTRY_VERIFY(t.hasEnded());
    QVERIFY2(t.outcome, t.failure ? qPrintable(t.failure->what) : "");
    QCOMPARE(t.outcome->account.tokenKind, TokenKind::NoExpiry);
    QCOMPARE(t.outcome->account.accountType, facebookPage);
    QVERIFY(t.outcome->account.grantedKnown); // the token was asked about itself
    QCOMPARE(t.server.requests().count(u"POST /facebook/broker"_s), 2);
    QVERIFY(t.server.requests().filter(u"oauth/access_token"_s).isEmpty());
}

void TestBroker::whatTheBrokerIsSent()
{
    CertificateStore certificates{QDir::tempPath(), SystemClock()};
    SignInTrial t(certificates);
    t.request.broker = QUrl(t.server.url(u"/broker"_s));
    t.request.provider.endpoints.token = QUrl(u"https://api.example/never"_s);
    t.request.provider.pkce = true;
    t.server.answer(200, SignInTrial::goodAnswer);
    t.start();
    QTRY_COMPARE(t.browser->size(), 1);
    const auto client = t.comeBack();
    QTRY_COMPARE(t.calls, 1);
    QCOMPARE(t.token, SignInTrial::goodToken);
    QVERIFY(t.server.requests().value(0).startsWith("POST /broker HTTP/1.1\r\n"));
    const auto form = formOf(t.server.body(0));
    QCOMPARE(form.keys(),
             (QByteArrayList{"client_id", "code", "code_verifier", "grant_type", "provider", "redirect_uri"}));
    QCOMPARE(form.value("provider"), "trial");
    QCOMPARE(form.value("client_id"), "1234567890");
    QCOMPARE(form.value("grant_type"), "authorization_code");
    QCOMPARE(form.value("code"), "AQB-1_x");
    QCOMPARE(form.value("redirect_uri"), t.signIn->redirectAddress().toUtf8());
}

void TestBroker::aTypedSecretGoesToNobody()
{
    ConnectFixture t;
    ScriptedServer broker;
    broker.answer(400, R"({"error":"invalid_grant","error_description":"no"})");
    Connect::Plan typed = plan(t);
    typed.registration.broker = broker.url(u"/"_s);
    typed.appSecret = Secret("0123456789abcdef0123456789abcdef");
    typed.keepAppSecret = true;
    t.begin(std::move(typed));
    QTRY_VERIFY(t.failure);
    QCOMPARE(t.failure->kind, ErrorKind::Rejected);
    QCOMPARE(t.failure->broker, u"127.0.0.1"_s);
    QVERIFY(!broker.requests().join().contains("0123456789abcdef"));
    QVERIFY(t.nothingIsStored());
}

void TestBroker::theRefreshTokenOfAnotherServerGoesByWayOfIt()
{
    ScriptedServer server;
    const Provider provider = readProvider(standardProvider(server.serverPort())).value();
    Transport transport;
    GraphClient client(transport);
    server.answer(200, R"({"access_token":"new","refresh_token":"next","client_id":"my app"})");
    Awaited<Grant> answer;
    client.refresh(provider, {.id = u"my app"_s, .broker = QUrl(server.url(u"/broker"_s))}, Secret("old+one"),
                   &answer.context, answer.callback());
    const Result<Grant> grant = answer.wait();
    QVERIFY(grant);
    QCOMPARE(grant->refreshToken.view(), "next");
    QVERIFY(server.requests().value(0).startsWith("POST /broker HTTP/1.1\r\n"));
    QCOMPARE(server.body(0),
             "grant_type=refresh_token&refresh_token=old%2Bone&provider=" + provider.id.toUtf8()
                 + "&client_id=my%20app");
}

// -- where it does not

void TestBroker::troubleIsTheBrokers_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("refuses the app") << u"broker-refuses"_s << ErrorKind::Misconfigured;
    QTest::newRow("answers for another app") << u"other-app"_s << ErrorKind::Misconfigured;
    QTest::newRow("bytes that are no HTTP") << u"garbage"_s << ErrorKind::Offline;
    QTest::newRow("a web page") << u"html200"_s << ErrorKind::Malformed;
    QTest::newRow("nothing") << u"empty"_s << ErrorKind::Malformed;
    QTest::newRow("more than can be meant") << u"huge"_s << ErrorKind::Malformed;
    QTest::newRow("trouble of its own") << u"html503"_s << ErrorKind::ServerTrouble;
    QTest::newRow("hangs up") << u"reset"_s << ErrorKind::Offline;
}

void TestBroker::troubleIsTheBrokers()
{
    QFETCH(QString, fault);
    QFETCH(ErrorKind, kind);
    ConnectFixture t;
    t.server.inject({.name = fault, .endpoint = u"broker"_s});
    t.begin(plan(t));
    QTRY_VERIFY(t.hasEnded());
    QVERIFY(t.failure);
    QCOMPARE(t.failure->kind, kind);
    QCOMPARE(t.failure->broker, u"127.0.0.1"_s);
    QVERIFY(t.nothingIsStored());
    QVERIFY(t.accounts().registrations().isEmpty());
    QCOMPARE(t.server.requests().count(u"POST /broker"_s), 1); // a code is sent once
}

void TestBroker::aRedirectOfTheBrokerIsNotFollowed()
{
    ConnectFixture t;
    t.server.inject({.name = u"redirect307"_s, .endpoint = u"broker"_s});
    t.begin(plan(t));
    QTRY_VERIFY(t.failure);
    QCOMPARE(t.failure->broker, u"127.0.0.1"_s);
    QVERIFY(t.server.requests().filter(u"elsewhere"_s).isEmpty());
    QVERIFY(t.nothingIsStored());
}

void TestBroker::aBrokerThatNeverAnswersIsGivenUp()
{
    CertificateStore certificates{QDir::tempPath(), SystemClock()};
    SignInTrial t(certificates);
    t.request.broker = QUrl(t.server.url(u"/broker"_s));
    t.request.tokenLimit = 200ms;
    t.server.script({.end = ScriptedServer::End::Hang});
    t.start();
    QTRY_COMPARE(t.browser->size(), 1);
    const auto client = t.comeBack();
    QTRY_COMPARE(t.calls, 1);
    QVERIFY(t.error);
    QCOMPARE(t.error->kind, ErrorKind::TimedOut);
    QCOMPARE(t.error->broker, u"127.0.0.1"_s);
}

void TestBroker::plainHttpElsewhereIsRefusedBeforeTheBrowserOpens()
{
    ConnectFixture t;
    Connect::Plan unsafe = plan(t);
    unsafe.registration.broker = u"http://broker.example.org/"_s;
    t.begin(std::move(unsafe));
    QTRY_VERIFY(t.failure);
    QCOMPARE(t.failure->kind, ErrorKind::Misconfigured);
    QVERIFY(!t.stages.contains(Stage::WaitingForBrowser));
    QVERIFY(t.server.requests().isEmpty());

    Awaited<Grant> extended; // a database can be written by others
    t.desk.graph.extend(t.desk.catalog.provider(u"test"_s).value(), Secret("token"),
                        {.id = u"1"_s, .broker = QUrl(u"http://broker.example.org/"_s)}, &extended.context,
                        extended.callback());
    QCOMPARE(extended.wait().error().kind, ErrorKind::InvalidInput);
}

void TestBroker::whereItDoesNotExtendTheHourIsUsedAndASecondTryMendsIt()
{
    ConnectFixture t;
    t.at(Stage::Extending, [&t] { t.server.inject({.name = u"html503"_s, .endpoint = u"broker"_s, .times = 1}); });
    t.begin(plan(t));
    QTRY_VERIFY(t.outcome);
    QVERIFY(t.outcome->notExtended);
    QCOMPARE(t.outcome->notExtended->broker, u"127.0.0.1"_s);
    QCOMPARE(t.only().tokenKind, TokenKind::ShortLived);
    Awaited<Secret> needed;
    t.accounts().appSecret(t.only().registrationId, &needed.context, needed.callback());
    QVERIFY(needed.wait()); // none, and none is needed
    Awaited<Account> extended;
    t.accounts().extend(t.only().id, Secret(), &extended.context, extended.callback());
    QVERIFY(extended.wait());
    QCOMPARE(t.only().tokenKind, TokenKind::LongLived);
}

void TestBroker::deletedWhileTheBrokerIsAsked_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::newRow("about the code") << Stage::ExchangingCode;
    QTest::newRow("about the hour") << Stage::Extending;
}

void TestBroker::deletedWhileTheBrokerIsAsked()
{
    QFETCH(Stage, stage);
    ConnectFixture t;
    const int asked = stage == Stage::ExchangingCode ? 1 : 2;
    t.at(stage, [&t] { t.server.inject({.name = u"hang"_s, .endpoint = u"broker"_s}); });
    if (stage == Stage::ExchangingCode) // the request leaves before the stage is told
        t.server.inject({.name = u"hang"_s, .endpoint = u"broker"_s});
    t.begin(plan(t));
    QTRY_COMPARE(t.server.requests().count(u"POST /broker"_s), asked);
    QTRY_COMPARE(t.attempt->stage(), stage);
    t.attempt.reset();
    QVERIFY(t.comesToRest());
    QVERIFY(!t.hasEnded());
    QVERIFY(t.nothingIsStored());
}

QTEST_MAIN(TestBroker)
#include "tst_broker.moc"
