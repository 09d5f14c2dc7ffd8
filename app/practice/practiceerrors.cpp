// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceerrors.h"

#include "practice/practicepages.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr PracticeEndpoints graph = PracticeEndpoint::Extend | PracticeEndpoint::Renew | PracticeEndpoint::Me
    | PracticeEndpoint::Permissions | PracticeEndpoint::Pages | PracticeEndpoint::Businesses | PracticeEndpoint::Inspect
    | PracticeEndpoint::ServerToken | PracticeEndpoint::Content;
constexpr PracticeEndpoints app = PracticeEndpoint::Authorize | PracticeEndpoint::Token;

PracticeError invalidToken(int subcode, const QString &message)
{
    return {.message = message, .code = 190, .subcode = subcode};
}

PracticeError throttle(int code, const QString &message, std::optional<int> subcode = {})
{
    return {.message = "(#%1) %2"_L1.arg(QString::number(code), message),
            .code = code,
            .subcode = subcode,
            .transient = true,
            .throttle = true};
}

// Texts as Meta writes them; where only the code is documented, a text of the same kind.
QList<NamedPracticeError> appErrors()
{
    return {
        {u"invalid-platform-app"_s, app, invalidPlatformApp()},
        {u"invalid-redirect-uri"_s, app, invalidRedirectUri()},
        {u"invalid-scope"_s, app, {.message = u"Invalid scope field(s): instagram_business_content_publishing"_s}},
        {u"developer-role"_s,
         PracticeEndpoint::Authorize,
         {.message = u"Insufficient Developer Role: Insufficient developer role"_s}},
        {u"redirect-mismatch"_s,
         PracticeEndpoint::Token,
         {.message = u"Redirect URI does not match registered redirect URI"_s}},
        {u"wrong-secret"_s, PracticeEndpoint::Token | PracticeEndpoint::Extend, wrongSecret()},
        {u"code-used"_s, PracticeEndpoint::Token, codeUsed()},
    };
}

QList<NamedPracticeError> tokenErrors()
{
    const QDateTime longAgo(QDate(2026, 1, 5), QTime(8, 30), QTimeZone::utc());
    const QDateTime now = longAgo.addSecs(61);
    PracticeError expired463 = sessionExpired(longAgo, now);
    expired463.subcode = 463;
    return {
        {u"expired"_s, graph, sessionExpired(longAgo, now)},
        {u"expired-463"_s, graph, expired463},
        {u"app-removed"_s, graph, appRemoved()},
        {u"cannot-parse"_s, graph, cannotParseToken()},
        {u"no-token"_s, graph, noToken()},
        {u"malformed-token"_s, graph, invalidToken(456, u"Session key is malformed"_s)},
        {u"wrong-origin"_s, graph,
         invalidToken(457, u"Error validating access token: The session has a wrong origin."_s)},
        {u"checkpoint"_s, graph,
         invalidToken(459,
                      u"You cannot access the app till you log in to www.facebook.com and follow the "
                      "instructions given."_s)},
        {u"password-changed"_s, graph,
         invalidToken(460,
                      u"Error validating access token: The session has been invalidated because the user changed "
                      "their password or Facebook has changed the session for security reasons."_s)},
        {u"reinstalled"_s, graph, invalidToken(461, u"Error validating access token: The user reinstalled the app."_s)},
        {u"stale-version"_s, graph, invalidToken(462, u"Error validating access token: The session is stale."_s)},
        {u"unconfirmed"_s, graph,
         invalidToken(464,
                      u"Error validating access token: Sessions for the user are not allowed because the user is not "
                      "a confirmed user."_s)},
        {u"invalidated-465"_s, graph, invalidToken(465, u"Error validating access token: The session is invalid."_s)},
        {u"invalidated-466"_s, graph,
         invalidToken(466,
                      u"Error validating access token: The session was invalidated explicitly using an API call."_s)},
        {u"logged-out"_s, graph,
         invalidToken(467, u"Error validating access token: The session is invalid because the user logged out."_s)},
        {u"unused"_s, graph, invalidToken(468, u"Error validating access token: The session was unused too long."_s)},
        {u"no-page-role"_s, graph,
         invalidToken(492, u"Error validating access token: The user has no role on the page any more."_s)},
        {u"session-102"_s, graph, {.message = u"Session key invalid or no longer valid"_s, .code = 102}},
        {u"session-452"_s,
         graph,
         {.message = u"Session key invalid. This could be because the session key has an incorrect format, or because "
                     "the user has revoked this session"_s,
          .code = 452}},
    };
}

