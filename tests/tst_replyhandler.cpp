// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/pkce.h"
#include "signin/replyhandler.h"
#include "support/manualclock.h"
#include "support/rawclient.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

constexpr int soon = 1000;

/// A reply handler that listens, and what came of it.
struct Attempt
{
    explicit Attempt(Wire wire, CertificateStore &certificates, ReplyLimits limits = {},
                     const QString &path = u"/instagram/"_s)
        : port(freePort())
        , secure(wire)
        , address(
              u"%1://localhost:%2%3"_s.arg(wire == Wire::Https ? u"https"_s : u"http"_s, QString::number(port), path))
        , handler(std::make_unique<ReplyHandler>(
              state.clone(),
              ReplyHandler::Handlers{
                  .redirected = [this](Redirect redirect) { redirects.push_back(std::move(redirect)); }, .granted = {}},
              limits))
        , refused(handler.get(), &ReplyHandler::refused)
        , closed(handler.get(), &ReplyHandler::closed)
    {
        listening = handler->listen({address}, certificates).has_value();
    }

    QByteArray host() const { return "localhost:" + QByteArray::number(port); }
    QByteArray target() const { return "/instagram/?code=AQB-1_x&state=" + state.view().toByteArray(); }
    /// What a browser sends when the provider sends it here.
    QByteArray redirect() const { return request(target()); }
    QByteArray request(const QByteArray &path) const
    {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host()
            + "\r\nAccept: text/html\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"
              "Sec-Fetch-Dest: document\r\nUpgrade-Insecure-Requests: 1\r\nCookie: of=another; port=here\r\n\r\n";
    }
    std::unique_ptr<RawClient> client() const { return std::make_unique<RawClient>(secure, port); }
    /// Whether a new connection is refused.
    bool portIsClosed() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return !socket.waitForConnected(soon) && socket.error() == QAbstractSocket::ConnectionRefusedError;
    }

    quint16 port;
    Wire secure;
    QString address;
    Secret state = randomToken();
    std::vector<Redirect> redirects{};
    std::unique_ptr<ReplyHandler> handler;
    QSignalSpy refused;
    QSignalSpy closed;
    bool listening = false;
};

void addWires()
{
    QTest::addColumn<Wire>("wire");
    QTest::newRow("http") << Wire::Http;
    QTest::newRow("https") << Wire::Https;
}

// AddressSanitizer keeps what was freed for a while.
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 littleMemory = 40 * 1024 * 1024;
#else
constexpr qint64 littleMemory = 5 * 1024 * 1024;
#endif

/// Resident memory of this process, bytes; 0 where it is not known.
qint64 residentMemory()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096;
}

QByteArray pageOf(const QByteArray &tag, const QByteArray &html)
{
    const qsizetype begin = html.indexOf('<' + tag + '>') + tag.size() + 2;
    return html.sliced(begin, html.indexOf("</" + tag + '>') - begin);
}

} // namespace

Q_DECLARE_METATYPE(Wire)

