// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceerrors.h"
#include "practice/practicemessages.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QPair>

namespace tokendesk {

/// Whose call it is.
struct PracticeCaller
{
    quint64 appId = 0;
    quint64 userId = 0;
    QString subject; ///< the account's id as the header X-Business-Use-Case-Usage names it
};

/// Counts the calls of each app and tells how much of the allowance is used, in whole percent of a rolling hour, in the
/// two headers X-App-Usage and X-Business-Use-Case-Usage. An app may make 200 calls for each of its users in that hour
/// (Meta, platform rate limits); beyond that it is throttled.
class PracticeUsage
{
public:
    /// So many calls an hour for each user of an app instead of 200.
    void setCallsPerUser(int calls) { m_callsPerUser = calls; }
    /// Is the app's allowance used up?
    bool isExhausted(quint64 appId, const QDateTime &now);
    /// How often it was.
    int refused() const { return m_refused; }
    /// Counts this call and adds both headers.
    void count(PracticeReply &reply, const PracticeCaller &caller, const QDateTime &now);

    /// The refusal that comes then.
    static PracticeError exhausted();
    /// Adds the header that goes with a throttling error: the allowance is used up.
    static void addExhausted(PracticeReply &reply, const QString &subject, int errorCode);

private:
    using Calls = QList<QPair<QDateTime, quint64>>; ///< when, and by which user; the oldest first

    const Calls &lastHour(quint64 appId, const QDateTime &now);
    qsizetype allowance(const Calls &calls) const;

    QHash<quint64, Calls> m_calls; ///< by app
    int m_callsPerUser = 200;
    int m_refused = 0;
};

} // namespace tokendesk
