// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_scheduler BAR
//
// What one look at the clock costs where nothing is due, and how much memory the core takes, with 10, 1,000 and 10,000
// accounts in the database. Fails where a look over the most takes more than BAR milliseconds.
#include "accounts/renewer.h"
#include "base/application.h"
#include "support/databaseplace.h"
#include "support/desk.h"
#include "support/memorykeychain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

constexpr int looks = 21;

double megabytes()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(u"Pss:\\s+([0-9]+) kB"_s);
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024;
}

bool fill(const QString &folder, int count)
{
    OutsideConnection outside(folder + "/tokendesk.sqlite"_L1);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString error
        = outside.run(u"WITH RECURSIVE s (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM s WHERE value < %1) "
                      "INSERT INTO accounts SELECT 'id' || value, 'practice', NULL, 'user' || value, '1784', "
                      "'someone.with.a.name' || value, 'Some One', '', 'BUSINESS', 'long-lived', %2, %3, "
                      "'[\"instagram_business_basic\"]', '[\"instagram_business_basic\"]', 1, 'keychain', "
                      "'tokendesk/token/' || value, 0, '' "
                      "FROM s"_s.arg(count)
                          .arg(now)
                          .arg(now + 60LL * 86'400'000));
    if (!error.isEmpty())
        std::fprintf(stderr, "bench_scheduler: %s\n", qPrintable(error));
    return error.isEmpty();
}

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
        if (!fill(desk.folder(), count))
            return 2;
        desk.restart();
        Renewer renewer(desk.accounts(), clock);
        worst = costOfLook(renewer);
        std::printf("a look over %6d idle accounts: %7.3f ms; memory %5.1f MB\n", count, worst, megabytes());
    }
    std::printf("bar: %.0f ms\n", bar);
    return worst <= bar ? 0 : 1;
}
