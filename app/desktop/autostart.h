// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "desktop/desktop.h"

namespace tokendesk {

/// Whether the window starts, hidden in the tray, when its user logs in. On Linux a file for the desktop's autostart,
/// on macOS a launch agent, on Windows a value under CurrentVersion\Run. Nothing is remembered: the system is asked.
class Autostart
{
public:
    explicit Autostart(const Desktop &desktop);

    Installed state() const;
    bool isOn() const { return state() == Installed::On; }

    /// Also mends what is Elsewhere. InvalidInput where the program's path cannot be written down, else Storage.
    Result<void> turnOn();
    Result<void> turnOff();

    /// Where it is written down, as people write it.
    QString place() const;

private:
    QStringList command() const;
    QString path() const; ///< of the file, on Linux and macOS
    QString text() const;
    QString startOf(const QString &text) const;
    QString installed() const;

    Desktop m_desktop;
};

} // namespace tokendesk
