// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/devicelogin.h"
#include "support/manualclock.h"
#include "support/scriptedserver.h"
#include "support/settle.h"
#include "support/standardprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

using State = DeviceLogin::State;

/// A sign-in on another device, against a server that answers to the letter; the clock stands still until it is moved.
class TestDeviceLogin : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void requestsAreAsTheRfcSays();
    void facebookIsAskedInItsDialect();
    void nothingIsAskedBeforeTheIntervalIsOver();
    void slowDownAddsFiveSecondsForGood();
    void codeThatRanOutIsNoEnd_data();
    void codeThatRanOutIsNoEnd();
    void answerOnTheWayAtTheEndStillCounts();
    void personWhoSaysNoEndsIt();
    void passingTroubleIsWaitedOut_data();
    void passingTroubleIsWaitedOut();
    void lastingTroubleEndsIt_data();
    void lastingTroubleEndsIt();
    void codeThatIsNotGivenEndsIt();
    void cancelledItAsksNoMore();
    void deletedWhileARequestIsOut_data();
    void deletedWhileARequestIsOut();
    void deletedInItsOwnSignal();

private:
    void begin(Family family = Family::Standard);
    void offerCode(const QByteArray &more = {});
    void say(const QByteArray &word) { m_server->answer(400, "{\"error\":\"" + word + "\"}"); }
    void grant() { m_server->answer(200, R"({"access_token":"the-token","token_type":"Bearer","expires_in":3600})"); }
    /// The clock goes on; then the server has had so many requests, and no more.
    bool after(std::chrono::milliseconds time, qsizetype requests);
    bool comesTo(State state) const;

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    Transport m_transport;
    GraphClient m_graph{m_transport};
    std::unique_ptr<DeviceLogin> m_login;
    std::optional<Result<Grant>> m_outcome;
    int m_outcomes = 0;
};

void TestDeviceLogin::init()
{
    m_clock = std::make_unique<ManualClock>();
    m_server = std::make_unique<ScriptedServer>();
    m_transport.setTimeLimit(10s);
    m_outcome.reset();
    m_outcomes = 0;
}

void TestDeviceLogin::cleanup()
{
    m_login.reset();
    m_server.reset();
}

void TestDeviceLogin::begin(Family family)
{
    Provider provider = readProvider(standardProvider(m_server->serverPort())).value();
    provider.family = family;
    provider.endpoints.deviceStatus = QUrl(m_server->url(u"/device/status"_s));
    m_login = std::make_unique<DeviceLogin>(DeviceLogin::Request{.provider = provider,
                                                                 .clientId = u"my app"_s,
                                                                 .clientSecret = Secret(QByteArrayView("s+cr&t")),
                                                                 .scopes = {u"openid"_s, u"offline_access"_s}},
                                            m_graph, *m_clock, [this](Result<Grant> outcome) {
                                                ++m_outcomes;
                                                m_outcome = std::move(outcome);
                                            });
    m_login->start();
}

void TestDeviceLogin::offerCode(const QByteArray &more)
{
    m_server->answer(200,
                     R"({"device_code":"ours+/=","user_code":"WDJB-MJHT",)"
                     R"("verification_uri":"https://example.com/device","expires_in":60)"
                         + more + '}');
}

bool TestDeviceLogin::after(std::chrono::milliseconds time, qsizetype requests)
{
    m_clock->advance(time);
    if (m_server->requests().size() == requests && !letDeadlinesLook(*m_clock))
        return false;
    const auto came = [this, requests] { return m_server->requests().size() == requests; };
    // The next pause begins when the answer was read.
    return QTest::qWaitFor(came) && comesToRest(m_transport) && came();
}

bool TestDeviceLogin::comesTo(State state) const
{
    return QTest::qWaitFor([this, state] { return m_login->state() == state; });
}

void TestDeviceLogin::requestsAreAsTheRfcSays()
{
    offerCode();
    grant();
    begin();
    QVERIFY(comesTo(State::Waiting));
    QCOMPARE(m_login->code().userCode, u"WDJB-MJHT"_s);
    QCOMPARE(m_login->deadline(), m_clock->now().addSecs(60));
    QVERIFY(m_server->requests().at(0).startsWith("POST /device/auth HTTP/1.1\r\n"));
    QCOMPARE(m_server->body(0), "client_id=my%20app&client_secret=s%2Bcr%26t&scope=openid%20offline_access");
    m_clock->advance(5s);
    QTRY_COMPARE(m_outcomes, 1);
    QVERIFY(m_server->requests().at(1).startsWith("POST /token HTTP/1.1\r\n"));
    QCOMPARE(m_server->body(1),
             "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=ours%2B%2F%3D&"
             "client_id=my%20app&client_secret=s%2Bcr%26t");
    QVERIFY(m_outcome->has_value());
    QCOMPARE(m_outcome->value().token.toText(), u"the-token"_s);
    QCOMPARE(m_login->state(), State::Ended);
    QVERIFY(after(1min, 2)); // and no more
}

