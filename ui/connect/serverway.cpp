// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/serverway.h"

#include "connect/keepingpage.h"
#include "connect/serverpage.h"

namespace tokendesk {

ServerWay::ServerWay(Services &services, QWidget *dialog)
    : QObject(dialog)
    , m_services(services)
    , m_page(new ServerPage(dialog))
    , m_keeping(new KeepingPage(services, dialog))
{
    connect(m_page, &ServerPage::finished, this, &ServerWay::wanted);
    connect(m_keeping, &KeepingPage::kept, m_page, &ServerPage::clear);
    connect(m_keeping, &KeepingPage::kept, this, &ServerWay::kept);
    connect(m_keeping, &KeepingPage::refused, this, &ServerWay::refused);
}

QList<ConnectPage *> ServerWay::pages() const
{
    return {m_page, m_keeping};
}

bool ServerWay::has(const ConnectPage *page) const
{
    return page == m_page || page == m_keeping;
}

ConnectPage *ServerWay::pageBefore(const ConnectPage *page) const
{
    return page == m_page ? nullptr : m_page;
}

ConnectPage *ServerWay::page() const
{
    return m_page;
}

void ServerWay::open(const Provider &provider, const Registration &app, SecretState secret, const QStringList &scopes)
{
    stop();
    m_page->setApp(provider, app, secret, scopes);
    emit pageRequested(m_page);
}

void ServerWay::setAccount(const Account &account)
{
    m_page->setAccount(account);
}

void ServerWay::begin(Connect::Plan app)
{
    Adoption::Plan plan{.providerId = app.providerId, .token = {}, .appSecret = std::move(app.appSecret)};
    plan.server = m_page->token();
    plan.server->app = std::move(app.registration);
    plan.server->keepAppSecret = app.keepAppSecret;
    m_keeping->begin(std::move(plan));
    emit pageRequested(m_keeping);
}

void ServerWay::stop()
{
    m_keeping->stop();
}

bool ServerWay::hasInput() const
{
    return m_page->hasInput();
}

} // namespace tokendesk
