// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/statuspill.h"

#include "style.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace tokendesk {

namespace {
constexpr int padding = 3 * gridUnit;
constexpr int shapeSize = 9;
constexpr int shapeRoom = shapeSize + 2 * gridUnit;
} // namespace

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusPill::setText(Mood mood, const QString &sentence)
{
    if (mood == m_mood && sentence == m_sentence)
        return;
    m_mood = mood;
    m_sentence = sentence;
    setAccessibleName(sentence);
    setToolTip(sentence);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const QFontMetrics metrics(strongFont());
    return {metrics.horizontalAdvance(m_sentence) + shapeRoom + 2 * padding + 2, metrics.height() + 10};
}

QSize StatusPill::minimumSizeHint() const
{
    return {shapeRoom + 2 * padding + QFontMetrics(strongFont()).averageCharWidth() * 10, sizeHint().height()};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // each text in its own direction
    painter.setPen(Qt::NoPen);
    painter.setBrush(tintOf(m_mood, colours));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);

    const QRect inside = rect().adjusted(padding, 0, -padding, 0);
    const QRect shape(inside.topLeft(), QSize(shapeSize, inside.height()));
    const QColor ink = inkOf(m_mood, colours);
    paintShape(painter, m_mood, QRectF(QStyle::visualRect(layoutDirection(), rect(), shape)).center(), shapeSize, ink);
    const QRect text = QStyle::visualRect(layoutDirection(), rect(), inside.adjusted(shapeRoom, 0, 0, 0));
    painter.setFont(strongFont());
    painter.setPen(ink);
    const QString words = QFontMetrics(strongFont()).elidedText(m_sentence, Qt::ElideRight, text.width());
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(text, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, words);
}

void StatusPill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

QFont StatusPill::strongFont() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    return strong;
}

} // namespace tokendesk
