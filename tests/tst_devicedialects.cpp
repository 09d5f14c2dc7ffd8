// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"
#include "support/scriptedserver.h"
#include "support/signintrial.h"
#include "support/standardprovider.h"

#include <QFile>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How a server says what RFC 8628 3.5 has words for.
struct Dialect
{
    QByteArray pending, slowDown, expired, denied;
};

const Dialect rfc{R"({"error":"authorization_pending"})", R"({"error":"slow_down"})", R"({"error":"expired_token"})",
                  R"({"error":"access_denied","error_description":"The person said no"})"};

QByteArray graphError(int code, int subcode, const QByteArray &message)
{
    return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":"
        + QByteArray::number(code) + ",\"error_subcode\":" + QByteArray::number(subcode) + "}}";
}

const Dialect facebook{graphError(31, 1349174, "This request requires the user to take a pending action"),
                       graphError(17, 1349172, "User request limit reached"),
                       graphError(463, 1349152, "The session has expired"),
                       graphError(100, 1349173, "The user declined the request")};

/// Facebook's way in at a server of the test, for an app of one's own.
QByteArray facebookAt(quint16 port)
{
    QFile practice(u":/providers/practicefacebook.json"_s);
    QByteArray json = practice.open(QIODevice::ReadOnly) ? practice.readAll() : QByteArray();
    json.replace("http://127.0.0.1/", "http://127.0.0.1:" + QByteArray::number(port) + '/');
    return json.replace("practice-facebook", "other").replace("  \"practice\": true,\n", "");
}

} // namespace

/// A sign-in on another device through the real dialog, at servers of both dialects that answer to the letter.
class TestDeviceDialects : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void slowingDownIsObeyed_data() { addDialects(); }
    void slowingDownIsObeyed();
    void aCodeThatRanOutIsReplaced_data() { addDialects(); }
    void aCodeThatRanOutIsReplaced();
    void whoSaysNoIsUnderstood_data() { addDialects(); }
    void whoSaysNoIsUnderstood();
    void theServersOwnClockEndsTheCode_data() { addDialects(); }
    void theServersOwnClockEndsTheCode();
    void whoSaysYesIsConnected_data();
    void whoSaysYesIsConnected();

private:
    static void addDialects();
    const Dialect &dialect() const { return m_family == Family::Facebook ? facebook : rfc; }
    ConnectStage &stage() { return *m_stage; }
    void begin();
    void offerCode(const QByteArray &code);
    void say(const QByteArray &refusal) { m_server->answer(400, refusal); }
    /// With the script of the server, of which the first answer is a code.
    void showCode();
    /// The clock goes on; then the server has had so many requests, and no more.
    bool after(std::chrono::seconds time, qsizetype requests);

    Family m_family = Family::Standard;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ConnectStage> m_stage;
};

void TestDeviceDialects::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_server = std::make_unique<ScriptedServer>();
    m_family = Family::Standard;
}

void TestDeviceDialects::cleanup()
{
    m_stage.reset();
    m_server.reset();
}

void TestDeviceDialects::addDialects()
{
    QTest::addColumn<Family>("family");
    QTest::newRow("RFC 8628") << Family::Standard;
    QTest::newRow("Facebook") << Family::Facebook;
}

void TestDeviceDialects::begin()
{
    QFETCH(Family, family);
    m_family = family;
    offerCode("WDJB-MJHT");
}

void TestDeviceDialects::offerCode(const QByteArray &code)
{
    const QByteArray name = m_family == Family::Facebook ? "code" : "device_code";
    m_server->answer(200,
                     "{\"" + name + "\":\"ours\",\"user_code\":\"" + code
                         + R"(","verification_uri":"https://example.org/device","interval":5,"expires_in":600})");
}

/// An app of the person's own, to where the code is shown.
void TestDeviceDialects::showCode()
{
    const bool atFacebook = m_family == Family::Facebook;
    QByteArray json = atFacebook ? facebookAt(m_server->serverPort()) : standardProvider(m_server->serverPort());
    json.replace("\"id\": \"test\"", "\"id\": \"other\"").replace("/test/", "/other/");
    const Result<Provider> provider = stage().desk.catalog.save(json);
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error().what));
    stage().open();
    stage().dialog->chooseProvider(u"other"_s);
    stage().type(u"appId"_s, ConnectStage::appId());
    stage().type(u"appSecret"_s, ConnectStage::appSecret());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"signInElsewhere"_s));
    if (atFacebook) {
        QVERIFY(stage().comesToSee(u"clientToken"_s));
        stage().type(u"clientToken"_s, u"0123456789abcdef0123456789abcdef"_s);
        QVERIFY(stage().click(u"connectPrimary"_s));
    }
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
    QCOMPARE(stage().read(u"deviceCode"_s), u"WDJB-MJHT"_s);
    QCOMPARE(m_server->requests().size(), 1);
}

