// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/rotation.h"

#include "accounts/refreshing.h"
#include "accounts/renewal.h"
#include "accounts/storing.h"
#include "base/faultpoint.h"
#include "base/logging.h"
#include "graph/errorcatalogue.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr std::chrono::seconds betweenVerdicts(60);
// With the account locked: another try comes.
constexpr std::chrono::seconds patience(60);

} // namespace

Accounts::Rotation::Rotation(const QString &id, std::optional<Secret> appSecret, Urgency urgency, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_id(id)
    , m_log(new RequestLog(this, accounts.m_clock.now()))
    , m_appSecret(std::move(appSecret))
    , m_urgency(urgency)
    , m_lock(accounts.m_database.folder(), id)
{
}

void Accounts::Rotation::run()
{
    State &state = m_accounts.m_states[m_id];
    m_builtOn = state.generation;
    state.progress.running = !isExtension();
    m_lock.acquire(this, then(this, &Rotation::locked));
    emit m_accounts.accountChanged(m_id);
}

void Accounts::Rotation::locked(Result<void> result)
{
    faultPoint(FaultPoint::Locked);
    if (!result)
        return failed(result.error());
    if (!readAgain())
        return;
    faultPoint(FaultPoint::ReadAgain);
    m_kind = m_accounts.at(m_id)->tokenKind;
    const QString key = newTokenKey(m_kind);
    const Result<void> begun = m_accounts.m_database.begin({m_id, key, m_accounts.m_clock.now()});
    if (begun) {
        m_key = key;
    } else {
        qCWarning(lcAccounts) << "A rotation goes on without an intent"; // a full disk must not let a token die
        m_accounts.seeDamage(begun.error());
    }
    faultPoint(FaultPoint::IntentWritten);
    if (isRefresh())
        return refresh(*m_accounts.at(m_id));
    m_accounts.token(m_id, this, then(this, &Rotation::tokenRead));
}

/// The token itself is not asked for: it may have run out long ago.
void Accounts::Rotation::refresh(const Account &account)
{
    Result<Provider> provider = m_accounts.m_catalog.provider(account.providerId);
    if (!provider)
        return failed(provider.error());
    m_provider = *std::move(provider);
    (new Refreshing(account, m_provider, m_accounts, then(this, &Rotation::granted), this))->run();
}

/// Another program may have been faster: then its token is the account's, and nothing is left to do here.
bool Accounts::Rotation::readAgain()
{
    const Account *account = m_accounts.at(m_id);
    if (!account) {
        finish(failure(ErrorKind::InvalidInput, u"The account was removed"_s));
        return false;
    }
    const State &state = m_accounts.m_states[m_id];
    if (state.generation != m_builtOn) {
        finish(*account); // a sign-in was faster
        return false;
    }
    const Result<std::optional<Account>> row = m_accounts.m_database.account(m_id);
    const std::optional<Account> stored = row.value_or(std::nullopt);
    if (!row || !state.inMemory.isEmpty() || (stored && stored->tokenKey == account->tokenKey))
        return true;
    m_accounts.refresh(); // another program was faster
    if (const std::optional<Account> newer = m_accounts.find(m_id))
        finish(*newer);
    else
        failed({.kind = ErrorKind::InvalidInput, .what = u"The account was removed"_s});
    return false;
}

void Accounts::Rotation::tokenRead(Result<Secret> token)
{
    if (!token)
        return failed(token.error());
    const std::optional<Account> account = m_accounts.find(m_id);
    if (!account)
        return failed({.kind = ErrorKind::InvalidInput, .what = u"The account was removed"_s});
    if (m_accounts.m_states[m_id].generation != m_builtOn)
        return overtaken(*account);
    Result<Provider> provider = m_accounts.m_catalog.provider(account->providerId);
    if (!provider)
        return failed(provider.error());
    m_provider = *std::move(provider);
    if (!m_appSecret && account->accountType == facebookServer) {
        m_token = *std::move(token);
        return m_accounts.client(*account, this, then(this, &Rotation::clientRead));
    }
    if (!m_appSecret)
        return m_accounts.m_graph.as(origin()).renew(m_provider, *token, this, then(this, &Rotation::granted));
    const Registration app = m_accounts.registration(account->registrationId).value_or(Registration());
    const Client client{.id = app.clientId, .secret = m_appSecret->clone(), .broker = QUrl(app.broker)};
    m_accounts.m_graph.as(origin()).extend(m_provider, *token, client, this, then(this, &Rotation::granted));
}

CallOrigin Accounts::Rotation::origin() const
{
    CallOrigin origin = m_accounts.originOf(m_accounts.find(m_id).value_or(Account()), m_urgency);
    origin.patience = patience;
    return origin;
}

void Accounts::Rotation::clientRead(Result<Client> client)
{
    if (client && client->secret.isEmpty() && client->broker.isEmpty() && !m_provider.practice)
        client = failure(ErrorKind::InvalidInput, u"A system user's token is renewed with the app secret alone"_s);
    if (!client)
        return failed(client.error());
    m_byApp = true;
    const Secret token = std::move(m_token);
    m_accounts.m_graph.as(origin()).renewServerToken(m_provider, token, *client, this, then(this, &Rotation::granted));
}

/// A sign-in was faster.
void Accounts::Rotation::overtaken(const Account &account)
{
    endIntent();
    finish(account);
}

void Accounts::Rotation::endIntent()
{
    if (!m_key.isEmpty() && !m_accounts.m_database.endIntent(m_id))
        qCWarning(lcAccounts) << "An intent could not be ended";
}

void Accounts::Rotation::granted(Result<Grant> grant)
{
    if (!grant)
        return failed(grant.error());
    faultPoint(FaultPoint::Answered);
    std::optional<Account> account = m_accounts.find(m_id);
    if (!account)
        return failed({.kind = ErrorKind::InvalidInput, .what = u"The account was removed"_s});
    account->issueToken(isRefresh() ? TokenKind::Refreshable : TokenKind::LongLived,
                        grant->lifetime.value_or(m_provider.longLifetime),
                        issueTime(grant->answeredAt, m_accounts.m_clock.now()));
    account->custody = Custody::Keychain;
    if (grant->permissionsKnown)
        account->grantPermissions(grant->permissions);
    Storing::Job job{.occasion = isExtension() ? Event::Kind::Extended : Event::Kind::Renewed,
                     .account = *std::move(account),
                     .token = std::move(grant->token),
                     .refreshToken = std::move(grant->refreshToken),
                     .intendedKey = m_key,
                     .builtOn = m_builtOn};
    (new Storing(std::move(job), m_accounts))->run(this, then(this, &Rotation::stored));
}

void Accounts::Rotation::stored(Result<Account> account)
{
    if (account && account->custody == Custody::Keychain && account->tokenKey != m_key)
        endIntent(); // a sign-in was faster, and the item is gone
    finish(account);
}

void Accounts::Rotation::failed(const Error &error)
{
    endIntent();
    const auto state = m_accounts.m_states.find(m_id);
    if (state != m_accounts.m_states.end() && state->second.generation == m_builtOn)
        noteFailure(error, state->second);
    if (isRefresh() && error.kind == ErrorKind::InvalidInput)
        m_accounts.setCustody(m_id, Custody::Gone); // nothing is left that could bring another token
    finish(std::unexpected(error));
}

/// A refusal is final once it is certain; everything else passes, and is tried again later. Nothing is deleted by
/// either.
void Accounts::Rotation::noteFailure(const Error &error, State &state)
{
    Account *account = m_accounts.at(m_id);
    const bool refused
        = error.kind == ErrorKind::Rejected && (errorCatalogue().endsToken(error) || isConfirmed(state.progress));
    const bool news = refused ? !account->refused : state.progress.failures == 0;
    if (refused) {
        m_accounts.setRefusal(*account, error.hint);
    } else {
        ++state.progress.failures;
        state.progress.unknown = error.kind == ErrorKind::Malformed ? state.progress.unknown + 1 : 0;
        if ((isRefresh() || m_byApp) && error.kind == ErrorKind::Misconfigured)
            state.progress.unknown = mostUnknown; // the app's owner has to see to it, and an hour is soon over
        const QDateTime now = m_accounts.m_clock.now();
        const QDateTime doubtedAt = state.progress.doubtedAt;
        if (error.kind == ErrorKind::Rejected && (!doubtedAt.isValid() || doubtedAt > now))
            state.progress.doubtedAt = now; // for the first time, or the clock was set back
        state.progress.unreachable = error.kind == ErrorKind::Offline || error.kind == ErrorKind::TimedOut;
        const std::chrono::seconds wait = backOff(state.progress.failures, QRandomGenerator::system()->generateDouble(),
                                                  std::chrono::seconds(error.retryAfter));
        state.progress.retryAt = now.addSecs(wait.count());
    }
    if (news && !isExtension())
        m_accounts.record(m_accounts.eventOf(Event::Kind::RenewalFailed, m_id, false, eventDetail(error)));
}

/// A refusal seen before, long enough ago that a portal or a proxy in between would have been met twice.
bool Accounts::Rotation::isConfirmed(const RenewalProgress &progress) const
{
    return progress.doubtedAt.isValid()
        && progress.doubtedAt.addSecs(betweenVerdicts.count()) <= m_accounts.m_clock.now();
}

void Accounts::Rotation::finish(const Result<Account> &result)
{
    deleteLater();
    m_lock.release();
    if (const auto state = m_accounts.m_states.find(m_id); state != m_accounts.m_states.end()) {
        state->second.rotation = nullptr;
        m_accounts.note(Operation::Kind::Renewal, m_id, *m_log);
        state->second.progress.running = false;
        emit m_accounts.accountChanged(m_id);
    }
    m_waiters.tell(result);
}

} // namespace tokendesk
