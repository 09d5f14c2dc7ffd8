// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/transport.h"
#include "support/scriptedserver.h"

namespace tokendesk {

/// A transport beside a server that answers as told.
class TransportFixture
{
public:
    TransportFixture();

    QUrl url() const { return QUrl(server.url(QStringLiteral("/path?access_token=x"))); }
    Result<Answer> get(qsizetype sizeLimit = largestAnswer) { return get(url(), sizeLimit); }
    Result<Answer> get(const QUrl &address, qsizetype sizeLimit);
    /// As Qt's OAuth flow does it.
    Result<Answer> post(const QByteArray &form, qsizetype sizeLimit = largestTokenAnswer);

    ScriptedServer server;
    Transport transport; ///< with 5 s instead of 30
};

// What came, in a form to compare; never undefined.
int statusOf(const Result<Answer> &answer); ///< 0 for an error
QByteArray bodyOf(const Result<Answer> &answer);
QString kindOf(const Result<Answer> &answer); ///< of the error; "an answer" for none

} // namespace tokendesk