class ReplyHandlerTest : public QObject
{
    Q_OBJECT
private slots:
    void foreignRequestIsRefusedAndTheRealOneServed_data();
    void foreignRequestIsRefusedAndTheRealOneServed();
    void redirectInTwoPiecesIsServed_data();
    void redirectInTwoPiecesIsServed();
    void redirectByteByByteIsServed_data();
    void redirectByteByByteIsServed();
    void abandonedHalfRequestLeavesNothingBehind_data();
    void abandonedHalfRequestLeavesNothingBehind();
    void idleConnectionsDoNotKeepTheBrowserOut_data();
    void idleConnectionsDoNotKeepTheBrowserOut();
    void hugeLineCostsNoMemory_data();
    void hugeLineCostsNoMemory();
    void slowRequestIsClosedAtTheDeadline_data();
    void slowRequestIsClosedAtTheDeadline();
    void otherProtocolIsClosedQuickly();
    void secondRedirectIsGone_data();
    void secondRedirectIsGone();
    void errorRedirectCounts();
    void heldPageGoesOnToTheTruth_data();
    void heldPageGoesOnToTheTruth();
    void onlyTheTruthIsServed();
    void heldPageIsLetGoInTime();
    void browserThatDoesNotFetchItsPageIsNotWaitedFor();
    void browserThatLeavesIsNotWaitedFor();
    void pageIsHarmless();
    void languageDecidesTheDirection();
    void onlyThisComputerIsServed_data();
    void onlyThisComputerIsServed();
    void bothLoopbackAddressesAreServed_data();
    void bothLoopbackAddressesAreServed();
    void takenPortMeansTheNextAddress();
    void portTakenOnIpv6MeansTheNextAddress();
    void allPortsTakenIsAnError();
    void badAddressIsAnError();
    void certificateIsTheKeptOne();
    void pastedAddressIsUsedOnce();
    void portIsClosedAfterEveryEnd_data();
    void portIsClosedAfterEveryEnd();
    void heldPageIsAnsweredWhenTheHandlerGoes_data();
    void heldPageIsAnsweredWhenTheHandlerGoes();

private:
    QTemporaryDir m_folder{};
    ManualClock m_clock{};
    CertificateStore m_certificates{m_folder.path(), m_clock};
};

