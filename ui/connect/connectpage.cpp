// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connectpage.h"

#include <QFontDatabase>
#include <QLabel>
#include <QScrollArea>

namespace tokendesk {

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(false);
    return area;
}

QLabel *wrapping(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *literal(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // Read from left to right in every language, but standing where the text around it stands.
    const bool mirrored = label->layoutDirection() == Qt::RightToLeft;
    label->setLayoutDirection(Qt::LeftToRight);
    label->setAlignment((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return label;
}

void name(QWidget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
}

} // namespace tokendesk
