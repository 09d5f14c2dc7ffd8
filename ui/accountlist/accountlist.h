// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QListView>

class QSortFilterProxyModel;

namespace tokendesk {

class AccountModel;

/// The list of accounts at the left, narrowed by a search. Several can be selected.
class AccountList : public QListView
{
    Q_OBJECT
public:
    AccountList(Services &services, QWidget *parent);

    /// The account that is selected alone; empty where none is, or several are.
    QString current() const;
    bool hasSeveral() const;
    /// What is selected, from top to bottom.
    QStringList selected() const;
    void choose(const QString &accountId);
    /// Chooses a row where none is selected: the one with the keyboard, or the first.
    void chooseAny();
    /// What stands first; by name where that says nothing.
    void sortBy(AccountOrder order);
    /// Shows the accounts whose name or label has that text; all for an empty one.
    void search(const QString &text);

signals:
    /// Another account was chosen, alone.
    void chosen(const QString &accountId);
    /// Now none is selected, or several, or others of them.
    void severalChosen();
    /// A menu for what is selected is asked for there, on the screen.
    void menuRequested(const QPoint &place);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    qsizetype countSelected() const;
    QModelIndex indexOf(const QString &accountId) const;
    void beginSearching();

    AccountModel *m_model;
    QSortFilterProxyModel *m_found = nullptr; ///< what a search found; none before the first one
};

} // namespace tokendesk
