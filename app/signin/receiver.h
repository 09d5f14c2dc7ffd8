// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signin/httprequest.h"
#include "signin/redirect.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace tokendesk {

/// One connection: puts its request together, then waits for the answer. Gone with its socket.
class Visitor : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket over. What has not sent a whole request by the deadline is closed.
    /// Where `tls` is given, encryption is expected; somebody who speaks plain http is heard all the same, to be sent
    /// to https.
    Visitor(std::unique_ptr<QTcpSocket> socket, const std::optional<QSslConfiguration> &tls,
            std::chrono::milliseconds deadline, QObject *parent);
    ~Visitor() override;

    const HttpRequest &request() const { return m_reader.request(); }
    bool isGone() const { return m_stage == Stage::Gone; }
    bool isAnswered() const { return m_stage == Stage::Answered; }
    /// Whether anybody would miss it: not a whole request that waits for its answer.
    bool isExpendable() const { return m_stage == Stage::Reading || m_stage == Stage::Answered; }
    /// Did it come without encryption where that is expected?
    bool isPlain() const { return m_plain; }
    /// Sends the whole response, at once as far as the network takes it, and closes the connection.
    void answer(const QByteArray &response);
    /// Closes it without a word.
    void leave();

signals:
    /// request() is complete and asks for answer(), now or later.
    void asked();
    /// What arrived is no request; asks for answer() with this status.
    void babbled(int status);
    /// The connection is over, after an answer or without one.
    void left();

private:
    enum class Stage { Reading, Asking, Answered, Gone };

    void read();
    void chooseEncryption();
    void finish();

    std::unique_ptr<QTcpSocket> m_socket;
    std::optional<QSslConfiguration> m_tls; ///< until the first byte told what is spoken
    bool m_plain = false;
    RequestReader m_reader{};
    QTimer m_timer{};
    Stage m_stage = Stage::Reading;
};

/// Listens at one redirect address and hands over what arrives. Knows nothing of OAuth.
class Receiver : public QObject
{
    Q_OBJECT
public:
    explicit Receiver(std::chrono::milliseconds headerDeadline, QObject *parent = nullptr);
    ~Receiver() override;

    /// Listens on loopback only and on nothing that anybody else listens on: on 127.0.0.1 and ::1 for "localhost" (one
    /// of the two may be missing on this computer, but not be taken), else on the address given. With TLS where a
    /// configuration is given. False where it is taken.
    bool open(const RedirectAddress &address, const std::optional<QSslConfiguration> &tls);
    /// Stops listening. Who has an answer on the way keeps it; everybody else is closed.
    void close();
    bool isOpen() const { return !m_doors.empty(); }

    /// Connections at a time on one address; one more closes the oldest that has not asked for anything yet.
    static constexpr int mostVisitors = 16;

signals:
    /// Somebody sent a whole request.
    void asked(tokendesk::Visitor *visitor);
    /// Somebody sent what is no request and gets this status.
    void babbled(tokendesk::Visitor *visitor, int status);

private:
    class Door;

    void admit(Door &door, qintptr descriptor);

    const std::chrono::milliseconds m_headerDeadline;
    std::optional<QSslConfiguration> m_tls{};
    std::vector<std::unique_ptr<Door>> m_doors{};
};

} // namespace tokendesk
