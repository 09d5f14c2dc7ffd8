// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replies.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

Answer answered(const QByteArray &body, int status = 200)
{
    return {.status = status, .body = body, .headers = {}};
}

} // namespace

Q_DECLARE_METATYPE(ErrorKind)

/// Successes, and what only looks like one. Errors have tests of their own.
class TestReplies : public QObject
{
    Q_OBJECT
private slots:
    void grantsAreRead_data();
    void grantsAreRead();
    void oddGrantsAreRefused_data();
    void oddGrantsAreRefused();
    void everyCutOfAGrantIsRefused();
    void refreshTokensAreRead();
    void theServersClockIsRead();
    void lifetimesAreCappedAtTenYears();
    void profilesAreRead_data();
    void profilesAreRead();
    void picturesMustBeSafeToFetch_data();
    void picturesMustBeSafeToFetch();
    void labelsAreCleaned();
    void oddProfilesAreRefused_data();
    void oddProfilesAreRefused();
    void grantedPermissionsAreRead();
    void oddPermissionsAreRefused_data();
    void oddPermissionsAreRefused();
};

void TestReplies::grantsAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("userId");
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<QString>("permissions");
    const auto row
        = [](const char *name, const QByteArray &body, const QByteArray &token, const QString &userId, int lifetime,
             const QString &permissions) { QTest::newRow(name) << body << token << userId << lifetime << permissions; };
    const int silent = -1;
    const QString unknown = u"unknown"_s;
    row("Instagram as it is", R"({"access_token":"IGAAx","user_id":27640875392278831,"permissions":["a","b"]})",
        "IGAAx", u"27640875392278831"_s, silent, u"a b"_s);
    row("Instagram as documented", R"({"data":[{"access_token":"IGAAx","user_id":"1020","permissions":"a,b"}]})",
        "IGAAx", u"1020"_s, silent, u"a b"_s);
    row("extended or renewed", R"({"access_token":"IGAAy","token_type":"bearer","expires_in":5183944})", "IGAAy", {},
        5183944, unknown);
    row("extended, in data", R"({"data":[{"access_token":"IGAAy","token_type":"Bearer","expires_in":"5183944"}]})",
        "IGAAy", {}, 5183944, unknown);
    row("RFC 6749", R"({"access_token":"t","token_type":"BEARER","expires_in":3600,"scope":"a b","x":{"y":[]}})", "t",
        {}, 3600, u"a b"_s);
    row("token alone", R"({"access_token":"t"})", "t", {}, silent, unknown);
    row("nothing granted, as a list", R"({"access_token":"t","permissions":[]})", "t", {}, silent, {});
    row("nothing granted, as text", R"({"access_token":"t","permissions":""})", "t", {}, silent, {});
    row("permissions with commas and spaces", R"({"access_token":"t","permissions":" a, b ,,a"})", "t", {}, silent,
        u"a b"_s);
    row("nulls", R"({"access_token":"t","error":null,"user_id":null,"expires_in":null,"permissions":null})", "t", {},
        silent, unknown);
    row("id beyond 64 bits", R"({"access_token":"t","user_id":98765432109876543210})", "t", u"98765432109876543210"_s,
        silent, unknown);
    row("id just beyond 2^53, as text", R"({"access_token":"t","user_id":"9007199254740993"})", "t",
        u"9007199254740993"_s, silent, unknown);
    row("flat wins over data", R"({"data":[{"access_token":"in"}],"access_token":"out"})", "out", {}, silent, unknown);
    row("escaped slash", R"({"access_token":"a\/b\u002Bc"})", "a/b+c", {}, silent, unknown);
    row("every printable character", R"({"access_token":"!#$%&'()*+,-.\/0:;<=>?@A[\\]^_`a{|}~\""})",
        R"(!#$%&'()*+,-./0:;<=>?@A[\]^_`a{|}~")", {}, silent, unknown);
    row("longest token", "{\"access_token\":\"" + QByteArray(4096, 'x') + "\"}", QByteArray(4096, 'x'), {}, silent,
        unknown);
    row("byte order mark", "\xEF\xBB\xBF{\"access_token\":\"t\"}", "t", {}, silent, unknown);
    row("space around", "\r\n {\"access_token\":\"t\"}\r\n", "t", {}, silent, unknown);
    row("a data that is no list", R"({"data":{"x":1},"access_token":"t"})", "t", {}, silent, unknown);
}

