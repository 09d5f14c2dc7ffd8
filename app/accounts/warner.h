// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/warning.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace tokendesk {

/// Tells of accounts that need a person: 14, 7, 3 and 1 day before an end that they have to prevent, and when only a
/// new sign-in helps. Each once; what was told is remembered in the database before it is told, so that another start
/// or the other program does not repeat it.
class Warner : public QObject
{
    Q_OBJECT
public:
    Warner(Database &database, const Accounts &accounts, const Clock &clock, QObject *parent = nullptr);

    /// Looks now; otherwise a little after each change, and whenever told to by who looks at the clock.
    void look();

signals:
    /// All that is to be told now, the most urgent first; never empty.
    void warned(const QList<tokendesk::Warning> &warnings);

private:
    Database &m_database;
    const Accounts &m_accounts;
    const Clock &m_clock;
    QHash<QString, Warning> m_told;
    bool m_read = false; ///< m_told is that of the database
    QTimer m_soon;
};

} // namespace tokendesk
