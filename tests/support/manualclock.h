// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <chrono>
#include <utility>

namespace tokendesk {

/// A clock that stands still until it is moved, or goes on by a step each time it is looked at.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(const QDateTime &now = QDateTime::currentDateTimeUtc());

    QDateTime now() const override
    {
        ++m_looks;
        return std::exchange(m_now, m_now.addMSecs(m_step.count()));
    }
    void setNow(const QDateTime &now);
    void advance(std::chrono::milliseconds by);
    void setStep(std::chrono::milliseconds step) { m_step = step; }

    /// Waits until somebody has looked at it, and what came of that is done. False where nobody does.
    bool waitForLook() const;

private:
    mutable QDateTime m_now;
    std::chrono::milliseconds m_step{0};
    mutable int m_looks = 0;
};

} // namespace tokendesk
