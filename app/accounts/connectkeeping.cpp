// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Connect that keeps what the person gave for next time, and bears with a keychain that takes its time.
#include "accounts/connect.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {
constexpr auto slow = 3s;
constexpr auto silent = 2min;
} // namespace

/// Facebook wants it; it may be kept.
void Connect::readClientToken()
{
    const std::optional<Registration> kept = m_accounts.registration(m_plan.registration.id);
    const bool wanted = m_provider.family == Family::Facebook && m_plan.clientToken.isEmpty();
    if (!wanted || !kept || !kept->clientTokenKept)
        return showCode();
    if (m_withoutKeychain)
        return fail({.kind = ErrorKind::KeychainUnavailable, .what = u"The client token is in the keychain"_s});
    waitForKeychain();
    startStep();
    m_accounts.clientToken(kept->id, m_step, answer(&Connect::clientTokenRead));
}

void Connect::clientTokenRead(Result<Secret> token)
{
    stopWaiting();
    if (!token)
        return fail(token.error());
    m_plan.clientToken = *std::move(token);
    showCode();
}

// -- kept for next time

void Connect::keepAppSecret()
{
    if (!m_plan.keepAppSecret || m_provider.practice)
        return keepClientToken();
    if (m_outcome.account.custody == Custody::MemoryOnly)
        return appSecretKept(failure(ErrorKind::KeychainUnavailable, u"The keychain did not keep the token either"_s));
    waitForKeychain();
    startStep();
    m_accounts.keepSecret(m_outcome.account.registrationId, m_plan.appSecret, m_step, answer(&Connect::appSecretKept));
}

void Connect::appSecretKept(Result<void> result)
{
    stopWaiting();
    if (!result)
        m_outcome.secretNotKept = result.error();
    keepClientToken();
}

void Connect::keepClientToken()
{
    m_secretSettled = true;
    if (!m_plan.keepClientToken || m_plan.clientToken.isEmpty() || m_provider.practice)
        return finish();
    if (m_outcome.account.custody == Custody::MemoryOnly)
        return clientTokenKept(
            failure(ErrorKind::KeychainUnavailable, u"The keychain did not keep the token either"_s));
    waitForKeychain();
    startStep();
    m_accounts.keepClientToken(m_outcome.account.registrationId, m_plan.clientToken, m_step,
                               answer(&Connect::clientTokenKept));
}

void Connect::clientTokenKept(Result<void> result)
{
    if (!result)
        m_outcome.clientTokenNotKept = result.error();
    finish();
}

/// The keychain is not waited for any longer with what it was to keep.
void Connect::giveUpKeeping(const Error &why)
{
    if (!m_secretSettled && m_plan.keepAppSecret)
        m_outcome.secretNotKept = why;
    if (m_plan.keepClientToken)
        m_outcome.clientTokenNotKept = why;
    finish();
}

// -- a keychain that takes its time

void Connect::tellWhenSlow()
{
    m_slow.start(slow);
}

void Connect::waitForKeychain()
{
    tellWhenSlow();
    m_silent.start(silent);
}

void Connect::stopWaiting()
{
    m_slow.stop();
    m_silent.stop();
    m_troubled = false;
}

void Connect::keychainIsSlow()
{
    enter(Stage::WaitingForKeychain);
}

void Connect::keychainIsSilent()
{
    endStep();
    const Error silence{.kind = ErrorKind::KeychainUnavailable, .what = u"The keychain did not answer in time"_s};
    if (isAdopted())
        giveUpKeeping(silence);
    else
        keychainProbed(std::unexpected(silence));
}

void Connect::retryKeychain()
{
    if (m_troubled)
        start();
}

void Connect::goOnWithoutKeychain()
{
    if (!m_troubled && m_stage != Stage::WaitingForKeychain)
        return;
    stopWaiting();
    m_withoutKeychain = true;
    if (isAdopted())
        giveUpKeeping({.kind = ErrorKind::KeychainUnavailable, .what = u"The keychain was not waited for"_s});
    else if (m_token.isEmpty())
        readAppSecret();
    else
        adopt();
}

} // namespace tokendesk
