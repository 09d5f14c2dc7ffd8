// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <chrono>
#include <optional>

namespace tokendesk {

/// What a server answered, whatever the status. The last copy wipes the body when it goes: it may hold a token.
struct Answer
{
    ~Answer();

    int status = 0;
    QByteArray body; ///< complete, at most the limit given
    QList<QNetworkReply::RawHeaderPair> headers;

    QByteArray header(QByteArrayView name) const; ///< case-insensitive; empty where missing
    QDateTime date(QByteArrayView name) const; ///< of that header (RFC 9110 5.6.7), UTC; invalid where it is none
};

/// What goes out beside the address. Wiped when it goes; nothing of it is ever logged.
struct Sending
{
    Secret form{}; ///< application/x-www-form-urlencoded; where there is none, the request is a GET
    Secret authorization{}; ///< the header's value; empty for none
};

class Proxies;
class RequestLog;

/// The one policy for every request of the program: no redirect is followed (a credential must not travel), TLS 1.2 or
/// later with verification, HTTP/2 off (CVE-2024-39936 in Qt 6.4), no cookies, no cache, a time-out, our User-Agent.
/// Proxy and trusted authorities are those of useProxy() and trustAlso(); no proxy on the way to this computer itself.
/// Given to Qt's OAuth flow as well, whose requests cannot be shaped in any other way on Qt 6.4.
class Transport : public QNetworkAccessManager
{
    Q_OBJECT
public:
    explicit Transport(QObject *parent = nullptr);

    /// Longest wait for any single request. 30 s unless set.
    void setTimeLimit(std::chrono::milliseconds limit);

    /// Where a request is noted that is not made for a context with a log of its own, as those of Qt's flow. Null for
    /// nowhere. It may go before the transport does.
    void noteIn(RequestLog *log);

    /// Sends without a body (GET) and reads the whole answer. Any HTTP status is an Answer; Errors are Offline,
    /// TimedOut, Insecure, each with a hint where a proxy, an unknown authority or a network's own sign-in page can be
    /// named, and Malformed for a body over `sizeLimit` bytes. Deleting `context` aborts the request.
    void get(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done);

    /// Asks for a deletion (DELETE), otherwise like get().
    void remove(const QUrl &url, qsizetype sizeLimit, QObject *context, Callback<Answer> done);
    /// Sends a form (POST, application/x-www-form-urlencoded) and, where one is given, an Authorization header;
    /// otherwise like get(). A form is never sent twice.
    void send(const QUrl &url, const Sending &sending, qsizetype sizeLimit, QObject *context, Callback<Answer> done);

    /// Reads what a finished reply holds, classifying transport errors; used for replies that Qt's flow started.
    static Result<Answer> read(QNetworkReply &reply, qsizetype sizeLimit);

    /// Why a finished reply brought no whole answer; nothing where it brought one.
    static std::optional<Error> trouble(const QNetworkReply &reply);

    /// The proxy by way of which a request for that host was sent last, "proxy.example:8080"; empty for none.
    QString proxyFor(const QString &host) const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &given, QIODevice *body) override;

private:
    static void await(QNetworkReply *reply, qsizetype sizeLimit, QObject *context, Callback<Answer> done);

    static Result<Answer> readReply(QNetworkReply &reply, qsizetype sizeLimit);
    static Error explained(Error error, const QNetworkReply &reply);

    void secure(QNetworkRequest &request);

    std::optional<QSslConfiguration> m_tls; ///< of the connections that stand; to make one loads all of OpenSSL
    QPointer<RequestLog> m_log;
    Proxies *m_proxies; ///< owned by the manager
    std::chrono::milliseconds m_timeLimit{30'000};
};

/// Largest token answer and largest other answer that is read, bytes.
constexpr qsizetype largestTokenAnswer = 64 * 1024;
constexpr qsizetype largestAnswer = 1024 * 1024;

} // namespace tokendesk
