// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/database.h"

#include <QTemporaryDir>
#include <QVariant>

class QSqlDatabase;

namespace tokendesk {

/// A folder for one test's database. It goes with this object.
class DatabasePlace
{
public:
    DatabasePlace();

    const QString &folder() const { return m_folder; } ///< does not exist at first
    const QString &file() const { return m_file; }
    QString outside(const QString &name) const { return m_temporary.filePath(name); } ///< beside the folder

    /// Opens the database, or says why not and gives null.
    std::unique_ptr<Database> opened() const;

private:
    QTemporaryDir m_temporary;
    QString m_folder;
    QString m_file;
};

/// What another program, or a careless hand, does to the same file.
class OutsideConnection
{
public:
    explicit OutsideConnection(const QString &file);
    ~OutsideConnection();
    Q_DISABLE_COPY_MOVE(OutsideConnection)

    QSqlDatabase connection() const;
    QString run(const QString &statement) const; ///< the error; empty if there was none
    QVariant value(const QString &query) const; ///< the first value of the first row

private:
    QString m_name;
};

QString newId();
QDateTime daysAgo(int days);

Account accountNamed(const QString &username); ///< a new user of Practice
Registration registrationWithId(const QString &id);
Event eventOf(const QString &accountId, const QDateTime &at); ///< a renewal

QStringList accountIds(const Database &database); ///< in the order of accounts()

QByteArray contentsOf(const QString &file);
void replaceContents(const QString &file, const QByteArray &bytes);

} // namespace tokendesk
