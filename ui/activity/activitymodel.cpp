// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitymodel.h"

#include "activity/eventtext.h"
#include "activity/noticetext.h"
#include "base/timetext.h"
#include "isolated.h"
#include "style.h"

#include <QGuiApplication>
#include <QPalette>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int pageSize = 500; ///< rows
}

ActivityModel::ActivityModel(Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    read();
    connect(&services.accounts, &Accounts::eventAppended, this, &ActivityModel::prepend);
}

void ActivityModel::setFilter(const EventFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    read();
    endResetModel();
}

void ActivityModel::read()
{
    m_events = pageBehind(0);
    m_room = pageSize;
    m_hasMore = m_events.size() == pageSize;
}

QList<Event> ActivityModel::pageBehind(qint64 event) const
{
    return m_services.accounts.events(pageSize, m_filter, event);
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore;
}

void ActivityModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const QList<Event> page = pageBehind(m_events.last().id);
    m_hasMore = page.size() == pageSize;
    if (page.isEmpty())
        return;
    beginInsertRows({}, int(m_events.size()), int(m_events.size() + page.size()) - 1);
    m_events += page;
    m_room = std::max(m_room, m_events.size());
    endInsertRows();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_events.at(index.row());
    const Colours colours = Colours::of(QGuiApplication::palette());
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn ? dateAndTime(event.at) : hintOn(event, index.column());
    case Qt::ForegroundRole:
        return event.ok || index.column() != SentenceColumn ? colours.muted : colours.warning;
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case AccountColumn:
        return tr("Account");
    default:
        return tr("What happened");
    }
}

QString ActivityModel::asText(const QModelIndexList &rows) const
{
    QString lines;
    for (const QModelIndex &row : rows)
        lines += lineOf(m_events.at(row.row()));
    return lines;
}

QString ActivityModel::allAsText() const
{
    QString lines;
    for (QList<Event> page = pageBehind(0); !page.isEmpty(); page = pageBehind(page.last().id)) {
        for (const Event &event : page)
            lines += lineOf(event);
    }
    return lines;
}

/// What another program appended may have been read from the database already, before it is told.
void ActivityModel::prepend(const Event &event)
{
    const bool known = !m_events.isEmpty() && event.id <= m_events.first().id;
    if (known || !m_filter.accepts(event))
        return;
    beginInsertRows({}, 0, 0);
    m_events.prepend(event);
    endInsertRows();
    if (m_events.size() <= m_room)
        return;
    m_hasMore = true;
    beginRemoveRows({}, int(m_room), int(m_events.size()) - 1);
    m_events.resize(m_room);
    endRemoveRows();
}

/// What was noticed comes with what to do.
QString ActivityModel::hintOn(const Event &event, int column) const
{
    const std::optional<Notice> notice = column == SentenceColumn ? noticeFrom(event) : std::nullopt;
    if (!notice)
        return text(event, column);
    const NoticeText words = describe(*notice);
    //: What happened. What to do.
    return tr("%1 %2").arg(words.happened, words.todo);
}

QString ActivityModel::text(const Event &event, int column) const
{
    switch (column) {
    case TimeColumn:
        return recentTime(event.at, m_services.clock.now());
    case AccountColumn:
        return isolated(event.accountName);
    default:
        return describe(event);
    }
}

} // namespace tokendesk