void ReplyHandlerTest::foreignRequestIsRefusedAndTheRealOneServed_data()
{
    QTest::addColumn<Wire>("wire");
    QTest::addColumn<QByteArray>("bytes"); // HOST, PORT and STATE are filled in
    QTest::addColumn<int>("status"); // 0: closed without an answer
    const auto row = [](const QByteArray &name, const QByteArray &bytes, int status) {
        QTest::addRow("http, %s", name.constData()) << Wire::Http << bytes << status;
        QTest::addRow("https, %s", name.constData()) << Wire::Https << bytes << status;
    };
    const auto get = [](const QByteArray &target, const QByteArray &headers = "Host: HOST\r\n") {
        return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
    };
    const QByteArray good = "/instagram/?code=EVIL&state=STATE";
    row("C1 garbage", "\x80\x81\x82 garbage \xff\n\n", 400);
    row("C2 nonsense protocol", "GET FOFOFO HTTP 1/1\r\n\r\n", 400);
    row("C6 long line", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n\r\n", 414);
    row("C7 10 000 headers", "GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(10'000) + "\r\n", 431);
    row("C8 evil host", get(good, "Host: evil.example\r\n"), 421);
    row("C8 no host", get(good, ""), 421);
    row("C8 empty host", get(good, "Host:\r\n"), 421);
    row("C8 two hosts", get(good, "Host: HOST\r\nHost: evil.example\r\n"), 421);
    row("C8 the same host twice", get(good, "Host: HOST\r\nHost: HOST\r\n"), 421);
    row("C8 other port", get(good, "Host: localhost:1\r\n"), 421);
    row("C8 no port", get(good, "Host: localhost\r\n"), 421);
    row("C8 address for name", get(good, "Host: 127.0.0.1:PORT\r\n"), 421);
    row("C8 name that begins alike", get(good, "Host: HOST.evil.example\r\n"), 421);
    for (const QByteArray method : {"POST", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "get"})
        row("C9 " + method, method + ' ' + good + " HTTP/1.1\r\nHost: HOST\r\n\r\n", 405);
    row("C9 CONNECT", "CONNECT HOST HTTP/1.1\r\nHost: HOST\r\n\r\n", 405);
    row("C9 body", get(good, "Host: HOST\r\nContent-Length: 3\r\n") + "abc", 413);
    row("C10 absolute form", get("http://HOST" + good), 400);
    row("C10 absolute form of another host", get("http://evil.example" + good), 400);
    row("C10 two slashes", get("//evil.example" + good), 404);
    row("C10 dots", get("/instagram/../instagram/?code=EVIL&state=STATE"), 404);
    row("C10 escaped slash", get("/instagram%2f?code=EVIL&state=STATE"), 404);
    row("C10 other case", get("/INSTAGRAM/?code=EVIL&state=STATE"), 404);
    row("C10 more path", get("/instagram/x?code=EVIL&state=STATE"), 404);
    row("C10 less path", get("/instagram?code=EVIL&state=STATE"), 404);
    row("C10 root", get("/?code=EVIL&state=STATE"), 404);
    row("C10 star", get("*"), 400);
    row("C11 two codes", get("/instagram/?code=EVIL&code=EVIL&state=STATE"), 400);
    row("C11 two states", get("/instagram/?code=EVIL&state=STATE&state=STATE"), 400);
    row("C11 two errors", get("/instagram/?error=a&error=b&state=STATE"), 400);
    row("C11 two issuers", get("/instagram/?code=EVIL&iss=a&iss=b&state=STATE"), 400);
    row("C12 error without state", get("/instagram/?error=access_denied"), 400);
    row("C12 error with wrong state", get("/instagram/?error=access_denied&state=wrong"), 400);
    row("C13 code without state", get("/instagram/?code=EVIL"), 400);
    row("C13 state without code", get("/instagram/?state=STATE"), 400);
    row("C13 both empty", get("/instagram/?code=&state="), 400);
    row("C13 nothing", get("/instagram/"), 400);
    row("C14 state of another attempt", get("/instagram/?code=EVIL&state=" + randomToken().view().toByteArray()), 400);
    row("C17 markup", get("/instagram/?error=%3Cscript%3Ealert(1)%3C/script%3E&state=x"), 400);
    row("C18 favicon", get("/favicon.ico"), 404);
    row("C18 robots", get("/robots.txt"), 404);
    row("C18 page of an outcome", get("/instagram/connected"), 404);
    row("C18 prefetch", get(good, "Host: HOST\r\nSec-Purpose: prefetch;prerender\r\n"), 403);
    row("C18 old prefetch", get(good, "Host: HOST\r\nPurpose: prefetch\r\n"), 403);
    row("C22 WebSocket", get(good, "Host: HOST\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"), 400);
    row("C22 preflight",
        "OPTIONS /instagram/ HTTP/1.1\r\nHost: HOST\r\nOrigin: https://evil.example\r\n"
        "Access-Control-Request-Method: GET\r\nAccess-Control-Request-Private-Network: true\r\n\r\n",
        405);
    row("C22 script of another page", get(good, "Host: HOST\r\nOrigin: https://evil.example\r\n"), 403);
    row("C22 sandboxed frame", get(good, "Host: HOST\r\nOrigin: null\r\n"), 403);
    row("C22 image in another page",
        get(good, "Host: HOST\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n"),
        403);
    row("C22 frame in another page",
        get(good, "Host: HOST\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n"),
        403);
}

void ReplyHandlerTest::foreignRequestIsRefusedAndTheRealOneServed()
{
    QFETCH(Wire, wire);
    QFETCH(QByteArray, bytes);
    Attempt attempt(wire, m_certificates);
    QVERIFY(attempt.listening);
    bytes.replace("HOST", attempt.host());
    bytes.replace("PORT", QByteArray::number(attempt.port));
    bytes.replace("STATE", attempt.state.view().toByteArray());

    const auto foreign = attempt.client();
    foreign->send(bytes);
    QVERIFY(foreign->waitAnswered());
    QTEST(foreign->status(), "status");
    QVERIFY(!foreign->received().contains("EVIL"));
    QVERIFY(!foreign->received().contains("alert"));
    QCOMPARE(attempt.redirects.size(), 0u);
    QCOMPARE(attempt.refused.count(), 1);

    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.redirects.front().code.toText(), u"AQB-1_x"_s);
    attempt.handler->show(AnswerPage::Connected);
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->status(), 303);
    QCOMPARE(browser->header("Location"), "/instagram/connected");
}

