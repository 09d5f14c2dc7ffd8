// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tokendesk {

// The texts by which each platform is told what to start, and what such a text starts, in the words of its format: two
// that start the same give the same there, and one that starts nothing gives nothing. `command` is an absolute path
// (canBeStarted) and its arguments. All pure.

/// For $XDG_CONFIG_HOME/autostart (Desktop Entry Specification 1.5, Desktop Application Autostart Specification 0.5).
QString desktopEntry(const QStringList &command);
/// Nothing where the entry is switched off by Hidden, or by GNOME's own key.
QString startOfDesktopEntry(const QString &text);

/// For ~/Library/LaunchAgents (launchd.plist(5)); `everySeconds` is 0 for once at login.
QString launchAgent(const QString &label, const QStringList &command, int everySeconds);
QString startOfLaunchAgent(const QString &text);

/// A value under CurrentVersion\Run: a command line as CommandLineToArgvW reads it.
QString runValue(const QStringList &command);

/// systemd.service(5) and systemd.timer(5): every hour, made up for after sleep.
QString systemdService(const QStringList &command);
QString systemdTimer();
QString startOfSystemdService(const QString &text);

/// For schtasks /XML: every hour while the user is logged on, without a password.
QString taskXml(const QStringList &command);
QString startOfTaskXml(const QString &text);

/// One line for crontab -e; `user` is the user's number. The keychain is found by the session's bus.
QString cronLine(const QStringList &command, const QString &user);

} // namespace tokendesk
