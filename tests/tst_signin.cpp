// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/pkce.h"
#include "signin/signin.h"
#include "support/manualclock.h"
#include "support/rawclient.h"
#include "support/scriptedserver.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

const QByteArray goodAnswer = R"({"access_token":"IGAAsignintest0123456789","user_id":27640875392278831,)"
                              R"("permissions":["instagram_business_basic"]})";

/// A query or form body: what a server reads, each value decoded once by form rules.
QMap<QByteArray, QByteArray> formOf(const QByteArray &encoded)
{
    QMap<QByteArray, QByteArray> form;
    for (const QByteArray &pair : encoded.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        QByteArray value = pair.sliced(equals + 1);
        value.replace('+', ' ');
        form.insert(pair.first(equals), QByteArray::fromPercentEncoding(value));
    }
    return form;
}

/// One attempt with everything around it: the provider's token endpoint, a clock, the person's browser.
struct Trial
{
    explicit Trial(CertificateStore &store, const QString &scheme = u"http"_s)
        : certificates(store)
        , port(freePort())
    {
        request.provider.id = u"trial"_s;
        request.provider.family = Family::Instagram;
        request.provider.endpoints.authorize = QUrl(u"https://www.instagram.example/oauth/authorize"_s);
        request.provider.endpoints.token = QUrl(server.url(u"/oauth/access_token"_s));
        request.provider.scopeSeparator = u","_s;
        request.clientId = u"1234567890"_s;
        request.clientSecret = Secret("0123456789abcdef");
        request.scopes = {u"instagram_business_basic"_s, u"instagram_business_manage_insights"_s};
        request.redirectAddresses = {u"%1://localhost:%2/instagram/"_s.arg(scheme, QString::number(port))};
        wire = scheme == "https"_L1 ? Wire::Https : Wire::Http;
    }

    void make()
    {
        signIn = std::make_unique<SignIn>(std::move(request), certificates, clock,
                                          [this](Result<Grant> result) { take(std::move(result)); });
        browser = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::browserRequested);
        code = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::codeReceived);
        foreign = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::foreignRequest);
        finished = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::finished);
    }

    void start()
    {
        make();
        signIn->start();
    }

    void take(Result<Grant> result)
    {
        ++calls;
        if (result)
            token = result->token.toText();
        else
            error = result.error();
        if (atDone)
            atDone();
    }

    QMap<QByteArray, QByteArray> authorization() const
    {
        return formOf(signIn->authorizationUrl().query(QUrl::FullyEncoded).toLatin1());
    }
    QByteArray state() const { return authorization().value("state"); }
    QString answer(const QByteArray &query) const
    {
        return signIn->redirectAddress() + u'?' + QString::fromLatin1(query + "&state=" + state());
    }
    /// What the browser does when it is sent to this path here.
    std::unique_ptr<RawClient> visit(const QByteArray &target) const
    {
        auto client = std::make_unique<RawClient>(wire, port);
        client->send("GET " + target + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\n\r\n");
        return client;
    }
    std::unique_ptr<RawClient> comeBack(const QByteArray &query = "code=AQB-1_x") const
    {
        return visit("/instagram/?" + query + "&state=" + state());
    }
    bool portIsClosed() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return !socket.waitForConnected(1000);
    }

    ScriptedServer server{};
    ManualClock clock{};
    CertificateStore &certificates;
    SignIn::Request request{};
    quint16 port;
    Wire wire = Wire::Http;
    int calls = 0;
    QString token{};
    std::optional<Error> error{};
    std::function<void()> atDone{};
    std::unique_ptr<SignIn> signIn{};
    std::unique_ptr<QSignalSpy> browser{};
    std::unique_ptr<QSignalSpy> code{};
    std::unique_ptr<QSignalSpy> foreign{};
    std::unique_ptr<QSignalSpy> finished{};
};

QByteArray headingOf(const RawClient &client)
{
    const QByteArray html = client.body();
    const qsizetype begin = html.indexOf("<h1>") + 4;
    return html.sliced(begin, html.indexOf("</h1>") - begin);
}

/// Where an attempt can be when it ends before its time.
enum class Step { Made, Started, Listening, HalfRequest, ForeignRequest, PostOut, AnswerOnTheWay, Granted, Shown };

