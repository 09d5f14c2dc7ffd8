// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/addressfield.h"
#include "provider/provider.h"

namespace tokendesk {

/// Where the address of a broker is typed, which keeps the app secret for a whole organisation.
class BrokerField : public AddressField
{
    Q_OBJECT
public:
    explicit BrokerField(QWidget *parent);
};

/// Who has the app secret, for the eye: the host of a broker's address.
QString brokerName(const QString &address);
/// What cannot be done at that provider from here while a broker keeps the app secret; empty where that is nothing.
QString brokerLimits(const Provider &provider);

} // namespace tokendesk
