// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/facebookreplies.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

Answer answered(const QByteArray &body, int status = 200)
{
    return {.status = status, .body = body, .headers = {}};
}

/// "success", or the kind of the error.
template <typename T>
QString kindOf(const Result<T> &result)
{
    return result ? u"success"_s : nameOf(result.error().kind);
}

} // namespace

/// Facebook's answers, good and bad.
class TestFacebookReplies : public QObject
{
    Q_OBJECT
private slots:
    void pagesAreRead();
    void cursorIsTakenOnlyWhereTheListGoesOn_data();
    void cursorIsTakenOnlyWhereTheListGoesOn();
    void oddPagesAreRefused_data();
    void oddPagesAreRefused();
    void unsafePicturesAreDropped();
    void portfoliosAreRead();
    void permissionsAreToldApart();
    void oddPermissionsAreRefused_data();
    void oddPermissionsAreRefused();
    void inspectionIsRead();
    void faultOfAnInspectionIsClassified_data();
    void faultOfAnInspectionIsClassified();
    void oddInspectionsAreRefused_data();
    void oddInspectionsAreRefused();
    void successIsToldInThreeWays_data();
    void successIsToldInThreeWays();
    void profileHasANestedPicture();
};

void TestFacebookReplies::pagesAreRead()
{
    const auto part = readFacebookPages(answered(
        R"({"data":[{"id":"104","name":"Café","access_token":"EAAx","picture":{"data":{"url":"https://a.example/p"}},
            "instagram_business_account":{"id":"17841400000000101","username":"cafe"}},{"id":"105","name":"Choir"}]})"));
    QVERIFY(part);
    QCOMPARE(part->pages.size(), 2u);
    const FacebookPage &cafe = part->pages.front();
    QCOMPARE(cafe.id, u"104"_s);
    QCOMPARE(cafe.name, u"Café"_s);
    QCOMPARE(cafe.token.toText(), u"EAAx"_s);
    QCOMPARE(cafe.picture, QUrl(u"https://a.example/p"_s));
    QCOMPARE(cafe.instagramId, u"17841400000000101"_s);
    QCOMPARE(cafe.instagramUsername, u"cafe"_s);
    QVERIFY(part->pages.back().token.isEmpty()); // a role without a token
    QVERIFY(part->pages.back().instagramId.isEmpty());
    QVERIFY(part->after.isEmpty());
}

void TestFacebookReplies::cursorIsTakenOnlyWhereTheListGoesOn_data()
{
    QTest::addColumn<QByteArray>("paging");
    QTest::addColumn<QString>("after");
    QTest::newRow("goes on") << QByteArray(R"({"cursors":{"after":"MTAx"},"next":"https://x.example/"})") << u"MTAx"_s;
    QTest::newRow("last part") << QByteArray(R"({"cursors":{"after":"MTAx"}})") << QString();
    QTest::newRow("none") << QByteArray("null") << QString();
    QTest::newRow("blank in it") << QByteArray(R"({"cursors":{"after":"a b"},"next":"x"})") << QString();
    QTest::newRow("no text") << QByteArray(R"({"cursors":[1],"next":"x"})") << QString();
    QTest::newRow("too long") << QByteArray(R"({"cursors":{"after":")" + QByteArray(513, 'a') + R"("},"next":"x"})")
                              << QString();
}

void TestFacebookReplies::cursorIsTakenOnlyWhereTheListGoesOn()
{
    QFETCH(const QByteArray, paging);
    QFETCH(const QString, after);
    const auto part = readFacebookPages(answered(R"({"data":[],"paging":)" + paging + '}'));
    QVERIFY(part);
    QCOMPARE(part->after, after);
}

void TestFacebookReplies::oddPagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QByteArray &body, int status = 200,
                        const QString &kind = u"Malformed"_s) { QTest::newRow(name) << body << status << kind; };
    row("empty", "");
    row("web page", "<html>Welcome</html>");
    row("no list", R"({"data":{}})");
    row("nothing", "{}");
    row("no id", R"({"data":[{"name":"Café"}]})");
    row("id of words", R"({"data":[{"id":"café"}]})");
    row("token with a line break", R"({"data":[{"id":"1","access_token":"EAA\nx"}]})");
    row("token of zero", R"({"data":[{"id":"1","access_token":""}]})");
    row("a list in the list", R"({"data":[[]]})");
    row("expired", R"({"error":{"message":"Error validating access token: Session has expired","code":190}})", 400,
        u"Rejected"_s);
    row("throttled", R"({"error":{"message":"(#4) Application request limit reached","code":4}})", 400,
        u"RateLimited"_s);
    row("no proof",
        R"({"error":{"message":"API calls from the server require an appsecret_proof argument","code":100}})", 400,
        u"Misconfigured"_s);
}

void TestFacebookReplies::oddPagesAreRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    QCOMPARE(kindOf(readFacebookPages(answered(body, status))), kind);
}

void TestFacebookReplies::unsafePicturesAreDropped()
{
    const auto part = readFacebookPages(answered(
        R"({"data":[{"id":"1","name":"a\u202Eb","picture":{"data":{"url":"file:///etc/passwd"}},
            "instagram_business_account":{"id":"2","profile_picture_url":"http://a.example/"}}]})"));
    QVERIFY(part);
    QVERIFY(part->pages.front().picture.isEmpty() && part->pages.front().instagramPicture.isEmpty());
    QCOMPARE(part->pages.front().name, u"ab"_s);
}

