// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/schema.h"
#include "base/result.h"

#include <QList>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tokendesk {

/// Runs a statement with these values. Errors: Storage.
Result<QSqlQuery> run(const QString &connectionName, const QString &statement, const QVariantList &values);
/// The same for one that answers nothing.
Result<void> change(const QString &connectionName, const QString &statement, const QVariantList &values);

/// "INSERT INTO table (columns) VALUES (?, …) ON CONFLICT (first column) DO UPDATE SET column = excluded.column, …".
/// Not REPLACE: that would delete the row first, and with it what refers to it.
QString upsert(const QString &table, const QString &columns);

/// "INSERT … INTO leftovers" of the keys that `selection` answers with; empty ones are none.
QString leftoverOf(const QString &selection);

/// Has `take` look at the query standing on each row that a statement answers with, until it fails.
template <typename Take>
Result<void> eachRow(const QString &connectionName, const QString &statement, const QVariantList &values, Take take)
{
    Result<QSqlQuery> query = run(connectionName, statement, values);
    if (!query)
        return std::unexpected(query.error());
    while (query->next()) {
        if (Result<void> taken = take(std::as_const(*query)); !taken)
            return taken;
    }
    // A damaged page ends the loop like the last row does.
    if (query->lastError().isValid())
        return storageFailure(statement.section(u' ', 0, 2), query->lastError());
    return {};
}

/// All rows that a statement answers with, each as `convert` makes it of the query that stands on it.
template <typename T, typename Convert>
Result<QList<T>> rows(const QString &connectionName, const QString &statement, const QVariantList &values,
                      Convert convert)
{
    QList<T> list;
    const Result<void> done = eachRow(connectionName, statement, values, [&](const QSqlQuery &query) -> Result<void> {
        Result<T> row = convert(query);
        if (!row)
            return std::unexpected(row.error());
        list += *std::move(row);
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return list;
}

/// Several changes of which all are made or none. What is not committed is taken back at the end.
class Transaction
{
public:
    explicit Transaction(const QString &connectionName);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Makes the change, unless one before it failed.
    void change(const QString &statement, const QVariantList &values);
    /// The first failure, or that of the commit. Errors: Storage.
    Result<void> commit();

private:
    QString m_connectionName;
    Result<void> m_state;
    bool m_open = false;
};

} // namespace tokendesk
