// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/fold.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

Fold::Fold(const QString &objectName, const QString &heading, QWidget *parent)
    : QFrame(parent)
    , m_heading(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_content(new QVBoxLayout(m_body))
{
    makeCard(this);
    name(this, objectName, heading);
    name(m_heading, objectName + "Heading"_L1, heading);
    m_heading->setText(heading);
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    QFont bold = m_heading->font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_content->setContentsMargins(gridUnit, 0, gridUnit, gridUnit);
    m_content->setSpacing(2 * gridUnit);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading, 0, Qt::AlignLeft);
    layout->addWidget(m_body);
    connect(m_heading, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    setOpen(false);
}

void Fold::add(QWidget *widget)
{
    m_content->addWidget(widget);
}

void Fold::setOpen(bool open)
{
    if (std::exchange(m_open, open) == open)
        return;
    const Qt::ArrowType closed = layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    m_heading->setArrowType(open ? Qt::DownArrow : closed);
    m_heading->setAccessibleDescription(open ? tr("open") : tr("closed"));
    m_body->setVisible(open);
    emit toggled(open);
}

} // namespace tokendesk