void TestFacebookReplies::portfoliosAreRead()
{
    const auto part = readFacebookBusinesses(answered(R"({"data":[{"id":"900","name":"Holding"},{"id":901}]})"));
    QVERIFY(part);
    QCOMPARE(part->ids, QStringList({u"900"_s, u"901"_s}));
    QCOMPARE(kindOf(readFacebookBusinesses(answered(R"({"data":[{"id":"../me"}]})"))), u"Malformed"_s);
}

void TestFacebookReplies::permissionsAreToldApart()
{
    const auto permissions = readFacebookPermissions(
        answered(R"({"data":[{"permission":"public_profile","status":"granted"},{"permission":"a","status":"granted"},
                     {"permission":"b","status":"declined"},{"permission":"c","status":"expired"}]})"));
    QVERIFY(permissions);
    QCOMPARE(permissions->granted, QStringList{u"a"_s});
    QCOMPARE(permissions->declined, QStringList({u"b"_s, u"c"_s}));
}

void TestFacebookReplies::oddPermissionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no status") << QByteArray(R"({"data":[{"permission":"a"}]})");
    QTest::newRow("no name") << QByteArray(R"({"data":[{"status":"granted"}]})");
    QTest::newRow("a blank in it") << QByteArray(R"({"data":[{"permission":"a b","status":"granted"}]})");
    QTest::newRow("no list") << QByteArray(R"({"data":"a"})");
}

void TestFacebookReplies::oddPermissionsAreRefused()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(kindOf(readFacebookPermissions(answered(body))), u"Malformed"_s);
}

void TestFacebookReplies::inspectionIsRead()
{
    const auto inspection = readFacebookInspection(answered(
        R"({"data":{"app_id":"123","type":"PAGE","issued_at":1790000000,"expires_at":0,"data_access_expires_at":1800000000,
                     "is_valid":true,"scopes":["pages_show_list","public_profile"],"user_id":"7","profile_id":"8"}})"));
    QVERIFY(inspection);
    QVERIFY(inspection->valid);
    QCOMPARE(inspection->type, FacebookTokenType::Page);
    QCOMPARE(inspection->appId, u"123"_s);
    QCOMPARE(inspection->userId, u"7"_s);
    QCOMPARE(inspection->pageId, u"8"_s);
    QCOMPARE(inspection->issuedAt, QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::utc()));
    QVERIFY(!inspection->expiresAt.isValid());
    QCOMPARE(inspection->dataAccessExpiresAt, QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::utc()));
    QCOMPARE(inspection->scopes, QStringList{u"pages_show_list"_s});
}

void TestFacebookReplies::faultOfAnInspectionIsClassified_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<int>("hint");
    QTest::newRow("expired") << QByteArray(R"({"code":190,"message":"Session has expired on Monday","subcode":463})")
                             << int(ErrorHint::Expired);
    QTest::newRow("removed") << QByteArray(R"({"code":190,"message":"x","subcode":458})") << int(ErrorHint::AppRemoved);
    QTest::newRow("unreadable") << QByteArray(
        R"({"code":190,"message":"Invalid OAuth access token - Cannot parse access token"})")
                                << int(ErrorHint::WrongHost);
    QTest::newRow("unknown") << QByteArray(R"({"code":"?"})") << int(ErrorHint::None);
}

void TestFacebookReplies::faultOfAnInspectionIsClassified()
{
    QFETCH(const QByteArray, error);
    QFETCH(const int, hint);
    const auto inspection = readFacebookInspection(answered(R"({"data":{"is_valid":false,"error":)" + error + "}}"));
    QVERIFY(inspection);
    QVERIFY(!inspection->valid);
    QCOMPARE(inspection->fault.kind, ErrorKind::Rejected);
    QCOMPARE(int(inspection->fault.hint), hint);
}

void TestFacebookReplies::oddInspectionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray(R"({"data":[]})");
    QTest::newRow("empty") << QByteArray(R"({"data":{}})");
    QTest::newRow("scopes") << QByteArray(R"({"data":{"is_valid":true,"scopes":[1]}})");
}

void TestFacebookReplies::oddInspectionsAreRefused()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(kindOf(readFacebookInspection(answered(body))), u"Malformed"_s);
}

void TestFacebookReplies::successIsToldInThreeWays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::newRow("true") << QByteArray(R"({"success":true})") << u"success"_s;
    QTest::newRow("text") << QByteArray(R"({"success":"true"})") << u"success"_s;
    QTest::newRow("bare") << QByteArray("true") << u"success"_s;
    QTest::newRow("false") << QByteArray(R"({"success":false})") << u"Malformed"_s;
    QTest::newRow("nothing") << QByteArray("{}") << u"Malformed"_s;
    QTest::newRow("page") << QByteArray("<html>true</html>") << u"Malformed"_s;
}

void TestFacebookReplies::successIsToldInThreeWays()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    QCOMPARE(kindOf(readFacebookSuccess(answered(body))), kind);
}

void TestFacebookReplies::profileHasANestedPicture()
{
    const auto profile = readFacebookProfile(
        answered(R"({"id":"10227000000000001","name":"Pat","picture":{"data":{"url":"https://a.example/p"}}})"));
    QVERIFY(profile);
    QCOMPARE(profile->id, u"10227000000000001"_s);
    QCOMPARE(profile->name, u"Pat"_s);
    QCOMPARE(profile->picture, QUrl(u"https://a.example/p"_s));
    QCOMPARE(kindOf(readFacebookProfile(answered(R"({"name":"Pat"})"))), u"Malformed"_s);
}

QTEST_GUILESS_MAIN(TestFacebookReplies)
#include "tst_facebookreplies.moc"
