// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/revoking.h"

#include "accounts/renewal.h"
#include "base/logging.h"
#include "graph/errorcatalogue.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// Nobody said no: the provider, or the keychain with the token, could not be asked.
bool isWorthAnotherTry(const Error &error)
{
    return isTemporary(error) || error.kind == ErrorKind::KeychainUnavailable
        || error.kind == ErrorKind::KeychainLocked;
}

Error noWayToRevoke()
{
    return {.kind = ErrorKind::InvalidInput, .what = u"There is no such account, or no way to revoke"_s};
}

} // namespace

/// At Facebook a person's token can: the app loses all access to them. So can a system user's, by the app that has its
/// secret here. A Page's cannot end itself.
bool Accounts::canRevoke(const Account &account) const
{
    const std::optional<Registration> app = registration(account.registrationId);
    const bool hasSecret = describe(account).practice || (app && app->secretKept && app->broker.isEmpty());
    const bool takesToken = !describe(account).endpoints.revoke.isEmpty() && revocationBroker(account).isEmpty();
    return (account.accountType == facebookServer && hasSecret) || takesToken || canWithdraw(account);
}

/// A person's token at Facebook ends by itself.
QString Accounts::revocationBroker(const Account &account) const
{
    const std::optional<Registration> app = registration(account.registrationId);
    const Provider &provider = describe(account);
    const bool byApp
        = account.accountType == facebookServer || (!provider.endpoints.revoke.isEmpty() && provider.hasClientSecret());
    return app && byApp ? QUrl(app->broker).host() : QString();
}

bool Accounts::canWithdraw(const Account &account) const
{
    return describe(account).family == Family::Facebook && account.accountType == facebookPerson;
}

void Accounts::revoke(const QString &id, QObject *context, Callback<void> done, Afterwards afterwards)
{
    const Account *account = at(id);
    if (!account || !canRevoke(*account))
        return failLater(context, done, noWayToRevoke());
    State &state = m_states[id];
    Revocation pending = m_revocations.value(id, {.accountId = id});
    if (afterwards == Afterwards::Remove)
        pending.afterwards = afterwards;
    pending.retryAt = m_clock.now(); // at the next start, where this program does not live to hear the answer
    Result<void> begun = state.revoking ? Result<void>() : note(Event::Kind::RevocationAsked, id);
    if (begun)
        begun = keep(pending);
    if (!begun)
        return failLater(context, done, begun.error());
    if (state.revoking)
        return state.revoking->addWaiter(context, std::move(done));
    state.revoking = new Revoking(id, {}, *this);
    state.revoking->addWaiter(context, std::move(done));
    state.revoking->run();
}

void Accounts::withdraw(const QString &id, const QString &permission, QObject *context, Callback<void> done)
{
    const Account *account = at(id);
    if (!account || permission.isEmpty() || !canWithdraw(*account))
        return failLater(context, done, noWayToRevoke());
    if (const Result<void> noted = note(Event::Kind::RevocationAsked, id, true, permission); !noted)
        return failLater(context, done, noted.error());
    auto *withdrawing = new Revoking(id, permission, *this);
    withdrawing->addWaiter(context, std::move(done));
    withdrawing->run();
}

// -- what is pending

std::optional<Revocation> Accounts::pendingRevocation(const QString &id) const
{
    const auto found = m_revocations.constFind(id);
    return found == m_revocations.cend() ? std::nullopt : std::optional(*found);
}

QStringList Accounts::revocationsDue() const
{
    QStringList due;
    for (const Revocation &revocation : m_revocations) {
        const auto state = m_states.find(revocation.accountId);
        const bool runs = state != m_states.end() && state->second.revoking;
        if (!runs && at(revocation.accountId) && nextTry(revocation.retryAt, m_clock.now()) <= m_clock.now())
            due.append(revocation.accountId);
    }
    return due;
}

Result<void> Accounts::giveUpRevoking(const QString &id)
{
    if (!m_revocations.contains(id))
        return {};
    if (const Result<void> noted = note(Event::Kind::RevocationGivenUp, id); !noted)
        return noted;
    dropRevocation(id);
    return {};
}

Result<void> Accounts::keep(const Revocation &revocation)
{
    if (const Result<void> kept = m_database.save(revocation); !kept) {
        seeDamage(kept.error());
        return kept;
    }
    m_revocations.insert(revocation.accountId, revocation);
    keepManifest();
    emit accountChanged(revocation.accountId);
    return {};
}

void Accounts::dropRevocation(const QString &id)
{
    m_revocations.remove(id);
    if (!m_database.endRevocation(id))
        qCWarning(lcAccounts) << "The end of a revocation could not be stored"; // asked once more, it says the same
    keepManifest();
    emit accountChanged(id);
}

void Accounts::takeRevocations()
{
    const Result<QList<Revocation>> rows = m_database.revocations();
    if (!rows)
        return;
    if (rows->isEmpty() && m_revocations.isEmpty())
        return;
    QHash<QString, Revocation> fresh;
    for (const Revocation &row : *rows)
        fresh.insert(row.accountId, row);
    const QHash<QString, Revocation> before = std::exchange(m_revocations, fresh);
    for (const Account &account : std::as_const(m_accounts)) {
        if (before.value(account.id) != fresh.value(account.id))
            emit accountChanged(account.id);
    }
}

// -- one try