QList<NamedPracticeError> deviceErrors()
{
    return {
        {u"wrong-client-token"_s, PracticeEndpoint::DeviceLogin, wrongClientToken()},
        {u"device-slow-down"_s, PracticeEndpoint::DeviceStatus, deviceTooFast()},
        {u"device-declined"_s, PracticeEndpoint::DeviceStatus, deviceDeclined()},
        {u"device-expired"_s, PracticeEndpoint::DeviceStatus, deviceExpired()},
    };
}

QList<NamedPracticeError> throttles()
{
    return {
        {u"throttled"_s, graph,
         throttle(80002, u"There have been too many calls to this Instagram account. Wait a bit and try again."_s)},
        {u"throttled-app"_s, graph, throttle(4, u"Application request limit reached"_s)},
        {u"throttled-user"_s, graph, throttle(17, u"User request limit reached"_s)},
        {u"throttled-page"_s, graph, throttle(32, u"Page request limit reached"_s)},
        {u"throttled-custom"_s, graph, throttle(613, u"Calls to this api have exceeded the rate limit."_s, 1996)},
        {u"throttled-80000"_s, graph, throttle(80000, u"There have been too many calls from this ad-account."_s)},
        {u"throttled-80001"_s, graph, throttle(80001, u"There have been too many calls to this Page account."_s)},
        {u"throttled-80003"_s, graph, throttle(80003, u"There have been too many calls from this ad-account."_s)},
        {u"throttled-80004"_s, graph,
         throttle(80004, u"There have been too many calls to this ad-account."_s, 2446079)},
        {u"throttled-80005"_s, graph, throttle(80005, u"There have been too many leadgen api calls."_s)},
        {u"throttled-80006"_s, graph, throttle(80006, u"There have been too many messenger api calls."_s)},
        {u"throttled-80008"_s, graph, throttle(80008, u"There have been too many WhatsApp Business api calls."_s)},
        {u"throttled-80009"_s, graph, throttle(80009, u"There have been too many catalog api calls."_s)},
        {u"throttled-80014"_s, graph, throttle(80014, u"There have been too many catalog batch api calls."_s)},
        {u"throttled-341"_s, graph, throttle(341, u"Application limit reached"_s)},
    };
}

QList<NamedPracticeError> otherErrors()
{
    return {
        {u"unknown-failure"_s, graph, {.message = u"An unknown error has occurred."_s, .code = 1, .status = 500}},
        {u"unavailable"_s,
         graph | PracticeEndpoint::Token,
         {.message = u"Service temporarily unavailable"_s, .code = 2, .status = 503, .transient = true}},
        {u"no-capability"_s,
         graph,
         {.message = u"(#3) Application does not have the capability to make this API call."_s, .code = 3}},
        {u"publishing-quota"_s,
         graph,
         {.message = u"(#9) Application request limit reached"_s, .code = 9, .subcode = 2207042}},
        {u"permission-missing"_s,
         graph,
         {.message = u"(#10) Application does not have permission for this action"_s, .code = 10}},
        {u"permission-declined"_s, graph, {.message = u"(#200) Permissions error"_s, .code = 200, .status = 403}},
        {u"wrong-id"_s,
         graph,
         {.message = u"Unsupported get request. Object with ID '1' does not exist, cannot be loaded due to missing "
                     "permissions, or does not support this operation."_s,
          .subcode = 33,
          .type = u"GraphMethodException"_s}},
        {u"wrong-parameter"_s, graph, {.message = u"(#100) Invalid parameter"_s}},
        {u"tester"_s, graph, {.message = u"Unsupported request - method type: get"_s, .type = u"IGApiException"_s}},
        {u"too-young"_s,
         PracticeEndpoint::Renew,
         {.message = u"Token is not eligible for refresh"_s, .type = u"IGApiException"_s}},
        {u"policy-block"_s,
         graph,
         {.message = u"The action attempted has been deemed abusive or is otherwise disallowed"_s, .code = 368}},
        {u"broker-refuses"_s,
         PracticeEndpoint::Broker,
         {.message = u"This app is not kept here"_s, .type = u"unauthorized_client"_s, .status = 401}},
        {u"duplicate-post"_s, graph, {.message = u"Duplicate status message"_s, .code = 506}},
        {u"bad-link"_s, graph, {.message = u"Error posting link"_s, .code = 1609005}},
    };
}

