// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/transport.h"

#include <QTimer>

namespace tokendesk {

/// Watches one reply, whoever started it: ends it when it is late or larger than agreed. Child of the reply.
class ReplyGuard : public QObject
{
    Q_OBJECT
public:
    enum class Verdict { Fine, TooLate, TooLarge };

    ReplyGuard(QNetworkReply &reply, std::chrono::milliseconds timeLimit);
    /// The guard of that reply; null where the reply is not one of Transport.
    static ReplyGuard *of(const QNetworkReply &reply);

    void setSizeLimit(qsizetype bytes);
    Verdict verdict() const { return m_verdict; }

private:
    void checkSize();
    void end(Verdict verdict);

    QNetworkReply &m_reply;
    QTimer m_deadline;
    qsizetype m_sizeLimit = 0;
    Verdict m_verdict = Verdict::Fine;
};

} // namespace tokendesk
