// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Accounts that nobody asks for: what other programs and earlier ones have left, and what is not yet safe.
#include "accounts/accounts.h"
#include "accounts/manifestwriter.h"
#include "accounts/reconciling.h"
#include "accounts/storing.h"
#include "base/faultpoint.h"
#include "base/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr qsizetype mostUnwritten = 1000;

/// After so many attempts that long. Not more often in the end: a locked keychain may ask the person each time.
std::chrono::seconds waitBefore(int attempt)
{
    constexpr std::chrono::seconds waits[] = {1s, 2s, 5s, 15s, 60s, 600s};
    return waits[std::min(attempt, int(std::size(waits)) - 1)];
}

} // namespace

// -- events

Event Accounts::eventOf(Event::Kind kind, const Account &account) const
{
    return {.at = m_clock.now(), .accountId = account.id, .accountName = account.displayName(), .kind = kind};
}

Event Accounts::eventOf(Event::Kind kind, const QString &accountId, bool ok, const QString &detail) const
{
    const Account *account = at(accountId);
    return {.at = m_clock.now(),
            .accountId = accountId,
            .accountName = account ? account->displayName() : QString(),
            .kind = kind,
            .ok = ok,
            .detail = detail};
}

/// What the database did not take when it happened, in its order.
Result<void> Accounts::writeOutstanding()
{
    while (!m_unwritten.isEmpty()) {
        if (const Result<Event> written = m_database.append(m_unwritten.first()); !written) {
            seeDamage(written.error());
            return std::unexpected(written.error());
        }
        m_unwritten.removeFirst();
    }
    return {};
}

Result<void> Accounts::append(const Event &event)
{
    if (const Result<void> before = writeOutstanding(); !before)
        return before;
    const Result<Event> appended = m_database.append(event);
    if (!appended) {
        seeDamage(appended.error());
        return std::unexpected(appended.error());
    }
    tellNewEvents();
    return {};
}

/// What has happened already goes on record later where the database does not take it now.
void Accounts::record(const Event &event)
{
    if (!append(event))
        recordLater(event);
}

void Accounts::recordLater(const Event &event)
{
    qCWarning(lcAccounts) << "An event could not be written yet";
    if (m_unwritten.size() < mostUnwritten)
        m_unwritten.append(event);
}

Result<void> Accounts::commit(const Account &account, Event::Kind kind, const QString &detail)
{
    if (!writeOutstanding())
        qCWarning(lcAccounts) << "Events of before are still to be written"; // the token counts for more
    Event event = eventOf(kind, account);
    event.detail = detail;
    const Result<Event> committed = m_database.commit(account, event);
    if (!committed) {
        seeDamage(committed.error());
        return std::unexpected(committed.error());
    }
    tellNewEvents();
    keepManifest();
    return {};
}

void Accounts::note(Operation::Kind kind, const QString &accountId, const RequestLog &log)
{
    if (log.notes().isEmpty() || m_closed)
        return;
    const Operation operation{.kind = kind,
                              .accountId = accountId,
                              .began = std::min(log.began(), m_clock.now()),
                              .ended = std::max(log.began(), m_clock.now()),
                              .requests = log.notes(),
                              .leftOut = log.leftOut()};
    if (!m_database.append(operation))
        qCWarning(lcAccounts) << "What was asked of the provider could not be noted";
}

std::optional<Operation> Accounts::operationOf(const Event &event) const
{
    return m_database.operationOf(event).value_or(std::nullopt);
}

/// Ours and those of other programs, each once and in their order.
void Accounts::tellNewEvents()
{
    const QList<Event> events = m_database.eventsAfter(m_lastEvent).value_or(QList<Event>());
    if (!events.isEmpty())
        m_lastEvent = events.last().id;
    for (const Event &event : events)
        emit eventAppended(event);
}

// -- other programs

void Accounts::refresh()
{
    if (m_closed)
        return;
    const Result<qint64> changes = m_database.foreignChanges();
    if (!changes || *changes == m_foreignChanges)
        return;
    const Result<QList<Account>> rows = m_database.accounts();
    const Result<QList<Registration>> registrations = m_database.registrations();
    if (!rows || !registrations)
        return;
    m_foreignChanges = *changes;
    takeRevocations();
    m_registrations = *registrations;
    emit registrationsChanged();
    for (const Account &row : *rows)
        takeRow(row);
    QStringList gone;
    for (const Account &account : m_accounts) {
        if (std::ranges::find(*rows, account.id, &Account::id) == rows->end())
            gone.append(account.id);
    }
    for (const QString &id : gone) {
        m_accounts.removeIf([&id](const Account &account) { return account.id == id; });
        m_places.clear();
        m_states.erase(id);
        m_marked.remove(id);
        emit accountRemoved(id);
    }
    tellNewEvents();
}

/// What came of asking the provider goes on record.
void Accounts::conclude(Event::Kind kind, const QString &id, const Result<void> &result)
{
    record(eventOf(kind, id, result.has_value(), result ? QString() : eventDetail(result.error())));
    emit accountChanged(id);
}

