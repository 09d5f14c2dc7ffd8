// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ConnectDialog that is about providers of the person's own.
#include "connect/connectdialog.h"
#include "connect/waypage.h"
#include "providers/ownproviders.h"

namespace tokendesk {

void ConnectDialog::connectProviders()
{
    connect(m_way, &WayPage::anotherRequested, m_own, &OwnProviders::add);
    connect(m_way, &WayPage::changeRequested, m_own, &OwnProviders::change);
    connect(m_way, &WayPage::deleteRequested, m_own, &OwnProviders::askToDelete);
    connect(m_own, &OwnProviders::changed, this, &ConnectDialog::showProviders);
    connect(m_own, &OwnProviders::added, this, &ConnectDialog::chooseProvider);
}

void ConnectDialog::showProviders()
{
    m_way->fill();
    if (page() == m_way)
        goTo(m_way); // the keyboard was on what is gone
}

} // namespace tokendesk
