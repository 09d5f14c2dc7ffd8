// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pastedtoken.h"
#include "support/practicefixture.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;
using Values = PracticeClient::Values;

namespace {

const QString basic = u"instagram_business_basic"_s;
const QString insights = u"instagram_business_manage_insights"_s;

Values with(Values values, const QString &name, const QString &value)
{
    values.removeIf([&](const auto &pair) { return pair.first == name; });
    values << std::pair(name, value);
    return values;
}

} // namespace

/// Practice follows Instagram's rules.
class TestPractice : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_practice.emplace(); }

    void aSignInGivesATokenThatTellsWhoseItIs();
    void theFormDecodesEveryCharacter();
    void aMultipartFormDoesAsWell();
    void jsonAndGetAreNoWayToAToken();
    void anAuthorizationOutOfOrderIsRefusedOnThePage_data();
    void anAuthorizationOutOfOrderIsRefusedOnThePage();
    void theConsentPageIsSealedOff();
    void untickedScopesAreNotGranted();
    void thePersonChoosesTheAccount();
    void cancelIsToldToTheApp();
    void aDoubleClickStillEndsInACode();
    void theConsentPageGoesOutOfDate();
    void aCodeCountsOnce();
    void aCodeCountsForAnHour_data();
    void aCodeCountsForAnHour();
    void aCodeIsBoundToItsRequest_data();
    void aCodeIsBoundToItsRequest();
    void pkceIsVerified();
    void whatAnAccountHasIsRead_data();
    void whatAnAccountHasIsRead();

private:
    std::optional<PracticeFixture> m_practice;
};

void TestPractice::aSignInGivesATokenThatTellsWhoseItIs()
{
    const QUrl address = m_practice->client.signIn(m_practice->client.authorization({basic, insights}));
    QCOMPARE(address.fragment(), u"_"_s);
    QCOMPARE(QUrlQuery(address).queryItemValue(u"state"_s), u"state-1"_s);

    const QString code = QUrlQuery(address).queryItemValue(u"code"_s);
    const auto grant = m_practice->client.post(u"/oauth/access_token"_s, m_practice->client.exchange(code));
    QCOMPARE(grant.status, 200);
    QVERIFY(grant.body.contains("\"user_id\":27640875392278831"));
    QCOMPARE(grant.json().value("permissions"_L1).toArray(), (QJsonArray{basic, insights}));
    QVERIFY(!grant.json().contains("expires_in"_L1));
    const QString shortToken = grant.json().value("access_token"_L1).toString();
    QVERIFY(shortToken.startsWith("PRACTICE"_L1));
    QCOMPARE(shortToken.size(), 180);

    const auto extended = m_practice->client.extend(shortToken);
    QCOMPARE(extended.status, 200);
    QCOMPARE(extended.json().value("expires_in"_L1).toInt(), 60 * 24 * 3600);
    QCOMPARE(extended.json().value("token_type"_L1).toString(), u"bearer"_s);
    const auto profile = m_practice->client.me(extended.json().value("access_token"_L1).toString());
    QCOMPARE(profile.json().value("id"_L1).toString(), u"27640875392278831"_s);
    QCOMPARE(profile.json().value("user_id"_L1).toString(), u"17841400000000101"_s);
    QCOMPARE(profile.json().value("username"_L1).toString(), u"practice.account"_s);
    QCOMPARE(m_practice->server.requests(),
             (QStringList{u"GET /oauth/authorize"_s, u"POST /oauth/authorize"_s, u"GET /callback"_s,
                          u"POST /oauth/access_token"_s, u"GET /access_token"_s, u"GET /v25.0/me"_s}));
}