void ReplyHandlerTest::redirectInTwoPiecesIsServed_data()
{
    addWires();
}

void ReplyHandlerTest::redirectInTwoPiecesIsServed()
{
    QFETCH(Wire, wire);
    const QByteArray whole = Attempt(wire, m_certificates).redirect();
    // Every position over plain HTTP; over TLS, where each costs a handshake, every one that means something.
    const qsizetype step = wire == Wire::Http ? 1 : 29;
    for (qsizetype cut = 1; cut < whole.size(); cut += step) {
        Attempt one(wire, m_certificates);
        const QByteArray bytes = one.redirect();
        const auto browser = one.client();
        browser->send(bytes.first(cut));
        QVERIFY(browser->waitSent());
        QCoreApplication::processEvents();
        browser->send(bytes.sliced(cut));
        QTRY_COMPARE(one.redirects.size(), 1u);
    }
}

void ReplyHandlerTest::redirectByteByByteIsServed_data()
{
    addWires();
}

void ReplyHandlerTest::redirectByteByByteIsServed()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    const auto browser = attempt.client();
    for (const char byte : attempt.redirect()) {
        browser->send(QByteArray(1, byte));
        QVERIFY(browser->waitSent());
    }
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.redirects.front().code.toText(), u"AQB-1_x"_s);
}

void ReplyHandlerTest::abandonedHalfRequestLeavesNothingBehind_data()
{
    addWires();
}

void ReplyHandlerTest::abandonedHalfRequestLeavesNothingBehind()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    for (int i = 0; i < 5; ++i) {
        const auto half = attempt.client();
        half->send("GET /instagram/?code=STALE&state=" + attempt.state.view().toByteArray());
        QVERIFY(half->waitSent());
        half->abort();
    }
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.redirects.front().code.toText(), u"AQB-1_x"_s);
}

void ReplyHandlerTest::idleConnectionsDoNotKeepTheBrowserOut_data()
{
    addWires();
}

void ReplyHandlerTest::idleConnectionsDoNotKeepTheBrowserOut()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 300; ++i) // over TLS these never begin the handshake
        idle.push_back(std::make_unique<RawClient>(Wire::Http, attempt.port));
    QTRY_VERIFY(
        std::all_of(idle.begin(), idle.end(), [](const auto &one) { return one->isOpen() || one->isClosed(); }));

    QElapsedTimer stopwatch;
    stopwatch.start();
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QVERIFY(stopwatch.elapsed() < soon);
    const auto stillOpen
        = [&idle] { return std::count_if(idle.begin(), idle.end(), [](const auto &one) { return !one->isClosed(); }); };
    QTRY_VERIFY2(stillOpen() <= Receiver::mostVisitors, qPrintable(QString::number(stillOpen())));
}

void ReplyHandlerTest::hugeLineCostsNoMemory_data()
{
    addWires();
}

void ReplyHandlerTest::hugeLineCostsNoMemory()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    const auto flood = attempt.client();
    const QByteArray piece(256 * 1024, 'a');
    flood->send("GET /");
    flood->send(piece);
    QVERIFY(flood->waitSent());
    const qint64 before = residentMemory();
    qint64 highest = before;
    for (int i = 0; i < 600 && !flood->isClosed(); ++i) { // 150 MB
        flood->send(piece);
        flood->waitSent();
        highest = std::max(highest, residentMemory());
    }
    QVERIFY(flood->waitClosed());
    QCOMPARE(flood->status(), 414);
    QVERIFY2(highest - before < littleMemory, qPrintable(QString::number(highest - before)));
    QCOMPARE(attempt.refused.count(), 1);
}

void ReplyHandlerTest::slowRequestIsClosedAtTheDeadline_data()
{
    addWires();
}

