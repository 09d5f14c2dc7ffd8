// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/statements.h"

#include "base/faultpoint.h"

#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace tokendesk {

Result<QSqlQuery> run(const QString &connectionName, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(connectionName, false));
    query.setForwardOnly(true);
    bool done = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done)
        return storageFailure(statement.section(u' ', 0, 2), query.lastError());
    return query;
}

Result<void> change(const QString &connectionName, const QString &statement, const QVariantList &values)
{
    if (const Result<QSqlQuery> query = run(connectionName, statement, values); !query)
        return std::unexpected(query.error());
    return {};
}

QString upsert(const QString &table, const QString &columns)
{
    const QStringList names = columns.split(u", "_s);
    const QStringList places(names.size(), u"?"_s);
    QStringList updates;
    for (const QString &name : names)
        updates += u"%1 = excluded.%1"_s.arg(name);
    return u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%4) DO UPDATE SET %5"_s.arg(
        table, columns, places.join(u", "_s), names.first(), updates.join(u", "_s));
}

QString leftoverOf(const QString &selection)
{
    return u"INSERT OR IGNORE INTO leftovers (token_key) SELECT token_key FROM (%1) WHERE token_key <> ''"_s.arg(
        selection);
}

// IMMEDIATE, so that it waits for another writer now instead of failing in the middle.
Transaction::Transaction(const QString &connectionName)
    : m_connectionName(connectionName)
    , m_state(execute(QSqlDatabase::database(connectionName, false), u"BEGIN IMMEDIATE"_s))
    , m_open(m_state.has_value())
{
}

Transaction::~Transaction()
{
    if (m_open)
        (void)execute(QSqlDatabase::database(m_connectionName, false), u"ROLLBACK"_s);
}

void Transaction::change(const QString &statement, const QVariantList &values)
{
    if (m_state)
        m_state = tokendesk::change(m_connectionName, statement, values);
}

Result<void> Transaction::commit()
{
    faultPoint(FaultPoint::BeforeCommit);
    if (m_state)
        m_state = execute(QSqlDatabase::database(m_connectionName, false), u"COMMIT"_s);
    m_open = m_open && !m_state;
    return m_state;
}

} // namespace tokendesk