void addSteps()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("made") << Step::Made;
    QTest::newRow("started") << Step::Started;
    QTest::newRow("listening") << Step::Listening;
    QTest::newRow("half a request") << Step::HalfRequest;
    QTest::newRow("a foreign request") << Step::ForeignRequest;
    QTest::newRow("token request out") << Step::PostOut;
    QTest::newRow("answer on the way") << Step::AnswerOnTheWay;
    QTest::newRow("granted") << Step::Granted;
    QTest::newRow("browser sent to its page") << Step::Shown;
}

} // namespace

Q_DECLARE_METATYPE(Step)

class SignInTest : public QObject
{
    Q_OBJECT
private slots:
    void getsAToken_data();
    void getsAToken();
    void authorizationAddressSaysWhatIsAsked();
    void tokenRequestIsExactToTheByte_data();
    void tokenRequestIsExactToTheByte();
    void pkceIsSentWhereTheProviderTakesIt();
    void optionalParametersAreSentWhenAskedFor();
    void everyAttemptHasItsOwnState();
    void untrustworthyAddressIsRefused_data();
    void untrustworthyAddressIsRefused();
    void takenPortsAreReported();
    void failingCertificateIsReported();
    void wrongStateChangesNothing();
    void denialIsTold();
    void tokenEndpointIsTakenAtItsWord_data();
    void tokenEndpointIsTakenAtItsWord();
    void codeIsSentOnce_data();
    void codeIsSentOnce();
    void redirectOfTheTokenEndpointIsNotFollowed_data();
    void redirectOfTheTokenEndpointIsNotFollowed();
    void hugeAnswerIsNotRead();
    void secondRedirectMakesNoSecondRequest();
    void pastedAddressGetsATokenToo();
    void attemptsStayApart();
    void patienceEnds();
    void patienceIsExtended();
    void patienceDoesNotEndTheExchange();
    void browserIsToldTheTruth_data();
    void browserIsToldTheTruth();
    void endsOnceWhenCancelled_data();
    void endsOnceWhenCancelled();
    void canBeDeletedAnyTime_data();
    void canBeDeletedAnyTime();
    void canBeDeletedByItsOwnSignals_data();
    void canBeDeletedByItsOwnSignals();

private:
    void advanceTo(Trial &trial, Step step);

    QTemporaryDir m_folder{};
    ManualClock m_clock{};
    CertificateStore m_certificates{m_folder.path(), m_clock};
    std::unique_ptr<RawClient> m_browser{};
};

void SignInTest::getsAToken_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("https") << u"https"_s;
}

void SignInTest::getsAToken()
{
    QFETCH(QString, scheme);
    Trial trial(m_certificates, scheme);
    trial.server.answer(200, goodAnswer);
    trial.start();
    QVERIFY(trial.browser->isEmpty()); // later, never inside the call
    QTRY_COMPARE(trial.browser->count(), 1);
    QCOMPARE(trial.browser->first().first().toUrl(), trial.signIn->authorizationUrl());
    QCOMPARE(trial.signIn->redirectAddress(), u"%1://localhost:%2/instagram/"_s.arg(scheme).arg(trial.port));
    QCOMPARE(trial.signIn->certificateFingerprint().isEmpty(), scheme == "http"_L1);

    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.token, u"IGAAsignintest0123456789"_s);
    QCOMPARE(trial.code->count(), 1);
    QCOMPARE(trial.foreign->count(), 0);
    QVERIFY(browser->received().isEmpty()); // held until the token is stored
    trial.signIn->showInBrowser(BrowserPage::Connected);
    QVERIFY(browser->waitClosed());
    const auto page = trial.visit(browser->header("Location"));
    QVERIFY(page->waitClosed());
    QCOMPARE(headingOf(*page), "The account is connected");
    QTRY_COMPARE(trial.finished->count(), 1);
    QVERIFY(trial.portIsClosed());
    QCOMPARE(trial.server.requests().size(), 1);
    QCOMPARE(trial.calls, 1);
}

