// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/schema.h"

#include "base/logging.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

Result<qint64> number(const QSqlDatabase &connection, const QString &query)
{
    QSqlQuery result(connection);
    if (!result.exec(query) || !result.next())
        return storageFailure(u"reading the database"_s, result.lastError());
    return result.value(0).toLongLong();
}

Result<void> checkVersion(const QSqlDatabase &connection, qint64 version, qint64 newest)
{
    if (version > newest)
        return std::unexpected(Error{
            .kind = ErrorKind::Storage,
            .what
            = u"the database is of version %1, and this program knows versions up to %2"_s.arg(version).arg(newest),
            .hint = ErrorHint::NewerVersion});
    if (version < 0)
        return failure(ErrorKind::Storage, u"the database has no version of ours"_s);
    if (version > 0)
        return {};
    // In one statement, since another program may be making the tables right now.
    const Result<qint64> tables = number(
        connection, u"SELECT count(*) FROM sqlite_schema WHERE (SELECT user_version FROM pragma_user_version) = 0"_s);
    if (!tables)
        return std::unexpected(tables.error());
    if (*tables > 0)
        return failure(ErrorKind::Storage, u"the file is a database of something else"_s);
    return {};
}

// Within a transaction, so that a second program that starts now waits and then finds the work done.
Result<void> runMigrations(const QSqlDatabase &connection, std::span<const Migration> steps)
{
    const Result<qint64> version = number(connection, u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    if (const Result<void> ours = checkVersion(connection, *version, qint64(steps.size())); !ours)
        return ours;
    for (const Migration &migration : steps.subspan(std::size_t(*version))) {
        for (const char *statement : migration) {
            if (const Result<void> done = execute(connection, QString::fromLatin1(statement)); !done)
                return done;
        }
    }
    return execute(connection, u"PRAGMA user_version = %1"_s.arg(steps.size()));
}

// https://www.sqlite.org/rescode.html: the last byte is the primary code.
ErrorHint hintOf(int code)
{
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int notADatabase = 26;
    switch (code & 0xff) {
    case corrupt:
    case notADatabase:
        return ErrorHint::Damaged;
    case full:
        return ErrorHint::DiskFull;
    default:
        return ErrorHint::None;
    }
}

} // namespace

Result<void> migrate(const QSqlDatabase &connection, std::span<const Migration> steps)
{
    const Result<qint64> version = number(connection, u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    if (const Result<void> ours = checkVersion(connection, *version, qint64(steps.size())); !ours)
        return ours;

    // Only now, since this may write: into a file that was refused nothing is written.
    if (const Result<void> wal = execute(connection, u"PRAGMA journal_mode = WAL"_s); !wal)
        return wal;
    if (*version == qint64(steps.size()))
        return {};

    if (const Result<void> begun = execute(connection, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<void> done = runMigrations(connection, steps);
    if (done)
        done = execute(connection, u"COMMIT"_s);
    if (!done)
        (void)execute(connection, u"ROLLBACK"_s);
    return done;
}

namespace {

Result<void> purge(const QSqlDatabase &connection, const QString &old)
{
    const Result<qint64> count = number(connection, "SELECT count(*) "_L1 + old);
    if (!count)
        return std::unexpected(count.error());
    if (*count == 0) // a start that has nothing to forget does not write
        return {};
    // A full disk is no reason to keep a person from their accounts: the events go another time.
    if (const Result<void> purged = execute(connection, "DELETE "_L1 + old); !purged)
        qCWarning(lcAccounts) << "Old events stay:" << purged.error().what;
    return {};
}

} // namespace

Result<void> purgeEvents(const QSqlDatabase &connection)
{
    const Result<void> operations
        = purge(connection, u"FROM operations WHERE ended < (SELECT kept_from FROM retention)"_s);
    return operations ? purge(connection, u"FROM events WHERE at < (SELECT kept_from FROM retention)"_s) : operations;
}

Result<void> execute(const QSqlDatabase &connection, const QString &statement)
{
    QSqlQuery query(connection);
    if (!query.exec(statement))
        return storageFailure(statement.section(u' ', 0, 2), query.lastError());
    return {};
}

std::unexpected<Error> storageFailure(const QString &step, const QSqlError &error)
{
    return std::unexpected(
        Error{.kind = ErrorKind::Storage,
              .what = u"%1: %2 (SQLite %3)"_s.arg(step, error.databaseText(), error.nativeErrorCode()),
              .hint = hintOf(error.nativeErrorCode().toInt())});
}

} // namespace tokendesk
