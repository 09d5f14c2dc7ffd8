// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appclienttoken.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "errortext.h"
#include "style.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

AppClientToken::AppClientToken(Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_state(wrapping(tr("It is kept in your keychain, for signing in on another device."), this))
    , m_news(new HintLabel({}, this))
    , m_forget(new QPushButton(tr("Forget the client token"), this))
{
    makeCard(this);
    name(this, u"clientTokenSection"_s, tr("Client token"));
    name(m_forget, u"forgetClientToken"_s, m_forget->text());
    m_state->setObjectName(u"clientTokenState"_s);
    m_news->setObjectName(u"clientTokenNews"_s);
    makeQuiet(m_forget);
    QLabel *heading = wrapping(accessibleName(), this);
    makeHeading(heading);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(2 * gridUnit);
    column->addWidget(heading);
    column->addWidget(m_state);
    column->addWidget(m_news);
    column->addWidget(m_forget, 0, Qt::AlignTrailing);
    connect(m_forget, &QPushButton::clicked, this, &AppClientToken::forget);
}

AppClientToken::~AppClientToken()
{
    rest();
}

void AppClientToken::setApp(const Registration &app)
{
    const Provider *provider = m_services.catalog.description(app.providerId);
    m_providerName = provider ? provider->name : app.providerId;
    if (std::exchange(m_app, app).id != app.id) {
        rest();
        m_hasNews = false;
    }
    showApp();
}

void AppClientToken::showApp()
{
    m_state->setVisible(m_app.clientTokenKept);
    m_forget->setVisible(m_app.clientTokenKept);
    m_forget->setEnabled(!m_step);
    m_news->setVisible(m_hasNews);
    setVisible(m_app.clientTokenKept || m_hasNews);
}

void AppClientToken::forget()
{
    rest();
    m_step = new QObject(this);
    m_hasNews = false;
    showApp();
    m_services.accounts.forgetClientToken(m_app.id, m_step, [this](const Result<void> &result) { forgotten(result); });
}

void AppClientToken::forgotten(const Result<void> &result)
{
    rest();
    m_news->setFault({});
    if (result) {
        m_news->setHint(tr("It is forgotten here and still works at %1. You are asked for it at the next sign-in on "
                           "another device.")
                            .arg(m_providerName));
    } else {
        m_news->setFault(told(describe(result.error(), m_providerName)));
    }
    m_hasNews = true;
    showApp();
    announce(m_news, m_news->text());
}

void AppClientToken::rest()
{
    if (m_step)
        std::exchange(m_step, nullptr)->deleteLater(); // it may be at work right now
}

} // namespace tokendesk