void SignInTest::authorizationAddressSaysWhatIsAsked()
{
    Trial trial(m_certificates);
    trial.request.clientId = u"12 34&5+6"_s;
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const QByteArray url = trial.signIn->authorizationUrl().toEncoded();
    QVERIFY(url.startsWith("https://www.instagram.example/oauth/authorize?"));
    const auto parameters = trial.authorization();
    QCOMPARE(parameters.value("client_id"), "12 34&5+6");
    QCOMPARE(parameters.value("redirect_uri"), trial.signIn->redirectAddress().toUtf8());
    QCOMPARE(parameters.value("response_type"), "code");
    QCOMPARE(parameters.value("scope"), "instagram_business_basic,instagram_business_manage_insights");
    QCOMPARE(parameters.value("state").size(), 43);
    QCOMPARE(parameters.size(), 5); // no code_challenge, no client_secret, nothing of Qt's own
    QCOMPARE(url.count('&'), 4);
}

void SignInTest::tokenRequestIsExactToTheByte_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("code"); // as the server made it
    QTest::newRow("hexadecimal, as Meta makes them") << QByteArray("0123456789abcdef") << QByteArray("AQB-plain_1");
    QTest::newRow("everything that can go wrong") << QByteArray("s3cr+t/&=%41% #?") << QByteArray("4/0A+b%2Bc=&d#e f");
    QTest::newRow("not ASCII") << QByteArray("gehe\xC3\xAFm") << QByteArray("\xC3\xA4");
}

void SignInTest::tokenRequestIsExactToTheByte()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, code);
    Trial trial(m_certificates);
    trial.request.clientSecret = Secret(secret);
    trial.server.answer(200, goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const QByteArray redirect = trial.authorization().value("redirect_uri");
    const auto browser = trial.comeBack("code=" + code.toPercentEncoding());
    QTRY_COMPARE(trial.calls, 1);

    const QByteArray request = trial.server.requests().first();
    QVERIFY(request.startsWith("POST /oauth/access_token HTTP/1.1\r\n"));
    QVERIFY(request.toLower().contains("\r\ncontent-type: application/x-www-form-urlencoded\r\n"));
    QVERIFY(!request.toLower().contains("\r\nauthorization:"));
    QVERIFY(!request.toLower().contains("\r\ncookie:"));
    const QByteArray body = trial.server.body(0);
    QVERIFY(!body.contains('+')); // a form decoder would read a space
    QVERIFY(!body.contains("%25"
                           "2B")
            || code.contains("%2B")); // nothing is encoded twice
    const auto form = formOf(body);
    QCOMPARE(form.value("client_id"), "1234567890");
    QCOMPARE(form.value("client_secret"), secret);
    QCOMPARE(form.value("code"), code);
    QCOMPARE(form.value("grant_type"), "authorization_code");
    QCOMPARE(form.value("redirect_uri"), redirect);
    QCOMPARE(form.size(), 5);
    QCOMPARE(body.count('&'), 4);
}

