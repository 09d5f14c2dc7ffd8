// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/addressfield.h"

#include <QStringList>

namespace tokendesk {

/// Where the address of an organisation's relay page is typed, which brings the answer of a sign-in on to this
/// computer; and where the page itself is saved, for whoever is to host it.
class RelayField : public AddressField
{
    Q_OBJECT
public:
    explicit RelayField(QWidget *parent);

private:
    void choosePlace();
    void savePage(const QString &path);
};

/// The address of the relay page among an app's redirect addresses; empty where there is none.
QString relayAmong(const QStringList &redirectAddresses);
/// These with that relay page's address, or with none where it is empty. It stands first, since it is what an
/// organisation registers in place of the others, and the first that can be used is used.
QStringList withRelay(const QString &relay, QStringList redirectAddresses);

} // namespace tokendesk