void TestReplies::grantsAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, token);
    QFETCH(QString, userId);
    QFETCH(int, lifetime);
    QFETCH(QString, permissions);
    const Result<Grant> grant = readGrant(answered(body));
    QVERIFY2(grant, grant ? "" : qPrintable(grant.error().what));
    QCOMPARE(grant->token.view().toByteArray(), token);
    QCOMPARE(grant->userId, userId);
    QCOMPARE(grant->lifetime.value_or(std::chrono::seconds(-1)).count(), lifetime);
    QCOMPARE(grant->permissionsKnown, permissions != "unknown"_L1);
    QCOMPARE(grant->permissionsKnown ? grant->permissions.join(u' ') : u"unknown"_s, permissions);
    QVERIFY(grant->refreshToken.isEmpty());
}

void TestReplies::oddGrantsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row
        = [](const char *name, const QByteArray &body, int status = 200) { QTest::newRow(name) << body << status; };
    row("nothing", "");
    row("no content", "", 204);
    row("no token", R"({"token_type":"bearer","expires_in":1})");
    row("a list", R"([{"access_token":"t"}])");
    row("a text", R"("access_token")");
    row("null", "null");
    row("empty data", R"({"data":[]})");
    row("data of another kind", R"({"data":["t"]})");
    row("data within data", R"({"data":[{"data":[{"access_token":"t"}]}]})");
    row("a form", "access_token=t&expires_in=3600");
    row("a web page", "<!doctype html><html><body>Sign in to the hotel's network</body></html>");
    row("two answers", R"({"access_token":"t"}{"access_token":"u"})");
    row("two tokens", R"({"access_token":"t","access_token":"u"})");
    row("token that is null", R"({"access_token":null})");
    row("token that is a number", R"({"access_token":12345})");
    row("token that is a list", R"({"access_token":["t"]})");
    row("empty token", R"({"access_token":""})");
    row("token that is too long", "{\"access_token\":\"" + QByteArray(4097, 'x') + "\"}");
    row("token with a space", R"({"access_token":"a b"})");
    row("token with a line end", R"({"access_token":"a\nb"})");
    row("token with a raw line end", "{\"access_token\":\"a\nb\"}");
    row("token with NUL", R"({"access_token":"a\u0000b"})");
    row("token with a raw NUL", QByteArray("{\"access_token\":\"a\0b\"}", 22));
    row("token with an escape sequence", R"({"access_token":"a\u001b[2Jb"})");
    row("token with DEL", "{\"access_token\":\"a\x7f\"}");
    row("token that turns the writing direction", R"({"access_token":"a\u202eb"})");
    row("token with an umlaut", "{\"access_token\":\"\xC3\xBC\"}");
    row("token that is no UTF-8", "{\"access_token\":\"\xFF\"}");
    row("not a bearer token", R"({"access_token":"t","token_type":"mac"})");
    row("type that is no text", R"({"access_token":"t","token_type":1})");
    row("no time", R"({"access_token":"t","expires_in":0})");
    row("no time, as text", R"({"access_token":"t","expires_in":"0"})");
    row("negative time", R"({"access_token":"t","expires_in":-1})");
    row("fraction of a second", R"({"access_token":"t","expires_in":5184000.9})");
    row("time with an exponent", R"({"access_token":"t","expires_in":1e20})");
    row("time in words", R"({"access_token":"t","expires_in":"soon"})");
    row("empty time", R"({"access_token":"t","expires_in":""})");
    row("time with a space", R"({"access_token":"t","expires_in":"3600 "})");
    row("time beyond any number", R"({"access_token":"t","expires_in":99999999999999999999})");
    row("time that is true", R"({"access_token":"t","expires_in":true})");
    row("id with a fraction", R"({"access_token":"t","user_id":1.5})");
    row("id with an exponent", R"({"access_token":"t","user_id":1e17})");
    row("negative id", R"({"access_token":"t","user_id":-5})");
    row("id in words", R"({"access_token":"t","user_id":"me"})");
    row("id of a thousand digits", "{\"access_token\":\"t\",\"user_id\":" + QByteArray(1000, '9') + "}");
    row("permissions that are a number", R"({"access_token":"t","permissions":1})");
    row("permission that is a number", R"({"access_token":"t","permissions":["a",1]})");
    row("permission with a quote", R"({"access_token":"t","permissions":["a\"b"]})");
    row("permission with a line end", R"({"access_token":"t","permissions":["a\nb"]})");
    row("permission that turns the writing direction", R"({"access_token":"t","permissions":["\u202e"]})");
    row("a thousand permissions",
        "{\"access_token\":\"t\",\"permissions\":\"" + QByteArray("a,").repeated(1000) + "\"}");
    row("refresh token with a line end", R"({"access_token":"t","refresh_token":"a\nb"})");
    row("too deep", "{\"access_token\":\"t\",\"x\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}");
    row("a token in an error's answer", R"({"access_token":"t"})", 400);
    row("a token beside an error", R"({"access_token":"t","error":{"message":"x","code":9999}})");
}

