// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/manifest.h"
#include "accounts/operation.h"
#include "accounts/revocation.h"
#include "accounts/usagesample.h"
#include "accounts/warning.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

namespace tokendesk {

/// A rotation that has begun: the keychain item of this key is about to be written for the account.
struct Intent
{
    QString accountId;
    QString tokenKey;
    QDateTime at; ///< UTC
};

/// A page of the manifest whose item in the keychain is out of date.
struct StalePage
{
    int page = 0;
    qint64 changes = 0; ///< of this page when it was read
    ManifestPage content{}; ///< without accounts and registrations: the item is to be removed
};

/// Accounts, registrations and events in SQLite (WAL, so that window and command line work side by side). No secret is
/// ever in it. Every function is one transaction and waits at most five seconds for another program's. Errors: Storage.
class Database
{
public:
    /// Opens or creates `folder`/tokendesk.sqlite and brings it to the present version; both are kept from everybody
    /// else. A database of a newer version, a damaged or foreign file and a link are refused and left as they are.
    /// Forgets events older than 400 days. Errors: Storage, with ErrorHint::Damaged where setAside helps.
    static Result<std::unique_ptr<Database>> open(const QString &folder);
    /// Renames the damaged database in `folder` and opens an empty one in its place that is to be recovered. Nothing of
    /// the old file is written to. Not while another program has it open.
    static Result<std::unique_ptr<Database>> openAnew(const QString &folder);
    ~Database();
    /// SQLite's version, such as "3.40.1", for the about box; empty where its driver is missing.
    static QString engineVersion();
    Q_DISABLE_COPY_MOVE(Database)

    /// By display name, as SQLite compares: it knows upper and lower case of ASCII, and no language.
    Result<QList<Account>> accounts() const;
    /// Inserts or replaces. Its registration must be there, and no other account may be of the same provider,
    /// registration and user.
    Result<void> save(const Account &account);
    /// That account; nothing where there is none.
    Result<std::optional<Account>> account(const QString &id) const;
    Result<void> removeAccount(const QString &id); ///< with its picture; its events stay, its item is a leftover

    // -- rotation
    /// Before the network is asked. One for each account: the item of the one before becomes a leftover.
    Result<void> begin(const Intent &intent);
    /// The rotation came to nothing and wrote no item.
    Result<void> endIntent(const QString &accountId);
    Result<QList<Intent>> intents() const;
    /// The account with the token that is in the keychain under its key now, and the event: all of it or nothing. Ends
    /// the account's intent; items of it that are not this one become leftovers. Gives the event its id.
    Result<Event> commit(const Account &account, Event event);
    /// Keys of keychain items that nothing needs any more. Never one that an account refers to.
    Result<QStringList> leftovers() const;
    Result<void> addLeftover(const QString &tokenKey);
    Result<void> forgetLeftover(const QString &tokenKey); ///< it is seen to be gone

    // -- revocation
    Result<QList<Revocation>> revocations() const;
    Result<void> save(const Revocation &revocation); ///< inserts or replaces; its account must be there
    Result<void> endRevocation(const QString &accountId);

    /// A number that differs from the one before if another program has changed anything meanwhile.
    Result<qint64> foreignChanges() const;

    /// The account's profile picture; empty where there is none.
    Result<QByteArray> picture(const QString &accountId) const;
    /// Inserts or replaces; an empty one removes it. The account must be there.
    Result<void> savePicture(const QString &accountId, const QByteArray &picture);

    Result<QList<Registration>> registrations() const; ///< by name
    Result<void> save(const Registration &registration); ///< inserts or replaces
    Result<void> removeRegistration(const QString &id); ///< refused while an account belongs to it

    /// Appends; a trigger refuses every UPDATE, and DELETE of rows younger than 400 days. Gives the event its id.
    Result<Event> append(Event event);
    /// The newest first, at most `limit`; where `before` is an event's id, only older ones.
    Result<QList<Event>> events(int limit, const EventFilter &filter = {}, qint64 before = 0) const;
    /// Those behind that id, the oldest first; at most a thousand.
    Result<QList<Event>> eventsAfter(qint64 id) const;

    // -- what was asked of providers
    /// Appends; kept as long as events are.
    Result<void> append(const Operation &operation);
    /// The one that ended with that event; nothing where nothing was asked for it, or by an earlier version.
    Result<std::optional<Operation>> operationOf(const Event &event) const;

    // -- what is to be looked at
    Result<QList<QString>> marked() const; ///< accounts
    Result<void> mark(const QString &accountId); ///< it must be there
    Result<void> unmark(const QString &accountId);
    /// Since when the app's secret is kept; invalid where that is not known.
    Result<QDateTime> secretKeptSince(const QString &registrationId) const;
    Result<void> noteSecretKept(const QString &registrationId, const QDateTime &since); ///< the app must be there

    // -- the manifest: what the keychain knows of the accounts
    /// A page that is out of date there, with what it should say; nothing where all are as they should be.
    Result<std::optional<StalePage>> stalePage() const;
    /// The keychain has it. It stays stale where the accounts have changed meanwhile.
    Result<void> pageWritten(const StalePage &page);
    /// Are accounts still to be found again by the manifest?
    Result<bool> isRecovering() const;
    /// They are found; the event says so.
    Result<void> endRecovery(const Event &event);

    // -- its file
    /// Reads all of it, which takes some milliseconds for each megabyte. Errors: Storage.
    Result<void> check() const;
    /// As openAnew does while the program runs; what the program knows is to be saved again.
    Result<void> replace();
    // -- what a person was told
    /// The last of each account.
    Result<QList<Warning>> warnings() const;
    /// Each in place of the account's last one, all or nothing. The accounts must be there.
    Result<void> noteWarnings(const QList<Warning> &warnings);

    // -- how much of the apps' allowances is used
    /// Each in its stretch of time, where the most that was measured is kept; what is older than usageKept goes, and
    /// the oldest of more than 50,000.
    Result<void> noteUsage(const QList<UsageSample> &samples, const QDateTime &now);
    /// Added to what other programs of ours have noted; what is older than two hours goes.
    Result<void> noteOwnCalls(const QList<OwnCalls> &made, const QDateTime &now);
    /// How many were made with that app since that minute, or with an app that is not known.
    Result<int> ownCalls(const QString &providerId, const QString &registrationId, const QDateTime &since) const;
    /// The newest of each series.
    Result<QList<UsageSample>> newestUsage() const;
    /// Those of the series that this one is of, from that instant on, the oldest first.
    Result<QList<UsageSample>> usage(const UsageSample &series, const QDateTime &since) const;

    /// Where its file is.
    QString folder() const;
    /// Lets go of its files, for them to be removed: every call fails from here on.
    void close() { disconnect(); }
    bool isOpen() const; ///< until then

private:
    explicit Database(const QString &connectionName);
    Result<void> connectTo(const QString &folder);
    Result<void> noteRecovery(const QString &folder);
    void disconnect();

    QString m_connectionName;
};

} // namespace tokendesk
