// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/autostart.h"

#include "base/ownfile.h"
#include "desktop/entries.h"

#include <QFile>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr auto label = "org.tokendesk.TokenDesk.login"_L1;
constexpr auto runKey = "Run/TokenDesk"_L1;
// Where the Task Manager notes what the user switched off there: an odd first byte.
constexpr auto approvedKey = "Explorer/StartupApproved/Run/TokenDesk"_L1;
constexpr qint64 largestFile = 64 * 1024;

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(largestFile)) : QString();
}

QString runValueIn(const QString &registry)
{
    const QSettings settings(registry, QSettings::NativeFormat);
    const QByteArray approved = settings.value(approvedKey).toByteArray();
    const bool isSwitchedOff = !approved.isEmpty() && approved.front() % 2 != 0;
    return isSwitchedOff ? QString() : settings.value(runKey).toString();
}

Result<void> outcomeOf(QSettings &settings)
{
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return failure(ErrorKind::Storage, u"The registry took no value under Run"_s);
    return {};
}

} // namespace

Autostart::Autostart(const Desktop &desktop)
    : m_desktop(desktop)
{
}

QStringList Autostart::command() const
{
    return {m_desktop.window, u"--background"_s};
}

QString Autostart::path() const
{
    return m_desktop.platform == Platform::Mac ? m_desktop.home + "/Library/LaunchAgents/"_L1 + label + ".plist"_L1
                                               : m_desktop.config + "/autostart/tokendesk.desktop"_L1;
}

QString Autostart::place() const
{
    return m_desktop.platform == Platform::Windows ? m_desktop.registry + "\\Run"_L1 : m_desktop.shown(path());
}

QString Autostart::text() const
{
    switch (m_desktop.platform) {
    case Platform::Linux:
        return desktopEntry(command());
    case Platform::Mac:
        return launchAgent(label, command(), 0);
    case Platform::Windows:
        return runValue(command());
    }
    Q_UNREACHABLE();
}

QString Autostart::installed() const
{
    return m_desktop.platform == Platform::Windows ? runValueIn(m_desktop.registry) : readText(path());
}

QString Autostart::startOf(const QString &text) const
{
    switch (m_desktop.platform) {
    case Platform::Linux:
        return startOfDesktopEntry(text);
    case Platform::Mac:
        return startOfLaunchAgent(text);
    case Platform::Windows:
        return text;
    }
    Q_UNREACHABLE();
}

Installed Autostart::state() const
{
    const QString start = startOf(installed());
    if (start.isEmpty())
        return Installed::Off;
    return start == startOf(text()) ? Installed::On : Installed::Elsewhere;
}

Result<void> Autostart::turnOn()
{
    if (!canBeStarted(m_desktop.window))
        return failure(ErrorKind::InvalidInput, u"The program's path cannot be written down"_s);
    if (m_desktop.platform != Platform::Windows)
        return writeOwnFile(path(), text().toUtf8());
    QSettings settings(m_desktop.registry, QSettings::NativeFormat);
    settings.remove(approvedKey);
    settings.setValue(runKey, text());
    return outcomeOf(settings);
}

Result<void> Autostart::turnOff()
{
    if (m_desktop.platform != Platform::Windows)
        return removeOwnFile(path());
    QSettings settings(m_desktop.registry, QSettings::NativeFormat);
    settings.remove(runKey);
    return outcomeOf(settings);
}

} // namespace tokendesk
