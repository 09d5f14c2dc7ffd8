// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/database.h"

#include "accounts/rows.h"
#include "accounts/schema.h"
#include "accounts/statements.h"
#include "base/sorting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr QFile::Permissions ownerOnly
    = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser | QFile::WriteUser | QFile::ExeUser;

QString databaseFile(const QString &folder)
{
    return QDir(folder).absoluteFilePath(u"tokendesk.sqlite"_s);
}

// Takes away what others may do and adds nothing: what the owner made read-only stays so.
bool keepFromOthers(const QString &path)
{
    const QFile::Permissions present = QFileInfo(path).permissions();
    return (present & ~ownerOnly) == QFile::Permissions() || QFile::setPermissions(path, present & ownerOnly);
}

Result<void> preparePlace(const QString &folder, const QString &path)
{
    const QFileInfo place(folder);
    if (!place.exists()) {
        QDir().mkpath(place.absolutePath());
        QDir().mkdir(folder, ownerOnly);
    }
    if (!keepFromOthers(folder))
        return failure(ErrorKind::Storage, u"the folder of the database cannot be made or kept from others"_s);

    for (const QString &name : {path, path + "-wal"_L1, path + "-shm"_L1}) {
        const QFileInfo file(name);
        if (file.isSymLink() || (file.exists() && !file.isFile()))
            return failure(ErrorKind::Storage, u"the database is a link or no file"_s);
    }
    // Made here, private from its first byte, because SQLite would go by the umask; its side files take after it.
    QFile fresh(path);
    if (!fresh.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner) && !fresh.exists())
        return failure(ErrorKind::Storage, u"the database cannot be created"_s);
    if (!keepFromOthers(path))
        return failure(ErrorKind::Storage, u"the database cannot be kept from others"_s);
    return {};
}

Result<void> configure(const QSqlDatabase &connection)
{
    for (const auto &pragma :
         {"PRAGMA foreign_keys = ON"_L1, "PRAGMA synchronous = FULL"_L1, "PRAGMA cell_size_check = ON"_L1}) {
        if (const Result<void> done = execute(connection, pragma); !done)
            return done;
    }
    return {};
}

} // namespace

Database::Database(const QString &connectionName)
    : m_connectionName(connectionName)
{
}

QString Database::engineVersion()
{
    const QString name = QUuid::createUuid().toString();
    QString version;
    {
        QSqlDatabase memory = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        memory.setDatabaseName(u":memory:"_s);
        QSqlQuery query(memory);
        if (memory.open() && query.exec(u"SELECT sqlite_version()"_s) && query.next())
            version = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return version;
}

Database::~Database()
{
    disconnect();
}

void Database::disconnect()
{
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

bool Database::isOpen() const
{
    return QSqlDatabase::contains(m_connectionName);
}

Result<std::unique_ptr<Database>> Database::open(const QString &folder)
{
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString()));
    if (const Result<void> connected = database->connectTo(folder); !connected)
        return std::unexpected(connected.error());
    return database;
}

Result<void> Database::connectTo(const QString &folder)
{
    const QString path = databaseFile(folder);
    if (const Result<void> place = preparePlace(folder, path); !place)
        return place;
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    connection.setDatabaseName(path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!connection.open())
        return storageFailure(u"opening the database"_s, connection.lastError());
    if (const Result<void> configured = configure(connection); !configured)
        return configured;
    if (const Result<void> current = migrate(connection, allMigrations()); !current)
        return current;
    if (const Result<void> purged = purgeEvents(connection); !purged)
        return purged;
    return noteRecovery(folder);
}

Result<QList<Account>> Database::accounts() const
{
    const QString statement = u"SELECT %1 FROM accounts ORDER BY sort_name, packed"_s.arg(AccountReader::columns());
    QList<Account> accounts;
    AccountReader reader;
    const Result<void> read
        = eachRow(m_connectionName, statement, {}, [&](const QSqlQuery &row) { return reader.append(row, accounts); });
    if (!read)
        return std::unexpected(read.error());
    return accounts;
}

Result<void> Database::save(const Account &account)
{
    return change(m_connectionName, upsert(u"accounts"_s, accountColumns()), toRow(account));
}

Result<void> Database::removeAccount(const QString &id)
{
    Transaction transaction(m_connectionName);
    transaction.change(leftoverOf(u"SELECT token_key FROM accounts WHERE id = ?"_s), {id});
    transaction.change(leftoverOf(u"SELECT token_key FROM intents WHERE account_id = ?"_s), {id});
    transaction.change(u"DELETE FROM accounts WHERE id = ?"_s, {id});
    return transaction.commit();
}

Result<QByteArray> Database::picture(const QString &accountId) const
{
    Result<QSqlQuery> query
        = run(m_connectionName, u"SELECT picture FROM pictures WHERE account_id = ?"_s, {accountId});
    if (!query)
        return std::unexpected(query.error());
    if (query->next())
        return query->value(0).toByteArray();
    if (query->lastError().isValid())
        return storageFailure(u"SELECT picture"_s, query->lastError());
    return QByteArray();
}

Result<void> Database::savePicture(const QString &accountId, const QByteArray &picture)
{
    if (picture.isEmpty())
        return change(m_connectionName, u"DELETE FROM pictures WHERE account_id = ?"_s, {accountId});
    return change(m_connectionName, upsert(u"pictures"_s, u"account_id, picture"_s), {accountId, picture});
}

Result<QList<Registration>> Database::registrations() const
{
    Result<QList<Registration>> list = rows<Registration>(
        m_connectionName, u"SELECT %1 FROM registrations"_s.arg(registrationColumns()), {}, registrationFrom);
    if (list) {
        QCollator names;
        names.setCaseSensitivity(Qt::CaseInsensitive);
        names.setNumericMode(true);
        sortByName(*list, names, [](const Registration &registration) { return registration.name; });
    }
    return list;
}

Result<void> Database::save(const Registration &registration)
{
    return change(m_connectionName, upsert(u"registrations"_s, registrationColumns()), toRow(registration));
}

Result<void> Database::removeRegistration(const QString &id)
{
    return change(m_connectionName, u"DELETE FROM registrations WHERE id = ?"_s, {id});
}

Result<Event> Database::append(Event event)
{
    const Result<QSqlQuery> query = run(
        m_connectionName, u"INSERT INTO events (%1) VALUES (?, ?, ?, ?, ?, ?)"_s.arg(eventColumns()), toRow(event));
    if (!query)
        return std::unexpected(query.error());
    event.id = query->lastInsertId().toLongLong();
    return event;
}

Result<QList<Event>> Database::events(int limit, const EventFilter &filter, qint64 before) const
{
    QStringList conditions{u"1"_s};
    QVariantList values;
    if (!filter.accountId.isEmpty()) {
        conditions += u"account_id = ?"_s;
        values += filter.accountId;
    }
    if (!filter.kinds.isEmpty()) {
        const QStringList places(filter.kinds.size(), u"?"_s);
        conditions += u"kind IN (%1)"_s.arg(places.join(u", "_s));
        std::ranges::transform(filter.kinds, std::back_inserter(values), &nameInDatabase);
    }
    if (filter.outcome == EventFilter::Outcome::Failed)
        conditions += u"NOT ok"_s;
    if (before > 0) {
        conditions += u"id < ?"_s;
        values += before;
    }
    values += limit;
    return rows<Event>(m_connectionName,
                       u"SELECT %1, id FROM events WHERE %2 ORDER BY id DESC LIMIT ?"_s.arg(
                           eventColumns(), conditions.join(u" AND "_s)),
                       values, eventFrom);
}

} // namespace tokendesk
