// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"

#include "support/settle.h"

#include <QTest>

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

bool ManualClock::waitForLook() const
{
    const bool looked = QTest::qWaitFor([this, before = m_looks] { return m_looks > before; });
    settle();
    return looked;
}

} // namespace tokendesk
