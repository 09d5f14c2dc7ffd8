// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceaccounts.h"
#include "practice/practicefacebooktokens.h"
#include "practice/practicefacebookworld.h"
#include "support/practicefixture.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>
#include <algorithm>
#include <optional>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Values = PracticeClient::Values;
using Answer = PracticeClient::Answer;

namespace {

const QString base = u"/facebook/v26.0"_s;
const QString tokenPath = base + u"/oauth/access_token"_s;
const QString basic = u"pages_show_list,pages_read_engagement,instagram_basic"_s;

QString appToken()
{
    return PracticeServer::clientId() + u'|' + PracticeServer::clientSecret();
}

QString proofOf(const QString &token)
{
    return QString::fromLatin1(QMessageAuthenticationCode::hash(token.toUtf8(), PracticeServer::clientSecret().toUtf8(),
                                                                QCryptographicHash::Sha256)
                                   .toHex());
}

QJsonArray dataOf(const Answer &answer)
{
    return answer.json().value("data"_L1).toArray();
}

} // namespace

/// Practice as Facebook, asked with plain HTTP: what it gives, and what it refuses in Meta's words.
class TestPracticeFacebook : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_practice.emplace(); }
    void cleanup() { m_practice.reset(); }

    void dialogRefusesOnItsOwnPage_data();
    void dialogRefusesOnItsOwnPage();
    void cancelComesBackInFacebooksWords();
    void codeIsGoodOnce();
    void configurationDecidesThePermissions();
    void declinedPermissionIsAskedAgainOnDemandOnly();
    void longTokenLivesSixtyDaysAndIsNotRenewed();
    void pagesComeInParts();
    void pageTokenOfALongTokenHasNoEnd();
    void portfoliosPagesAreListedThereOnly();
    void onlyTickedPagesAreSeen();
    void inspectionTellsKindAndEnds();
    void inspectionTellsFaultsBesideStatus200();
    void inspectionWantsAnAppToken();
    void wrongProofIsRefused();
    void proofIsRequiredWhereTheAppSaysSo();
    void removingOnePermissionLeavesTheOthers();
    void removingAllEndsEveryToken();
    void systemUserTokenIsMadeRenewedAndRevoked();
    void appTokenSpeaksForNobody();
    void whatTheLinkedAccountHasIsRead();
    void faultsShowHereToo_data();
    void faultsShowHereToo();

private:
    PracticeClient &client() { return m_practice->client; }
    Values dialog(const QString &scopes) const;
    QUrl signIn(const Values &query, const FakeBrowser::Person &person = {});
    Answer exchange(const QString &code);
    QString shortToken(const QString &scopes = basic, const FakeBrowser::Person &person = {});
    Answer extend(const QString &token, const Values &more = {});
    QString longToken(const QString &scopes = basic, const FakeBrowser::Person &person = {});
    Answer get(const QString &path, const QString &token, Values query = {});
    QJsonObject inspected(const QString &token);

    std::optional<PracticeFixture> m_practice;
};

Values TestPracticeFacebook::dialog(const QString &scopes) const
{
    return {{u"client_id"_s, PracticeServer::clientId()},
            {u"redirect_uri"_s, m_practice->client.redirectUri()},
            {u"response_type"_s, u"code"_s},
            {u"scope"_s, scopes},
            {u"state"_s, u"state-1"_s}};
}

