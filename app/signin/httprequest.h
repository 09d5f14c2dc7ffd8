// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace tokendesk {

/// The head of one HTTP/1 request (RFC 9112). A body is refused.
struct HttpRequest
{
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< names lower-case

    QByteArrayList values(QByteArrayView name) const; ///< of each header of that lower-case name
    QByteArray path() const; ///< the target up to its query, as it stands there
};

/// Puts a request together from however many pieces, within limits. Pure.
class RequestReader
{
public:
    enum class State {
        Incomplete, ///< more bytes are needed
        Complete, ///< request() is there; later bytes are ignored
        Refused, ///< status() says why; nothing more is read
        NotHttp, ///< TLS on a plain port: no answer would be understood
    };

    State feed(QByteArrayView bytes);
    State state() const { return m_state; }
    const HttpRequest &request() const { return m_request; }
    int status() const { return m_status; } ///< 400, 413, 414, 431

    static constexpr qsizetype longestRequestLine = 8 * 1024;
    static constexpr qsizetype largestHeaders = 32 * 1024;

private:
    State refuse(int status);
    State takeLine(QByteArrayView line);
    State takeRequestLine(QByteArrayView line);
    State takeHeader(QByteArrayView line);
    State finish();
    State checkSize();

    QByteArray m_buffer; ///< bytes of the line that is not complete yet
    qsizetype m_headerBytes = 0;
    bool m_haveRequestLine = false;
    HttpRequest m_request{};
    State m_state = State::Incomplete;
    int m_status = 0;
};

} // namespace tokendesk
