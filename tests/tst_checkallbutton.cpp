// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"
#include "practice/practiceserver.h"
#include "practice/practicetokens.h"
#include "style.h"

#include "support/sight.h"
#include "support/windowfixture.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QProgressBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// "Check all" in the real window, over accounts of Practice that an hour has too few calls for.
class TestCheckAllButton : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init()
    {
        m_fixture.emplace();
        m_server.emplace(m_fixture->clock);
        const Result<quint16> port = m_server->listen();
        QVERIFY(port);
        m_fixture->desk.catalog.setPracticePort([port] { return port; });
    }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
        m_server.reset();
    }

    void everyAccountIsAsked();
    void theMenuDoesTheSame();
    void aSearchHidesNobodyFromIt();
    void oneAccountAloneIsCheckedToo();
    void withoutAccountsThereIsNothingToCheck();
    void whileItRunsItIsNotBegunTwice();
    void itTellsUntilWhenItWaits();
    void whatIsWaitedForCanBeStopped();
    void aWaitThatIsOverIsNotToldAnyMore();
    void whatOthersThrottledWaitsToo();
    void theWindowMayGoWhileItWaits();
    void fiveHundredAreCheckedWithoutAThrottle();

private:
    void open(int accounts)
    {
        Services &services = m_fixture->start();
        for (int number = 1; number <= accounts; ++number)
            adopt(u"shop%1"_s.arg(number, 3, 10, QChar(u'0')));
        m_window.emplace(services);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(&*m_window));
    }
    /// As a sign-in an hour ago left it, with a token that Practice takes.
    void adopt(const QString &name)
    {
        PracticeToken token;
        token.kind = PracticeToken::Kind::Long;
        token.appId = PracticeServer::clientId().toULongLong();
        token.userId = 27640875392278831;
        token.scopes = practiceScopes();
        token.issuedAt = m_fixture->clock.now();
        token.expiresAt = token.issuedAt.addDays(60);
        NewAccount made{.token = Secret(mintPracticeToken(token))};
        made.account.providerId = u"practice"_s;
        made.account.userId = made.account.username = name;
        made.account.issueToken(TokenKind::LongLived, 60 * 24h, token.issuedAt);
        Awaited<Account> adopted;
        m_fixture->desk.accounts().adopt(std::move(made), &adopted.context, adopted.callback());
        QVERIFY(adopted.wait());
    }
    /// Until nothing can go out before the hour has rolled on.
    void checkAllUntilItWaits()
    {
        m_server->limitCalls(40);
        open(60);
        click(u"checkAll"_s);
        QTRY_VERIFY_WITH_TIMEOUT(seen(u"batchWaiting"_s), 20'000);
    }
    /// Was it told that there was something to wait for?
    int passTo(const QDateTime &when)
    {
        const int told = seen(u"batchWaiting"_s) ? 1 : 0;
        m_fixture->clock.setNow(std::max(when, m_fixture->clock.now()));
        queue().look();
        return told;
    }
    Queue &queue() { return m_fixture->desk.queue; }
    QString outcome()
    {
        const auto *label = seen<QLabel>(u"outcomeText"_s);
        return label ? label->text() : QString();
    }

    std::optional<PracticeServer> m_server;
    std::optional<WindowFixture> m_fixture;
    std::optional<MainWindow> m_window;
};

void TestCheckAllButton::everyAccountIsAsked()
{
    open(3);
    QVERIFY(!seen(u"checkAll"_s)->accessibleName().isEmpty());
    QVERIFY(!seen(u"checkAll"_s)->toolTip().isEmpty());
    click(u"checkAll"_s);
    QTRY_COMPARE(outcome(), u"3 × The token works"_s);
    QCOMPARE(m_fixture->desk.accounts().events(10, {.kinds = {Event::Kind::Checked}}).size(), 3);
    QCOMPARE(textOf(u"severalTitle"_s), u"3 account(s) selected"_s);
}

void TestCheckAllButton::theMenuDoesTheSame()
{
    open(2);
    m_window->findChild<QAction *>(u"actionCheckAll"_s)->trigger();
    QTRY_COMPARE(outcome(), u"2 × The token works"_s);
}

void TestCheckAllButton::aSearchHidesNobodyFromIt()
{
    open(3);
    QTest::keyClicks(seen(u"search"_s), u"002"_s);
    QCOMPARE(seen<QListView>(u"accountList"_s)->model()->rowCount(), 1);
    click(u"checkAll"_s);
    QTRY_COMPARE(outcome(), u"3 × The token works"_s);
    QVERIFY(textOf(u"search"_s).isEmpty());
}

void TestCheckAllButton::oneAccountAloneIsCheckedToo()
{
    open(1);
    click(u"checkAll"_s);
    QTRY_VERIFY(seen(u"outcomeOfOne"_s));
    seen<QMessageBox>(u"outcomeOfOne"_s)->close();
    QCOMPARE(m_fixture->desk.accounts().events(1).first().kind, Event::Kind::Checked);
}