QUrl TestPracticeFacebook::signIn(const Values &query, const FakeBrowser::Person &person)
{
    FakeBrowser browser(person);
    QSignalSpy rested(&browser, &FakeBrowser::rested);
    browser.open(client().url(base + u"/dialog/oauth"_s, query));
    rested.wait(10'000);
    return browser.address();
}

Answer TestPracticeFacebook::exchange(const QString &code)
{
    return client().get(tokenPath,
                        {{u"client_id"_s, PracticeServer::clientId()},
                         {u"client_secret"_s, PracticeServer::clientSecret()},
                         {u"redirect_uri"_s, client().redirectUri()},
                         {u"code"_s, code}});
}

QString TestPracticeFacebook::shortToken(const QString &scopes, const FakeBrowser::Person &person)
{
    const QString code = QUrlQuery(signIn(dialog(scopes), person)).queryItemValue(u"code"_s);
    return exchange(code).json().value("access_token"_L1).toString();
}

Answer TestPracticeFacebook::extend(const QString &token, const Values &more)
{
    return client().get(tokenPath,
                        Values{{u"grant_type"_s, u"fb_exchange_token"_s},
                               {u"client_id"_s, PracticeServer::clientId()},
                               {u"client_secret"_s, PracticeServer::clientSecret()},
                               {u"fb_exchange_token"_s, token}}
                            + more);
}

QString TestPracticeFacebook::longToken(const QString &scopes, const FakeBrowser::Person &person)
{
    return extend(shortToken(scopes, person)).json().value("access_token"_L1).toString();
}

Answer TestPracticeFacebook::get(const QString &path, const QString &token, Values query)
{
    query.append({u"access_token"_s, token});
    return client().get(base + path, query);
}

QJsonObject TestPracticeFacebook::inspected(const QString &token)
{
    return get(u"/debug_token"_s, appToken(), {{u"input_token"_s, token}}).json().value("data"_L1).toObject();
}

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
    Values query = dialog(basic);
    query.removeIf([&name](const auto &pair) { return pair.first == name; });
    query.append({name, value});
    const Answer answer = client().get(base + u"/dialog/oauth"_s, query);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains(told), answer.body.constData());
    QVERIFY(answer.header("Location").isEmpty());
}

void TestPracticeFacebook::cancelComesBackInFacebooksWords()
{
    const QUrl back = signIn(dialog(basic), {.presses = FakeBrowser::Button::Cancel});
    const QUrlQuery query(back);
    QCOMPARE(query.queryItemValue(u"error"_s), u"access_denied"_s);
    QCOMPARE(query.queryItemValue(u"error_code"_s), u"200"_s);
    QCOMPARE(query.queryItemValue(u"state"_s), u"state-1"_s);
    QCOMPARE(back.fragment(), u"_=_"_s);
}

void TestPracticeFacebook::codeIsGoodOnce()
{
    const QString code = QUrlQuery(signIn(dialog(basic))).queryItemValue(u"code"_s);
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
    const Values plain = dialog(basic);
    QVERIFY(!granted(plain, {.unticks = {u"instagram_basic"_s}}).contains(u"instagram_basic"_s));
    QVERIFY(!granted(plain, {}).contains(u"instagram_basic"_s));
    QVERIFY(granted(plain + Values{{u"auth_type"_s, u"rerequest"_s}}, {}).contains(u"instagram_basic"_s));
    QVERIFY(granted(plain, {}).contains(u"instagram_basic"_s));
}

