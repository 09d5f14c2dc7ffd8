// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/firefoxpicture.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

void drawButton(QPainter &painter, const QRect &box, const QString &text, const Colours &colours)
{
    painter.setPen(colours.line);
    painter.setBrush(colours.side);
    painter.drawRoundedRect(box, gridUnit, gridUnit);
    painter.setPen(colours.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void drawNumber(QPainter &painter, const QPoint &middle, const QString &number, const Colours &colours)
{
    const QRect circle(middle - QPoint(10, 10), QSize(20, 20));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawEllipse(circle);
    painter.setPen(colours.accentText);
    painter.drawText(circle, Qt::AlignCenter, number);
}

} // namespace

FirefoxPicture::FirefoxPicture(QWidget *parent)
    : QWidget(parent)
{
    name(this, u"firefoxPicture"_s,
         tr("Picture: in Firefox's warning click “Advanced…” first, then “Accept the Risk and Continue” below it."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize FirefoxPicture::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(tr("Accept the Risk and Continue")) + 40 * gridUnit,
            6 * fontMetrics().lineSpacing() + 24 * gridUnit};
}

// As Firefox itself arranges it, mirrored with the window.
void FirefoxPicture::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    const int line = fontMetrics().lineSpacing();
    const int tall = line + 3 * gridUnit;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect frame
        = QRect(QPoint(), QSize(qMin(width(), sizeHint().width()), sizeHint().height())).adjusted(1, 1, -1, -1);
    const auto place = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    painter.setPen(colours.line);
    painter.setBrush(colours.field);
    painter.drawRoundedRect(place(frame), 2 * gridUnit, 2 * gridUnit);

    const QRect inner = frame.adjusted(4 * gridUnit, 3 * gridUnit, -4 * gridUnit, -3 * gridUnit);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(colours.text);
    const QRect title(inner.topLeft(), QSize(inner.width(), 2 * line));
    const int start = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(place(title), start | Qt::AlignTop | Qt::TextWordWrap,
                     tr("⚠ Warning: Potential Security Risk Ahead"));
    painter.setFont(font());

    const int first = fontMetrics().horizontalAdvance(tr("Advanced…")) + 8 * gridUnit;
    const int second = fontMetrics().horizontalAdvance(tr("Accept the Risk and Continue")) + 8 * gridUnit;
    const QRect advanced(inner.right() - first, title.bottom() + 2 * gridUnit, first, tall);
    const QRect accept(inner.right() - second, advanced.bottom() + 5 * gridUnit, second, tall);
    drawButton(painter, place(advanced), tr("Advanced…"), colours);
    drawButton(painter, place(accept), tr("Accept the Risk and Continue"), colours);
    const auto before = [&place](const QRect &box) {
        return place(QRect(box.left() - 8 * gridUnit, box.top(), 6 * gridUnit, box.height())).center();
    };
    drawNumber(painter, before(advanced), QLocale().toString(1), colours);
    drawNumber(painter, before(accept), QLocale().toString(2), colours);
}

} // namespace tokendesk
