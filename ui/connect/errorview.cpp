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

ErrorView::ErrorView(QWidget *parent)
    : QWidget(parent)
    , m_happened(wrapping({}, this))
    , m_todo(wrapping({}, this))
    , m_who(wrapping({}, this))
    , m_details(literal({}, this))
    , m_fold(new Fold(u"errorDetails"_s, tr("Details"), this))
{
    m_happened->setObjectName(u"errorHappened"_s);
    m_todo->setObjectName(u"errorTodo"_s);
    m_who->setObjectName(u"errorWho"_s);
    m_details->setObjectName(u"errorDetailsText"_s);
    makeHeading(m_happened);
    makeMuted(m_who);
    auto *copy = new CopyButton(tr("Copy"), this);
    name(copy, u"copyErrorDetails"_s, tr("Copy the details"));
    connect(copy, &QPushButton::clicked, this, [this, copy] { copy->copy(m_details->text()); });
    m_fold->add(m_details);
    m_fold->add(copy);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_happened);
    layout->addWidget(m_todo);
    layout->addWidget(m_who);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(m_fold);
}

void ErrorView::setText(const ErrorText &text)
{
    m_happened->setText(text.happened);
    m_todo->setText(text.todo);
    m_who->setText(text.who);
    m_details->setText(text.details);
    m_fold->setOpen(false);
}

} // namespace tokendesk
