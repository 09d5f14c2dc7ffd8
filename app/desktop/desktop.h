// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

enum class Platform { Linux, Mac, Windows };

/// The user's desktop: what can be started from it, and where it looks for what it is to start. Built once in main and
/// passed on, so that tests run in folders of their own, and each platform's way on every platform.
struct Desktop
{
    Platform platform = Platform::Linux;
    QString home; ///< the user's folder
    QString config; ///< $XDG_CONFIG_HOME, %LOCALAPPDATA%; the program's own folder is in it
    QString registry; ///< of this user: Software\Microsoft\Windows\CurrentVersion, as QSettings names it; Windows only
    QString user; ///< the user's number; empty on Windows
    QString window; ///< the program with the window, absolute
    QString commandLine; ///< tokendesk-cli, absolute
    QString tools; ///< the only folder of the system's own programs; empty for the PATH

    static Desktop standard();

    /// The path as people write it: from ~ where it is in the home folder, with the platform's separators.
    QString shown(const QString &path) const;
};

/// How something stands that is to be started by the system.
enum class Installed {
    Off,
    On,
    Elsewhere, ///< it starts a program at another place: this one was moved, or it is another copy. Installing mends it
    Half, ///< some of it is missing. Installing mends it, too
};

/// Can this be named in every format there is? Absolute, and without control characters.
bool canBeStarted(const QString &program);

} // namespace tokendesk
