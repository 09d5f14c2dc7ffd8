// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/warning.h"

namespace tokendesk {

namespace {

/// The smallest of warnedDays that the time left is within; -1 where it is longer than all.
int daysFor(const QDateTime &end, const QDateTime &now)
{
    int days = -1;
    for (const int each : warnedDays) {
        if (now.addDays(each) >= end)
            days = each;
    }
    return days;
}

bool isEnded(const AccountStatus &status)
{
    const bool dead = status.status == Status::Expired || status.status == Status::Revoked;
    return dead || (status.status == Status::NeedsYou && status.detail == StatusDetail::SignInAgain);
}

} // namespace

bool endsWithoutPerson(const Account &account, const AccountStatus &status)
{
    const bool brief = account.tokenKind == TokenKind::ShortLived || account.tokenKind == TokenKind::Refreshable;
    if (!account.neededBy().isValid() || brief || isEnded(status))
        return false;
    switch (status.status) {
    case Status::Working:
        return status.detail == StatusDetail::Until || status.detail == StatusDetail::NoExpiryDate
            || status.detail == StatusDetail::AccessUntil;
    case Status::Retrying: // who is told late can do nothing any more
    case Status::NeedsYou:
    case Status::NotSaved:
        return true;
    case Status::Renewing:
    case Status::Expired:
    case Status::Revoked:
        return false;
    }
    Q_UNREACHABLE();
}

std::optional<Warning> dueWarning(const Account &account, const AccountStatus &status, const QDateTime &now,
                                  const std::optional<Warning> &told)
{
    Warning warning{.accountId = account.id, .until = account.neededBy()};
    const bool ended = isEnded(status);
    if (!ended && !endsWithoutPerson(account, status))
        return {};
    warning.days = ended ? endedWarning : daysFor(account.neededBy(), now);
    if (warning.days < 0)
        return {};
    const bool sameEnd = told && told->until == warning.until;
    if (sameEnd && told->days <= warning.days)
        return {};
    return warning;
}

} // namespace tokendesk
