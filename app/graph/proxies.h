// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/settings.h"

#include <QHash>
#include <QNetworkProxyFactory>

namespace tokendesk {

/// From now on every Transport goes by way of this proxy. `password` is told to nobody but the proxies
/// at ProxyChoice::userAt.
void useProxy(const ProxyChoice &choice, Secret password);

/// "proxy.example:8080"
QString nameOf(const QNetworkProxy &proxy);

/// The way of one Transport: none on the way to this computer itself, else the program's. Remembers what it answered.
class Proxies : public QNetworkProxyFactory
{
public:
    struct Used
    {
        QString name{}; ///< empty where the way is direct
        bool signsIn = false; ///< was it given a user?
    };

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
    /// By way of which proxy a request for that host was sent last.
    Used usedFor(const QString &host) const { return m_used.value(host); }

private:
    QHash<QString, Used> m_used;
};

} // namespace tokendesk
