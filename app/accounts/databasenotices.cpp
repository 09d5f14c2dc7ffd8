// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Database about marked accounts and the ages of app secrets.
#include "accounts/database.h"
#include "accounts/statements.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

Result<QString> idFrom(const QSqlQuery &row)
{
    return row.value(0).toString();
}

Result<QDateTime> instantFrom(const QSqlQuery &row)
{
    return QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong()).toUTC();
}

} // namespace

Result<QList<QString>> Database::marked() const
{
    return rows<QString>(m_connectionName, u"SELECT account_id FROM marks"_s, {}, idFrom);
}

Result<void> Database::mark(const QString &accountId)
{
    return change(m_connectionName, u"INSERT OR IGNORE INTO marks (account_id) VALUES (?)"_s, {accountId});
}

Result<void> Database::unmark(const QString &accountId)
{
    return change(m_connectionName, u"DELETE FROM marks WHERE account_id = ?"_s, {accountId});
}

Result<QDateTime> Database::secretKeptSince(const QString &registrationId) const
{
    const Result<QList<QDateTime>> found = rows<QDateTime>(
        m_connectionName, u"SELECT since FROM app_ages WHERE registration_id = ?"_s, {registrationId}, instantFrom);
    if (!found)
        return std::unexpected(found.error());
    return found->value(0);
}

Result<void> Database::noteSecretKept(const QString &registrationId, const QDateTime &since)
{
    return change(m_connectionName, upsert(u"app_ages"_s, u"registration_id, since"_s),
                  {registrationId, since.toMSecsSinceEpoch()});
}

} // namespace tokendesk
