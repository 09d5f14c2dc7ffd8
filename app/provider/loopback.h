// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

/// Is this host, as QUrl::host() gives it, this very computer? Only there is plain http allowed (RFC 8252 8.3).
inline bool isLoopback(const QString &host)
{
    using namespace Qt::StringLiterals;
    return host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "localhost"_L1;
}

} // namespace tokendesk
