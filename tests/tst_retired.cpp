// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"
#include "provider/retired.h"

#include <QFile>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(tokendesk::RetiredWay)

namespace {

constexpr auto instagram = "https://www.instagram.com/oauth/authorize";
constexpr auto facebook = "https://www.facebook.com/v26.0/dialog/oauth";
constexpr auto elsewhere = "https://login.example.org/authorize";

/// A provider file that shows this consent page and asks for this scope, in line 12.
QByteArray providerFile(const QByteArray &authorize, const QByteArray &scope, const QByteArray &profile = {})
{
    const QByteArrayList lines{
        "{",
        "'id': 'mine',",
        "'name': 'Mine',",
        "'family': 'standard',",
        "'endpoints': {",
        "'authorize': '" + authorize + "',",
        "'token': '" + authorize + '\'' + (profile.isEmpty() ? QByteArray() : ", 'profile': '" + profile + '\''),
        "},",
        "'scopeSeparator': ',', 'profileFields': ['id'], 'pkce': false,",
        "'redirectAddresses': ['https://localhost:9001/mine/'],",
        "'scopes': [",
        "{ 'id': '" + scope + "', 'title': 'One', 'sentence': 'Does one thing.' }",
        "]",
        "}",
    };
    return lines.join('\n').replace('\'', '"');
}

} // namespace

/// What Meta has closed is recognised by name, and told with its last day and what takes its place.
class TestRetired : public QObject
{
    Q_OBJECT
private slots:
    void scopes_data();
    void scopes();
    void texts_data();
    void texts();
    void everyWayIsExplained();
    void aProviderFileIsRefusedWithTheLine();
    void noBuiltInProviderIsRetired();
};

void TestRetired::scopes_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QUrl>("authorize");
    QTest::addColumn<QDate>("ended");
    QTest::addColumn<QString>("instead");
    const auto row = [](const char *name, const char *scope, const char *at, const QDate &ended, const char *instead) {
        QTest::newRow(name) << QString::fromLatin1(scope) << QUrl(QString::fromLatin1(at)) << ended
                            << QString::fromLatin1(instead);
    };
    const QDate basicDisplay(2024, 12, 4);
    const QDate legacy(2020, 6, 29);
    const QDate business(2025, 1, 27);
    row("Basic Display profile", "user_profile", instagram, basicDisplay, "instagram_business_basic");
    row("Basic Display media", "user_media", instagram, basicDisplay, "instagram_business_basic");
    row("its inner name", "instagram_graph_user_media", facebook, basicDisplay, "instagram_business_basic");
    row("legacy", "basic", instagram, legacy, "instagram_business_basic");
    row("legacy content", "public_content", instagram, legacy, "instagram_business_basic");
    row("first name", "business_basic", instagram, business, "instagram_business_basic");
    row("first name of comments", "business_manage_comments", instagram, business,
        "instagram_business_manage_comments");
    row("posting as a person", "publish_actions", facebook, QDate(2018, 8, 1), "");
    row("Pages", "manage_pages", facebook, QDate(2020, 8, 3), "pages_show_list");
    row("endless", "offline_access", facebook, QDate(2012, 10, 3), "extended");
    row("photos at Instagram", "user_photos", instagram, QDate(), "instagram_business_basic");
    row("photos at Facebook", "user_photos", facebook, QDate(), "-");
    row("in use", "instagram_business_basic", instagram, QDate(), "-");
    row("in use at Facebook", "business_management", facebook, QDate(), "-");
    row("a common word elsewhere", "basic", elsewhere, QDate(), "-");
    row("a name of Meta's elsewhere", "manage_pages", elsewhere, QDate(), "-");
    row("a host that only ends alike", "basic", "https://notinstagram.com/authorize", QDate(), "-");
    row("empty", "", instagram, QDate(), "-");
}

void TestRetired::scopes()
{
    QFETCH(QString, scope);
    QFETCH(QUrl, authorize);
    QFETCH(QDate, ended);
    QFETCH(QString, instead);
    const auto found = retiredScope(scope, scopeHome(authorize));
    QCOMPARE(found.has_value(), instead != "-"_L1);
    if (!found)
        return;
    QCOMPARE(found->ended, ended);
    QVERIFY(QString(found->instead).contains(instead));
}

