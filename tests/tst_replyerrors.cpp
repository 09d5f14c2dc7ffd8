// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

using Headers = QList<QNetworkReply::RawHeaderPair>;

Q_DECLARE_METATYPE(ErrorKind)
Q_DECLARE_METATYPE(ErrorHint)

namespace {

Answer answered(int status, const QByteArray &body, const Headers &headers = {})
{
    return {.status = status, .body = body, .headers = headers};
}

/// An error of the Graph API.
QByteArray graph(int code, int subcode, const QByteArray &message, const QByteArray &more = {})
{
    return R"({"error":{"message":")" + message + R"(","type":"OAuthException","code":)" + QByteArray::number(code)
        + R"(,"error_subcode":)" + QByteArray::number(subcode) + R"(,"fbtrace_id":"AbC_d-1")" + more + "}}";
}

/// An error of Instagram's token endpoint, whose code repeats the HTTP status.
QByteArray instagram(const QByteArray &message)
{
    return R"({"error_type":"OAuthException","code":400,"error_message":")" + message + R"("})";
}

void columns()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorHint>("hint");
}

void row(const char *name, int status, const QByteArray &body, ErrorKind kind, ErrorHint hint = ErrorHint::None)
{
    QTest::newRow(name) << status << body << kind << hint;
}

} // namespace

/// What a failure comes down to, in Meta's codes and texts and in everybody else's.
class TestReplyErrors : public QObject
{
    Q_OBJECT
private slots:
    void codesAreClassified_data();
    void codesAreClassified();
    void textsAreClassified_data();
    void textsAreClassified() { codesAreClassified(); }
    void otherShapesAreClassified_data();
    void otherShapesAreClassified() { codesAreClassified(); }
    void theProvidersWordsAreKept();
    void secretsInMessagesAreNot_data();
    void secretsInMessagesAreNot();
    void waitsAreRead_data();
    void waitsAreRead();
    void aWaitIsForThrottlesAndTroubleOnly();
    void redirectErrorsAreClassified_data();
    void redirectErrorsAreClassified();
    void headersAreFoundInAnyCase();
};

