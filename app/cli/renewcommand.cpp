// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/renewcommand.h"

#include "accounts/renewer.h"
#include "accounts/steps.h"
#include "base/interruption.h"
#include "cli/commanddesk.h"
#include "cli/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RenewCommand)
};

/// One run: is the keychain there → renew → is everything in the keychain → end. It ends whatever hangs.
class RenewalRun : public QObject
{
public:
    RenewalRun(CommandDesk &desk, QStringList chosen)
        : m_desk(desk)
        , m_renewer(desk.accounts, desk.clock)
        , m_chosen(std::move(chosen))
    {
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, &RenewalRun::overdue);
        connect(&m_renewer, &Renewer::roundFinished, this, &RenewalRun::roundFinished);
        connect(&m_desk.accounts, &Accounts::eventAppended, this, [this] { m_patience.start(stepPatience); });
    }

    /// The keychain is asked before the provider, so that no fresh token is lost; and only where there is something to
    /// do.
    void start()
    {
        if (!hasWork())
            return end(Done);
        m_patience.start(keychainPatience);
        m_desk.keychain.probe(this, then(this, &RenewalRun::probed));
    }

private:
    bool hasWork() const
    {
        const auto isDue = [&](const Account &account) {
            const QDateTime due = m_desk.accounts.renewalDue(account.id);
            return due.isValid() && due <= m_desk.clock.now(); // after it: what is due says the present time
        };
        return !m_chosen.isEmpty() || std::ranges::any_of(m_desk.accounts.all(), isDue)
            || !m_desk.accounts.revocationsDue().isEmpty()
            || !m_desk.database->intents().value_or(QList<Intent>()).isEmpty();
    }

    void probed(Result<void> result)
    {
        if (!result) {
            complain(result.error().kind == ErrorKind::KeychainLocked
                         ? Text::tr("The keychain is locked. Unlock it, then run this again.")
                         : Text::tr("No keychain answers. Start it, then run this again."));
            complain(result.error().what);
            return end(Trouble);
        }
        m_patience.start(stepPatience);
        m_desk.accounts.reconcile();
        if (m_chosen.isEmpty())
            m_renewer.look();
        else
            m_renewer.renew(m_chosen);
    }

    void roundFinished()
    {
        m_chosen.clear();
        m_settling.setInterval(50ms);
        connect(&m_settling, &QTimer::timeout, this, &RenewalRun::settle);
        m_patience.start(keychainPatience);
        m_settling.start();
    }

    /// A token that is in memory only is still tried, and the old items go behind the new ones.
    void settle()
    {
        const bool tidy = m_desk.database->leftovers().value_or(QStringList()).isEmpty();
        if (m_desk.accounts.hasUnsavedTokens() || !tidy)
            return;
        m_settling.stop();
        end(Done);
    }

    void overdue()
    {
        if (m_settling.isActive() && !m_desk.accounts.hasUnsavedTokens())
            return end(Done); // only an old item is left: the next run removes it
        complain(Text::tr("The keychain or the provider does not answer. What was stored before is untouched."));
        end(Trouble);
    }

    void end(ExitCode code)
    {
        m_patience.stop();
        QMetaObject::invokeMethod(qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    }

    CommandDesk &m_desk;
    Renewer m_renewer;
    QStringList m_chosen;
    QTimer m_patience;
    QTimer m_settling;
};

/// The accounts of these names; nothing where one is not known.
std::optional<QStringList> idsOf(const QStringList &names, const CommandDesk &desk)
{
    QStringList ids;
    for (const QString &name : names) {
        const QList<Account> found = desk.called(name);
        if (found.size() != 1) {
            complain(found.isEmpty() ? Text::tr("There is no account “%1”.").arg(name)
                                     : Text::tr("“%1” is the name of several accounts.").arg(name));
            return std::nullopt;
        }
        ids += found.first().id;
    }
    return ids;
}

} // namespace

int runRenew(const QStringList &arguments)
{
    const QCommandLineOption due(u"due"_s, Text::tr("Renew every token whose time has come."));
    const QCommandLineOption json(u"json"_s, Text::tr("Answer in JSON, for programs."));
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr(
        "Renews tokens once and ends: with 0 where nothing needs anybody, with 1 where an account does, with 2 "
        "where nothing could be done."));
    parser.addPositionalArgument(u"renew"_s, QString(), u"renew"_s);
    parser.addPositionalArgument(u"name"_s, Text::tr("An account to renew now, such as @shop."), u"[name…]"_s);
    parser.addOptions({due, json});
    if (const auto end = readArguments(parser, arguments))
        return *end;
    const QStringList names = parser.positionalArguments().mid(1);
    if (names.isEmpty() != parser.isSet(due)) {
        complain(Text::tr("Say either --due or the names of accounts."));
        return Trouble;
    }

    const std::unique_ptr<CommandDesk> desk = CommandDesk::open();
    if (!desk)
        return Trouble;
    const std::optional<QStringList> chosen = idsOf(names, *desk);
    if (!chosen)
        return Trouble;
    quitWhenInterrupted();
    RenewalRun run(*desk, *chosen);
    run.start();
    const int code = QCoreApplication::exec();
    const QList<StatusRow> rows = desk->rows();
    if (parser.isSet(json))
        print(statusJson(rows));
    else if (!rows.isEmpty())
        print(statusTable(rows, desk->clock.now()));
    if (code != Done)
        return code;
    return needSomebody(rows) ? NeedsYou : Done;
}

} // namespace tokendesk
