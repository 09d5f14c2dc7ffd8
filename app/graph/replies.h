// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "graph/transport.h"

#include <QStringList>
#include <chrono>
#include <optional>

namespace tokendesk {

/// What a token endpoint answered (RFC 6749 5.1; Instagram's own shapes).
struct Grant
{
    Secret token;
    std::optional<std::chrono::seconds> lifetime; ///< empty where the answer does not tell
    QString userId; ///< the app-scoped user id, exact to the last digit; empty where the answer has none
    QStringList permissions; ///< granted scopes; empty where the answer has none
    bool permissionsKnown = false; ///< false: the answer said nothing about permissions
    Secret refreshToken{}; ///< of standard OAuth servers
    QDateTime answeredAt{}; ///< by the server's clock, UTC; invalid where it does not tell
    QString clientId{}; ///< the app that it is for; only brokers tell
};

/// Whose token it is (Instagram's /me).
struct Profile
{
    QString id; ///< app-scoped id
    QString professionalId; ///< Instagram professional account id (17841…)
    QString username; ///< without "@"
    QString name;
    QString accountType; ///< lower-case: "business", "media_creator", "personal" or as given
    QUrl picture;
    QDateTime answeredAt{}; ///< by the server's clock, UTC; invalid where it does not tell
};

/// How much an account has published of what it may (content_publishing_limit).
struct PublishingQuota
{
    int used = 0;
    int total = 0; ///< 0 where it does not tell; Meta's documents say 25, 50 and 100
    std::chrono::seconds duration = std::chrono::hours(24); ///< of the rolling time that it is counted in
};

// Pure functions: bytes in, value or classified error out. What Meta's codes and texts mean is in graph/errorcatalogue.
// Hostile input: a size limit is the transport's, depth at most 32, tokens printable ASCII of 1 to 4096 bytes.

/// Reads a token answer of any status: flat or data[0], permissions as list or text, user_id as number or text.
Result<Grant> readGrant(const Answer &answer);
/// Reads a profile answer of any status: flat or data[0].
Result<Profile> readProfile(const Answer &answer);
/// Reads /me/permissions: the granted scopes.
Result<QStringList> readPermissions(const Answer &answer);
/// Reads /{id}/content_publishing_limit with quota_usage and config.
Result<PublishingQuota> readPublishingQuota(const Answer &answer);
/// Classifies an answer that is no success, in any of the three shapes: Graph's {"error":{…}}, the token endpoint's
/// {"error_type",…} and RFC 6749's {"error","error_description"}; HTML and garbage too.
Error readError(const Answer &answer);
/// Did somebody else answer where an API only ever answers itself: a redirect, RFC 6585's 511, or a web page as a
/// success? That is what a network's own sign-in page does, or a proxy's notice.
bool isForeign(const Answer &answer);
/// Classifies an error that came by redirect (RFC 6749 4.1.2.1), such as access_denied.
Error readRedirectError(const QString &error, const QString &reason, const QString &description);

} // namespace tokendesk
