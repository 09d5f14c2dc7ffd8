// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/deadline.h"

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
    m_end = m_clock.now().addMSecs(time.count());
    m_tick.start();
}

void Deadline::stop()
{
    m_tick.stop();
}

void Deadline::check()
{
    if (m_clock.now() < m_end)
        return;
    m_tick.stop();
    emit passed();
}

} // namespace tokendesk
