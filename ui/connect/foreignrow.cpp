// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/foreignrow.h"

#include "connect/connectpage.h"
#include "connect/scoperow.h"
#include "style.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tokendesk {

ForeignRow::ForeignRow(const Words &words, QWidget *parent)
    : QWidget(parent)
{
    //: A permission, why it cannot be had here
    name(this, words.id + "Foreign"_L1, tr("%1: %2").arg(words.title.isEmpty() ? words.id : words.title, words.badge));
    setAccessibleDescription(words.sentence + u'\n' + words.id);
    setFocusPolicy(Qt::TabFocus);
    QLabel *title = words.title.isEmpty() ? technicalLabel(words.id, this) : wrapping(words.title, this);
    makeMuted(title);
    auto *badge = new QLabel(words.badge, this);
    badge->setObjectName(words.id + "Badge"_L1);
    badge->setTextFormat(Qt::PlainText);
    makeBadge(badge);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(3 * gridUnit, 2 * gridUnit, 3 * gridUnit, 2 * gridUnit);
    grid->setHorizontalSpacing(2 * gridUnit);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, QCheckBox().sizeHint().width()); // where the other rows have their checkbox
    grid->setColumnStretch(1, 1);
    grid->addWidget(title, 0, 1);
    grid->addWidget(badge, 0, 2, Qt::AlignTop | Qt::AlignTrailing);
    if (words.title.isEmpty())
        return;
    QLabel *sentence = wrapping(words.sentence, this);
    makeMuted(sentence);
    grid->addWidget(sentence, 1, 1, 1, 2);
    grid->addWidget(technicalLabel(words.id, this), 2, 1, 1, 2);
}

void ForeignRow::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    painter.setPen(colours.line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (!hasFocus())
        return;
    painter.setPen(QPen(colours.accent, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void ForeignRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ForeignRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tokendesk
