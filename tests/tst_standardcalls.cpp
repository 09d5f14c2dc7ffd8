// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"
#include "support/desk.h"
#include "support/scriptedserver.h"
#include "support/standardprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

Q_DECLARE_METATYPE(tokendesk::ClientAuthentication)

/// What goes over the wire to a plain OAuth 2.0 server.
class TestStandardCalls : public QObject
{
    Q_OBJECT
private slots:
    void theClientShowsItselfAsTheProviderWants_data();
    void theClientShowsItselfAsTheProviderWants();
    void eachCallIsAsItsRfcSays();
    void theTokenOfAProfileIsInNoAddress();
    void nothingFollowsARedirect();
    void deletedWhileARequestIsOut();

private:
    Provider provider() const { return readProvider(standardProvider(m_server.serverPort())).value(); }
    QByteArray request(qsizetype index = 0) const { return m_server.requests().value(index); }

    ScriptedServer m_server;
    Transport m_transport;
    GraphClient m_client{m_transport};
    const Secret m_token{QByteArrayView("a+b/c=&d")};
};

void TestStandardCalls::theClientShowsItselfAsTheProviderWants_data()
{
    QTest::addColumn<ClientAuthentication>("way");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    const QByteArray body = "grant_type=refresh_token&refresh_token=a%2Bb%2Fc%3D%26d";
    QTest::newRow("in the body") << ClientAuthentication::Body << QByteArray("s+cr&t") << QByteArray()
                                 << body + "&client_id=my%20app%3A1&client_secret=s%2Bcr%26t";
    QTest::newRow("in the header") << ClientAuthentication::Header << QByteArray("s+cr&t")
                                   << "Basic " + QByteArray("my%20app%3A1:s%2Bcr%26t").toBase64() << body;
    QTest::newRow("public") << ClientAuthentication::None << QByteArray() << QByteArray()
                            << body + "&client_id=my%20app%3A1";
    QTest::newRow("a secret where none belongs")
        << ClientAuthentication::None << QByteArray("s+cr&t") << QByteArray() << body + "&client_id=my%20app%3A1";
    QTest::newRow("no secret for the header")
        << ClientAuthentication::Header << QByteArray() << QByteArray() << body + "&client_id=my%20app%3A1";
}

void TestStandardCalls::theClientShowsItselfAsTheProviderWants()
{
    QFETCH(ClientAuthentication, way);
    QFETCH(QByteArray, secret);
    ScriptedServer server;
    Provider to = provider();
    to.clientAuthentication = way;
    to.endpoints.token = QUrl(server.url(u"/token"_s));
    server.answer(200, R"({"access_token":"new"})");
    Awaited<Grant> answer;
    m_client.refresh(to, {.id = u"my app:1"_s, .secret = Secret(secret)}, m_token, &answer.context, answer.callback());
    QVERIFY(answer.wait());
    const QByteArray sent = server.requests().value(0);
    QVERIFY(sent.startsWith("POST /token HTTP/1.1\r\n"));
    QVERIFY(sent.toLower().contains("\r\ncontent-type: application/x-www-form-urlencoded\r\n"));
    QTEST(server.body(0), "body");
    // Names of headers have no case, and Qt 6.8 sends them in lower case.
    const qsizetype at = sent.toLower().indexOf("\r\nauthorization: ");
    QTEST(at < 0 ? QByteArray() : sent.sliced(at + 17, sent.indexOf("\r\n", at + 2) - at - 17), "header");
}

void TestStandardCalls::eachCallIsAsItsRfcSays()
{
    const Client client{.id = u"app"_s};
    m_server.answer(200, {}, {});
    m_server.answer(200, R"({"active":true,"sub":"1"})");
    Awaited<void> revoked;
    m_client.revoke(provider(), client, m_token, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    Awaited<Introspection> said;
    m_client.introspect(provider(), client, m_token, &said.context, said.callback());
    const Result<Introspection> active = said.wait();
    QVERIFY(active && active->active);
    QVERIFY(request(0).startsWith("POST /revoke HTTP/1.1\r\n"));
    QVERIFY(request(1).startsWith("POST /introspect HTTP/1.1\r\n"));
    QCOMPARE(m_server.body(0), "token=a%2Bb%2Fc%3D%26d&client_id=app");
    QCOMPARE(m_server.body(1), "token=a%2Bb%2Fc%3D%26d&client_id=app");

    Provider bare = provider();
    bare.endpoints.revoke.clear();
    bare.endpoints.introspect.clear();
    Awaited<void> notRevoked;
    m_client.revoke(bare, client, m_token, &notRevoked.context, notRevoked.callback());
    QVERIFY(!notRevoked.result); // later, as every operation ends
    QCOMPARE(notRevoked.wait().error().kind, ErrorKind::InvalidInput);
    Awaited<Introspection> notSaid;
    m_client.introspect(bare, client, m_token, &notSaid.context, notSaid.callback());
    QCOMPARE(notSaid.wait().error().kind, ErrorKind::InvalidInput);
    QCOMPARE(m_server.requests().size(), 2);
}

void TestStandardCalls::theTokenOfAProfileIsInNoAddress()
{
    ScriptedServer server;
    Provider to = provider();
    to.endpoints.profile = QUrl(server.url(u"/me"_s));
    server.answer(200, R"({"sub":"1","preferred_username":"anna"})");
    Awaited<Profile> answer;
    m_client.profile(to, Secret(QByteArrayView("abc.def")), &answer.context, answer.callback());
    const Result<Profile> profile = answer.wait();
    QVERIFY(profile);
    QCOMPARE(profile->username, u"anna"_s);
    QVERIFY(server.requests().value(0).startsWith("GET /me HTTP/1.1\r\n"));
    QVERIFY(server.requests().value(0).toLower().contains("\r\nauthorization: bearer abc.def\r\n"));
}

// A6: neither secret nor token travels on.
void TestStandardCalls::nothingFollowsARedirect()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        ScriptedServer server, spy;
        spy.answer(200, R"({"access_token":"stolen","sub":"1"})");
        server.answer(status, {}, "Location: " + spy.url(u"/"_s).toLatin1() + "\r\n");
        Provider to = provider();
        to.endpoints.token = to.endpoints.profile = QUrl(server.url(u"/x"_s));
        to.clientAuthentication = ClientAuthentication::Header;
        Awaited<Grant> grant;
        m_client.refresh(to, {.id = u"app"_s, .secret = m_token.clone()}, m_token, &grant.context, grant.callback());
        QVERIFY(!grant.wait());
        Awaited<Profile> profile;
        m_client.profile(to, Secret(QByteArrayView("abc")), &profile.context, profile.callback());
        QVERIFY(!profile.wait());
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(spy.requests().isEmpty());
    }
}

void TestStandardCalls::deletedWhileARequestIsOut()
{
    ScriptedServer server;
    server.script({.end = ScriptedServer::End::Hang});
    Provider to = provider();
    to.endpoints.token = QUrl(server.url(u"/token"_s));
    auto answer = std::make_unique<Awaited<Grant>>();
    m_client.refresh(to, {.id = u"app"_s}, m_token, &answer->context, answer->callback());
    QTRY_COMPARE(server.requests().size(), 1);
    answer.reset();
    QTRY_VERIFY(server.findChildren<QTcpSocket *>().isEmpty()); // the request is given up
}

QTEST_GUILESS_MAIN(TestStandardCalls)
#include "tst_standardcalls.moc"
