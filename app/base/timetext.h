// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace tokendesk {

// Instants in words, in the person's language, their own time zone and their locale's clock. `when` and `now` are UTC.

/// "27 Nov", with the year where it is another one.
QString shortDate(const QDateTime &when, const QDateTime &now);
/// "19 Jan 2027, 14:05"
QString dateAndTime(const QDateTime &when);
/// "today 14:02", "yesterday 18:40", "12 Nov 14:02"; also for what is to come.
QString recentTime(const QDateTime &when, const QDateTime &now);
/// "in 57 days", "in 3 hours", "in 12 minutes", "now", "2 days ago": days while there are two or more of them.
QString relativeTime(const QDateTime &when, const QDateTime &now);
/// "57 days left"; "ended" where it is past.
QString timeLeft(const QDateTime &end, const QDateTime &now);

} // namespace tokendesk
