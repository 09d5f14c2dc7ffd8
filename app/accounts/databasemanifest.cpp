// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the database that is about its own loss: the manifest that the keychain holds, and a new file for a
// damaged one.
#include "accounts/database.h"
#include "accounts/rows.h"
#include "accounts/schema.h"
#include "accounts/statements.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSqlDatabase>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

Result<StalePage> staleFrom(const QSqlQuery &row)
{
    return StalePage{
        .page = row.value(0).toInt(), .changes = row.value(1).toLongLong(), .content = {.last = row.value(2).toInt()}};
}

Result<int> numberFrom(const QSqlQuery &row)
{
    return row.value(0).toInt();
}

Result<QString> textFrom(const QSqlQuery &row)
{
    return row.value(0).toString();
}

/// A name that nothing has yet.
QString nameAside(const QString &folder)
{
    const QString stem = folder + "/damaged-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = stem;
    for (int i = 2; QFile::exists(name + ".sqlite"_L1); ++i)
        name = u"%1-%2"_s.arg(stem).arg(i);
    return name + ".sqlite"_L1;
}

/// With its side files, so that what is in them can be looked at as well.
Result<void> setAside(const QString &folder)
{
    const QString path = QDir(folder).absoluteFilePath(u"tokendesk.sqlite"_s);
    const QString aside = nameAside(folder);
    for (const QLatin1StringView suffix : {"-wal"_L1, "-shm"_L1, ""_L1}) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, aside + suffix))
            return failure(ErrorKind::Storage, u"the damaged database cannot be set aside"_s);
    }
    return {};
}

} // namespace

Result<std::optional<StalePage>> Database::stalePage() const
{
    const Result<QList<StalePage>> stale
        = rows<StalePage>(m_connectionName,
                          u"SELECT page, changes, (SELECT max(place) / 4 FROM manifest WHERE record_id IS NOT NULL) "
                          "FROM manifest_pages WHERE changes <> written ORDER BY page LIMIT 1"_s,
                          {}, staleFrom);
    if (!stale)
        return std::unexpected(stale.error());
    if (stale->isEmpty())
        return std::nullopt;
    StalePage page = stale->first();
    const QString records = u"SELECT %1 FROM %2 WHERE id IN (SELECT record_id FROM manifest "
                            "WHERE place BETWEEN ? AND ?)"_s;
    const QVariantList places{page.page * manifestPlaces, page.page * manifestPlaces + manifestPlaces - 1};
    const Result<QList<Account>> accounts = rows<Account>(
        m_connectionName, records.arg(AccountReader::columns(), u"accounts"_s), places, AccountReader());
    const Result<QList<Registration>> registrations = rows<Registration>(
        m_connectionName, records.arg(registrationColumns(), u"registrations"_s), places, registrationFrom);
    const Result<QList<Revocation>> revocations = this->revocations(); // there are hardly ever any
    if (!accounts)
        return std::unexpected(accounts.error());
    if (!registrations)
        return std::unexpected(registrations.error());
    if (!revocations)
        return std::unexpected(revocations.error());
    page.content.accounts = *accounts;
    page.content.revocations = *revocations;
    page.content.registrations = *registrations;
    return page;
}

Result<void> Database::pageWritten(const StalePage &page)
{
    return change(m_connectionName, u"UPDATE manifest_pages SET written = ? WHERE page = ?"_s,
                  {page.changes, page.page});
}

Result<bool> Database::isRecovering() const
{
    const Result<QList<int>> found = rows<int>(m_connectionName, u"SELECT count(*) FROM recovery"_s, {}, numberFrom);
    if (!found)
        return std::unexpected(found.error());
    return found->first() > 0;
}

Result<void> Database::endRecovery(const Event &event)
{
    Transaction transaction(m_connectionName);
    transaction.change(u"INSERT INTO events (%1) VALUES (?, ?, ?, ?, ?, ?)"_s.arg(eventColumns()), toRow(event));
    transaction.change(u"DELETE FROM recovery"_s, {});
    return transaction.commit();
}

Result<void> Database::check() const
{
    const Result<QList<QString>> said = rows<QString>(m_connectionName, u"PRAGMA quick_check(1)"_s, {}, textFrom);
    if (!said)
        return std::unexpected(said.error());
    if (*said == QList{u"ok"_s})
        return {};
    return std::unexpected(Error{.kind = ErrorKind::Storage,
                                 .what = u"the database does not pass SQLite's check"_s,
                                 .hint = ErrorHint::Damaged});
}

Result<QList<Warning>> Database::warnings() const
{
    return rows<Warning>(m_connectionName, u"SELECT account_id, until, days FROM warnings"_s, {}, warningFrom);
}

Result<void> Database::noteWarnings(const QList<Warning> &warnings)
{
    Transaction transaction(m_connectionName);
    for (const Warning &warning : warnings)
        transaction.change(upsert(u"warnings"_s, u"account_id, until, days"_s), toRow(warning));
    return transaction.commit();
}

Result<std::unique_ptr<Database>> Database::openAnew(const QString &folder)
{
    if (const Result<void> aside = setAside(folder); !aside)
        return std::unexpected(aside.error());
    return open(folder);
}

/// Whatever becomes of the program in the meantime: a database in which nothing ever happened, beside one that was set
/// aside, is to be recovered.
Result<void> Database::noteRecovery(const QString &folder)
{
    const bool isAside = !QDir(folder).entryList({u"damaged-*.sqlite"_s}, QDir::Files).isEmpty();
    if (!isAside)
        return {};
    return change(m_connectionName,
                  u"INSERT INTO recovery (since) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM events) "
                  "AND NOT EXISTS (SELECT 1 FROM recovery)"_s,
                  {QDateTime::currentMSecsSinceEpoch()});
}

Result<void> Database::replace()
{
    const QString place = folder();
    disconnect();
    if (const Result<void> aside = setAside(place); !aside) {
        (void)connectTo(place); // as it was: what can be read is read
        return aside;
    }
    return connectTo(place);
}

} // namespace tokendesk
