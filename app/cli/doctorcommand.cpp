// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctorcommand.h"

#include "base/interruption.h"
#include "cli/commanddesk.h"
#include "cli/commandline.h"
#include "doctor/doctorreport.h"
#include "doctor/doctortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DoctorCommand)
};

/// At most one byte more than is looked at; wiped on the way.
Secret standardInput()
{
    QByteArray text(largestPaste + 1, Qt::Uninitialized);
    std::setvbuf(stdin, nullptr, _IONBF, 0); // no buffer of its own, which nobody would wipe
    std::size_t size = 0;
    while (size < std::size_t(text.size())) {
        const std::size_t read = std::fread(text.data() + size, 1, std::size_t(text.size()) - size, stdin);
        if (read == 0)
            break;
        size += read;
    }
    Secret given(QByteArrayView(text).first(qsizetype(size)));
    wipe(text.data(), std::size_t(text.size()));
    return given;
}

/// The account that is meant; nothing, and a complaint, where it cannot be told.
std::optional<QString> accountCalled(const QString &name, const CommandDesk &desk)
{
    if (readPastedToken(name.toUtf8()).finding == PasteFinding::Token) {
        complain(Text::tr("A token does not belong in the arguments, which every program can read. Give it by "
                          "--stdin."));
        return {};
    }
    const QList<Account> found = desk.called(name);
    if (found.size() == 1)
        return found.first().id;
    complain(found.isEmpty() ? Text::tr("There is no account “%1”; “list” shows all.").arg(name)
                             : Text::tr("“%1” is the name of several accounts; take an id.").arg(name));
    return {};
}

void tell(const Examination &examination, bool json)
{
    if (json)
        printFile(doctorJson(examination));
    else
        print(doctorReport(examination).trimmed());
}

int examine(Examination &examination, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"no-checks"_s)) {
        quitWhenInterrupted();
        bool done = false;
        QObject::connect(&examination, &Examination::finished, qApp, [&done] { done = true; });
        QObject::connect(&examination, &Examination::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        examination.start();
        QCoreApplication::exec();
        if (!done)
            return Trouble; // interrupted
    }
    tell(examination, parser.isSet(u"json"_s));
    return examination.needsSomebody() ? NeedsYou : Done;
}

} // namespace

int runDoctor(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Says what is wrong with an account, a token or an error, and who can mend it. Ends with 0 where "
                 "nothing has to be done, with 1 where somebody has to do something, with 2 where it could not be "
                 "told."));
    parser.addPositionalArgument(u"doctor"_s, QString(), u"doctor"_s);
    parser.addPositionalArgument(u"name"_s, Text::tr("User name, label, user id or id of the account."), u"[name]"_s);
    parser.addOption({u"stdin"_s, Text::tr("Read a token or an error from standard input.")});
    parser.addOption({u"no-checks"_s, Text::tr("Ask nobody; only say what was given.")});
    parser.addOption({u"json"_s, Text::tr("Answer in JSON, for programs.")});
    if (const auto end = readArguments(parser, arguments))
        return *end;
    const QStringList names = parser.positionalArguments().mid(1);
    if (names.size() > 1) {
        complain(Text::tr("Say one account, or none."));
        return Trouble;
    }
    const std::unique_ptr<CommandDesk> desk = CommandDesk::open();
    if (!desk)
        return Trouble;
    const std::optional<QString> id = names.isEmpty() ? QString() : accountCalled(names.first(), *desk);
    if (!id)
        return Trouble;
    const Paths paths = Paths::standard();
    CertificateStore certificates(paths.data, desk->clock);
    Examination examination({.accounts = desk->accounts,
                             .keychain = desk->keychain,
                             .catalog = desk->catalog,
                             .clock = desk->clock,
                             .certificates = certificates,
                             .desktop = Desktop::standard()});
    if (!id->isEmpty())
        examination.chooseAccount(*id);
    if (parser.isSet(u"stdin"_s))
        examination.takePaste(standardInput());
    return examine(examination, parser);
}

} // namespace tokendesk
