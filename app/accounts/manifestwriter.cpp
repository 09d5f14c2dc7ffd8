// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/manifestwriter.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

ManifestWriter::ManifestWriter(Database &database, Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_keychain(keychain)
{
}

void ManifestWriter::write(QObject *context, Callback<void> done)
{
    m_waiters.add(context, std::move(done));
    if (m_lock)
        return;
    if (const Result<std::optional<StalePage>> stale = m_database.stalePage(); stale && !*stale)
        return finish({});
    // Two programs would otherwise write the same page, and the older content might come last.
    m_lock.emplace(m_database.folder(), u"manifest"_s);
    m_lock->acquire(this, then(this, &ManifestWriter::locked));
}

void ManifestWriter::locked(Result<void> result)
{
    if (!result)
        return finish(result);
    writeNext();
}

void ManifestWriter::writeNext()
{
    const Result<std::optional<StalePage>> stale = m_database.stalePage();
    if (!stale)
        return finish(std::unexpected(stale.error()));
    if (!*stale)
        return finish({});
    m_page = **stale;
    const QString key = manifestKey(m_page.page);
    if (m_page.content.accounts.isEmpty() && m_page.content.registrations.isEmpty())
        m_keychain.remove(key, this, then(this, &ManifestWriter::written));
    else
        m_keychain.write(key, Secret(manifestText(m_page.content)), this, then(this, &ManifestWriter::written));
}

void ManifestWriter::written(Result<void> result)
{
    if (result)
        result = m_database.pageWritten(m_page);
    if (!result)
        return finish(result);
    writeNext();
}

/// Later, since the lock may be what is calling.
void ManifestWriter::finish(const Result<void> &result)
{
    QMetaObject::invokeMethod(this, [this, result] { end(result); }, Qt::QueuedConnection);
}

void ManifestWriter::end(const Result<void> &result)
{
    // Who has joined since then waits for changes of their own.
    if (const Result<std::optional<StalePage>> stale = m_database.stalePage(); result && stale && *stale && m_lock)
        return writeNext();
    m_lock.reset();
    m_waiters.tell(result);
}

} // namespace tokendesk
