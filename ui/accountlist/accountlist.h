// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QListView>

class QSortFilterProxyModel;

namespace tokendesk {

class AccountModel;

/// The list of accounts at the left, narrowed by a search.
class AccountList : public QListView
{
    Q_OBJECT
public:
    AccountList(Services &services, QWidget *parent);

    /// The chosen account; empty where none is.
    QString current() const;
    void choose(const QString &accountId);
    /// Chooses the first row where none is chosen.
    void chooseAny();
    /// What stands first; by name where that says nothing.
    void sortBy(AccountOrder order);
    /// Shows the accounts whose name or label has that text; all for an empty one.
    void search(const QString &text);

signals:
    /// Another account was chosen; empty where there is none.
    void chosen(const QString &accountId);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void paintEvent(QPaintEvent *event) override;

private:
    AccountModel *m_model;
    QSortFilterProxyModel *m_found;
};

} // namespace tokendesk