void TestDeviceLogin::facebookIsAskedInItsDialect()
{
    m_server->answer(200,
                     R"({"code":"theirs","user_code":"A1NWZ9","verification_uri":"https://www.facebook.com/device",)"
                     R"("expires_in":420,"interval":5})");
    m_server->answer(400, R"({"error":{"message":"m","code":31,"error_subcode":1349174}})");
    m_server->answer(200, R"({"access_token":"EAAx","expires_in":5184000})");
    begin(Family::Facebook);
    QVERIFY(comesTo(State::Waiting));
    QCOMPARE(m_server->body(0), "access_token=my%20app%7Cs%2Bcr%26t&scope=openid%20offline_access");
    QVERIFY(after(5s, 2));
    QVERIFY(m_server->requests().at(1).startsWith("POST /device/status HTTP/1.1\r\n"));
    QCOMPARE(m_server->body(1), "access_token=my%20app%7Cs%2Bcr%26t&code=theirs");
    m_clock->advance(5s);
    QTRY_COMPARE(m_outcomes, 1);
    QCOMPARE(m_outcome->value().lifetime, std::optional<std::chrono::seconds>(60 * 24h));
}

void TestDeviceLogin::nothingIsAskedBeforeTheIntervalIsOver()
{
    offerCode(R"(,"interval":8)");
    say("authorization_pending");
    begin();
    QVERIFY(comesTo(State::Waiting));
    QVERIFY(after(7900ms, 1));
    QVERIFY(after(100ms, 2));
    QVERIFY(after(7900ms, 2));
    QVERIFY(after(100ms, 3));
    QCOMPARE(m_login->state(), State::Waiting);
}

// RFC 8628 3.5: "the interval MUST be increased by 5 seconds for this and all subsequent requests".
void TestDeviceLogin::slowDownAddsFiveSecondsForGood()
{
    offerCode(R"(,"interval":2)");
    say("slow_down");
    say("slow_down");
    say("authorization_pending");
    begin();
    QVERIFY(comesTo(State::Waiting));
    QVERIFY(after(2s, 2));
    QTRY_COMPARE(m_login->interval(), 7s);
    QVERIFY(after(6900ms, 2));
    QVERIFY(after(100ms, 3));
    QTRY_COMPARE(m_login->interval(), 12s);
    QVERIFY(after(11900ms, 3));
    QVERIFY(after(100ms, 4));
    QVERIFY(after(11900ms, 4)); // pending does not bring the old pace back
    QVERIFY(after(100ms, 5));
    QCOMPARE(m_login->state(), State::Waiting);
}

void TestDeviceLogin::codeThatRanOutIsNoEnd_data()
{
    QTest::addColumn<bool>("serverSaysSo");
    QTest::newRow("the server says so") << true;
    QTest::newRow("its time is over") << false;
}

void TestDeviceLogin::codeThatRanOutIsNoEnd()
{
    QFETCH(const bool, serverSaysSo);
    offerCode();
    say(serverSaysSo ? "expired_token" : "authorization_pending");
    offerCode();
    grant();
    begin();
    QVERIFY(comesTo(State::Waiting));
    QVERIFY(after(5s, 2));
    if (!serverSaysSo) {
        QCOMPARE(m_login->state(), State::Waiting);
        m_server->close(); // nobody is asked again before the end
        m_clock->advance(55s);
        QVERIFY(comesTo(State::Expired));
        QVERIFY(m_login->code().userCode.isEmpty());
        QCOMPARE(m_outcomes, 0);
        return;
    }
    QVERIFY(comesTo(State::Expired));
    QVERIFY(after(1min, 2));
    QCOMPARE(m_outcomes, 0);
    m_login->start();
    QVERIFY(comesTo(State::Waiting));
    m_clock->advance(5s);
    QTRY_COMPARE(m_outcomes, 1);
    QVERIFY(m_outcome->has_value());
}

void TestDeviceLogin::answerOnTheWayAtTheEndStillCounts()
{
    offerCode(R"(,"interval":59)");
    m_server->script({.bytes = {}, .end = ScriptedServer::End::Hang});
    begin();
    QVERIFY(comesTo(State::Waiting));
    m_clock->advance(59s);
    QTRY_COMPARE(m_server->requests().size(), 2);
    m_clock->advance(2s);
    QVERIFY(letDeadlinesLook(*m_clock));
    QCOMPARE(m_login->state(), State::Waiting); // a token may be in it
    const auto asking = m_server->findChildren<QTcpSocket *>();
    QCOMPARE(asking.size(), 1);
    asking.first()->write("HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{\"access_token\":\"late\"}");
    QTRY_COMPARE(m_outcomes, 1);
    QCOMPARE(m_outcome->value().token.toText(), u"late"_s);
}

void TestDeviceLogin::personWhoSaysNoEndsIt()
{
    offerCode();
    say("access_denied");
    begin();
    QVERIFY(comesTo(State::Waiting));
    m_clock->advance(5s);
    QTRY_COMPARE(m_outcomes, 1);
    QCOMPARE(m_outcome->error().kind, ErrorKind::Denied);
    QVERIFY(after(1min, 2));
}

