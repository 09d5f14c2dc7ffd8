// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/networkstage.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

void NetworkStage::begin()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTPS_PROXY", "HTTP_PROXY"})
        qunsetenv(name);
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_server = std::make_unique<SecureServer>(m_authority->vouchFor("graph.instagram.com"));
    m_proxy = std::make_unique<SmallProxy>(m_server->serverPort());
    openAgain();
}

void NetworkStage::openAgain()
{
    m_network.reset();
    m_settings = std::make_unique<Settings>(Paths{m_folder->path(), m_folder->path()});
    m_network = std::make_unique<Network>(*m_settings, m_folder->path(), *m_keychain, m_clock);
    m_network->start();
}

Result<QString> NetworkStage::check()
{
    Awaited<QString> answer;
    m_network->check(instagram, &answer.context, answer.callback());
    return answer.wait();
}

void NetworkStage::useSmallProxy()
{
    m_network->useProxy({.way = ProxyChoice::Way::Manual, .host = u"127.0.0.1"_s, .port = m_proxy->serverPort()});
}

void NetworkStage::trustCompany()
{
    QVERIFY(m_network->trust(m_network->read(m_authority->pem()).value()));
}

Result<void> NetworkStage::signIn(const QByteArray &password, const QString &host)
{
    Awaited<void> kept;
    m_network->signIn(host, u"jdoe"_s, Secret(password), &kept.context, kept.callback());
    return kept.wait();
}

QString NetworkStage::textOf(const Result<QString> &proxy)
{
    return proxy ? u"answers by way of "_s + *proxy
                 : nameOf(proxy.error().kind) + u' ' + QString::number(int(proxy.error().hint));
}

} // namespace tokendesk
