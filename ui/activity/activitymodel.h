// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QAbstractTableModel>

namespace tokendesk {

/// What happened to tokens, the newest first: time, account, sentence. Of all accounts or of one.
class ActivityModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, AccountColumn, SentenceColumn, ColumnCount };

    ActivityModel(Services &services, QObject *parent);

    /// Empty for all accounts.
    void setAccount(const QString &accountId);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// One line for each row, tabs between the columns, instants in UTC (ISO 8601).
    QString asText(const QModelIndexList &rows) const;

private:
    void prepend(const Event &event);
    QString text(const Event &event, int column) const;

    Services &m_services;
    QString m_accountId;
    QList<Event> m_events;
};

} // namespace tokendesk
