// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/application.h"
#include "base/settings.h"
#include "cli/commandline.h"
#include "cli/doctorcommand.h"
#include "cli/forgetcommand.h"
#include "cli/practicecommand.h"
#include "cli/renewcommand.h"
#include "cli/schedulecommand.h"
#include "cli/statuscommand.h"
#include "cli/tokencommand.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Command
{
    QString name;
    QString summary;
    int (*run)(const QStringList &arguments);
};

QList<Command> allCommands()
{
    return {
        {u"status"_s, Text::tr("Tell how the accounts are."), runStatus},
        {u"list"_s, Text::tr("List the accounts."), runList},
        {u"token"_s, Text::tr("Print an account's token."), runToken},
        {u"renew"_s, Text::tr("Renew tokens once, for a scheduler."), runRenew},
        {u"doctor"_s, Text::tr("Say what is wrong with an account, a token or an error."), runDoctor},
        {u"schedule"_s, Text::tr("Let the system renew tokens while the window is closed."), runSchedule},
        {u"forget"_s, Text::tr("Remove everything TokenDesk has on this computer."), runForget},
        {u"practice"_s, Text::tr("Run Practice, the stand-in for Instagram."), runPractice},
    };
}

QString description()
{
    QString text = Text::tr("Gets an Instagram access token and keeps it alive.") + "\n\n"_L1 + Text::tr("Commands:");
    for (const Command &command : allCommands())
        text += "\n  %1 %2"_L1.arg(command.name.leftJustified(14), command.summary);
    return text;
}

// In Preferences, or else by the system.
QLocale languageChosen()
{
    const QString language = Settings(Paths::standard()).language();
    return language.isEmpty() ? QLocale() : QLocale(language);
}

int runWithoutCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description());
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s, Text::tr("What to do; “command --help” tells more."), u"[command]"_s);
    if (const auto end = readArguments(parser, arguments))
        return *end;
    if (parser.isSet(version)) {
        print(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
        return Done;
    }
    complain(parser.positionalArguments().isEmpty()
                 ? Text::tr("No command was given; --help shows all.")
                 : Text::tr("There is no command “%1”; --help shows all.").arg(parser.positionalArguments().first()));
    return Trouble;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareApplication();
    const QCoreApplication application(argc, argv);
    QTranslator texts;
    QTranslator qtTexts;
    const QLocale locale = languageChosen();
    if (texts.load(locale, u"tokendesk"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&texts);
    if (qtTexts.load(locale, u"qtbase"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&qtTexts);

    const QStringList arguments = QCoreApplication::arguments();
    for (const Command &command : allCommands()) {
        if (arguments.value(1) == command.name)
            return command.run(arguments);
    }
    return runWithoutCommand(arguments);
}
