// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/scheduleplan.h"

#include "desktop/entries.h"

#include <QDir>
#include <QStringDecoder>
#include <QStringEncoder>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int hour = 3600;

QStringList commandOf(const Desktop &desktop)
{
    return {desktop.commandLine, u"renew"_s, u"--due"_s};
}

SystemCall systemctl(const QStringList &arguments)
{
    return {u"systemctl"_s, QStringList{u"--user"_s, u"--no-pager"_s} + arguments};
}

SchedulePlan systemdPlan(const Desktop &desktop)
{
    const QString folder = desktop.config + "/systemd/user/"_L1;
    const QString timer = u"tokendesk.timer"_s;
    const QString service = systemdService(commandOf(desktop));
    const SystemCall reload = systemctl({u"daemon-reload"_s});
    return {.files = {{folder + "tokendesk.service"_L1, service.toUtf8()}, {folder + timer, systemdTimer().toUtf8()}},
            .link = folder + "timers.target.wants/"_L1 + timer,
            .start = startOfSystemdService(service),
            .startOf = startOfSystemdService,
            .clearing = {},
            .installing = {reload, systemctl({u"enable"_s, u"--now"_s, timer})},
            .asking = systemctl({u"is-active"_s, u"--quiet"_s, timer}),
            .removing = {systemctl({u"disable"_s, u"--now"_s, timer})},
            .forgetting = {reload}};
}

SystemCall launchctl(const QStringList &arguments)
{
    return {u"launchctl"_s, arguments};
}

// Of an agent that is known already, launchctl would keep the old text.
SchedulePlan launchdPlan(const Desktop &desktop)
{
    const QString label = u"org.tokendesk.TokenDesk.renew"_s;
    const QString path = desktop.home + "/Library/LaunchAgents/"_L1 + label + ".plist"_L1;
    const QString domain = "gui/"_L1 + desktop.user;
    const QString target = domain + u'/' + label;
    const QString agent = launchAgent(label, commandOf(desktop), hour);
    const SystemCall bootout = launchctl({u"bootout"_s, target});
    return {.files = {{path, agent.toUtf8()}},
            .link = {},
            .start = startOfLaunchAgent(agent),
            .startOf = startOfLaunchAgent,
            .clearing = {bootout, launchctl({u"enable"_s, target})},
            .installing = {launchctl({u"bootstrap"_s, domain, path})},
            .asking = launchctl({u"print"_s, target}),
            .removing = {bootout},
            .forgetting = {}};
}

SystemCall schtasks(const QStringList &arguments)
{
    return {u"schtasks"_s, arguments};
}

// schtasks reads UTF-16 alone safely, and of what it is asked it prints in the console's own encoding: the file stays
// to tell what was installed.
SchedulePlan taskPlan(const Desktop &desktop)
{
    const QString path = desktop.config + "/TokenDesk/renew.xml"_L1;
    const QString name = u"TokenDesk renew"_s;
    const QString task = taskXml(commandOf(desktop));
    QStringEncoder toUtf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray content = toUtf16(task);
    return {.files = {{path, content}},
            .link = {},
            .start = startOfTaskXml(task),
            .startOf = startOfTaskXml,
            .clearing = {},
            .installing
            = {schtasks({u"/Create"_s, u"/TN"_s, name, u"/XML"_s, QDir::toNativeSeparators(path), u"/F"_s})},
            .asking = schtasks({u"/Query"_s, u"/TN"_s, name}),
            .removing = {schtasks({u"/Delete"_s, u"/TN"_s, name, u"/F"_s})},
            .forgetting = {}};
}

} // namespace

SchedulePlan schedulePlan(const Desktop &desktop)
{
    switch (desktop.platform) {
    case Platform::Linux:
        return systemdPlan(desktop);
    case Platform::Mac:
        return launchdPlan(desktop);
    case Platform::Windows:
        return taskPlan(desktop);
    }
    Q_UNREACHABLE();
}

QString decoded(const QByteArray &content)
{
    const auto encoding = QStringConverter::encodingForData(content);
    QStringDecoder decode(encoding.value_or(QStringConverter::Utf8));
    return decode(content);
}

} // namespace tokendesk