void TestPracticeFacebook::longTokenLivesSixtyDaysAndIsNotRenewed()
{
    const Answer first = extend(shortToken());
    QCOMPARE(first.json().value("expires_in"_L1).toInt(), 60 * 24 * 3600);
    const QString token = first.json().value("access_token"_L1).toString();
    m_practice->server.advance(24h);
    const Answer again = extend(token);
    QCOMPARE(again.json().value("expires_in"_L1).toInt(), 59 * 24 * 3600);
    QVERIFY(again.json().value("access_token"_L1).toString() != token);
    m_practice->server.advance(59 * 24h);
    QCOMPARE(get(u"/me"_s, token).graphError().value("code"_L1).toInt(), 190);
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

void TestPracticeFacebook::pageTokenOfALongTokenHasNoEnd()
{
    const Values fields{{u"fields"_s, u"access_token"_s}};
    const auto first = [&](const QString &user) {
        return dataOf(get(u"/me/accounts"_s, user, fields)).at(0)["access_token"_L1].toString();
    };
    const QString brief = first(shortToken());
    const QString lasting = first(longToken());
    QVERIFY(inspected(brief).value("expires_at"_L1).toInteger() > 0);
    QCOMPARE(inspected(lasting).value("expires_at"_L1).toInteger(), 0);
    QCOMPARE(get(u"/me"_s, lasting, {{u"fields"_s, u"id,name"_s}}).json().value("name"_L1).toString(),
             u"Practice Café"_s);
    m_practice->server.advance(400 * 24h);
    QCOMPARE(get(u"/me"_s, lasting).status, 200);
    QCOMPARE(get(u"/me"_s, brief).status, 400);
}

void TestPracticeFacebook::portfoliosPagesAreListedThereOnly()
{
    const FakeBrowser::Person bo{.account = u"Bo Business"_s};
    const QString poor = longToken(basic, bo);
    QCOMPARE(get(u"/me/businesses"_s, poor).status, 400);
    const QString token = longToken(basic + u",business_management"_s, bo);
    QVERIFY(dataOf(get(u"/me/accounts"_s, token)).isEmpty());
    const QString id = dataOf(get(u"/me/businesses"_s, token)).at(0)["id"_L1].toString();
    const Values fields{{u"fields"_s, u"name"_s}};
    QCOMPARE(dataOf(get(u'/' + id + u"/owned_pages"_s, token, fields)).at(0)["name"_L1].toString(),
             u"Practice Hotel"_s);
    QCOMPARE(dataOf(get(u'/' + id + u"/client_pages"_s, token, fields)).at(0)["name"_L1].toString(), u"Client Shop"_s);
}

void TestPracticeFacebook::onlyTickedPagesAreSeen()
{
    const QString token = longToken(basic, {.unticks = {u"104000000000001"_s}});
    const QJsonArray pages = dataOf(get(u"/me/accounts"_s, token));
    QCOMPARE(pages.at(0)["id"_L1].toString(), u"104000000000002"_s);
    QCOMPARE(get(u"/104000000000001"_s, token).graphError().value("error_subcode"_L1).toInt(), 33);
    QVERIFY(dataOf(get(u"/me/accounts"_s, longToken(basic, {.account = u"Nia Nopage"_s}))).isEmpty());
}

void TestPracticeFacebook::inspectionTellsKindAndEnds()
{
    const QJsonObject user = inspected(longToken());
    const qint64 now = m_practice->clock.now().toSecsSinceEpoch();
    QCOMPARE(user.value("type"_L1).toString(), u"USER"_s);
    QCOMPARE(user.value("app_id"_L1).toString(), PracticeServer::clientId());
    QCOMPARE(user.value("expires_at"_L1).toInteger(), now + 60 * 24 * 3600);
    QCOMPARE(user.value("data_access_expires_at"_L1).toInteger(), now + 90 * 24 * 3600);
    QVERIFY(user.value("is_valid"_L1).toBool());
    QCOMPARE(user.value("scopes"_L1).toArray().size(), 3);
    QCOMPARE(inspected(appToken()).value("type"_L1).toString(), u"APP"_s);
}

void TestPracticeFacebook::inspectionTellsFaultsBesideStatus200()
{
    const QString brief = shortToken();
    m_practice->server.advance(2h);
    const QJsonObject expired = inspected(brief);
    QVERIFY(!expired.value("is_valid"_L1).toBool());
    QVERIFY(expired.value("error"_L1)["message"_L1].toString().contains("Session has expired"_L1));
    QCOMPARE(inspected(u"xxxx"_s).value("error"_L1)["code"_L1].toInt(), 190);
}

void TestPracticeFacebook::inspectionWantsAnAppToken()
{
    const QString token = longToken();
    QCOMPARE(get(u"/debug_token"_s, u"PRACTICEFBwrong"_s, {{u"input_token"_s, token}}).status, 400);
    QCOMPARE(get(u"/debug_token"_s, token, {{u"input_token"_s, token}}).status, 200);
}

void TestPracticeFacebook::wrongProofIsRefused()
{
    const QString token = longToken();
    QCOMPARE(get(u"/me"_s, token, {{u"appsecret_proof"_s, proofOf(token)}}).status, 200);
    const Answer answer = get(u"/me"_s, token, {{u"appsecret_proof"_s, proofOf(u"another"_s)}});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.graphError().value("type"_L1).toString(), u"GraphMethodException"_s);
}

void TestPracticeFacebook::proofIsRequiredWhereTheAppSaysSo()
{
    const QString token = longToken();
    m_practice->server.requireProof();
    QCOMPARE(get(u"/me"_s, token).graphError().value("message"_L1).toString(),
             u"API calls from the server require an appsecret_proof argument"_s);
    QCOMPARE(get(u"/me"_s, token, {{u"appsecret_proof"_s, proofOf(token)}}).status, 200);
}

