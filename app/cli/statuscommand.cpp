// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statuscommand.h"

#include "accounts/database.h"
#include "accounts/renewal.h"
#include "base/clock.h"
#include "base/settings.h"
#include "cli/commanddesk.h"
#include "cli/commandline.h"
#include "cli/statustable.h"
#include "provider/catalog.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StatusCommand)
};

} // namespace

int runStatus(const QStringList &arguments)
{
    const QCommandLineOption json(u"json"_s, Text::tr("Answer in JSON, for programs."));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Tells how the accounts are. Ends with 0 where all work, with 1 where one "
                 "needs somebody, with 2 where nothing can be told."));
    parser.addPositionalArgument(u"status"_s, QString(), u"status"_s);
    parser.addOption(json);
    if (const auto end = readArguments(parser, arguments))
        return *end;

    const Paths paths = Paths::standard();
    const auto database = Database::open(paths.data);
    const auto accounts = database ? (*database)->accounts() : std::unexpected(database.error());
    if (!accounts) {
        complainOfAccounts(accounts.error(), paths);
        return Trouble;
    }
    const QDateTime now = SystemClock().now();
    const Catalog catalog(paths.providers());
    QHash<QString, QDateTime> pending;
    for (const Revocation &one : (*database)->revocations().value_or(QList<Revocation>()))
        pending.insert(one.accountId, one.retryAt);
    const auto apps = (*database)->registrations().value_or(QList<Registration>());
    QList<StatusRow> rows;
    for (const Account &account : *accounts) {
        StatusRow row = rowOf(account, catalog, nullptr, now);
        const auto app = std::ranges::find(apps, account.registrationId, &Registration::id);
        const SecretState secret = secretStateOf(row.provider, app == apps.end() ? nullptr : &*app);
        row.status = statusOf(account, row.provider, now, {.revokeAt = pending.value(account.id), .secret = secret});
        rows << row;
    }
    if (parser.isSet(json))
        print(statusJson(rows));
    else
        print(rows.isEmpty() ? Text::tr("There is no account yet.") : statusTable(rows, now));
    return needSomebody(rows) ? NeedsYou : Done;
}

} // namespace tokendesk
