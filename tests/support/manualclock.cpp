// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"

namespace tokendesk {

ManualClock::ManualClock(const QDateTime &now)
    : m_now(now.toUTC())
{
}

void ManualClock::setNow(const QDateTime &now)
{
    m_now = now.toUTC();
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    m_now = m_now.addMSecs(by.count());
}

} // namespace tokendesk
