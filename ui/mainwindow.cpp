// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "accountsview.h"
#include "activity/activitypane.h"
#include "apps/appfiles.h"
#include "closing.h"
#include "connecting.h"
#include "emptypage.h"
#include "ordermenu.h"
#include "recoverynotice.h"
#include "style.h"
#include "thememenu.h"
#include "tokencopy.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace tokendesk {

MainWindow::MainWindow(Services &services)
    : m_services(services)
    , m_copy(new TokenCopy(services, this))
    , m_closing(new Closing(services, *this))
    , m_connecting(new Connecting(services, *m_copy, this))
    , m_appFiles(new AppFiles(services, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(QCoreApplication::applicationName());
    resize(1120, 740);
    restoreGeometry(services.settings.windowGeometry());
    build();
    connect(&services.accounts, &Accounts::accountAdded, this, &MainWindow::showFitting);
    connect(&services.accounts, &Accounts::accountRemoved, this, &MainWindow::showFitting);
    connect(&services.clipboard, &Clipboard::changed, this, &MainWindow::updateActions);
    QCoreApplication::instance()->installEventFilter(m_appFiles);
    connect(m_appFiles, &AppFiles::added, m_connecting, &Connecting::startWith);
    connect(m_connecting, &Connecting::connected, this, &MainWindow::showConnected);
    connect(m_closing, &Closing::notSaved, this, &MainWindow::tellFailure);
    connect(m_closing, &Closing::scheduleRequested, this, &MainWindow::openPreferences);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    buildMenus();
    auto *middle = new QWidget(this);
    m_stack = new QStackedWidget(middle);
    m_stack->setObjectName(u"stack"_s);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new RecoveryNotice(m_services, middle));
    column->addWidget(m_stack, 1);
    setCentralWidget(middle);
    showFitting();
}

void MainWindow::retranslate()
{
    const QString chosen = currentAccount();
    const QByteArray arrangement = m_accounts ? m_accounts->arrangement() : QByteArray();
    const ActivityPane::Choice activity = m_accounts ? m_accounts->activity().choice() : ActivityPane::Choice();
    menuBar()->clear();
    m_accountActions.clear();
    m_listActions.clear();
    m_empty = nullptr;
    m_accounts = nullptr;
    build();
    if (!m_accounts)
        return;
    m_accounts->setArrangement(arrangement);
    m_accounts->activity().setChoice(activity);
    m_accounts->choose(chosen);
}

// Pages are built when they are first needed: an empty program starts without the accounts' widgets.
void MainWindow::showFitting()
{
    if (m_services.accounts.all().isEmpty()) {
        if (!m_empty) {
            m_empty = new EmptyPage(m_stack);
            m_stack->addWidget(m_empty);
            connect(m_empty, &EmptyPage::connectChosen, m_connecting, &Connecting::start);
            connect(m_empty, &EmptyPage::tokenChosen, m_connecting, &Connecting::askForToken);
            connect(m_empty, &EmptyPage::practiceChosen, m_connecting, &Connecting::tryPractice);
        }
        m_stack->setCurrentWidget(m_empty);
        m_empty->setFocus();
    } else {
        m_stack->setCurrentWidget(&accountsView());
    }
    updateActions();
}

AccountsView &MainWindow::accountsView()
{
    if (m_accounts)
        return *m_accounts;
    m_accounts = new AccountsView(m_services, *m_copy, m_stack);
    m_accounts->setArrangement(m_services.settings.splitterState());
    m_stack->addWidget(m_accounts);
    connect(m_accounts, &AccountsView::connectRequested, m_connecting, &Connecting::start);
    connect(m_accounts, &AccountsView::signInRequested, m_connecting, &Connecting::signInAgain);
    connect(m_accounts, &AccountsView::askAgainRequested, m_connecting, &Connecting::askAgain);
    connect(m_accounts, &AccountsView::chosen, this, &MainWindow::updateActions);
    connect(m_accounts, &AccountsView::failed, this, &MainWindow::tellFailure);
    return *m_accounts;
}

QString MainWindow::currentAccount() const
{
    return m_accounts && m_stack->currentWidget() == m_accounts ? m_accounts->current() : QString();
}

// -- menus

void MainWindow::buildMenus()
{
    menuBar()->setObjectName(u"menuBar"_s);
    buildAccountsMenu();
    buildTokenMenu();
    buildViewMenu();
    buildHelpMenus();
}

