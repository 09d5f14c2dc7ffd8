// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/secretfield.h"
#include "mainwindow.h"
#include "practice/practicefacebooktokens.h"
#include "practice/practicetokens.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/pastedtoken.h"
#include "support/scriptedserver.h"
#include "support/standardprovider.h"

#include <QApplication>
#include <QClipboard>
#include <QRadioButton>
#include <QTest>
#include <QUrlQuery>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How many clicks it takes from the empty window to a token on the clipboard, the consent page apart.
class TestClicks : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QApplication::clipboard()->clear();
        begin(u"practice"_s);
    }
    void cleanup()
    {
        m_window.reset();
        m_stage.reset();
        QApplication::clipboard()->clear();
    }

    void practice();
    void savedApp();
    void aTokenThatIsThere();
    void newApp();
    void savedAppAtFacebook();
    void onAnotherDevice();
    void systemUser();
    void appItself();
    void savedAppAtAnotherServer();

private:
    ConnectStage &stage() { return *m_stage; }
    void begin(const QString &builtIn)
    {
        m_stage = std::make_unique<ConnectStage>(u"http"_s, builtIn);
        m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
        m_stage->clock.advance(1s - std::chrono::milliseconds(m_stage->clock.now().time().msec()));
    }
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_stage->services);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_clicks = 0;
    }
    template <typename T = QWidget>
    T *seen(const QString &name)
    {
        for (T *widget : m_window->findChildren<T *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void click(const QString &name)
    {
        QTRY_VERIFY2(seen(name) && seen(name)->isEnabled(), qPrintable(name));
        // A box with little text is often wider than what can be clicked.
        const bool box = qobject_cast<QRadioButton *>(seen(name));
        QTest::mouseClick(seen(name), Qt::LeftButton, {}, box ? QPoint(8, seen(name)->height() / 2) : QPoint());
        ++m_clicks;
    }
    void consent()
    {
        QTRY_VERIFY(seen(u"waitingHeading"_s));
        m_browser = std::make_unique<FakeBrowser>();
        m_browser->open(stage().opened.last());
    }
    /// Is the token of the only account on the clipboard?
    bool isCopied()
    {
        Awaited<Secret> token;
        const Account account = stage().desk.accounts().all().value(0);
        stage().desk.accounts().token(account.id, &token.context, token.callback());
        const Result<Secret> read = token.wait();
        return read && QTest::qWaitFor([&read] { return QApplication::clipboard()->text() == read->toText(); });
    }

    int m_clicks = 0;
    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FakeBrowser> m_browser;
};

void TestClicks::practice()
{
    openWindow();
    click(u"emptyPractice"_s);
    click(u"connectPrimary"_s);
    consent();
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 3);
}

void TestClicks::savedApp()
{
    stage().saveApp(true);
    openWindow();
    click(u"emptyConnect"_s);
    click(u"connectPrimary"_s);
    consent();
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 3);
}

void TestClicks::aTokenThatIsThere()
{
    const QByteArray token = mintPracticeToken(givenToken(stage().clock.now(), 0));
    QApplication::clipboard()->setText(QString::fromLatin1(token));
    openWindow();
    click(u"emptyToken"_s);
    if (!seen(u"connectPrimary"_s) || !seen(u"connectPrimary"_s)->isEnabled())
        click(u"pasteToken"_s);
    click(u"connectPrimary"_s);
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QVERIFY2(m_clicks <= 4, qPrintable(QString::number(m_clicks)));
}

/// With id and secret typed or pasted by the keyboard.
void TestClicks::newApp()
{
    openWindow();
    click(u"emptyConnect"_s);
    click(u"testCard"_s);
    QTRY_VERIFY(seen<QLineEdit>(u"appId"_s));
    QTest::keyClicks(seen<QLineEdit>(u"appId"_s), ConnectStage::appId());
    QTest::keyClicks(seen<QLineEdit>(u"appSecret"_s), ConnectStage::appSecret());
    click(u"connectPrimary"_s);
    click(u"connectPrimary"_s);
    consent();
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 5);
}

