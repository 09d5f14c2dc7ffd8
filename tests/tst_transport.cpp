// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/settle.h"
#include "support/transportfixture.h"

#include <QAuthenticator>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QTest>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tokendesk;

Q_DECLARE_METATYPE(ScriptedServer::End)

using End = ScriptedServer::End;

namespace {

const QByteArray json = "Content-Type: application/json\r\n";

/// The value of a header in a request as it came over the wire; empty where it is missing or there twice.
QByteArray header(const QByteArray &request, const QByteArray &name)
{
    QByteArrayList values;
    for (const QByteArray &line : request.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            values.append(line.sliced(name.size() + 1).trimmed());
    }
    return values.size() == 1 ? values.first() : QByteArray();
}

} // namespace

/// What every request looks like and what is done with no request.
class TestTransport : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<TransportFixture>(); }

    void anyStatusIsAnAnswer_data();
    void anyStatusIsAnAnswer();
    void everyRequestLooksTheSame_data();
    void everyRequestLooksTheSame();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void cookiesAreNeitherKeptNorSent();
    void answersAreNotUnpacked();
    void aPostIsNeverRepeated_data();
    void aPostIsNeverRepeated();
    void credentialsAreNotOffered_data();
    void credentialsAreNotOffered();
    void proxiesAreNotAskedOnThisComputer();
    void theAnswerComesLaterThanTheCall();
    void deletingTheContextAborts();
    void deletingTheContextInItsAnswerIsFine();
    void deletingTheTransportEndsEverything();
    void copiesOfAnAnswerAreWhole();

private:
    std::unique_ptr<TransportFixture> m_fixture;
};

void TestTransport::anyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 204, 301, 302, 400, 401, 403, 404, 429, 500, 502, 503})
        QTest::addRow("%d", status) << status;
}

void TestTransport::anyStatusIsAnAnswer()
{
    QFETCH(int, status);
    const QByteArray body = status == 204 ? QByteArray() : QByteArray("{\"error\":1}");
    m_fixture->server.answer(status, body, json + "X-Usage: 7\r\n");
    const Result<Answer> got = m_fixture->get();
    QVERIFY2(got, got ? "" : qPrintable(got.error().what));
    QCOMPARE(got->status, status);
    QCOMPARE(got->body, body);
    QCOMPARE(got->header("x-usage"), QByteArray("7"));
    const Result<Answer> posted = m_fixture->post("a=b");
    QVERIFY2(posted, posted ? "" : qPrintable(posted.error().what));
    QCOMPARE(posted->status, status);
    QCOMPARE(posted->body, body);
}

void TestTransport::everyRequestLooksTheSame_data()
{
    QTest::addColumn<bool>("isPost");
    QTest::newRow("GET") << false;
    QTest::newRow("POST") << true;
}

void TestTransport::everyRequestLooksTheSame()
{
    QFETCH(bool, isPost);
    m_fixture->server.answer(200, "{}");
    QVERIFY(isPost ? m_fixture->post("client_id=1&client_secret=a%2Bb") : m_fixture->get());
    const QByteArray request = m_fixture->server.requests().value(0);
    QVERIFY(
        request.startsWith(isPost ? "POST /path?access_token=x HTTP/1.1\r\n" : "GET /path?access_token=x HTTP/1.1"));
    QCOMPARE(header(request, "Accept"), QByteArray("application/json"));
    QCOMPARE(header(request, "Accept-Encoding"), QByteArray("identity"));
    QCOMPARE(header(request, "Accept-Language"), QByteArray("en"));
    QCOMPARE(header(request, "User-Agent"), QByteArray("TokenDesk/" TOKENDESK_VERSION));
    for (const char *name : {"Cookie", "Authorization", "Referer", "Origin", "Upgrade", "HTTP2-Settings"})
        QVERIFY2(!request.toLower().contains(QByteArray("\n") + QByteArray(name).toLower() + ':'), name);
    if (isPost) {
        QCOMPARE(m_fixture->server.body(0), QByteArray("client_id=1&client_secret=a%2Bb"));
        QCOMPARE(header(request, "Content-Length"), QByteArray("31"));
        QCOMPARE(header(request, "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    }
}

void TestTransport::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestTransport::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    ScriptedServer thief;
    thief.answer(200, "{}");
    m_fixture->server.answer(status, {}, "Location: " + thief.url(u"/stolen"_s).toLatin1() + "\r\n");
    QCOMPARE(statusOf(m_fixture->get()), status);
    QCOMPARE(statusOf(m_fixture->post("client_secret=x")), status);
    QVERIFY(m_fixture->get(QUrl(thief.url(u"/later"_s)), largestAnswer)); // what was sent before is here by now
    QCOMPARE(thief.requests().size(), 1);
    QVERIFY(thief.requests().first().startsWith("GET /later "));
    QCOMPARE(m_fixture->server.requests().size(), 2);
}

void TestTransport::cookiesAreNeitherKeptNorSent()
{
    m_fixture->server.answer(200, "{}", "Set-Cookie: a=b; Path=/\r\n");
    QVERIFY(m_fixture->get());
    QVERIFY(m_fixture->transport.cookieJar()->cookiesForUrl(m_fixture->url()).isEmpty());
    QVERIFY(m_fixture->get());
    QVERIFY(!m_fixture->server.requests().value(1).contains("a=b"));
}

void TestTransport::answersAreNotUnpacked()
{
    m_fixture->server.answer(200, "\x1F\x8B\x08", "Content-Encoding: gzip\r\n");
    QCOMPARE(bodyOf(m_fixture->get()), QByteArray("\x1F\x8B\x08"));
}

void TestTransport::aPostIsNeverRepeated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<End>("end");
    QTest::newRow("closed without an answer") << QByteArray() << End::Close;
    QTest::newRow("reset without an answer") << QByteArray() << End::Reset;
    QTest::newRow("closed within the status line") << QByteArray("HTTP/1.1 2") << End::Close;
    QTest::newRow("closed within the headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-") << End::Close;
    QTest::newRow("closed within the body")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{") << End::Close;
    QTest::newRow("reset within the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{") << End::Reset;
}

void TestTransport::aPostIsNeverRepeated()
{
    QFETCH(QByteArray, bytes);
    QFETCH(End, end);
    m_fixture->server.script({bytes, end});
    m_fixture->server.answer(200, "{}");
    const Result<Answer> answer = m_fixture->post("code=once");
    QVERIFY(!answer);
    QCOMPARE(kindOf(answer), u"Offline"_s);
    QVERIFY(m_fixture->get()); // what was sent before is here by now
    QCOMPARE(m_fixture->server.requests().size(), 2);
    QVERIFY(m_fixture->server.requests().last().startsWith("GET "));
}

void TestTransport::credentialsAreNotOffered_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"x\"");
    QTest::newRow("Digest") << QByteArray("Digest realm=\"x\", nonce=\"y\", qop=\"auth\"");
    QTest::newRow("OAuth") << QByteArray("OAuth \"Facebook Platform\" \"invalid_token\" \"x\"");
}