void ReplyHandlerTest::slowRequestIsClosedAtTheDeadline()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates, {.header = 300ms});
    const auto slow = attempt.client();
    QTRY_VERIFY(slow->isOpen());
    QTimer drip;
    connect(&drip, &QTimer::timeout, slow.get(), [&slow] { slow->send("G"); });
    drip.start(20ms);
    QElapsedTimer stopwatch;
    stopwatch.start();
    QVERIFY(slow->waitClosed(2000)); // each byte would have put a mere idle limit off
    QVERIFY(stopwatch.elapsed() < 1500);

    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QTest::qWait(400); // the deadline is for requests, not for the page that is held
    QVERIFY(!browser->isClosed());
}

void ReplyHandlerTest::otherProtocolIsClosedQuickly()
{
    Attempt plain(Wire::Http, m_certificates);
    QElapsedTimer stopwatch;
    stopwatch.start();
    RawClient tls(Wire::Https, plain.port); // somebody, or a browser's https-only mode, typed https
    QVERIFY(tls.waitClosed());
    QVERIFY(tls.received().isEmpty());

    Attempt secure(Wire::Https, m_certificates);
    RawClient http(Wire::Http, secure.port);
    http.send(secure.redirect());
    QVERIFY(http.waitClosed());
    QVERIFY(!http.received().contains("HTTP"));
    QVERIFY(stopwatch.elapsed() < soon);

    for (const Attempt *attempt : {&plain, &secure}) {
        const auto browser = attempt->client();
        browser->send(attempt->redirect());
        QTRY_COMPARE(attempt->redirects.size(), 1u);
    }
}

void ReplyHandlerTest::secondRedirectIsGone_data()
{
    addWires();
}

void ReplyHandlerTest::secondRedirectIsGone()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    const auto first = attempt.client();
    first->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    const auto second = attempt.client();
    second->send(attempt.request("/instagram/?code=OTHER&state=" + attempt.state.view().toByteArray()));
    QVERIFY(second->waitClosed());
    QCOMPARE(second->status(), 410);
    QCOMPARE(pageOf("h1", second->body()), "TokenDesk has the answer");
    QCOMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.refused.count(), 0); // that was no stranger
    QVERIFY(!first->isClosed());
}

void ReplyHandlerTest::errorRedirectCounts()
{
    Attempt attempt(Wire::Http, m_certificates);
    const auto browser = attempt.client();
    browser->send(attempt.request("/instagram/?error=access_denied&error_description=%3Cscript%3E&state="
                                  + attempt.state.view().toByteArray()));
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.redirects.front().error, u"access_denied"_s);
    QVERIFY(attempt.redirects.front().code.isEmpty());
}

void ReplyHandlerTest::heldPageGoesOnToTheTruth_data()
{
    QTest::addColumn<Wire>("wire");
    QTest::addColumn<AnswerPage>("page");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("heading");
    const auto row = [](const QByteArray &name, AnswerPage page, const QByteArray &heading) {
        QTest::addRow("http, %s", name.constData()) << Wire::Http << page << name << heading;
        QTest::addRow("https, %s", name.constData()) << Wire::Https << page << name << heading;
    };
    row("connected", AnswerPage::Connected, "The account is connected");
    row("cancelled", AnswerPage::Cancelled, "The sign-in was cancelled");
    row("failed", AnswerPage::Failed, "The sign-in did not work");
    row("continues", AnswerPage::Continues, "TokenDesk has the answer");
}

void ReplyHandlerTest::heldPageGoesOnToTheTruth()
{
    QFETCH(Wire, wire);
    QFETCH(AnswerPage, page);
    QFETCH(QByteArray, name);
    Attempt attempt(wire, m_certificates);
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QVERIFY(browser->received().isEmpty()); // held

    attempt.handler->show(page);
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->status(), 303);
    QCOMPARE(browser->header("Location"), "/instagram/" + name);
    QVERIFY(browser->body().isEmpty());
    QVERIFY(!browser->received().contains("AQB-1_x"));
    QVERIFY(attempt.handler->isListening()); // the browser is to come back for the page

    QElapsedTimer stopwatch;
    stopwatch.start();
    const auto next = attempt.client();
    next->send(attempt.request(browser->header("Location")));
    QVERIFY(next->waitClosed());
    QCOMPARE(next->status(), 200);
    QTEST(pageOf("h1", next->body()), "heading");
    QTRY_COMPARE(attempt.closed.count(), 1);
    QVERIFY(stopwatch.elapsed() < soon);
    QVERIFY(attempt.portIsClosed());
}

