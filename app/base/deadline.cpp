// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deadline.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

Deadline::Deadline(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_tick.setInterval(200ms);
    connect(&m_tick, &QTimer::timeout, this, &Deadline::check);
}

void Deadline::start(std::chrono::milliseconds time)
{
    m_begin = m_clock.now();
    m_time = time;
    m_tick.start();
}

void Deadline::stop()
{
    m_tick.stop();
}

void Deadline::check()
{
    const QDateTime now = m_clock.now();
    m_begin = std::min(m_begin, now);
    if (now < m_begin.addMSecs(m_time.count()))
        return;
    m_tick.stop();
    emit passed();
}

} // namespace tokendesk
