// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/failurepage.h"

#include "connect/errorview.h"
#include "connect/pastetext.h"
#include "style.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

FailurePage::FailurePage(QWidget *parent)
    : ConnectPage(parent)
{
    auto *content = new QWidget;
    m_view = new ErrorView(u"error"_s, content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    column->addWidget(m_view);
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, this));
}

void FailurePage::setError(const Error &error, const Provider &provider, const QString &expected)
{
    const bool other = error.hint == ErrorHint::OtherUser;
    if (error.hint == ErrorHint::PageMissing)
        m_view->setText(describePageMissing(error, expected, provider.name));
    else
        m_view->setText(other ? describeOtherUser(error, expected, provider.name) : describe(error, provider.name));
    m_appIsAtFault = error.kind == ErrorKind::Misconfigured && !provider.practice;
    emit changed();
}

void FailurePage::setRefusal(const Error &error, const Provider &provider)
{
    m_view->setText(describePasted(error, provider.name));
    m_appIsAtFault = false;
    emit changed();
}

PageFrame FailurePage::frame() const
{
    return {.title = tr("That did not work"),
            .sentence = tr("No account was changed."),
            .primary = tr("Try again"),
            .link = m_appIsAtFault ? tr("Check your app") : QString()};
}

} // namespace tokendesk
