// SPDX-License-Identifier: GPL-3.0-or-later
#include "album.h"

#include <QPixmap>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {
constexpr auto calm = 150ms; // longer than a hover effect or a repaint takes
}

Album::Album(const QString &folder)
    : m_folder(folder)
{
    m_folder.mkpath(u"."_s);
    for (const QString &old : m_folder.entryList({u"*.png"_s}, QDir::Files))
        m_folder.remove(old);
}

QString Album::take(QWidget *window, const QString &name)
{
    QTest::qWait(std::chrono::milliseconds(calm).count());
    const QString file = nextFile(name);
    return window->grab().save(file) ? file : QString();
}

QString Album::nextFile(const QString &name)
{
    return m_folder.filePath(u"%1-%2.png"_s.arg(++m_count, 2, 10, QLatin1Char('0')).arg(name));
}

} // namespace tokendesk