void TestReplies::oddGrantsAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Result<Grant> grant = readGrant(answered(body, status));
    QVERIFY(!grant);
    QCOMPARE(grant.error().kind, ErrorKind::Malformed);
    QCOMPARE(grant.error().httpStatus, status);
    QVERIFY(!grant.error().what.isEmpty());
}

void TestReplies::everyCutOfAGrantIsRefused()
{
    const QByteArray body = R"({"access_token":"IGAAx","user_id":27640875392278831,"permissions":["a","b"]})";
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY(!readGrant(answered(body.first(length))));
}

void TestReplies::refreshTokensAreRead()
{
    const Result<Grant> grant = readGrant(answered(R"({"access_token":"t","refresh_token":"r"})"));
    QVERIFY(grant);
    QVERIFY(grant->refreshToken.equals("r"));
}

void TestReplies::theServersClockIsRead()
{
    Answer answer = answered(R"({"access_token":"t"})");
    QVERIFY(!readGrant(answer)->answeredAt.isValid());
    answer.headers = {{"date", "Mon, 23 Nov 2026 13:00:00 GMT"}};
    QCOMPARE(readGrant(answer)->answeredAt, QDateTime({2026, 11, 23}, {13, 0}, QTimeZone::utc()));
    for (const char *nonsense : {"now", "Mon, 23 Nov 2026 13:00:00", "Mon, 99 Nov 2026 13:00:00 GMT", " GMT", ""}) {
        answer.headers = {{"Date", nonsense}};
        QVERIFY(!readGrant(answer)->answeredAt.isValid());
    }
}

void TestReplies::lifetimesAreCappedAtTenYears()
{
    const auto lifetime = [](const QByteArray &seconds) {
        return readGrant(answered("{\"access_token\":\"t\",\"expires_in\":" + seconds + "}"))->lifetime->count();
    };
    QCOMPARE(lifetime("1"), 1);
    QCOMPARE(lifetime("315360000"), 315360000);
    QCOMPARE(lifetime("315360001"), 315360000);
    QCOMPARE(lifetime("99999999999"), 315360000);
}

void TestReplies::profilesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray fields = R"("id":27640875392278831,"user_id":"17841405793187218","username":"lumen.studio",)"
                              R"("name":"Lumen Studio \u2013 \ud83d\udcf7","account_type":"BUSINESS",)"
                              R"("profile_picture_url":"https:\/\/cdn.example\/p.jpg?x=1&y=2","followers_count":7)";
    QTest::newRow("flat") << "{" + fields + "}";
    QTest::newRow("as documented") << "{\"data\":[{" + fields + "}]}";
}

