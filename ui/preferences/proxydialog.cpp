// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/proxydialog.h"

#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "style.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// Without the port. An IPv6 address has colons of its own.
QString hostOf(const QString &proxy)
{
    return proxy.section(u':', 0, -2);
}

} // namespace

ProxyDialog::ProxyDialog(Network &network, const QString &proxy, Reason reason, QWidget *parent)
    : QDialog(parent)
    , m_network(network)
    , m_host(hostOf(proxy))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_hint(new HintLabel(tr("The password is kept in your keychain, and told only to proxies that you enter it for."),
                           this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"proxyDialog"_s);
    setWindowTitle(tr("Sign in to the proxy"));
    name(m_user, u"proxyUser"_s, tr("User"));
    name(m_password, u"proxyPassword"_s, tr("Password"));
    m_hint->setObjectName(u"proxyHint"_s);
    m_hint->setWordWrap(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_user->setText(m_network.proxy().user); // most often the same at each of a company's proxies
    if (reason == Reason::Refused)
        m_hint->setFault(tr("The proxy did not take the user or the password. Enter them again."));
    QLabel *about = wrapping(tr("TokenDesk reaches the internet through %1, which lets nobody through who has not "
                                "signed in. User and password come from your company.")
                                 .arg(proxy),
                             this);
    about->setObjectName(u"proxyAbout"_s);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(4 * gridUnit);
    form->setVerticalSpacing(2 * gridUnit);
    form->addRow(m_user->accessibleName(), m_user);
    form->addRow(m_password->accessibleName(), m_password);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"proxyCancel"_s);
    m_go = buttons->addButton(tr("Sign in"), QDialogButtonBox::ActionRole);
    m_go->setObjectName(u"proxySignIn"_s);
    m_go->setDefault(true);
    makePrimary(m_go);
    connect(m_go, &QPushButton::clicked, this, &ProxyDialog::signIn);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_user, &QLineEdit::textChanged, this, &ProxyDialog::updateButton);
    connect(m_password, &QLineEdit::textChanged, this, &ProxyDialog::updateButton);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(m_hint);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(110 * gridUnit);
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
    updateButton();
}

void ProxyDialog::updateButton()
{
    m_go->setEnabled(m_done || (!m_user->text().trimmed().isEmpty() && !m_password->text().isEmpty()));
}

void ProxyDialog::signIn()
{
    if (m_done)
        return accept();
    Secret password = Secret::fromText(m_password->text());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_user, m_password, m_go})
        widget->setEnabled(false);
    m_network.signIn(m_host, m_user->text().trimmed(), std::move(password), this,
                     [this](const Result<void> &result) { kept(result); });
}

void ProxyDialog::kept(const Result<void> &result)
{
    m_password->clear();
    m_done = true;
    if (result)
        return accept();
    m_hint->setFault(tr("Your keychain did not keep the password: it is used until TokenDesk ends, and asked for again "
                        "after that."));
    m_go->setText(tr("Go on"));
    updateButton();
}

} // namespace tokendesk
