// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/clockring.h"

#include "style.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int diameter = 112;
constexpr int thickness = 8;
constexpr int busyArc = 80; // degrees
} // namespace

ClockRing::ClockRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_motion.setInterval(40);
    connect(&m_motion, &QTimer::timeout, this, &ClockRing::turn);
}

QSize ClockRing::sizeHint() const
{
    return {diameter, diameter};
}

void ClockRing::setLeft(std::chrono::seconds left, std::chrono::seconds whole)
{
    m_motion.stop();
    const qint64 seconds = std::max<qint64>(left.count(), 0);
    const QString text = u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, '0'_L1);
    m_share = std::clamp(double(seconds) / double(whole.count()), 0.0, 1.0);
    if (std::exchange(m_text, text) == text)
        return;
    setAccessibleDescription(text);
    update();
}

void ClockRing::setBusy()
{
    m_share = -1;
    m_text.clear();
    setAccessibleDescription({});
    if (isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_motion.start();
    update();
}

void ClockRing::showEvent(QShowEvent *)
{
    if (isBusy())
        setBusy();
}

void ClockRing::hideEvent(QHideEvent *)
{
    m_motion.stop();
}

void ClockRing::turn()
{
    m_angle = (m_angle + 9) % 360;
    update();
}

void ClockRing::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF circle(0, 0, diameter, diameter);
    circle.moveCenter(QRectF(rect()).center());
    circle.adjust(thickness / 2.0, thickness / 2.0, -thickness / 2.0, -thickness / 2.0);
    painter.setPen(QPen(colours.line, thickness));
    painter.drawEllipse(circle);
    // From twelve o'clock; Qt counts sixteenths of a degree, counter-clockwise.
    painter.setPen(QPen(colours.accent, thickness, Qt::SolidLine, Qt::FlatCap));
    if (isBusy())
        painter.drawArc(circle, (90 - m_angle) * 16, -busyArc * 16);
    else
        painter.drawArc(circle, 90 * 16, -qRound(m_share * 360 * 16));

    QFont font = painter.font();
    font.setPixelSize(22);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(circle, Qt::AlignCenter, m_text);
}

} // namespace tokendesk
