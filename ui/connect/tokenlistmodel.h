// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoptionround.h"

#include <QAbstractTableModel>
#include <memory>

namespace tokendesk {

/// The rows of a file of tokens as a table shows them: line, what it is, name, and what came of it. Holds no token.
class TokenListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { LineColumn, KindColumn, NameColumn, StateColumn, ColumnCount };

    TokenListModel(const Catalog &catalog, QObject *parent);

    /// Shows this one, which outlives the model or is taken back with null.
    void setRound(const AdoptionRound *round);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const AdoptionRound::Row &row, int column) const;
    void update(int row);

    const Catalog &m_catalog;
    const AdoptionRound *m_round = nullptr;
};

} // namespace tokendesk
