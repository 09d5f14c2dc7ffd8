// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/checking.h"

#include "accounts/gathering.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// In whatever order they are told.
bool hasSame(QStringList one, QStringList other)
{
    one.sort();
    other.sort();
    return one == other;
}

} // namespace

Accounts::Checking::Checking(const QString &id, Urgency urgency, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_id(id)
    , m_log(new RequestLog(this, accounts.m_clock.now()))
    , m_lock(accounts.m_database.folder(), id)
    , m_urgency(urgency)
{
}

void Accounts::Checking::gatherIn(Gathering *gathering)
{
    m_gathering = gathering;
}

void Accounts::Checking::run()
{
    m_granted.reset();
    m_accounts.token(m_id, this, then(this, &Checking::tokenRead));
}

void Accounts::Checking::tokenRead(Result<Secret> token)
{
    if (!token)
        return finish(std::unexpected(token.error()));
    const Account *account = m_accounts.at(m_id);
    if (!account)
        return finish(failure(ErrorKind::InvalidInput, u"The account was removed"_s));
    Result<Provider> provider = m_accounts.m_catalog.provider(account->providerId);
    if (!provider)
        return finish(std::unexpected(provider.error()));
    m_provider = *std::move(provider);
    m_asked = m_accounts.m_states[m_id].generation;
    const bool isIntrospected = m_provider.endpoints.profile.isEmpty() && !m_provider.endpoints.introspect.isEmpty();
    m_token = *std::move(token);
    if (m_provider.family != Family::Facebook && !isIntrospected)
        return ask();
    m_accounts.client(*account, this, then(this, &Checking::clientRead));
}

/// Facebook is asked without a proof where the app secret cannot be had.
void Accounts::Checking::clientRead(Result<Client> client)
{
    if (m_provider.family == Family::Facebook) {
        m_appSecret = client ? std::move(client->secret) : Secret();
        if (Gathering *gathering = std::exchange(m_gathering, nullptr))
            return gathering->arrived(this);
        return ask();
    }
    if (!client)
        return answered(std::unexpected(client.error()));
    const Secret token = std::move(m_token);
    m_accounts.m_graph.as(origin()).introspect(m_provider, *client, token, this, then(this, &Checking::introspected));
}

/// Whether the token works shows in whose it is.
void Accounts::Checking::ask()
{
    if (m_stopped)
        return finish(failure(ErrorKind::Cancelled, u"stopped before the provider was asked"_s));
    const Account *account = m_accounts.at(m_id);
    if (account && account->accountType == facebookAppItself) // an app has no profile, and vouches for itself
        return m_accounts.m_graph.as(origin()).facebook().inspectItself({m_provider, m_token, Secret()}, this,
                                                                        then(this, &Checking::inspected));
    if (m_provider.family == Family::Facebook)
        return m_accounts.m_graph.as(origin()).facebook().profile({m_provider, m_token, m_appSecret}, this,
                                                                  then(this, &Checking::profiled));
    const Secret token = std::move(m_token);
    m_accounts.m_graph.as(origin()).profile(m_provider, token, this, then(this, &Checking::profiled));
}

/// In the background nothing is locked: it waits as long as it takes.
CallOrigin Accounts::Checking::origin() const
{
    const Account *account = m_accounts.at(m_id);
    CallOrigin origin = m_accounts.originOf(account ? *account : Account(), m_urgency);
    origin.patience = std::chrono::hours(48);
    return origin;
}

void Accounts::Checking::stop()
{
    m_stopped = true;
    m_accounts.m_graph.letGo(this);
}

void Accounts::Checking::introspected(Result<Introspection> said)
{
    if (said && !said->active)
        return answered(failure(ErrorKind::Rejected, u"The provider says that the token does not work"_s));
    if (said)
        compareApp(said->clientId, QString());
    answered(said ? Result<void>() : std::unexpected(said.error()));
}

void Accounts::Checking::inspected(Result<FacebookInspection> inspection)
{
    if (inspection && !inspection->valid)
        return answered(std::unexpected(inspection->fault));
    answered(inspection ? Result<void>() : std::unexpected(inspection.error()));
}

/// Ids come in two kinds: a token that answers for either of the account's is its own.
void Accounts::Checking::compareUser(const Profile &profile)
{
    const Account *account = m_accounts.at(m_id);
    const auto isKnown = [account](const QString &id) {
        return !id.isEmpty() && (id == account->userId || id == account->professionalId);
    };
    if (!account || account->userId.isEmpty() || isOvertaken() || isKnown(profile.id)
        || isKnown(profile.professionalId))
        return;
    m_accounts.raise({Notice::Kind::OtherUser, m_id, profile.username.isEmpty() ? profile.id : profile.username});
}

void Accounts::Checking::profiled(Result<Profile> profile)
{
    if (profile)
        compareUser(*profile);
    m_answer = profile ? Result<void>() : std::unexpected(profile.error());
    if (isToBeInspected())
        return askOfWhichApp();
    answered(m_answer);
}

/// Facebook refuses the proof of another app's secret. For many accounts it is not worth twice the calls.
bool Accounts::Checking::isToBeInspected() const
{
    const Account *account = m_accounts.at(m_id);
    if (m_provider.family != Family::Facebook || m_appSecret.isEmpty() || !account || isOvertaken())
        return false;
    return m_answer ? m_urgency == Urgency::Person : m_answer.error().hint == ErrorHint::AppSecret;
}

/// The app itself is told of its own tokens only; otherwise the token is asked about itself.
void Accounts::Checking::askOfWhichApp()
{
    const Account *account = m_accounts.at(m_id);
    const std::optional<Registration> app = m_accounts.registration(account->registrationId);
    FacebookClient facebook = m_accounts.m_graph.as(origin()).facebook();
    if (m_answer && app)
        facebook.inspect({m_provider, app->clientId, m_appSecret}, m_token, this, then(this, &Checking::appTold));
    else
        facebook.inspectItself({m_provider, m_token, Secret()}, this, then(this, &Checking::appTold));
}

/// It says nothing about whether the token works: that is known already.
void Accounts::Checking::appTold(Result<FacebookInspection> inspection)
{
    if (inspection && inspection->valid && !isOvertaken()) {
        compareApp(inspection->appId, inspection->application);
        m_granted = inspection->scopes;
    }
    answered(Result<void>(m_answer));
}

/// A provider that does not tell says nothing.
void Accounts::Checking::compareApp(const QString &id, const QString &name)
{
    const Account *account = m_accounts.at(m_id);
    const auto app = account ? m_accounts.registration(account->registrationId) : std::nullopt;
    if (!app || isOvertaken() || id.isEmpty() || id == app->clientId)
        return;
    const QString other = name.isEmpty() ? id : u"%1 (%2)"_s.arg(name, id);
    m_accounts.raise({Notice::Kind::OtherApp, m_id, other});
}

void Accounts::Checking::answered(const Result<void> &answer)
{
    if (isOvertaken())
        return run(); // nobody cares any more how the old token is
    m_answer = answer;
    if (!isNews())
        return finish(m_answer);
    m_lock.acquire(this, then(this, &Checking::locked));
}

/// Where another program renewed it meanwhile, its row would be overwritten with the old token's.
void Accounts::Checking::locked(Result<void> result)
{
    if (result)
        m_accounts.refresh();
    if (isOvertaken()) {
        m_lock.release();
        return run();
    }
    Account *account = result ? m_accounts.at(m_id) : nullptr;
    if (account && m_granted)
        account->grantPermissions(*m_granted);
    if (account && (m_answer || m_answer.error().kind == ErrorKind::Rejected))
        m_accounts.setRefusal(*account, m_answer ? std::nullopt : std::optional(m_answer.error().hint));
    finish(m_answer);
}

bool Accounts::Checking::isOvertaken() const
{
    return m_accounts.at(m_id) && m_accounts.m_states[m_id].generation != m_asked;
}

/// Does the answer say otherwise than what is known?
bool Accounts::Checking::isNews() const
{
    const Account *account = m_accounts.at(m_id);
    const bool refused = !m_answer && m_answer.error().kind == ErrorKind::Rejected;
    if (account && m_granted && (!account->grantedKnown || !hasSame(account->grantedScopes, *m_granted)))
        return true;
    return account && (m_answer || refused) && account->refused != refused;
}

void Accounts::Checking::finish(const Result<void> &result)
{
    deleteLater();
    if (Gathering *gathering = std::exchange(m_gathering, nullptr))
        gathering->gaveUp(result ? Error{} : result.error());
    m_lock.release();
    if (const auto state = m_accounts.m_states.find(m_id); state != m_accounts.m_states.end()) {
        state->second.checking = nullptr;
        if (result || result.error().kind != ErrorKind::Cancelled)
            m_accounts.conclude(Event::Kind::Checked, m_id, result);
        m_accounts.note(Operation::Kind::Check, m_id, *m_log);
    }
    m_waiters.tell(result);
}

} // namespace tokendesk
