// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the database that a rotation is about: nothing is forgotten before its successor is safe.
#include "accounts/database.h"
#include "accounts/rows.h"
#include "accounts/statements.h"

#include <QFileInfo>
#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

Result<Intent> intentFrom(const QSqlQuery &row)
{
    return Intent{.accountId = row.value(0).toString(),
                  .tokenKey = row.value(1).toString(),
                  .at = QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong()).toUTC()};
}

Result<QString> textFrom(const QSqlQuery &row)
{
    return row.value(0).toString();
}

} // namespace

Result<std::optional<Account>> Database::account(const QString &id) const
{
    const Result<QList<Account>> found
        = rows<Account>(m_connectionName, u"SELECT %1 FROM accounts WHERE id = ?"_s.arg(AccountReader::columns()), {id},
                        AccountReader());
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<void> Database::begin(const Intent &intent)
{
    Transaction transaction(m_connectionName);
    transaction.change(leftoverOf(u"SELECT token_key FROM intents WHERE account_id = ?"_s), {intent.accountId});
    transaction.change(upsert(u"intents"_s, u"account_id, token_key, at"_s),
                       {intent.accountId, intent.tokenKey, intent.at.toMSecsSinceEpoch()});
    return transaction.commit();
}

Result<void> Database::endIntent(const QString &accountId)
{
    return change(m_connectionName, u"DELETE FROM intents WHERE account_id = ?"_s, {accountId});
}

Result<QList<Intent>> Database::intents() const
{
    return rows<Intent>(m_connectionName, u"SELECT account_id, token_key, at FROM intents"_s, {}, intentFrom);
}

Result<Event> Database::commit(const Account &account, Event event)
{
    Transaction transaction(m_connectionName);
    transaction.change(leftoverOf(u"SELECT token_key FROM accounts WHERE id = ? AND token_key <> ?"_s),
                       {account.id, account.tokenKey});
    transaction.change(leftoverOf(u"SELECT token_key FROM intents WHERE account_id = ? AND token_key <> ?"_s),
                       {account.id, account.tokenKey});
    transaction.change(u"DELETE FROM intents WHERE account_id = ?"_s, {account.id});
    transaction.change(upsert(u"accounts"_s, accountColumns()), toRow(account));
    transaction.change(u"INSERT INTO events (%1) VALUES (?, ?, ?, ?, ?, ?)"_s.arg(eventColumns()), toRow(event));
    if (const Result<void> done = transaction.commit(); !done)
        return std::unexpected(done.error());
    const Result<QList<QString>> id = rows<QString>(m_connectionName, u"SELECT last_insert_rowid()"_s, {}, textFrom);
    event.id = id ? id->first().toLongLong() : 0;
    return event;
}

Result<QStringList> Database::leftovers() const
{
    return rows<QString>(m_connectionName,
                         u"SELECT token_key FROM leftovers WHERE token_key NOT IN (SELECT token_key FROM accounts) "
                         "AND token_key NOT IN (SELECT token_key FROM intents)"_s,
                         {}, textFrom);
}

Result<void> Database::addLeftover(const QString &tokenKey)
{
    return change(m_connectionName, u"INSERT OR IGNORE INTO leftovers (token_key) VALUES (?)"_s, {tokenKey});
}

Result<void> Database::forgetLeftover(const QString &tokenKey)
{
    return change(m_connectionName, u"DELETE FROM leftovers WHERE token_key = ?"_s, {tokenKey});
}

Result<qint64> Database::foreignChanges() const
{
    const Result<QList<QString>> version = rows<QString>(m_connectionName, u"PRAGMA data_version"_s, {}, textFrom);
    if (!version)
        return std::unexpected(version.error());
    return version->value(0).toLongLong();
}

Result<QList<Event>> Database::eventsAfter(qint64 id) const
{
    return rows<Event>(m_connectionName,
                       u"SELECT %1, id FROM events WHERE id > ? ORDER BY id LIMIT 1000"_s.arg(eventColumns()), {id},
                       eventFrom);
}

QString Database::folder() const
{
    return QFileInfo(QSqlDatabase::database(m_connectionName, false).databaseName()).absolutePath();
}

} // namespace tokendesk
