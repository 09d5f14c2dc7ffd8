// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/brokerfield.h"

#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "graph/broker.h"
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

QString brokerName(const QString &address)
{
    const std::optional<QUrl> url = readBrokerAddress(address);
    return url ? url->host() : address;
}

} // namespace tokendesk
