// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ConnectDialog about how a sign-in ends, and what can be done then.
#include "activity/timelinedialog.h"
#include "connect/apppage.h"
#include "connect/clienttokenpage.h"
#include "connect/connectdialog.h"
#include "connect/donepage.h"
#include "connect/doneway.h"
#include "connect/failurepage.h"
#include "connect/permissionspage.h"
#include "connect/serverway.h"
#include "connect/tokenway.h"
#include "connect/waitingpage.h"

#include <QMessageBox>

namespace tokendesk {

void ConnectDialog::finish(const Connect::Outcome &outcome)
{
    delete m_question;
    const std::optional<Registration> app = m_services.accounts.registration(outcome.account.registrationId);
    if (app && app->secretKept && !m_app->keepsSecret())
        m_services.accounts.forgetSecret(app->id, this, [](const Result<void> &) { /* it is asked for anyway */ });
    if (app && app->clientTokenKept && asksForClientToken() && !m_clientToken->keeps())
        m_services.accounts.forgetClientToken(app->id, this, [](const Result<void> &) { /* likewise */ });
    if (!outcome.notExtended)
        m_app->clearSecret();
    m_pasted = false;
    showDone(outcome);
}

void ConnectDialog::showDone(const Connect::Outcome &outcome)
{
    m_done->show(outcome, m_provider);
    goTo(m_done->page());
    emit connected(outcome.account.id);
}

void ConnectDialog::fail(const Error &error)
{
    delete m_question;
    m_pasted = false;
    m_failure->setError(error, m_provider, m_expected ? m_expected->displayName() : QString());
    goTo(m_failure);
}

void ConnectDialog::tellStory()
{
    for (const Event &event : m_services.accounts.events(1, {.kinds = {Event::Kind::SignInFailed}}))
        openTimeline(m_services.accounts, event, this);
}

void ConnectDialog::tryAgain()
{
    if (m_pasted)
        m_token->checkAgain();
    else if (m_forServer)
        makeServerToken();
    else
        signIn();
}

// -- after it

void ConnectDialog::showCopyFailure(const QString &accountId, const Error &error)
{
    m_done->showCopyFailure(accountId, error);
}

void ConnectDialog::connectAnother()
{
    if (m_pasted)
        return m_token->open();
    if (m_forServer)
        return openServer();
    m_waiting->stop();
    m_expected.reset();
    setWindowTitle(tr("Connect an account"));
    chooseProvider(m_provider.id);
    m_permissions->wishAnotherAccount();
}

} // namespace tokendesk
