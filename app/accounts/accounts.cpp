// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accounts.h"

#include "accounts/custodycheck.h"
#include "accounts/manifestwriter.h"
#include "accounts/reading.h"
#include "accounts/renewal.h"
#include "accounts/rotation.h"
#include "accounts/steps.h"
#include "accounts/storing.h"
#include "base/logging.h"

#include <QRandomGenerator>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

/// Whether the keychain shows a token now is not for the database to remember.
Account toStore(Account account)
{
    if (account.custody != Custody::MemoryOnly)
        account.custody = account.tokenKey.isEmpty() ? Custody::MemoryOnly : Custody::Keychain;
    return account;
}

} // namespace

Accounts::Accounts(Database &database, Keychain &keychain, const Catalog &catalog, GraphClient &graph,
                   const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_keychain(keychain)
    , m_catalog(catalog)
    , m_graph(graph)
    , m_clock(clock)
    , m_manifest(new ManifestWriter(database, keychain, this))
{
    read();
    if (const Result<QList<Event>> newest = m_database.events(1); newest && !newest->isEmpty())
        m_lastEvent = newest->first().id;
    m_foreignChanges = m_database.foreignChanges().value_or(0);
    m_manifestSoon.setSingleShot(true);
    m_manifestSoon.setInterval(1s);
    connect(&m_manifestSoon, &QTimer::timeout, m_manifest, [this] { m_manifest->write(this, [](const auto &) { }); });
    m_save.setSingleShot(true);
    connect(&m_save, &QTimer::timeout, this, &Accounts::saveUnsaved);
}

Accounts::~Accounts()
{
    // The operations know this object: they end before its members do.
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly));
}

/// All or none: what is known here by halves would look like all there is.
void Accounts::read()
{
    Result<QList<Account>> accounts = m_database.accounts();
    Result<QList<Registration>> registrations = m_database.registrations();
    if (!accounts || !registrations) {
        m_read = std::unexpected(accounts ? registrations.error() : accounts.error());
        qCWarning(lcAccounts) << "The accounts could not be read:" << m_read.error().what;
        return seeDamage(m_read.error());
    }
    m_accounts = *std::move(accounts);
    for (Account &account : m_accounts)
        takeAsRead(account);
    m_registrations = *std::move(registrations);
    takeRevocations();
    const QList<QString> marked = m_database.marked().value_or(QList<QString>());
    m_marked = QSet<QString>(marked.begin(), marked.end());
}

Account *Accounts::at(const QString &id)
{
    const qsizetype place = placeOf(id);
    return place < 0 ? nullptr : &m_accounts[place];
}

const Account *Accounts::at(const QString &id) const
{
    const qsizetype place = placeOf(id);
    return place < 0 ? nullptr : &m_accounts.at(place);
}

/// -1 where there is none. With thousands of accounts a search through all of them is too long for each row of a list.
qsizetype Accounts::placeOf(const QString &id) const
{
    const qsizetype place = m_places.value(id, -1);
    if (place >= 0 && place < m_accounts.size() && m_accounts.at(place).id == id)
        return place;
    if (place < 0 && m_places.size() == m_accounts.size())
        return -1;
    // The start asks for those on top of the list only, and is not to wait for a table of all of them.
    for (qsizetype top = 0; m_places.isEmpty() && top < std::min(m_accounts.size(), qsizetype(64)); ++top) {
        if (m_accounts.at(top).id == id)
            return top;
    }
    m_places.clear();
    m_places.reserve(m_accounts.size());
    for (qsizetype i = 0; i < m_accounts.size(); ++i)
        m_places.insert(m_accounts.at(i).id, i);
    return m_places.value(id, -1);
}

std::optional<Account> Accounts::find(const QString &id) const
{
    const Account *account = at(id);
    return account ? std::optional(*account) : std::nullopt;
}

