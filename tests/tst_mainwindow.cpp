// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"
#include "style.h"

#include "support/databaseplace.h"
#include "support/settle.h"
#include "support/sight.h"
#include "support/windowfixture.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init() { m_fixture.emplace(); }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    // -- which page
    void withoutAccountsTheWindowInvites();
    void withAccountsTheFirstIsShown();
    void nothingAsksTheKeychainBeforeTheWindowIsPainted();
    void theLastAccountToGoBringsTheInvitationBack();
    void aConnectDialogOpensWhereItIsAskedFor_data();
    void aConnectDialogOpensWhereItIsAskedFor();

    // -- accounts
    void anAccountIsRenamed();
    void removingAsksFirstAndSaysWhatItDoesNotDo();
    void aRemovalThatFailsIsTold();

    // -- the rest
    void tokensInMemoryAreAskedAboutBeforeTheEnd();
    void whatNeedsAPersonStandsInTheStrip();
    void activityIsListedNarrowedAndCopied();
    void aSearchNarrowsTheList();
    void theThemeIsChosenAndKept();
    void theWindowComesBackAsItWas();
    void anotherLanguageKeepsTheAccount();
    void accessToDataIsSaidToEndWhenItDoes();
    void everyControlHasANameForScreenReaders();
    void everythingFitsASmallScreen();

private:
    MainWindow &open()
    {
        m_window.emplace(m_fixture->start());
        m_window->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(&*m_window)); }();
        return *m_window;
    }
    void trigger(const QString &action) { m_window->findChild<QAction *>(action)->trigger(); }
    void choose(int row)
    {
        auto *list = seen<QListView>(u"accountList"_s);
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    Accounts &accounts() { return m_fixture->desk.accounts(); }

    std::optional<WindowFixture> m_fixture;
    std::optional<MainWindow> m_window;
};

void TestMainWindow::withoutAccountsTheWindowInvites()
{
    open();
    QVERIFY(seen(u"emptyPage"_s));
    QVERIFY(!seen(u"accountPage"_s));
    QVERIFY(seen(u"emptyConnect"_s)->hasFocus());
    for (const QString &action : {u"actionCopy"_s, u"actionShow"_s, u"actionRemove"_s, u"actionClear"_s})
        QVERIFY(!m_window->findChild<QAction *>(action)->isEnabled());
}

void TestMainWindow::withAccountsTheFirstIsShown()
{
    m_fixture->add(u"shop"_s);
    open();
    QCOMPARE(textOf(u"accountName"_s), u"@shop"_s);
    QCOMPARE(textOf(u"accountAbout"_s), u"Name of shop · Business account · Instagram · app “Lumen Publisher”"_s);
    QCOMPARE(seen(u"accountStatus"_s)->accessibleName(), u"Working, renews on 27 Nov"_s);
    QVERIFY(!seen(u"notice"_s));
}

void TestMainWindow::nothingAsksTheKeychainBeforeTheWindowIsPainted()
{
    m_fixture->add(u"shop"_s);
    Services &services = m_fixture->start();
    m_window.emplace(services);
    QSignalSpy painted(&*m_window, &MainWindow::painted);
    m_window->show();
    QVERIFY(painted.wait());
    QCOMPARE(m_fixture->keychain.reads(), 0);
    m_window->hide();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(&*m_window));
    settle();
    QCOMPARE(painted.size(), 1);
}

void TestMainWindow::theLastAccountToGoBringsTheInvitationBack()
{
    m_fixture->add(u"one"_s);
    m_fixture->add(u"two"_s);
    open();
    accounts().remove(u"one"_s, this, [](const Result<void> &) { });
    QTRY_COMPARE(textOf(u"accountName"_s), u"@two"_s);
    accounts().remove(u"two"_s, this, [](const Result<void> &) { });
    QTRY_VERIFY(seen(u"emptyPage"_s));
}

