// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <chrono>

namespace tokendesk {

/// A clock that stands still until it is moved.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(const QDateTime &now = QDateTime::currentDateTimeUtc());

    QDateTime now() const override { return m_now; }
    void setNow(const QDateTime &now);
    void advance(std::chrono::milliseconds by);

private:
    QDateTime m_now;
};

} // namespace tokendesk
