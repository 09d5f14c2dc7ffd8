// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>
#include <QTimer>
#include <chrono>

namespace tokendesk {

/// Says once that a time is over, by the injected clock; checked five times a second while it runs. Where the clock is
/// set back it counts anew.
class Deadline : public QObject
{
    Q_OBJECT
public:
    explicit Deadline(const Clock &clock, QObject *parent = nullptr);

    /// Starts anew from now.
    void start(std::chrono::milliseconds time);
    void stop();

signals:
    void passed();

private:
    void check();

    const Clock &m_clock;
    QTimer m_tick;
    QDateTime m_begin;
    std::chrono::milliseconds m_time{};
};

} // namespace tokendesk
