// SPDX-License-Identifier: GPL-3.0-or-later
#include "visibleminute.h"

#include <QEvent>
#include <QWidget>
#include <cstdlib>

using namespace std::chrono_literals;

namespace tokendesk {

VisibleMinute::VisibleMinute(const Clock &clock, QWidget *watched)
    : QObject(watched)
    , m_clock(clock)
    , m_told(clock.now())
{
    m_timer.setTimerType(Qt::VeryCoarseTimer); // together with others in the same second
    m_timer.setInterval(1min);
    connect(&m_timer, &QTimer::timeout, this, &VisibleMinute::tell);
    watched->installEventFilter(this);
    if (watched->isVisible())
        m_timer.start();
}

// A minimised window hides what is in it without an end to its being visible: by events alone.
bool VisibleMinute::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        resume();
    else if (event->type() == QEvent::Hide)
        m_timer.stop();
    return QObject::eventFilter(watched, event);
}

void VisibleMinute::resume()
{
    m_timer.start();
    if (std::abs(m_told.secsTo(m_clock.now())) >= 60) // less cannot be seen
        tell();
}

void VisibleMinute::tell()
{
    m_told = m_clock.now();
    emit passed();
}

} // namespace tokendesk
