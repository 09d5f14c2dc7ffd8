// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowlayout.h"

#include "style.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace tokendesk {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(2 * gridUnit);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

/// As wide as the widest of them.
QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least;
}

void FlowLayout::setGeometry(const QRect &rectangle)
{
    QLayout::setGeometry(rectangle);
    arrange(rectangle, Only::Nothing);
}

/// Returns the height it takes.
int FlowLayout::arrange(const QRect &rectangle, Only only) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QPoint place = rectangle.topLeft();
    int line = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(rectangle.width(), QLAYOUTSIZE_MAX));
        if (place.x() > rectangle.left() && place.x() + size.width() > rectangle.left() + rectangle.width()) {
            place = QPoint(rectangle.left(), place.y() + line + spacing());
            line = 0;
        }
        if (only == Only::Nothing)
            item->setGeometry(QStyle::visualRect(direction, rectangle, QRect(place, size)));
        place.rx() += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return place.y() + line - rectangle.top();
}

} // namespace tokendesk
