// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QMainWindow>

class QAction;
class QStackedWidget;

namespace tokendesk {

class AccountsView;
class AppFiles;
class Closing;
class Connecting;
class EmptyPage;
class TokenCopy;

/// The window: an inviting page while there is no account, the accounts once there are, and the menus.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services &services);
    ~MainWindow() override;

    /// What closing it means.
    Closing &closing() { return *m_closing; }
    /// In front of other windows, wherever it was.
    void bringForward();
    /// The same, with this account and the button that helps it in focus.
    void showNeedy(const QString &accountId);
    /// From outside the window; what goes wrong is shown in it.
    void copyTokenOf(const QString &accountId);
    void openPreferences();
    /// A registration file that somebody has opened with the program.
    void openAppFile(const QString &path);

    /// Builds everything anew in the present language; the chosen account stays.
    void retranslate();

signals:
    /// The window is on the screen: only now is the keychain asked for anything.
    void painted();
    /// Another language is in the settings: retranslate() once it is in use.
    void languageChosen();
    /// Something else was chosen there.
    void preferencesChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildMenus();
    void buildAccountsMenu();
    void buildTokenMenu();
    void buildViewMenu();
    void buildHelpMenus();
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &shortcut,
                 void (MainWindow::*slot)());
    void showFitting();
    void updateActions();
    AccountsView &accountsView();

    void connectAccount();
    void askForToken();
    void showConnected(const QString &accountId);

    void copyToken();
    void toggleToken();
    void clearClipboard();
    void find();
    void rename();
    void tryIt();
    void remove();
    void selectAll();
    void checkAll();
    void saveList();
    void tellFailure(const Error &error);
    void openApps();
    void openDoctor();
    void openUsage();
    void openAbout();

    QString currentAccount() const;

    Services &m_services;
    TokenCopy *m_copy;
    Closing *m_closing;
    Connecting *m_connecting;
    AppFiles *m_appFiles;
    QStackedWidget *m_stack = nullptr;
    EmptyPage *m_empty = nullptr;
    AccountsView *m_accounts = nullptr; ///< null until there is an account
    QList<QAction *> m_accountActions; ///< enabled while one account is shown
    QList<QAction *> m_listActions; ///< enabled while there are accounts
    QAction *m_clear = nullptr;
    bool m_painted = false;
};

} // namespace tokendesk
