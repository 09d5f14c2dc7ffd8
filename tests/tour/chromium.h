// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace tokendesk {

/// Takes pictures of pages with a Chromium without a window, where there is one.
class Chromium
{
public:
    Chromium();

    bool isThere() const { return !m_program.isEmpty(); }
    /// False where it did not work.
    bool take(const QUrl &page, const QString &file, bool dark) const;
    /// A page that a browser has got already.
    bool take(const QByteArray &html, const QString &file, bool dark) const;

private:
    QString m_program;
};

} // namespace tokendesk
