// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/batch.h"

#include "graph/batchparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype parallel = 4;
// So many in a row, and the others would only wait as long for nothing.
constexpr int mostUnreached = 8;

template <typename T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

bool isUnreachable(const Error &error)
{
    return error.kind == ErrorKind::Offline || error.kind == ErrorKind::TimedOut;
}

bool isOfKeychain(const Error &error)
{
    return error.kind == ErrorKind::KeychainLocked || error.kind == ErrorKind::KeychainUnavailable;
}

} // namespace

Batch::Batch(Accounts &accounts, const Catalog &catalog, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_catalog(catalog)
    , m_clock(clock)
{
}

void Batch::start(Work work, const QStringList &ids)
{
    m_work = work;
    m_runs = true;
    QSet<QString> taken;
    for (const QString &id : ids) {
        const std::optional<Account> account = m_accounts.find(id);
        if (!account || taken.contains(id))
            continue;
        taken.insert(id);
        m_waiting.append({.id = id,
                          .name = account->displayName(),
                          .providerId = account->providerId,
                          .app = account->providerId + u'/' + account->registrationId});
    }
    m_total = m_waiting.size();
    QMetaObject::invokeMethod(this, &Batch::startMore, Qt::QueuedConnection);
}

/// What waits for its turn has nobody any more who wants to know.
Batch::~Batch()
{
    if (m_runs && m_work == Work::Check)
        m_accounts.stopChecks(m_running.keys());
}

void Batch::cancel()
{
    m_cancelled = true;
    if (m_work == Work::Check)
        m_accounts.stopChecks(m_running.keys());
    letGo({.kind = ErrorKind::Cancelled, .what = u"stopped before it began"_s}, [](const Entry &) { return true; });
    startMore();
}

qsizetype Batch::count(Outcome outcome) const
{
    return std::ranges::count(m_entries, outcome, &Entry::outcome);
}

qsizetype Batch::failed() const
{
    return std::ranges::count_if(m_entries, [](const Entry &entry) {
        switch (entry.outcome) {
        case Outcome::Done:
        case Outcome::TooYoung:
        case Outcome::Endless:
        case Outcome::Gone:
            return false;
        case Outcome::NeedsSecret:
        case Outcome::SignInAgain:
        case Outcome::Failed:
            return true;
        case Outcome::LetGo:
            return entry.error.kind != ErrorKind::Cancelled;
        }
        Q_UNREACHABLE();
    });
}

void Batch::startMore()
{
    for (qsizetype next = nextToBegin(); next >= 0; next = nextToBegin())
        begin(m_waiting.takeAt(next));
    if (m_running.isEmpty())
        QMetaObject::invokeMethod(this, &Batch::finishLater, Qt::QueuedConnection);
    if (std::exchange(m_told, m_entries.size()) != m_entries.size())
        emit progressed();
}

/// The first that has a place; -1 where there is none. One app that has to wait holds up no check of another.
qsizetype Batch::nextToBegin() const
{
    if (m_work != Work::Check)
        return m_running.size() < parallel && !m_waiting.isEmpty() ? 0 : -1;
    const auto next = std::ranges::find_if(
        m_waiting, [this](const Entry &entry) { return runningOf(entry.app) < (isTogether(entry) ? 1 : parallel); });
    return next == m_waiting.end() ? -1 : next - m_waiting.begin();
}

bool Batch::isTogether(const Entry &entry) const
{
    const std::optional<Account> account = m_accounts.find(entry.id);
    return m_total > 1 && account && m_accounts.isCheckedTogether(*account);
}

/// For one account a person waits, many can wait.
Accounts::Urgency Batch::urgency() const
{
    return m_total > 1 ? Accounts::Urgency::Background : Accounts::Urgency::Person;
}

void Batch::run(const Entry &entry)
{
    m_running.insert(entry.id, entry);
    ++m_runningOfApp[entry.app];
}

/// As many of the same app as one request holds.
void Batch::checkTogether(const Entry &first)
{
    QStringList ids{first.id};
    for (Entry &entry : std::exchange(m_waiting, {})) {
        if (entry.app != first.app || ids.size() >= largestBatch) {
            m_waiting.append(std::move(entry));
        } else if (!m_accounts.find(entry.id)) {
            end(std::move(entry), Outcome::Gone);
        } else {
            ids.append(entry.id);
            run(entry);
        }
    }
    m_accounts.checkTogether(ids, this,
                             [this](const QString &id, const Result<void> &result) { ended(id, errorOf(result)); });
}

void Batch::begin(const Entry &entry)
{
    const std::optional<Account> account = m_accounts.find(entry.id);
    if (!account)
        return end(entry, Outcome::Gone);
    Entry known = entry;
    if (const std::optional<Outcome> outcome = knownBefore(*account, known))
        return end(known, *outcome);
    run(entry);
    switch (m_work) {
    case Work::Renew:
        return renew(*account);
    case Work::Check:
        if (isTogether(entry))
            return checkTogether(entry);
        return m_accounts.check(
            entry.id, this, [this, id = entry.id](const Result<void> &result) { ended(id, errorOf(result)); },
            urgency());
    case Work::Remove:
        return m_accounts.remove(entry.id, this,
                                 [this, id = entry.id](const Result<void> &result) { ended(id, errorOf(result)); });
    }
}

/// What becomes of a renewal that nobody need be asked for.
std::optional<Batch::Outcome> Batch::knownBefore(const Account &account, Entry &entry) const
{
    if (m_work != Work::Renew)
        return {};
    const QDateTime now = m_clock.now();
    const bool refreshable = account.tokenKind == TokenKind::Refreshable;
    const bool ended = !refreshable && account.expiresAt.isValid() && now >= account.expiresAt;
    if (account.refused || ended || account.custody == Custody::Gone)
        return Outcome::SignInAgain;
    if (account.tokenKind == TokenKind::ShortLived)
        return m_accounts.hasSecretAtHand(account) ? std::nullopt : std::optional(Outcome::NeedsSecret);
    if (refreshable)
        return {};
    if (account.accountType == facebookServer && account.tokenKind == TokenKind::LongLived)
        return m_accounts.secretFor(account) == SecretState::Missing ? std::optional(Outcome::NeedsSecret)
                                                                     : std::nullopt;
    const Provider *provider = m_catalog.description(account.providerId);
    if (account.tokenKind == TokenKind::NoExpiry || !provider || provider->endpoints.renew.isEmpty())
        return Outcome::Endless;
    entry.when = account.issuedAt.addSecs(provider->renewableAfter.count());
    return now < entry.when ? std::optional(Outcome::TooYoung) : std::nullopt;
}

void Batch::renew(const Account &account)
{
    const auto done = [this, id = account.id](const Result<Account> &result) { ended(id, errorOf(result)); };
    if (account.tokenKind == TokenKind::ShortLived)
        m_accounts.extend(account.id, this, done, urgency());
    else
        m_accounts.renew(account.id, this, done, urgency());
}

void Batch::ended(const QString &id, const std::optional<Error> &error)
{
    Entry entry = m_running.take(id);
    --m_runningOfApp[entry.app];
    const bool gone = m_work != Work::Remove && !m_accounts.find(id);
    m_unreached = error && isUnreachable(*error) ? m_unreached + 1 : 0;
    entry.error = error.value_or(Error{});
    const bool stopped = error && error->kind == ErrorKind::Cancelled;
    if (error && !gone && mayWait(entry)) {
        m_waited.insert(id, entry.error);
        m_waiting.prepend(std::move(entry));
        return startMore();
    }
    if (error && !gone && !stopped)
        letGoAfter(entry);
    end(std::move(entry), gone ? Outcome::Gone : stopped ? Outcome::LetGo : error ? Outcome::Failed : Outcome::Done);
    startMore();
}

/// The app was throttled, by somebody else's calls: its queue asks nobody until that is over, and then it goes on.
bool Batch::mayWait(const Entry &ended) const
{
    const bool isOneOfMany = m_work == Work::Check && m_total > 1;
    return ended.error.kind == ErrorKind::RateLimited && isOneOfMany && !m_cancelled && !m_waited.contains(ended.id);
}

void Batch::end(Entry entry, Outcome outcome)
{
    entry.outcome = outcome;
    if (outcome == Outcome::LetGo && m_waited.contains(entry.id)) { // it had begun
        entry.outcome = Outcome::Failed;
        entry.error = m_waited.value(entry.id);
    }
    m_entries.append(std::move(entry));
}

void Batch::letGoAfter(const Entry &failed)
{
    if (failed.error.kind == ErrorKind::RateLimited) {
        letGo(failed.error, [&failed](const Entry &other) { return other.app == failed.app; });
    } else if (isOfKeychain(failed.error) || m_unreached >= mostUnreached) {
        letGo(failed.error, [](const Entry &) { return true; });
    }
}

template <typename Which>
void Batch::letGo(const Error &error, const Which &which)
{
    for (Entry &entry : std::exchange(m_waiting, {})) {
        if (!which(entry)) {
            m_waiting.append(std::move(entry));
            continue;
        }
        entry.error = error;
        end(std::move(entry), Outcome::LetGo);
    }
}

void Batch::finishLater()
{
    if (!m_runs || !m_running.isEmpty() || !m_waiting.isEmpty())
        return;
    m_runs = false;
    emit finished();
}

} // namespace tokendesk
