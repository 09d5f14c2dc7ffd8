// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/discovery.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

bool isRedirect(const Error &error)
{
    return error.httpStatus >= 300 && error.httpStatus < 400;
}

/// Does it only say that there is nothing at that address? Many a server has its sign-in page at every one it does not
/// know, or sends there.
bool isNothing(const Error &error)
{
    const int status = error.httpStatus;
    const bool missing = status >= 400 && status < 500 && status != 408 && status != 429;
    const bool page = error.hint == ErrorHint::Portal && status >= 200 && status < 300;
    return missing || page || isRedirect(error);
}

} // namespace

Discovery::Discovery(GraphClient &graph, const QString &issuer, QObject *parent)
    : QObject(parent)
    , m_graph(graph)
    , m_issuer(issuer)
    , m_open(metadataAddresses(issuer))
{
}

void Discovery::start()
{
    ask();
}

void Discovery::ask()
{
    m_graph.metadata(m_open.takeFirst(), m_issuer, this, [this](const Result<ServerMetadata> &said) { take(said); });
}

void Discovery::take(const Result<ServerMetadata> &said)
{
    if (said) {
        emit found(*said);
        return;
    }
    if (!isNothing(said.error())) {
        emit failed(said.error());
        return;
    }
    m_onlyRedirects = m_onlyRedirects && isRedirect(said.error());
    if (!m_open.isEmpty())
        return ask();
    emit failed(nothingThere(said.error()));
}

/// Who is sent away from everywhere has met a network's own sign-in page rather than a server.
Error Discovery::nothingThere(const Error &last) const
{
    if (m_onlyRedirects)
        return last;
    return {.kind = ErrorKind::InvalidInput,
            .what = u"no server describes itself there: "_s + last.what,
            .httpStatus = last.httpStatus};
}

} // namespace tokendesk
