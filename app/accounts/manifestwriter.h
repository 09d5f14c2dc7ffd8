// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlock.h"
#include "accounts/database.h"
#include "accounts/keychain.h"
#include "accounts/steps.h"

#include <QObject>
#include <optional>

namespace tokendesk {

/// Brings the manifest's items in the keychain to what the database says, page after page. What the keychain does not
/// take now stays stale and is written another time.
class ManifestWriter : public QObject
{
    Q_OBJECT
public:
    ManifestWriter(Database &database, Keychain &keychain, QObject *parent);

    /// Done when no page is stale, or with the first error. Joins a run that is under way. Errors: KeychainUnavailable,
    /// KeychainLocked, Storage, TimedOut (another program is at it).
    void write(QObject *context, Callback<void> done);

private:
    void locked(Result<void> result);
    void writeNext();
    void written(Result<void> result);
    void finish(const Result<void> &result);
    void end(const Result<void> &result);

    Database &m_database;
    Keychain &m_keychain;
    std::optional<AccountLock> m_lock; ///< while a run is under way
    StalePage m_page;
    Waiters<void> m_waiters;
};

} // namespace tokendesk