void TestMainWindow::aConnectDialogOpensWhereItIsAskedFor_data()
{
    QTest::addColumn<bool>("hasAccount");
    QTest::addColumn<QString>("control");
    QTest::newRow("invitation") << false << u"emptyConnect"_s;
    QTest::newRow("practice") << false << u"emptyPractice"_s;
    QTest::newRow("button") << true << u"connectAccount"_s;
    QTest::newRow("menu") << true << u"actionConnect"_s;
}

void TestMainWindow::aConnectDialogOpensWhereItIsAskedFor()
{
    QFETCH(bool, hasAccount);
    QFETCH(QString, control);
    if (hasAccount)
        m_fixture->add(u"shop"_s);
    open();
    if (control.startsWith("action"_L1))
        trigger(control);
    else
        click(control);
    QTRY_VERIFY(seen<QDialog>(u"connectDialog"_s));
    seen<QDialog>(u"connectDialog"_s)->reject();
    QTRY_VERIFY(!seen(u"connectDialog"_s));
}

void TestMainWindow::anAccountIsRenamed()
{
    m_fixture->add(u"shop"_s);
    open();
    QTest::keyClick(&*m_window, Qt::Key_F2);
    QTRY_VERIFY(seen<QInputDialog>(u"renameDialog"_s));
    auto *dialog = seen<QInputDialog>(u"renameDialog"_s);
    dialog->setTextValue(u"  The   shop "_s);
    dialog->accept();
    QCOMPARE(textOf(u"accountName"_s), u"The shop"_s);
    QVERIFY(textOf(u"accountAbout"_s).startsWith("@shop"_L1));
    QCOMPARE(accounts().find(u"shop"_s)->label, u"The shop"_s);
}

void TestMainWindow::removingAsksFirstAndSaysWhatItDoesNotDo()
{
    m_fixture->add(u"shop"_s);
    open();
    trigger(u"actionRemove"_s);
    QTRY_VERIFY(seen<QDialog>(u"removeDialog"_s));
    QVERIFY(textOf(u"removeText"_s).contains("does not revoke"_L1));
    click(u"withdraw"_s);
    QCOMPARE(m_fixture->opened, QList<QUrl>{QUrl(u"https://www.instagram.com/accounts/manage_access/"_s)});
    seen<QDialog>(u"removeDialog"_s)->reject();
    QTRY_VERIFY(!seen(u"removeDialog"_s));
    QVERIFY(accounts().find(u"shop"_s));

    trigger(u"actionRemove"_s);
    QTRY_VERIFY(seen(u"removeDialog"_s));
    click(u"remove"_s);
    QTRY_VERIFY(seen(u"emptyPage"_s));
    QVERIFY(!accounts().find(u"shop"_s));
    QTRY_VERIFY(!m_fixture->keychain.keys().contains(u"tokendesk/token/shop"_s));
}

void TestMainWindow::aRemovalThatFailsIsTold()
{
    m_fixture->add(u"shop"_s);
    open();
    {
        OutsideConnection outside(m_fixture->desk.folder() + "/tokendesk.sqlite"_L1);
        const QString refusal
            = u"CREATE TRIGGER refusal BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'no'); END"_s;
        QCOMPARE(outside.run(refusal), QString());
    }
    trigger(u"actionRemove"_s);
    QTRY_VERIFY(seen(u"removeDialog"_s));
    click(u"remove"_s);
    QTRY_VERIFY(seen<QDialog>(u"failure"_s));
    QVERIFY(accounts().find(u"shop"_s));
}

