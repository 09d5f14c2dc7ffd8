// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"

#include "base/printable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

#if defined(Q_OS_WIN)
constexpr Platform thisPlatform = Platform::Windows;
#elif defined(Q_OS_MACOS)
constexpr Platform thisPlatform = Platform::Mac;
#else
constexpr Platform thisPlatform = Platform::Linux;
#endif

QString numberOfUser()
{
#ifdef Q_OS_UNIX
    return QString::number(getuid());
#else
    return {};
#endif
}

// Not by the PATH on Windows, where a folder of anybody may stand in it.
QString toolsFolder()
{
#ifdef Q_OS_WIN
    return QDir::fromNativeSeparators(qEnvironmentVariable("SystemRoot", u"C:\\Windows"_s)) + "/System32"_L1;
#else
    return {};
#endif
}

// Installed side by side, on macOS the command line beside the bundle; or where the build leaves them.
QString programBeside(const QString &name, const QStringList &folders)
{
#ifdef Q_OS_WIN
    const QString file = name + ".exe"_L1;
#else
    const QString &file = name;
#endif
    const QString own = QCoreApplication::applicationDirPath();
    for (const QString &folder : folders) {
        const QString path = QDir::cleanPath(own + u'/' + folder + u'/' + file);
        if (QFileInfo(path).isExecutable() && !QFileInfo(path).isDir())
            return path;
    }
    return QDir::cleanPath(own + u'/' + file);
}

} // namespace

Desktop Desktop::standard()
{
    return {.platform = thisPlatform,
            .home = QDir::homePath(),
            .config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
            .registry = u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion"_s,
            .user = numberOfUser(),
            .window = programBeside(
                u"tokendesk"_s,
                {u"."_s, u"../tokendesk.app/Contents/MacOS"_s, u"../ui"_s, u"../ui/tokendesk.app/Contents/MacOS"_s}),
            .commandLine = programBeside(u"tokendesk-cli"_s,
                                         {u"."_s, u"../../../bin"_s, u"../../.."_s, u"../app"_s, u"../../../../app"_s}),
            .tools = toolsFolder()};
}

QString Desktop::shown(const QString &path) const
{
    const bool isAtHome = platform != Platform::Windows && path.startsWith(home + u'/');
    return QDir::toNativeSeparators(isAtHome ? u'~' + path.sliced(home.size()) : path);
}

bool canBeStarted(const QString &program)
{
    const bool isAbsolute = program.startsWith(u'/') || program.indexOf(":/"_L1) == 1;
    return isAbsolute && !std::ranges::any_of(program, isDeceptive);
}

} // namespace tokendesk
