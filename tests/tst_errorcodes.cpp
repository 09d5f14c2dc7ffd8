// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/errorcatalogue.h"
#include "graph/replies.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// Each code, subcode and text that Meta is known to answer with (rate limiting, error handling, what ended, and the
/// mistakes people make most), one by one: what it is taken for, and whether that ends a token.
class TestErrorCodes : public QObject
{
    Q_OBJECT
private slots:
    void everyCodeIsKnown_data();
    void everyCodeIsKnown();
    void everyTextIsKnown_data();
    void everyTextIsKnown();
    void aThrottleIsNeverJudgedByItsType_data();
    void aThrottleIsNeverJudgedByItsType();
    void whatPassesByItselfIsSaidByTheProvider();
};

namespace {

Error graphError(int code, int subcode, const QString &message, int status = 400)
{
    QJsonObject error{{u"message"_s, message}, {u"type"_s, u"OAuthException"_s}, {u"code"_s, code}};
    if (subcode != 0)
        error.insert(u"error_subcode"_s, subcode);
    const QByteArray body = QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson();
    return readError({.status = status, .body = body, .headers = {}});
}

const QString session = u"Error validating access token: "_s;

} // namespace

void TestErrorCodes::everyCodeIsKnown_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("subcode");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("ends"); // the token
    const auto row = [](int code, int subcode, const QString &id, bool ends = false) {
        QTest::addRow("%d/%d %s", code, subcode, qPrintable(id)) << code << subcode << id << ends;
    };
    row(4, 0, u"throttled-app"_s);
    row(17, 0, u"throttled-account"_s);
    row(17, 2446079, u"throttled-account"_s);
    row(32, 0, u"throttled-page"_s);
    row(613, 0, u"throttled-custom"_s);
    row(613, 1996, u"throttled-unusual"_s);
    row(80001, 0, u"throttled-page"_s);
    row(80002, 0, u"throttled-account"_s);
    for (const int business : {80000, 80003, 80004, 80005, 80006, 80008, 80009, 80014})
        row(business, 0, u"throttled-business"_s);
    row(80004, 2446079, u"throttled-business"_s);
    row(341, 0, u"app-limit"_s);
    row(368, 0, u"policy-block"_s);
    row(1, 0, u"unknown-failure"_s);
    row(2, 0, u"trouble"_s);
    row(3, 0, u"capability"_s);
    row(9, 0, u"publishing-quota"_s);
    row(9, 2207042, u"publishing-quota"_s);
    for (const int permission : {10, 200, 230, 283, 299})
        row(permission, 0, u"permission-declined"_s);
    row(100, 0, u"parameter"_s);
    row(100, 33, u"wrong-number"_s);
    row(100, 1349152, u"device-expired"_s);
    row(100, 1349173, u"device-declined"_s);
    row(101, 0, u"app-id"_s);
    row(191, 0, u"redirect-address"_s);
    row(102, 0, u"session-over"_s, true);
    row(452, 0, u"session-over"_s);
    row(190, 0, u"token-refused"_s, true);
    row(190, 456, u"malformed-token"_s, true);
    row(190, 457, u"malformed-token"_s, true);
    row(190, 458, u"app-removed"_s, true);
    row(190, 459, u"checkpoint"_s, true);
    row(190, 460, u"password-changed"_s, true);
    row(190, 461, u"reinstalled"_s, true);
    for (const int invalidated : {462, 465, 466})
        row(190, invalidated, u"invalidated"_s, true);
    row(190, 463, u"expired"_s, true);
    row(190, 464, u"unconfirmed"_s, true);
    row(190, 467, u"logged-out"_s, true);
    row(190, 468, u"unused"_s, true);
    row(190, 492, u"no-page-role"_s, true);
    row(506, 0, u"duplicate-post"_s);
    row(2500, 0, u"no-token"_s);
    row(1609005, 0, u"bad-link"_s);
}

void TestErrorCodes::everyCodeIsKnown()
{
    QFETCH(int, code);
    QFETCH(int, subcode);
    const Error error = graphError(code, subcode, u"x"_s);
    QTEST(error.known, "id");
    QVERIFY(errorCatalogue().of(error));
    QTEST(error.kind == ErrorKind::Rejected && errorCatalogue().endsToken(error), "ends");
}

