// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QQueue>
#include <QTcpServer>
#include <QTcpSocket>

namespace tokendesk {

/// An HTTP server on 127.0.0.1 that answers exactly as a test tells it, down to the bytes, and remembers what it got.
/// Each request takes the next reply of the script; the last one serves all that follow.
class ScriptedServer : public QTcpServer
{
    Q_OBJECT
public:
    /// What happens after the bytes.
    enum class End {
        Close, ///< orderly
        Reset, ///< TCP RST
        Hang, ///< nothing, until the other side leaves
    };

    struct Reply
    {
        QByteArray bytes{};
        End end = End::Close;
        int repeat = 1; ///< how often the bytes are sent; for very long answers
    };

    explicit ScriptedServer(QObject *parent = nullptr);

    void script(Reply reply) { m_script.enqueue(std::move(reply)); }
    /// Scripts a complete answer.
    void answer(int status, const QByteArray &body, const QByteArray &headers = "Content-Type: application/json\r\n");

    QString url(const QString &path) const; ///< "http://127.0.0.1:…" and the path
    QByteArrayList requests() const { return m_requests; } ///< complete ones, head and body, oldest first
    QByteArray body(qsizetype index) const; ///< of that request
    qint64 bytesSent() const { return m_bytesSent; }

    bool isAlone() const { return findChildren<QTcpSocket *>().isEmpty(); } ///< nobody is connected
    void hangUp(); ///< on everybody
    /// Waits until everything that was sent to it so far has arrived: connections are taken in the order in which they
    /// were made, so that one more comes after them. False where that one is not taken.
    bool catchUp();

private:
    void accept();
    void read(QTcpSocket *socket);
    void reply(QTcpSocket *socket);
    void sendMore(QTcpSocket *socket);

    QQueue<Reply> m_script{};
    QByteArrayList m_requests{};
    qint64 m_bytesSent = 0;
    quint16 m_newest = 0; ///< the port of who came last
};

} // namespace tokendesk
