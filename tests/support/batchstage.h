// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/batch.h"
#include "support/renewalstage.h"

namespace tokendesk {

/// Many accounts of Practice, and one batch at a time. A test inherits it, and calls begin() and end() around each of
/// its functions.
class BatchStage : protected RenewalStage
{
protected:
    void end();

    /// Practice knows three people; apps make more accounts of them.
    QStringList adoptMany(int count);
    Batch &start(Batch::Work work, const QStringList &ids);
    Batch &finish(Batch::Work work, const QStringList &ids);
    static void waitFor(Batch &batch);
    /// Its answer is not here yet.
    void waitForTheFirstRequest();

    std::unique_ptr<Batch> m_batch;
};

} // namespace tokendesk
