// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>
#include <optional>

namespace tokendesk {

/// A real Chromium without a window, with a home of its own.
class HeadlessChromium
{
public:
    HeadlessChromium();

    static QString program(); ///< empty where there is none
    QString home() const { return m_home.path(); }
    /// The page as it is after its scripts ran; nothing where it could not be loaded in time.
    std::optional<QByteArray> load(const QUrl &url, const QStringList &options = {}) const;
    /// A picture of it. False where it did not work.
    bool photograph(const QUrl &url, const QString &file, const QStringList &options = {}) const;

private:
    std::optional<QByteArray> run(const QStringList &arguments) const;

    QTemporaryDir m_home;
};

} // namespace tokendesk
