// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/httpcompat.h"
#include "practice/practicefaults.h"
#include "practice/practicemessages.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tokendesk {

/// One connection on which a fault is played. Goes by itself once the client has left. It must go before the HTTP
/// server does: the responder it keeps, so that Qt waits, refers to that. Bytes are written to the socket alone, since
/// Qt 6.4 crashes when a kept responder is written to after the client has left.
class FaultyConnection : public QObject
{
    Q_OBJECT
public:
    /// `answer` is the true answer, which some faults need.
    FaultyConnection(WireFault fault, const PracticeReply &answer, QHttpServerResponder responder, QTcpSocket *socket,
                     QObject *parent);

private:
    void play();
    void dripOn();
    void pourOn();
    void reset();
    void sendAndClose(const QByteArray &bytes);

    WireFault m_fault;
    QByteArray m_bytes; ///< of the true answer, not sent yet
    qint64 m_left = 0; ///< of a huge answer, not sent yet
    QTimer m_timer;
    QHttpServerResponder m_responder;
    QPointer<QTcpSocket> m_socket;
};

} // namespace tokendesk
