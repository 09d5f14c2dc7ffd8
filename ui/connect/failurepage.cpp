// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/failurepage.h"

#include "connect/errorview.h"
#include "connect/pastetext.h"
#include "networktext.h"
#include "preferences/networksection.h"
#include "preferences/proxydialog.h"
#include "style.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

FailurePage::FailurePage(Network &network, QWidget *parent)
    : ConnectPage(parent)
    , m_network(network)
{
    auto *content = new QWidget;
    m_view = new ErrorView(u"error"_s, content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    m_openNetwork = new QPushButton(content);
    m_openNetwork->setObjectName(u"openNetwork"_s);
    m_openPage = new QPushButton(tr("Open the page for it"), content);
    name(m_openPage, u"openPage"_s, m_openPage->text());
    m_story = new QPushButton(tr("What happened…"), content);
    m_story->setObjectName(u"failureStory"_s);
    m_story->setAccessibleName(tr("What happened in this sign-in"));
    makeQuiet(m_story);
    column->setSpacing(3 * gridUnit);
    column->addWidget(m_view);
    column->addWidget(m_story, 0, Qt::AlignLeading);
    column->addWidget(m_openNetwork, 0, Qt::AlignLeading);
    column->addWidget(m_openPage, 0, Qt::AlignLeading);
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, this));
    connect(m_openPage, &QPushButton::clicked, this, [this] { emit linkRequested(m_page); });
    connect(m_story, &QPushButton::clicked, this, &FailurePage::storyRequested);
    connect(m_openNetwork, &QPushButton::clicked, this, &FailurePage::openNetwork);
}

void FailurePage::take(const Error &error, const ErrorText &text)
{
    m_error = error;
    m_view->setText(text);
    m_page = text.link;
    m_openPage->setVisible(!m_page.isEmpty());
    m_openNetwork->setVisible(isOfNetwork(error));
    m_openNetwork->setText(wantsProxySignIn(error) ? tr("Sign in to the proxy…") : tr("Network settings…"));
    m_openNetwork->setAccessibleName(m_openNetwork->text());
}

/// Whoever has signed in to the proxy goes on at once.
void FailurePage::openNetwork()
{
    if (!wantsProxySignIn(m_error)) {
        openNetworkDialog(m_network, this);
        return;
    }
    const auto reason
        = m_error.hint == ErrorHint::ProxyPassword ? ProxyDialog::Reason::Refused : ProxyDialog::Reason::Wanted;
    auto *dialog = new ProxyDialog(m_network, m_error.message, reason, this);
    connect(dialog, &QDialog::accepted, this, &FailurePage::finished);
    dialog->open();
}

void FailurePage::setError(const Error &error, const Provider &provider, const QString &expected)
{
    const bool other = error.hint == ErrorHint::OtherUser;
    if (error.hint == ErrorHint::PageMissing)
        take(error, describePageMissing(error, expected, provider.name));
    else
        take(error, other ? describeOtherUser(error, expected, provider.name) : describe(error, provider));
    m_story->setVisible(error.kind != ErrorKind::Cancelled);
    m_appIsAtFault = error.kind == ErrorKind::Misconfigured && !provider.practice;
    emit changed();
}

void FailurePage::setRefusal(const Error &error, const Provider &provider)
{
    take(error, describePasted(error, provider.name));
    m_story->hide(); // nobody was to sign in
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
