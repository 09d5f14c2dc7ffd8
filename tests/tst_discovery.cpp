// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/discovery.h"
#include "support/scriptedserver.h"

#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// Asking a server what it is, over real sockets.
class TestDiscovery : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_discovery.reset(); }

    void theFirstAddressIsEnough();
    void theNextAddressIsAskedWhereNothingIs_data();
    void theNextAddressIsAskedWhereNothingIs();
    void threeAddressesWhereThereIsAPath();
    void nothingAnywhere();
    void aRedirectIsNotFollowed_data();
    void aRedirectIsNotFollowed();
    void aDescriptionOfAnotherEndsIt();
    void garbageEndsIt_data();
    void garbageEndsIt();
    void aHugeAnswerIsNotReadToItsEnd();
    void offline();
    void aServerThatHangsIsGivenUp();
    void deletedWhileARequestIsOut();
    void nothingOfThePersonGoesOut();

private:
    void ask(const QString &path = {});
    void askFor(const QString &typed);
    QString end();
    QByteArray description(const QString &path = {}) const;
    QByteArrayList lines() const;

    std::unique_ptr<ScriptedServer> m_server;
    Transport m_transport;
    GraphClient m_graph{m_transport};
    std::unique_ptr<Discovery> m_discovery;
    std::optional<ServerMetadata> m_said;
    std::optional<Error> m_error;
};

void TestDiscovery::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_transport.setTimeLimit(30s);
    m_said.reset();
    m_error.reset();
}

void TestDiscovery::ask(const QString &path)
{
    askFor(m_server->url(path));
}

void TestDiscovery::askFor(const QString &typed)
{
    const Result<QString> issuer = readIssuer(typed);
    QVERIFY(issuer);
    m_discovery = std::make_unique<Discovery>(m_graph, *issuer);
    connect(m_discovery.get(), &Discovery::found, this, [this](const ServerMetadata &said) { m_said = said; });
    connect(m_discovery.get(), &Discovery::failed, this, [this](const Error &error) { m_error = error; });
    m_discovery->start();
}

/// "found", or what went wrong.
QString TestDiscovery::end()
{
    if (!QTest::qWaitFor([this] { return m_said || m_error; }, 20'000))
        return u"no end"_s;
    return m_said ? u"found"_s : nameOf(m_error->kind);
}

QByteArray TestDiscovery::description(const QString &path) const
{
    QByteArray json = R"({"issuer":"SERVER","authorization_endpoint":"SERVER/a","token_endpoint":"SERVER/t"})";
    return json.replace("SERVER", m_server->url(path).toLatin1());
}

/// The first line of each request.
QByteArrayList TestDiscovery::lines() const
{
    QByteArrayList first;
    for (const QByteArray &request : m_server->requests())
        first.append(request.first(request.indexOf(" HTTP")));
    return first;
}

void TestDiscovery::theFirstAddressIsEnough()
{
    m_server->answer(200, description());
    ask();
    QVERIFY(!m_said && !m_error); // later, as every operation ends
    QCOMPARE(end(), u"found"_s);
    QCOMPARE(m_said->token, QUrl(m_server->url(u"/t"_s)));
    QCOMPARE(lines(), QByteArrayList{"GET /.well-known/oauth-authorization-server"});
}

void TestDiscovery::theNextAddressIsAskedWhereNothingIs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (const int status : {400, 401, 403, 404, 405, 410})
        QTest::addRow("%d", status) << status << QByteArray("no");
    QTest::newRow("a page for everything") << 200 << QByteArray("<!doctype html><title>Sign in</title>");
    QTest::newRow("JSON that says so") << 404 << QByteArray(R"({"error":"not_found"})");
    QTest::newRow("a redirect") << 302 << QByteArray();
}

void TestDiscovery::theNextAddressIsAskedWhereNothingIs()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    m_server->answer(status, body, "Content-Type: text/html\r\nLocation: /login\r\n");
    m_server->answer(200, description());
    ask();
    QCOMPARE(end(), u"found"_s);
    QCOMPARE(lines(),
             QByteArrayList({"GET /.well-known/oauth-authorization-server", "GET /.well-known/openid-configuration"}));
}