void TestReplyErrors::codesAreClassified_data()
{
    using enum ErrorKind;
    columns();
    for (const int code : {4, 9, 17, 32, 368, 613, 80'000, 80'002, 80'004, 80'008, 80'014}) {
        const QByteArray name = "throttle " + QByteArray::number(code);
        row(name.constData(), 400, graph(code, 0, "(#4) Application request limit reached"), RateLimited);
    }
    row("throttle with 403", 403, graph(4, 0, "x"), RateLimited);
    row("throttle that calls itself transient", 400, graph(4, 0, "x", R"(,"is_transient":true)"), RateLimited);
    row("throttle whose text names a token", 400, graph(17, 0, "Error validating access token: x"), RateLimited);
    for (const int code : {1, 2, 341}) {
        const QByteArray name = "trouble " + QByteArray::number(code);
        row(name.constData(), 400, graph(code, 0, "x"), ServerTrouble);
    }
    row("transient", 400, graph(190, 0, "x", R"(,"is_transient":true)"), ServerTrouble);
    row("not transient", 400, graph(190, 0, "x", R"(,"is_transient":false)"), Rejected);
    row("token", 400, graph(190, 0, "x"), Rejected);
    row("token in trouble's status", 500, graph(190, 0, "x"), Rejected);
    row("token, status 200", 200, graph(190, 0, "x"), Rejected);
    row("app removed", 400, graph(190, 458, "x"), Rejected, ErrorHint::AppRemoved);
    row("checkpoint", 400, graph(190, 459, "x"), Rejected, ErrorHint::Checkpoint);
    row("password changed", 400, graph(190, 460, "x"), Rejected, ErrorHint::PasswordChanged);
    row("expired", 400, graph(190, 463, "x"), Rejected, ErrorHint::Expired);
    row("malformed token", 400, graph(190, 456, "x"), Rejected, ErrorHint::WrongHost);
    row("logged out", 400, graph(190, 467, "x"), Rejected);
    row("session", 400, graph(102, 0, "x"), Rejected);
    row("session key", 400, graph(452, 0, "x"), Rejected);
    row("no token", 400, graph(2500, 0, "x"), Rejected, ErrorHint::WrongHost);
    row("permission lost", 400, graph(10, 0, "x"), Rejected, ErrorHint::Permission);
    row("permission declined", 403, graph(200, 0, "(#200) Permissions error"), Rejected, ErrorHint::Permission);
    row("last permission code", 400, graph(299, 0, "x"), Rejected, ErrorHint::Permission);
    row("capability", 400, graph(3, 0, "x"), Misconfigured);
    row("wrong parameter", 400, graph(100, 0, "(#100) Invalid parameter"), Misconfigured);
    row("code nobody knows", 400, graph(777, 0, "x"), Malformed);
    row("code as text", 400, R"({"error":{"code":"190","error_subcode":"458"}})", Rejected, ErrorHint::AppRemoved);
    row("code beyond any number", 400, R"({"error":{"code":99999999999}})", Malformed);
    row("no code", 500, R"({"error":{"message":"x"}})", ServerTrouble);
    row("empty error", 400, R"({"error":{}})", Malformed);
}

void TestReplyErrors::textsAreClassified_data()
{
    using enum ErrorKind;
    columns();
    row("wrong secret, code 1", 400, graph(1, 0, "Error validating client secret."), Misconfigured,
        ErrorHint::AppSecret);
    row("wrong secret, code 100", 400, graph(100, 0, "Error validating client secret"), Misconfigured,
        ErrorHint::AppSecret);
    row("wrong secret at the token endpoint", 400, instagram("Error validating client secret"), Misconfigured,
        ErrorHint::AppSecret);
    row("proof", 400, graph(100, 0, "API calls from the server require an appsecret_proof argument"), Misconfigured,
        ErrorHint::AppSecret);
    row("app id", 400, instagram("Invalid platform app"), Misconfigured, ErrorHint::AppId);
    row("redirect", 400, instagram("Invalid redirect_uri"), Misconfigured, ErrorHint::RedirectAddress);
    row("redirect, another text", 400, instagram("Redirect URI does not match registered redirect URI"), Misconfigured,
        ErrorHint::RedirectAddress);
    row("redirect at the exchange", 400,
        graph(100, 0,
              "Error validating verification code. Please make sure your redirect_uri is identical to the one you "
              "used in the OAuth dialog request"),
        Misconfigured, ErrorHint::RedirectAddress);
    row("scope", 400, instagram("Invalid scope field(s): instagram_business_content_publishing"), Misconfigured,
        ErrorHint::Scopes);
    row("role", 400, instagram("Insufficient Developer Role: Insufficient developer role"), Misconfigured,
        ErrorHint::Role);
    row("tester", 400, graph(100, 0, "Unsupported request - method type: get"), Misconfigured, ErrorHint::Role);
    row("code used", 400, instagram("Matching code was not found or was already used"), Rejected, ErrorHint::CodeUsed);
    row("code used, code 100", 400, graph(100, 0, "This authorization code has been used."), Rejected,
        ErrorHint::CodeUsed);
    row("expired without its subcode", 400,
        graph(190, 0, "Error validating access token: Session has expired on Monday, 05-Jan-26 00:30:00 PST."),
        Rejected, ErrorHint::Expired);
    row("password changed, without its subcode", 400,
        graph(190, 0, "The session has been invalidated because the user changed their password"), Rejected,
        ErrorHint::PasswordChanged);
    row("wrong host", 401, graph(190, 0, "Invalid OAuth access token - Cannot parse access token"), Rejected,
        ErrorHint::WrongHost);
    row("too young", 400, graph(100, 0, "Token is not eligible for refresh"), RateLimited);
    row("unknown words of the token endpoint", 400, instagram("Something new"), Rejected);
}

void TestReplyErrors::otherShapesAreClassified_data()
{
    using enum ErrorKind;
    columns();
    row("invalid_grant", 400, R"({"error":"invalid_grant","error_description":"gone"})", Rejected);
    row("invalid_client", 401, R"({"error":"invalid_client"})", Misconfigured);
    row("invalid_scope", 400, R"({"error":"invalid_scope"})", Misconfigured, ErrorHint::Scopes);
    row("invalid_request", 400, R"({"error":"invalid_request"})", Misconfigured);
    row("invalid_token", 401, R"({"error":"invalid_token"})", Rejected);
    row("server_error", 400, R"({"error":"server_error"})", ServerTrouble);
    row("temporarily_unavailable", 503, R"({"error":"temporarily_unavailable"})", ServerTrouble);
    row("a word nobody knows", 400, R"({"error":"purple"})", Rejected);
    row("a word nobody knows, from a server that is another", 404, R"({"error":"Not Found"})", Malformed);
    row("a word nobody knows, in trouble", 500, R"({"error":"purple"})", ServerTrouble);
    row("error in a success", 200, R"({"error":"invalid_grant","access_token":"t"})", Rejected);
    row("old access token exception", 400,
        R"({"error_type":"OAuthAccessTokenException","error_message":"The access_token provided is invalid."})",
        Rejected);
    row("old rate limit", 429, R"({"error_type":"OAuthRateLimitException","code":429})", RateLimited);
    row("too many requests as a page", 429, "<html>", RateLimited);
    row("bad gateway", 502, "<html><body>Bad Gateway</body></html>", ServerTrouble);
    row("unavailable, nothing in it", 503, "", ServerTrouble);
    row("request time-out", 408, "", ServerTrouble);
    row("moved to a hotel's sign-in page", 302, "<html>", ServerTrouble, ErrorHint::Portal);
    row("moved for good", 308, "", ServerTrouble, ErrorHint::Portal);
    row("a hotel's sign-in page", 200, "<html>", Malformed, ErrorHint::Portal);
    row("not found as a page", 404, "<html>Not Found</html>", Malformed);
    row("forbidden as a page", 403, "<html>", Malformed);
    row("a list", 400, "[]", Malformed);
    row("empty object", 400, "{}", Malformed);
    row("cut off", 400, R"({"error":{"code":190)", Malformed);
    row("error that is a number", 400, R"({"error":7})", Rejected);
    row("error that is a list", 400, R"({"error":["x"]})", Rejected);
    row("too deep", 400, R"({"error":)" + QByteArray(100, '[') + QByteArray(100, ']') + "}", Malformed);
}

void TestReplyErrors::codesAreClassified()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(ErrorHint, hint);
    const Error error = readError(answered(status, body));
    QCOMPARE(nameOf(error.kind), nameOf(kind));
    QCOMPARE(error.hint, hint);
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.what.isEmpty());
    const Result<Grant> grant = readGrant(answered(status, body));
    QVERIFY(!grant);
    QCOMPARE(nameOf(grant.error().kind), nameOf(kind));
}

