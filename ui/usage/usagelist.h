// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QStyledItemDelegate>
#include <QTreeWidget>

namespace tokendesk {

/// A gauge for each app and account: a bar with a mark at 90 %, the percentage, and how it stands in words. Apps first,
/// then the accounts, those that have used most before the others.
class UsageList : public QTreeWidget
{
    Q_OBJECT
public:
    UsageList(Services &services, QWidget *parent);

    /// The chosen one stays; otherwise the first is chosen.
    void show(QList<UsageSample> newest);
    /// The newest sample of the chosen one; nothing where the list is empty.
    std::optional<UsageSample> chosen() const;

signals:
    void chosenChanged();

private:
    Services &m_services;
    QList<UsageSample> m_newest; ///< by row
};

/// Paints the bar of a row.
class UsageGauge : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// The percentage of the row; -1 where nothing is known of the last hour.
    static constexpr int PercentRole = Qt::UserRole;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tokendesk
