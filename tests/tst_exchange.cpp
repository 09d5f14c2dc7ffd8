// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/signintrial.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

class ExchangeTest : public QObject
{
    Q_OBJECT
private slots:
    void tokenEndpointIsTakenAtItsWord_data();
    void tokenEndpointIsTakenAtItsWord();
    void codeIsSentOnce_data();
    void codeIsSentOnce();
    void redirectOfTheTokenEndpointIsNotFollowed_data();
    void redirectOfTheTokenEndpointIsNotFollowed();
    void hugeAnswerIsNotRead();
    void anAnswerOfAnotherIssuerIsNotExchanged_data();
    void anAnswerOfAnotherIssuerIsNotExchanged();
    void aStandardServerIsAskedAsItWants();

private:
    QTemporaryDir m_folder{};
    ManualClock m_clock{};
    CertificateStore m_certificates{m_folder.path(), m_clock};
};

void ExchangeTest::tokenEndpointIsTakenAtItsWord_data()
{
    QTest::addColumn<ScriptedServer::Reply>("reply");
    QTest::addColumn<ErrorKind>("kind");
    const auto http = [](const QByteArray &status, const QByteArray &body,
                         const QByteArray &type = "application/json") -> ScriptedServer::Reply {
        return {.bytes = "HTTP/1.1 " + status + "\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body};
    };
    QTest::newRow("used code, in Instagram's shape")
        << http("400 Bad Request",
                R"({"error_type":"OAuthException","code":400,)"
                R"("error_message":"Matching code was not found or was already used"})")
        << ErrorKind::Rejected;
    QTest::newRow("wrong secret, in Graph's shape")
        << http("400 Bad Request",
                R"({"error":{"message":"Error validating client secret.","type":"OAuthException","code":1}})")
        << ErrorKind::Misconfigured;
    QTest::newRow("RFC 6749") << http("400 Bad Request", R"({"error":"invalid_grant"})") << ErrorKind::Rejected;
    QTest::newRow("error with status 200")
        << http("200 OK", R"({"error":{"message":"x","type":"OAuthException","code":4}})") << ErrorKind::RateLimited;
    QTest::newRow("server trouble") << http("503 Unavailable", "down", "text/plain") << ErrorKind::ServerTrouble;
    QTest::newRow("page of a captive portal") << http("200 OK", "<html></html>", "text/html") << ErrorKind::Malformed;
    QTest::newRow("nothing") << http("200 OK", "") << ErrorKind::Malformed;
    QTest::newRow("no token") << http("200 OK", "{}") << ErrorKind::Malformed;
    QTest::newRow("broken JSON") << http("200 OK", SignInTrial::goodAnswer.chopped(3)) << ErrorKind::Malformed;
    QTest::newRow("hang") << ScriptedServer::Reply{.end = ScriptedServer::End::Hang} << ErrorKind::TimedOut;
    QTest::newRow("hang after the headers")
        << ScriptedServer::Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{",
                                 .end = ScriptedServer::End::Hang}
        << ErrorKind::TimedOut;
    QTest::newRow("reset") << ScriptedServer::Reply{.end = ScriptedServer::End::Reset} << ErrorKind::Offline;
    QTest::newRow("closed") << ScriptedServer::Reply{} << ErrorKind::Offline;
}

void ExchangeTest::tokenEndpointIsTakenAtItsWord()
{
    QFETCH(ScriptedServer::Reply, reply);
    SignInTrial trial(m_certificates);
    trial.request.tokenLimit = 400ms;
    trial.server.script(reply);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QVERIFY(trial.error);
    QTEST(trial.error->kind, "kind");
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->header("Location"), "/instagram/failed");
    const auto page = trial.visit("/instagram/failed");
    QVERIFY(page->waitClosed());
    QCOMPARE(page->element("h1"), "The sign-in did not work");
    QTRY_COMPARE(trial.finished->count(), 1);
    QVERIFY(trial.portIsClosed());
    trial.signIn.reset(); // from here on nothing more is sent
    QVERIFY(trial.server.catchUp());
    QCOMPARE(trial.server.requests().size(), 1);
    QCOMPARE(trial.calls, 1);
}

void ExchangeTest::codeIsSentOnce_data()
{
    QTest::addColumn<ScriptedServer::Reply>("reply");
    QTest::newRow("connection closed without an answer") << ScriptedServer::Reply{};
    QTest::newRow("connection reset") << ScriptedServer::Reply{.end = ScriptedServer::End::Reset};
    QTest::newRow("half an answer") << ScriptedServer::Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Le"};
    const QByteArray unauthorized = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nWWW-Authenticate: ";
    QTest::newRow("Basic authentication wanted")
        << ScriptedServer::Reply{.bytes = unauthorized + "Basic realm=\"x\"\r\n\r\n"};
    QTest::newRow("Basic authentication wanted, connection kept")
        << ScriptedServer::Reply{.bytes = unauthorized + "Basic realm=\"x\"\r\n\r\n", .end = ScriptedServer::End::Hang};
}

