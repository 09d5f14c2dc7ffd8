// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/clienttokenpage.h"

#include "connect/credentials.h"
#include "connect/hintlabel.h"
#include "style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString faultOf(const QString &token)
{
    switch (checkAppSecret(token, Family::Facebook)) { // it has the form of a secret
    case CredentialFault::NotHexadecimal:
        return ClientTokenPage::tr("A client token has only the digits 0 to 9 and the letters a to f.");
    case CredentialFault::TooLong:
        return ClientTokenPage::tr("A client token has 32 characters; there are %n.", nullptr, int(token.size()));
    case CredentialFault::LooksLikeId:
        return ClientTokenPage::tr("This looks like the app id.");
    case CredentialFault::TooShort: // not while it is being typed
    case CredentialFault::None:
    case CredentialFault::Empty:
    case CredentialFault::NotDigits:
    case CredentialFault::LooksLikeSecret:
        break;
    }
    return {};
}

} // namespace

ClientTokenPage::ClientTokenPage(QWidget *parent)
    : ConnectPage(parent)
    , m_field(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("Keep the client token in the keychain"), this))
    , m_reveal(new QPushButton(tr("Show"), this))
    , m_hint(new HintLabel(tr("In Meta's dashboard under App settings, Advanced, Security. It is not the app secret. "
                              "“Login from Devices” has to be switched on under Facebook Login, Settings."),
                           this))
{
    name(m_field, u"clientToken"_s, tr("Client token"));
    name(m_keep, u"keepClientToken"_s, m_keep->text());
    m_keep->setChecked(true); // it is no secret of the app's, and asked for each time otherwise
    name(m_reveal, u"revealClientToken"_s, tr("Show the client token"));
    m_hint->setObjectName(u"clientTokenHint"_s);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_reveal->setCheckable(true);
    auto *label = new QLabel(tr("Client token"), this);
    label->setBuddy(m_field);
    alignToStart(label);
    makeHeading(label);

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_field, 1);
    row->addWidget(m_reveal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(m_hint);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(m_keep);
    layout->addStretch();
    connect(m_keep, &QCheckBox::toggled, this, &ClientTokenPage::check);
    connect(m_field, &QLineEdit::textChanged, this, &ClientTokenPage::check);
    connect(m_reveal, &QPushButton::toggled, this, &ClientTokenPage::showToken);
}

void ClientTokenPage::setApp(const Provider &provider, const Registration &app)
{
    if (m_provider.id != provider.id || m_app.clientId != app.clientId)
        m_field->clear();
    m_provider = provider;
    m_app = app;
    check();
}

bool ClientTokenPage::keeps() const
{
    return m_keep->isChecked();
}

bool ClientTokenPage::usesKept() const
{
    return m_app.clientTokenKept && m_keep->isChecked() && m_field->text().isEmpty();
}

Secret ClientTokenPage::token() const
{
    return Secret::fromText(m_field->text());
}

PageFrame ClientTokenPage::frame() const
{
    return {.title = tr("Sign in on another device"),
            .sentence = tr("%1 gives a code only to an app that shows its client token.").arg(m_provider.name),
            .primary = tr("Get a code"),
            .link = m_provider.dashboard.isEmpty() ? QString() : tr("Open the app's dashboard")};
}

bool ClientTokenPage::isComplete() const
{
    return usesKept() || checkAppSecret(m_field->text(), Family::Facebook) == CredentialFault::None;
}

QWidget *ClientTokenPage::firstField() const
{
    return m_field;
}

void ClientTokenPage::followLink()
{
    emit linkRequested(m_provider.dashboard);
}

void ClientTokenPage::check()
{
    const QString clean = cleanedCredential(m_field->text(), Family::Facebook);
    if (clean != m_field->text())
        return m_field->setText(clean); // comes back here
    m_hint->setFault(faultOf(clean));
    m_field->setPlaceholderText(usesKept() ? tr("Kept in your keychain") : QString());
    emit changed();
}

void ClientTokenPage::showToken(bool shown)
{
    m_field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
}

void ClientTokenPage::hideEvent(QHideEvent *)
{
    m_reveal->setChecked(false);
}

} // namespace tokendesk
