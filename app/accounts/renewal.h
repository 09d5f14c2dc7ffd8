// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <chrono>

namespace tokendesk {

/// When the token is to be renewed by itself: a week after it was issued, a day after it within 14 days of its end, 6 h
/// after it within 3 days of its end, but never before the provider's minimum age; now where that is past. Each a
/// little later, by up to a 28th, as the account and the token have it, so that tokens of one day do not stay together.
/// A token whose end is unknown is renewed as soon as the provider allows, since the answer tells it. One with a
/// refresh token is renewed at three quarters of its life, and after it. Invalid where no silent renewal exists; at
/// Facebook there is one for a system user's token alone, and only where the app secret is at hand. Pure.
QDateTime nextRenewal(const Account &account, const Provider &provider, const QDateTime &now,
                      SecretState secret = SecretState::Missing);

/// Whether the app that a token of that provider belongs to can prove itself without asking anybody; null where there
/// is none, as at Practice, which guards nothing. Pure.
SecretState secretStateOf(const Provider &provider, const Registration *app);

/// How long to wait after that many temporary failures in a row (1 or more): full jitter between nothing and 30 s,
/// doubled with each failure up to 6 h; `chance`, 0 to 1, picks the place in it. At least 5 s, and at least what the
/// provider asked for, but never more than a day. Pure.
std::chrono::seconds backOff(int failures, double chance, std::chrono::seconds retryAfter);

/// When a token was issued that came just now: by the server's clock (invalid where it does not tell) where this
/// computer's is more than a day off, since that will be set right one day. Pure.
QDateTime issueTime(const QDateTime &served, const QDateTime &now);

/// When to try again what was to be tried again at `planned`: now where that is further away than any wait, since the
/// clock was set back after it was planned. Invalid for never planned. Pure.
QDateTime nextTry(const QDateTime &planned, const QDateTime &now);

} // namespace tokendesk
