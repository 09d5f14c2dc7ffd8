// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/pkce.h"
#include "support/redirectattempt.h"
#include "support/settle.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

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

} // namespace

class ReceiverTest : public QObject
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

private:
    QTemporaryDir m_folder{};
    ManualClock m_clock{};
    CertificateStore m_certificates{m_folder.path(), m_clock};
};

void ReceiverTest::foreignRequestIsRefusedAndTheRealOneServed_data()
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

void ReceiverTest::foreignRequestIsRefusedAndTheRealOneServed()
{
    QFETCH(Wire, wire);
    QFETCH(QByteArray, bytes);
    RedirectAttempt attempt(wire, m_certificates);
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

void ReceiverTest::redirectInTwoPiecesIsServed_data()
{
    addWires();
}

void ReceiverTest::redirectInTwoPiecesIsServed()
{
    QFETCH(Wire, wire);
    const QByteArray whole = RedirectAttempt(wire, m_certificates).redirect();
    // Every position over plain HTTP; over TLS, where each costs a handshake, every one that means something.
    const qsizetype step = wire == Wire::Http ? 1 : 29;
    for (qsizetype cut = 1; cut < whole.size(); cut += step) {
        RedirectAttempt one(wire, m_certificates);
        const QByteArray bytes = one.redirect();
        const auto browser = one.client();
        browser->send(bytes.first(cut));
        QVERIFY(browser->waitSent());
        QCoreApplication::processEvents();
        browser->send(bytes.sliced(cut));
        QTRY_COMPARE(one.redirects.size(), 1u);
    }
}

void ReceiverTest::redirectByteByByteIsServed_data()
{
    addWires();
}

void ReceiverTest::redirectByteByByteIsServed()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates);
    const auto browser = attempt.client();
    for (const char byte : attempt.redirect()) {
        browser->send(QByteArray(1, byte));
        QVERIFY(browser->waitSent());
    }
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.redirects.front().code.toText(), u"AQB-1_x"_s);
}

void ReceiverTest::abandonedHalfRequestLeavesNothingBehind_data()
{
    addWires();
}

void ReceiverTest::abandonedHalfRequestLeavesNothingBehind()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates);
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

void ReceiverTest::idleConnectionsDoNotKeepTheBrowserOut_data()
{
    addWires();
}

void ReceiverTest::idleConnectionsDoNotKeepTheBrowserOut()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates);
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

void ReceiverTest::hugeLineCostsNoMemory_data()
{
    addWires();
}

void ReceiverTest::hugeLineCostsNoMemory()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates);
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

void ReceiverTest::slowRequestIsClosedAtTheDeadline_data()
{
    addWires();
}

void ReceiverTest::slowRequestIsClosedAtTheDeadline()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates, {.header = 300ms});
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
    const auto idle = attempt.client(); // came later, so that its deadline is later
    QVERIFY(idle->waitClosed());
    settle();
    QVERIFY(!browser->isClosed()); // the deadline is for requests, not for the page that is held
}

void ReceiverTest::otherProtocolIsClosedQuickly()
{
    RedirectAttempt plain(Wire::Http, m_certificates);
    QElapsedTimer stopwatch;
    stopwatch.start();
    RawClient tls(Wire::Https, plain.port); // somebody, or a browser's https-only mode, typed https
    QVERIFY(tls.waitClosed());
    QVERIFY(tls.received().isEmpty());

    RedirectAttempt secure(Wire::Https, m_certificates);
    RawClient http(Wire::Http, secure.port);
    http.send(secure.redirect());
    QVERIFY(http.waitClosed());
    // Told apart, and sent to https with all it brought; that counts for nothing yet.
    QVERIFY2(http.received().startsWith("HTTP/1.1 303"), http.received().constData());
    QVERIFY(http.received().contains("Location: https://localhost:" + QByteArray::number(secure.port) + "/"));
    QVERIFY(secure.redirects.empty());
    QVERIFY(stopwatch.elapsed() < soon);

    for (const RedirectAttempt *attempt : {&plain, &secure}) {
        const auto browser = attempt->client();
        browser->send(attempt->redirect());
        QTRY_COMPARE(attempt->redirects.size(), 1u);
    }
}

QTEST_GUILESS_MAIN(ReceiverTest)
#include "tst_receiver.moc"
