// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headlesschromium.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int patience = 60'000; // ms; a busy machine starts a browser slowly
}

HeadlessChromium::HeadlessChromium() = default;

QString HeadlessChromium::program()
{
    for (const QString &name : {u"chromium"_s, u"chromium-browser"_s, u"google-chrome"_s}) {
        if (const QString path = QStandardPaths::findExecutable(name); !path.isEmpty())
            return path;
    }
    return {};
}

std::optional<QByteArray> HeadlessChromium::run(const QStringList &arguments) const
{
    QProcess browser;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home());
    for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_DATA_HOME"_s})
        environment.remove(name);
    browser.setProcessEnvironment(environment);
    browser.setStandardErrorFile(QProcess::nullDevice());
    // No sandbox: it does not start for root, and only pages of the tests are shown.
    browser.start(program(),
                  QStringList{u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--hide-scrollbars"_s,
                              u"--no-first-run"_s, u"--user-data-dir="_s + home() + u"/profile"_s}
                      + arguments);
    // Not waitForFinished: the page may come from a server in this very process.
    const bool finished = QTest::qWaitFor([&browser] { return browser.state() == QProcess::NotRunning; }, patience);
    if (!finished || browser.exitCode() != 0)
        return {};
    return browser.readAllStandardOutput();
}

std::optional<QByteArray> HeadlessChromium::load(const QUrl &url, const QStringList &options) const
{
    return run(options + QStringList{u"--dump-dom"_s, QString::fromLatin1(url.toEncoded())});
}

bool HeadlessChromium::photograph(const QUrl &url, const QString &file, const QStringList &options) const
{
    return run(options
               + QStringList{u"--window-size=640,860"_s, u"--screenshot="_s + file,
                             QString::fromLatin1(url.toEncoded())})
        && QFile::exists(file);
}

} // namespace tokendesk
