// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceaccounts.h"
#include "practice/practicefacebookworld.h"
#include "support/practicefacebookstage.h"

#include <QTest>
#include <QUrlQuery>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;

using Values = PracticeClient::Values;
using Answer = PracticeClient::Answer;

/// Practice as Facebook, asked with plain HTTP: its dialog, its Pages and what they have, and its refusals in Meta's
/// words.
class TestPracticeFacebook : public QObject, protected PracticeFacebookStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void dialogRefusesOnItsOwnPage_data();
    void dialogRefusesOnItsOwnPage();
    void cancelComesBackInFacebooksWords();
    void codeIsGoodOnce();
    void configurationDecidesThePermissions();
    void declinedPermissionIsAskedAgainOnDemandOnly();
    void pagesComeInParts();
    void portfoliosPagesAreListedThereOnly();
    void onlyTickedPagesAreSeen();
    void whatTheLinkedAccountHasIsRead();
    void faultsShowHereToo_data();
    void faultsShowHereToo();
};

void TestPracticeFacebook::dialogRefusesOnItsOwnPage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("app id") << u"client_id"_s << u"shop"_s << QByteArray("Invalid App ID");
    QTest::newRow("redirect") << u"redirect_uri"_s << u"https://example.com/"_s << QByteArray("Invalid redirect_uri");
    QTest::newRow("retired scope") << u"scope"_s << u"manage_pages"_s << QByteArray("Invalid Scopes: manage_pages");
    QTest::newRow("token flow") << u"response_type"_s << u"token"_s << QByteArray("Invalid response_type");
    QTest::newRow("configuration") << u"config_id"_s << u"mine"_s << QByteArray("Invalid config_id");
}

void TestPracticeFacebook::dialogRefusesOnItsOwnPage()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, told);
    Values query = dialog(basic());
    query.removeIf([&name](const auto &pair) { return pair.first == name; });
    query.append({name, value});
    const Answer answer = client().get(base + u"/dialog/oauth"_s, query);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains(told), answer.body.constData());
    QVERIFY(answer.header("Location").isEmpty());
}

void TestPracticeFacebook::cancelComesBackInFacebooksWords()
{
    const QUrl back = signIn(dialog(basic()), {.presses = FakeBrowser::Button::Cancel});
    const QUrlQuery query(back);
    QCOMPARE(query.queryItemValue(u"error"_s), u"access_denied"_s);
    QCOMPARE(query.queryItemValue(u"error_code"_s), u"200"_s);
    QCOMPARE(query.queryItemValue(u"state"_s), u"state-1"_s);
    QCOMPARE(back.fragment(), u"_=_"_s);
}

void TestPracticeFacebook::codeIsGoodOnce()
{
    const QString code = QUrlQuery(signIn(dialog(basic()))).queryItemValue(u"code"_s);
    const Answer first = exchange(code);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json().value("token_type"_L1).toString(), u"bearer"_s);
    QCOMPARE(first.json().value("expires_in"_L1).toInt(), 5100);
    const Answer second = exchange(code);
    QCOMPARE(second.status, 400);
    QCOMPARE(second.graphError().value("message"_L1).toString(), u"This authorization code has been used."_s);
}

void TestPracticeFacebook::configurationDecidesThePermissions()
{
    Values query = dialog(u"ads_read"_s);
    query.append({u"config_id"_s, u"1357924680"_s});
    const QString code = QUrlQuery(signIn(query)).queryItemValue(u"code"_s);
    const QString token = exchange(code).json().value("access_token"_L1).toString();
    const auto read = readPracticeFacebookToken(token.toLatin1());
    QVERIFY(read);
    QVERIFY(read->scopes.contains(u"business_management"_s));
    QVERIFY(!read->scopes.contains(u"ads_read"_s));
}

void TestPracticeFacebook::declinedPermissionIsAskedAgainOnDemandOnly()
{
    const auto granted = [this](const Values &query, const FakeBrowser::Person &person) {
        const QString code = QUrlQuery(signIn(query, person)).queryItemValue(u"code"_s);
        const QString token = exchange(code).json().value("access_token"_L1).toString();
        return readPracticeFacebookToken(token.toLatin1()).value_or(PracticeFacebookToken{}).scopes;
    };
    const Values plain = dialog(basic());
    QVERIFY(!granted(plain, {.unticks = {u"instagram_basic"_s}}).contains(u"instagram_basic"_s));
    QVERIFY(!granted(plain, {}).contains(u"instagram_basic"_s));
    QVERIFY(granted(plain + Values{{u"auth_type"_s, u"rerequest"_s}}, {}).contains(u"instagram_basic"_s));
    QVERIFY(granted(plain, {}).contains(u"instagram_basic"_s));
}