void ReplyHandlerTest::onlyTheTruthIsServed()
{
    Attempt attempt(Wire::Http, m_certificates);
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    attempt.handler->show(AnswerPage::Failed);
    attempt.handler->show(AnswerPage::Connected); // too late
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->header("Location"), "/instagram/failed");
    const auto liar = attempt.client();
    liar->send(attempt.request("/instagram/connected"));
    QVERIFY(liar->waitClosed());
    QCOMPARE(liar->status(), 404);
    QVERIFY(attempt.handler->isListening());
}

void ReplyHandlerTest::heldPageIsLetGoInTime()
{
    Attempt attempt(Wire::Http, m_certificates, {.hold = 100ms});
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->status(), 303);
    QCOMPARE(browser->header("Location"), "/instagram/continues");
    const auto next = attempt.client();
    next->send(attempt.request("/instagram/continues"));
    QVERIFY(next->waitClosed());
    QCOMPARE(pageOf("h1", next->body()), "TokenDesk has the answer");
    QTRY_VERIFY(!attempt.handler->isListening());
}

void ReplyHandlerTest::browserThatDoesNotFetchItsPageIsNotWaitedFor()
{
    Attempt attempt(Wire::Http, m_certificates, {.page = 100ms});
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    attempt.handler->show(AnswerPage::Connected);
    QVERIFY(browser->waitClosed());
    QTRY_COMPARE(attempt.closed.count(), 1);
    QVERIFY(attempt.portIsClosed());
}

void ReplyHandlerTest::browserThatLeavesIsNotWaitedFor()
{
    Attempt attempt(Wire::Http, m_certificates);
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    browser->abort();
    QCoreApplication::processEvents();
    QTest::qWait(50);
    attempt.handler->show(AnswerPage::Connected);
    QTRY_COMPARE(attempt.closed.count(), 1);
    QVERIFY(attempt.portIsClosed());
}

void ReplyHandlerTest::pageIsHarmless()
{
    for (const AnswerPage page : {AnswerPage::Connected, AnswerPage::Cancelled, AnswerPage::Failed,
                                  AnswerPage::Continues, AnswerPage::NotForUs}) {
        const QByteArray response = pageResponse(200, page);
        const qsizetype end = response.indexOf("\r\n\r\n");
        const QByteArray head = response.first(end + 2);
        const QByteArray html = response.sliced(end + 4);
        QVERIFY(head.startsWith("HTTP/1.1 200 OK\r\n"));
        for (const QByteArray header :
             {"Cache-Control: no-store", "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff",
              "X-Frame-Options: DENY", "Connection: close", "Content-Type: text/html; charset=utf-8"})
            QVERIFY2(head.contains("\r\n" + header + "\r\n"), header.constData());
        QVERIFY(head.contains("Content-Length: " + QByteArray::number(html.size()) + "\r\n"));
        const QByteArray hash = QCryptographicHash::hash(pageOf("style", html), QCryptographicHash::Sha256).toBase64();
        QVERIFY(head.contains("Content-Security-Policy: default-src 'none'; style-src 'sha256-" + hash + "';"));

        QCOMPARE(html.count("<style>"), 1);
        QVERIFY(html.contains("prefers-color-scheme: dark"));
        QVERIFY(html.contains("<html lang=\"en\" dir=\"ltr\">"));
        QVERIFY(!html.contains("{{"));
        for (const QByteArray outside : {"<script", "<link", "<img", "<form", "<iframe", "http://", "https://", "url(",
                                         "@import", "style=\"", "href", " on"})
            QVERIFY2(!pageOf("body", html).contains(outside) && !pageOf("style", html).contains("url("),
                     outside.constData());
    }
    const QByteArray refused = pageResponse(405, AnswerPage::NotForUs);
    QVERIFY(refused.contains("\r\nAllow: GET\r\n"));
    const QByteArray redirect = redirectResponse("/instagram/connected");
    QVERIFY(redirect.startsWith("HTTP/1.1 303 See Other\r\nLocation: /instagram/connected\r\n"));
    QVERIFY(redirect.contains("\r\nCache-Control: no-store\r\n"));
    QVERIFY(redirect.contains("\r\nReferrer-Policy: no-referrer\r\n"));
}

