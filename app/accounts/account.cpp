// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

/// Within `window` of its end a token is renewed once it is `age` old.
struct Pace
{
    std::chrono::seconds window;
    std::chrono::seconds age;
};
constexpr std::chrono::seconds weekly = 7 * 24h;
constexpr Pace paces[] = {{14 * 24h, 24h}, {3 * 24h, 6h}};

QDateTime plus(const QDateTime &instant, std::chrono::seconds by)
{
    return instant.addSecs(by.count());
}

bool hasEnded(const Account &account, const QDateTime &now)
{
    return account.expiresAt.isValid() && now >= account.expiresAt;
}

bool canBeRenewed(const Account &account, const Provider &provider, const QDateTime &now)
{
    if (account.refused || provider.endpoints.renew.isEmpty() || hasEnded(account, now))
        return false;
    return account.tokenKind == TokenKind::LongLived || account.tokenKind == TokenKind::Unknown;
}

/// What keeps a token working that nothing is wrong with.
AccountStatus working(const Account &account, const Provider &provider, const QDateTime &now)
{
    if (account.tokenKind == TokenKind::NoExpiry)
        return {Status::Working, StatusDetail::NoExpiryDate};
    if (!account.expiresAt.isValid())
        return {Status::Working, StatusDetail::ExpiryUnknown};
    if (account.tokenKind == TokenKind::ShortLived)
        return {Status::Working, StatusDetail::OneHourOnly, account.expiresAt};
    const QDateTime next = nextRenewal(account, provider, now);
    if (next.isValid())
        return {Status::Working, StatusDetail::RenewsOn, next};
    return {Status::Working, StatusDetail::Until, account.expiresAt};
}

} // namespace

QString Account::displayName() const
{
    if (!label.isEmpty())
        return label;
    return username.isEmpty() ? userId : u'@' + username;
}

AccountStatus statusOf(const Account &account, const Provider &provider, const QDateTime &now,
                       const RenewalProgress &progress)
{
    if (hasEnded(account, now))
        return {Status::Expired, StatusDetail::SignInAgain, account.expiresAt};
    if (account.refused)
        return {Status::NeedsYou, StatusDetail::SignInAgain};
    switch (account.custody) {
    case Custody::Keychain:
        break;
    case Custody::MemoryOnly:
        return {Status::NotSaved, StatusDetail::None, account.expiresAt};
    case Custody::Missing:
        return {Status::NeedsYou,
                account.tokenKey.isEmpty() ? StatusDetail::SignInAgain : StatusDetail::UnlockKeychain};
    }
    if (progress.running)
        return {Status::Renewing};
    if (progress.retryAt.isValid())
        return {Status::Retrying, StatusDetail::None, progress.retryAt};
    return working(account, provider, now);
}

QDateTime nextRenewal(const Account &account, const Provider &provider, const QDateTime &now)
{
    if (!canBeRenewed(account, provider, now))
        return {};
    const QDateTime allowed = plus(account.issuedAt, provider.renewableAfter);
    QDateTime due = allowed;
    if (account.expiresAt.isValid()) {
        due = plus(account.issuedAt, weekly);
        for (const Pace &pace : paces)
            due = std::min(due, std::max(plus(account.issuedAt, pace.age), plus(account.expiresAt, -pace.window)));
        due = std::max(due, allowed);
        if (due >= account.expiresAt)
            return {};
    }
    return std::max(due, now);
}

} // namespace tokendesk