void TestTransport::credentialsAreNotOffered()
{
    QFETCH(QByteArray, challenge);
    connect(&m_fixture->transport, &QNetworkAccessManager::authenticationRequired, this,
            [](QNetworkReply *, QAuthenticator *authenticator) { authenticator->setUser(u"client"_s); });
    m_fixture->server.answer(401, "{\"error\":\"invalid_client\"}", json + "WWW-Authenticate: " + challenge + "\r\n");
    for (const Result<Answer> &answer : {m_fixture->post("client_secret=x"), m_fixture->get()}) {
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
        QCOMPARE(answer->status, 401);
        QCOMPARE(answer->body, QByteArray("{\"error\":\"invalid_client\"}"));
    }
    QCOMPARE(m_fixture->server.requests().size(), 2);
    for (const QByteArray &request : m_fixture->server.requests())
        QVERIFY(!request.toLower().contains("authorization:"));
}

void TestTransport::proxiesAreNotAskedOnThisComputer()
{
    ScriptedServer proxy;
    proxy.answer(200, "proxied");
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort(), u"user"_s, u"password"_s));
    m_fixture->server.answer(200, "direct");
    const Result<Answer> direct = m_fixture->get();
    std::optional<Result<Answer>> elsewhere;
    m_fixture->transport.get(QUrl(u"http://example.invalid/"_s), largestAnswer, this,
                             [&elsewhere](Result<Answer> answer) { elsewhere = std::move(answer); });
    QTRY_VERIFY(elsewhere.has_value());
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QCOMPARE(bodyOf(direct), QByteArray("direct"));
    QCOMPARE(bodyOf(*elsewhere), QByteArray("proxied"));
    QCOMPARE(proxy.requests().size(), 1);
}

void TestTransport::theAnswerComesLaterThanTheCall()
{
    int calls = 0;
    for (const QUrl &address :
         {m_fixture->url(), QUrl(u"gopher://127.0.0.1/"_s), QUrl(u"http://127.0.0.1:1/"_s), QUrl()})
        m_fixture->transport.get(address, largestAnswer, this, [&calls](const Result<Answer> &) { ++calls; });
    m_fixture->server.answer(200, "{}");
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 4);
}

void TestTransport::deletingTheContextAborts()
{
    m_fixture->server.script({{}, End::Hang});
    auto context = std::make_unique<QObject>();
    bool called = false;
    m_fixture->transport.get(m_fixture->url(), largestAnswer, context.get(),
                             [&called](const Result<Answer> &) { called = true; });
    QTRY_COMPARE(m_fixture->server.requests().size(), 1);
    const auto replies = [this] { return m_fixture->transport.findChildren<QNetworkReply *>().size(); };
    QCOMPARE(replies(), 1);
    context.reset();
    QTRY_COMPARE(replies(), 0);
    QVERIFY(!called);
}

void TestTransport::deletingTheContextInItsAnswerIsFine()
{
    m_fixture->server.answer(200, "{}");
    auto *context = new QObject;
    bool called = false;
    m_fixture->transport.get(m_fixture->url(), largestAnswer, context, [&called, context](const Result<Answer> &) {
        called = true;
        delete context;
    });
    QTRY_VERIFY(called);
    QTRY_VERIFY(m_fixture->transport.findChildren<QNetworkReply *>().isEmpty());
}

void TestTransport::deletingTheTransportEndsEverything()
{
    m_fixture->server.script({{}, End::Hang});
    QObject context;
    bool called = false;
    m_fixture->transport.get(m_fixture->url(), largestAnswer, &context,
                             [&called](const Result<Answer> &) { called = true; });
    m_fixture->transport.QNetworkAccessManager::post(QNetworkRequest(m_fixture->url()), QByteArray("a=b"));
    QTRY_COMPARE(m_fixture->server.requests().size(), 2);
    m_fixture.reset();
    settle();
    QVERIFY(!called);
}

void TestTransport::copiesOfAnAnswerAreWhole()
{
    QByteArray body;
    Answer outer;
    {
        const Answer first{.status = 200, .body = QByteArray(64, 'x'), .headers = {}};
        outer = first;
        Answer second = std::move(outer);
        outer = std::move(second);
        body = outer.body;
    }
    QCOMPARE(outer.body, QByteArray(64, 'x'));
    outer = {};
    QCOMPARE(body, QByteArray(64, 'x'));
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
