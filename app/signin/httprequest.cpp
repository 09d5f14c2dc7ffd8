// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/httprequest.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr int badRequest = 400;
constexpr int contentTooLarge = 413;
constexpr int targetTooLong = 414;
constexpr int headersTooLarge = 431;
constexpr char tlsHandshake = 0x16;

// RFC 9110 5.6.2
bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || marks.contains(c);
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed);
}

bool isVisible(char c)
{
    return c > 0x20 && c < 0x7F;
}

bool isFieldText(char c)
{
    return c == '\t' || static_cast<unsigned char>(c) >= 0x20;
}

} // namespace

QByteArrayList HttpRequest::values(QByteArrayView name) const
{
    QByteArrayList found;
    for (const auto &[headerName, value] : headers) {
        if (headerName == name)
            found.append(value);
    }
    return found;
}

QByteArray HttpRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

RequestReader::State RequestReader::refuse(int status)
{
    m_buffer.clear();
    m_status = status;
    return m_state = State::Refused;
}

RequestReader::State RequestReader::feed(QByteArrayView bytes)
{
    while (m_state == State::Incomplete && !bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        // One byte beyond the limit is enough to see that it is exceeded.
        const qsizetype wanted = end < 0 ? std::min(bytes.size(), largestHeaders + 1) : end;
        m_buffer.append(bytes.first(std::min(wanted, largestHeaders + 1)));
        if (checkSize() != State::Incomplete || end < 0)
            break;
        if (m_buffer.endsWith('\r'))
            m_buffer.chop(1);
        takeLine(m_buffer);
        m_buffer.clear();
        bytes = bytes.sliced(end + 1);
    }
    return m_state;
}

RequestReader::State RequestReader::checkSize()
{
    if (!m_haveRequestLine && m_buffer.startsWith(tlsHandshake))
        return m_state = State::NotHttp;
    if (!m_haveRequestLine && m_buffer.size() > longestRequestLine)
        return refuse(targetTooLong);
    if (m_haveRequestLine && m_headerBytes + m_buffer.size() > largestHeaders)
        return refuse(headersTooLarge);
    return m_state;
}

RequestReader::State RequestReader::takeLine(QByteArrayView line)
{
    m_headerBytes += line.size() + 1;
    if (m_haveRequestLine)
        return line.isEmpty() ? finish() : takeHeader(line);
    if (!line.isEmpty())
        return takeRequestLine(line);
    // RFC 9112 2.2: an empty line before the request is to be ignored. An endless row of them is not.
    return m_headerBytes > largestHeaders ? refuse(badRequest) : m_state;
}

RequestReader::State RequestReader::takeRequestLine(QByteArrayView line)
{
    const QList<QByteArray> parts = line.toByteArray().split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty())
        return refuse(badRequest);
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return refuse(badRequest);
    if (!std::all_of(parts[1].begin(), parts[1].end(), isVisible))
        return refuse(badRequest);
    m_request.method = parts[0];
    m_request.target = parts[1];
    m_haveRequestLine = true;
    m_headerBytes = 0;
    return m_state;
}

RequestReader::State RequestReader::takeHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return refuse(badRequest); // also a folded line, which RFC 9112 5.2 lets a server refuse
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (!std::all_of(value.begin(), value.end(), isFieldText))
        return refuse(badRequest);
    m_request.headers.append({line.first(colon).toByteArray().toLower(), value.toByteArray()});
    return m_state;
}

RequestReader::State RequestReader::finish()
{
    const QByteArrayList lengths = m_request.values("content-length");
    const bool empty = std::all_of(lengths.begin(), lengths.end(), [](const QByteArray &text) { return text == "0"; });
    if (!empty || !m_request.values("transfer-encoding").isEmpty())
        return refuse(contentTooLarge);
    return m_state = State::Complete;
}

} // namespace tokendesk