void TestDeviceLogin::passingTroubleIsWaitedOut_data()
{
    QTest::addColumn<QByteArray>("trouble");
    QTest::newRow("cut off") << QByteArray();
    QTest::newRow("503") << QByteArray("HTTP/1.1 503 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    QTest::newRow("a hotel's page") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\nConnection: close\r\n\r\n<html></html>");
}

// RFC 8628 3.5: "unilaterally reduce their polling frequency before retrying", best exponentially.
void TestDeviceLogin::passingTroubleIsWaitedOut()
{
    QFETCH(const QByteArray, trouble);
    const auto end = trouble.isEmpty() ? ScriptedServer::End::Reset : ScriptedServer::End::Close;
    offerCode(R"(,"interval":2)");
    m_server->script({.bytes = trouble, .end = end});
    m_server->script({.bytes = trouble, .end = end});
    say("authorization_pending");
    grant();
    begin();
    QVERIFY(comesTo(State::Waiting));
    QVERIFY(after(2s, 2));
    QVERIFY(comesTo(State::Unreachable));
    QVERIFY(after(3900ms, 2)); // twice as long
    QVERIFY(after(100ms, 3));
    QVERIFY(after(7900ms, 3)); // and again
    QVERIFY(after(100ms, 4));
    QVERIFY(comesTo(State::Waiting));
    QCOMPARE(m_login->code().userCode, u"WDJB-MJHT"_s); // the same all along
    m_clock->advance(2s); // at the old pace
    QTRY_COMPARE(m_outcomes, 1);
    QVERIFY(m_outcome->has_value());
}

void TestDeviceLogin::lastingTroubleEndsIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("garbage") << 200 << QByteArray("oops") << ErrorKind::Malformed;
    QTest::newRow("app refused") << 401 << QByteArray(R"({"error":"invalid_client"})") << ErrorKind::Misconfigured;
    QTest::newRow("code not known") << 400 << QByteArray(R"({"error":"invalid_grant"})") << ErrorKind::Rejected;
    QTest::newRow("a token that is none") << 200 << QByteArray(R"({"access_token":""})") << ErrorKind::Malformed;
}

void TestDeviceLogin::lastingTroubleEndsIt()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    offerCode();
    m_server->answer(status, body);
    begin();
    QVERIFY(comesTo(State::Waiting));
    m_clock->advance(5s);
    QTRY_COMPARE(m_outcomes, 1);
    QCOMPARE(m_outcome->error().kind, kind);
    QVERIFY(m_outcome->error().what.startsWith("asking whether the person is done"_L1));
}

void TestDeviceLogin::codeThatIsNotGivenEndsIt()
{
    m_server->answer(400, R"({"error":"invalid_scope"})");
    begin();
    QTRY_COMPARE(m_outcomes, 1);
    QCOMPARE(m_outcome->error().kind, ErrorKind::Misconfigured);
    QCOMPARE(m_outcome->error().hint, ErrorHint::Scopes);
    QVERIFY(m_outcome->error().what.startsWith("asking for a code"_L1));
}

void TestDeviceLogin::cancelledItAsksNoMore()
{
    offerCode();
    say("authorization_pending");
    begin();
    QVERIFY(comesTo(State::Waiting));
    QVERIFY(after(5s, 2));
    m_login->cancel();
    QCOMPARE(m_login->state(), State::Ended);
    QVERIFY(after(30s, 2));
    m_login->start();
    QVERIFY(after(0s, 2));
    QCOMPARE(m_outcomes, 0);
}

void TestDeviceLogin::deletedWhileARequestIsOut_data()
{
    QTest::addColumn<bool>("hasCode");
    QTest::newRow("for the code") << false;
    QTest::newRow("for the token") << true;
}

void TestDeviceLogin::deletedWhileARequestIsOut()
{
    QFETCH(const bool, hasCode);
    if (hasCode)
        offerCode();
    m_server->script({.bytes = {}, .end = ScriptedServer::End::Hang});
    begin();
    const qsizetype requests = hasCode ? 2 : 1;
    QVERIFY(!hasCode || comesTo(State::Waiting));
    m_clock->advance(5s);
    QTRY_COMPARE(m_server->requests().size(), requests);
    m_login.reset();
    QTRY_VERIFY(m_server->findChildren<QTcpSocket *>().isEmpty()); // the request went as well
    QCOMPARE(m_outcomes, 0);
}

void TestDeviceLogin::deletedInItsOwnSignal()
{
    offerCode();
    begin();
    connect(m_login.get(), &DeviceLogin::stateChanged, this, [this] { m_login.reset(); });
    QTRY_VERIFY(!m_login);
    QVERIFY(after(5s, 1));
    QCOMPARE(m_outcomes, 0);
}

QTEST_GUILESS_MAIN(TestDeviceLogin)
#include "tst_devicelogin.moc"
