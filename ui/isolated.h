// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>
#include <QString>

namespace tokendesk {

/// A name for a right-to-left window, in isolates (Unicode UAX 9, 2.4): without them "@name" is drawn as "name@". In
/// any other window the name as it is.
inline QString isolated(const QString &name)
{
    return QGuiApplication::isRightToLeft() ? QStringLiteral("\u2068%1\u2069").arg(name) : name;
}

} // namespace tokendesk