void TestPracticeFacebook::pagesComeInParts()
{
    const QString token = longToken();
    const Values fields{{u"fields"_s, u"id,name,access_token,tasks,picture{url},instagram_business_account{id}"_s}};
    const Answer first = get(u"/me/accounts"_s, token, fields);
    QCOMPARE(dataOf(first).size(), 2);
    const QJsonObject page = dataOf(first).at(0).toObject();
    QCOMPARE(page.value("name"_L1).toString(), u"Practice Café"_s);
    QCOMPARE(page.value("instagram_business_account"_L1)["username"_L1].toString(), u"practice.account"_s);
    const QString picture = page.value("picture"_L1)["data"_L1]["url"_L1].toString();
    QVERIFY(client().get(picture).body.startsWith("\x89PNG"));
    const QString after = first.json().value("paging"_L1)["cursors"_L1]["after"_L1].toString();
    const Answer second = get(u"/me/accounts"_s, token, fields + Values{{u"after"_s, after}});
    QCOMPARE(dataOf(second).size(), 1);
    QVERIFY(!second.json().contains("paging"_L1));
    QVERIFY(!dataOf(second).at(0).toObject().contains("instagram_business_account"_L1));
}

void TestPracticeFacebook::portfoliosPagesAreListedThereOnly()
{
    const FakeBrowser::Person bo{.account = u"Bo Business"_s};
    const QString poor = longToken(basic(), bo);
    QCOMPARE(get(u"/me/businesses"_s, poor).status, 400);
    const QString token = longToken(basic() + u",business_management"_s, bo);
    QVERIFY(dataOf(get(u"/me/accounts"_s, token)).isEmpty());
    const QString id = dataOf(get(u"/me/businesses"_s, token)).at(0)["id"_L1].toString();
    const Values fields{{u"fields"_s, u"name"_s}};
    QCOMPARE(dataOf(get(u'/' + id + u"/owned_pages"_s, token, fields)).at(0)["name"_L1].toString(),
             u"Practice Hotel"_s);
    QCOMPARE(dataOf(get(u'/' + id + u"/client_pages"_s, token, fields)).at(0)["name"_L1].toString(), u"Client Shop"_s);
}

void TestPracticeFacebook::onlyTickedPagesAreSeen()
{
    const QString token = longToken(basic(), {.unticks = {u"104000000000001"_s}});
    const QJsonArray pages = dataOf(get(u"/me/accounts"_s, token));
    QCOMPARE(pages.at(0)["id"_L1].toString(), u"104000000000002"_s);
    QCOMPARE(get(u"/104000000000001"_s, token).graphError().value("error_subcode"_L1).toInt(), 33);
    QVERIFY(dataOf(get(u"/me/accounts"_s, longToken(basic(), {.account = u"Nia Nopage"_s}))).isEmpty());
}

void TestPracticeFacebook::whatTheLinkedAccountHasIsRead()
{
    const auto linked
        = std::ranges::find_if(practicePages(), [](const PracticePage &page) { return page.instagram != 0; });
    const QString id = practiceAccount(linked->instagram)->professionalId;
    const QString token = longToken(u"pages_show_list,instagram_basic"_s);
    const Answer media = get("/%1/media"_L1.arg(id), token, {{u"fields"_s, u"caption"_s}, {u"limit"_s, u"2"_s}});
    QCOMPARE(media.json().value("data"_L1).toArray().size(), 2);
    QVERIFY(media.json().value("paging"_L1).toObject().value("next"_L1).toString().contains(token)); // as at Meta
    QCOMPARE(get("/%1/insights"_L1.arg(id), token, {{u"metric"_s, u"reach"_s}}).graphError().value("code"_L1).toInt(),
             10);
    QVERIFY(get(u"/17841400000000099/media"_s, token).status >= 400);
    QVERIFY(client().get(base + "/%1/media"_L1.arg(id)).status >= 400);
}

void TestPracticeFacebook::faultsShowHereToo_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("path");
    QTest::newRow("me") << u"me"_s << u"/me"_s;
    QTest::newRow("pages") << u"pages"_s << u"/me/accounts"_s;
    QTest::newRow("businesses") << u"businesses"_s << u"/me/businesses"_s;
    QTest::newRow("inspect") << u"inspect"_s << u"/debug_token"_s;
    QTest::newRow("server-token") << u"server-token"_s << u"/oauth/revoke"_s;
    QTest::newRow("content") << u"content"_s << u"/17841400000000001/media"_s;
    QTest::newRow("extend") << u"extend"_s << u"/oauth/access_token?fb_exchange_token=x"_s;
}

void TestPracticeFacebook::faultsShowHereToo()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QString, path);
    m_practice->server.inject({.name = u"throttled-page"_s, .endpoint = endpoint, .times = 1});
    const Answer answer = client().get(base + path);
    QCOMPARE(answer.graphError().value("code"_L1).toInt(), 32);
    QVERIFY(!answer.header("X-App-Usage").isEmpty());
    QVERIFY(client().get(base + path).graphError().value("code"_L1).toInt() != 32);
}

QTEST_GUILESS_MAIN(TestPracticeFacebook)
#include "tst_practicefacebook.moc"