void TestPractice::theFormDecodesEveryCharacter()
{
    // The state goes through the query of the authorization and back through the redirect.
    const QString state = u"a+b c%2B&d=é#_"_s;
    const QUrl address = m_practice->client.signIn(with(m_practice->client.authorization({basic}), u"state"_s, state));
    const QByteArray query = address.query(QUrl::FullyEncoded).toLatin1();
    QVERIFY2(query.endsWith("&state=a%2Bb+c%252B%26d%3D%C3%A9%23_"), query.constData());

    // "+" is a space in a form: this redirect address is another one.
    Values form = m_practice->client.exchange(m_practice->client.code());
    QByteArray body = encoded(form);
    body.replace("callback", "call+back");
    const auto refused = m_practice->client.post(u"/oauth/access_token"_s, "application/x-www-form-urlencoded", body);
    QCOMPARE(refused.json().value("error_message"_L1).toString(),
             u"Redirect URI does not match registered redirect URI"_s);
}

void TestPractice::aMultipartFormDoesAsWell()
{
    QByteArray body;
    for (const auto &[name, value] : m_practice->client.exchange(m_practice->client.code())) {
        body += "--xyz\r\nContent-Disposition: form-data; name=\"" + name.toUtf8() + "\"\r\n\r\n" + value.toUtf8()
            + "\r\n";
    }
    const auto grant
        = m_practice->client.post(u"/oauth/access_token"_s, "multipart/form-data; boundary=xyz", body + "--xyz--\r\n");
    QCOMPARE(grant.status, 200);
}

void TestPractice::jsonAndGetAreNoWayToAToken()
{
    const Values form = m_practice->client.exchange(m_practice->client.code());
    QCOMPARE(m_practice->client.get(u"/oauth/access_token"_s, form).status, 400);
    const QByteArray json = "{\"code\":\"" + form.last().second.toUtf8() + "\"}";
    QCOMPARE(m_practice->client.post(u"/oauth/access_token"_s, "application/json", json).status, 400);
    QCOMPARE(m_practice->client.post(u"/oauth/access_token"_s, form).status, 200); // the code was not used up
}

void TestPractice::anAuthorizationOutOfOrderIsRefusedOnThePage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *title, const QString &name, const QString &value, const QString &message) {
        QTest::newRow(title) << name << value << message;
    };
    row("no app id", u"client_id"_s, u""_s, u"Invalid platform app"_s);
    row("an app id with letters", u"client_id"_s, u"12345a"_s, u"Invalid platform app"_s);
    for (const QString &uri : {u""_s, u"http://example.org/"_s, u"http://127.0.0.1.example.org/"_s,
                               u"http://user@127.0.0.1:1/"_s, u"http://127.0.0.1:1/#x"_s, u"ftp://127.0.0.1/"_s,
                               u"//127.0.0.1/"_s, u"javascript:alert(1)"_s, u"http://127.0.0.1:1/ x"_s})
        row(qPrintable(u"redirect to <%1>"_s.arg(uri)), u"redirect_uri"_s, uri, u"Invalid redirect_uri"_s);
    row("the implicit flow", u"response_type"_s, u"token"_s, u"Invalid response_type"_s);
    row("no scope", u"scope"_s, u""_s, u"Invalid scope: "_s);
    row("the review page's spelling", u"scope"_s, u"instagram_business_content_publishing"_s,
        u"Invalid scope: instagram_business_content_publishing"_s);
    row("a dead scope", u"scope"_s, basic + u",business_basic"_s, u"Invalid scope: business_basic"_s);
    row("markup", u"scope"_s, u"<b>"_s, u"Invalid scope: &lt;b&gt;"_s);
    row("plain PKCE", u"code_challenge"_s, u"x"_s, u"Invalid code_challenge_method"_s);
}

void TestPractice::anAuthorizationOutOfOrderIsRefusedOnThePage()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, message);

    const auto page
        = m_practice->client.get(u"/oauth/authorize"_s, with(m_practice->client.authorization({basic}), name, value));
    QCOMPARE(page.status, 400);
    QVERIFY(page.header("Location").isEmpty());
    QVERIFY2(page.body.contains("Request parameters are invalid: " + message.toUtf8() + "</code>"),
             page.body.constData());
    QVERIFY(page.body.contains("this is not Instagram"));
}

