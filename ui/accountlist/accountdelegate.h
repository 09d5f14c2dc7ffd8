// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QCache>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace tokendesk {

/// Draws a row of the list: picture or initials, name, Practice badge, status as shape and word, bar of time left.
class AccountDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    AccountDelegate(const Accounts &accounts, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintPicture(QPainter *painter, const QRect &place, const QModelIndex &index) const;
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QRect &picture,
                   const QModelIndex &index) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                   const QModelIndex &index) const;
    void paintStatus(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                     const QModelIndex &index) const;
    void paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                  const QModelIndex &index) const;

    const Accounts &m_accounts;
    mutable QCache<QString, QPixmap> m_pictures; ///< by account
};

} // namespace tokendesk
