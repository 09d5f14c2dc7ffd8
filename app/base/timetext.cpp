// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace tokendesk {

namespace {

class TimeText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::TimeText)
};

enum class Unit { Days, Hours, Minutes };

struct Span
{
    Unit unit;
    int count; ///< negative in the past
};

// Rounded: what was good for 60 days a moment ago is good for 60 days.
Span spanBetween(const QDateTime &from, const QDateTime &to)
{
    const double minutes = double(from.secsTo(to)) / 60;
    const double hours = minutes / 60;
    if (std::abs(hours) >= 48)
        return {Unit::Days, qRound(hours / 24)};
    if (std::abs(minutes) >= 120)
        return {Unit::Hours, qRound(hours)};
    return {Unit::Minutes, qRound(minutes)};
}

QString ahead(Span span)
{
    switch (span.unit) {
    case Unit::Days:
        return TimeText::tr("in %n day(s)", nullptr, span.count);
    case Unit::Hours:
        return TimeText::tr("in %n hour(s)", nullptr, span.count);
    case Unit::Minutes:
        return TimeText::tr("in %n minute(s)", nullptr, span.count);
    }
    Q_UNREACHABLE();
}

QString past(Span span)
{
    switch (span.unit) {
    case Unit::Days:
        return TimeText::tr("%n day(s) ago", nullptr, -span.count);
    case Unit::Hours:
        return TimeText::tr("%n hour(s) ago", nullptr, -span.count);
    case Unit::Minutes:
        return TimeText::tr("%n minute(s) ago", nullptr, -span.count);
    }
    Q_UNREACHABLE();
}

QString clockTime(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace

QString shortDate(const QDateTime &when, const QDateTime &now)
{
    const QDate day = when.toLocalTime().date();
    //: A date within the year, as QDate::toString takes it
    const QString withinYear = TimeText::tr("d MMM");
    //: A date with its year, as QDate::toString takes it
    const QString withYear = TimeText::tr("d MMM yyyy");
    return QLocale().toString(day, day.year() == now.toLocalTime().date().year() ? withinYear : withYear);
}

QString dateAndTime(const QDateTime &when)
{
    const QString day = QLocale().toString(when.toLocalTime().date(), TimeText::tr("d MMM yyyy"));
    //: Date, time
    return TimeText::tr("%1, %2").arg(day, clockTime(when));
}

QString recentTime(const QDateTime &when, const QDateTime &now)
{
    const qint64 days = when.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return TimeText::tr("today %1").arg(clockTime(when));
    if (days == 1)
        return TimeText::tr("yesterday %1").arg(clockTime(when));
    //: Date and time of something past
    return TimeText::tr("%1 %2").arg(shortDate(when, now), clockTime(when));
}

QString relativeTime(const QDateTime &when, const QDateTime &now)
{
    const Span span = spanBetween(now, when);
    if (span.count == 0)
        return TimeText::tr("now");
    return span.count > 0 ? ahead(span) : past(span);
}

QString timeLeft(const QDateTime &end, const QDateTime &now)
{
    if (end <= now)
        return TimeText::tr("ended");
    const Span span = spanBetween(now, end);
    switch (span.unit) {
    case Unit::Days:
        return TimeText::tr("%n day(s) left", nullptr, span.count);
    case Unit::Hours:
        return TimeText::tr("%n hour(s) left", nullptr, span.count);
    case Unit::Minutes:
        return TimeText::tr("%n minute(s) left", nullptr, span.count);
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
