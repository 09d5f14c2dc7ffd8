// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/donepicture.h"

#include "pictures.h"
#include "style.h"

#include <QPainter>

namespace tokendesk {

namespace {
constexpr int diameter = 92;
constexpr int badge = 26;
constexpr int ring = 3;
} // namespace

DonePicture::DonePicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DonePicture::sizeHint() const
{
    return {diameter + 2 * ring, diameter + 2 * ring};
}

void DonePicture::setAccount(const QByteArray &picture, const QString &accountName, Mark mark)
{
    m_picture = picture;
    m_name = accountName;
    m_mark = mark;
    update();
}

void DonePicture::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    const bool good = m_mark == Mark::Good;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(QPointF(ring, ring), avatar(m_picture, m_name, diameter, devicePixelRatioF()));

    QRectF disc(0, 0, badge, badge);
    disc.moveBottomRight(QPointF(rect().bottomRight()) + QPointF(1 - ring, 1 - ring));
    painter.setPen(QPen(colours.panel, 2 * ring));
    painter.setBrush(good ? colours.good : colours.warning);
    painter.drawEllipse(disc);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(disc);

    const QPointF middle = disc.center();
    painter.setPen(QPen(colours.panel, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (good)
        painter.drawPolyline(QPolygonF{middle + QPointF(-5, 0), middle + QPointF(-1.5, 4), middle + QPointF(5, -4)});
    else
        painter.drawPolygon(QPolygonF{middle + QPointF(0, -6), middle + QPointF(6, 0), middle + QPointF(0, 6),
                                      middle + QPointF(-6, 0)});
}

} // namespace tokendesk
