// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/requestlog.h"
#include "graph/transport.h"

#include <QPointer>
#include <QSslError>
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
    /// The authority that vouches for the server and that nobody here knows; empty where that is not what is wrong.
    QString stranger() const { return m_stranger; }

    /// Where the request is noted once it has ended, and under which method.
    void noteIn(RequestLog *log) { m_log = log; }
    void setMethod(const QString &method) { m_method = method; }
    /// Notes it, once: what came of it.
    void note(const Result<Answer> &answer);

private:
    void checkSize();
    void end(Verdict verdict);
    void noteStranger(const QList<QSslError> &errors);

    QNetworkReply &m_reply;
    QTimer m_deadline;
    qsizetype m_sizeLimit = 0;
    Verdict m_verdict = Verdict::Fine;
    QString m_stranger;
    QPointer<RequestLog> m_log;
    QString m_method;
    QElapsedTimer m_time;
};

} // namespace tokendesk