void TestReplyErrors::theProvidersWordsAreKept()
{
    const Error graphError = readError(answered(400, graph(190, 460, "The \\u00fcser changed\\ntheir password")));
    QCOMPARE(graphError.message, u"The üser changed their password"_s);
    QCOMPARE(graphError.type, u"OAuthException"_s);
    QCOMPARE(graphError.traceId, u"AbC_d-1"_s);
    QCOMPARE(graphError.code, 190);
    QCOMPARE(graphError.subcode, 460);

    const Error tokenError = readError(answered(400, instagram("Invalid platform app")));
    QCOMPARE(tokenError.message, u"Invalid platform app"_s);
    QCOMPARE(tokenError.type, u"OAuthException"_s);
    QCOMPARE(tokenError.code, 0);

    const Error rfcError = readError(answered(400, R"({"error":"invalid_grant","error_description":"gone"})"));
    QCOMPARE(rfcError.type, u"invalid_grant"_s);
    QCOMPARE(rfcError.message, u"gone"_s);

    const Error longError = readError(answered(400, graph(100, 0, QByteArray(100'000, 'x'))));
    QCOMPARE(longError.message.size(), 500);
    const Error cutError = readError(answered(400, graph(100, 0, 'x' + QByteArray("\xF0\x9F\x93\xB7").repeated(500))));
    QCOMPARE(cutError.message.size(), 499);
}

void TestReplyErrors::secretsInMessagesAreNot_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray token = "IGAAJ0bFmkZBTBBZAGJ3c2Vy_Canary";
    QTest::newRow("message") << graph(190, 0, "Malformed access token " + token);
    QTest::newRow("cut by the limit") << graph(190, 0, QByteArray(490, ' ') + "x " + QByteArray(485, 'y') + token);
    QTest::newRow("type") << QByteArray(R"({"error":{"type":")" + token + R"(","code":190}})");
    QTest::newRow("trace") << QByteArray(R"({"error":{"fbtrace_id":")" + token + R"(","code":190}})");
    QTest::newRow("token endpoint") << instagram("Invalid " + token);
    QTest::newRow("RFC") << QByteArray(R"({"error":")" + token + R"(","error_description":")" + token + R"("})");
    QTest::newRow("address") << graph(100, 0, "GET /me?access_token=Canary failed");
}

void TestReplyErrors::secretsInMessagesAreNot()
{
    QFETCH(QByteArray, body);
    const Error error = readError(answered(400, body));
    const QString all = error.what + error.message + error.type + error.traceId;
    QVERIFY2(!all.contains("Canary"_L1) && !all.contains("IGAAJ0"_L1), qPrintable(all));
    QVERIFY(all.contains("[redacted"_L1) || all.contains("yyy"_L1));
}

void TestReplyErrors::waitsAreRead_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("seconds");
    const auto row
        = [](const char *name, const Headers &headers, int seconds) { QTest::newRow(name) << headers << seconds; };
    const auto usage = [](const QByteArray &minutes) {
        return Headers{{"x-business-use-case-usage",
                        R"({"17841":[{"type":"instagram","call_count":100,"estimated_time_to_regain_access":)" + minutes
                            + R"(}],"2":[{"estimated_time_to_regain_access":3}]})"}};
    };
    const auto after = [](const QByteArray &value) {
        return Headers{{"Date", "Mon, 23 Nov 2026 13:00:00 GMT"}, {"Retry-After", value}};
    };
    row("none", {}, 0);
    row("minutes, the longest", usage("19"), 19 * 60);
    row("minutes of another account", usage("0"), 3 * 60);
    row("a year in minutes", usage("525600"), 24 * 3600);
    row("minutes beyond any number", usage("99999999999"), 3 * 60);
    row("negative minutes", usage("-5"), 3 * 60);
    row("usage that is no JSON", {{"X-Business-Use-Case-Usage", "soon"}}, 0);
    row("usage that is a list", {{"X-Business-Use-Case-Usage", "[[[]]]"}}, 0);
    row("seconds", after("120"), 120);
    row("no seconds", after("0"), 1);
    row("negative seconds", after("-1"), 0);
    row("a billion seconds", after("1000000000"), 24 * 3600);
    row("digits without end", after(QByteArray(1000, '9')), 24 * 3600);
    row("date", after("Mon, 23 Nov 2026 13:02:00 GMT"), 120);
    row("date in the past", after("Mon, 23 Nov 2026 12:00:00 GMT"), 1);
    row("date far away", after("Tue, 23 Nov 2027 13:00:00 GMT"), 24 * 3600);
    row("date that is none", after("tomorrow GMT"), 0);
    row("date without one to compare with", {{"Retry-After", "Mon, 23 Nov 2026 13:02:00 GMT"}}, 0);
    row("both, the longer", usage("1") + after("240"), 240);
}

void TestReplyErrors::waitsAreRead()
{
    QFETCH(Headers, headers);
    QFETCH(int, seconds);
    QCOMPARE(readError(answered(400, graph(4, 0, "x"), headers)).retryAfter, seconds);
    QCOMPARE(readError(answered(503, "", headers)).retryAfter, seconds);
}

void TestReplyErrors::aWaitIsForThrottlesAndTroubleOnly()
{
    QCOMPARE(readError(answered(400, graph(190, 0, "x"), {{"Retry-After", "60"}})).retryAfter, 0);
}

void TestReplyErrors::redirectErrorsAreClassified_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("description");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorHint>("hint");
    using enum ErrorKind;
    QTest::newRow("denied") << u"access_denied"_s << u"The user denied your request"_s << Denied << ErrorHint::None;
    QTest::newRow("no tester") << u"access_denied"_s << u"Insufficient developer role"_s << Misconfigured
                               << ErrorHint::Role;
    QTest::newRow("scope") << u"invalid_scope"_s << QString() << Misconfigured << ErrorHint::Scopes;
    QTest::newRow("client") << u"unauthorized_client"_s << QString() << Misconfigured << ErrorHint::None;
    QTest::newRow("server") << u"server_error"_s << QString() << ServerTrouble << ErrorHint::None;
    QTest::newRow("busy") << u"temporarily_unavailable"_s << QString() << ServerTrouble << ErrorHint::None;
    QTest::newRow("unknown") << u"purple"_s << QString() << Rejected << ErrorHint::None;
}

void TestReplyErrors::redirectErrorsAreClassified()
{
    QFETCH(QString, error);
    QFETCH(QString, description);
    QFETCH(ErrorKind, kind);
    QFETCH(ErrorHint, hint);
    const Error read = readRedirectError(error, u"user_denied"_s, description);
    QCOMPARE(nameOf(read.kind), nameOf(kind));
    QCOMPARE(read.hint, hint);
    QCOMPARE(read.type, error);
    QCOMPARE(read.message, description.isEmpty() ? u"user_denied"_s : description);
    QCOMPARE(readRedirectError(error, {}, u"\u202Eaccess_token=Canary"_s).message, u"\uFFFDaccess_token=[redacted]"_s);
}

void TestReplyErrors::headersAreFoundInAnyCase()
{
    const Answer answer = answered(200, {}, {{"x-app-usage", "1"}, {"Date", "2"}});
    QCOMPARE(answer.header("X-App-Usage"), QByteArray("1"));
    QCOMPARE(answer.header("date"), QByteArray("2"));
    QCOMPARE(answer.header("Age"), QByteArray());
}

QTEST_GUILESS_MAIN(TestReplyErrors)
#include "tst_replyerrors.moc"