void ExchangeTest::codeIsSentOnce()
{
    QFETCH(ScriptedServer::Reply, reply);
    SignInTrial trial(m_certificates);
    trial.request.tokenLimit = 2s;
    trial.server.script(reply);
    trial.server.answer(200, SignInTrial::goodAnswer); // for a second request, which must not come
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QVERIFY(trial.error);
    trial.signIn.reset(); // from here on nothing more is sent
    QVERIFY(trial.server.catchUp());
    QCOMPARE(trial.server.requests().size(), 1);
}

void ExchangeTest::redirectOfTheTokenEndpointIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const QByteArray status : {"301", "302", "303", "307", "308"})
        QTest::newRow(status.constData()) << status;
}

void ExchangeTest::redirectOfTheTokenEndpointIsNotFollowed()
{
    QFETCH(QByteArray, status);
    ScriptedServer spy;
    spy.answer(200, SignInTrial::goodAnswer);
    SignInTrial trial(m_certificates);
    trial.server.script({"HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + spy.url(u"/steal"_s).toLatin1()
                         + "\r\nContent-Length: 0\r\n\r\n"});
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QVERIFY(trial.error);
    trial.signIn.reset(); // from here on nothing more is sent
    QVERIFY(spy.catchUp());
    QVERIFY(trial.server.catchUp());
    QCOMPARE(spy.requests().size(), 0);
    QCOMPARE(trial.server.requests().size(), 1);
}

void ExchangeTest::hugeAnswerIsNotRead()
{
    constexpr qint64 size = 240 * 1024 * 1024;
    const QByteArray piece(64 * 1024, 'x');
    SignInTrial trial(m_certificates);
    trial.server.script({.bytes = "HTTP/1.1 200 OK\r\n\r\n" + piece, .repeat = int(size / piece.size())});
    SignInTrial lengthTold(m_certificates);
    lengthTold.server.script(
        {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 251658240\r\n\r\n" + piece, .repeat = int(size / piece.size())});
    for (SignInTrial *one : {&trial, &lengthTold}) {
        one->start();
        QTRY_COMPARE(one->browser->count(), 1);
        const auto browser = one->comeBack();
        QTRY_COMPARE(one->calls, 1);
        QCOMPARE(one->error->kind, ErrorKind::Malformed);
        QVERIFY2(one->server.bytesSent() < size / 4, qPrintable(QString::number(one->server.bytesSent())));
    }
}

void ExchangeTest::anAnswerOfAnotherIssuerIsNotExchanged_data()
{
    QTest::addColumn<bool>("named"); // by the provider's file: its redirects say who it is
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("exchanged");
    const QByteArray right = "iss=https%3A%2F%2Fexample.org";
    QTest::newRow("the right one") << true << "code=A&" + right << true;
    QTest::newRow("the right one, of a server that need not say it") << false << "code=A&" + right << true;
    QTest::newRow("none, of a server that need not say it") << false << QByteArray("code=A") << true;
    QTest::newRow("none") << true << QByteArray("code=A") << false;
    QTest::newRow("empty") << true << QByteArray("code=A&iss=") << false;
    QTest::newRow("another") << true << QByteArray("code=A&iss=https%3A%2F%2Fevil.example") << false;
    QTest::newRow("another, of a server that need not say it")
        << false << QByteArray("code=A&iss=https%3A%2F%2Fevil.example") << false;
    QTest::newRow("with a slash") << true << QByteArray("code=A&iss=https%3A%2F%2Fexample.org%2F") << false;
    QTest::newRow("in another case") << true << QByteArray("code=A&iss=https%3A%2F%2FExample.org") << false;
    QTest::newRow("encoded twice") << true << QByteArray("code=A&iss=https%253A%252F%252Fexample.org") << false;
    QTest::newRow("an error of another") << true << QByteArray("error=access_denied&iss=https%3A%2F%2Fevil.example")
                                         << false;
}

// A5, C16, RFC 9207 2.4.
void ExchangeTest::anAnswerOfAnotherIssuerIsNotExchanged()
{
    QFETCH(bool, named);
    QFETCH(QByteArray, query);
    QFETCH(bool, exchanged);
    SignInTrial trial(m_certificates);
    trial.request.provider.issuer = u"https://example.org"_s;
    trial.request.provider.namesIssuer = named;
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack(query);
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(!trial.token.isEmpty(), exchanged);
    QCOMPARE(trial.server.requests().size(), exchanged ? 1 : 0);
    if (!exchanged)
        QCOMPARE(trial.error->hint, ErrorHint::OtherIssuer);
}

void ExchangeTest::aStandardServerIsAskedAsItWants()
{
    SignInTrial trial(m_certificates);
    trial.request.provider.family = Family::Standard;
    trial.request.provider.clientAuthentication = ClientAuthentication::Header;
    trial.server.answer(200, R"({"access_token":"abc","token_type":"Bearer","user_id":"22AB"})");
    const QByteArray pair = trial.request.clientId.toUtf8().toPercentEncoding() + ":0123456789abcdef";
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.token, u"abc"_s); // what is Instagram's own is not looked for
    const QMap<QByteArray, QByteArray> form = formOf(trial.server.body(0));
    QVERIFY(!form.contains("client_secret") && !form.contains("client_id"));
    const QByteArray header = "\r\nauthorization: basic " + pair.toBase64().toLower() + "\r\n";
    QVERIFY(trial.server.requests().value(0).toLower().contains(header));
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "tst_exchange.moc"
