// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"
#include "provider/catalog.h"
#include "support/practicefixture.h"
#include "support/scriptedserver.h"
#include "support/settle.h"

#include <QTest>
#include <QUrlQuery>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

/// Waits for what an operation ends with. A token is not copied about, so that the result is kept where it came.
template <typename T>
class Outcome
{
public:
    Callback<T> callback()
    {
        return [this](Result<T> result) { m_result.emplace(std::move(result)), ++m_calls; };
    }
    bool arrived() const { return m_result.has_value(); }
    bool wait() const
    {
        return QTest::qWaitFor([this] { return arrived(); }) && m_calls == 1;
    }
    QString kind() const
    {
        return !arrived() ? u"nothing"_s : *m_result ? u"success"_s : nameOf(m_result->error().kind);
    }
    const Error &error() const { return m_result->error(); }
    const T *operator->() const { return &**m_result; }
    const T &operator*() const { return **m_result; }

private:
    std::optional<Result<T>> m_result;
    int m_calls = 0;
};

} // namespace

class TestGraphClient : public QObject
{
    Q_OBJECT
private slots:
    void init();

    void requestsAreAsDocumented();
    void secretsArePercentEncoded();
    void answersAreRead();
    void errorsNameTheStepAndNoAddress();
    void whatTheProviderLacksIsRefusedLater();
    void picturesAreRecognized_data();
    void picturesAreRecognized();
    void picturesAreFetchedWithoutCredentials();
    void picturesFromUnsafePlacesAreNotFetched_data();
    void picturesFromUnsafePlacesAreNotFetched();
    void tooLargeAPictureIsRefused();
    void deletedWhileARequestIsOut_data();
    void deletedWhileARequestIsOut();
    void practiceGoesTheWholeWay();
    void everyFaultOfPracticeIsUnderstood_data();
    void everyFaultOfPracticeIsUnderstood();

private:
    Provider provider() const;

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<GraphClient> m_client;
    const Catalog m_catalog{QString()};
    const Secret m_token{QByteArrayView("IGAAtoken")};
    const Secret m_appSecret{QByteArrayView("0123456789abcdef")};
};

void TestGraphClient::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_client.reset();
    m_transport = std::make_unique<Transport>();
    m_transport->setTimeLimit(5s);
    m_client = std::make_unique<GraphClient>(*m_transport);
}

/// Practice's description, talking to the scripted server.
Provider TestGraphClient::provider() const
{
    return m_catalog.description(u"practice"_s)->onPort(m_server->serverPort());
}

void TestGraphClient::requestsAreAsDocumented()
{
    m_server->answer(400, "{}");
    Outcome<Grant> extended, renewed;
    Outcome<Profile> profile;
    Outcome<QStringList> permissions;
    m_client->extend(provider(), m_token, m_appSecret, this, extended.callback());
    QVERIFY(extended.wait());
    m_client->renew(provider(), m_token, this, renewed.callback());
    QVERIFY(renewed.wait());
    m_client->profile(provider(), m_token, this, profile.callback());
    QVERIFY(profile.wait());
    m_client->permissions(provider(), m_token, this, permissions.callback());
    QVERIFY(permissions.wait());
    QByteArrayList lines;
    for (const QByteArray &request : m_server->requests())
        lines.append(request.first(request.indexOf(" HTTP/1.1\r\n")));
    const QByteArray version = provider().apiVersion.toLatin1();
    QCOMPARE(lines,
             QByteArrayList({"GET /access_token?grant_type=ig_exchange_token&client_secret=0123456789abcdef"
                             "&access_token=IGAAtoken",
                             "GET /refresh_access_token?grant_type=ig_refresh_token&access_token=IGAAtoken",
                             "GET /" + version
                                 + "/me?fields=id%2Cuser_id%2Cusername%2Cname%2Caccount_type%2Cprofile_picture_url"
                                   "&access_token=IGAAtoken",
                             "GET /me/permissions?access_token=IGAAtoken"}));
}

