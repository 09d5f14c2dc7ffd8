// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>
#include <QUrl>
#include <QWidget>
#include <utility>

class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace tokendesk {

/// What the token may do: asked for, granted and declined, in one or two columns as the width allows.
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
    void withdrawChosen(const QString &permission);
    void addressChosen(const QUrl &address);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Outcome { Granted, Declined, Unknown };

    void add(const QString &title, Outcome outcome);
    void showWithdrawal(const Account &account, const Provider &provider, Withdrawal withdrawal);
    void fillMenu();
    void setColumns(int columns);
    int columnsFor(int width) const;

    QLabel *m_heading;
    QLabel *m_count;
    QLabel *m_unknown;
    QGridLayout *m_grid;
    QList<QLabel *> m_rows;
    QPushButton *m_withdraw;
    QMenu *m_menu;
    QList<std::pair<QString, QString>> m_granted; ///< permission, title
    QLabel *m_elsewhere;
    QPushButton *m_link;
    QUrl m_address;
    int m_columns = 0;
};

} // namespace tokendesk
