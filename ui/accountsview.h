// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace tokendesk {

class AccountActions;
class AccountList;
class AccountPage;
class ActivityPane;
class AttentionStrip;
class SeveralPage;
class TokenCopy;

/// The window once there are accounts: list at the left, what is selected at the right, activity at the foot, search
/// above.
class AccountsView : public QWidget
{
    Q_OBJECT
public:
    AccountsView(Services &services, TokenCopy &copy, QWidget *parent);

    /// The account that is shown; empty where there is none, or several are selected.
    QString current() const;
    void choose(const QString &accountId);
    /// The same, with the button that helps it in focus.
    void showNeedy(const QString &accountId);
    void sortBy(AccountOrder order);
    void focusSearch();
    void toggleTokenShown();
    void rename();
    void tryIt();
    void removeSelected();
    void selectAll();
    /// Asks every account's provider whether its token works.
    void checkAll();
    /// Those that are selected, or all where fewer than two are.
    void saveList();

    /// Where the splitters stand, for Settings.
    QByteArray arrangement() const;
    void setArrangement(const QByteArray &arrangement);

    /// The activity at its foot.
    ActivityPane &activity() { return *m_activity; }

signals:
    void connectRequested();
    void signInRequested(const QString &accountId);
    void askAgainRequested(const QString &accountId);
    /// Something else is shown; empty for several accounts.
    void chosen(const QString &accountId);
    void failed(const tokendesk::Error &error);

private:
    QWidget *toolRow();
    void showAccount(const QString &accountId);
    void showSelection();
    SeveralPage &severalPage();
    void openMenu(const QPoint &place);
    void accountGone(const QString &accountId);

    Services &m_services;
    TokenCopy &m_copy;
    AccountActions *m_actions;
    AccountList *m_list;
    QStackedWidget *m_shown; ///< one account, or several
    AccountPage *m_page;
    SeveralPage *m_several = nullptr; ///< null until several are selected
    ActivityPane *m_activity;
    AttentionStrip *m_strip;
    QLineEdit *m_search;
    QSplitter *m_columns; ///< list and account
    QSplitter *m_rows; ///< account and activity
    QTimer m_soon; ///< a selection of many changes many times at once
};

} // namespace tokendesk
