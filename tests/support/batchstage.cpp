// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/batchstage.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace tokendesk {

void BatchStage::end()
{
    m_batch.reset();
    RenewalStage::end();
}

QStringList BatchStage::adoptMany(int count)
{
    QStringList ids;
    for (int user = 1; user <= count; ++user) {
        NewAccount made = fresh(TokenKind::LongLived, 27640875392278831);
        made.account.userId = QString::number(user);
        ids.append(adopt(std::move(made)).id);
    }
    return ids;
}

Batch &BatchStage::start(Batch::Work work, const QStringList &ids)
{
    m_batch = std::make_unique<Batch>(accounts(), m_desk->catalog, *m_clock);
    m_batch->start(work, ids);
    return *m_batch;
}

Batch &BatchStage::finish(Batch::Work work, const QStringList &ids)
{
    Batch &batch = start(work, ids);
    waitFor(batch);
    return batch;
}

void BatchStage::waitFor(Batch &batch)
{
    QSignalSpy finished(&batch, &Batch::finished);
    QVERIFY(!batch.isRunning() || finished.wait(20'000));
}

void BatchStage::waitForTheFirstRequest()
{
    const QDeadlineTimer patience(5s);
    while (renewals() == 0 && !patience.hasExpired())
        QCoreApplication::processEvents();
    QCOMPARE(m_batch->entries().size(), 0);
}

} // namespace tokendesk
