// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the provider says of the token.
#include "doctor/examination.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
const Secret noSecret;

/// The name of an app, a Page or a person, then its number at the provider
QString nameAndNumber(const QString &name, const QString &number)
{
    return name.isEmpty() || number.isEmpty() ? name + number : u"%1 (%2)"_s.arg(name, number);
}

} // namespace

bool Examination::isAppToken() const
{
    if (m_symptom.token.finding == PasteFinding::Token)
        return m_symptom.token.origin == TokenOrigin::App;
    return m_account && m_account->accountType == facebookAppItself;
}

/// One that was pasted goes before the account's own, which Accounts checks and takes note of.
void Examination::checkToken()
{
    const Secret &pasted = m_symptom.token.token;
    if (m_unready || !hasToken())
        return note({.check = Check::Token, .health = m_unready ? Health::Unknown : Health::NotNeeded});
    if (pasted.isEmpty())
        return m_place.accounts.check(m_account->id, m_step.get(), answer(&Examination::accountChecked));
    if (m_provider.id.isEmpty())
        return note({.check = Check::Token, .health = Health::Unknown});
    if (m_provider.family == Family::Facebook)
        return m_graph.facebook().inspectItself({m_provider, pasted, noSecret}, m_step.get(),
                                                answer(&Examination::inspected));
    m_graph.profile(m_provider, pasted, m_step.get(), answer(&Examination::profiled));
}

void Examination::accountChecked(Result<void> result)
{
    m_account = m_place.accounts.find(m_account->id);
    tokenSaid(result ? std::nullopt : std::optional(result.error()));
}

void Examination::profiled(Result<Profile> profile)
{
    if (profile)
        m_facts.whose = profile->username.isEmpty() ? profile->name : u'@' + profile->username;
    tokenSaid(profile ? std::nullopt : std::optional(profile.error()));
}

/// Only a token of the developer's may ask about itself; of another one the profile is all there is. An app has none.
void Examination::inspected(Result<FacebookInspection> inspection)
{
    if (!inspection && isAppToken())
        return tokenSaid(inspection.error());
    if (!inspection) {
        m_graph.facebook().profile({m_provider, m_symptom.token.token, noSecret}, m_step.get(),
                                   answer(&Examination::profiled));
        return;
    }
    m_facts.app = nameAndNumber(inspection->application, inspection->appId);
    m_facts.whose = inspection->pageId.isEmpty() ? inspection->userId : inspection->pageId;
    m_facts.issued = inspection->issuedAt;
    m_facts.expires = inspection->expiresAt;
    m_facts.neverExpires = inspection->valid && !inspection->expiresAt.isValid();
    m_facts.dataAccessEnds = inspection->dataAccessExpiresAt;
    m_facts.permissions = inspection->scopes;
    m_facts.permissionsKnown = true;
    if (!inspection->valid || isAppToken())
        return tokenSaid(inspection->valid ? std::nullopt : std::optional(inspection->fault));
    m_graph.facebook().profile({m_provider, m_symptom.token.token, noSecret}, m_step.get(),
                               answer(&Examination::named));
}

/// The inspection has a number only. Where the name cannot be had, the token is good all the same.
void Examination::named(Result<Profile> profile)
{
    if (profile)
        m_facts.whose = nameAndNumber(profile->name, profile->id);
    tokenSaid({});
}

/// What fails on the way says nothing about the token.
void Examination::tokenSaid(const std::optional<Error> &error)
{
    Finding finding{.check = Check::Token, .health = Health::Good, .error = error};
    if (error) {
        const bool refused = error->kind == ErrorKind::Rejected || error->kind == ErrorKind::Misconfigured;
        finding.health = refused || error->kind == ErrorKind::KeychainLocked || error->kind == ErrorKind::InvalidInput
            ? Health::Bad
            : Health::Unknown;
        m_facts.usable = finding.health == Health::Bad ? Usable::No : m_facts.usable;
    } else {
        m_facts.usable = isAccessOver() ? Usable::No : Usable::Yes;
    }
    note(finding);
}

void Examination::checkPermissions()
{
    const Finding *token = finding(Check::Token);
    const Secret &pasted = m_symptom.token.token;
    if (!hasToken() || isAppToken())
        return note({.check = Check::Permissions, .health = Health::NotNeeded});
    if (m_facts.permissionsKnown || pasted.isEmpty() || !token || token->health != Health::Good)
        return note(permissionFinding());
    if (m_provider.family == Family::Facebook)
        return m_graph.facebook().permissions({m_provider, pasted, noSecret}, m_step.get(),
                                              answer(&Examination::facebookPermitted));
    m_graph.permissions(m_provider, pasted, m_step.get(), answer(&Examination::permitted));
}

/// Undocumented at Instagram: a failure says nothing.
void Examination::permitted(Result<QStringList> permissions)
{
    m_facts.permissionsKnown = permissions.has_value();
    m_facts.permissions = permissions.value_or(QStringList());
    note(permissionFinding());
}

void Examination::facebookPermitted(Result<FacebookPermissions> permissions)
{
    m_facts.permissionsKnown = permissions.has_value();
    if (permissions)
        m_facts.permissions = permissions->granted;
    note(permissionFinding());
}

/// What cannot be done without is looked for; the rest is a matter of taste.
Finding Examination::permissionFinding() const
{
    Finding finding{.check = Check::Permissions, .health = Health::Unknown};
    if (!m_facts.permissionsKnown)
        return finding;
    QStringList missing;
    for (const Scope &scope : m_provider.scopes) {
        if (scope.required && !m_facts.permissions.contains(scope.id))
            missing.append(scope.id);
    }
    finding.health = missing.isEmpty() ? Health::Good : Health::Bad;
    finding.detail = missing.join(u", "_s);
    return finding;
}

} // namespace tokendesk