/// What the database says of a token is what is true without the program that wrote it. One that was in its memory only
/// is not here; where an older one is still in the keychain, it takes its place, and its end is learned at the next
/// renewal.
void Accounts::takeAsRead(Account &account)
{
    if (account.custody != Custody::MemoryOnly)
        return;
    account.custody = account.tokenKey.isEmpty() ? Custody::Gone : Custody::Keychain;
    if (account.tokenKey.isEmpty())
        return;
    if (account.tokenKind == TokenKind::Refreshable) {
        account.expiresAt = account.issuedAt; // it is renewed at once, if the older refresh token still does that
        return;
    }
    account.tokenKind = TokenKind::Unknown;
    account.expiresAt = {};
}

void Accounts::takeRow(const Account &row)
{
    Account *present = at(row.id);
    if (present && !m_states[row.id].inMemory.isEmpty())
        return; // newer than any row
    Account account = row;
    takeAsRead(account);
    if (present && present->tokenKey == row.tokenKey)
        account.custody = present->custody; // what the keychain said here
    if (present && *present == account)
        return;
    if (!present)
        m_accounts.append(account);
    else if (present->tokenKey != account.tokenKey)
        m_states[row.id].generation = ++m_lastGeneration;
    if (present)
        *present = account;
    if (present)
        emit accountChanged(row.id);
    else
        emit accountAdded(row.id);
}

// -- earlier programs

void Accounts::reconcile()
{
    if (m_closed)
        return;
    if (!m_unwritten.isEmpty() && writeOutstanding())
        tellNewEvents();
    noteLeftovers();
    const QList<Intent> intents = m_database.intents().value_or(QList<Intent>());
    for (const Intent &intent : intents) {
        State &state = m_states[intent.accountId];
        if (at(intent.accountId) && !state.rotation && !state.reconciling)
            (new Reconciling(intent.accountId, *this))->run();
    }
    if (isRecovering())
        recover();
    if (!m_leftovers.isEmpty())
        return;
    m_leftovers = m_database.leftovers().value_or(QStringList());
    m_manifest->write(this, [this](const Result<void> &written) {
        if (!written)
            m_leftovers.clear();
        discardNextLeftover();
    });
}

/// Soon the keychain knows of the present tokens.
void Accounts::keepManifest()
{
    if (!m_closed && !m_manifestSoon.isActive())
        m_manifestSoon.start();
}

/// One after the other, and no more of them once the keychain refuses one.
void Accounts::discardNextLeftover()
{
    if (m_leftovers.isEmpty())
        return;
    const QString key = m_leftovers.takeFirst();
    if (isInUse(key))
        return discardNextLeftover();
    removeTokens(key, [this, key](const Result<void> &removed) {
        if (removed && m_database.forgetLeftover(key))
            return discardNextLeftover();
        m_leftovers.clear();
    });
}

/// Such an item is never removed, whoever takes it for a leftover.
bool Accounts::isInUse(const QString &tokenKey) const
{
    return m_beingWritten.contains(tokenKey)
        || std::ranges::find(m_accounts, tokenKey, &Account::tokenKey) != m_accounts.end();
}

/// Remembered until it is seen to be gone. It stays while the manifest may still lead to it.
void Accounts::discardItem(const QString &key)
{
    if (key.isEmpty() || isInUse(key))
        return;
    m_unnoted.append(key);
    noteLeftovers();
    m_manifest->write(this, [this, key](const Result<void> &written) {
        if (written)
            removeItem(key);
    });
}

void Accounts::removeItem(const QString &key)
{
    if (isInUse(key))
        return;
    removeTokens(key, [this, key](const Result<void> &removed) {
        faultPoint(FaultPoint::OldItemRemoved);
        if (removed)
            m_unnoted.removeAll(key);
        if (removed && !m_database.forgetLeftover(key))
            qCWarning(lcAccounts) << "A leftover could not be crossed out";
    });
}

/// The token's item, and that of the refresh token beside it first: by the token's it is found.
void Accounts::removeTokens(const QString &key, const Callback<void> &done)
{
    const QString refreshKey = refreshKeyOf(key);
    if (refreshKey.isEmpty())
        return m_keychain.remove(key, this, done);
    m_keychain.remove(refreshKey, this, [this, key, done](const Result<void> &removed) {
        if (!removed)
            return done(removed);
        m_keychain.remove(key, this, done);
    });
}

/// Those that the database does not take now are remembered here until it does.
void Accounts::noteLeftovers()
{
    while (!m_unnoted.isEmpty() && m_database.addLeftover(m_unnoted.first()))
        m_unnoted.removeFirst();
    if (!m_unnoted.isEmpty())
        qCWarning(lcAccounts) << "A leftover could not be noted";
}

// -- what is in memory only

bool Accounts::hasUnsavedTokens() const
{
    return std::ranges::any_of(m_states, [](const auto &state) { return !state.second.inMemory.isEmpty(); });
}

void Accounts::saveLater()
{
    if (!m_save.isActive())
        m_save.start(waitBefore(m_saveAttempts));
}

void Accounts::saveUnsaved()
{
    ++m_saveAttempts;
    QStringList unsaved;
    for (auto &[id, state] : m_states) {
        if (!state.inMemory.isEmpty() && !std::exchange(state.saving, true))
            unsaved.append(id);
    }
    for (const QString &id : unsaved) {
        saveAgain(id, this, [this, id](const Result<void> &) {
            if (const auto state = m_states.find(id); state != m_states.end())
                state->second.saving = false;
        });
    }
    if (hasUnsavedTokens())
        saveLater();
    else
        m_saveAttempts = 0;
}

} // namespace tokendesk
