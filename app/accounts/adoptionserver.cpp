// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Adoption that has Facebook make a token for a server first: of a system user, or of an app itself. Both
// take the app secret.
#include "accounts/adoption.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

void Adoption::readServerSecret()
{
    m_plan.clientId = m_plan.server->app.clientId;
    if (!m_plan.appSecret.isEmpty())
        return makeServerToken();
    waitForKeychain(&Adoption::giveUpServerToken);
    m_accounts.appSecret(m_plan.server->app.id, m_step, answer(&Adoption::serverSecretRead));
}

void Adoption::giveUpServerToken()
{
    refuse({.kind = ErrorKind::KeychainUnavailable, .what = u"The app secret is in the keychain"_s});
}

/// Where a broker has it, there is none here.
void Adoption::serverSecretRead(Result<Secret> secret)
{
    if (secret && secret->isEmpty())
        secret = failure(ErrorKind::InvalidInput, u"A token for a server takes the app secret itself"_s);
    if (!secret)
        return refuse(secret.error());
    m_plan.appSecret = *std::move(secret);
    makeServerToken();
}

void Adoption::makeServerToken()
{
    startStep();
    const FacebookApp app{m_provider, m_plan.clientId, m_plan.appSecret};
    if (m_plan.server->kind == ServerToken::Kind::App)
        graph().facebook().appToken(app, m_step, answer(&Adoption::serverTokenMade));
    else
        graph().facebook().createServerToken(app, m_plan.server->wish, m_plan.server->asking, m_step,
                                             answer(&Adoption::serverTokenMade));
    enter(Stage::Making);
}

void Adoption::serverTokenMade(Result<Grant> grant)
{
    if (!grant)
        return refuse(grant.error());
    m_plan.token = std::move(grant->token);
    m_plan.server->asking = {};
    m_facebookSecret = m_plan.appSecret.clone();
    m_apps = {QString()};
    inspectAsApp();
    enter(Stage::ReadingProfile);
}

/// It is kept only where Facebook says that it is what was asked for.
void Adoption::serverTokenInspected(Result<FacebookInspection> inspection)
{
    if (!inspection)
        return refuse(inspection.error());
    if (!inspection->valid)
        return refuse(inspection->fault);
    const bool own = inspection->appId == m_plan.clientId;
    const bool ofApp = m_plan.server->kind == ServerToken::Kind::App;
    const bool ofUser
        = inspection->type == FacebookTokenType::SystemUser && inspection->userId == m_plan.server->wish.systemUser;
    if (!own || !(ofApp ? inspection->type == FacebookTokenType::App : ofUser)) {
        return refuse({.kind = ErrorKind::Rejected,
                       .what = u"The token is of another app, or of somebody else than was asked for"_s,
                       .hint = ErrorHint::WrongHost});
    }
    if (!ofApp)
        return takeInspection(std::move(inspection));
    keepAppToken(*inspection, m_plan.server->app);
}

/// Practice's app is no registration.
Result<void> Adoption::saveServerApp()
{
    m_outcome.account.requestedScopes = m_plan.server->wish.scopes;
    if (m_provider.practice)
        return {};
    m_plan.server->app.providerId = m_provider.id;
    const Result<Registration> app = m_accounts.save(m_plan.server->app);
    if (!app)
        return std::unexpected(app.error());
    m_outcome.account.registrationId = app->id;
    return {};
}

void Adoption::keepServerSecret()
{
    const bool wanted = m_plan.server && m_plan.server->keepAppSecret && !m_provider.practice;
    if (!wanted || m_outcome.account.custody == Custody::MemoryOnly)
        return finish();
    waitForKeychain(&Adoption::finish);
    m_accounts.keepSecret(m_outcome.account.registrationId, m_plan.appSecret, m_step,
                          answer(&Adoption::serverSecretKept));
}

void Adoption::serverSecretKept(Result<void> result)
{
    if (!result)
        m_outcome.secretNotKept = result.error();
    finish();
}

} // namespace tokendesk
