// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/addressfield.h"

#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "style.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tokendesk {

namespace {

constexpr int longestAddress = 200;

} // namespace

AddressField::AddressField(const QString &objectName, const QString &title, const QString &hint, Accepts accepts,
                           const QString &fault, QWidget *parent)
    : QWidget(parent)
    , m_accepts(accepts)
    , m_fault(fault)
    , m_field(new QLineEdit(this))
    , m_hint(new HintLabel(hint, this))
{
    name(m_field, objectName, title);
    m_field->setMaxLength(longestAddress);
    m_field->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_field->setLayoutDirection(Qt::LeftToRight); // addresses are read so in every language
    auto *label = new QLabel(title, this);
    label->setBuddy(m_field);
    alignToStart(label);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_hint);
    connect(m_field, &QLineEdit::textChanged, this, &AddressField::check);
    connect(m_field, &QLineEdit::editingFinished, this, &AddressField::check);
    connect(m_field, &QLineEdit::editingFinished, this, &AddressField::finished);
}

void AddressField::setAddress(const QString &address)
{
    if (this->address() != address)
        m_field->setText(address);
}

QString AddressField::address() const
{
    return m_field->text().trimmed();
}

bool AddressField::isUsable() const
{
    return address().isEmpty() || m_accepts(address());
}

/// Not while it is being typed.
void AddressField::check()
{
    m_hint->setFault(!isUsable() && !m_field->hasFocus() ? m_fault : QString());
    emit changed();
}

} // namespace tokendesk
