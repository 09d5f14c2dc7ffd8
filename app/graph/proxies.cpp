// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/proxies.h"

#include "provider/loopback.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

const QList<QNetworkProxy> noProxy{QNetworkProxy(QNetworkProxy::NoProxy)};

/// The program's way, for whatever of Qt asks.
class ChosenProxies : public QNetworkProxyFactory
{
public:
    ChosenProxies(ProxyChoice choice, Secret password)
        : m_choice(std::move(choice))
        , m_password(std::move(password))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // Servers and datagrams have no proxy.
        const bool leaves
            = query.queryType() == QNetworkProxyQuery::UrlRequest || query.queryType() == QNetworkProxyQuery::TcpSocket;
        if (!leaves || isLoopback(query.peerHostName()))
            return noProxy;
        QList<QNetworkProxy> proxies = chosen(query);
        for (QNetworkProxy &proxy : proxies)
            introduce(proxy);
        return proxies;
    }

private:
    QList<QNetworkProxy> chosen(const QNetworkProxyQuery &query) const
    {
        switch (m_choice.way) {
        case ProxyChoice::Way::System:
            return systemProxyForQuery(query);
        case ProxyChoice::Way::Manual: {
            const bool socks = m_choice.kind == ProxyChoice::Kind::Socks5;
            return {QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, m_choice.host,
                                  m_choice.port)};
        }
        case ProxyChoice::Way::None:
            return noProxy;
        }
        Q_UNREACHABLE();
    }

    void introduce(QNetworkProxy &proxy) const
    {
        const bool known = !m_choice.user.isEmpty() && m_choice.userAt.contains(proxy.hostName());
        if (!known || proxy.type() == QNetworkProxy::NoProxy || m_password.isEmpty())
            return;
        proxy.setUser(m_choice.user);
        proxy.setPassword(m_password.toText());
    }

    ProxyChoice m_choice;
    Secret m_password;
};

} // namespace

void useProxy(const ProxyChoice &choice, Secret password)
{
    // Qt's own place for it: the flow of each sign-in has a Transport of its own.
    QNetworkProxyFactory::setApplicationProxyFactory(new ChosenProxies(choice, std::move(password)));
}

QString nameOf(const QNetworkProxy &proxy)
{
    return u"%1:%2"_s.arg(proxy.hostName(), QString::number(proxy.port()));
}

QList<QNetworkProxy> Proxies::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> proxies = isLoopback(query.peerHostName()) ? noProxy : proxyForQuery(query);
    const QNetworkProxy first = proxies.value(0, noProxy.constFirst());
    if (first.type() == QNetworkProxy::NoProxy || first.hostName().isEmpty())
        m_used.remove(query.peerHostName());
    else
        m_used.insert(query.peerHostName(), {nameOf(first), !first.user().isEmpty()});
    return proxies;
}

} // namespace tokendesk