QAction *MainWindow::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut,
                         void (MainWindow::*slot)())
{
    QAction *action = menu->addAction(text, this, slot);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::buildAccountsMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Accounts"));
    add(menu, u"actionConnect"_s, tr("&Connect an account…"), QKeySequence::New, &MainWindow::connectAccount);
    add(menu, u"actionToken"_s, tr("I already have a &token…"), {}, &MainWindow::askForToken);
    menu->addSeparator();
    m_accountActions.append(add(menu, u"actionRename"_s, tr("Re&name…"), Qt::Key_F2, &MainWindow::rename));
    m_listActions.append(add(menu, u"actionRemove"_s, tr("&Remove…"), {}, &MainWindow::remove));
    menu->addSeparator();
    m_listActions.append(add(menu, u"actionSelectAll"_s, tr("Select &all"), {}, &MainWindow::selectAll));
    m_listActions.append(add(menu, u"actionCheckAll"_s, tr("Chec&k all"), {}, &MainWindow::checkAll));
    m_listActions.append(add(menu, u"actionSaveList"_s, tr("&Save list as CSV…"), {}, &MainWindow::saveList));
    menu->addSeparator();
    QAction *quit = menu->addAction(tr("&Quit"), qApp, &QApplication::quit);
    quit->setObjectName(u"actionQuit"_s);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::buildTokenMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Token"));
    m_accountActions.append(
        add(menu, u"actionCopy"_s, tr("&Copy token"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, &MainWindow::copyToken));
    m_accountActions.append(add(menu, u"actionShow"_s, tr("&Show or hide token"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
                                &MainWindow::toggleToken));
    m_accountActions.append(add(menu, u"actionTry"_s, tr("&Try it…"), {}, &MainWindow::tryIt));
    m_clear = add(menu, u"actionClear"_s, tr("C&lear clipboard"), {}, &MainWindow::clearClipboard);
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_listActions.append(add(menu, u"actionFind"_s, tr("&Find an account"), QKeySequence::Find, &MainWindow::find));
    auto *order = new OrderMenu(m_services.settings, tr("&Sort by"), menu);
    menu->addMenu(order);
    connect(order, &OrderMenu::chosen, this, [this](AccountOrder chosen) {
        if (m_accounts)
            m_accounts->sortBy(chosen);
    });
    menu->addSeparator();
    menu->addMenu(new ThemeMenu(m_services.settings, tr("&Theme"), menu));
}

void MainWindow::buildHelpMenus()
{
    QMenu *tools = menuBar()->addMenu(tr("T&ools"));
    add(tools, u"actionApps"_s, tr("Your &apps…"), {}, &MainWindow::openApps);
    add(tools, u"actionDoctor"_s, tr("Token &doctor…"), {}, &MainWindow::openDoctor);
    add(tools, u"actionUsage"_s, tr("API &usage…"), Qt::CTRL | Qt::Key_U, &MainWindow::openUsage);
    QAction *preferences = add(tools, u"actionPreferences"_s, tr("&Preferences…"), Qt::CTRL | Qt::Key_Comma,
                               &MainWindow::openPreferences);
    preferences->setMenuRole(QAction::PreferencesRole);
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *about = add(help, u"actionAbout"_s, tr("&About TokenDesk"), {}, &MainWindow::openAbout);
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::updateActions()
{
    const bool hasAccount = !currentAccount().isEmpty();
    for (QAction *action : std::as_const(m_accountActions))
        action->setEnabled(hasAccount);
    const bool hasList = m_accounts && m_stack->currentWidget() == m_accounts;
    for (QAction *action : std::as_const(m_listActions))
        action->setEnabled(hasList);
    m_clear->setEnabled(m_services.clipboard.isHolding());
}

// -- connecting

void MainWindow::connectAccount()
{
    m_connecting->start();
}

void MainWindow::askForToken()
{
    m_connecting->askForToken();
}

void MainWindow::showConnected(const QString &accountId)
{
    showFitting();
    accountsView().choose(accountId);
}

// -- actions

void MainWindow::copyToken()
{
    m_copy->copy(currentAccount());
}

void MainWindow::copyTokenOf(const QString &accountId)
{
    connect(m_copy, &TokenCopy::failed, this, &MainWindow::showNeedy, Qt::UniqueConnection);
    m_copy->copy(accountId);
}

void MainWindow::toggleToken()
{
    accountsView().toggleTokenShown();
}

void MainWindow::clearClipboard()
{
    m_services.clipboard.clear();
}

void MainWindow::find()
{
    accountsView().focusSearch();
}

void MainWindow::rename()
{
    accountsView().rename();
}

void MainWindow::tryIt()
{
    accountsView().tryIt();
}

void MainWindow::remove()
{
    accountsView().removeSelected();
}

void MainWindow::selectAll()
{
    accountsView().selectAll();
}

void MainWindow::checkAll()
{
    accountsView().checkAll();
}

void MainWindow::saveList()
{
    accountsView().saveList();
}

// -- the window

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_painted)
        windowHandle()->installEventFilter(this);
}

/// Whoever comes back to the window sees what the command line did meanwhile.
void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_services.accounts.refresh();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.setWindowGeometry(saveGeometry());
    if (m_accounts)
        m_services.settings.setSplitterState(m_accounts->arrangement());
    if (m_closing->mayClose())
        QMainWindow::closeEvent(event);
    else
        event->ignore();
}

void MainWindow::bringForward()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::showNeedy(const QString &accountId)
{
    bringForward();
    if (m_services.accounts.find(accountId))
        accountsView().showNeedy(accountId);
}

// Exposing paints: whatever comes after it finds the window on the screen.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_painted && event->type() == QEvent::Expose && windowHandle()->isExposed()) {
        m_painted = true;
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &MainWindow::painted);
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace tokendesk
