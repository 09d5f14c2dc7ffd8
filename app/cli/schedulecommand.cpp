// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/schedulecommand.h"

#include "cli/commandline.h"
#include "desktop/schedule.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleCommand)
};

int tellTrouble(const Schedule &schedule, const Error &error)
{
    if (error.kind == ErrorKind::InvalidInput) {
        complain(Text::tr("There is no tokendesk-cli beside the window's program that could be started."));
    } else if (error.kind == ErrorKind::Storage) {
        complain(Text::tr("A file of the schedule could not be written or removed."));
    } else {
        complain(Text::tr("The system's scheduler does not answer or refused."));
        if (!schedule.cronLine().isEmpty())
            complain(Text::tr("With cron this line does the same (crontab -e):") + u'\n' + schedule.cronLine());
    }
    complain(error.message.isEmpty() ? error.what : error.what + ": "_L1 + error.message);
    return Trouble;
}

int tellState(const Schedule &schedule, Installed state)
{
    switch (state) {
    case Installed::Off:
        print(Text::tr("Nothing is installed: tokens are renewed while the window is open."));
        return Done;
    case Installed::On:
        print(Text::tr("Tokens are renewed every hour while you are logged in (%1).").arg(schedule.place()));
        return Done;
    case Installed::Elsewhere:
        print(Text::tr("Another TokenDesk, or one that was moved, is to be started. Install again to mend it."));
        return NeedsYou;
    case Installed::Half:
        print(Text::tr("Only a part is installed or running. Install again to mend it, or remove it."));
        return NeedsYou;
    }
    Q_UNREACHABLE();
}

int runAction(const Schedule &schedule, const QString &action)
{
    QObject context;
    int code = Done;
    const auto finish = [&](int ended) {
        code = ended;
        QCoreApplication::quit();
    };
    const auto changed = [&](const Result<void> &result, const QString &sentence) {
        if (!result)
            return finish(tellTrouble(schedule, result.error()));
        print(sentence);
        finish(Done);
    };
    if (action == "install"_L1)
        schedule.install(&context, [&](const Result<void> &result) {
            changed(result,
                    Text::tr("Tokens are renewed every hour while you are logged in (%1).").arg(schedule.place()));
        });
    else if (action == "remove"_L1)
        schedule.remove(&context, [&](const Result<void> &result) {
            changed(result, Text::tr("Nothing is installed any more: tokens are renewed while the window is open."));
        });
    else
        schedule.query(&context, [&](const Result<Installed> &state) {
            finish(state ? tellState(schedule, *state) : tellTrouble(schedule, state.error()));
        });
    QCoreApplication::exec();
    return code;
}

} // namespace

int runSchedule(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Lets the system renew tokens every hour while the window is closed. Ends with 0 where that was done, "
                 "with 1 where “status” finds something to mend, with 2 where it could not be done."));
    parser.addPositionalArgument(u"schedule"_s, QString(), u"schedule"_s);
    parser.addPositionalArgument(u"action"_s, Text::tr("What to do: install, remove or status."),
                                 u"install|remove|status"_s);
    if (const auto end = readArguments(parser, arguments))
        return *end;
    const QStringList words = parser.positionalArguments().mid(1);
    const QStringList actions{u"install"_s, u"remove"_s, u"status"_s};
    if (words.size() != 1 || !actions.contains(words.first())) {
        complain(Text::tr("Say install, remove or status."));
        return Trouble;
    }
    return runAction(Schedule(Desktop::standard()), words.first());
}

} // namespace tokendesk
