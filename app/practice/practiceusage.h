// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceaccounts.h"
#include "practice/practicemessages.h"

#include <QDateTime>
#include <QList>

namespace tokendesk {

/// Counts calls and tells how much of the allowance is used, in whole percent of a rolling hour, in the two headers
/// X-App-Usage and X-Business-Use-Case-Usage. Practice never throttles by itself, only as a fault.
class PracticeUsage
{
public:
    /// Counts this call and adds both headers.
    void count(PracticeReply &reply, const PracticeAccount &account, const QDateTime &now);

    /// Adds the header that goes with a throttling error: the allowance is used up.
    static void addExhausted(PracticeReply &reply, const PracticeAccount &account, int errorCode);

private:
    QList<QDateTime> m_calls; ///< of the last hour
};

} // namespace tokendesk
