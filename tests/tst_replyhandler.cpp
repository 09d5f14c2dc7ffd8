// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/pkce.h"
#include "support/redirectattempt.h"

#include <QElapsedTimer>
#include <QNetworkInterface>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

class ReplyHandlerTest : public QObject
{
    Q_OBJECT
private slots:
    void secondRedirectIsGone_data();
    void secondRedirectIsGone();
    void errorRedirectCounts();
    void heldPageGoesOnToTheTruth_data();
    void heldPageGoesOnToTheTruth();
    void onlyTheTruthIsServed();
    void heldPageIsLetGoInTime();
    void browserThatDoesNotFetchItsPageIsNotWaitedFor();
    void browserThatLeavesIsNotWaitedFor();
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

void ReplyHandlerTest::secondRedirectIsGone_data()
{
    addWires();
}

void ReplyHandlerTest::secondRedirectIsGone()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates);
    const auto first = attempt.client();
    first->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    const auto second = attempt.client();
    second->send(attempt.request("/instagram/?code=OTHER&state=" + attempt.state.view().toByteArray()));
    QVERIFY(second->waitClosed());
    QCOMPARE(second->status(), 410);
    QCOMPARE(second->element("h1"), "TokenDesk has the answer");
    QCOMPARE(attempt.redirects.size(), 1u);
    QCOMPARE(attempt.refused.count(), 0); // that was no stranger
    QVERIFY(!first->isClosed());
}

void ReplyHandlerTest::errorRedirectCounts()
{
    RedirectAttempt attempt(Wire::Http, m_certificates);
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
    RedirectAttempt attempt(wire, m_certificates);
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
    QTEST(next->element("h1"), "heading");
    QTRY_COMPARE(attempt.closed.count(), 1);
    QVERIFY(stopwatch.elapsed() < soon);
    QVERIFY(attempt.portIsClosed());
}

void ReplyHandlerTest::onlyTheTruthIsServed()
{
    RedirectAttempt attempt(Wire::Http, m_certificates);
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
    RedirectAttempt attempt(Wire::Http, m_certificates, {.hold = 100ms});
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->status(), 303);
    QCOMPARE(browser->header("Location"), "/instagram/continues");
    const auto next = attempt.client();
    next->send(attempt.request("/instagram/continues"));
    QVERIFY(next->waitClosed());
    QCOMPARE(next->element("h1"), "TokenDesk has the answer");
    QTRY_VERIFY(!attempt.handler->isListening());
}

void ReplyHandlerTest::browserThatDoesNotFetchItsPageIsNotWaitedFor()
{
    RedirectAttempt attempt(Wire::Http, m_certificates, {.page = 100ms});
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
    RedirectAttempt attempt(Wire::Http, m_certificates);
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    browser->abort();
    const auto later = attempt.client();
    later->send(attempt.request("/favicon.ico"));
    QVERIFY(later->waitClosed()); // and the browser has been seen to leave
    attempt.handler->show(AnswerPage::Connected);
    QCOMPARE(attempt.closed.count(), 1);
    QVERIFY(attempt.portIsClosed());
}

void ReplyHandlerTest::onlyThisComputerIsServed_data()
{
    addWires();
}

void ReplyHandlerTest::onlyThisComputerIsServed()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates);
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

// A22: whatever `localhost` leads to.
void ReplyHandlerTest::bothLoopbackAddressesAreServed()
{
    QFETCH(Wire, wire);
    RedirectAttempt attempt(wire, m_certificates);
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

// A22: somebody else on [::1] would get the code of a browser that tries it first.
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
    for (const QStringList &addresses : {QStringList{}, QStringList{u"http://example.com/cb"_s}}) {
        ReplyHandler handler(randomToken(), {}, {});
        const auto listening = handler.listen(addresses, m_certificates);
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, ErrorKind::Misconfigured);
    }
}

void ReplyHandlerTest::certificateIsTheKeptOne()
{
    RedirectAttempt attempt(Wire::Https, m_certificates);
    const auto browser = attempt.client();
    QTRY_VERIFY(browser->isOpen());
    const auto kept = m_certificates.certificate();
    QVERIFY(kept);
    QCOMPARE(browser->certificate(), kept->certificate);
    QCOMPARE(attempt.handler->certificateFingerprint(), kept->fingerprint());
    QVERIFY(RedirectAttempt(Wire::Http, m_certificates).handler->certificateFingerprint().isEmpty());
}

// A24
void ReplyHandlerTest::pastedAddressIsUsedOnce()
{
    RedirectAttempt attempt(Wire::Https, m_certificates);
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
    RedirectAttempt shown(wire, m_certificates);
    const auto idle = shown.client();
    QTRY_VERIFY(idle->isOpen());
    shown.handler->show(AnswerPage::Cancelled); // no browser is held
    QVERIFY(shown.portIsClosed());
    QVERIFY(idle->waitClosed(soon));
    QCOMPARE(shown.closed.count(), 1);

    RedirectAttempt deleted(wire, m_certificates);
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
    RedirectAttempt attempt(wire, m_certificates);
    const auto browser = attempt.client();
    browser->send(attempt.redirect());
    QTRY_COMPARE(attempt.redirects.size(), 1u);
    attempt.handler.reset();
    QVERIFY(browser->waitClosed(soon));
    QCOMPARE(browser->status(), 200);
    QCOMPARE(browser->element("h1"), "TokenDesk has the answer");
    QVERIFY(attempt.portIsClosed());
}

QTEST_GUILESS_MAIN(ReplyHandlerTest)
#include "tst_replyhandler.moc"
