// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QStringList>
#include <chrono>

namespace tokendesk {

/// A program of the system and what it is told, without a shell.
struct SystemCall
{
    QString program; ///< a name; where it is looked for is not its own matter
    QStringList arguments;
};

/// The program's path in that folder only, or by the PATH where that is empty; empty where there is none.
QString findTool(const QString &program, const QString &folder);

/// Runs a program of that path and tells how it ended: nothing where with 0, SchedulerUnavailable where otherwise or
/// where it could not be started, TimedOut where it did not end in time; then it is killed. Gone with the context.
void callSystem(const QString &path, const QStringList &arguments, std::chrono::milliseconds patience, QObject *context,
                const Callback<void> &done);

} // namespace tokendesk
