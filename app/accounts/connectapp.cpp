// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Connect that is about how the app shows who it is: with a secret that is kept here or was typed, or by
// way of a broker that keeps it.
#include "accounts/connect.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

void Connect::readAppSecret()
{
    if (!m_plan.registration.broker.isEmpty()) { // it is on no seat, also where one was typed before
        m_plan.appSecret = {};
        m_plan.keepAppSecret = false;
        return openBrowser();
    }
    const std::optional<Registration> kept = m_accounts.registration(m_plan.registration.id);
    if (!m_plan.appSecret.isEmpty() || !kept || !kept->secretKept)
        return openBrowser();
    if (m_withoutKeychain)
        return fail({.kind = ErrorKind::KeychainUnavailable, .what = u"The app secret is in the keychain"_s});
    waitForKeychain();
    startStep();
    m_accounts.appSecret(kept->id, m_step, answer(&Connect::appSecretRead));
}

void Connect::appSecretRead(Result<Secret> secret)
{
    stopWaiting();
    if (!secret)
        return fail(secret.error());
    m_plan.appSecret = *std::move(secret);
    openBrowser();
}

Client Connect::client() const
{
    return {.id = m_plan.registration.clientId,
            .secret = m_plan.appSecret.clone(),
            .broker = QUrl(m_plan.registration.broker)};
}

/// Is there, or will there be, what a refresh token is of no use without?
bool Connect::canRefresh() const
{
    const std::optional<Registration> kept = m_accounts.registration(m_plan.registration.id);
    return m_plan.appSecret.isEmpty() || m_plan.keepAppSecret || (kept && kept->secretKept);
}

} // namespace tokendesk