/// One more than elsewhere: which Page it is to be.
void TestClicks::savedAppAtFacebook()
{
    begin(u"practicefacebook"_s);
    stage().saveApp(true);
    openWindow();
    click(u"emptyConnect"_s);
    click(u"connectPrimary"_s);
    consent();
    QTRY_VERIFY(seen(u"pageChoices"_s));
    click(u"connectPrimary"_s);
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 4);
}

/// With the client token kept; the code is typed on the other device.
void TestClicks::onAnotherDevice()
{
    begin(u"practicefacebook"_s);
    const Registration app = stage().saveApp(true);
    Awaited<void> kept;
    stage().desk.accounts().keepClientToken(app.id, Secret::fromText(PracticeServer::clientToken()), &kept.context,
                                            kept.callback());
    QVERIFY(kept.wait());
    openWindow();
    click(u"emptyConnect"_s);
    click(u"signInElsewhere"_s);
    QTRY_VERIFY(seen<QLabel>(u"deviceCode"_s));
    m_browser = std::make_unique<FakeBrowser>(FakeBrowser::Person{.userCode = seen<QLabel>(u"deviceCode"_s)->text()});
    m_browser->open(QUrl(seen<QLabel>(u"devicePage"_s)->text()));
    QTRY_VERIFY(m_browser->page().contains("Your device is signed in"));
    stage().clock.advance(5s);
    QTRY_VERIFY(seen(u"pageChoices"_s));
    click(u"connectPrimary"_s);
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 4);
}

/// With the user's id and an administrator's token typed or pasted by the keyboard.
void TestClicks::systemUser()
{
    begin(u"practicefacebook"_s);
    stage().saveApp(true);
    openWindow();
    click(u"emptyConnect"_s);
    click(u"serverToken"_s);
    QTRY_VERIFY(seen<QLineEdit>(u"systemUserId"_s));
    QTest::keyClicks(seen<QLineEdit>(u"systemUserId"_s), u"122100000000001"_s);
    const QDateTime now = stage().clock.now();
    seen<SecretField>(u"askingToken"_s)
        ->setContent(Secret(mintPracticeFacebookToken({.kind = PracticeFacebookToken::Kind::LongUser,
                                                       .appId = ConnectStage::appId().toULongLong(),
                                                       .userId = 10227000000000002u,
                                                       .scopes = {u"business_management"_s},
                                                       .declined = {},
                                                       .pages = {},
                                                       .issuedAt = now.addSecs(-60),
                                                       .expiresAt = now.addDays(50)})));
    click(u"connectPrimary"_s);
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 4);
}

void TestClicks::appItself()
{
    begin(u"practicefacebook"_s);
    stage().saveApp(true);
    openWindow();
    click(u"emptyConnect"_s);
    click(u"serverToken"_s);
    click(u"serverOfApp"_s);
    click(u"connectPrimary"_s);
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 5);
}

void TestClicks::savedAppAtAnotherServer()
{
    ScriptedServer server;
    QByteArray json = standardProvider(server.serverPort(), R"("clientAuthentication": "none",)");
    json.replace("\"id\": \"test\"", "\"id\": \"login\"").replace("/test/", "/login/");
    QVERIFY(stage().desk.catalog.save(json));
    QVERIFY(stage().desk.accounts().save(
        {.id = {}, .providerId = u"login"_s, .clientId = u"desk"_s, .redirectAddresses = {stage().redirectAddress}}));
    server.answer(200, R"({"access_token":"at-1","token_type":"Bearer","expires_in":3600,"scope":"openid"})");
    server.answer(200, R"({"sub":"7","preferred_username":"anna"})");
    openWindow();
    click(u"emptyConnect"_s);
    click(u"connectPrimary"_s);
    QTRY_VERIFY(seen(u"waitingHeading"_s));
    const QString state = QUrlQuery(stage().opened.last()).queryItemValue(u"state"_s);
    m_browser = std::make_unique<FakeBrowser>(); // behind the consent page
    m_browser->open(QUrl(stage().redirectAddress + u"?code=c-1&state="_s + state));
    click(u"copyToken"_s);
    QVERIFY(isCopied());
    QCOMPARE(m_clicks, 3);
}

QTEST_MAIN(TestClicks)
#include "tst_clicks.moc"
