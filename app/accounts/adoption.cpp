// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/adoption.h"

#include "accounts/renewal.h"
#include "graph/replycache.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {
constexpr auto slow = 3s;
} // namespace

const Provider *providerOf(TokenOrigin origin, const Catalog &catalog)
{
    const bool practice = origin == TokenOrigin::Practice || origin == TokenOrigin::PracticeFacebook;
    const bool facebook
        = origin == TokenOrigin::Facebook || origin == TokenOrigin::PracticeFacebook || origin == TokenOrigin::App;
    if (!practice && !facebook && origin != TokenOrigin::Instagram)
        return nullptr;
    const Family family = facebook ? Family::Facebook : Family::Instagram;
    const QList<Provider> &providers = catalog.providers();
    const auto found = std::ranges::find_if(
        providers, [=](const Provider &each) { return each.practice == practice && each.family == family; });
    return found == providers.end() ? nullptr : &*found;
}

const Provider *providerOf(const PastedToken &pasted, const Catalog &catalog, const QList<Registration> &apps)
{
    const QString appId = appOf(pasted);
    const auto saved = std::ranges::find_if(apps, [&](const Registration &app) {
        const Provider *provider = catalog.description(app.providerId);
        return app.clientId == appId && provider && provider->family == Family::Facebook;
    });
    return saved == apps.end() ? providerOf(pasted.origin, catalog) : catalog.description(saved->providerId);
}

