// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace tokendesk {

OneShotBody *OneShotBody::replace(QIODevice &body, QNetworkRequest &request)
{
    QByteArray bytes = body.readAll();
    request.setHeader(QNetworkRequest::ContentLengthHeader, bytes.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    return new OneShotBody(Secret::takeFrom(bytes));
}

OneShotBody::OneShotBody(Secret bytes)
    : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::readData(char *data, qint64 most)
{
    const qint64 size = std::min<qint64>(most, m_bytes.size() - m_at);
    if (size == 0)
        return most > 0 ? -1 : 0;
    std::memcpy(data, m_bytes.view().data() + m_at, std::size_t(size));
    m_at += size;
    return size;
}

} // namespace tokendesk