void TestPractice::theConsentPageIsSealedOff()
{
    const auto page = m_practice->client.get(
        u"/oauth/authorize"_s, with(m_practice->client.authorization({basic, insights}), u"state"_s, u"\"><script>"_s));
    QCOMPARE(page.status, 200);
    QCOMPARE(page.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(page.header("X-Frame-Options"), QByteArray("DENY"));
    QVERIFY(page.header("Content-Security-Policy").startsWith("default-src 'none';"));
    const QByteArray style = page.body.mid(page.body.indexOf("<style>") + 7).split('<').first();
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    QVERIFY(page.header("Content-Security-Policy").contains("'sha256-" + hash + '\''));
    QVERIFY(!page.body.contains("<script"));
    QVERIFY(!page.body.contains("http:") && !page.body.contains("https:"));
    QVERIFY(page.body.contains("this is not Instagram"));
    QVERIFY(page.body.contains(insights.toUtf8()));
    QVERIFY(page.body.contains("<code>instagram_business_basic</code> · always on<"));
    QVERIFY(!page.body.contains("instagram_business_manage_messages"));
}

void TestPractice::untickedScopesAreNotGranted()
{
    const QString code = m_practice->client.code({.unticks = {basic, insights}});
    const auto grant = m_practice->client.post(u"/oauth/access_token"_s, m_practice->client.exchange(code)).json();
    QCOMPARE(grant.value("permissions"_L1).toArray(), QJsonArray{basic}); // this one cannot be unticked
    const QString token = grant.value("access_token"_L1).toString();
    const auto list = m_practice->client.get(u"/me/permissions"_s, {{u"access_token"_s, token}}).json();
    const QJsonObject granted{{u"permission"_s, basic}, {u"status"_s, u"granted"_s}};
    QCOMPARE(list.value("data"_L1).toArray(), QJsonArray{granted});
}

void TestPractice::thePersonChoosesTheAccount()
{
    const auto profile = m_practice->client.me(m_practice->client.shortToken({.account = u"second.practice"_s})).json();
    QCOMPARE(profile.value("username"_L1).toString(), u"second.practice"_s);
    QCOMPARE(profile.value("id"_L1).toString(), u"27640875392278832"_s);
}

void TestPractice::cancelIsToldToTheApp()
{
    const QUrl address = m_practice->client.signIn(m_practice->client.authorization({basic}),
                                                   {.presses = FakeBrowser::Button::Cancel});
    QCOMPARE(address.query(QUrl::FullyEncoded),
             u"error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request"
             "&state=state-1"_s);
}

void TestPractice::aDoubleClickStillEndsInACode()
{
    const QString code = m_practice->client.code({.doubleClicks = true});
    QCOMPARE(m_practice->client.post(u"/oauth/access_token"_s, m_practice->client.exchange(code)).status, 200);
}

void TestPractice::theConsentPageGoesOutOfDate()
{
    const auto page = m_practice->client.get(u"/oauth/authorize"_s, m_practice->client.authorization({basic}));
    const QByteArray ticket = page.body.mid(page.body.indexOf("name=\"ticket\" value=\"") + 21).split('"').first();
    const Values form{{u"ticket"_s, QString::fromLatin1(ticket)}, {u"decision"_s, u"cancel"_s}};
    QCOMPARE(m_practice->client.post(u"/oauth/authorize"_s, with(form, u"ticket"_s, u"x"_s)).status, 400);
    QCOMPARE(m_practice->client.post(u"/oauth/authorize"_s, form).status, 302);
    m_practice->clock.advance(1h);
    QCOMPARE(m_practice->client.post(u"/oauth/authorize"_s, form).status, 400);
}

void TestPractice::aCodeCountsOnce()
{
    const Values form = m_practice->client.exchange(m_practice->client.code());
    QCOMPARE(m_practice->client.post(u"/oauth/access_token"_s, form).status, 200);
    const auto again = m_practice->client.post(u"/oauth/access_token"_s, form);
    QCOMPARE(again.status, 400);
    QCOMPARE(again.json(),
             (QJsonObject{{u"error_type"_s, u"OAuthException"_s},
                          {u"code"_s, 400},
                          {u"error_message"_s, u"Matching code was not found or was already used"_s}}));
}

void TestPractice::aCodeCountsForAnHour_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("status");
    QTest::newRow("just in time") << 3599 << 200;
    QTest::newRow("too late") << 3600 << 400;
}

