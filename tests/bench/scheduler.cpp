// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_scheduler BAR
//
// What one look at the clock costs where nothing is due, and how much memory the core takes, with 10, 1,000 and 10,000
// accounts in the database. Fails where a look over the most takes more than BAR milliseconds.
#include "accounts/renewer.h"
#include "base/application.h"
#include "bench/manyaccounts.h"
#include "support/desk.h"
#include "support/memorykeychain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <algorithm>
#include <cstdio>

using namespace tokendesk;

namespace {

constexpr int looks = 21;

/// Milliseconds, the median.
double costOfLook(Renewer &renewer)
{
    QList<double> costs;
    for (int i = 0; i < looks; ++i) {
        QSignalSpy finished(&renewer, &Renewer::roundFinished);
        QElapsedTimer timer;
        timer.start();
        renewer.look();
        while (finished.isEmpty())
            QCoreApplication::processEvents();
        costs.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(costs);
    return costs.at(looks / 2);
}

} // namespace

int main(int argc, char **argv)
{
    prepareApplication();
    const QCoreApplication application(argc, argv);
    const double bar = argc > 1 ? QByteArray(argv[1]).toDouble() : 20;
    double worst = 0;
    for (const int count : {10, 1'000, 10'000}) {
        MemoryKeychain keychain;
        const SystemClock clock;
        Desk desk(keychain, clock);
        if (!fillWithAccounts(desk.folder(), count))
            return 2;
        desk.restart();
        Renewer renewer(desk.accounts(), clock);
        worst = costOfLook(renewer);
        std::printf("a look over %6d idle accounts: %7.3f ms; memory %5.1f MB\n", count, worst,
                    proportionalMegabytes());
    }
    std::printf("bar: %.0f ms: %s\n", bar, worst <= bar ? "passed" : "FAILED");
    return worst <= bar ? 0 : 1;
}
