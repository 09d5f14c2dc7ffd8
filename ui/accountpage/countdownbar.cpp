// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/countdownbar.h"

#include "style.h"

#include <QPainter>
#include <QStyle>

namespace tokendesk {

CountdownBar::CountdownBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CountdownBar::setShare(double share)
{
    m_share = share;
    update();
}

QSize CountdownBar::sizeHint() const
{
    return {30 * gridUnit, gridUnit};
}

void CountdownBar::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(rect(), 2, 2);
    const QRect left(0, 0, int(width() * m_share), height());
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), left), 2, 2);
}

} // namespace tokendesk
