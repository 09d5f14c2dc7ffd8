// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/practicecommand.h"

#include "base/interruption.h"
#include "cli/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(PracticeCommand)
};

struct Options
{
    QCommandLineOption port{u"port"_s, Text::tr("Listen on this port instead of any free one."), u"number"_s, u"0"_s};
    QCommandLineOption fault{u"fault"_s, Text::tr("Make this trouble; can be given several times."),
                             u"name[@endpoint][xtimes]"_s};
    QCommandLineOption advance{u"advance"_s, Text::tr("Set the server's clock ahead."), u"seconds"_s, u"0"_s};
    QCommandLineOption listFaults{u"list-faults"_s, Text::tr("List the kinds of trouble and the endpoints, then end.")};
};

int refuse(const QString &message)
{
    complain(message);
    return Trouble;
}

int listFaults()
{
    print(Text::tr("Kinds of trouble: %1").arg(PracticeServer::faultNames().join(u' ')));
    print(Text::tr("Endpoints: %1").arg(PracticeServer::endpointNames().join(u' ')));
    return Done;
}

int serve(PracticeServer &server, quint16 port)
{
    quitWhenInterrupted();
    const auto listening = server.listen(port);
    if (!listening)
        return refuse(Text::tr("Port %1 is in use by another program.").arg(port));
    print(u"listening on http://127.0.0.1:%1"_s.arg(*listening)); // programs read this line: the same in every language
    return QCoreApplication::exec();
}

} // namespace

std::optional<Fault> readFault(const QString &text)
{
    static const QRegularExpression pattern(u"^([a-z0-9-]+?)(?:@([a-z]+?))?(?:x([1-9][0-9]{0,5}))?$"_s);
    const auto match = pattern.match(text);
    const QString endpoint = match.captured(2);
    const bool known = PracticeServer::faultNames().contains(match.captured(1))
        && (endpoint.isEmpty() || PracticeServer::endpointNames().contains(endpoint));
    if (!known)
        return std::nullopt;
    const int times = match.hasCaptured(3) ? match.captured(3).toInt() : -1;
    return Fault{.name = match.captured(1), .endpoint = endpoint, .times = times};
}

int runPractice(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Runs Practice, a stand-in for Instagram on this computer, until it is interrupted."));
    parser.addPositionalArgument(u"practice"_s, QString(), u"practice"_s);
    parser.addOptions({options.port, options.fault, options.advance, options.listFaults});
    if (const auto end = readArguments(parser, arguments))
        return *end;
    if (parser.isSet(options.listFaults))
        return listFaults();

    bool portOk = false;
    bool advanceOk = false;
    const quint16 port = parser.value(options.port).toUShort(&portOk);
    const qint64 advance = parser.value(options.advance).toInt(&advanceOk);
    if (!portOk)
        return refuse(Text::tr("“%1” is not a port number.").arg(parser.value(options.port)));
    if (!advanceOk)
        return refuse(Text::tr("“%1” is not a number of seconds.").arg(parser.value(options.advance)));

    const SystemClock clock;
    PracticeServer server(clock);
    server.advance(std::chrono::seconds(advance));
    for (const QString &text : parser.values(options.fault)) {
        const auto fault = readFault(text);
        if (!fault)
            return refuse(Text::tr("“%1” is not a kind of trouble; --list-faults shows all.").arg(text));
        server.inject(*fault);
    }
    return serve(server, port);
}

} // namespace tokendesk
