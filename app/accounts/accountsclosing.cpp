// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Accounts that is about the end of one of them, or of them all.
#include "accounts/accounts.h"
#include "accounts/manifest.h"
#include "accounts/manifestwriter.h"
#include "accounts/steps.h"
#include "accounts/storing.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

void Accounts::remove(const QString &id, QObject *context, Callback<void> done)
{
    const Account *account = at(id);
    if (!account)
        return failLater(context, done, noSuchAccount());
    const Event event = eventOf(Event::Kind::Removed, *account);
    const QStringList keys{account->tokenKey, m_states[id].heldKey};
    if (const Result<void> removed = m_database.removeAccount(id); !removed)
        return failLater(context, done, removed.error());
    m_accounts.removeIf([&id](const Account &other) { return other.id == id; });
    m_places.clear();
    m_states.erase(id);
    m_revocations.remove(id);
    m_marked.remove(id);
    record(event);
    keepManifest();
    for (const QString &key : keys)
        discardItem(key);
    emit accountRemoved(id);
    QMetaObject::invokeMethod(context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

QStringList Accounts::keychainItems() const
{
    QStringList tokens = m_database.leftovers().value_or(QStringList()) + m_unnoted + m_beingWritten;
    for (const Account &account : m_accounts)
        tokens.append(account.tokenKey);
    for (const auto &[id, state] : m_states)
        tokens.append(state.heldKey);
    for (const Intent &intent : m_database.intents().value_or(QList<Intent>()))
        tokens.append(intent.tokenKey);
    QStringList items;
    for (const QString &key : std::as_const(tokens))
        items << key << refreshKeyOf(key);
    for (const Registration &registration : m_registrations)
        items << secretKeyOf(registration.id) << clientTokenKeyOf(registration.id);
    const qsizetype records = m_accounts.size() + m_registrations.size();
    for (qsizetype page = 0; page <= records / manifestPlaces + longestManifestGap; ++page)
        items.append(manifestKey(int(page)));
    items.removeAll(QString());
    items.removeDuplicates();
    return items;
}

void Accounts::close()
{
    m_closed = true;
    m_manifestSoon.stop();
    m_save.stop();
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly)); // whatever is under way
    m_manifest = nullptr;
    const QList<Account> gone = std::exchange(m_accounts, {});
    m_places.clear();
    m_registrations.clear();
    m_states.clear();
    m_revocations.clear();
    m_leftovers.clear();
    m_unnoted.clear();
    m_unwritten.clear();
    m_database.close();
    for (const Account &account : gone)
        emit accountRemoved(account.id);
    emit registrationsChanged();
}

} // namespace tokendesk
