// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/standardreplies.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

Answer answer(const QByteArray &body, int status = 200)
{
    return {.status = status, .body = body, .headers = {}};
}

} // namespace

/// What plain OAuth 2.0 servers answer, and what somebody in their place might.
class TestStandardReplies : public QObject
{
    Q_OBJECT
private slots:
    void grantsAreRead();
    void badGrantsAreRefused_data();
    void badGrantsAreRefused();
    void profilesAreRead_data();
    void profilesAreRead();
    void badProfilesAreRefused_data();
    void badProfilesAreRefused();
    void introspectionsAreRead();
    void badIntrospectionsAreRefused_data();
    void badIntrospectionsAreRefused();
    void revocationsAreRead_data();
    void revocationsAreRead();
};

void TestStandardReplies::grantsAreRead()
{
    // RFC 6749 5.1, with an id_token and a user_id that is no number, as Fitbit's.
    const Result<Grant> grant = readStandardGrant(
        answer(R"({"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"user_id":"22AB",)"
               R"("refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","id_token":"a.b.c","scope":"openid offline_access"})"));
    QVERIFY(grant);
    QCOMPARE(grant->token.toText(), u"2YotnFZFEjr1zCsicMWpAA"_s);
    QCOMPARE(grant->refreshToken.toText(), u"tGzv3JOkF0XG5Qx2TlKWIA"_s);
    QCOMPARE(grant->lifetime, std::optional<std::chrono::seconds>(1h));
    QCOMPARE(grant->permissions, QStringList({u"openid"_s, u"offline_access"_s}));
    QVERIFY(grant->userId.isEmpty());

    const Result<Grant> least = readStandardGrant(answer(R"({"access_token":"a","token_type":"bearer"})"));
    QVERIFY(least && !least->lifetime && !least->permissionsKnown && least->refreshToken.isEmpty());
}

void TestStandardReplies::badGrantsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &body, int status = 200,
                        ErrorKind kind = ErrorKind::Malformed) { QTest::newRow(name) << body << status << kind; };
    row("nothing", "");
    row("a list", "[]");
    row("no token", "{}");
    row("token in a list", R"({"data":[{"access_token":"a"}]})");
    row("token a number", R"({"access_token":1})");
    row("token empty", R"({"access_token":""})");
    row("token with a line end", R"({"access_token":"a\r\nX: y"})");
    row("token too long", R"({"access_token":")" + QByteArray(4097, 'a') + R"("})");
    row("proof of possession", R"({"access_token":"a","token_type":"DPoP"})");
    row("refresh token with a blank", R"({"access_token":"a","refresh_token":"b c"})");
    row("refresh token a number", R"({"access_token":"a","refresh_token":5})");
    row("lifetime negative", R"({"access_token":"a","expires_in":-1})");
    row("lifetime a fraction", R"({"access_token":"a","expires_in":3600.5})");
    row("scope a number", R"({"access_token":"a","scope":7})");
    row("scope with a quote", R"({"access_token":"a","scope":"a\"b"})");
    row("repeated key", R"({"access_token":"a","access_token":"b"})");
    row("refused", R"({"error":"invalid_grant"})", 400, ErrorKind::Rejected);
    row("refused with 200", R"({"error":"invalid_grant"})", 200, ErrorKind::Rejected);
    row("wrong secret", R"({"error":"invalid_client"})", 401, ErrorKind::Misconfigured);
    row("a page", "<html>", 502, ErrorKind::ServerTrouble);
}

void TestStandardReplies::badGrantsAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Result<Grant> grant = readStandardGrant(answer(body, status));
    QVERIFY(!grant);
    QTEST(grant.error().kind, "kind");
}

void TestStandardReplies::profilesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("idMember");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("username");
    QTest::newRow("OpenID Connect") << QByteArray(R"({"sub":"248289761001","preferred_username":"j.doe","name":"J"})")
                                    << u"sub"_s << u"248289761001"_s << u"j.doe"_s;
    QTest::newRow("a number") << QByteArray(R"({"id":17841405793187218123})") << u"id"_s << u"17841405793187218123"_s
                              << u""_s;
    QTest::newRow("deeper") << QByteArray(R"({"data":{"user":{"open_id":"723f24d7-e717"}}})") << u"data.user.open_id"_s
                            << u"723f24d7-e717"_s << u""_s;
    QTest::newRow("tricks in a name") << QByteArray(R"({"sub":"1","preferred_username":"a\u202eb\n"})") << u"sub"_s
                                      << u"1"_s << u"ab"_s;
}

