// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/adoption.h"

#include "accounts/renewal.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr auto soon = 24h; // a token that ends within that is one of an hour or two

QString accountTypeOf(FacebookTokenType type)
{
    switch (type) {
    case FacebookTokenType::User:
        return facebookPerson;
    case FacebookTokenType::Page:
        return facebookPage;
    case FacebookTokenType::SystemUser:
        return facebookServer;
    case FacebookTokenType::App:
    case FacebookTokenType::Unknown:
        break;
    }
    return {};
}

} // namespace

/// Facebook tells an app everything about its tokens, and anybody else little: first the apps whose secret is kept.
void Adoption::askFacebook()
{
    if (readPastedToken(m_plan.token.view()).origin == TokenOrigin::App)
        return inspectAppToken();
    for (const Registration &app : m_accounts.registrations()) {
        if (app.providerId == m_provider.id && app.secretKept)
            m_apps.append(app.id);
    }
    if (!m_plan.appSecret.isEmpty())
        m_apps.prepend(QString());
    tryNextFacebookApp();
}

void Adoption::tryNextFacebookApp()
{
    m_facebookSecret = {};
    if (m_apps.isEmpty() || m_withoutKeychain)
        return inspectItself();
    if (m_apps.first().isEmpty()) {
        m_facebookSecret = m_plan.appSecret.clone();
        return inspectAsApp();
    }
    waitForKeychain(&Adoption::inspectItself);
    m_accounts.appSecret(m_apps.first(), m_step, answer(&Adoption::facebookSecretRead));
}

void Adoption::facebookSecretRead(Result<Secret> secret)
{
    if (secret) {
        m_facebookSecret = *std::move(secret);
        return inspectAsApp();
    }
    m_apps.removeFirst();
    tryNextFacebookApp();
}

FacebookApp Adoption::facebookApp() const
{
    const auto registration = m_apps.isEmpty() ? std::nullopt : m_accounts.registration(m_apps.first());
    return {m_provider, registration ? registration->clientId : m_plan.clientId, m_facebookSecret};
}

void Adoption::inspectAsApp()
{
    startStep();
    graph().facebook().inspect(facebookApp(), m_plan.token, m_step, answer(&Adoption::inspectedByApp));
}

void Adoption::inspectedByApp(Result<FacebookInspection> inspection)
{
    if (m_plan.server)
        return serverTokenInspected(std::move(inspection));
    if (inspection && inspection->appId == facebookApp().id)
        return takeInspection(std::move(inspection));
    m_apps.removeFirst(); // of another app
    tryNextFacebookApp();
}

void Adoption::inspectItself()
{
    m_apps.clear();
    startStep();
    graph().facebook().inspectItself({m_provider, m_plan.token, m_facebookSecret}, m_step,
                                     answer(&Adoption::takeInspection));
}

/// Without an inspection the profile has to do: then the token's end is not known.
void Adoption::takeInspection(Result<FacebookInspection> inspection)
{
    if (inspection && !inspection->valid)
        return refuse(inspection->fault);
    m_inspection = inspection ? std::optional(*std::move(inspection)) : std::nullopt;
    startStep();
    graph().facebook().profile({m_provider, m_plan.token, m_facebookSecret}, m_step,
                               answer(&Adoption::facebookProfiled));
}

void Adoption::facebookProfiled(Result<Profile> profile)
{
    if (!profile)
        return refuse(profile.error());
    Account &account = m_outcome.account;
    account.providerId = m_provider.id;
    account.registrationId = m_apps.value(0);
    account.userId = profile->id;
    account.name = profile->name;
    account.label = m_plan.label == profile->name ? QString() : m_plan.label;
    account.issueToken(TokenKind::Unknown, 0s, issueTime(profile->answeredAt, m_clock.now()));
    m_pictureAddress = profile->picture;
    if (m_inspection) {
        account.accountType = accountTypeOf(m_inspection->type);
        if (m_inspection->issuedAt.isValid() && m_inspection->issuedAt < account.issuedAt)
            account.issuedAt = m_inspection->issuedAt;
        account.takeInspection(m_inspection->expiresAt, m_inspection->dataAccessExpiresAt);
        account.grantPermissions(m_inspection->scopes);
    }
    const QList<Account> &all = m_accounts.all();
    const auto same = std::ranges::find_if(all, [&account](const Account &each) {
        return each.providerId == account.providerId && each.userId == account.userId;
    });
    if (account.registrationId.isEmpty() && same != all.end())
        account.registrationId = same->registrationId;
    extendFacebook();
}

/// A person's token of an hour becomes one of 60 days; any other is as good as it gets.
void Adoption::extendFacebook()
{
    const Account &account = m_outcome.account;
    const bool brief = account.expiresAt.isValid() && account.expiresAt < m_clock.now().addDuration(soon);
    if (!brief || account.accountType != facebookPerson || m_facebookSecret.isEmpty())
        return readPicture();
    startStep();
    graph().facebook().extend(facebookApp(), m_plan.token, m_step, answer(&Adoption::facebookExtended));
    enter(Stage::Extending);
}

void Adoption::facebookExtended(Result<Grant> grant)
{
    if (grant) {
        m_plan.token = std::move(grant->token);
        m_outcome.account.issueToken(TokenKind::LongLived, grant->lifetime.value_or(m_provider.longLifetime),
                                     issueTime(grant->answeredAt, m_clock.now()));
    }
    m_facebookSecret = {};
    readPicture();
}

// -- an app's own token

/// It speaks for nobody and has no profile: what Facebook says of it is all there is.
void Adoption::inspectAppToken()
{
    startStep();
    graph().facebook().inspectItself({m_provider, m_plan.token, Secret()}, m_step,
                                     answer(&Adoption::appTokenInspected));
    enter(Stage::ReadingProfile);
}

void Adoption::appTokenInspected(Result<FacebookInspection> inspection)
{
    if (!inspection)
        return refuse(inspection.error());
    if (!inspection->valid)
        return refuse(inspection->fault);
    if (inspection->type != FacebookTokenType::App || inspection->appId.isEmpty()) {
        return refuse(
            {.kind = ErrorKind::Rejected, .what = u"The token is not an app's own"_s, .hint = ErrorHint::WrongHost});
    }
    const QList<Registration> &apps = m_accounts.registrations();
    const auto saved = std::ranges::find_if(apps, [&](const Registration &app) {
        return app.providerId == m_provider.id && app.clientId == inspection->appId;
    });
    keepAppToken(*inspection, saved == apps.end() ? Registration() : *saved);
}

void Adoption::keepAppToken(const FacebookInspection &inspection, const Registration &app)
{
    Account &account = m_outcome.account;
    account.providerId = m_provider.id;
    account.registrationId = app.id;
    account.userId = inspection.appId;
    account.name = app.name.isEmpty() ? inspection.application : app.name;
    account.label = m_plan.label == account.name ? QString() : m_plan.label;
    account.accountType = facebookAppItself;
    account.issueToken(TokenKind::NoExpiry, 0s, m_clock.now());
    account.grantPermissions(inspection.scopes);
    save();
}

} // namespace tokendesk