void ReplyHandlerTest::languageDecidesTheDirection()
{
    class Arabic : public QTranslator
    {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char *context, const char *source, const char *, int) const override
        {
            if (qstrcmp(context, "AnswerPages") != 0)
                return {};
            return qstrcmp(source, "en") == 0 ? u"ar"_s : u"<b>\u0645\u0631\u062D\u0628\u0627</b>"_s;
        }
    };
    Arabic arabic;
    QCoreApplication::installTranslator(&arabic);
    const QByteArray response = pageResponse(200, AnswerPage::Connected);
    QCoreApplication::removeTranslator(&arabic);
    QVERIFY(response.contains("<html lang=\"ar\" dir=\"rtl\">"));
    QCOMPARE(pageOf("h1", response), u"&lt;b&gt;\u0645\u0631\u062D\u0628\u0627&lt;/b&gt;"_s.toUtf8());
}

void ReplyHandlerTest::onlyThisComputerIsServed_data()
{
    addWires();
}

void ReplyHandlerTest::onlyThisComputerIsServed()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    QVERIFY(attempt.listening);
    int tried = 0;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback())
            continue;
        QTcpSocket socket;
        socket.connectToHost(address, attempt.port);
        QVERIFY2(!socket.waitForConnected(soon), qPrintable(address.toString()));
        ++tried;
    }
    if (tried == 0)
        QSKIP("This computer has no address but loopback");
}

void ReplyHandlerTest::bothLoopbackAddressesAreServed_data()
{
    addWires();
}

void ReplyHandlerTest::bothLoopbackAddressesAreServed()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6");
    RawClient six(wire, attempt.port, QHostAddress(QHostAddress::LocalHostIPv6));
    six.send(attempt.request("/instagram/?state=x"));
    QVERIFY(six.waitClosed());
    QCOMPARE(six.status(), 400);
    RawClient four(wire, attempt.port);
    four.send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
}

void ReplyHandlerTest::takenPortMeansTheNextAddress()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString taken = u"http://localhost:%1/cb"_s.arg(other.serverPort());
    const QString next = u"http://localhost:%1/cb"_s.arg(freePort());
    ReplyHandler handler(randomToken(), {}, {});
    QVERIFY(handler.listen({taken, next}, m_certificates));
    QCOMPARE(handler.callback(), next);
}

void ReplyHandlerTest::portTakenOnIpv6MeansTheNextAddress()
{
    QTcpServer other;
    const quint16 port = freePort();
    if (!other.listen(QHostAddress::LocalHostIPv6, port))
        QSKIP("This computer has no IPv6");
    const QString next = u"http://localhost:%1/cb"_s.arg(freePort());
    ReplyHandler handler(randomToken(), {}, {});
    QVERIFY(handler.listen({u"http://localhost:%1/cb"_s.arg(port), next}, m_certificates));
    QCOMPARE(handler.callback(), next);
    QTcpServer four; // nothing is left behind where only half of the port was free
    QVERIFY(four.listen(QHostAddress::LocalHost, port));
}