void TestStandardReplies::profilesAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, idMember);
    const Result<Profile> profile = readUserInfo(answer(body), {.id = idMember});
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().what));
    QTEST(profile->id, "id");
    QTEST(profile->username, "username");
    const Result<Profile> pictured = readUserInfo(
        answer(R"({"sub":"1","name":"J","picture":"https://example.org/p.png","avatar":"http://example.org/p.png"})"),
        {.picture = u"avatar"_s});
    QVERIFY(pictured && pictured->picture.isEmpty()); // not without TLS
}

void TestStandardReplies::badProfilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &body, int status = 200,
                        ErrorKind kind = ErrorKind::Malformed) { QTest::newRow(name) << body << status << kind; };
    row("no id", "{}");
    row("id null", R"({"sub":null})");
    row("id empty", R"({"sub":""})");
    row("id an object", R"({"sub":{}})");
    row("id with a blank", R"({"sub":"a b"})");
    row("id too long", R"({"sub":")" + QByteArray(256, 'a') + R"("})");
    row("a signed profile", "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"); // application/jwt, which nobody asked for
    row("an ended token", R"({"error":"invalid_token"})", 401, ErrorKind::Rejected);
}

void TestStandardReplies::badProfilesAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Result<Profile> profile = readUserInfo(answer(body, status), {});
    QVERIFY(!profile);
    QTEST(profile.error().kind, "kind");
}

void TestStandardReplies::introspectionsAreRead()
{
    // RFC 7662 2.2.
    const Result<Introspection> said = readIntrospection(
        answer(R"({"active":true,"client_id":"l238j323ds-23ij4","username":"jdoe","scope":"read write dolphin",)"
               R"("sub":"Z5O3upPC88QrAjx00dis","exp":1419356238})"));
    QVERIFY(said && said->active && said->scopesKnown);
    QCOMPARE(said->scopes, QStringList({u"read"_s, u"write"_s, u"dolphin"_s}));
    QCOMPARE(said->subject, u"Z5O3upPC88QrAjx00dis"_s);
    QCOMPARE(said->username, u"jdoe"_s);
    QCOMPARE(said->clientId, u"l238j323ds-23ij4"_s);
    QCOMPARE(said->expiresAt, QDateTime(QDate(2014, 12, 23), QTime(17, 37, 18), QTimeZone::utc()));
    const Result<Introspection> ended = readIntrospection(answer(R"({"active":false,"sub":"x","exp":"never"})"));
    QVERIFY(ended && !ended->active && ended->subject.isEmpty());
}

void TestStandardReplies::badIntrospectionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("says nothing") << QByteArray("{}");
    QTest::newRow("text for a flag") << QByteArray(R"({"active":"true"})");
    QTest::newRow("end a text") << QByteArray(R"({"active":true,"exp":"soon"})");
    QTest::newRow("end negative") << QByteArray(R"({"active":true,"exp":-1})");
    QTest::newRow("end beyond the calendar") << QByteArray(R"({"active":true,"exp":999999999999})");
    QTest::newRow("scope a number") << QByteArray(R"({"active":true,"scope":1})");
    QTest::newRow("an error") << QByteArray(R"({"active":true,"error":"server_error"})");
}

void TestStandardReplies::badIntrospectionsAreRefused()
{
    QFETCH(QByteArray, body);
    QVERIFY(!readIntrospection(answer(body)));
}

void TestStandardReplies::revocationsAreRead_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("done") << 200 << QByteArray() << u"done"_s;
    QTest::newRow("done, with some words") << 200 << QByteArray("ok") << u"done"_s;
    QTest::newRow("not this kind") << 400 << QByteArray(R"({"error":"unsupported_token_type"})") << u"Rejected"_s;
    QTest::newRow("wrong secret") << 401 << QByteArray(R"({"error":"invalid_client"})") << u"Misconfigured"_s;
    QTest::newRow("later") << 503 << QByteArray() << u"ServerTrouble"_s;
}

void TestStandardReplies::revocationsAreRead()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Result<void> done = readRevocation(answer(body, status));
    QTEST(done ? u"done"_s : nameOf(done.error().kind), "outcome");
}

QTEST_GUILESS_MAIN(TestStandardReplies)
#include "tst_standardreplies.moc"