void TestCheckAllButton::withoutAccountsThereIsNothingToCheck()
{
    open(0);
    QVERIFY(!seen(u"checkAll"_s));
    QVERIFY(!m_window->findChild<QAction *>(u"actionCheckAll"_s)->isEnabled());
}

void TestCheckAllButton::whileItRunsItIsNotBegunTwice()
{
    m_server->inject({.name = u"hang"_s});
    open(6);
    click(u"checkAll"_s);
    QTRY_VERIFY(seen(u"batchBar"_s));
    const qsizetype asked = m_server->requests().size();
    auto *list = seen<QListView>(u"accountList"_s);
    list->setCurrentIndex(list->model()->index(2, 0)); // somebody looks at one meanwhile
    QTRY_VERIFY(!seen(u"batchBar"_s));
    click(u"checkAll"_s);
    QVERIFY(seen(u"batchBar"_s));
    QCOMPARE(m_server->requests().size(), asked);
}

void TestCheckAllButton::itTellsUntilWhenItWaits()
{
    checkAllUntilItWaits();
    const QDateTime until = queue().pausedUntil(u"practice/"_s);
    QVERIFY(until.isValid());
    const QString said = textOf(u"batchWaiting"_s);
    const QString time = QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat);
    QVERIFY2(said.contains(time) && said.contains("minute"_L1), qPrintable(said));
    QVERIFY(textOf(u"batchState"_s).endsWith(" of 60"_L1));
    QVERIFY(seen(u"batchCancel"_s)->isEnabled());
    QCOMPARE(m_server->throttled(), 0);
}

void TestCheckAllButton::whatIsWaitedForCanBeStopped()
{
    checkAllUntilItWaits();
    click(u"batchCancel"_s);
    QTRY_VERIFY(!seen(u"batchBar"_s));
    QTRY_VERIFY(seen(u"batchOutcomes"_s));
    QVERIFY(!seen(u"batchWaiting"_s));
    QCOMPARE(queue().waiting(), 0);
}

void TestCheckAllButton::aWaitThatIsOverIsNotToldAnyMore()
{
    checkAllUntilItWaits();
    m_server->limitCalls(400);
    m_fixture->clock.setNow(queue().pausedUntil(u"practice/"_s));
    queue().look();
    QTRY_VERIFY(!seen(u"batchWaiting"_s));
    QTRY_COMPARE_WITH_TIMEOUT(outcome(), u"60 × The token works"_s, 20'000);
}

/// Somebody else has used up the app: the first one hears so, and waits with the others.
void TestCheckAllButton::whatOthersThrottledWaitsToo()
{
    open(3);
    Accounts &accounts = m_fixture->desk.accounts();
    Awaited<Secret> token;
    accounts.token(accounts.all().first().id, &token.context, token.callback());
    Transport elsewhere;
    Awaited<Profile> profile;
    GraphClient(elsewhere).profile(m_fixture->desk.catalog.provider(u"practice"_s).value(), token.wait().value(),
                                   &profile.context, profile.callback());
    QVERIFY(profile.wait());
    m_server->limitCalls(1);
    click(u"checkAll"_s);
    QTRY_COMPARE(m_server->throttled(), 1);
    QTRY_COMPARE(queue().waiting(), 3);
    QTRY_VERIFY(seen(u"batchWaiting"_s));
    QVERIFY(textOf(u"batchState"_s).startsWith("0 of 3"_L1));

    m_server->limitCalls(400);
    m_fixture->clock.setNow(queue().pausedUntil(u"practice/"_s));
    queue().look();
    QTRY_COMPARE(outcome(), u"3 × The token works"_s);
}

void TestCheckAllButton::theWindowMayGoWhileItWaits()
{
    checkAllUntilItWaits();
    m_window.reset();
    QTRY_COMPARE(queue().waiting(), 0);
}

/// Whenever all that is left is to wait, the clock is moved.
void TestCheckAllButton::fiveHundredAreCheckedWithoutAThrottle()
{
    m_server->limitCalls(200);
    open(500);
    int waits = 0;
    connect(&queue(), &Queue::waitsUntil, this, [&](const QDateTime &when) {
        QMetaObject::invokeMethod(this, [&, when] { waits += passTo(when); }, Qt::QueuedConnection);
    });
    click(u"checkAll"_s);
    QTRY_COMPARE_WITH_TIMEOUT(outcome(), u"500 × The token works"_s, 60'000);
    QCOMPARE(m_server->throttled(), 0);
    QVERIFY(waits > 0);
}

QTEST_MAIN(TestCheckAllButton)
#include "tst_checkallbutton.moc"