void TestGraphClient::secretsArePercentEncoded()
{
    m_server->answer(400, "{}");
    QByteArray printable;
    for (char c = 0x21; c < 0x7F; ++c)
        printable += c;
    Outcome<Grant> extended;
    m_client->extend(provider(), Secret(printable), Secret(QByteArrayView("a+b%41&c=d#e f")), this,
                     extended.callback());
    QVERIFY(extended.wait());
    const QByteArray target = m_server->requests().value(0).split(' ').value(1);
    QVERIFY2(target.contains("&client_secret=a%2Bb%2541%26c%3Dd%23e%20f&"), target.constData());
    const QByteArray sent = target.sliced(target.indexOf("&access_token=") + 14);
    QCOMPARE(QByteArray::fromPercentEncoding(sent), printable);
    QVERIFY(!sent.contains('+') && !sent.contains('&') && !sent.contains('#'));
}

void TestGraphClient::answersAreRead()
{
    m_server->answer(200, R"({"access_token":"IGAAlong","token_type":"bearer","expires_in":5183944})");
    Outcome<Grant> extended, renewed;
    m_client->extend(provider(), m_token, m_appSecret, this, extended.callback());
    m_client->renew(provider(), m_token, this, renewed.callback());
    QVERIFY(extended.wait() && renewed.wait());
    QVERIFY(extended->token.equals("IGAAlong") && renewed->token.equals("IGAAlong"));
    QCOMPARE(extended->lifetime, 5183944s);
}

void TestGraphClient::errorsNameTheStepAndNoAddress()
{
    m_server->answer(400, R"({"error":{"message":"Error validating access token: x","code":190}})");
    Outcome<Grant> renewed;
    m_client->renew(provider(), m_token, this, renewed.callback());
    QVERIFY(renewed.wait());
    QCOMPARE(renewed.kind(), u"Rejected"_s);
    QVERIFY(renewed.error().what.startsWith("renewing the token: "_L1));
    m_server->close();
    Outcome<Profile> profile;
    m_client->profile(provider(), m_token, this, profile.callback());
    QVERIFY(profile.wait());
    QCOMPARE(profile.kind(), u"Offline"_s);
    for (const Error &error : {renewed.error(), profile.error()})
        QVERIFY2(!error.what.contains("IGAA"_L1) && !error.what.contains("http"_L1), qPrintable(error.what));
}

void TestGraphClient::whatTheProviderLacksIsRefusedLater()
{
    Provider bare = provider();
    bare.endpoints = {};
    Outcome<Grant> extended, renewed;
    Outcome<Profile> profile;
    Outcome<QStringList> permissions;
    m_client->extend(bare, m_token, m_appSecret, this, extended.callback());
    m_client->renew(bare, m_token, this, renewed.callback());
    m_client->profile(bare, m_token, this, profile.callback());
    m_client->permissions(bare, m_token, this, permissions.callback());
    QVERIFY(!extended.arrived() && !renewed.arrived() && !profile.arrived() && !permissions.arrived());
    QVERIFY(extended.wait() && renewed.wait() && profile.wait() && permissions.wait());
    for (const QString &kind : {extended.kind(), renewed.kind(), profile.kind(), permissions.kind()})
        QCOMPARE(kind, u"InvalidInput"_s);

    Provider standard = provider();
    standard.family = Family::Standard;
    Outcome<Grant> other;
    m_client->renew(standard, m_token, this, other.callback());
    QVERIFY(other.wait());
    QCOMPARE(other.kind(), u"InvalidInput"_s);
    QVERIFY(m_server->requests().isEmpty());
}

void TestGraphClient::picturesAreRecognized_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("taken");
    QTest::newRow("PNG") << 200 << QByteArray("\x89PNG\r\n\x1A\nrest") << true;
    QTest::newRow("JPEG") << 200 << QByteArray("\xFF\xD8\xFF\xE0rest") << true;
    QTest::newRow("PNG of another status") << 404 << QByteArray("\x89PNG\r\n\x1A\nrest") << false;
    QTest::newRow("GIF") << 200 << QByteArray("GIF89a") << false;
    QTest::newRow("SVG") << 200 << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << false;
    QTest::newRow("web page") << 200 << QByteArray("<html>") << false;
    QTest::newRow("half a signature") << 200 << QByteArray("\x89PNG") << false;
    QTest::newRow("nothing") << 200 << QByteArray() << false;
}

