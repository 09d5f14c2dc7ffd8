// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/tokenlistmodel.h"

#include "connect/pastetext.h"

namespace tokendesk {

TokenListModel::TokenListModel(const Catalog &catalog, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog)
{
}

void TokenListModel::setRound(const AdoptionRound *round)
{
    beginResetModel();
    m_round = round;
    endResetModel();
    if (round)
        connect(round, &AdoptionRound::rowChanged, this, &TokenListModel::update);
}

int TokenListModel::rowCount(const QModelIndex &parent) const
{
    return m_round && !parent.isValid() ? int(m_round->rows().size()) : 0;
}

int TokenListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void TokenListModel::update(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

QVariant TokenListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_round || index.row() >= rowCount())
        return {};
    const AdoptionRound::Row &row = m_round->rows()[std::size_t(index.row())];
    const bool told = role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() == StateColumn);
    return told || role == Qt::AccessibleTextRole ? textOf(row, index.column()) : QVariant();
}

QString TokenListModel::textOf(const AdoptionRound::Row &row, int column) const
{
    if (column == LineColumn)
        return QString::number(row.source.line);
    if (column == KindColumn)
        return kindOf(row.source.read);
    if (column == StateColumn)
        return describe(row, m_catalog);
    return row.account.id.isEmpty() ? row.source.name : row.account.displayName();
}

QVariant TokenListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == LineColumn)
        return tr("Line");
    if (section == KindColumn)
        return tr("What it is");
    return section == NameColumn ? tr("Name") : tr("Result");
}

} // namespace tokendesk