std::optional<Account> Accounts::sameUserAs(const Account &account) const
{
    if (account.userId.isEmpty())
        return {};
    const auto found = std::ranges::find_if(m_accounts, [&account](const Account &other) {
        return other.providerId == account.providerId && other.registrationId == account.registrationId
            && other.userId == account.userId;
    });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

const Provider &Accounts::describe(const Account &account) const
{
    static const Provider unknown;
    const Provider *provider = m_catalog.description(account.providerId);
    return provider ? *provider : unknown;
}

AccountStatus Accounts::status(const QString &id) const
{
    const Account *account = at(id);
    if (!account)
        return {Status::NeedsYou, StatusDetail::SignInAgain};
    return status(*account);
}

AccountStatus Accounts::status(const Account &account) const
{
    RenewalProgress progress = progressOf(account.id);
    progress.secret = secretFor(account);
    return statusOf(account, describe(account), m_clock.now(), progress);
}

Status Accounts::statusWord(const Account &account, const QDateTime &now) const
{
    return statusWordOf(account, now, progressOf(account.id));
}

RenewalProgress Accounts::progressOf(const QString &id) const
{
    if (m_states.empty() && m_revocations.isEmpty()) // as at the start, when it is asked of thousands
        return {};
    const auto state = m_states.find(id);
    RenewalProgress progress = state == m_states.end() ? RenewalProgress{} : state->second.progress;
    progress.retryAt = nextTry(progress.retryAt, m_clock.now());
    progress.revokeAt = nextTry(m_revocations.value(id).retryAt, m_clock.now());
    return progress;
}

QDateTime Accounts::renewalDue(const QString &id) const
{
    const Account *account = at(id);
    if (!account || m_revocations.contains(id))
        return {};
    QDateTime due = nextRenewal(*account, describe(*account), m_clock.now(), secretFor(*account));
    if (isToBeExtended(*account))
        due = m_clock.now();
    const auto state = m_states.find(id);
    if (state == m_states.end() || !due.isValid() || !state->second.progress.retryAt.isValid())
        return due;
    return std::max(due, nextTry(state->second.progress.retryAt, m_clock.now()));
}

/// A one-hour token whose app secret is kept need not wait for anybody.
bool Accounts::isToBeExtended(const Account &account) const
{
    const bool usable = !account.refused && account.custody != Custody::Gone && m_clock.now() < account.expiresAt;
    return account.tokenKind == TokenKind::ShortLived && usable && hasSecretAtHand(account);
}

void Accounts::retrySoon()
{
    for (auto &[id, state] : m_states) {
        if (!state.progress.unreachable || !state.progress.retryAt.isValid())
            continue;
        const int wait = 5 + int(QRandomGenerator::system()->bounded(56));
        state.progress.retryAt = std::min(state.progress.retryAt, m_clock.now().addSecs(wait));
        emit accountChanged(id);
    }
    for (Revocation &revocation : m_revocations)
        revocation.retryAt = std::min(revocation.retryAt, m_clock.now().addSecs(5));
    for (const QString &id : m_revocations.keys())
        emit accountChanged(id);
}

QByteArray Accounts::picture(const QString &id) const
{
    return m_database.picture(id).value_or(QByteArray());
}

void Accounts::adopt(NewAccount fresh, QObject *context, Callback<Account> done)
{
    fresh.account.id.clear();
    if (m_closed)
        return failLater(context, done, {.kind = ErrorKind::Storage, .what = u"The accounts are closed"_s});
    Storing::Job job{.occasion = Event::Kind::Connected,
                     .account = std::move(fresh.account),
                     .token = std::move(fresh.token),
                     .refreshToken = std::move(fresh.refreshToken),
                     .picture = std::move(fresh.picture),
                     .origin = fresh.origin};
    auto *storing = new Storing(std::move(job), *this);
    connect(context, &QObject::destroyed, storing, &Storing::abandon);
    storing->run(context, std::move(done));
}

void Accounts::token(const QString &id, QObject *context, Callback<Secret> done)
{
    if (!at(id))
        return failLater(context, done, noSuchAccount());
    State &state = m_states[id];
    if (state.reading)
        return state.reading->addWaiter(context, std::move(done));
    state.reading = new Reading(id, *this);
    state.reading->addWaiter(context, std::move(done));
    state.reading->run();
}

void Accounts::saveAgain(const QString &id, QObject *context, Callback<void> done)
{
    const Account *account = at(id);
    if (!account)
        return failLater(context, done, noSuchAccount());
    State &state = m_states[id];
    if (account->custody != Custody::MemoryOnly) {
        return token(id, context, [done = std::move(done)](const Result<Secret> &seen) {
            done(seen ? Result<void>() : std::unexpected(seen.error()));
        });
    }
    Storing::Job job{.occasion = Event::Kind::Saved,
                     .account = *account,
                     .token = state.inMemory.clone(),
                     .refreshToken = state.refreshInMemory.clone(),
                     .intendedKey = std::exchange(state.heldKey, {}),
                     .builtOn = state.generation};
    auto *storing = new Storing(std::move(job), *this);
    storing->run(context, [done = std::move(done)](const Result<Account> &saved) {
        done(saved ? Result<void>() : std::unexpected(saved.error()));
    });
}

void Accounts::extend(const QString &id, Secret appSecret, QObject *context, Callback<Account> done, Urgency urgency)
{
    rotate(id, std::move(appSecret), context, std::move(done), urgency);
}

void Accounts::extend(const QString &id, QObject *context, Callback<Account> done, Urgency urgency)
{
    const Account *account = at(id);
    if (!account || account->registrationId.isEmpty()) // Practice guards nothing
        return extend(id, Secret(), context, std::move(done), urgency);
    const auto secretRead = [=, this](Result<Secret> secret) {
        if (!secret)
            return done(std::unexpected(secret.error()));
        extend(id, *std::move(secret), context, done, urgency);
    };
    appSecret(account->registrationId, context, secretRead);
}

void Accounts::renew(const QString &id, QObject *context, Callback<Account> done, Urgency urgency)
{
    rotate(id, {}, context, std::move(done), urgency);
}

void Accounts::rotate(const QString &id, std::optional<Secret> appSecret, QObject *context, Callback<Account> done,
                      Urgency urgency)
{
    if (!at(id))
        return failLater(context, done, noSuchAccount());
    State &state = m_states[id];
    if (state.rotation)
        return state.rotation->addWaiter(context, std::move(done));
    state.rotation = new Rotation(id, std::move(appSecret), urgency, *this);
    state.rotation->addWaiter(context, std::move(done));
    state.rotation->run();
}

Result<void> Accounts::rename(const QString &id, const QString &label)
{
    Account *account = at(id);
    if (!account)
        return std::unexpected(noSuchAccount());
    Account renamed = *account;
    renamed.label = label.trimmed();
    if (const Result<void> stored = store(renamed); !stored)
        return stored;
    *account = renamed;
    record(eventOf(Event::Kind::Renamed, id, true, renamed.displayName()));
    emit accountChanged(id);
    return {};
}

Result<void> Accounts::store(const Account &account)
{
    const Result<void> stored = m_database.save(toStore(account));
    if (!stored)
        seeDamage(stored.error());
    keepManifest();
    return stored;
}

void Accounts::put(const Account &account, Secret inMemory, Secret refreshInMemory)
{
    State &state = m_states[account.id];
    state.inMemory = std::move(inMemory);
    state.refreshInMemory = std::move(refreshInMemory);
    const QString held = std::exchange(state.heldKey, {});
    state.generation = ++m_lastGeneration;
    state.progress = {.running = state.progress.running};
    if (account.custody == Custody::MemoryOnly)
        saveLater();
    Account *present = at(account.id);
    if (present)
        *present = account;
    else
        m_accounts.append(account);
    discardItem(held);
    if (present)
        emit accountChanged(account.id);
    else
        emit accountAdded(account.id);
}

void Accounts::setCustody(const QString &id, Custody custody)
{
    Account *account = at(id);
    if (!account || account->custody == custody)
        return;
    account->custody = custody;
    emit accountChanged(id);
}

void Accounts::setCustodyOfStored(Custody custody)
{
    const QList<Account> accounts = m_accounts;
    for (const Account &account : accounts) {
        if (account.custody == Custody::Keychain || account.custody == Custody::Missing)
            setCustody(account.id, custody);
    }
}

void Accounts::setRefusal(Account &account, std::optional<ErrorHint> why)
{
    account.refused = why.has_value();
    account.refusedFor = why.value_or(ErrorHint::None);
    if (!store(account))
        qCWarning(lcAccounts) << "A refusal, or its end, could not be stored";
}

QList<Event> Accounts::events(int limit, const EventFilter &filter, qint64 before) const
{
    return m_database.events(limit, filter, before).value_or(QList<Event>());
}

Result<void> Accounts::note(Event::Kind kind, const QString &accountId, bool ok, const QString &detail)
{
    return append(eventOf(kind, accountId, ok, detail));
}

void Accounts::checkCustody()
{
    (new CustodyCheck(*this))->askNext();
}

} // namespace tokendesk
