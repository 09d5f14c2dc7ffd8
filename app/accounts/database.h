// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>

namespace tokendesk {

/// Accounts, registrations and events in SQLite (WAL, so that window and command line work side by side). No secret is
/// ever in it. Every function is one transaction and waits at most five seconds for another program's. Errors: Storage.
class Database
{
public:
    /// Opens or creates `folder`/tokendesk.sqlite and brings it to the present version; both are kept from everybody
    /// else. A database of a newer version, a damaged or foreign file and a link are refused and left as they are.
    /// Forgets events older than 400 days.
    static Result<std::unique_ptr<Database>> open(const QString &folder);
    ~Database();
    /// SQLite's version, such as "3.40.1", for the about box; empty where its driver is missing.
    static QString engineVersion();
    Q_DISABLE_COPY_MOVE(Database)

    Result<QList<Account>> accounts() const; ///< by display name
    /// Inserts or replaces. Its registration must be there, and no other account may be of the same provider,
    /// registration and user.
    Result<void> save(const Account &account);
    Result<void> removeAccount(const QString &id); ///< with its picture; its events stay

    /// The account's profile picture; empty where there is none.
    Result<QByteArray> picture(const QString &accountId) const;
    /// Inserts or replaces; an empty one removes it. The account must be there.
    Result<void> savePicture(const QString &accountId, const QByteArray &picture);

    Result<QList<Registration>> registrations() const; ///< by name
    Result<void> save(const Registration &registration); ///< inserts or replaces
    Result<void> removeRegistration(const QString &id); ///< refused while an account belongs to it

    /// Appends; a trigger refuses every UPDATE, and DELETE of rows younger than 400 days. Gives the event its id.
    Result<Event> append(Event event);
    /// The newest first, at most `limit`; of one account where `accountId` is given.
    Result<QList<Event>> events(int limit, const QString &accountId = {}) const;

private:
    explicit Database(const QString &connectionName);
    QString m_connectionName;
};

} // namespace tokendesk