void TestErrorCodes::everyTextIsKnown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code"); // 0: on the provider's own page, without one
    QTest::addColumn<QString>("id");
    const auto row = [](const QString &text, int code, const QString &id) {
        QTest::addRow("%s %d: %s", qPrintable(id), code, qPrintable(text.left(60))) << text << code << id;
    };
    // Important texts of the error handling guide
    row(session + "Session has expired on Monday, 05-Jan-26 00:30:00 PST. The current time is Monday."_L1, 190,
        u"expired"_s);
    row(session
            + "The session has been invalidated because the user changed their password or Facebook has changed "
              "the session for security reasons."_L1,
        190, u"password-changed"_s);
    row(session + "The user has not authorized application 1234."_L1, 190, u"app-removed"_s);
    row(u"Invalid OAuth access token - Cannot parse access token"_s, 190, u"wrong-host"_s);
    row(u"Unsupported request - method type: get"_s, 100, u"tester"_s);
    row(u"Error validating verification code. Please make sure your redirect_uri is identical to the one you used in "
        "the OAuth dialog request"_s,
        100, u"redirect-address"_s);
    row(u"This authorization code has been used."_s, 100, u"code-used"_s);
    row(u"This authorization code has expired."_s, 100, u"code-used"_s);
    row(u"Invalid verification code format."_s, 100, u"code-used"_s);
    row(u"Error validating client secret."_s, 1, u"app-secret"_s);
    row(u"Error validating client secret."_s, 100, u"app-secret"_s);
    row(u"You cannot access the app till you log in to www.facebook.com and follow the instructions given."_s, 190,
        u"checkpoint"_s);
    row(u"Session key is malformed"_s, 190, u"malformed-token"_s);
    row(u"Invalid OAuth access token signature."_s, 190, u"malformed-token"_s);
    row(u"The access token could not be decrypted"_s, 190, u"malformed-token"_s);
    row(u"Malformed access token AQB"_s, 190, u"malformed-token"_s);
    row(u"Session key invalid. This could be because the session key has an incorrect format"_s, 452,
        u"session-over"_s);
    row(u"API calls from the server require an appsecret_proof argument"_s, 100, u"app-secret-proof"_s);
    row(u"Unknown path components: /me"_s, 2500, u"unknown-path"_s);
    row(u"An active access token must be used to query information about the current user."_s, 2500, u"no-token"_s);
    // What ended
    row(u"Invalid scope: ['basic']"_s, 0, u"retired-first-api"_s);
    row(u"Invalid scope field(s): basic"_s, 0, u"retired-first-api"_s);
    row(u"Invalid scope field(s): user_profile,user_media"_s, 0, u"retired-basic-display"_s);
    row(u"Invalid scope field(s): instagram_graph_user_profile"_s, 0, u"retired-basic-display"_s);
    row(u"Invalid scope field(s): business_manage_comments"_s, 0, u"retired-business-scopes"_s);
    row(u"(#200) The permission(s) publish_actions are not available. It has been deprecated."_s, 200,
        u"retired-publish-actions"_s);
    row(u"Invalid Scopes: manage_pages. This message is only shown to developers. Users of your app will ignore these "
        "permissions if present."_s,
        0, u"retired-page-scopes"_s);
    row(u"Invalid Scopes: offline_access. This message is only shown to developers."_s, 0, u"retired-offline-access"_s);
    row(u"Invalid Client ID"_s, 0, u"app-id"_s);
    row(u"The access_token provided is invalid."_s, 0, u"first-api-token"_s);
    row(u"Invalid scope field(s): instagram_business_content_publishing"_s, 0, u"scope-misspelt"_s);
    // The mistakes people make most
    row(u"Invalid Request: Request parameters are invalid: Invalid platform app"_s, 0, u"app-id"_s);
    row(u"Ungültige Anfrage: Anfrageparameter sind ungültig: Invalid platform app"_s, 0, u"app-id"_s);
    row(u"Insufficient Developer Role: Insufficient developer role"_s, 0, u"tester"_s);
    row(u"Invalid Request: Request parameters are invalid: Invalid redirect_uri"_s, 0, u"redirect-address"_s);
    row(u"URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app's Client OAuth "
        "Settings."_s,
        0, u"redirect-address"_s);
    row(u"Can't Load URL: The domain of this URL isn't included in the app's domains."_s, 0, u"redirect-address"_s);
    row(u"Insecure Login Blocked: You can't get an access token or log in to this app from an insecure page. Try "
        "re-loading the page as https://"_s,
        0, u"redirect-insecure"_s);
    row(u"For your account security, logging into Facebook from an embedded browser is disabled."_s, 0,
        u"embedded-browser"_s);
    row(u"Invalid Scopes: instagram_basic"_s, 0, u"scopes"_s);
    row(u"No Facebook Pages found"_s, 0, u"no-page"_s);
    row(u"Matching code was not found or was already used"_s, 0, u"code-used"_s);
    row(u"Object with ID '1784' does not exist, cannot be loaded due to missing permissions"_s, 100, u"wrong-number"_s);
    row(u"This app needs at least one supported permission"_s, 0, u"configuration"_s);
    row(u"This account has two-factor authentication switched on"_s, 0, u"checkpoint"_s);
    row(u"(#200) If posting to a page, requires both pages_read_engagement and pages_manage_posts as an admin with "
        "sufficient administrative permission"_s,
        200, u"page-task"_s);
    row(u"(#283) The user must be an administrator, editor, or moderator of the page in order to impersonate it."_s,
        283, u"page-task"_s);
    row(u"Token is not eligible for refresh"_s, 100, u"too-young"_s);
}

void TestErrorCodes::everyTextIsKnown()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    QFETCH(QString, id);
    const KnownError *onPage = errorCatalogue().byPage(text); // as the doctor is shown it, without a code
    QVERIFY(onPage);
    QCOMPARE(onPage->id, id);
    if (code != 0)
        QCOMPARE(graphError(code, 0, text).known, id);
}

void TestErrorCodes::aThrottleIsNeverJudgedByItsType_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 403, 429})
        QTest::addRow("%d", status) << status;
}

/// Type and text of a throttle look like those of a token that was refused.
void TestErrorCodes::aThrottleIsNeverJudgedByItsType()
{
    QFETCH(int, status);
    for (const int code : {4, 17, 32, 613, 80001, 80002, 80014}) {
        const Error error = graphError(code, 0, session + "Session has expired"_L1, status);
        QCOMPARE(error.kind, ErrorKind::RateLimited);
        QVERIFY(isTemporary(error));
    }
}

void TestErrorCodes::whatPassesByItselfIsSaidByTheProvider()
{
    const Error error = readError(
        {.status = 400, .body = R"({"error":{"message":"x","code":190,"is_transient":true}})", .headers = {}});
    QVERIFY(isTemporary(error));
    QVERIFY(error.kind != ErrorKind::Rejected);
}

QTEST_GUILESS_MAIN(TestErrorCodes)
#include "tst_errorcodes.moc"
