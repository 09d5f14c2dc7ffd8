// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>
#include <QUrl>
#include <QWidget>
#include <utility>

class QGridLayout;
class QLabel;
class QLayout;
class QMenu;
class QPushButton;

namespace tokendesk {

/// What the token may do: what was asked for, and what was granted or declined, side by side; and the ways to change
/// it.
class PermissionList : public QWidget
{
    Q_OBJECT
public:
    explicit PermissionList(QWidget *parent);

    /// How a permission that was granted is taken back.
    enum class Withdrawal {
        OneByOne, ///< from here
        AtProvider, ///< all of them at once, at the provider's own address, where there is one
    };
    void setAccount(const Account &account, const Provider &provider, Withdrawal withdrawal);

signals:
    /// What was declined is to be asked for again.
    void askAgainChosen();
    /// Others are to be asked for.
    void changeChosen();
    /// All are to be taken back, so that the next sign-in starts afresh.
    void withdrawAllChosen();
    void withdrawChosen(const QString &permission);
    void addressChosen(const QUrl &address);

private:
    enum class Outcome { Granted, Declined, Unknown };
    enum class Asked { Yes, No };

    QLayout *table();
    QWidget *buttons();
    void addHead();
    void add(const QString &title, Asked asked, Outcome outcome);
    void put(QLabel *label, int column);
    void showAskAgain(const Account &account, const Provider &provider);
    void showWithdrawal(const Account &account, const Provider &provider, Withdrawal withdrawal);
    void fillMenu();

    QLabel *m_heading;
    QLabel *m_count;
    QLabel *m_unknown;
    QWidget *m_table;
    QGridLayout *m_grid;
    QList<QLabel *> m_cells;
    int m_row = 0; ///< the next one
    bool m_askedKnown = true; ///< false of a token that was pasted
    QPushButton *m_askAgain;
    QPushButton *m_change;
    QPushButton *m_withdraw;
    QMenu *m_menu;
    QList<std::pair<QString, QString>> m_granted; ///< permission, title
    QLabel *m_elsewhere;
    QPushButton *m_link;
    QUrl m_address;
};

} // namespace tokendesk
