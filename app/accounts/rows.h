// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/warning.h"
#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QVariant>

class QSqlQuery;

namespace tokendesk {

/// The columns of a table, in the order in which a row is read and written, joined by commas. An account is read in
/// another way.
QString accountColumns();
QString registrationColumns();
QString eventColumns(); ///< without the id

/// One value per column.
QVariantList toRow(const Account &account);
QVariantList toRow(const Registration &registration);
QVariantList toRow(const Event &event);
QVariantList toRow(const Warning &warning); ///< account_id, until, days

/// As the database knows it.
QString nameInDatabase(Event::Kind kind);

/// Reads accounts row by row, from the column in which the database has the others packed. Thousands of accounts share
/// the few values that a row begins with: those are understood once.
class AccountReader
{
public:
    static QString columns(); ///< what to select

    /// The row the query stands on. Errors: Storage where a value cannot be understood.
    Result<Account> operator()(const QSqlQuery &row);
    /// Appends it to the list, which is cheaper. Errors: as above.
    Result<void> append(const QSqlQuery &row, QList<Account> &list);

private:
    /// How many of accounts' beginnings are remembered: each row is compared with all of them.
    static constexpr qsizetype mostKnown = 64;

    struct Shared
    {
        QByteArray bytes; ///< what a row begins with
        Account account; ///< with no more than what that says
    };

    Result<qsizetype> known(const QByteArray &row);

    QList<Shared> m_known;
};

/// The row the query stands on. Errors: Storage where a value cannot be understood.
Result<Registration> registrationFrom(const QSqlQuery &row);
Result<Warning> warningFrom(const QSqlQuery &row);
Result<Event> eventFrom(const QSqlQuery &row); ///< the id follows the other columns

} // namespace tokendesk
