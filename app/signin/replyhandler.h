// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/replies.h"
#include "signin/answerpages.h"
#include "signin/certificate.h"
#include "signin/receiver.h"
#include "signin/redirect.h"

#include <QAbstractOAuthReplyHandler>
#include <QPointer>
#include <QTimer>
#include <chrono>
#include <functional>
#include <optional>

namespace tokendesk {

/// How long the other side may take. A test shortens them.
struct ReplyLimits
{
    std::chrono::milliseconds header = std::chrono::seconds(10); ///< a connection without a whole request
    std::chrono::milliseconds hold = std::chrono::seconds(5); ///< the browser's page until show()
    std::chrono::milliseconds page = std::chrono::seconds(5); ///< the browser until it fetches the page it was sent to
};

/// The local reply handler of one attempt. Listens at a redirect address, tells the provider's answer from everything
/// else, holds the browser's page until the outcome is known, and reads the token answer itself, so that Qt's parser
/// never sees a body. Foreign requests get a 4xx and change nothing. tokensReceived() is never emitted.
class ReplyHandler : public QAbstractOAuthReplyHandler
{
    Q_OBJECT
public:
    /// What somebody else's request looked like.
    enum class Stranger { Knock, ForeignPage, WrongState };
    Q_ENUM(Stranger)

    /// Neither handler is called after this object is gone, nor may it delete this object.
    struct Handlers
    {
        std::function<void(Redirect)> redirected; ///< our answer, at most once
        std::function<void(Result<Grant>)> granted; ///< the token endpoint's answer to the request of the flow
        Result<Grant> (*read)(const Answer &) = readGrant; ///< reads that answer
    };

    ReplyHandler(Secret state, Handlers handlers, ReplyLimits limits, QObject *parent = nullptr);
    ~ReplyHandler() override;

    /// Listens at the first of these addresses that is free. Errors: PortTaken, Misconfigured, Storage (certificate).
    Result<void> listen(const QStringList &addresses, CertificateStore &certificates);
    /// The address that is listened on, exactly as registered; it stays when the port is closed.
    QString callback() const override { return m_callback; }
    QString certificateFingerprint() const { return m_fingerprint; } ///< empty for http
    bool isListening() const { return m_receiver.isOpen(); }

    /// Gives the code to the flow, which sends it to the token endpoint.
    void handOver(const Secret &code);
    /// A pasted address, checked as if it had arrived by itself. The port closes with it, since no browser waits.
    std::expected<void, RedirectRefusal> useAddress(const QString &text);
    /// The truth for the browser: a held page goes on to it, and the port closes once it is fetched; without a held
    /// page the port closes now. Only the first call counts.
    void show(AnswerPage page);

public slots:
    void networkReplyFinished(QNetworkReply *reply) override;

signals:
    /// Somebody got a 4xx while our answer was being waited for.
    void refused(tokendesk::ReplyHandler::Stranger stranger);
    /// The port is closed for good, or will never be opened.
    void closed();

private:
    bool listenAt(const QString &address, const RedirectAddress &parts, const std::optional<QSslConfiguration> &tls);
    void consider(Visitor *visitor);
    void considerRedirect(Visitor *visitor);
    int foreignStatus(const HttpRequest &request) const;
    static Stranger strangerOf(const HttpRequest &request, int status);
    void refuse(Visitor *visitor, int status);
    void refuseAs(Stranger stranger, Visitor *visitor, int status);
    void hold(Visitor *visitor);
    void showPage(Visitor *visitor);
    void stopHolding();
    void close();
    QByteArray pagePath(AnswerPage page) const;

    const Secret m_state;
    const Handlers m_handlers;
    const ReplyLimits m_limits;
    QString m_callback{};
    QString m_fingerprint{};
    RedirectAddress m_address{};
    Receiver m_receiver;
    QPointer<Visitor> m_held{};
    QTimer m_patience{}; ///< of the held page, then of the browser on its way to the page it was sent to
    bool m_redirected = false;
    bool m_closed = false;
    std::optional<AnswerPage> m_page{}; ///< the truth, once it is known
};

} // namespace tokendesk