void SignInTest::pkceIsSentWhereTheProviderTakesIt()
{
    Trial trial(m_certificates);
    trial.request.provider.pkce = true;
    trial.request.provider.scopeSeparator = u" "_s;
    trial.request.clientSecret = Secret();
    trial.server.answer(200, goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto asked = trial.authorization();
    QCOMPARE(asked.value("scope"), "instagram_business_basic instagram_business_manage_insights");
    QCOMPARE(asked.value("code_challenge_method"), "S256");
    QCOMPARE(asked.value("code_challenge").size(), 43);
    QVERIFY(!asked.contains("code_verifier"));
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    const auto form = formOf(trial.server.body(0));
    QCOMPARE(codeChallenge(Secret(form.value("code_verifier"))), asked.value("code_challenge"));
    QVERIFY(!form.contains("client_secret"));
}

void SignInTest::optionalParametersAreSentWhenAskedFor()
{
    const QList<OptionalParameter> optional{{.name = u"enable_fb_login"_s, .value = u"0"_s, .always = true},
                                            {.name = u"force_reauth"_s, .value = u"true"_s, .always = false},
                                            {.name = u"state"_s, .value = u"evil"_s, .always = true}};
    Trial plain(m_certificates);
    plain.request.provider.optionalParameters = optional;
    plain.start();
    QTRY_COMPARE(plain.browser->count(), 1);
    QCOMPARE(plain.authorization().value("enable_fb_login"), "0");
    QVERIFY(!plain.authorization().contains("force_reauth"));
    QCOMPARE(plain.state().size(), 43); // a provider file cannot override the protocol

    Trial forced(m_certificates);
    forced.request.provider.optionalParameters = optional;
    forced.request.extraParameters = {u"force_reauth"_s, u"unknown"_s};
    forced.start();
    QTRY_COMPARE(forced.browser->count(), 1);
    QCOMPARE(forced.authorization().value("force_reauth"), "true");
    QVERIFY(!forced.authorization().contains("unknown"));
}

void SignInTest::everyAttemptHasItsOwnState()
{
    QSet<QByteArray> states;
    for (int i = 0; i < 30; ++i) {
        Trial trial(m_certificates);
        trial.start();
        states.insert(trial.state());
    }
    QCOMPARE(states.size(), 30);
}

void SignInTest::untrustworthyAddressIsRefused_data()
{
    QTest::addColumn<QString>("authorize");
    QTest::addColumn<QString>("token");
    const QString good = u"https://provider.example/x"_s;
    for (const QString &bad :
         {u"http://provider.example/x"_s, u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"smb://host/share"_s,
          u"ms-settings:x"_s, u"-option"_s, u"http://127.0.0.1.example/x"_s, u""_s}) {
        QTest::newRow(qPrintable(u"authorize "_s + bad)) << bad << good;
        QTest::newRow(qPrintable(u"token "_s + bad)) << good << bad;
    }
}

void SignInTest::untrustworthyAddressIsRefused()
{
    QFETCH(QString, authorize);
    QFETCH(QString, token);
    Trial trial(m_certificates);
    trial.request.provider.endpoints.authorize = QUrl(authorize);
    trial.request.provider.endpoints.token = QUrl(token);
    trial.start();
    QCOMPARE(trial.calls, 0); // later, never inside the call
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::Misconfigured);
    QTRY_COMPARE(trial.finished->count(), 1);
    QCOMPARE(trial.browser->count(), 0);
}

void SignInTest::takenPortsAreReported()
{
    Trial trial(m_certificates);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, trial.port));
    trial.start();
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::PortTaken);
    QCOMPARE(trial.browser->count(), 0);
}

void SignInTest::failingCertificateIsReported()
{
    CertificateStore broken(u"/dev/null/nowhere"_s, m_clock);
    Trial trial(broken, u"https"_s);
    trial.start();
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::Storage);
}

void SignInTest::wrongStateChangesNothing()
{
    Trial trial(m_certificates);
    trial.server.answer(200, goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    for (const QByteArray target : {"/instagram/?code=EVIL&state=wrong", "/instagram/?error=access_denied",
                                    "/instagram/?error=access_denied&state=wrong", "/favicon.ico"}) {
        const auto stranger = trial.visit(target);
        QVERIFY(stranger->waitClosed());
        QVERIFY(stranger->status() >= 400);
        QCOMPARE(headingOf(*stranger), "This is not what TokenDesk waits for");
    }
    QTRY_COMPARE(trial.foreign->count(), 4);
    QCOMPARE(trial.calls, 0);
    QCOMPARE(trial.server.requests().size(), 0);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.token, u"IGAAsignintest0123456789"_s);
}

void SignInTest::denialIsTold()
{
    Trial trial(m_certificates);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack("error=access_denied&error_reason=user_denied"
                                        "&error_description=The+user+denied+your+request");
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::Denied);
    QCOMPARE(trial.code->count(), 0);
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->header("Location"), "/instagram/cancelled");
    QCOMPARE(trial.server.requests().size(), 0);
}

void SignInTest::tokenEndpointIsTakenAtItsWord_data()
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
    QTest::newRow("broken JSON") << http("200 OK", goodAnswer.chopped(3)) << ErrorKind::Malformed;
    QTest::newRow("hang") << ScriptedServer::Reply{.end = ScriptedServer::End::Hang} << ErrorKind::TimedOut;
    QTest::newRow("hang after the headers")
        << ScriptedServer::Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{",
                                 .end = ScriptedServer::End::Hang}
        << ErrorKind::TimedOut;
    QTest::newRow("reset") << ScriptedServer::Reply{.end = ScriptedServer::End::Reset} << ErrorKind::Offline;
    QTest::newRow("closed") << ScriptedServer::Reply{} << ErrorKind::Offline;
}

