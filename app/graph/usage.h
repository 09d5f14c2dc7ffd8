// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/transport.h"

#include <QList>
#include <QString>
#include <chrono>

namespace tokendesk {

/// Which of Meta's allowances a measure is of.
enum class Allowance {
    App, ///< X-App-Usage: all calls of the app, a rolling hour
    Business, ///< X-Business-Use-Case-Usage: the app with one account
    Page, ///< X-Page-Usage: the app with one Page
    AdAccount, ///< X-Ad-Account-Usage: the app with one ad account
};

/// How much of an allowance is used, as an answer's headers tell (Meta, rate limiting). Throttled at 100 %.
struct Usage
{
    Allowance allowance = Allowance::App;
    QString subject{}; ///< Business: the id that is counted, digits; otherwise empty
    QString type{}; ///< Business: "instagram", "pages" …; otherwise empty
    int calls = 0; ///< percent of the calls; what is measured as one number is here. May be over 100, at most 999.
    int time = 0; ///< percent of the total time
    int processor = 0; ///< percent of the processor time
    std::chrono::seconds regain{0}; ///< until calls are taken again, at most a day; 0 where it does not tell

    /// The one that throttles first.
    int highest() const;
    bool operator==(const Usage &other) const = default;
};

/// From this percentage on only people's own calls go out.
constexpr int pausePercent = 90;

/// What the headers of an answer say, of whatever status. Pure; hostile input: headers over 16 KiB, what is no JSON of
/// that shape and numbers that make no sense are left out, at most 32 subjects with 8 measures each are read.
QList<Usage> readUsage(const Answer &answer);

} // namespace tokendesk
