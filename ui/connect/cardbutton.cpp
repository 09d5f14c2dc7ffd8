// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/cardbutton.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tokendesk {

namespace {
constexpr int corner = 8;
} // namespace

CardButton::CardButton(const QString &objectName, const QString &title, const QString &sentence, QWidget *parent)
    : QPushButton(parent)
{
    name(this, objectName, title);
    setAccessibleDescription(sentence);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    QLabel *heading = wrapping(title, this);
    makeHeading(heading);
    QLabel *text = wrapping(sentence, this);
    makeMuted(text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(heading);
    layout->addWidget(text);
}

QSize CardButton::sizeHint() const
{
    return layout()->sizeHint();
}

QSize CardButton::minimumSizeHint() const
{
    // As high as the widest: for its true width a layout asks heightForWidth().
    return {layout()->minimumSize().width(), heightForWidth(QWIDGETSIZE_MAX)};
}

int CardButton::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void CardButton::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    const bool lit = hasFocus() || underMouse();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lit ? colours.accent : colours.line, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? colours.accentTint : colours.panel);
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), corner, corner);
}

} // namespace tokendesk
