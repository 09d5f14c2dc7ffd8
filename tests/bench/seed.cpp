// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_seed ACCOUNTS
//
// Makes the program's database, in the place where it will look for it, with so many accounts.
#include "accounts/database.h"
#include "base/application.h"
#include "base/settings.h"
#include "bench/manyaccounts.h"

#include <QCoreApplication>

using namespace tokendesk;

int main(int argc, char **argv)
{
    prepareApplication();
    const QCoreApplication application(argc, argv);
    const QString folder = Paths::standard().data;
    const int count = argc == 2 ? QByteArray(argv[1]).toInt() : 0;
    return count > 0 && Database::open(folder) && fillWithAccounts(folder, count) ? 0 : 2;
}
