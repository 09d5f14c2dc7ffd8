// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/forgetcommand.h"

#include "base/interruption.h"
#include "cli/commandline.h"
#include "forget/forgetting.h"
#include "graph/transport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ForgetCommand)
};

QString textFor(const Remnant &left)
{
    switch (left.trace) {
    case Trace::OtherPrograms:
        return Text::tr("Another TokenDesk is at work (%1). Close it, or wait until it is done.").arg(left.place);
    case Trace::Keychain:
        return left.why.kind == ErrorKind::KeychainLocked
            ? Text::tr("The keychain is locked. Unlock it, then run this again.")
            : Text::tr("No keychain answers. Start it, then run this again; --without-keychain forgets the rest.");
    case Trace::Schedule:
        return Text::tr("The schedule is still there: %1").arg(left.place);
    case Trace::Autostart:
        return Text::tr("The start at login is still there: %1").arg(left.place);
    case Trace::Trust:
        return Text::tr("Browsers still trust the sign-in page: %1").arg(left.place);
    case Trace::Files:
        return left.place.isEmpty() ? Text::tr("The settings could not be removed.")
                                    : Text::tr("A file could not be removed: %1").arg(left.place);
    }
    Q_UNREACHABLE();
}

void tell(const QList<Remnant> &left)
{
    for (const Remnant &one : left) {
        complain(textFor(one));
        complain(one.why.what);
    }
    if (left.isEmpty())
        print(Text::tr("Everything is forgotten."));
    QCoreApplication::exit(left.isEmpty() ? Done : Trouble);
}

int forget(Forgetting::Reach reach)
{
    const Paths paths = Paths::standard();
    const SystemClock clock;
    Settings settings(paths);
    SystemKeychain keychain;
    const Catalog catalog(paths.providers());
    Transport transport;
    GraphClient graph(transport);
    const Result<std::unique_ptr<Database>> database = Database::open(paths.data);
    std::optional<Accounts> accounts;
    if (database)
        accounts.emplace(**database, keychain, catalog, graph, clock);
    Forgetting forgetting({.accounts = accounts ? &*accounts : nullptr,
                           .keychain = keychain,
                           .settings = settings,
                           .clock = clock,
                           .desktop = Desktop::standard(),
                           .data = paths.data,
                           .asker = Forgetting::Asker::CommandLine});
    QObject::connect(&forgetting, &Forgetting::finished, &forgetting, tell);
    forgetting.start(reach);
    return QCoreApplication::exec();
}

} // namespace

int runForget(const QStringList &arguments)
{
    const QCommandLineOption everything(u"everything"_s, Text::tr("All of it, there is no less."));
    const QCommandLineOption yes(u"yes"_s, Text::tr("Do it, without a question."));
    const QCommandLineOption rest(u"without-keychain"_s,
                                  Text::tr("All but the keychain's items, where no keychain answers."));
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr(
        "Removes what TokenDesk has put on this computer for you: accounts and history, every item of the keychain, "
        "settings, provider files and certificates, the schedule, the start at login, and the browsers' trust in the "
        "sign-in page. It revokes nothing: tokens that somebody has a copy of work on until they end. Ends with 0 "
        "where all of it is gone, with 2 where something is left."));
    parser.addPositionalArgument(u"forget"_s, QString(), u"forget"_s);
    parser.addOptions({everything, yes, rest});
    if (const auto end = readArguments(parser, arguments))
        return *end;
    if (!parser.isSet(everything) || !parser.isSet(yes) || parser.positionalArguments().size() != 1) {
        complain(Text::tr("Nothing was done. This cannot be undone and revokes nothing; say --everything and --yes "
                          "for it."));
        return Trouble;
    }
    quitWhenInterrupted();
    return forget(parser.isSet(rest) ? Forgetting::Reach::AllButKeychain : Forgetting::Reach::Everything);
}

} // namespace tokendesk
