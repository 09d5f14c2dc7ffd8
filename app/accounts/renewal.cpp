// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewal.h"

#include <algorithm>
#include <cmath>

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

constexpr std::chrono::seconds firstBackOff = 30s;
constexpr std::chrono::seconds longestBackOff = 6h;
constexpr std::chrono::seconds shortestWait = 5s;
constexpr std::chrono::seconds longestWait = 24h;

QDateTime plus(const QDateTime &instant, std::chrono::seconds by)
{
    return instant.addSecs(by.count());
}

bool canBeRenewed(const Account &account, const Provider &provider, const QDateTime &now)
{
    const bool gone = account.custody == Custody::Gone;
    const bool ended = account.expiresAt.isValid() && now >= account.expiresAt;
    if (account.refused || gone || ended || provider.endpoints.renew.isEmpty())
        return false;
    return account.tokenKind == TokenKind::LongLived || account.tokenKind == TokenKind::Unknown;
}

} // namespace

QDateTime nextRenewal(const Account &account, const Provider &provider, const QDateTime &now)
{
    if (!canBeRenewed(account, provider, now))
        return {};
    const QDateTime allowed = plus(account.issuedAt, provider.renewableAfter);
    if (!account.expiresAt.isValid())
        return std::max(allowed, now);
    QDateTime due = plus(account.issuedAt, weekly);
    for (const Pace &pace : paces)
        due = std::min(due, std::max(plus(account.issuedAt, pace.age), plus(account.expiresAt, -pace.window)));
    due = std::max(due, allowed);
    return due < account.expiresAt ? std::max(due, now) : QDateTime();
}

std::chrono::seconds backOff(int failures, double chance, std::chrono::seconds retryAfter)
{
    const int doublings = std::clamp(failures - 1, 0, 16);
    const std::chrono::seconds ceiling = std::min(firstBackOff * (1 << doublings), longestBackOff);
    const std::chrono::seconds jittered(std::llround(double(ceiling.count()) * std::clamp(chance, 0.0, 1.0)));
    return std::clamp(std::max(jittered, retryAfter), shortestWait, longestWait);
}

} // namespace tokendesk
