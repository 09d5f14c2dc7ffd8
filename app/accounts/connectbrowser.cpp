// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Connect that is in the browser.
#include "accounts/connect.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

// -- in the browser

void Connect::openBrowser()
{
    Result<Provider> provider = m_catalog.provider(m_plan.providerId);
    if (!provider)
        return fail(provider.error());
    m_provider = *std::move(provider);
    if (m_plan.by == By::AnotherDevice)
        return readClientToken();
    SignIn::Request request{.provider = m_provider,
                            .clientId = m_plan.registration.clientId,
                            .clientSecret = m_plan.appSecret.clone(),
                            .scopes = m_plan.scopes,
                            .redirectAddresses = m_plan.registration.redirectAddresses,
                            .extraParameters = m_plan.extraParameters,
                            .broker = QUrl(m_plan.registration.broker),
                            .configurationId = m_plan.registration.configurationId,
                            .log = m_requests};
    if (request.redirectAddresses.isEmpty())
        request.redirectAddresses = m_provider.redirectAddresses;
    startStep();
    m_signIn = std::make_unique<SignIn>(std::move(request), m_certificates, m_clock, answer(&Connect::granted));
    connect(m_signIn.get(), &SignIn::browserRequested, this, &Connect::showBrowser);
    connect(m_signIn.get(), &SignIn::codeReceived, this, &Connect::exchangeCode);
    connect(m_signIn.get(), &SignIn::foreignRequest, this, &Connect::watchStranger);
    m_signIn->start();
}

void Connect::showBrowser(const QUrl &url)
{
    const QPointer<Connect> alive(this);
    enter(Stage::WaitingForBrowser);
    if (alive)
        emit browserRequested(url);
}

/// The sign-in is not harmed by it; that it happens may mean something all the same.
void Connect::watchStranger(ReplyHandler::Stranger stranger)
{
    switch (stranger) {
    case ReplyHandler::Stranger::Knock:
        if (++m_knocks == manyKnocks)
            m_accounts.raise({Notice::Kind::Knocks, m_plan.reconnects, {}});
        return;
    case ReplyHandler::Stranger::ForeignPage:
        return m_accounts.raise({Notice::Kind::ForeignPage, m_plan.reconnects, {}});
    case ReplyHandler::Stranger::WrongState:
        return m_accounts.raise({Notice::Kind::WrongState, m_plan.reconnects, {}});
    }
}

void Connect::exchangeCode()
{
    enter(Stage::ExchangingCode);
}

} // namespace tokendesk
