// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

class QCommandLineParser;

namespace tokendesk {

/// How the program ends. Scripts build on these.
enum ExitCode {
    Done = 0,
    NeedsYou = 1, ///< it worked, and somebody has to do something
    Trouble = 2, ///< it did not work, or was called wrongly
};

/// Reads the arguments and answers --help and mistakes itself; then the result is the exit code to end with.
std::optional<int> readArguments(QCommandLineParser &parser, const QStringList &arguments);

/// A line to standard output or standard error, at once.
void print(const QString &line);
/// The fields with tabs between them, none of which can hold a tab itself.
void printFields(const QStringList &fields);
void complain(const QString &line);
/// As it is: a file by way of standard output.
void printFile(const QByteArray &content);

} // namespace tokendesk