void TestDiscovery::threeAddressesWhereThereIsAPath()
{
    m_server->answer(404, {});
    m_server->answer(404, {});
    m_server->answer(200, description(u"/realms/shop"_s));
    ask(u"/realms/shop/"_s);
    QCOMPARE(end(), u"found"_s);
    QCOMPARE(m_said->issuer, m_server->url(u"/realms/shop"_s));
    QCOMPARE(lines(),
             QByteArrayList({"GET /.well-known/oauth-authorization-server/realms/shop",
                             "GET /realms/shop/.well-known/openid-configuration",
                             "GET /.well-known/openid-configuration/realms/shop"}));
}

void TestDiscovery::nothingAnywhere()
{
    m_server->answer(404, "no");
    ask();
    QCOMPARE(end(), u"InvalidInput"_s);
    QCOMPARE(m_error->httpStatus, 404);
    QCOMPARE(lines().size(), 2);
}

void TestDiscovery::aRedirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

// Who can redirect could otherwise name any server inside this network.
void TestDiscovery::aRedirectIsNotFollowed()
{
    QFETCH(const int, status);
    ScriptedServer other;
    other.answer(200, description());
    m_server->answer(status, {}, "Location: " + other.url(u"/"_s).toLatin1() + "\r\n");
    ask();
    QCOMPARE(end(), u"ServerTrouble"_s);
    QCOMPARE(m_error->hint, ErrorHint::Portal);
    QVERIFY(other.requests().isEmpty());
}

void TestDiscovery::aDescriptionOfAnotherEndsIt()
{
    m_server->answer(200, description(u"/other"_s));
    m_server->answer(200, description());
    ask();
    QCOMPARE(end(), u"Malformed"_s);
    QCOMPARE(m_error->hint, ErrorHint::OtherIssuer);
    QCOMPARE(m_error->message, m_server->url(u"/other"_s));
    QCOMPARE(lines().size(), 1);
}

void TestDiscovery::garbageEndsIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::newRow("no JSON") << 200 << QByteArray("hello") << u"Malformed"_s;
    QTest::newRow("nothing") << 200 << QByteArray() << u"Malformed"_s;
    QTest::newRow("another JSON") << 200 << QByteArray(R"({"hello":"world"})") << u"Malformed"_s;
    QTest::newRow("repeated") << 200 << QByteArray(R"({"issuer":"a","issuer":"b"})") << u"Malformed"_s;
    QTest::newRow("trouble") << 503 << QByteArray("no") << u"ServerTrouble"_s;
    QTest::newRow("too often") << 429 << QByteArray("no") << u"RateLimited"_s;
    QTest::newRow("a network's own page") << 511 << QByteArray("<html>") << u"ServerTrouble"_s;
}

void TestDiscovery::garbageEndsIt()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    m_server->answer(status, body);
    ask();
    QTEST(end(), "kind");
    QVERIFY(!m_error->what.isEmpty());
    QCOMPARE(lines().size(), 1);
}

void TestDiscovery::aHugeAnswerIsNotReadToItsEnd()
{
    m_server->script({.bytes = "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(64 * 1024, ' '), .repeat = 1000});
    ask();
    QCOMPARE(end(), u"Malformed"_s);
    QVERIFY(m_server->bytesSent() < 32 * 1024 * 1024);
}

void TestDiscovery::offline()
{
    askFor(u"http://127.0.0.1:1"_s); // nothing listens there
    QCOMPARE(end(), u"Offline"_s);
}

void TestDiscovery::aServerThatHangsIsGivenUp()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    m_transport.setTimeLimit(200ms);
    ask();
    QCOMPARE(end(), u"TimedOut"_s);
    QCOMPARE(lines().size(), 1); // the others would hang as well
}

void TestDiscovery::deletedWhileARequestIsOut()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    ask();
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_discovery.reset();
    QTRY_VERIFY(m_server->findChildren<QTcpSocket *>().isEmpty()); // the request is given up
    QVERIFY(!m_said && !m_error);
}

void TestDiscovery::nothingOfThePersonGoesOut()
{
    m_server->answer(200, description());
    ask();
    QCOMPARE(end(), u"found"_s);
    const QByteArray request = m_server->requests().value(0).toLower();
    QVERIFY(!request.contains("\r\nauthorization:") && !request.contains("\r\ncookie:"));
    QVERIFY(request.contains("\r\naccept: application/json\r\n"));
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
