// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewal.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

// Less than that no due time minds.
constexpr std::chrono::seconds mostAstray = 24h;

QDateTime plus(const QDateTime &instant, std::chrono::seconds by)
{
    return instant.addSecs(by.count());
}

/// 0 to 1, the same at every start; 0 for an account that is not stored yet.
double spreadOf(const Account &account)
{
    if (account.id.isEmpty())
        return 0;
    const QByteArray token = account.id.toUtf8() + QByteArray::number(account.issuedAt.toMSecsSinceEpoch());
    return double(qChecksum(token)) / std::numeric_limits<quint16>::max();
}

std::chrono::seconds spreadOver(std::chrono::seconds age, double spread)
{
    return age + std::chrono::seconds(std::llround(double(age.count()) * spread / 28));
}

QDateTime dueAt(const Account &account, double spread)
{
    QDateTime due = plus(account.issuedAt, spreadOver(weekly, spread));
    for (const Pace &pace : paces) {
        const QDateTime aged = plus(account.issuedAt, spreadOver(pace.age, spread));
        due = std::min(due, std::max(aged, plus(account.expiresAt, -pace.window)));
    }
    return due;
}

/// At three quarters of the token's life, which mostly is an hour; a token that does not say how long it lives is taken
/// for one of a day. Its end is none for the refresh token.
QDateTime refreshDueAt(const Account &account)
{
    const std::chrono::seconds life(account.issuedAt.secsTo(account.expiresAt));
    const std::chrono::seconds age = account.expiresAt.isValid() ? std::min(life * 3 / 4, weekly) : 24h;
    return plus(account.issuedAt, spreadOver(age, spreadOf(account)));
}

bool canBeRenewed(const Account &account, const Provider &provider, const QDateTime &now, SecretState secret)
{
    const bool gone = account.custody == Custody::Gone;
    if (account.tokenKind == TokenKind::Refreshable)
        return !account.refused && !gone;
    const bool ended = account.expiresAt.isValid() && now >= account.expiresAt;
    if (account.refused || gone || ended)
        return false;
    if (account.accountType == facebookServer)
        return account.tokenKind == TokenKind::LongLived && secret == SecretState::AtHand;
    if (provider.endpoints.renew.isEmpty())
        return false;
    return account.tokenKind == TokenKind::LongLived || account.tokenKind == TokenKind::Unknown;
}

} // namespace

QDateTime nextRenewal(const Account &account, const Provider &provider, const QDateTime &now, SecretState secret)
{
    if (!canBeRenewed(account, provider, now, secret))
        return {};
    const QDateTime allowed = plus(account.issuedAt, provider.renewableAfter);
    if (account.tokenKind == TokenKind::Refreshable)
        return std::max({refreshDueAt(account), allowed, now});
    if (!account.expiresAt.isValid())
        return std::max(allowed, now);
    QDateTime due = dueAt(account, spreadOf(account));
    if (std::max(due, allowed) >= account.expiresAt)
        due = dueAt(account, 0);
    due = std::max(due, allowed);
    return due < account.expiresAt ? std::max(due, now) : QDateTime();
}

SecretState secretStateOf(const Provider &provider, const Registration *app)
{
    const bool atHand = app ? app->needsNoSecret() : provider.practice;
    return atHand ? SecretState::AtHand : SecretState::Missing;
}

std::chrono::seconds backOff(int failures, double chance, std::chrono::seconds retryAfter)
{
    const int doublings = std::clamp(failures - 1, 0, 16);
    const std::chrono::seconds ceiling = std::min(firstBackOff * (1 << doublings), longestBackOff);
    const std::chrono::seconds jittered(std::llround(double(ceiling.count()) * std::clamp(chance, 0.0, 1.0)));
    return std::clamp(std::max(jittered, retryAfter), shortestWait, longestWait);
}

QDateTime issueTime(const QDateTime &served, const QDateTime &now)
{
    return served.isValid() && std::abs(now.secsTo(served)) > mostAstray.count() ? served : now;
}

QDateTime nextTry(const QDateTime &planned, const QDateTime &now)
{
    return planned.isValid() && planned > plus(now, longestWait) ? now : planned;
}

} // namespace tokendesk