void SignInTest::tokenEndpointIsTakenAtItsWord()
{
    QFETCH(ScriptedServer::Reply, reply);
    Trial trial(m_certificates);
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
    QCOMPARE(headingOf(*page), "The sign-in did not work");
    QTRY_COMPARE(trial.finished->count(), 1);
    QVERIFY(trial.portIsClosed());
    QTest::qWait(50);
    QCOMPARE(trial.server.requests().size(), 1);
    QCOMPARE(trial.calls, 1);
}

void SignInTest::codeIsSentOnce_data()
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

void SignInTest::codeIsSentOnce()
{
    QFETCH(ScriptedServer::Reply, reply);
    Trial trial(m_certificates);
    trial.request.tokenLimit = 2s;
    trial.server.script(reply);
    trial.server.answer(200, goodAnswer); // for a second request, which must not come
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QVERIFY(trial.error);
    QTest::qWait(100);
    QCOMPARE(trial.server.requests().size(), 1);
}

void SignInTest::redirectOfTheTokenEndpointIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const QByteArray status : {"301", "302", "303", "307", "308"})
        QTest::newRow(status.constData()) << status;
}

void SignInTest::redirectOfTheTokenEndpointIsNotFollowed()
{
    QFETCH(QByteArray, status);
    ScriptedServer spy;
    spy.answer(200, goodAnswer);
    Trial trial(m_certificates);
    trial.server.script({"HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + spy.url(u"/steal"_s).toLatin1()
                         + "\r\nContent-Length: 0\r\n\r\n"});
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QVERIFY(trial.error);
    QTest::qWait(50);
    QCOMPARE(spy.requests().size(), 0);
    QCOMPARE(trial.server.requests().size(), 1);
}

void SignInTest::hugeAnswerIsNotRead()
{
    constexpr qint64 size = 60 * 1024 * 1024;
    const QByteArray piece(64 * 1024, 'x');
    Trial trial(m_certificates);
    trial.server.script({.bytes = "HTTP/1.1 200 OK\r\n\r\n" + piece, .repeat = int(size / piece.size())});
    Trial lengthTold(m_certificates);
    lengthTold.server.script(
        {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 62914560\r\n\r\n" + piece, .repeat = int(size / piece.size())});
    for (Trial *one : {&trial, &lengthTold}) {
        one->start();
        QTRY_COMPARE(one->browser->count(), 1);
        const auto browser = one->comeBack();
        QTRY_COMPARE(one->calls, 1);
        QCOMPARE(one->error->kind, ErrorKind::Malformed);
        QVERIFY2(one->server.bytesSent() < size / 4, qPrintable(QString::number(one->server.bytesSent())));
    }
}

void SignInTest::secondRedirectMakesNoSecondRequest()
{
    Trial trial(m_certificates);
    trial.server.script({.end = ScriptedServer::End::Hang});
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto first = trial.comeBack();
    const auto twin = trial.comeBack(); // a double click
    QTRY_COMPARE(trial.server.requests().size(), 1);
    const auto late = trial.comeBack("code=OTHER");
    QVERIFY(late->waitClosed());
    QCOMPARE(late->status(), 410);
    const auto refusal = trial.comeBack("error=access_denied");
    QVERIFY(refusal->waitClosed());
    QCOMPARE(refusal->status(), 410);
    QVERIFY(trial.signIn->useAddress(trial.answer("code=PASTED")));
    QTest::qWait(50);
    QCOMPARE(trial.server.requests().size(), 1);
    QCOMPARE(formOf(trial.server.body(0)).value("code"), "AQB-1_x");
    QCOMPARE(trial.calls, 0);
}

void SignInTest::pastedAddressGetsATokenToo()
{
    Trial trial(m_certificates, u"https"_s);
    trial.server.answer(200, goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    QCOMPARE(trial.signIn->useAddress(u"https://www.instagram.com/"_s).error(), RedirectRefusal::NotOurs);
    QCOMPARE(trial.signIn->useAddress(trial.signIn->redirectAddress() + u"?code=A&state=old"_s).error(),
             RedirectRefusal::WrongState);
    QVERIFY(trial.signIn->useAddress(u"  "_s + trial.answer("code=PASTED") + u"#_\n"_s));
    QTRY_COMPARE(trial.token, u"IGAAsignintest0123456789"_s);
    QCOMPARE(formOf(trial.server.body(0)).value("code"), "PASTED");
    QVERIFY(trial.portIsClosed());
    QTRY_COMPARE(trial.finished->count(), 1);
    trial.signIn->showInBrowser(BrowserPage::Connected); // harmless
    QCOMPARE(trial.code->count(), 1);
}

void SignInTest::attemptsStayApart()
{
    Trial one(m_certificates);
    Trial other(m_certificates);
    one.server.answer(200, goodAnswer);
    one.start();
    other.start();
    QTRY_COMPARE(one.browser->count(), 1);
    QTRY_COMPARE(other.browser->count(), 1);
    QVERIFY(one.state() != other.state());
    const auto mixed = other.visit("/instagram/?code=AQB&state=" + one.state());
    QVERIFY(mixed->waitClosed());
    QCOMPARE(mixed->status(), 400);
    QCOMPARE(other.server.requests().size(), 0);
    const auto browser = one.comeBack();
    QTRY_COMPARE(one.calls, 1);
    QCOMPARE(other.calls, 0);
}

void SignInTest::patienceEnds()
{
    Trial trial(m_certificates);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    QCOMPARE(trial.signIn->deadline(), trial.clock.now().addSecs(300));
    trial.clock.advance(299s);
    QTest::qWait(1100);
    QCOMPARE(trial.calls, 0);
    trial.clock.advance(1s);
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::TimedOut);
    QVERIFY(trial.portIsClosed());
    QTRY_COMPARE(trial.finished->count(), 1);
}

void SignInTest::patienceIsExtended()
{
    Trial trial(m_certificates);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    trial.clock.advance(250s);
    trial.signIn->keepWaiting();
    QCOMPARE(trial.signIn->deadline(), trial.clock.now().addSecs(300));
    trial.clock.advance(250s);
    QTest::qWait(1100);
    QCOMPARE(trial.calls, 0);
    trial.clock.advance(50s);
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::TimedOut);
}

void SignInTest::patienceDoesNotEndTheExchange()
{
    Trial trial(m_certificates);
    trial.server.script({.end = ScriptedServer::End::Hang});
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.server.requests().size(), 1);
    trial.clock.advance(1h);
    QTest::qWait(1100);
    QCOMPARE(trial.calls, 0);
}

