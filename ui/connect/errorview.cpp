// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/errorview.h"

#include "connect/connectpage.h"
#include "connect/copybutton.h"
#include "connect/fold.h"
#include "style.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

ErrorView::ErrorView(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_happened(wrapping({}, this))
    , m_todo(wrapping({}, this))
    , m_who(wrapping({}, this))
    , m_support(wrapping({}, this))
    , m_details(literal({}, this))
    , m_fold(new Fold(objectName + "Details"_L1, tr("Details"), this))
{
    setObjectName(objectName);
    m_happened->setObjectName(objectName + "Happened"_L1);
    m_todo->setObjectName(objectName + "Todo"_L1);
    m_who->setObjectName(objectName + "Who"_L1);
    m_details->setObjectName(objectName + "DetailsText"_L1);
    makeHeading(m_happened);
    m_support->setObjectName(objectName + "Support"_L1);
    m_support->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    makeMuted(m_who);
    makeMuted(m_support);
    auto *copy = new CopyButton(tr("Copy"), this);
    name(copy, objectName + "DetailsCopy"_L1, tr("Copy the details"));
    connect(copy, &QPushButton::clicked, this, [this, copy] { copy->copy(m_details->text()); });
    m_fold->add(m_details);
    m_fold->add(copy);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_happened);
    layout->addWidget(m_todo);
    layout->addWidget(m_who);
    layout->addWidget(m_support);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(m_fold);
}

void ErrorView::setText(const ErrorText &text)
{
    m_happened->setText(text.happened);
    m_todo->setText(text.todo);
    m_who->setText(text.who);
    m_support->setText(text.support);
    m_support->setVisible(!text.support.isEmpty());
    m_details->setText(text.details);
    m_fold->setOpen(false);
}

} // namespace tokendesk