bool TestDeviceDialects::after(std::chrono::seconds time, qsizetype requests)
{
    stage().clock.advance(time);
    QSignalSpy more(m_server.get(), &QTcpServer::newConnection);
    if (m_server->requests().size() == requests)
        more.wait(450); // twice as long as the program takes to see that the clock went on
    const bool came = QTest::qWaitFor([this, requests] { return m_server->requests().size() == requests; });
    return came && QTest::qWaitFor([this] { return stage().desk.transport.findChildren<QNetworkReply *>().isEmpty(); });
}

void TestDeviceDialects::slowingDownIsObeyed()
{
    begin();
    say(dialect().slowDown);
    say(dialect().pending);
    showCode();
    QVERIFY(after(5s, 2));
    QCOMPARE(stage().read(u"deviceHeading"_s), u"Waiting for you on the other device…"_s); // nobody need know
    QVERIFY(after(9s, 2)); // five seconds more than before
    QVERIFY(after(1s, 3));
    QVERIFY(after(9s, 3)); // and for good
    QVERIFY(after(1s, 4));
    QCOMPARE(stage().read(u"deviceCode"_s), u"WDJB-MJHT"_s);
}

void TestDeviceDialects::aCodeThatRanOutIsReplaced()
{
    begin();
    say(dialect().expired);
    offerCode("BBBB-CCCC");
    showCode();
    QVERIFY(after(5s, 2));
    QTRY_COMPARE(stage().read(u"deviceHeading"_s), u"This code has run out."_s);
    QVERIFY(!stage().find(u"copyDeviceCode"_s)->isEnabled());
    QVERIFY(stage().click(u"connectPrimary"_s)); // Get a new code
    QTRY_COMPARE(stage().read(u"deviceCode"_s), u"BBBB-CCCC"_s);
    QCOMPARE(stage().read(u"deviceHeading"_s), u"Waiting for you on the other device…"_s);
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

void TestDeviceDialects::whoSaysNoIsUnderstood()
{
    begin();
    say(dialect().denied);
    offerCode("BBBB-CCCC");
    showCode();
    stage().clock.advance(5s);
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QCOMPARE(stage().read(u"errorHappened"_s), u"Access was not given on the other device."_s);
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().click(u"connectPrimary"_s)); // Try again: the same way
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
    QCOMPARE(stage().read(u"deviceCode"_s), u"BBBB-CCCC"_s);
}

/// Although the server has not said so: nobody enters a code that is over.
void TestDeviceDialects::theServersOwnClockEndsTheCode()
{
    begin();
    say(dialect().pending);
    showCode();
    QCOMPARE(stage().find(u"deviceRing"_s)->accessibleDescription(), u"10:00"_s);
    stage().clock.advance(10min + 1s);
    QTRY_COMPARE(stage().read(u"deviceHeading"_s), u"This code has run out."_s);
    QCOMPARE(stage().read(u"connectPrimary"_s), u"Get a new code"_s);
}

void TestDeviceDialects::whoSaysYesIsConnected_data()
{
    QTest::addColumn<Family>("family");
    QTest::newRow("RFC 8628") << Family::Standard;
}

/// By the RFC; Facebook's grant leads to a choice of Pages, which Practice shows.
void TestDeviceDialects::whoSaysYesIsConnected()
{
    begin();
    say(dialect().pending);
    m_server->answer(200, R"({"access_token":"the-token","token_type":"Bearer","expires_in":3600})");
    m_server->answer(200, R"({"sub":"anna","preferred_username":"anna"})");
    showCode();
    QVERIFY(after(5s, 2));
    stage().clock.advance(5s);
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @anna"_s);
    const QMap<QByteArray, QByteArray> asked = formOf(m_server->body(2));
    QCOMPARE(asked.value("device_code"), "ours");
    QCOMPARE(asked.value("grant_type"), "urn:ietf:params:oauth:grant-type:device_code");
    const Account account = stage().desk.accounts().all().value(0);
    QCOMPARE(stage().keychain.value(account.tokenKey).view().toByteArray(), QByteArray("the-token"));
}

QTEST_MAIN(TestDeviceDialects)
#include "tst_devicedialects.moc"
