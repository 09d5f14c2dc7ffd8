// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tokencommand.h"

#include "accounts/steps.h"
#include "cli/commanddesk.h"
#include "cli/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenCommand)
};

/// Without a buffer of its own, which nobody would wipe.
bool printSecret(const Secret &token)
{
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    const QByteArrayView text = token.view();
    return std::fwrite(text.data(), 1, std::size_t(text.size()), stdout) == std::size_t(text.size())
        && std::fputc('\n', stdout) != EOF;
}

class TokenRun : public QObject
{
public:
    TokenRun(CommandDesk &desk, Account account)
        : m_desk(desk)
        , m_account(std::move(account))
    {
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] {
            complain(Text::tr("The keychain or the provider does not answer."));
            end(Trouble);
        });
    }

    void start()
    {
        const bool over
            = m_account.expiresAt.isValid() && m_desk.clock.now().addDuration(usefulFor) >= m_account.expiresAt;
        if (m_account.tokenKind != TokenKind::Refreshable || !over)
            return read();
        m_patience.start(keychainPatience + stepPatience);
        m_desk.accounts.renew(m_account.id, this, then(this, &TokenRun::renewed));
    }

private:
    /// Whoever is given a token needs the time to use it.
    static constexpr std::chrono::seconds usefulFor{60};

    void renewed(Result<Account> account)
    {
        if (account)
            return read();
        complain(Text::tr("The token of %1 has run out and could not be renewed.").arg(m_account.displayName()));
        end(m_desk.accounts.find(m_account.id).value_or(m_account).refused ? NeedsYou : Trouble);
    }

    void read()
    {
        m_patience.start(keychainPatience);
        m_desk.accounts.token(m_account.id, this, then(this, &TokenRun::tokenRead));
    }

    void tokenRead(Result<Secret> token)
    {
        if (!token) {
            complain(token.error().kind == ErrorKind::KeychainLocked ? Text::tr("The keychain is locked.")
                         : token.error().kind == ErrorKind::InvalidInput
                         ? Text::tr("The token of %1 is gone; sign in again.").arg(m_account.displayName())
                         : Text::tr("No keychain answers."));
            return end(Trouble);
        }
        // Noted first: nothing is handed out that is not on record.
        if (!m_desk.accounts.note(Event::Kind::HandedOut, m_account.id)) {
            complain(Text::tr("The activity cannot be written, so no token is given out."));
            return end(Trouble);
        }
        end(printSecret(*token) ? Done : Trouble);
    }

    void end(ExitCode code)
    {
        m_patience.stop();
        QMetaObject::invokeMethod(qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    }

    CommandDesk &m_desk;
    const Account m_account;
    QTimer m_patience;
};

int refuse(const QString &name, const QList<Account> &found)
{
    complain(found.isEmpty() ? Text::tr("There is no account “%1”; “list” shows all.").arg(name)
                             : Text::tr("“%1” is the name of several accounts; take one of these:").arg(name));
    for (const Account &account : found)
        complain("  "_L1 + account.id + "  "_L1 + account.displayName());
    return Trouble;
}

bool isDead(const AccountStatus &status)
{
    return status.status == Status::Expired || status.status == Status::Revoked
        || (status.status == Status::NeedsYou && status.detail == StatusDetail::SignInAgain);
}

} // namespace

int runToken(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr(
        "Prints an account's token and nothing else. Ends with 1 and prints nothing where somebody has to sign "
        "in again, with 2 where it cannot be read."));
    parser.addPositionalArgument(u"token"_s, QString(), u"token"_s);
    parser.addPositionalArgument(u"name"_s, Text::tr("User name, label, user id or id of the account."), u"name"_s);
    if (const auto end = readArguments(parser, arguments))
        return *end;
    const QStringList names = parser.positionalArguments().mid(1);
    if (names.size() != 1) {
        complain(Text::tr("Say whose token."));
        return Trouble;
    }
    const std::unique_ptr<CommandDesk> desk = CommandDesk::open();
    if (!desk)
        return Trouble;
    const QList<Account> found = desk->called(names.first());
    if (found.size() != 1)
        return refuse(names.first(), found);
    const AccountStatus status = desk->accounts.status(found.first().id);
    if (isDead(status)) {
        complain(Text::tr("The token of %1 does not work any more; sign in again.").arg(found.first().displayName()));
        return NeedsYou;
    }
    TokenRun run(*desk, found.first());
    run.start();
    return QCoreApplication::exec();
}

int runList(const QStringList &arguments)
{
    const QCommandLineOption json(u"json"_s, Text::tr("Answer in JSON, for programs."));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Lists the accounts for scripts: name, user name, provider and id, with tabs between them."));
    const QCommandLineOption csv(u"csv"_s, Text::tr("Answer as a CSV table with status and times, for spreadsheets."));
    parser.addPositionalArgument(u"list"_s, QString(), u"list"_s);
    parser.addOptions({json, csv});
    if (const auto end = readArguments(parser, arguments))
        return *end;
    const std::unique_ptr<CommandDesk> desk = CommandDesk::open();
    if (!desk)
        return Trouble;
    if (parser.isSet(json)) {
        print(statusJson(desk->rows()));
        return Done;
    }
    if (parser.isSet(csv)) {
        printFile(statusCsv(desk->rows()));
        return Done;
    }
    for (const Account &account : desk->accounts.all())
        printFields({account.displayName(), account.username, account.providerId, account.id});
    return Done;
}

} // namespace tokendesk
