// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Database that keeps what was asked of providers.
#include "accounts/database.h"
#include "accounts/operation.h"
#include "accounts/statements.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// A text that is nothing would be NULL.
QString text(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant instant(const QDateTime &at)
{
    return at.toMSecsSinceEpoch();
}

Result<Operation> operationFrom(const QSqlQuery &row)
{
    Operation operation;
    operation.accountId = row.value(0).toString();
    operation.began = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong()).toUTC();
    operation.ended = QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong()).toUTC();
    Result<QList<RequestNote>> requests = requestsFrom(row.value(3).toString());
    if (!requests)
        return std::unexpected(requests.error());
    operation.requests = *std::move(requests);
    operation.leftOut = row.value(4).toInt();
    return operation;
}

} // namespace

Result<void> Database::append(const Operation &operation)
{
    return change(m_connectionName,
                  u"INSERT INTO operations (account_id, kind, began, ended, requests, left_out) "
                  "VALUES (?, ?, ?, ?, ?, ?)"_s,
                  {text(operation.accountId), operationName(operation.kind), instant(operation.began),
                   instant(operation.ended), toText(operation.requests), operation.leftOut});
}

Result<std::optional<Operation>> Database::operationOf(const Event &event) const
{
    const std::optional<Operation::Kind> kind = tokendesk::operationOf(event.kind);
    if (!kind)
        return std::optional<Operation>();
    Result<QList<Operation>> found = rows<Operation>(
        m_connectionName,
        u"SELECT account_id, began, ended, requests, left_out FROM operations WHERE account_id = ? "
        "AND kind = ? AND began <= ? AND ended >= ? ORDER BY id DESC LIMIT 1"_s,
        {text(event.accountId), operationName(*kind), instant(event.at), instant(event.at)}, operationFrom);
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return std::optional<Operation>();
    found->first().kind = *kind;
    return std::optional(found->first());
}

} // namespace tokendesk
