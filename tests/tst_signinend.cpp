// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/settle.h"
#include "support/signintrial.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

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

class SignInEndTest : public QObject
{
    Q_OBJECT
private slots:
    void patienceEnds();
    void patienceIsExtended();
    void patienceDoesNotEndTheExchange();
    void endsOnceWhenCancelled_data();
    void endsOnceWhenCancelled();
    void canBeDeletedAnyTime_data();
    void canBeDeletedAnyTime();
    void canBeDeletedByItsOwnSignals_data();
    void canBeDeletedByItsOwnSignals();

private:
    void advanceTo(SignInTrial &trial, Step step);

    QTemporaryDir m_folder{};
    ManualClock m_clock{};
    CertificateStore m_certificates{m_folder.path(), m_clock};
    std::unique_ptr<RawClient> m_browser{};
};

void SignInEndTest::patienceEnds()
{
    SignInTrial trial(m_certificates);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    QCOMPARE(trial.signIn->deadline(), trial.clock.now().addSecs(300));
    trial.clock.advance(299s);
    QVERIFY(trial.clock.waitForLook());
    QCOMPARE(trial.calls, 0);
    trial.clock.advance(1s);
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::TimedOut);
    QVERIFY(trial.portIsClosed());
    QTRY_COMPARE(trial.finished->count(), 1);
}

void SignInEndTest::patienceIsExtended()
{
    SignInTrial trial(m_certificates);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    trial.clock.advance(250s);
    trial.signIn->keepWaiting();
    QCOMPARE(trial.signIn->deadline(), trial.clock.now().addSecs(300));
    trial.clock.advance(250s);
    QVERIFY(trial.clock.waitForLook());
    QCOMPARE(trial.calls, 0);
    trial.clock.advance(50s);
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::TimedOut);
}

void SignInEndTest::patienceDoesNotEndTheExchange()
{
    SignInTrial trial(m_certificates);
    trial.request.tokenLimit = 1500ms; // longer than the second between two looks at the clock
    trial.server.script({.end = ScriptedServer::End::Hang});
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.server.requests().size(), 1);
    trial.clock.advance(1h);
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->what, u"no complete answer in time"_s); // not: nobody came back
}

// Brings an attempt as far as that; the browser's connection stays open in m_browser.
void SignInEndTest::advanceTo(SignInTrial &trial, Step step)
{
    m_browser.reset();
    if (step >= Step::AnswerOnTheWay)
        trial.server.answer(200, SignInTrial::goodAnswer);
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
        settle();
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

void SignInEndTest::endsOnceWhenCancelled_data()
{
    addSteps();
}

void SignInEndTest::endsOnceWhenCancelled()
{
    QFETCH(Step, step);
    SignInTrial trial(m_certificates);
    advanceTo(trial, step);
    const int before = trial.calls;
    trial.signIn->cancel();
    trial.signIn->cancel();
    QCOMPARE(trial.calls, before); // later, never inside the call
    QTRY_COMPARE(trial.calls, 1);
    QTRY_VERIFY(trial.server.isAlone()); // no answer can come any more
    settle();
    QCOMPARE(trial.calls, 1);
    if (step >= Step::Granted || (step == Step::AnswerOnTheWay && !trial.error)) {
        QCOMPARE(trial.token, SignInTrial::goodToken); // too late
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
        QCOMPARE(page->element("h1"), "The sign-in was cancelled");
    }
    QTRY_COMPARE(trial.finished->count(), 1);
    QVERIFY(trial.portIsClosed());
    settle();
    QCOMPARE(trial.calls, 1);
    QCOMPARE(trial.finished->count(), 1);
}

void SignInEndTest::canBeDeletedAnyTime_data()
{
    addSteps();
}

void SignInEndTest::canBeDeletedAnyTime()
{
    QFETCH(Step, step);
    for (const QString &scheme : {u"http"_s, u"https"_s}) {
        SignInTrial trial(m_certificates, scheme);
        advanceTo(trial, step);
        const int before = trial.calls;
        trial.signIn.reset();
        QVERIFY(trial.portIsClosed());
        QTRY_VERIFY(trial.server.isAlone()); // no answer can come any more
        if (m_browser)
            QVERIFY(m_browser->waitClosed());
        settle();
        QCOMPARE(trial.calls, before);
        QVERIFY(trial.server.requests().size() <= 1);
    }
}

void SignInEndTest::canBeDeletedByItsOwnSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const QByteArray name : {"browserRequested", "foreignRequest", "codeReceived", "done", "finished"})
        QTest::newRow(name.constData()) << name;
}

void SignInEndTest::canBeDeletedByItsOwnSignals()
{
    QFETCH(QByteArray, signal);
    SignInTrial trial(m_certificates);
    trial.server.answer(200, SignInTrial::goodAnswer);
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
        const auto later = trial.visit("/favicon.ico");
        QVERIFY(later->waitAnswered()); // and the other has been seen to leave
        trial.signIn->showInBrowser(BrowserPage::Connected);
    }
    QTRY_VERIFY(!trial.signIn);
    QVERIFY(trial.portIsClosed());
    const int before = trial.calls;
    QTRY_VERIFY(trial.server.isAlone()); // no answer can come any more
    settle();
    QCOMPARE(trial.calls, before);
    QCOMPARE(before, signal == "done" || signal == "finished" ? 1 : 0);
}

QTEST_GUILESS_MAIN(SignInEndTest)
#include "tst_signinend.moc"
