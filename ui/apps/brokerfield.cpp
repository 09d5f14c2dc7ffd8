// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/brokerfield.h"

#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "graph/broker.h"
#include "graph/graphclient.h"
#include "style.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

BrokerField::BrokerField(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_hint(new HintLabel(tr("An https address that exchanges sign-ins for tokens with the app secret, such as "
                              "https://login.example.org/broker. Empty where there is none."),
                           this))
{
    name(m_field, u"brokerAddress"_s, tr("Broker address"));
    m_hint->setObjectName(u"brokerHint"_s);
    m_field->setMaxLength(200);
    m_field->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_field->setLayoutDirection(Qt::LeftToRight); // addresses are read so in every language
    auto *label = new QLabel(m_field->accessibleName(), this);
    label->setBuddy(m_field);
    alignToStart(label);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_hint);
    connect(m_field, &QLineEdit::textChanged, this, &BrokerField::check);
    connect(m_field, &QLineEdit::editingFinished, this, &BrokerField::check);
    connect(m_field, &QLineEdit::editingFinished, this, &BrokerField::finished);
}

void BrokerField::setAddress(const QString &address)
{
    if (this->address() != address)
        m_field->setText(address);
}

QString BrokerField::address() const
{
    return m_field->text().trimmed();
}

bool BrokerField::isUsable() const
{
    return address().isEmpty() || readBrokerAddress(address());
}

/// Not while it is being typed.
void BrokerField::check()
{
    const bool wrong = !isUsable() && !m_field->hasFocus();
    m_hint->setFault(wrong ? tr("It has to begin with https:// and to end without “?” and “#”.") : QString());
    emit changed();
}

QString brokerLimits(const Provider &provider)
{
    const bool asksForIt = provider.clientAuthentication != ClientAuthentication::None;
    switch (provider.family) {
    case Family::Instagram: // there the secret is for sign-ins alone
        break;
    case Family::Facebook:
        return BrokerField::tr("Requests to %1 are not signed with the secret then: “Require app secret” has to be off "
                               "in the dashboard, under App settings, Advanced. Tokens for servers cannot be made or "
                               "revoked here.")
            .arg(provider.name);
    case Family::Standard:
        if (asksForIt && (!provider.endpoints.revoke.isEmpty() || hasDeviceLogin(provider)))
            return BrokerField::tr("What %1 does only for who has the secret cannot be done here then: revoking a "
                                   "token, and signing in on another device.")
                .arg(provider.name);
        break;
    }
    return {};
}

QString brokerName(const QString &address)
{
    const std::optional<QUrl> url = readBrokerAddress(address);
    return url ? url->host() : address;
}

} // namespace tokendesk
