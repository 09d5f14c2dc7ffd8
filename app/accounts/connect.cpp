// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connect.h"

#include "accounts/facebookway.h"
#include "accounts/renewal.h"
#include "accounts/steps.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

Connect::Connect(Plan plan, Accounts &accounts, Keychain &keychain, const Catalog &catalog, GraphClient &graph,
                 CertificateStore &certificates, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_accounts(accounts)
    , m_keychain(keychain)
    , m_catalog(catalog)
    , m_graph(graph)
    , m_certificates(certificates)
    , m_clock(clock)
    , m_requests(new RequestLog(this, clock.now()))
    , m_slow(clock)
    , m_silent(clock)
{
    connect(&m_slow, &Deadline::passed, this, &Connect::keychainIsSlow);
    connect(&m_silent, &Deadline::passed, this, &Connect::keychainIsSilent);
}

Connect::~Connect() = default;

// -- before the browser

void Connect::start()
{
    waitForKeychain();
    startStep();
    m_keychain.probe(m_step, answer(&Connect::keychainProbed));
    enter(Stage::CheckingKeychain);
}

void Connect::keychainProbed(Result<void> result)
{
    stopWaiting();
    if (result)
        return readAppSecret();
    m_troubled = true;
    emit keychainTrouble(result.error());
}

void Connect::granted(Result<Grant> grant)
{
    if (!grant)
        return fail(grant.error());
    if (m_provider.family == Family::Facebook)
        return askFacebook(*std::move(grant));
    Account &account = m_outcome.account;
    account.providerId = m_plan.providerId;
    account.userId = grant->userId;
    account.requestedScopes = m_plan.scopes;
    Secret refreshToken = std::move(grant->refreshToken);
    takeToken(*std::move(grant), TokenKind::ShortLived, m_provider.shortLifetime);
    if (m_provider.endpoints.extend.isEmpty())
        return takeStandard(std::move(refreshToken));
    startStep();
    m_graph.as(origin()).extend(m_provider, m_token, client(), m_step, answer(&Connect::extended));
    enter(Stage::Extending);
}

/// A plain OAuth 2.0 server: what it gave is what there is. A refresh token of an app with a secret is of no use
/// without it.
void Connect::takeStandard(Secret refreshToken)
{
    Account &account = m_outcome.account;
    account.tokenKind = account.expiresAt.isValid() ? TokenKind::LongLived : TokenKind::Unknown;
    if (!refreshToken.isEmpty() && canRefresh()) {
        account.tokenKind = TokenKind::Refreshable;
        m_refreshToken = std::move(refreshToken);
    }
    if (!m_provider.endpoints.profile.isEmpty())
        return readProfile();
    account.name = m_provider.name; // nobody says whose it is
    save();
}

void Connect::takeToken(Grant grant, TokenKind kind, std::chrono::seconds usual)
{
    m_token = std::move(grant.token);
    m_outcome.account.issueToken(kind, grant.lifetime.value_or(usual), issueTime(grant.answeredAt, m_clock.now()));
    if (grant.permissionsKnown)
        m_outcome.account.grantPermissions(grant.permissions);
}

// -- after it

void Connect::extended(Result<Grant> grant)
{
    if (grant)
        takeToken(*std::move(grant), TokenKind::LongLived, m_provider.longLifetime);
    else
        m_outcome.notExtended = grant.error();
    readProfile();
}

void Connect::readProfile()
{
    startStep();
    m_graph.as(origin()).profile(m_provider, m_token, m_step, answer(&Connect::profiled));
    enter(Stage::ReadingProfile);
}

void Connect::profiled(Result<Profile> profile)
{
    if (!profile) {
        m_outcome.noProfile = profile.error();
        return save();
    }
    Account &account = m_outcome.account;
    // Ids come in two kinds; the code may have brought either.
    if (!account.userId.isEmpty() && account.userId != profile->id && account.userId != profile->professionalId)
        m_stranger = profile->username.isEmpty() ? profile->id : profile->username;
    if (account.userId.isEmpty())
        account.userId = profile->id;
    account.professionalId = profile->professionalId;
    account.username = profile->username;
    account.name = profile->name;
    account.accountType = profile->accountType;
    if (profile->picture.isEmpty())
        return save();
    startStep();
    m_graph.picture(profile->picture, m_step, answer(&Connect::pictured));
}

void Connect::pictured(Result<QByteArray> picture)
{
    m_picture = picture.value_or(QByteArray());
    save();
}

/// Ids are those of the app: of another app they tell nothing, and the professional account's has to do.
bool Connect::isSomebodyElse(const Account &expected) const
{
    const Account &here = m_outcome.account;
    const QString app = m_provider.practice ? QString() : m_plan.registration.id;
    if (expected.providerId != here.providerId)
        return true;
    if (expected.registrationId == app && !here.userId.isEmpty())
        return here.userId != expected.userId;
    const bool known = !here.professionalId.isEmpty() && !expected.professionalId.isEmpty();
    return known && here.professionalId != expected.professionalId;
}

void Connect::save()
{
    const std::optional<Account> expected = m_accounts.find(m_plan.reconnects);
    if (expected && isSomebodyElse(*expected)) {
        return fail({.kind = ErrorKind::Denied,
                     .what = u"Somebody else signed in than the account to be connected again"_s,
                     .message = m_outcome.account.displayName(),
                     .hint = ErrorHint::OtherUser});
    }
    if (!m_provider.practice) {
        m_plan.registration.providerId = m_plan.providerId;
        const Result<Registration> registration = m_accounts.save(m_plan.registration);
        if (!registration)
            return fail(registration.error());
        m_outcome.account.registrationId = registration->id;
    }
    m_outcome.replaced = m_accounts.sameUserAs(m_outcome.account).has_value();
    tellWhenSlow();
    adopt();
    enter(Stage::Saving);
}

void Connect::adopt()
{
    NewAccount fresh{.account = m_outcome.account,
                     .token = m_token.clone(),
                     .refreshToken = m_refreshToken.clone(),
                     .picture = m_picture};
    if (m_withoutKeychain)
        fresh.account.custody = Custody::MemoryOnly;
    startStep();
    m_accounts.adopt(std::move(fresh), m_step, answer(&Connect::adopted));
}

void Connect::adopted(Result<Account> account)
{
    stopWaiting();
    if (!account)
        return fail(account.error());
    m_outcome.account = *std::move(account);
    if (!m_stranger.isEmpty())
        m_accounts.raise({Notice::Kind::OtherUser, m_outcome.account.id, m_stranger});
    keepAppSecret();
}

// -- steps and ends

/// What is still out is given up.
void Connect::endStep()
{
    delete std::exchange(m_step, nullptr);
}

void Connect::startStep()
{
    endStep();
    m_step = new QObject(this);
}

void Connect::enter(Stage stage)
{
    if (std::exchange(m_stage, stage) != stage)
        emit stageChanged(stage);
}

void Connect::cancel()
{
    if (m_stage == Stage::Finished)
        return;
    if (isAdopted())
        return giveUpKeeping({.kind = ErrorKind::Cancelled, .what = u"Cancelled by the person"_s});
    endStep();
    if (m_signIn)
        m_signIn->cancel();
    fail({.kind = ErrorKind::Cancelled, .what = u"Cancelled by the person"_s});
}

void Connect::fail(const Error &error)
{
    const bool wanted = error.kind == ErrorKind::Cancelled;
    if (!wanted)
        (void)m_accounts.note(Event::Kind::SignInFailed, {}, false, eventDetail(error));
    m_accounts.note(Operation::Kind::SignIn, {}, *m_requests);
    const QPointer<Connect> alive(this);
    leave(wanted || error.kind == ErrorKind::Denied ? BrowserPage::Cancelled : BrowserPage::Failed);
    if (alive)
        emit failed(error);
}

void Connect::finish()
{
    m_accounts.note(Operation::Kind::SignIn, m_outcome.account.id, *m_requests);
    const QPointer<Connect> alive(this);
    leave(BrowserPage::Connected);
    if (alive)
        emit connected(m_outcome);
}

void Connect::leave(BrowserPage page)
{
    stopWaiting();
    endStep();
    dropHelpers();
    m_token = {};
    m_refreshToken = {};
    m_plan.appSecret = {};
    if (m_signIn)
        m_signIn->showInBrowser(page);
    enter(Stage::Finished);
}

} // namespace tokendesk
