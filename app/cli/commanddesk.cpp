// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commanddesk.h"

#include "cli/commandline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandDesk)
};

} // namespace

void complainOfAccounts(const Error &error, const Paths &paths)
{
    complain(Text::tr("The accounts in %1 cannot be read.").arg(paths.data));
    complain(error.what);
    if (error.hint == ErrorHint::Damaged)
        complain(Text::tr("Open the window of TokenDesk: it sets the damaged file aside and finds your accounts in the "
                          "keychain."));
}

std::unique_ptr<CommandDesk> CommandDesk::open()
{
    const Paths paths = Paths::standard();
    Result<std::unique_ptr<Database>> database = Database::open(paths.data);
    if (!database) {
        complainOfAccounts(database.error(), paths);
        return nullptr;
    }
    std::unique_ptr<CommandDesk> desk(new CommandDesk(paths, *std::move(database)));
    if (desk->accounts.areRead())
        return desk;
    complainOfAccounts(desk->accounts.areRead().error(), paths);
    return nullptr;
}

CommandDesk::CommandDesk(const Paths &paths, std::unique_ptr<Database> opened)
    : settings(paths)
    , network(settings, paths.data, keychain, clock)
    , database(std::move(opened))
    , catalog(paths.providers())
    , accounts(*database, keychain, catalog, graph, clock)
{
    QObject::connect(&queue, &Queue::measured, &usage, &UsageLog::note);
    QObject::connect(&queue, &Queue::sent, &usage, &UsageLog::noteOwn);
    network.start();
    catalog.setPracticePort([this] { return (m_practice ? *m_practice : m_practice.emplace(clock)).listen(); });
}

QList<StatusRow> CommandDesk::rows() const
{
    QList<StatusRow> rows;
    for (const Account &account : accounts.all()) {
        const AccountStatus status = accounts.status(account.id);
        rows += rowOf(account, catalog, &status, clock.now());
    }
    return rows;
}

QList<Account> CommandDesk::called(const QString &name) const
{
    const QString user = name.startsWith(u'@') ? name.sliced(1) : name;
    QList<Account> found;
    for (const Account &account : accounts.all()) {
        const bool byName = !user.isEmpty() && account.username.compare(user, Qt::CaseInsensitive) == 0;
        if (byName || (!name.isEmpty() && (account.label == name || account.userId == name || account.id == name)))
            found += account;
    }
    return found;
}

} // namespace tokendesk