void TestMainWindow::tokensInMemoryAreAskedAboutBeforeTheEnd()
{
    m_fixture->add(u"shop"_s);
    open();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Unavailable);
    NewAccount fresh;
    fresh.account.providerId = u"practice"_s;
    fresh.account.userId = u"7"_s;
    fresh.account.issueToken(TokenKind::LongLived, std::chrono::hours(1440), m_fixture->clock.now());
    fresh.token = Secret("PRACTICEunsaved");
    Awaited<Account> adopted;
    accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    QCOMPARE(adopted.wait().value().custody, Custody::MemoryOnly);

    QVERIFY(!m_window->close());
    QTRY_VERIFY(seen(u"unsavedQuestion"_s));
    click(u"unsavedStay"_s);
    QTRY_VERIFY(!seen(u"unsavedQuestion"_s));
    QVERIFY(m_window->isVisible());

    QVERIFY(!m_window->close());
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Open);
    click(u"unsavedSave"_s);
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(!accounts().hasUnsavedTokens());
}

void TestMainWindow::whatNeedsAPersonStandsInTheStrip()
{
    m_fixture->add(u"shop"_s);
    m_fixture->add(u"studio"_s, [](Account &account) {
        account.refused = true;
        account.refusedFor = ErrorHint::PasswordChanged;
    });
    open();
    choose(0);
    QTRY_VERIFY(seen(u"attention"_s));
    QCOMPARE(textOf(u"attentionText"_s), u"@studio: Needs you, password changed"_s);
    QCOMPARE(textOf(u"attentionAction"_s), u"Reconnect @studio"_s);
    click(u"attentionAction"_s);
    QTRY_VERIFY(seen(u"connectDialog"_s));
    QCOMPARE(textOf(u"accountName"_s), u"@studio"_s);
    seen<QDialog>(u"connectDialog"_s)->reject();

    m_window.reset();
    m_fixture->add(u"cafe"_s, [](Account &account) { account.expiresAt = account.issuedAt; });
    open();
    QTRY_VERIFY(textOf(u"attentionText"_s).startsWith("2 account"_L1));
    trigger(u"actionOrder1"_s);
    QCOMPARE(textOf(u"attentionAction"_s), u"Show them"_s);
    auto *list = seen<QListView>(u"accountList"_s);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"@studio"_s);
    trigger(u"actionOrder2"_s);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"@cafe"_s);
    trigger(u"actionOrder0"_s);
    QCOMPARE(list->model()->index(2, 0).data().toString(), u"@studio"_s);
}

void TestMainWindow::activityIsListedNarrowedAndCopied()
{
    m_fixture->add(u"shop"_s);
    m_fixture->add(u"studio"_s);
    open();
    QVERIFY(accounts().note(Event::Kind::Copied, u"shop"_s));
    m_fixture->clock.advance(1h);
    QVERIFY(accounts().note(Event::Kind::RenewalFailed, u"studio"_s, false, u"Rejected, code 190"_s));
    auto *rows = seen<QTreeView>(u"activityRows"_s);
    QCOMPARE(rows->model()->rowCount(), 2);
    QCOMPARE(rows->model()->index(0, 2).data().toString(), u"Could not be renewed (refused, code 190)"_s);
    QVERIFY(rows->model()->index(0, 0).data().toString().startsWith("today"_L1));

    seen<QComboBox>(u"activityFilter"_s)->setCurrentIndex(1);
    QCOMPARE(rows->model()->rowCount(), 1);
    choose(1);
    QCOMPARE(rows->model()->index(0, 2).data().toString(), u"Could not be renewed (refused, code 190)"_s);

    rows->setFocus();
    rows->selectAll();
    QTest::keyClick(rows, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"2026-11-23T14:05:00Z\t@studio\tCould not be renewed (Rejected, code 190)\tfailed\t190\t\n"_s);
    QGuiApplication::clipboard()->clear();
}

