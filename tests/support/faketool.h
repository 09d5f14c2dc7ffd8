// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/scheduleplan.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tokendesk {

/// A shell script in place of systemctl, launchctl or schtasks: it notes how it is called, and behaves as it is told.
class FakeTool
{
public:
    FakeTool(const Desktop &desktop, const SchedulePlan &plan)
        : m_desktop(desktop)
        , m_plan(plan)
    {
    }

    /// As the real one: what is installed runs until it is removed, and only then is it found.
    void work() const
    {
        write(QStringLiteral("case \"$*\" in\n"
                             "*enable\\ --now*|*bootstrap*|*/Create*) touch \"$state\"; link ;;\n"
                             "*disable\\ --now*|*bootout*|*/Delete*)\n"
                             "  test -e \"$state\" || exit 1; rm -f \"$state\" ${link:+\"$link\"} ;;\n"
                             "*is-active*|*print*|*/Query*) test -e \"$state\" ;;\n"
                             "esac\n"));
    }
    void refuse(const QString &complaint) const { write(QStringLiteral("echo '%1' >&2; exit 1\n").arg(complaint)); }
    void hang() const { write(QStringLiteral("exec tail -f /dev/null\n")); }
    void stayOn() const { write(QStringLiteral("exit 0\n")); }

    /// The arguments of each call since the last time.
    QStringList takeCalls() const
    {
        QFile file(notes());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(file.readAll());
        file.remove();
        return text.split(u'\n', Qt::SkipEmptyParts);
    }

private:
    QString notes() const { return m_desktop.tools + QLatin1StringView("/calls"); }

    void write(const QString &behaviour) const
    {
        const QString path = m_desktop.tools + u'/' + m_plan.asking.program;
        QFile::remove(path);
        QFile script(path);
        if (!script.open(QIODevice::WriteOnly))
            return;
        const QString text = QStringLiteral("#!/bin/sh\n"
                                            "printf '%s\\n' \"$*\" >>'%1'\n"
                                            "state='%2' link='%3'\n"
                                            "link() {\n"
                                            "  test -n \"$link\" || return 0\n"
                                            "  mkdir -p \"${link%/*}\" && ln -sf ../tokendesk.timer \"$link\"\n"
                                            "}\n")
                                 .arg(notes(), m_desktop.tools + QLatin1StringView("/state"), m_plan.link);
        script.write((text + behaviour).toUtf8());
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    Desktop m_desktop;
    SchedulePlan m_plan;
};

} // namespace tokendesk
