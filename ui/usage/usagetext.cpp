// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/usagetext.h"

#include "base/timetext.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::UsageText)
};

QString providerName(const UsageSample &series, const Services &services)
{
    const Provider *provider = services.catalog.description(series.providerId);
    return provider ? provider->name : series.providerId;
}

} // namespace

UsageMood moodOf(int percent)
{
    if (percent >= 100)
        return UsageMood::Throttled;
    return percent >= pausePercent ? UsageMood::Waits : UsageMood::Fine;
}

QString nameOf(const UsageSample &series, const Services &services)
{
    const std::optional<Account> account = services.accounts.find(series.accountId);
    const std::optional<Registration> app = services.accounts.registration(series.registrationId);
    if (account && series.allowance == Allowance::AdAccount)
        return Text::tr("%1 (ad account)").arg(account->displayName());
    if (account)
        return account->displayName();
    return app ? Text::tr("App “%1”").arg(app->name) : providerName(series, services);
}

QString allowanceInWords(const UsageSample &series)
{
    switch (series.allowance) {
    case Allowance::App:
        return Text::tr("All calls of this app in the last hour, whoever made them.");
    case Allowance::Business:
        return Text::tr("Calls of the app for this account.");
    case Allowance::Page:
        return Text::tr("Calls of the app for this Page.");
    case Allowance::AdAccount:
        return Text::tr("Calls of the app for the ad account.");
    }
    Q_UNREACHABLE();
}

bool isCurrent(const UsageSample &sample, const QDateTime &now)
{
    return sample.at.addSecs(3600 + usageStretch.count()) > now;
}

QDateTime freeAgainAt(const UsageSample &newest, const Services &services)
{
    const QDateTime now = services.clock.now();
    if (newest.freeAt > now)
        return newest.freeAt;
    const bool ofApp = newest.accountId.isEmpty();
    const CallOrigin origin{.providerId = newest.providerId, .registrationId = newest.registrationId};
    return ofApp ? services.queue.pausedUntil(origin.app()) : QDateTime();
}

QString stateInWords(const UsageSample &newest, const Services &services)
{
    const QDateTime now = services.clock.now();
    const QDateTime free = freeAgainAt(newest, services);
    if (!isCurrent(newest, now) && !free.isValid())
        return Text::tr("No calls in the last hour. The allowance is free.");
    switch (moodOf(newest.highest())) {
    case UsageMood::Throttled:
        return free.isValid() ? Text::tr("Throttled, free again %1.").arg(relativeTime(free, now))
                              : Text::tr("Throttled, free again within an hour.");
    case UsageMood::Waits:
        return free.isValid() ? Text::tr("%1 % used: TokenDesk waits, and goes on %2. Your own clicks still go out.")
                                    .arg(newest.highest())
                                    .arg(relativeTime(free, now))
                              : Text::tr("%1 % used: TokenDesk waits before it asks for more. Your own clicks still go "
                                         "out.")
                                    .arg(newest.highest());
    case UsageMood::Fine:
        break;
    }
    return free.isValid()
        ? Text::tr("Held up, free again %1.").arg(relativeTime(free, now))
        : Text::tr("%1 % used. At 100 % the provider takes no more calls for a while.").arg(newest.highest());
}

QString briefState(const UsageSample &newest, const Services &services)
{
    const QDateTime now = services.clock.now();
    const QDateTime free = freeAgainAt(newest, services);
    if (free.isValid())
        return Text::tr("free again %1").arg(relativeTime(free, now));
    if (!isCurrent(newest, now))
        return Text::tr("free");
    switch (moodOf(newest.highest())) {
    case UsageMood::Fine:
        return Text::tr("fine");
    case UsageMood::Waits:
        return Text::tr("nearly used up");
    case UsageMood::Throttled:
        break;
    }
    return Text::tr("throttled");
}

QString measureInWords(const UsageSample &sample)
{
    if (sample.allowance == Allowance::AdAccount)
        return Text::tr("%1: %2 %").arg(dateAndTime(sample.at)).arg(sample.calls);
    // Meta counts the time of its answers and that of its processors; whichever runs out first throttles.
    return Text::tr("%1: %2 % of the allowed calls and %3 % of the allowed computing time used")
        .arg(dateAndTime(sample.at))
        .arg(sample.calls)
        .arg(std::max(sample.time, sample.processor));
}

} // namespace tokendesk
