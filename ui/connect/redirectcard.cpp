// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/redirectcard.h"

#include "apps/relayfield.h"
#include "connect/connectpage.h"
#include "connect/fold.h"
#include "connect/redirectlist.h"
#include "style.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

RedirectCard::RedirectCard(QWidget *parent)
    : QFrame(parent)
    , m_note(wrapping({}, this))
    , m_list(new RedirectList(this))
    , m_fold(new Fold(u"relayFold"_s, tr("Your organisation has a relay page"), this))
    , m_relay(new RelayField(m_fold))
{
    makeCard(this);
    name(this, u"redirectAddresses"_s, tr("Redirect addresses"));
    QLabel *heading = wrapping(tr("Redirect addresses to register"), this);
    makeHeading(heading);
    makeMuted(m_note);
    m_fold->add(m_relay);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(2 * gridUnit);
    column->addWidget(heading);
    column->addWidget(m_note);
    column->addWidget(m_list);
    column->addWidget(m_fold);
    connect(m_relay, &RelayField::changed, this, &RedirectCard::showAddresses);
}

void RedirectCard::setApp(const Provider &provider, const Registration *saved)
{
    m_note->setText(provider.family == Family::Instagram
                        ? tr("Enter them in the dashboard under “Business login settings”, exactly as they stand here. "
                             "The first one that is free is used.")
                        : tr("Register them exactly as they stand here. The first one that is free is used."));
    m_given = saved ? saved->redirectAddresses : provider.redirectAddresses;
    m_relay->setAddress({});
    m_fold->setOpen(false);
    m_fold->setVisible(!saved);
    showAddresses();
}

QStringList RedirectCard::addresses() const
{
    return hasInput() && isUsable() ? withRelay(m_relay->address(), m_given) : m_given;
}

bool RedirectCard::isUsable() const
{
    return m_relay->isUsable();
}

bool RedirectCard::hasInput() const
{
    return !m_relay->address().isEmpty();
}

void RedirectCard::showAddresses()
{
    m_list->setAddresses(addresses());
    emit changed();
}

} // namespace tokendesk
