// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databaseplace.h"

#include <QDebug>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tokendesk {

DatabasePlace::DatabasePlace()
    : m_folder(m_temporary.filePath(u"data/TokenDesk"_s))
    , m_file(m_folder + "/tokendesk.sqlite"_L1)
{
}

std::unique_ptr<Database> DatabasePlace::opened() const
{
    auto database = Database::open(m_folder);
    if (database)
        return *std::move(database);
    qCritical() << database.error().what;
    return nullptr;
}

OutsideConnection::OutsideConnection(const QString &file)
    : m_name(newId())
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    connection.setDatabaseName(file);
    connection.open();
}

OutsideConnection::~OutsideConnection()
{
    connection().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase OutsideConnection::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

QString OutsideConnection::run(const QString &statement) const
{
    QSqlQuery query(connection());
    return query.exec(statement) ? QString() : query.lastError().databaseText();
}

QVariant OutsideConnection::value(const QString &query) const
{
    QSqlQuery result(connection());
    return result.exec(query) && result.next() ? result.value(0) : QVariant();
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QDateTime daysAgo(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(-days);
}

Account accountNamed(const QString &username)
{
    Account account;
    account.id = newId();
    account.providerId = u"practice"_s;
    account.userId = newId();
    account.username = username;
    return account;
}

Registration registrationWithId(const QString &id)
{
    Registration registration;
    registration.id = id;
    registration.providerId = u"instagram"_s;
    return registration;
}

Event eventOf(const QString &accountId, const QDateTime &at)
{
    Event event;
    event.at = at;
    event.accountId = accountId;
    event.kind = Event::Kind::Renewed;
    return event;
}

QStringList accountIds(const Database &database)
{
    const Result<QList<Account>> accounts = database.accounts();
    if (!accounts)
        qFatal("the accounts cannot be read");
    QStringList ids;
    for (const Account &account : *accounts)
        ids += account.id;
    return ids;
}

QByteArray contentsOf(const QString &file)
{
    QFile reader(file);
    return reader.open(QFile::ReadOnly) ? reader.readAll() : QByteArray("cannot be read");
}

void replaceContents(const QString &file, const QByteArray &bytes)
{
    QFile writer(file);
    if (!writer.open(QFile::WriteOnly | QFile::Truncate) || writer.write(bytes) != bytes.size())
        qFatal("a file of the test cannot be written");
}

} // namespace tokendesk