void ReplyHandlerTest::allPortsTakenIsAnError()
{
    ReplyHandler first(randomToken(), {}, {});
    const QStringList addresses{u"http://localhost:%1/cb"_s.arg(freePort()),
                                u"http://localhost:%1/cb"_s.arg(freePort())};
    ReplyHandler second(randomToken(), {}, {});
    ReplyHandler third(randomToken(), {}, {});
    QVERIFY(first.listen(addresses, m_certificates));
    QVERIFY(second.listen(addresses, m_certificates)); // two attempts at once stay apart
    QVERIFY(first.callback() != second.callback());
    const auto listening = third.listen(addresses, m_certificates);
    QVERIFY(!listening);
    QCOMPARE(listening.error().kind, ErrorKind::PortTaken);
}

void ReplyHandlerTest::badAddressIsAnError()
{
    for (const QStringList &addresses : {QStringList{}, QStringList{u"https://example.com/cb"_s}}) {
        ReplyHandler handler(randomToken(), {}, {});
        const auto listening = handler.listen(addresses, m_certificates);
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, ErrorKind::Misconfigured);
    }
}

void ReplyHandlerTest::certificateIsTheKeptOne()
{
    Attempt attempt(Wire::Https, m_certificates);
    const auto browser = attempt.client();
    QTRY_VERIFY(browser->isOpen());
    const auto kept = m_certificates.certificate();
    QVERIFY(kept);
    QCOMPARE(browser->certificate(), kept->certificate);
    QCOMPARE(attempt.handler->certificateFingerprint(), kept->fingerprint());
    QVERIFY(Attempt(Wire::Http, m_certificates).handler->certificateFingerprint().isEmpty());
}

void ReplyHandlerTest::pastedAddressIsUsedOnce()
{
    Attempt attempt(Wire::Https, m_certificates);
    const QString query = u"?code=AQB&state="_s + attempt.state.toText();
    QCOMPARE(attempt.handler->useAddress(attempt.address + u"?code=AQB&state=old"_s).error(),
             RedirectRefusal::WrongState);
    QCOMPARE(attempt.handler->useAddress(u"https://evil.example/"_s + query).error(), RedirectRefusal::NotOurs);
    QVERIFY(attempt.handler->isListening());
    QVERIFY(attempt.handler->useAddress(u" \""_s + attempt.address + query + u"#_\" "_s));
    QVERIFY(attempt.handler->useAddress(attempt.address + query));
    QCOMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.redirects.front().code.toText(), u"AQB"_s);
    QVERIFY(attempt.portIsClosed());
    QCOMPARE(attempt.closed.count(), 1);
}

void ReplyHandlerTest::portIsClosedAfterEveryEnd_data()
{
    addWires();
}

void ReplyHandlerTest::portIsClosedAfterEveryEnd()
{
    QFETCH(Wire, wire);
    Attempt shown(wire, m_certificates);
    const auto idle = shown.client();
    QTRY_VERIFY(idle->isOpen());
    shown.handler->show(AnswerPage::Cancelled); // no browser is held
    QVERIFY(shown.portIsClosed());
    QVERIFY(idle->waitClosed(soon));
    QCOMPARE(shown.closed.count(), 1);

    Attempt deleted(wire, m_certificates);
    const auto other = deleted.client();
    QTRY_VERIFY(other->isOpen());
    deleted.handler.reset();
    QVERIFY(deleted.portIsClosed());
    QVERIFY(other->waitClosed(soon));
}

void ReplyHandlerTest::heldPageIsAnsweredWhenTheHandlerGoes_data()
{
    addWires();
}

void ReplyHandlerTest::heldPageIsAnsweredWhenTheHandlerGoes()
{
    QFETCH(Wire, wire);
    Attempt attempt(wire, m_certificates);
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    attempt.handler.reset();
    QVERIFY(browser->waitClosed(soon));
    QCOMPARE(browser->status(), 200);
    QCOMPARE(pageOf("h1", browser->body()), "TokenDesk has the answer");
    QVERIFY(attempt.portIsClosed());
}

QTEST_GUILESS_MAIN(ReplyHandlerTest)
#include "tst_replyhandler.moc"
