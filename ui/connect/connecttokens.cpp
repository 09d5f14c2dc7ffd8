// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ConnectDialog about tokens without a sign-in: those that are there already, and those for a server.
#include "connect/apppage.h"
#include "connect/connectdialog.h"
#include "connect/failurepage.h"
#include "connect/permissionspage.h"
#include "connect/serverway.h"
#include "connect/tokenway.h"
#include "connect/waitingpage.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

// -- a token that is there already

void ConnectDialog::askForToken()
{
    m_token->open();
}

void ConnectDialog::askForToken(Result<Secret> text)
{
    m_waiting->stop();
    m_token->openWith(std::move(text));
}

void ConnectDialog::finishPasted(const Connect::Outcome &outcome)
{
    m_pasted = true;
    m_provider = m_token->provider();
    showDone(outcome);
}

void ConnectDialog::failPasted(const Error &error)
{
    m_pasted = true;
    m_failure->setRefusal(error, m_token->provider());
    goTo(m_failure);
}

// -- a token for a server

void ConnectDialog::chooseServer()
{
    m_forServer = true;
    openProvider(u"facebook"_s);
}

/// Of the app that is chosen, which has a secret.
void ConnectDialog::openServer()
{
    m_forServer = true;
    const Connect::Plan app = plan();
    const bool kept = m_provider.practice || app.keepAppSecret || app.registration.secretKept;
    m_server->open(m_provider, app.registration, kept ? SecretState::AtHand : SecretState::Missing,
                   m_permissions->scopes());
    if (m_expected)
        m_server->setAccount(*m_expected);
}

void ConnectDialog::makeServerToken()
{
    m_server->begin(plan());
}

void ConnectDialog::finishServer(const Connect::Outcome &outcome)
{
    m_pasted = false;
    m_app->clearSecret();
    showDone(outcome);
}

void ConnectDialog::failServer(const Error &error)
{
    m_pasted = false;
    m_failure->setError(error, m_provider, {});
    goTo(m_failure);
}

} // namespace tokendesk