void TestPractice::aCodeCountsForAnHour()
{
    QFETCH(const int, seconds);
    const QString code = m_practice->client.code();
    m_practice->server.advance(std::chrono::seconds(seconds));
    QTEST(m_practice->client.post(u"/oauth/access_token"_s, m_practice->client.exchange(code)).status, "status");
}

void TestPractice::aCodeIsBoundToItsRequest_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("another app") << u"client_id"_s << u"99999"_s
                                 << u"Matching code was not found or was already used"_s;
    QTest::newRow("no app") << u"client_id"_s << u""_s << u"Invalid platform app"_s;
    QTest::newRow("wrong secret") << u"client_secret"_s << u"x"_s << u"Error validating client secret"_s;
    QTest::newRow("another address") << u"redirect_uri"_s << u"http://127.0.0.1/"_s
                                     << u"Redirect URI does not match registered redirect URI"_s;
    QTest::newRow("#_ kept") << u"code"_s << u"kept#_"_s << u"Matching code was not found or was already used"_s;
    QTest::newRow("another grant") << u"grant_type"_s << u"password"_s << u"Invalid grant_type"_s;
}

void TestPractice::aCodeIsBoundToItsRequest()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const auto refused = m_practice->client.post(
        u"/oauth/access_token"_s, with(m_practice->client.exchange(m_practice->client.code()), name, value));
    QCOMPARE(refused.status, 400);
    QTEST(refused.json().value("error_message"_L1).toString(), "message");
}

void TestPractice::pkceIsVerified()
{
    // The example of RFC 7636, appendix B.
    const QString verifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;
    Values query = m_practice->client.authorization({basic});
    query << std::pair(u"code_challenge"_s, u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s)
          << std::pair(u"code_challenge_method"_s, u"S256"_s);
    for (const auto &[sent, status] :
         {std::pair(verifier, 200), std::pair(verifier + u'x', 400), std::pair(u""_s, 400)}) {
        const QString code = QUrlQuery(m_practice->client.signIn(query)).queryItemValue(u"code"_s);
        const Values form = with(m_practice->client.exchange(code), u"code_verifier"_s, sent);
        QCOMPARE(m_practice->client.post(u"/oauth/access_token"_s, form).status, status);
    }
}

void TestPractice::whatAnAccountHasIsRead_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("code"); // 0 for a success
    QTest::newRow("/me/media") << u"fields=caption&limit=2"_s << 0;
    QTest::newRow("/v25.0/me/media") << u""_s << 0;
    QTest::newRow("/me/insights") << u"metric=reach,views"_s << 0;
    QTest::newRow("/me/content_publishing_limit") << u""_s << 10; // not granted
    QTest::newRow("/me/media?") << u"fields=nonsense"_s << 100;
    QTest::newRow("/me/insights?") << u"metric=nonsense"_s << 100;
    QTest::newRow("/me/insights??") << u""_s << 100;
    QTest::newRow("/17841400000000099/media") << u""_s << 2500;
    QTest::newRow("/x/me/media") << u""_s << 2500;
}

void TestPractice::whatAnAccountHasIsRead()
{
    QFETCH(const QString, query);
    QFETCH(const int, code);
    PracticeToken token = givenToken(m_practice->clock.now());
    token.scopes = {basic, insights};
    Values values{{u"access_token"_s, QString::fromLatin1(mintPracticeToken(token))}};
    for (const auto &[name, value] : QUrlQuery(query).queryItems())
        values << std::pair(name, value);
    const QString path = QString::fromLatin1(QTest::currentDataTag()).remove(u'?');
    const auto answer = m_practice->client.get(path, values);
    QCOMPARE(answer.graphError().value("code"_L1).toInt(), code);
    QCOMPARE(answer.json().contains("data"_L1), code == 0);
    QVERIFY(code != 0 || !answer.header("X-App-Usage").isEmpty());
}

QTEST_GUILESS_MAIN(TestPractice)
#include "tst_practice.moc"
