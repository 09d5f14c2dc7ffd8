// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <span>

class QSqlDatabase;
class QSqlError;

namespace tokendesk {

/// The statements that lead from one version of the database to the next.
using Migration = std::span<const char *const>;

/// Every version so far: the first creates the tables, and none is changed once it was released.
std::span<const Migration> allMigrations();

/// Brings the open database to version `migrations.size()` in one transaction: all of it or nothing. Safe when two
/// programs start at once. A newer version, or a file that is not ours, is refused and not written to. Errors: Storage.
Result<void> migrate(const QSqlDatabase &connection, std::span<const Migration> migrations);

/// Deletes the events the retention guard no longer protects, if it can. Errors: Storage where they cannot be read.
Result<void> purgeEvents(const QSqlDatabase &connection);

/// Runs one statement without values. Errors: Storage.
Result<void> execute(const QSqlDatabase &connection, const QString &statement);

/// A Storage error that says what was tried and what SQLite says; SQLite's texts name columns and never quote values.
std::unexpected<Error> storageFailure(const QString &step, const QSqlError &error);

} // namespace tokendesk
