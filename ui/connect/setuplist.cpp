// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/setuplist.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokendesk {

SetupList::SetupList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2 * gridUnit);
}

void SetupList::addStep(const QString &text)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * gridUnit);
    //: the number of a step
    auto *count = new QLabel(tr("%1.").arg(QLocale().toString(++m_steps)), row);
    makeHeading(count);
    line->addWidget(count, 0, Qt::AlignTop);
    line->addWidget(wrapping(text, row), 1);
    m_column->addWidget(row);
}

QPushButton *SetupList::addLink(const QString &objectName, const QString &text)
{
    auto *row = new QWidget(this);
    auto *button = new QPushButton(text, row);
    name(button, objectName, text);
    makeQuiet(button);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(4 * gridUnit, 0, 0, 0);
    line->addWidget(button);
    line->addStretch();
    m_column->addWidget(row);
    return button;
}

} // namespace tokendesk
