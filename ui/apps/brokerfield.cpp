// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/brokerfield.h"

#include "connect/hintlabel.h"
#include "graph/broker.h"
#include "graph/graphclient.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

BrokerField::BrokerField(QWidget *parent)
    : AddressField(
          u"brokerAddress"_s, tr("Broker address"),
          tr("An https address that exchanges sign-ins for tokens with the app secret, such as "
             "https://login.example.org/broker. Empty where there is none."),
          [](const QString &address) { return readBrokerAddress(address).has_value(); },
          tr("It has to begin with https:// and to end without “?” and “#”."), parent)
{
    hint()->setObjectName(u"brokerHint"_s);
}

QString brokerLimits(const Provider &provider)
{
    switch (provider.family) {
    case Family::Instagram: // there the secret is for sign-ins alone
        break;
    case Family::Facebook:
        return BrokerField::tr("Requests to %1 are not signed with the secret then: “Require app secret” has to be off "
                               "in the dashboard, under App settings, Advanced. Tokens for servers cannot be made or "
                               "revoked here.")
            .arg(provider.name);
    case Family::Standard:
        if (provider.hasClientSecret() && (!provider.endpoints.revoke.isEmpty() || hasDeviceLogin(provider)))
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