Accounts::Revoking::Revoking(const QString &id, const QString &permission, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_id(id)
    , m_log(new RequestLog(this, accounts.m_clock.now()))
    , m_permission(permission)
    , m_lock(accounts.m_database.folder(), id)
{
}

void Accounts::Revoking::run()
{
    m_lock.acquire(this, then(this, &Revoking::locked));
}

void Accounts::Revoking::locked(Result<void> result)
{
    if (!result)
        return finish(result);
    m_accounts.refresh();
    const Account *account = m_accounts.at(m_id);
    if (!account)
        return finish(failure(ErrorKind::InvalidInput, u"The account was removed"_s));
    if (m_permission.isEmpty() && !m_accounts.m_revocations.contains(m_id)) {
        const bool hasEnded = account->refused && account->refusedFor == ErrorHint::AppRemoved;
        return finish(hasEnded ? Result<void>() // another program was faster
                               : failure(ErrorKind::Cancelled, u"The revocation was given up"_s));
    }
    Result<Provider> provider = m_accounts.m_catalog.provider(account->providerId);
    if (!provider)
        return finish(std::unexpected(provider.error()));
    m_provider = *std::move(provider);
    if (account->tokenKind == TokenKind::Refreshable)
        return m_accounts.refreshToken(*account, this, then(this, &Revoking::tokenRead));
    m_accounts.token(m_id, this, then(this, &Revoking::tokenRead));
}

void Accounts::Revoking::tokenRead(Result<Secret> token)
{
    const Account *account = m_accounts.at(m_id);
    if (!token || !account)
        return finish(token ? failure(ErrorKind::InvalidInput, u"The account was removed"_s)
                            : std::unexpected(token.error()));
    m_token = *std::move(token);
    m_accounts.client(*account, this, then(this, &Revoking::clientRead));
}

void Accounts::Revoking::clientRead(Result<Client> client)
{
    if (!client)
        return finish(std::unexpected(client.error()));
    const Account account = m_accounts.find(m_id).value_or(Account());
    const CallOrigin origin = m_accounts.originOf(account, Urgency::Person);
    if (account.accountType == facebookServer)
        return m_accounts.m_graph.as(origin).facebook().revokeServerToken(
            {m_provider, client->id, client->secret}, m_token, m_token, this, then(this, &Revoking::answered));
    if (m_provider.family == Family::Facebook)
        return m_accounts.m_graph.as(origin).facebook().removePermission(
            {m_provider, m_token, client->secret}, m_permission, this, then(this, &Revoking::answered));
    m_accounts.m_graph.as(origin).revoke(m_provider, *client, m_token, this, then(this, &Revoking::answered));
}

/// Facebook takes nothing from a token that does not work any more; RFC 7009 2.2 has a server say yes to one.
void Accounts::Revoking::answered(Result<void> answer)
{
    if (!m_permission.isEmpty())
        return permissionAnswered(answer);
    const bool isOver = answer || (m_provider.family == Family::Facebook && answer.error().kind == ErrorKind::Rejected);
    if (Account *account = isOver ? m_accounts.at(m_id) : nullptr)
        m_accounts.setRefusal(*account, ErrorHint::AppRemoved);
    finish(isOver ? Result<void>() : answer);
}

void Accounts::Revoking::permissionAnswered(const Result<void> &answer)
{
    if (Account *account = answer ? m_accounts.at(m_id) : nullptr) {
        account->grantedScopes.removeAll(m_permission);
        if (!m_accounts.store(*account))
            qCWarning(lcAccounts) << "That a permission was taken back could not be stored";
    }
    finish(answer);
}

void Accounts::Revoking::finish(const Result<void> &result)
{
    m_lock.release();
    const auto state = m_accounts.m_states.find(m_id);
    if (state == m_accounts.m_states.end())
        return end(result);
    if (m_permission.isEmpty()) {
        state->second.revoking = nullptr;
        m_accounts.conclude(Event::Kind::Revoked, m_id, result);
        m_accounts.note(Operation::Kind::Revocation, m_id, *m_log);
        return settle(result);
    }
    const QString why = result ? QString() : ", "_L1 + eventDetail(result.error());
    m_accounts.record(m_accounts.eventOf(Event::Kind::PermissionRemoved, m_id, result.has_value(), m_permission + why));
    m_accounts.note(Operation::Kind::Revocation, m_id, *m_log);
    emit m_accounts.accountChanged(m_id);
    end(result);
}

/// What becomes of the wish. The account goes only now: with it goes what could end its token.
void Accounts::Revoking::settle(const Result<void> &result)
{
    const std::optional<Revocation> pending = m_accounts.pendingRevocation(m_id);
    if (!pending)
        return end(result);
    if (!result && isWorthAnotherTry(result.error())) {
        postpone(result.error());
        return end(result);
    }
    if (result && pending->afterwards == Afterwards::Remove)
        return m_accounts.remove(m_id, this, then(this, &Revoking::end));
    m_accounts.dropRevocation(m_id);
    end(result);
}

void Accounts::Revoking::postpone(const Error &error)
{
    Revocation next = m_accounts.m_revocations.value(m_id);
    ++next.failures;
    const std::chrono::seconds wait
        = backOff(next.failures, QRandomGenerator::system()->generateDouble(), std::chrono::seconds(error.retryAfter));
    next.retryAt = m_accounts.m_clock.now().addSecs(wait.count());
    if (m_accounts.keep(next))
        return;
    m_accounts.m_revocations.insert(m_id, next); // for as long as this program runs
    emit m_accounts.accountChanged(m_id);
}

void Accounts::Revoking::end(Result<void> result)
{
    deleteLater();
    m_waiters.tell(result);
}

} // namespace tokendesk