void TestMainWindow::aSearchNarrowsTheList()
{
    m_fixture->add(u"shop"_s);
    m_fixture->add(u"studio"_s);
    open();
    QTest::keyClick(&*m_window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(seen(u"search"_s)->hasFocus());
    QTest::keyClicks(seen(u"search"_s), u"studio"_s);
    QCOMPARE(seen<QListView>(u"accountList"_s)->model()->rowCount(), 1);
    QCOMPARE(textOf(u"accountName"_s), u"@studio"_s);
    QTest::keyClicks(seen(u"search"_s), u"xyz"_s);
    QCOMPARE(seen<QListView>(u"accountList"_s)->model()->rowCount(), 0);
    QVERIFY(seen(u"accountPage"_s));
}

void TestMainWindow::theThemeIsChosenAndKept()
{
    open();
    trigger(u"actionTheme%1"_s.arg(int(Theme::Dark)));
    QCOMPARE(m_fixture->settings.theme(), Theme::Dark);
    QTRY_VERIFY(isDark(m_window->palette()));
    trigger(u"actionTheme%1"_s.arg(int(Theme::Light)));
    QTRY_VERIFY(!isDark(m_window->palette()));
}

void TestMainWindow::theWindowComesBackAsItWas()
{
    m_fixture->add(u"shop"_s);
    open();
    m_window->resize(780, 610); // the whole of it fits on the smallest screen a test has
    auto *columns = seen<QSplitter>(u"columns"_s);
    columns->setSizes({300, 480});
    const QList<int> sizes = columns->sizes();
    m_window->close();
    open();
    QCOMPARE(m_window->size(), QSize(780, 610));
    QCOMPARE(seen<QSplitter>(u"columns"_s)->sizes(), sizes);
}

void TestMainWindow::anotherLanguageKeepsTheAccount()
{
    m_fixture->add(u"shop"_s);
    m_fixture->add(u"studio"_s);
    open();
    choose(1);
    const qsizetype menus = m_window->menuBar()->actions().size();
    m_window->retranslate();
    QTRY_COMPARE(textOf(u"accountName"_s), u"@studio"_s);
    QCOMPARE(m_window->menuBar()->actions().size(), menus);
    QTRY_COMPARE(m_window->findChildren<QWidget *>(u"accountsView"_s).size(), 1);
    QTest::keyClick(&*m_window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(seen(u"clipboardBar"_s));
    click(u"clearClipboard"_s);
}

void TestMainWindow::accessToDataIsSaidToEndWhenItDoes()
{
    const auto page = [this](int days) {
        return [this, days](Account &account) {
            account.issueToken(TokenKind::NoExpiry, 0s, account.issuedAt);
            account.dataAccessExpiresAt = m_fixture->clock.now().addDays(days);
        };
    };
    m_fixture->add(u"shop"_s, page(80));
    m_fixture->add(u"studio"_s, page(5));
    open();
    QTRY_VERIFY(seen(u"attention"_s));
    QCOMPARE(textOf(u"attentionText"_s),
             u"Access to the data of @studio ends in 5 day(s). Sign in again to confirm it."_s); // none of the other's
}

void TestMainWindow::everyControlHasANameForScreenReaders()
{
    m_fixture->add(u"shop"_s, [](Account &account) { account.refused = true; });
    open();
    click(u"copyToken"_s);
    QTRY_VERIFY(seen(u"clipboardBar"_s));
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1))
            continue;
        const QString what = QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(what));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qPrintable(what));
    }
    click(u"clearClipboard"_s);
}

void TestMainWindow::everythingFitsASmallScreen()
{
    m_fixture->add(u"an_account_with_a_name_that_is_longer_than_anybody_would_want_it_to_be"_s);
    open();
    QVERIFY(m_window->minimumSizeHint().width() <= 1024);
    QVERIFY(m_window->minimumSizeHint().height() <= 600);
    m_window->resize(1024, 640);
    QTest::qWait(0);
    const QRect page(QPoint(), m_window->size());
    for (const QString &name : {u"copyToken"_s, u"showToken"_s, u"accountStatus"_s, u"search"_s, u"activityFilter"_s}) {
        const QWidget *widget = seen(name);
        QVERIFY2(page.contains(QRect(widget->mapTo(&*m_window, QPoint()), widget->size())), qPrintable(name));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