QString traceId()
{
    QByteArray bytes(8, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return u'A' + QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

// As Meta prints an instant: "Monday, 23-Nov-26 05:00:00 PST".
QString pacificTime(const QDateTime &time)
{
    constexpr int standardOffset = -8 * 3600;
    const QDateTime local = time.toOffsetFromUtc(standardOffset);
    return QLocale::c().toString(local, u"dddd, dd-MMM-yy HH:mm:ss"_s) + " PST"_L1;
}

} // namespace

PracticeError invalidPlatformApp()
{
    return {.message = u"Invalid platform app"_s};
}

PracticeError invalidRedirectUri()
{
    return {.message = u"Invalid redirect_uri"_s};
}

PracticeError wrongSecret()
{
    return {.message = u"Error validating client secret"_s};
}

PracticeError codeUsed()
{
    return {.message = u"Matching code was not found or was already used"_s};
}

PracticeError noToken()
{
    return {.message = u"An active access token must be used to query information about the current user."_s,
            .code = 2500};
}

PracticeError cannotParseToken()
{
    return {.message = u"Invalid OAuth access token - Cannot parse access token"_s, .code = 190};
}

PracticeError appRemoved()
{
    return invalidToken(458, u"Error validating access token: The user has not authorized application."_s);
}

PracticeError sessionExpired(const QDateTime &expiredAt, const QDateTime &now)
{
    return invalidToken(0,
                        "Error validating access token: Session has expired on %1. The current time is %2."_L1.arg(
                            pacificTime(expiredAt), pacificTime(now)));
}

PracticeError wrongClientToken()
{
    return {.message = u"Invalid OAuth access token signature."_s, .code = 190};
}

PracticeError devicePending()
{
    return {.message = u"This request requires the user to take a pending action"_s, .code = 31, .subcode = 1349174};
}

PracticeError deviceTooFast()
{
    return {.message = u"User request limit reached"_s, .code = 17, .subcode = 1349172};
}

PracticeError deviceDeclined()
{
    return {.message = u"The user declined the request"_s, .subcode = 1349173};
}

PracticeError deviceExpired()
{
    return {.message = u"The session has expired"_s, .code = 463, .subcode = 1349152};
}

const QList<NamedPracticeError> &namedPracticeErrors()
{
    static const QList<NamedPracticeError> all
        = appErrors() + tokenErrors() + deviceErrors() + throttles() + otherErrors();
    return all;
}

PracticeReply pageErrorReply(const PracticeError &error)
{
    const bool aboutParameters = error.message.startsWith("Invalid "_L1);
    const auto start = aboutParameters ? "Invalid Request: Request parameters are invalid: "_L1 : ""_L1;
    return PracticePages::refusal(error.status, start + error.message);
}

PracticeReply tokenErrorReply(const PracticeError &error)
{
    return jsonReply(error.status,
                     {{u"error_type"_s, error.type}, {u"code"_s, error.status}, {u"error_message"_s, error.message}});
}

PracticeReply graphErrorReply(const PracticeError &error)
{
    const QString trace = traceId();
    QJsonObject details{
        {u"message"_s, error.message}, {u"type"_s, error.type}, {u"code"_s, error.code}, {u"fbtrace_id"_s, trace}};
    if (error.subcode)
        details.insert(u"error_subcode"_s, *error.subcode);
    if (error.transient)
        details.insert(u"is_transient"_s, true);
    PracticeReply reply = jsonReply(error.status, {{u"error"_s, details}});
    reply.headers << std::pair<QByteArray, QByteArray>("x-fb-trace-id", trace.toLatin1());
    reply.headers << std::pair<QByteArray, QByteArray>(
        "WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_request\" \"" + error.message.toUtf8() + '"');
    return reply;
}

} // namespace tokendesk