void TestGraphClient::picturesAreRecognized()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, taken);
    m_server->answer(status, body, "Content-Type: image/png\r\n");
    Outcome<QByteArray> picture;
    m_client->picture(QUrl(m_server->url(u"/p"_s)), this, picture.callback());
    QVERIFY(picture.wait());
    QCOMPARE(picture.kind(), taken ? u"success"_s : u"Malformed"_s);
    if (taken)
        QCOMPARE(*picture, body);
}

void TestGraphClient::picturesAreFetchedWithoutCredentials()
{
    m_server->answer(200, "\xFF\xD8\xFF", "Set-Cookie: a=b\r\n");
    for (int i = 0; i < 2; ++i) {
        Outcome<QByteArray> picture;
        m_client->picture(QUrl(m_server->url(u"/p?x=1"_s)), this, picture.callback());
        QVERIFY(picture.wait());
        const QByteArray request = m_server->requests().value(i).toLower();
        QVERIFY(request.startsWith("get /p?x=1 http"));
        QVERIFY(!request.contains("cookie") && !request.contains("authorization") && !request.contains("token="));
    }
}

void TestGraphClient::picturesFromUnsafePlacesAreNotFetched_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("http") << QUrl(u"http://192.0.2.1/p.png"_s);
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("resource") << QUrl(u"qrc:/providers/instagram.json"_s);
    QTest::newRow("data") << QUrl(u"data:image/png;base64,iVBORw0KGgo="_s);
    QTest::newRow("user name") << QUrl(u"https://a:b@example.invalid/p.png"_s);
    QTest::newRow("none") << QUrl();
}

void TestGraphClient::picturesFromUnsafePlacesAreNotFetched()
{
    QFETCH(QUrl, url);
    Outcome<QByteArray> picture;
    m_client->picture(url, this, picture.callback());
    QVERIFY(!picture.arrived());
    QVERIFY(picture.wait());
    QCOMPARE(picture.kind(), u"InvalidInput"_s);
}

void TestGraphClient::tooLargeAPictureIsRefused()
{
    m_server->answer(200, "\xFF\xD8\xFF" + QByteArray(512 * 1024, 'x'));
    Outcome<QByteArray> picture;
    m_client->picture(QUrl(m_server->url(u"/p"_s)), this, picture.callback());
    QVERIFY(picture.wait());
    QCOMPARE(picture.kind(), u"Malformed"_s);
}

void TestGraphClient::deletedWhileARequestIsOut_data()
{
    QTest::addColumn<QString>("who");
    for (const char *who : {"the context", "the client", "both", "everything"})
        QTest::newRow(who) << QString::fromLatin1(who);
}

void TestGraphClient::deletedWhileARequestIsOut()
{
    QFETCH(QString, who);
    m_transport->setTimeLimit(60s); // it is not the time that ends them
    m_server->script({.bytes = {}, .end = ScriptedServer::End::Hang});
    auto context = std::make_unique<QObject>();
    Outcome<Grant> extended, renewed;
    Outcome<Profile> profile;
    m_client->extend(provider(), m_token, m_appSecret, context.get(), extended.callback());
    m_client->renew(provider(), m_token, context.get(), renewed.callback());
    m_client->profile(provider(), m_token, context.get(), profile.callback());
    QTRY_COMPARE(m_server->requests().size(), 3);
    if (who != "the context"_L1)
        m_client.reset();
    if (who == "everything"_L1)
        m_transport.reset();
    if (who != "the client"_L1)
        context.reset();
    settle();
    if (m_transport)
        QTRY_COMPARE(m_transport->findChildren<QNetworkReply *>().isEmpty(), who != "the client"_L1);
    QVERIFY(!extended.arrived() && !renewed.arrived() && !profile.arrived());
}

