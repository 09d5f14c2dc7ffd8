// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicemessages.h"

#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QString>
#include <optional>

namespace tokendesk {

/// Where Practice can be talked to. Flags, because an error can be known at several.
enum class PracticeEndpoint {
    None = 0,
    Authorize = 1, ///< GET and POST /oauth/authorize: the page and its answer; Facebook: dialog/oauth
    Token = 2, ///< POST /oauth/access_token
    Extend = 4, ///< GET /access_token; Facebook: /oauth/access_token with fb_exchange_token
    Renew = 8, ///< GET /refresh_access_token
    Me = 16, ///< GET /me, with or without a version before it
    Permissions = 32, ///< GET and DELETE /me/permissions
    Pages = 64, ///< Facebook: GET /me/accounts and /{page-id}
    Businesses = 128, ///< Facebook: GET /me/businesses and the Pages of one
    Inspect = 256, ///< Facebook: GET /debug_token
    ServerToken = 512, ///< Facebook: POST /{system-user-id}/access_tokens, GET /oauth/revoke
    DeviceLogin = 1024, ///< Facebook: POST /device/login
    DeviceStatus = 2048, ///< Facebook: POST /device/login_status
    DevicePage = 4096, ///< Facebook: /device, where a person types the code
    Broker = 8192, ///< POST /broker and /facebook/broker: an organisation's, which has the app secret
    Batch = 16384, ///< Facebook: POST /, up to fifty requests in one
    Quota = 32768, ///< GET /{account-id}/content_publishing_limit
    Content = 65536, ///< GET of an account's media, insights and content_publishing_limit
};
Q_DECLARE_FLAGS(PracticeEndpoints, PracticeEndpoint)
Q_DECLARE_OPERATORS_FOR_FLAGS(PracticeEndpoints)

/// One refusal as Meta words it.
struct PracticeError
{
    QString message; ///< exactly Meta's text
    int code = 100;
    std::optional<int> subcode{};
    QString type = QStringLiteral("OAuthException");
    int status = 400;
    bool transient = false; ///< Meta's is_transient
    bool throttle = false; ///< too many calls: a usage header tells the same
};

/// An error that can be asked for by name.
struct NamedPracticeError
{
    QString name; ///< as on the command line
    PracticeEndpoints endpoints; ///< where it shows unless one is named
    PracticeError error;
};
const QList<NamedPracticeError> &namedPracticeErrors();

// Errors that the rules themselves give.
PracticeError invalidPlatformApp();
PracticeError invalidRedirectUri();
PracticeError wrongSecret();
PracticeError codeUsed();
PracticeError noToken();
PracticeError cannotParseToken();
PracticeError appRemoved();
PracticeError sessionExpired(const QDateTime &expiredAt, const QDateTime &now);
PracticeError wrongClientToken();
PracticeError devicePending();
PracticeError deviceTooFast();
PracticeError deviceDeclined();
PracticeError deviceExpired();

/// The consent page's shape: a page for the person, nothing for the app.
PracticeReply pageErrorReply(const PracticeError &error);
/// The token endpoint's shape: {"error_type","code","error_message"}, where code is the HTTP status.
PracticeReply tokenErrorReply(const PracticeError &error);
/// The shape of all other endpoints: {"error":{"message","type","code","error_subcode","fbtrace_id"}}.
PracticeReply graphErrorReply(const PracticeError &error);

} // namespace tokendesk
