// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

namespace tokendesk {

/// What a person was told of an account that needs them, so that each thing is told once, also over restarts.
struct Warning
{
    QString accountId{};
    QDateTime until{}; ///< UTC: the end it was about; invalid where there is none
    int days = 0; ///< one of warnedDays; endedWarning: it does not work any more
    bool operator==(const Warning &other) const = default;
};

/// Days before an end that needs a person at which they are told.
inline constexpr int warnedDays[] = {14, 7, 3, 1};
/// Instead of days: only a person can make it work again.
inline constexpr int endedWarning = 0;

/// Will the token end unless a person does something? One that is renewed silently does not count, nor does one of an
/// hour.
bool endsWithoutPerson(const Account &account, const AccountStatus &status);

/// What is to be told now; nothing where all was told. After a long sleep only the most urgent. Pure. `told` is the
/// last warning of that account, where there was one.
std::optional<Warning> dueWarning(const Account &account, const AccountStatus &status, const QDateTime &now,
                                  const std::optional<Warning> &told);

} // namespace tokendesk
