// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop.h"

#include <QDir>
#include <QFile>

namespace tokendesk {

/// A desktop in a folder of the test's own, with programs that do nothing and an empty folder for the system's tools:
/// no test changes what the system starts.
inline Desktop isolatedDesktop(const QString &folder, Platform platform = Platform::Linux)
{
    using namespace Qt::StringLiterals;
#ifdef Q_OS_WIN
    const QString registry = "HKEY_CURRENT_USER\\Software\\TokenDesk tests\\"_L1 + folder.section(u'/', -1);
#else
    const QString registry = folder + "/registry.ini"_L1; // what QSettings takes for one
#endif
    const Desktop desktop{.platform = platform,
                          .home = folder + "/home"_L1,
                          .config = folder + "/home/.config"_L1,
                          .registry = registry,
                          .user = u"1000"_s,
                          .window = folder + "/programs/tokendesk"_L1,
                          .commandLine = folder + "/programs/tokendesk-cli"_L1,
                          .tools = folder + "/tools"_L1};
    for (const QString &path : {desktop.home, desktop.tools, folder + "/programs"_L1})
        QDir().mkpath(path);
    for (const QString &path : {desktop.window, desktop.commandLine}) {
        QFile program(path);
        if (program.open(QIODevice::WriteOnly))
            program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return desktop;
}

} // namespace tokendesk
