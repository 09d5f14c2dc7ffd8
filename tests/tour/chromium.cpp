// SPDX-License-Identifier: GPL-3.0-or-later
#include "chromium.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int patience = 30'000; // ms
}

Chromium::Chromium()
{
    for (const QString &name : {u"chromium"_s, u"chromium-browser"_s, u"google-chrome"_s}) {
        if (m_program.isEmpty())
            m_program = QStandardPaths::findExecutable(name);
    }
}

bool Chromium::take(const QUrl &page, const QString &file, bool dark) const
{
    const QTemporaryDir profile;
    QProcess browser;
    // No sandbox: it does not start for root, and only pages of our own are shown.
    browser.start(m_program,
                  {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--hide-scrollbars"_s,
                   u"--user-data-dir="_s + profile.path(), u"--window-size=640,860"_s,
                   u"--blink-settings=preferredColorScheme=%1"_s.arg(dark ? 0 : 1), u"--screenshot="_s + file,
                   QString::fromLatin1(page.toEncoded())});
    // Not waitForFinished: the page may come from a server in this very process.
    const bool finished = QTest::qWaitFor([&browser] { return browser.state() == QProcess::NotRunning; }, patience);
    return finished && browser.exitCode() == 0 && QFile::exists(file);
}

bool Chromium::take(const QByteArray &html, const QString &file, bool dark) const
{
    const QTemporaryDir folder;
    QFile page(folder.filePath(u"page.html"_s));
    if (!page.open(QIODevice::WriteOnly) || page.write(html) != html.size())
        return false;
    page.close();
    return take(QUrl::fromLocalFile(page.fileName()), file, dark);
}

} // namespace tokendesk
