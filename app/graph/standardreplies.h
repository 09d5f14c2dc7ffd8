// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/replies.h"
#include "provider/provider.h"

namespace tokendesk {

/// What a server says of a token (RFC 7662 2.2).
struct Introspection
{
    bool active = false;
    QString subject{}; ///< the user's id there; empty where it does not tell
    QString username{};
    QString clientId{}; ///< the app that asked for it; empty where it does not tell
    QStringList scopes{};
    bool scopesKnown = false;
    QDateTime expiresAt{}; ///< UTC; invalid where it does not tell
};

/// The answers of plain OAuth 2.0 servers; pure, and as strict as those of replies.h.

/// Reads a token answer of any status (RFC 6749 5.1). What is no member of the RFC is passed over.
Result<Grant> readStandardGrant(const Answer &answer);
/// Reads a profile, or OpenID Connect's UserInfo (Core 5.3.2): the id may be any text.
Result<Profile> readUserInfo(const Answer &answer, const ProfileMembers &members);
Result<Introspection> readIntrospection(const Answer &answer);
/// RFC 7009 2.2: 200 says that the token is of no use any more, whether it was of any or not.
Result<void> readRevocation(const Answer &answer);

} // namespace tokendesk
