// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"
#include "practice/practicetokens.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/pastedtoken.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// How many clicks it takes from the empty window to a token on the clipboard, the consent page apart.
class TestClicks : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QApplication::clipboard()->clear();
        m_stage = std::make_unique<ConnectStage>();
        m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
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

private:
    ConnectStage &stage() { return *m_stage; }
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
        QTest::mouseClick(seen(name), Qt::LeftButton);
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

QTEST_MAIN(TestClicks)
#include "tst_clicks.moc"