void TestRetired::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("way");
    const auto row = [](const char *name, const QByteArray &text, int way) { QTest::newRow(name) << text << way; };
    const int none = -1;
    const int legacy = int(RetiredWay::LegacyApi);
    const int basicDisplay = int(RetiredWay::BasicDisplay);
    row("legacy call", "https://api.instagram.com/v1/users/self/?access_token=1.2.3", legacy);
    row("in prose", "Please open <https://api.instagram.com/v1/media> soon", legacy);
    row("Basic Display consent",
        "https://api.instagram.com/oauth/authorize?client_id=1&scope=user_profile,user_media&response_type=code",
        basicDisplay);
    row("escaped commas", "https://api.instagram.com/oauth/authorize?scope=user_profile%2Cuser_media", basicDisplay);
    row("plus between", "https://www.instagram.com/oauth/authorize?a=b&scope=x+basic", legacy);
    row("second address",
        "https://example.org/ then https://www.facebook.com/v3.0/dialog/oauth?scope=email,publish_actions",
        int(RetiredWay::PublishActions));
    row("today's consent", "https://www.instagram.com/oauth/authorize?scope=instagram_business_basic", none);
    row("today's call", "https://graph.instagram.com/v25.0/me?fields=id&access_token=IGAA", none);
    row("elsewhere", "https://example.org/authorize?scope=basic", none);
    row("no address", "user_profile", none);
    row("broken address", "https://%zz?scope=basic https://", none);
    row("empty", "", none);
}

void TestRetired::texts()
{
    QFETCH(QByteArray, text);
    const auto found = retiredIn(text);
    QTEST(found ? int(found->way) : -1, "way");
}

void TestRetired::everyWayIsExplained()
{
    for (const RetiredWay way :
         {RetiredWay::LegacyApi, RetiredWay::BasicDisplay, RetiredWay::BusinessScopes, RetiredWay::PublishActions,
          RetiredWay::PageScopes, RetiredWay::OfflineAccess, RetiredWay::FacebookPhotos}) {
        const Retired &one = retired(way);
        QCOMPARE(one.way, way);
        const QString text = one.explanation(u"this"_s);
        QVERIFY2(text.startsWith("this "_L1) && text.contains(one.name), qPrintable(text));
        QVERIFY2(text.contains(one.ended.isValid() ? one.ended.toString(Qt::ISODate) : u"not Instagram"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(one.instead.isEmpty() ? "nothing replaces it"_L1 : one.instead), qPrintable(text));
    }
}

void TestRetired::aProviderFileIsRefusedWithTheLine()
{
    QVERIFY(readProvider(providerFile(instagram, "instagram_business_basic")));
    QVERIFY(readProvider(providerFile(elsewhere, "basic")));
    const Result<Provider> oldScope = readProvider(providerFile(instagram, "user_media"));
    QVERIFY(!oldScope);
    QCOMPARE(oldScope.error().line, 12);
    QCOMPARE(oldScope.error().what,
             u"user_media ended with Instagram Basic Display on 2024-12-04; use instagram_business_basic"_s);
    const Result<Provider> oldAddress
        = readProvider(providerFile(instagram, "read", "https://api.instagram.com/v1/users/self"));
    QVERIFY(!oldAddress);
    QCOMPARE(oldAddress.error().line, 7);
    QVERIFY(oldAddress.error().what.startsWith("api.instagram.com/v1/users/self ended"_L1));
}

void TestRetired::noBuiltInProviderIsRetired()
{
    const Catalog catalog(QString{});
    QVERIFY(catalog.problems().isEmpty());
    for (const Provider &provider : catalog.providers()) {
        for (const Scope &scope : provider.scopes)
            QVERIFY(!retiredScope(scope.id, ScopeHome::Instagram));
    }
}

QTEST_GUILESS_MAIN(TestRetired)
#include "tst_retired.moc"