void TestGraphClient::practiceGoesTheWholeWay()
{
    PracticeFixture practice;
    const Provider here = m_catalog.description(u"practice"_s)->onPort(practice.server.port());
    const Secret shortToken = Secret::fromText(practice.client.shortToken());
    QVERIFY(!shortToken.isEmpty());
    Outcome<Grant> extended;
    m_client->extend(here, shortToken, Secret::fromText(PracticeServer::clientSecret()), this, extended.callback());
    QVERIFY(extended.wait());
    QCOMPARE(extended.kind(), u"success"_s);
    QVERIFY(extended->lifetime > 59 * 24h);

    Outcome<Profile> profile;
    m_client->profile(here, extended->token, this, profile.callback());
    QVERIFY(profile.wait());
    QCOMPARE(profile.kind(), u"success"_s);
    QVERIFY(!profile->username.isEmpty());
    QVERIFY(profile->professionalId.startsWith("17841"_L1));

    Outcome<QByteArray> picture;
    m_client->picture(profile->picture, this, picture.callback());
    QVERIFY(picture.wait());
    QCOMPARE(picture.kind(), u"success"_s);

    Outcome<QStringList> permissions;
    m_client->permissions(here, extended->token, this, permissions.callback());
    QVERIFY(permissions.wait());
    QVERIFY(permissions->contains(u"instagram_business_basic"_s));

    practice.server.advance(25h);
    Outcome<Grant> renewed;
    m_client->renew(here, extended->token, this, renewed.callback());
    QVERIFY(renewed.wait());
    QCOMPARE(renewed.kind(), u"success"_s);
}

void TestGraphClient::everyFaultOfPracticeIsUnderstood_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("kind");
    const QHash<QString, QString> kinds{
        {u"success"_s,
         u"wrong-content-type data-list permissions-text user-id-text no-permissions no-lifetime no-page-tokens "
         "other-app"_s},
        {u"TimedOut"_s, u"hang drip"_s},
        {u"Offline"_s, u"reset reset-after-request garbage truncated"_s},
        {u"Malformed"_s, u"huge html200 empty denied developer-role-redirect server-error-redirect"_s},
        {u"ServerTrouble"_s, u"redirect307 html503 throttled-341 unknown-failure unavailable"_s},
        {u"Misconfigured"_s,
         u"invalid-platform-app invalid-redirect-uri invalid-scope developer-role redirect-mismatch wrong-secret "
         "no-capability wrong-id wrong-parameter tester duplicate-post bad-link "
         "broker-refuses"_s},
        {u"Denied"_s, u"device-declined"_s},
        {u"Rejected"_s,
         u"code-used expired expired-463 app-removed cannot-parse no-token malformed-token wrong-origin checkpoint "
         "password-changed reinstalled stale-version unconfirmed invalidated-465 invalidated-466 logged-out unused "
         "no-page-role session-102 session-452 permission-missing permission-declined wrong-client-token "
         "device-expired"_s},
        {u"RateLimited"_s,
         u"throttled throttled-app throttled-user throttled-page throttled-custom throttled-80000 throttled-80001 "
         "throttled-80003 throttled-80004 throttled-80005 throttled-80006 throttled-80008 throttled-80009 "
         "throttled-80014 publishing-quota too-young policy-block device-slow-down"_s}};
    QHash<QString, QString> kindOf;
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        for (const QString &fault : kind->split(u' '))
            kindOf.insert(fault, kind.key());
    }
    for (const QString &fault : PracticeServer::faultNames())
        QTest::newRow(qPrintable(fault)) << fault << kindOf.value(fault, u"not in this table"_s);
}

void TestGraphClient::everyFaultOfPracticeIsUnderstood()
{
    QFETCH(QString, fault);
    QFETCH(QString, kind);
    PracticeFixture practice;
    const Provider here = m_catalog.description(u"practice"_s)->onPort(practice.server.port());
    const Secret token = Secret::fromText(practice.client.shortToken());
    if (kind == "TimedOut"_L1)
        m_transport->setTimeLimit(200ms);
    practice.server.inject({.name = fault, .endpoint = u"me"_s});
    Outcome<Profile> profile;
    m_client->profile(here, token, this, profile.callback());
    QVERIFY(profile.wait());
    QCOMPARE(profile.kind(), kind);
    if (kind == "success"_L1)
        return;
    const Error &error = profile.error();
    QVERIFY(!(error.what + error.message + error.type + error.traceId).contains(token.toText()));
    QCOMPARE(error.retryAfter > 0, fault == "throttled"_L1 || fault.startsWith("throttled-80"_L1));
}

QTEST_GUILESS_MAIN(TestGraphClient)
#include "tst_graphclient.moc"
