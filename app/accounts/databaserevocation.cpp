// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the database that is about tokens which are to end at their provider.
#include "accounts/database.h"
#include "accounts/packedrow.h"
#include "accounts/statements.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

const QString removes = QStringLiteral("remove");
const QString keeps = QStringLiteral("keep");

Result<Revocation> revocationFrom(const QSqlQuery &row)
{
    return Revocation{.accountId = row.value(0).toString(),
                      .afterwards = row.value(1).toString() == removes ? Afterwards::Remove : Afterwards::Keep,
                      .failures = row.value(2).toInt(),
                      .retryAt = instantAt(row.value(3).toLongLong())};
}

} // namespace

Result<QList<Revocation>> Database::revocations() const
{
    return rows<Revocation>(m_connectionName, u"SELECT account_id, afterwards, failures, retry_at FROM revocations"_s,
                            {}, revocationFrom);
}

Result<void> Database::save(const Revocation &revocation)
{
    return change(m_connectionName, upsert(u"revocations"_s, u"account_id, afterwards, failures, retry_at"_s),
                  {revocation.accountId, revocation.afterwards == Afterwards::Remove ? removes : keeps,
                   revocation.failures, revocation.retryAt.toMSecsSinceEpoch()});
}

Result<void> Database::endRevocation(const QString &accountId)
{
    return change(m_connectionName, u"DELETE FROM revocations WHERE account_id = ?"_s, {accountId});
}

} // namespace tokendesk
