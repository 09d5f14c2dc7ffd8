// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "desktop/desktop.h"

#include <QObject>
#include <chrono>

namespace tokendesk {

/// Lets the system run `tokendesk-cli renew --due` every hour while its user is logged in: a systemd timer of the user,
/// a launch agent, a task. Nothing is remembered: files and system are asked.
class Schedule
{
public:
    /// `patience` is for each program of the system that is called.
    explicit Schedule(const Desktop &desktop, std::chrono::milliseconds patience = std::chrono::seconds(20));

    /// TimedOut where the system does not answer.
    void query(QObject *context, const Callback<Installed> &done) const;
    /// Also mends what is Elsewhere or Half. All or nothing: what could not be finished is undone before the answer.
    /// InvalidInput where there is no tokendesk-cli to start, SchedulerUnavailable or TimedOut where the system does
    /// not do it (on Linux cronLine() helps), else Storage. Goes on when the context is gone.
    void install(QObject *context, const Callback<void> &done) const;
    /// Undoes it, also what is Half. SchedulerUnavailable where it is still there afterwards. Goes on when the context
    /// is gone.
    void remove(QObject *context, const Callback<void> &done) const;

    /// Where it is written down, as people write it.
    QString place() const;
    /// What does the same by cron; empty where there is none.
    QString cronLine() const;
    Platform platform() const { return m_desktop.platform; }

private:
    Desktop m_desktop;
    std::chrono::milliseconds m_patience;
};

} // namespace tokendesk
