// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QHash>
#include <QTimer>

namespace tokendesk {

/// The accounts as the list shows them, in the order that the person chose. Follows Accounts.
class AccountModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        WordRole, ///< the status word
        DetailRole, ///< "57 days left"
        MoodRole, ///< int of Mood
        ShareLeftRole, ///< of the token's life, 0 to 1; below 0 where there is nothing to draw
        MarkedRole, ///< something was noticed that nobody has looked at
        PracticeRole, ///< an account of the built-in stand-in
        SearchRole, ///< what a search looks at
    };

    AccountModel(Services &services, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Where the account is; invalid for an unknown id.
    QModelIndex indexOf(const QString &accountId) const;
    /// What stands first; by name where that says nothing.
    void sortBy(AccountOrder order);
    /// Time went by: what depends on it is told anew.
    void updateTimes();

private:
    struct Row
    {
        QString id;
        QString name;
        qint64 rank = 0; ///< the less, the further ahead, whatever the name
        mutable QString searched{}; ///< what a search looks at, once one did
    };

    void add(const QString &id);
    void update(const QString &id);
    void remove(const QString &id);
    Row rowOf(const Account &account) const;
    qint64 rankOf(const Account &account) const;
    bool isBefore(const Row &one, const Row &other) const;
    void rank();
    void sort();
    int placeOf(const Row &row, int first, int end) const;
    int placeNow(const QString &accountId) const;
    QVariant statusData(const Account &account, int role) const;
    QString accessibleText(const Account &account) const;
    bool isPractice(const Account &account) const;

    Services &m_services;
    QCollator m_names;
    AccountOrder m_order;
    QList<Row> m_rows;
    QTimer m_rankSoon;
    mutable QHash<QString, int> m_places; ///< of m_rows by id; may be out of date
};

} // namespace tokendesk
