// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/watch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// Is it one that grows old: not one that is renewed by itself?
bool growsOld(const Account &account)
{
    switch (account.tokenKind) {
    case TokenKind::NoExpiry:
    case TokenKind::Unknown:
        return !account.refused;
    case TokenKind::ShortLived:
    case TokenKind::LongLived:
    case TokenKind::Refreshable:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

Watch::Watch(Accounts &accounts, const Settings &settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_clock(clock)
{
    const auto learn = [this](const QString &id) { m_known.insert(id, m_accounts.find(id).value_or(Account())); };
    for (const Account &account : accounts.all())
        m_known.insert(account.id, account);
    connect(&accounts, &Accounts::accountAdded, this, learn);
    connect(&accounts, &Accounts::accountRemoved, this, [this](const QString &id) { m_known.remove(id); });
    connect(&accounts, &Accounts::accountChanged, this, &Watch::compare);
}

void Watch::compare(const QString &accountId)
{
    const std::optional<Account> now = m_accounts.find(accountId);
    const auto known = m_known.find(accountId);
    if (!now || known == m_known.end())
        return;
    const QStringList gone = vanishedPermissions(*known, *now);
    *known = *now;
    for (const QString &permission : gone) {
        if (!wasWanted(accountId, permission))
            m_accounts.raise({Notice::Kind::PermissionGone, accountId, permission});
    }
}

/// Was it the person who took it back here, or who ticked less at a new sign-in?
bool Watch::wasWanted(const QString &accountId, const QString &permission) const
{
    using Kind = Event::Kind;
    const EventFilter filter{.accountId = accountId,
                             .kinds
                             = {Kind::PermissionRemoved, Kind::RevocationAsked, Kind::Reconnected, Kind::Revoked}};
    const QList<Event> last = m_accounts.events(1, filter);
    if (last.isEmpty() || last.first().at.addSecs(60) < m_clock.now())
        return false;
    const Event &event = last.first();
    return event.kind != Kind::PermissionRemoved || event.detail == permission;
}

void Watch::look()
{
    const int days = m_settings.rotationDays();
    if (days == 0)
        return;
    lookAtTokens(days);
    lookAtSecrets(days);
}

/// Is it older than that, and was that not said in this round of days?
bool Watch::isNews(const QString &id, const QDateTime &since, int days)
{
    const QDateTime now = m_clock.now();
    if (!isOverdue(since, days, now))
        return false;
    QDateTime &told = m_told[u"%1 %2 %3"_s.arg(id).arg(since.toMSecsSinceEpoch()).arg(days)];
    if (told.isValid() && told.addDays(days) > now)
        return false;
    told = now;
    return true;
}

void Watch::lookAtTokens(int days)
{
    const QList<Account> accounts = m_accounts.all();
    for (const Account &account : accounts) {
        if (growsOld(account) && isNews(account.id, account.issuedAt, days))
            m_accounts.raise({Notice::Kind::TokenOld, account.id, {}}, std::chrono::days(days));
    }
}

void Watch::lookAtSecrets(int days)
{
    const QList<Registration> apps = m_accounts.registrations();
    for (const Registration &app : apps) {
        if (app.secretKept && isNews(app.id, m_accounts.secretKeptSince(app.id), days)) {
            const QString name = app.name.isEmpty() ? app.clientId : app.name;
            m_accounts.raise({Notice::Kind::SecretOld, {}, name}, std::chrono::days(days));
        }
    }
}

} // namespace tokendesk
