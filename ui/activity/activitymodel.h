// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QAbstractTableModel>

namespace tokendesk {

/// What happened to tokens, the newest first: time, account, sentence. Reads as far back as the view is scrolled.
class ActivityModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, AccountColumn, SentenceColumn, ColumnCount };

    ActivityModel(Services &services, QObject *parent);

    void setFilter(const EventFilter &filter);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    const Event &eventAt(const QModelIndex &row) const { return m_events.at(row.row()); }
    /// A line for each of the rows, as lineOf().
    QString asText(const QModelIndexList &rows) const;
    /// The same for everything that the filter accepts, however old.
    QString allAsText() const;

private:
    QList<Event> pageBehind(qint64 event) const;
    void read();
    void prepend(const Event &event);
    QString text(const Event &event, int column) const;
    QString hintOn(const Event &event, int column) const;

    Services &m_services;
    EventFilter m_filter;
    QList<Event> m_events;
    qsizetype m_room = 0; ///< more rows than the view was scrolled to are not kept
    bool m_hasMore = false; ///< older ones than these
};

} // namespace tokendesk
