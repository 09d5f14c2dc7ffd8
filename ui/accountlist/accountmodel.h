// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QAbstractListModel>
#include <QTimer>

namespace tokendesk {

/// The accounts as the list shows them, by name. Follows Accounts, and the clock once a minute.
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
        PracticeRole, ///< an account of the built-in stand-in
        SearchRole, ///< what a search looks at
        UrgencyRole, ///< int: the less, the more it needs a person
        EndRole, ///< qint64: when the token ends, ms since 1970; those without an end behind all others
    };

    AccountModel(Services &services, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Where the account is; invalid for an unknown id.
    QModelIndex indexOf(const QString &accountId) const;

private:
    struct Row
    {
        QString id;
        QString name;
    };

    void add(const QString &id);
    void update(const QString &id);
    void remove(const QString &id);
    void updateTimes();
    int placeOf(const QString &name) const;
    QVariant statusData(const Account &account, int role) const;
    QString accessibleText(const Account &account) const;
    bool isPractice(const Account &account) const;

    Services &m_services;
    QList<Row> m_rows;
    QTimer m_minute;
};

} // namespace tokendesk