void SignInTest::browserIsToldTheTruth_data()
{
    QTest::addColumn<BrowserPage>("page");
    QTest::addColumn<QByteArray>("heading");
    QTest::newRow("connected") << BrowserPage::Connected << QByteArray("The account is connected");
    QTest::newRow("cancelled") << BrowserPage::Cancelled << QByteArray("The sign-in was cancelled");
    QTest::newRow("failed") << BrowserPage::Failed << QByteArray("The sign-in did not work");
}

void SignInTest::browserIsToldTheTruth()
{
    QFETCH(BrowserPage, page);
    Trial trial(m_certificates);
    trial.server.answer(200, goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    trial.signIn->showInBrowser(page);
    QVERIFY(browser->waitClosed());
    const auto next = trial.visit(browser->header("Location"));
    QVERIFY(next->waitClosed());
    QTEST(headingOf(*next), "heading");
}

// Brings an attempt as far as that; the browser's connection stays open in m_browser.
void SignInTest::advanceTo(Trial &trial, Step step)
{
    m_browser.reset();
    if (step >= Step::AnswerOnTheWay)
        trial.server.answer(200, goodAnswer);
    else
        trial.server.script({.end = ScriptedServer::End::Hang});
    trial.make();
    if (step == Step::Made)
        return;
    trial.signIn->start();
    if (step == Step::Started)
        return;
    QTRY_COMPARE(trial.browser->count(), 1);
    if (step == Step::HalfRequest) {
        m_browser = std::make_unique<RawClient>(trial.wire, trial.port);
        m_browser->send("GET /instagram/?code=A");
        QVERIFY(m_browser->waitSent());
        QTest::qWait(20);
    } else if (step == Step::ForeignRequest) {
        m_browser = trial.visit("/favicon.ico");
        QTRY_VERIFY(m_browser->status() == 404); // its connection may still be closing
    } else if (step >= Step::PostOut) {
        m_browser = trial.comeBack();
        QTRY_COMPARE(trial.server.requests().size(), 1);
    }
    if (step >= Step::Granted)
        QTRY_COMPARE(trial.calls, 1);
    if (step == Step::Shown)
        trial.signIn->showInBrowser(BrowserPage::Connected);
}

void SignInTest::endsOnceWhenCancelled_data()
{
    addSteps();
}

void SignInTest::endsOnceWhenCancelled()
{
    QFETCH(Step, step);
    Trial trial(m_certificates);
    advanceTo(trial, step);
    const int before = trial.calls;
    trial.signIn->cancel();
    trial.signIn->cancel();
    QCOMPARE(trial.calls, before); // later, never inside the call
    QTRY_COMPARE(trial.calls, 1);
    QTest::qWait(50);
    QCOMPARE(trial.calls, 1);
    if (step >= Step::Granted || (step == Step::AnswerOnTheWay && !trial.error)) {
        QCOMPARE(trial.token, u"IGAAsignintest0123456789"_s); // too late
        return;
    }
    QVERIFY(trial.error);
    QCOMPARE(trial.error->kind, ErrorKind::Cancelled);
    QCOMPARE(trial.browser->count(), step >= Step::Listening ? 1 : 0);
    if (step >= Step::PostOut) {
        QVERIFY(m_browser->waitClosed());
        QCOMPARE(m_browser->header("Location"), "/instagram/cancelled");
        const auto page = trial.visit("/instagram/cancelled");
        QVERIFY(page->waitClosed());
        QCOMPARE(headingOf(*page), "The sign-in was cancelled");
    }
    QTRY_COMPARE(trial.finished->count(), 1);
    QVERIFY(trial.portIsClosed());
}

void SignInTest::canBeDeletedAnyTime_data()
{
    addSteps();
}

void SignInTest::canBeDeletedAnyTime()
{
    QFETCH(Step, step);
    for (const QString &scheme : {u"http"_s, u"https"_s}) {
        Trial trial(m_certificates, scheme);
        advanceTo(trial, step);
        const int before = trial.calls;
        trial.signIn.reset();
        QVERIFY(trial.portIsClosed());
        QTest::qWait(50);
        QCOMPARE(trial.calls, before);
        if (m_browser)
            QVERIFY(m_browser->waitClosed());
        QVERIFY(trial.server.requests().size() <= 1);
    }
}

void SignInTest::canBeDeletedByItsOwnSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const QByteArray name : {"browserRequested", "foreignRequest", "codeReceived", "done", "finished"})
        QTest::newRow(name.constData()) << name;
}