Adoption::Adoption(Plan plan, Accounts &accounts, const Catalog &catalog, GraphClient &graph, const Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_accounts(accounts)
    , m_catalog(catalog)
    , m_graph(graph)
    , m_clock(clock)
    , m_requests(new RequestLog(this, clock.now()))
    , m_slow(clock)
{
    connect(&m_slow, &Deadline::passed, this, &Adoption::keychainIsSlow);
}

Adoption::~Adoption() = default;

// -- whose it is

void Adoption::start()
{
    Result<Provider> provider = m_catalog.provider(m_plan.providerId);
    if (provider) {
        m_provider = *std::move(provider);
        if (m_plan.server)
            return readServerSecret();
        return m_provider.family == Family::Facebook ? askFacebook() : readProfile();
    }
    // Later, as everything ends: the caller may not be ready for it yet.
    QMetaObject::invokeMethod(this, [this, error = provider.error()] { refuse(error); }, Qt::QueuedConnection);
}

void Adoption::readProfile()
{
    startStep();
    graph().profile(m_provider, m_plan.token, m_step, answer(&Adoption::profiled));
    enter(Stage::ReadingProfile);
}

/// On account of the app, as far as it is known by now. What was read a moment ago need not be read again.
GraphClient Adoption::graph() const
{
    const QString &known = m_outcome.account.registrationId;
    return m_graph.as({.providerId = m_provider.id,
                       .registrationId = known.isEmpty() ? m_apps.value(0) : known,
                       .urgency = m_plan.urgency,
                       .patience = std::chrono::seconds(30), // a list stops there, and is gone on with later
                       .maximumAge = shortMemory});
}

/// Without a profile there is no account: of a pasted token nothing else says whose it is, or that it works at all.
void Adoption::profiled(Result<Profile> profile)
{
    if (!profile)
        return refuse(profile.error());
    Account &account = m_outcome.account;
    account.providerId = m_provider.id;
    account.userId = profile->id;
    account.professionalId = profile->professionalId;
    account.username = profile->username;
    account.name = profile->name;
    account.accountType = profile->accountType;
    account.label = m_plan.label == profile->username ? QString() : m_plan.label;
    account.issueToken(TokenKind::Unknown, 0s, issueTime(profile->answeredAt, m_clock.now()));
    m_pictureAddress = profile->picture;
    readPresent();
}

/// User ids belong to one app: the same id is the same user of the same app, whichever registration it came by.
void Adoption::readPresent()
{
    const QList<Account> &all = m_accounts.all();
    const auto same = std::ranges::find_if(all, [this](const Account &each) {
        return each.providerId == m_provider.id && each.userId == m_outcome.account.userId;
    });
    if (same == all.end())
        return findApps();
    m_present = *same;
    m_outcome.account.registrationId = same->registrationId;
    m_outcome.account.requestedScopes = same->requestedScopes;
    waitForKeychain(&Adoption::findApps);
    m_accounts.token(same->id, m_step, answer(&Adoption::presentRead));
}

/// Of the very token that is kept, more is known than of a stranger.
void Adoption::presentRead(Result<Secret> present)
{
    if (!present || !(*present == m_plan.token))
        return findApps();
    Account &account = m_outcome.account;
    account.tokenKind = m_present->tokenKind;
    account.issuedAt = m_present->issuedAt;
    account.expiresAt = m_present->expiresAt;
    if (m_present->grantedKnown)
        account.grantPermissions(m_present->grantedScopes);
    findApps();
}

// -- to make it last

/// A pasted token does not say which app it is of, nor whether it lives an hour or 60 days. Only the app's secret can
/// tell, and only where it is one hour is there anything to be done.
void Adoption::findApps()
{
    const TokenKind kind = m_outcome.account.tokenKind;
    if (m_provider.endpoints.extend.isEmpty() || (kind != TokenKind::Unknown && kind != TokenKind::ShortLived))
        return readPermissions();
    for (const Registration &app : m_accounts.registrations()) {
        const bool possible = !m_present || m_present->registrationId.isEmpty() || m_present->registrationId == app.id;
        if (app.providerId == m_provider.id && app.secretKept && possible)
            m_apps.append(app.id);
    }
    if (m_plan.appSecret.isEmpty())
        return tryNextApp();
    m_apps.prepend(QString());
    extendWith(m_plan.appSecret);
}

void Adoption::tryNextApp()
{
    if (m_apps.isEmpty() || m_withoutKeychain)
        return readPermissions();
    waitForKeychain(&Adoption::readPermissions);
    m_accounts.appSecret(m_apps.first(), m_step, answer(&Adoption::appSecretRead));
}

void Adoption::appSecretRead(Result<Secret> secret)
{
    if (secret)
        return extendWith(*secret);
    m_apps.removeFirst();
    tryNextApp();
}

void Adoption::extendWith(const Secret &appSecret)
{
    startStep();
    graph().extend(m_provider, m_plan.token, appSecret, m_step, answer(&Adoption::extended));
    enter(Stage::Extending);
}

/// A refusal says nothing against the token: it may be of another app, or a long-lived one already.
void Adoption::extended(Result<Grant> grant)
{
    const QString app = m_apps.takeFirst();
    if (!grant && grant.error().hint == ErrorHint::AppSecret)
        return tryNextApp();
    if (!grant)
        return readPermissions();
    Account &account = m_outcome.account;
    m_plan.token = std::move(grant->token);
    account.issueToken(TokenKind::LongLived, grant->lifetime.value_or(m_provider.longLifetime),
                       issueTime(grant->answeredAt, m_clock.now()));
    if (account.registrationId.isEmpty() && !m_present)
        account.registrationId = app;
    if (grant->permissionsKnown)
        account.grantPermissions(grant->permissions);
    readPermissions();
}

// -- what it may do, and how it looks

void Adoption::readPermissions()
{
    if (m_outcome.account.grantedKnown || m_provider.endpoints.permissions.isEmpty())
        return readPicture();
    startStep();
    graph().permissions(m_provider, m_plan.token, m_step, answer(&Adoption::permitted));
}

void Adoption::permitted(Result<QStringList> permissions)
{
    if (permissions)
        m_outcome.account.grantPermissions(*permissions);
    readPicture();
}

void Adoption::readPicture()
{
    if (m_pictureAddress.isEmpty())
        return save();
    startStep();
    m_graph.picture(m_pictureAddress, m_step, answer(&Adoption::pictured));
}

void Adoption::pictured(Result<QByteArray> picture)
{
    m_picture = picture.value_or(QByteArray());
    save();
}

// -- keeping it

void Adoption::save()
{
    if (const Result<void> app = m_plan.server ? saveServerApp() : Result<void>(); !app)
        return refuse(app.error());
    m_outcome.replaced = m_accounts.sameUserAs(m_outcome.account).has_value();
    adopt();
    enter(Stage::Saving);
}

void Adoption::adopt()
{
    NewAccount fresh{.account = m_outcome.account,
                     .token = m_plan.token.clone(),
                     .picture = m_picture,
                     .origin = m_plan.server ? QString() : pastedOrigin};
    if (m_withoutKeychain)
        fresh.account.custody = Custody::MemoryOnly;
    waitForKeychain(&Adoption::adopt);
    m_accounts.adopt(std::move(fresh), m_step, answer(&Adoption::adopted));
}

void Adoption::adopted(Result<Account> account)
{
    if (!account)
        return refuse(account.error());
    m_outcome.account = *std::move(account);
    m_accounts.note(Operation::Kind::SignIn, m_outcome.account.id, *m_requests);
    keepServerSecret();
}

void Adoption::goOnWithoutKeychain()
{
    if (m_stage != Stage::WaitingForKeychain)
        return;
    endStep();
    m_withoutKeychain = true;
    (this->*m_otherwise)();
}

// -- steps and ends

void Adoption::waitForKeychain(void (Adoption::*otherwise)())
{
    startStep();
    m_otherwise = otherwise;
    m_slow.start(slow);
}

void Adoption::keychainIsSlow()
{
    enter(Stage::WaitingForKeychain);
}

/// What is still out is given up.
void Adoption::endStep()
{
    m_slow.stop();
    delete std::exchange(m_step, nullptr);
}

void Adoption::startStep()
{
    endStep();
    m_step = new QObject(this);
}

void Adoption::enter(Stage stage)
{
    if (std::exchange(m_stage, stage) != stage)
        emit stageChanged(stage);
}

void Adoption::refuse(const Error &error)
{
    leave();
    emit refused(error);
}

void Adoption::finish()
{
    leave();
    emit kept(m_outcome);
}

void Adoption::leave()
{
    endStep();
    m_plan.token = {};
    m_plan.appSecret = {};
    m_facebookSecret = {};
    m_plan.server.reset();
    m_stage = Stage::Finished;
}

} // namespace tokendesk
