// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

// Names come from servers: none of them may talk to the terminal.
QString withoutControls(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void writeBytes(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

void writeLine(std::FILE *stream, const QString &text)
{
    writeBytes(stream, withoutControls(text).toLocal8Bit() + '\n');
}

} // namespace

std::optional<int> readArguments(QCommandLineParser &parser, const QStringList &arguments)
{
    const QCommandLineOption help({u"h"_s, u"help"_s}, QCoreApplication::translate("CommandLine", "Show this help."));
    parser.addOption(help);
    if (!parser.parse(arguments)) {
        complain(parser.errorText());
        return Trouble;
    }
    if (!parser.isSet(help))
        return std::nullopt;
    print(parser.helpText().trimmed());
    return Done;
}

void print(const QString &line)
{
    writeLine(stdout, line);
}

void printFields(const QStringList &fields)
{
    QByteArrayList columns;
    for (const QString &field : fields)
        columns += withoutControls(QString(field).replace(u'\n', u' ')).toLocal8Bit();
    writeBytes(stdout, columns.join('\t') + '\n');
}

void printFile(const QByteArray &content)
{
#ifdef Q_OS_WIN
    std::fflush(stdout);
    (void)_setmode(_fileno(stdout), _O_BINARY); // its line ends are there already
#endif
    writeBytes(stdout, content);
}

void complain(const QString &line)
{
    writeLine(stderr, line);
}

} // namespace tokendesk
