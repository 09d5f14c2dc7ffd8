// SPDX-License-Identifier: GPL-3.0-or-later
#include "calmscrollbar.h"

#include "style.h"

#include <algorithm>

namespace tokendesk {

QRect sliderOf(const QStyleOptionSlider &bar)
{
    const bool lying = bar.orientation == Qt::Horizontal;
    const int room = lying ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    const int length = std::clamp(int(qint64(bar.pageStep) * room / std::max(1, range + bar.pageStep)),
                                  std::min(8 * gridUnit, room), room);
    const int at
        = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, room - length, bar.upsideDown);
    return lying ? QRect(bar.rect.left() + at, bar.rect.top(), length, bar.rect.height())
                 : QRect(bar.rect.left(), bar.rect.top() + at, bar.rect.width(), length);
}

QRect pageOf(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect slider = sliderOf(bar);
    QRect page = bar.rect;
    const bool before = (part == QStyle::SC_ScrollBarSubPage) != bar.upsideDown;
    if (bar.orientation == Qt::Horizontal)
        before ? page.setRight(slider.left() - 1) : page.setLeft(slider.right() + 1);
    else
        before ? page.setBottom(slider.top() - 1) : page.setTop(slider.bottom() + 1);
    return page;
}

} // namespace tokendesk
