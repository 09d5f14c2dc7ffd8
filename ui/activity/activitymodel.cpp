// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitymodel.h"

#include "activity/eventtext.h"
#include "style.h"
#include "timetext.h"

#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int mostRows = 500;
}

ActivityModel::ActivityModel(Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_events(services.accounts.events(mostRows))
{
    connect(&services.accounts, &Accounts::eventAppended, this, &ActivityModel::prepend);
}

void ActivityModel::setAccount(const QString &accountId)
{
    if (accountId == m_accountId)
        return;
    beginResetModel();
    m_accountId = accountId;
    m_events = m_services.accounts.events(mostRows, accountId);
    endResetModel();
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
        return index.column() == TimeColumn ? dateAndTime(event.at) : text(event, index.column());
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
    for (const QModelIndex &row : rows) {
        const Event &event = m_events.at(row.row());
        const QStringList columns{event.at.toUTC().toString(Qt::ISODate), event.accountName, describe(event)};
        lines += columns.join(u'\t') + u'\n';
    }
    return lines;
}

void ActivityModel::prepend(const Event &event)
{
    if (!m_accountId.isEmpty() && event.accountId != m_accountId)
        return;
    beginInsertRows({}, 0, 0);
    m_events.prepend(event);
    endInsertRows();
    if (m_events.size() <= mostRows)
        return;
    beginRemoveRows({}, mostRows, int(m_events.size()) - 1);
    m_events.resize(mostRows);
    endRemoveRows();
}

QString ActivityModel::text(const Event &event, int column) const
{
    switch (column) {
    case TimeColumn:
        return recentTime(event.at, m_services.clock.now());
    case AccountColumn:
        return u"\u2068%1\u2069"_s.arg(event.accountName); // "@name" stays that in a right-to-left window
    default:
        return describe(event);
    }
}

} // namespace tokendesk
