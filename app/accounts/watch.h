// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "base/settings.h"

#include <QHash>
#include <QObject>

namespace tokendesk {

/// Looks for what a careful owner would want to know and nobody else tells: a permission that is gone, an app secret or
/// a token that is older than the owner's rotation period. Calm: what it finds is an event and a mark on the account,
/// once. What comes with a request, such as a redirect with a foreign state, is raised where that is answered.
class Watch : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    Watch(Accounts &accounts, const Settings &settings, const Clock &clock, QObject *parent = nullptr);

    /// Looks at the ages. At the start, and at each look at the clock; once a day is enough for what it finds.
    void look();

private:
    void compare(const QString &accountId);
    void lookAtTokens(int days);
    void lookAtSecrets(int days);
    bool isNews(const QString &id, const QDateTime &since, int days);
    bool wasWanted(const QString &accountId, const QString &permission) const;

    Accounts &m_accounts;
    const Settings &m_settings;
    const Clock &m_clock;
    QHash<QString, QDateTime> m_told; ///< when, by id and what is old; saves asking the database each minute
    QHash<QString, Account> m_known; ///< as they were last, by id
};

} // namespace tokendesk
