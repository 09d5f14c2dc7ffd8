// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/devicereplies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

Answer answered(const QByteArray &body, int status = 200)
{
    return {.status = status, .body = body, .headers = {}};
}

/// A good answer of a standard server with one member replaced; "" takes it away.
QByteArray codeWith(const QByteArray &member, const QByteArray &value)
{
    const QList<std::pair<QByteArray, QByteArray>> members{
        {"device_code", R"("GmRhmh")"},
        {"user_code", R"("WDJB-MJHT")"},
        {"verification_uri", R"("https://example.com/device")"},
        {"verification_uri_complete", R"("https://example.com/device?user_code=WDJB-MJHT")"},
        {"expires_in", "1800"},
        {"interval", "7"}};
    QByteArrayList parts;
    for (const auto &[name, usual] : members) {
        const QByteArray &chosen = name == member ? value : usual;
        if (!chosen.isEmpty())
            parts.append('"' + name + "\":" + chosen);
    }
    return '{' + parts.join(',') + '}';
}

} // namespace

/// What servers answer to a sign-in on another device, and what somebody in their place might.
class TestDeviceReplies : public QObject
{
    Q_OBJECT
private slots:
    void codesAreRead();
    void whatIsNotSaidHasAnUsualValue();
    void badCodesAreRefused_data();
    void badCodesAreRefused();
    void addressOfAnotherHostIsNotDrawn_data();
    void addressOfAnotherHostIsNotDrawn();
    void timesAreKeptInBounds();
    void progressIsToldApart_data();
    void progressIsToldApart();
    void otherErrorsAreClassified_data();
    void otherErrorsAreClassified();
    void refusedClientTokenIsNamed();
    void grantsAreRead();
};

void TestDeviceReplies::codesAreRead()
{
    const Result<DeviceCode> code = readDeviceCode(answered(codeWith({}, {})), Family::Standard);
    QVERIFY(code);
    QCOMPARE(code->code.toText(), u"GmRhmh"_s);
    QCOMPARE(code->userCode, u"WDJB-MJHT"_s);
    QCOMPARE(code->page, QUrl(u"https://example.com/device"_s));
    QCOMPARE(code->pageWithCode, QUrl(u"https://example.com/device?user_code=WDJB-MJHT"_s));
    QCOMPARE(code->lifetime, 30min);
    QCOMPARE(code->interval, 7s);

    // As Meta's page on login for devices has it.
    const Result<DeviceCode> facebook = readDeviceCode(
        answered(R"({"code":"92a2b2e351f2b0b3503b2de251132f47","user_code":"A1NWZ9",)"
                 R"("verification_uri":"https://www.facebook.com/device","expires_in":420,"interval":5})"),
        Family::Facebook);
    QVERIFY(facebook);
    QCOMPARE(facebook->code.toText(), u"92a2b2e351f2b0b3503b2de251132f47"_s);
    QCOMPARE(facebook->userCode, u"A1NWZ9"_s);
    QVERIFY(facebook->pageWithCode.isEmpty());
}

void TestDeviceReplies::whatIsNotSaidHasAnUsualValue()
{
    const Result<DeviceCode> code = readDeviceCode(answered(codeWith("interval", "")), Family::Standard);
    QVERIFY(code);
    QCOMPARE(code->interval, 5s); // RFC 8628 3.2
    QByteArray older = codeWith("verification_uri_complete", "");
    older.replace("verification_uri", "verification_url");
    const Result<DeviceCode> google = readDeviceCode(answered(older), Family::Standard);
    QVERIFY(google);
    QCOMPARE(google->page.host(), u"example.com"_s);
}

void TestDeviceReplies::badCodesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("nothing", "");
    row("a list", "[]");
    row("a web page", "<html></html>");
    row("empty", "{}");
    row("no code", codeWith("device_code", ""));
    row("no user code", codeWith("user_code", ""));
    row("no page", codeWith("verification_uri", ""));
    row("no lifetime", codeWith("expires_in", ""));
    row("code a number", codeWith("device_code", "5"));
    row("code empty", codeWith("device_code", R"("")"));
    row("code with a line end", codeWith("device_code", R"("a\nb")"));
    row("code too long", codeWith("device_code", '"' + QByteArray(4097, 'a') + '"'));
    row("user code empty", codeWith("user_code", R"("  ")"));
    row("user code a number", codeWith("user_code", "1234"));
    row("user code too long", codeWith("user_code", '"' + QByteArray(41, 'A') + '"'));
    row("user code that turns the line", codeWith("user_code", R"("AB\u202eCD")"));
    row("user code with a look-alike", codeWith("user_code", R"("WDJВ")"));
    row("plain http", codeWith("verification_uri", R"("http://example.com/device")"));
    row("another scheme", codeWith("verification_uri", R"("javascript:alert`1`")"));
    row("a file", codeWith("verification_uri", R"("file:///etc/passwd")"));
    row("no host", codeWith("verification_uri", R"("https:///device")"));
    row("a user name before the host", codeWith("verification_uri", R"("https://example.com@evil.example/device")"));
    row("relative", codeWith("verification_uri", R"("/device")"));
    row("with a blank", codeWith("verification_uri", R"("https://example.com/de vice")"));
    row("turned around", codeWith("verification_uri", R"("https://example.com/\u202edevice")"));
    row("too long", codeWith("verification_uri", R"("https://example.com/)" + QByteArray(2000, 'a') + '"'));
    row("complete page unsafe", codeWith("verification_uri_complete", R"("http://example.com/device?c=1")"));
    row("lifetime zero", codeWith("expires_in", "0"));
    row("lifetime negative", codeWith("expires_in", "-5"));
    row("lifetime a fraction", codeWith("expires_in", "1.5"));
    row("interval negative", codeWith("interval", "-1"));
    row("interval a word", codeWith("interval", R"("soon")"));
    row("repeated key", R"({"device_code":"a","device_code":"b"})");
    row("cut off", codeWith({}, {}).chopped(3));
}

void TestDeviceReplies::badCodesAreRefused()
{
    QFETCH(const QByteArray, body);
    const Result<DeviceCode> code = readDeviceCode(answered(body), Family::Standard);
    QVERIFY(!code);
    QCOMPARE(code.error().kind, ErrorKind::Malformed);
    QVERIFY(!code.error().what.isEmpty());
}

void TestDeviceReplies::addressOfAnotherHostIsNotDrawn_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("another host") << QByteArray(R"("https://evil.example/device?c=1")");
    QTest::newRow("a host that begins alike") << QByteArray(R"("https://example.com.evil.example/?c=1")");
    QTest::newRow("another port") << QByteArray(R"("https://example.com:444/device?c=1")");
    QTest::newRow("this computer") << QByteArray(R"("http://localhost/device?c=1")");
}

void TestDeviceReplies::addressOfAnotherHostIsNotDrawn()
{
    QFETCH(const QByteArray, address);
    const Result<DeviceCode> code
        = readDeviceCode(answered(codeWith("verification_uri_complete", address)), Family::Standard);
    QVERIFY(code);
    QVERIFY(code->pageWithCode.isEmpty());
    QCOMPARE(code->page.host(), u"example.com"_s);
}

void TestDeviceReplies::timesAreKeptInBounds()
{
    const auto interval = [](const QByteArray &value) {
        return readDeviceCode(answered(codeWith("interval", value)), Family::Standard).value().interval;
    };
    QCOMPARE(interval("0"), 1s);
    QCOMPARE(interval("\"3\""), 3s);
    QCOMPARE(interval("99999999999"), 10min);
    QCOMPARE(readDeviceCode(answered(codeWith("expires_in", "99999999999")), Family::Standard).value().lifetime, 24h);
    const Result<DeviceCode> here
        = readDeviceCode(answered(codeWith("verification_uri", R"("http://127.0.0.1:8080/device")")), Family::Standard);
    QVERIFY(here && here->page.port() == 8080);
}

void TestDeviceReplies::progressIsToldApart_data()
{
    QTest::addColumn<Family>("family");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<DeviceProgress>("progress");
    using enum DeviceProgress;
    const auto standard = [](const char *name, const QByteArray &word, DeviceProgress progress, int status = 400) {
        QTest::newRow(name) << Family::Standard << R"({"error":")" + word + R"("})" << status << progress;
    };
    standard("pending", "authorization_pending", Pending);
    standard("pending with 428", "authorization_pending", Pending, 428); // Google
    standard("pending with 403", "authorization_pending", Pending, 403);
    standard("slow down", "slow_down", SlowDown);
    standard("slow down with 429", "slow_down", SlowDown, 429);
    standard("expired", "expired_token", Expired);
    const auto facebook = [](const char *name, int code, int subcode, DeviceProgress progress) {
        QTest::newRow(name) << Family::Facebook
                            << QByteArray(R"({"error":{"message":"words","type":"OAuthException","code":)")
                + QByteArray::number(code) + R"(,"error_subcode":)" + QByteArray::number(subcode) + "}}"
                            << 400 << progress;
    };
    facebook("Facebook: pending", 31, 1349174, Pending);
    facebook("Facebook: pending, another code", 100, 1349174, Pending);
    facebook("Facebook: too fast", 17, 1349172, SlowDown);
    facebook("Facebook: expired", 463, 1349152, Expired);
}

void TestDeviceReplies::progressIsToldApart()
{
    QFETCH(const Family, family);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const DeviceProgress, progress);
    const Result<DeviceAnswer> answer = readDeviceAnswer(answered(body, status), family);
    QVERIFY(answer);
    QCOMPARE(answer->progress, progress);
    QVERIFY(answer->grant.token.isEmpty());
}

void TestDeviceReplies::otherErrorsAreClassified_data()
{
    QTest::addColumn<Family>("family");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, Family family, const QByteArray &body, int status, ErrorKind kind) {
        QTest::newRow(name) << family << body << status << kind;
    };
    row("denied", Family::Standard, R"({"error":"access_denied"})", 400, ErrorKind::Denied);
    row("the device code is not known", Family::Standard, R"({"error":"invalid_grant"})", 400, ErrorKind::Rejected);
    row("app refused", Family::Standard, R"({"error":"invalid_client"})", 401, ErrorKind::Misconfigured);
    row("another dialect's word", Family::Facebook, R"({"error":"authorization_pending"})", 400, ErrorKind::Rejected);
    row("another dialect's subcode", Family::Standard, R"({"error":{"code":31,"error_subcode":1349174}})", 400,
        ErrorKind::Malformed);
    row("server trouble", Family::Standard, "oops", 503, ErrorKind::ServerTrouble);
    row("garbage", Family::Standard, "oops", 200, ErrorKind::Malformed);
    row("a token that is none", Family::Standard, R"({"access_token":"a b"})", 200, ErrorKind::Malformed);
    row("Facebook: declined", Family::Facebook, R"({"error":{"message":"no","code":100,"error_subcode":1349173}})", 400,
        ErrorKind::Denied);
    row("Facebook: an unknown subcode", Family::Facebook, R"({"error":{"code":31,"error_subcode":1}})", 400,
        ErrorKind::Malformed);
}

void TestDeviceReplies::otherErrorsAreClassified()
{
    QFETCH(const Family, family);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    const Result<DeviceAnswer> answer = readDeviceAnswer(answered(body, status), family);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, kind);
}

void TestDeviceReplies::refusedClientTokenIsNamed()
{
    const QByteArray body = R"({"error":{"message":"Invalid OAuth access token signature.","code":190}})";
    const Error error = readDeviceCode(answered(body, 400), Family::Facebook).error();
    QCOMPARE(error.kind, ErrorKind::Misconfigured);
    QCOMPARE(error.hint, ErrorHint::ClientToken);
}

void TestDeviceReplies::grantsAreRead()
{
    const Result<DeviceAnswer> facebook = readDeviceAnswer(
        answered(R"({"access_token":"EAAx","data_access_expiration_time":1780000000,"expires_in":5183999})"),
        Family::Facebook);
    QVERIFY(facebook);
    QCOMPARE(facebook->progress, DeviceProgress::Granted);
    QCOMPARE(facebook->grant.token.toText(), u"EAAx"_s);
    QCOMPARE(facebook->grant.lifetime, std::optional<std::chrono::seconds>(5183999s));
    const Result<DeviceAnswer> standard = readDeviceAnswer(
        answered(R"({"access_token":"a","token_type":"Bearer","refresh_token":"r","scope":"openid"})"),
        Family::Standard);
    QVERIFY(standard);
    QCOMPARE(standard->grant.refreshToken.toText(), u"r"_s);
    QCOMPARE(standard->grant.permissions, QStringList(u"openid"_s));
}

QTEST_APPLESS_MAIN(TestDeviceReplies)
#include "tst_devicereplies.moc"
