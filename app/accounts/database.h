// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/result.h"

#include <QList>
#include <QString>
#include <memory>

namespace tokendesk {

/// Accounts, registrations and events in SQLite (WAL, so that window and command line work side by side). No secret is
/// ever in it. Every function is one transaction. Errors: Storage.
class Database
{
public:
    /// Opens or creates `folder`/tokendesk.sqlite and brings it to the present version. A database of a newer version
    /// is refused and left as it is.
    static Result<std::unique_ptr<Database>> open(const QString &folder);
    ~Database();

    Result<QList<Account>> accounts() const; ///< by display name
    Result<void> save(const Account &account); ///< inserts or replaces
    Result<void> removeAccount(const QString &id); ///< with its picture; its events stay

    /// The account's profile picture; empty where there is none.
    Result<QByteArray> picture(const QString &accountId) const;
    Result<void> savePicture(const QString &accountId, const QByteArray &picture);

    Result<QList<Registration>> registrations() const;
    Result<void> save(const Registration &registration);
    Result<void> removeRegistration(const QString &id);

    /// Appends; a trigger refuses every UPDATE, and DELETE of rows younger than 400 days. Gives the event its id.
    Result<Event> append(Event event);
    /// The newest first, at most `limit`; of one account where `accountId` is given.
    Result<QList<Event>> events(int limit, const QString &accountId = {}) const;

private:
    explicit Database(const QString &connectionName);
    QString m_connectionName;
};

} // namespace tokendesk