void TestReplies::profilesAreRead()
{
    QFETCH(QByteArray, body);
    const Result<Profile> profile = readProfile(answered(body));
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().what));
    QCOMPARE(profile->id, u"27640875392278831"_s);
    QCOMPARE(profile->professionalId, u"17841405793187218"_s);
    QCOMPARE(profile->username, u"lumen.studio"_s);
    QCOMPARE(profile->name, u"Lumen Studio – 📷"_s);
    QCOMPARE(profile->accountType, u"business"_s);
    QCOMPARE(profile->picture, QUrl(u"https://cdn.example/p.jpg?x=1&y=2"_s));
}

void TestReplies::picturesMustBeSafeToFetch_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("taken");
    QTest::newRow("https") << u"https://cdn.example/p.jpg"_s << true;
    QTest::newRow("Practice") << u"http://127.0.0.1:8080/p.png"_s << true;
    QTest::newRow("http") << u"http://cdn.example/p.jpg"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << false;
    QTest::newRow("user name") << u"https://a@cdn.example/p.jpg"_s << false;
    QTest::newRow("path") << u"/p.jpg"_s << false;
    QTest::newRow("nonsense") << u"https://[/"_s << false;
}

void TestReplies::picturesMustBeSafeToFetch()
{
    QFETCH(QString, address);
    QFETCH(bool, taken);
    const QByteArray body = R"({"id":"1","profile_picture_url":")" + address.toUtf8() + R"("})";
    const Result<Profile> profile = readProfile(answered(body));
    QVERIFY(profile);
    QCOMPARE(profile->picture, taken ? QUrl(address) : QUrl());
}

void TestReplies::labelsAreCleaned()
{
    const Result<Profile> profile = readProfile(
        answered("{\"id\":\"1\",\"username\":\" a\\u202eb\\nc\\u0000 \",\"name\":\"" + QByteArray(5000, 'n') + "\"}"));
    QVERIFY(profile);
    QCOMPARE(profile->username, u"abc"_s);
    QCOMPARE(profile->name.size(), 200);
}

void TestReplies::oddProfilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no id") << QByteArray(R"({"user_id":"17841405793187218","username":"x"})");
    QTest::newRow("id with letters") << QByteArray(R"({"id":"me"})");
    QTest::newRow("rounded id") << QByteArray(R"({"id":2.7640875392278831e16})");
    QTest::newRow("professional id with letters") << QByteArray(R"({"id":"1","user_id":"x"})");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a web page") << QByteArray("<html></html>");
    QTest::newRow("nothing") << QByteArray();
}

void TestReplies::oddProfilesAreRefused()
{
    QFETCH(QByteArray, body);
    const Result<Profile> profile = readProfile(answered(body));
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ErrorKind::Malformed);
}

void TestReplies::grantedPermissionsAreRead()
{
    const Result<QStringList> granted = readPermissions(
        answered(R"({"data":[{"permission":"a","status":"granted"},{"permission":"b","status":"declined"},)"
                 R"({"permission":"c","status":"expired"},{"permission":"d","status":"granted"}]})"));
    QVERIFY(granted);
    QCOMPARE(*granted, QStringList({u"a"_s, u"d"_s}));
    QCOMPARE(*readPermissions(answered(R"({"data":[]})")), QStringList());
}

void TestReplies::oddPermissionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no data") << QByteArray("{}");
    QTest::newRow("data of another kind") << QByteArray(R"({"data":"a"})");
    QTest::newRow("texts") << QByteArray(R"({"data":["a"]})");
    QTest::newRow("no status") << QByteArray(R"({"data":[{"permission":"a"}]})");
    QTest::newRow("odd name") << QByteArray(R"({"data":[{"permission":"a b","status":"granted"}]})");
}

void TestReplies::oddPermissionsAreRefused()
{
    QFETCH(QByteArray, body);
    const Result<QStringList> granted = readPermissions(answered(body));
    QVERIFY(!granted);
    QCOMPARE(granted.error().kind, ErrorKind::Malformed);
}

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_replies.moc"
