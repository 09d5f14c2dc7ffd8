// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/usage.h"

#include <QDateTime>
#include <QString>
#include <algorithm>
#include <chrono>

namespace tokendesk {

/// What was measured of one allowance in one stretch of time: the most of it.
struct UsageSample
{
    QString providerId{};
    QString registrationId{};
    QString accountId{}; ///< empty for the app as a whole
    Allowance allowance = Allowance::App;
    QDateTime at{}; ///< UTC
    int calls = 0; ///< percent, as in Usage
    int time = 0;
    int processor = 0;
    QDateTime freeAt{}; ///< UTC: until when the provider says that it takes no more; invalid where it does not

    int highest() const { return std::max({calls, time, processor}); }
    /// Of the same allowance of the same app and account?
    bool isOfSameSeries(const UsageSample &other) const
    {
        return providerId == other.providerId && registrationId == other.registrationId && accountId == other.accountId
            && allowance == other.allowance;
    }
};

/// Calls that went out in one minute, of one app; of none where it is not known.
struct OwnCalls
{
    QString providerId{};
    QString registrationId{};
    QDateTime at{}; ///< UTC
    int calls = 0;
};

/// Samples are kept for so long, one in each stretch.
constexpr std::chrono::seconds usageKept = std::chrono::hours(7 * 24);
constexpr std::chrono::seconds usageStretch = std::chrono::minutes(10);

} // namespace tokendesk