void TestPracticeFacebook::removingOnePermissionLeavesTheOthers()
{
    const QString token = longToken();
    QVERIFY(client()
                .remove(base + u"/me/permissions/instagram_basic"_s, {{u"access_token"_s, token}})
                .json()
                .value("success"_L1)
                .toBool());
    const QJsonArray left = dataOf(get(u"/me/permissions"_s, token));
    QCOMPARE(left.size(), 3); // public_profile is one
    QVERIFY(!inspected(token).value("scopes"_L1).toArray().contains(u"instagram_basic"_s));
}

void TestPracticeFacebook::removingAllEndsEveryToken()
{
    const QString token = longToken();
    const Values fields{{u"fields"_s, u"access_token"_s}};
    const QString page = dataOf(get(u"/me/accounts"_s, token, fields)).at(0)["access_token"_L1].toString();
    QCOMPARE(get(u"/me/permissions"_s, page).status, 400); // a Page's token has no permissions to list
    QCOMPARE(client().remove(base + u"/me/permissions"_s, {{u"access_token"_s, token}}).status, 200);
    for (const QString &each : {token, page})
        QCOMPARE(get(u"/me"_s, each).graphError().value("error_subcode"_L1).toInt(), 458);
}

void TestPracticeFacebook::systemUserTokenIsMadeRenewedAndRevoked()
{
    const QString admin = longToken(basic + u",business_management"_s, {.account = u"Bo Business"_s});
    const QString path = base + u"/122100000000001/access_tokens"_s;
    Values form{{u"business_app"_s, PracticeServer::clientId()},
                {u"scope"_s, u"instagram_basic,pages_show_list"_s},
                {u"access_token"_s, admin}};
    QCOMPARE(client().post(path, form).status, 400); // without a proof
    form.append({u"appsecret_proof"_s, proofOf(admin)});
    const QString lasting = client().post(path, form).json().value("access_token"_L1).toString();
    QCOMPARE(inspected(lasting).value("type"_L1).toString(), u"SYSTEM_USER"_s);
    QCOMPARE(inspected(lasting).value("expires_at"_L1).toInteger(), 0);

    form.append({u"set_token_expires_in_60_days"_s, u"true"_s});
    const QString ending = client().post(path, form).json().value("access_token"_L1).toString();
    m_practice->server.advance(30 * 24h);
    const Answer renewed = extend(ending, {{u"set_token_expires_in_60_days"_s, u"true"_s}});
    QCOMPARE(renewed.json().value("expires_in"_L1).toInt(), 60 * 24 * 3600);
    QVERIFY(inspected(ending).value("is_valid"_L1).toBool()); // the old one lives on to its own end

    const Answer revoked = client().get(base + u"/oauth/revoke"_s,
                                        {{u"client_id"_s, PracticeServer::clientId()},
                                         {u"client_secret"_s, PracticeServer::clientSecret()},
                                         {u"revoke_token"_s, ending},
                                         {u"access_token"_s, admin}});
    QCOMPARE(revoked.json().value("success"_L1).toString(), u"true"_s);
    QVERIFY(!inspected(ending).value("is_valid"_L1).toBool());
    QVERIFY(inspected(lasting).value("is_valid"_L1).toBool());
}

void TestPracticeFacebook::appTokenSpeaksForNobody()
{
    const Answer answer = client().get(tokenPath,
                                       {{u"grant_type"_s, u"client_credentials"_s},
                                        {u"client_id"_s, PracticeServer::clientId()},
                                        {u"client_secret"_s, PracticeServer::clientSecret()}});
    const QString token = answer.json().value("access_token"_L1).toString();
    QVERIFY(token.startsWith(PracticeServer::clientId() + u'|'));
    QVERIFY(!token.contains(PracticeServer::clientSecret()));
    QCOMPARE(inspected(token).value("type"_L1).toString(), u"APP"_s);
    QCOMPARE(get(u"/me"_s, token).graphError().value("code"_L1).toInt(), 2500);
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
