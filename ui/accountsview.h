// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QWidget>

class QLineEdit;
class QSplitter;

namespace tokendesk {

class AccountList;
class AccountPage;
class ActivityPane;
class AttentionStrip;
class TokenCopy;

/// The window once there are accounts: list at the left, account at the right, activity at the foot, search above.
class AccountsView : public QWidget
{
    Q_OBJECT
public:
    AccountsView(Services &services, TokenCopy &copy, QWidget *parent);

    /// The account that is shown; empty where there is none.
    QString current() const;
    void choose(const QString &accountId);
    /// The same, with the button that helps it in focus.
    void showNeedy(const QString &accountId);
    void sortBy(AccountOrder order);
    void focusSearch();
    void toggleTokenShown();

    /// Where the splitters stand, for Settings.
    QByteArray arrangement() const;
    void setArrangement(const QByteArray &arrangement);

    /// The activity at its foot.
    ActivityPane &activity() { return *m_activity; }

signals:
    void connectRequested();
    void signInRequested(const QString &accountId);
    void chosen(const QString &accountId);

private:
    QWidget *toolRow();
    void showAccount(const QString &accountId);
    void accountGone(const QString &accountId);

    AccountList *m_list;
    AccountPage *m_page;
    ActivityPane *m_activity;
    AttentionStrip *m_strip;
    QLineEdit *m_search;
    QSplitter *m_columns; ///< list and account
    QSplitter *m_rows; ///< account and activity
};

} // namespace tokendesk