void SignInTest::canBeDeletedByItsOwnSignals()
{
    QFETCH(QByteArray, signal);
    Trial trial(m_certificates);
    trial.server.answer(200, goodAnswer);
    trial.make();
    const auto remove = [&trial] { trial.signIn.reset(); };
    if (signal == "browserRequested")
        connect(trial.signIn.get(), &SignIn::browserRequested, this, remove);
    else if (signal == "foreignRequest")
        connect(trial.signIn.get(), &SignIn::foreignRequest, this, remove);
    else if (signal == "codeReceived")
        connect(trial.signIn.get(), &SignIn::codeReceived, this, remove);
    else if (signal == "finished")
        connect(trial.signIn.get(), &SignIn::finished, this, remove);
    else
        trial.atDone = remove;
    trial.signIn->start();
    std::unique_ptr<RawClient> stranger;
    std::unique_ptr<RawClient> browser;
    if (signal != "browserRequested") {
        QTRY_COMPARE(trial.browser->count(), 1);
        const QByteArray state = trial.state();
        stranger = trial.visit("/favicon.ico");
        QVERIFY(stranger->waitAnswered());
        browser = trial.visit("/instagram/?code=A&state=" + state);
    }
    if (signal == "finished") {
        QTRY_COMPARE(trial.calls, 1);
        browser->abort();
        QTest::qWait(20);
        trial.signIn->showInBrowser(BrowserPage::Connected);
    }
    QTRY_VERIFY(!trial.signIn);
    QVERIFY(trial.portIsClosed());
    const int before = trial.calls;
    QTest::qWait(50);
    QCOMPARE(trial.calls, before);
    QCOMPARE(before, signal == "done" || signal == "finished" ? 1 : 0);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
