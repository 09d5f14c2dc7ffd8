// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"
#include "practice/practicetokens.h"
#include "support/practicefixture.h"

#include <QImage>
#include <QNetworkInterface>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

const QString basic = u"instagram_business_basic"_s;
const QString insights = u"instagram_business_manage_insights"_s;

} // namespace

/// Practice's tokens live, are renewed and end by Instagram's rules, at whichever server.
class TestPracticeTokens : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_practice.emplace(); }

    void onlyAShortTokenIsExtended();
    void onlyPracticesOwnAppNeedsNoSecret();
    void aTokenIsRenewedByAgeAndKind_data();
    void aTokenIsRenewedByAgeAndKind();
    void withoutTheBasicScopeNothingIsExtended();
    void onlyKnownFieldsAreTold();
    void thePictureIsOne();
    void withdrawingEndsTheTokensSoFar();
    void tokensOutliveTheServer();
    void aChangedTokenIsNone();
    void usageGrowsWithCalls();
    void onlyThisComputerIsServed();
    void bothLoopbackAddressesAreServed();
    void aTakenPortIsTold();
    void aMissingPathIsTold();
    void theProgramsOwnCallsAreUnderstood();

private:
    std::optional<PracticeFixture> m_practice;
};

void TestPracticeTokens::onlyAShortTokenIsExtended()
{
    const QString shortToken = m_practice->client.shortToken();
    const auto wrongSecret = m_practice->client.get(
        u"/access_token"_s,
        {{u"grant_type"_s, u"ig_exchange_token"_s}, {u"client_secret"_s, u"x"_s}, {u"access_token"_s, shortToken}});
    QCOMPARE(wrongSecret.graphError().value("message"_L1).toString(), u"Error validating client secret"_s);

    const QString longToken = m_practice->client.extend(shortToken).json().value("access_token"_L1).toString();
    QCOMPARE(m_practice->client.extend(longToken).graphError().value("code"_L1).toInt(), 452);
    m_practice->clock.advance(1h);
    const auto late = m_practice->client.extend(shortToken).graphError();
    QCOMPARE(late.value("code"_L1).toInt(), 190);
    QCOMPARE(late.value("error_subcode"_L1), QJsonValue(0));
    QCOMPARE(late.value("message"_L1).toString(),
             u"Error validating access token: Session has expired on Monday, 23-Nov-26 06:00:00 PST. The current time "
             "is Monday, 23-Nov-26 06:00:00 PST."_s);
}

void TestPracticeTokens::onlyPracticesOwnAppNeedsNoSecret()
{
    const auto extend = [this](quint64 app) {
        const QByteArray token = mintPracticeToken({.kind = PracticeToken::Kind::Short,
                                                    .appId = app,
                                                    .userId = 27640875392278831,
                                                    .scopes = practiceScopes(),
                                                    .issuedAt = m_practice->clock.now(),
                                                    .expiresAt = m_practice->clock.now().addSecs(3600)});
        return m_practice->client.get(u"/access_token"_s,
                                      {{u"grant_type"_s, u"ig_exchange_token"_s},
                                       {u"client_secret"_s, QString()},
                                       {u"access_token"_s, QString::fromLatin1(token)}});
    };
    QVERIFY(!extend(PracticeServer::clientId().toULongLong()).json().value("access_token"_L1).toString().isEmpty());
    QCOMPARE(extend(1234567890123457).graphError().value("message"_L1).toString(), u"Error validating client secret"_s);
}

void TestPracticeTokens::aTokenIsRenewedByAgeAndKind_data()
{
    QTest::addColumn<bool>("extended");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("code");
    constexpr int day = 24 * 3600;
    QTest::newRow("too young") << true << day - 1 << 100;
    QTest::newRow("just old enough") << true << day << 0;
    QTest::newRow("in its last second") << true << 60 * day - 1 << 0;
    QTest::newRow("expired") << true << 60 * day << 190;
    QTest::newRow("short-lived") << false << 3599 << 100;
    QTest::newRow("short-lived, expired") << false << day << 190;
}

void TestPracticeTokens::aTokenIsRenewedByAgeAndKind()
{
    QFETCH(const bool, extended);
    QFETCH(const int, seconds);
    QFETCH(const int, code);
    const QString token = extended ? m_practice->client.longToken() : m_practice->client.shortToken();
    m_practice->clock.advance(std::chrono::seconds(seconds));
    const auto answer = m_practice->client.renew(token);
    QCOMPARE(answer.graphError().value("code"_L1).toInt(), code);
    if (code != 0)
        return;
    const QString fresh = answer.json().value("access_token"_L1).toString();
    QVERIFY(fresh != token);
    QCOMPARE(answer.json().value("expires_in"_L1).toInt(), 60 * 24 * 3600);
    QCOMPARE(m_practice->client.me(token).status, 200); // nothing says that the old one ends
    m_practice->clock.advance(24h * 60 - 1s);
    QCOMPARE(m_practice->client.me(fresh).status, 200);
}

void TestPracticeTokens::withoutTheBasicScopeNothingIsExtended()
{
    const QString code
        = QUrlQuery(m_practice->client.signIn(m_practice->client.authorization({insights}))).queryItemValue(u"code"_s);
    const auto grant = m_practice->client.post(u"/oauth/access_token"_s, m_practice->client.exchange(code)).json();
    QCOMPARE(m_practice->client.extend(grant.value("access_token"_L1).toString()).graphError().value("code"_L1).toInt(),
             10);
}

void TestPracticeTokens::onlyKnownFieldsAreTold()
{
    const QString token = m_practice->client.shortToken();
    const auto bare = m_practice->client.get(u"/me"_s, {{u"access_token"_s, token}});
    QCOMPARE(bare.json(), (QJsonObject{{u"id"_s, u"27640875392278831"_s}}));
    const auto unknown
        = m_practice->client.get(u"/me"_s, {{u"fields"_s, u"id,nonsense"_s}, {u"access_token"_s, token}});
    QCOMPARE(unknown.graphError().value("message"_L1).toString(),
             u"(#100) Tried accessing nonexisting field (nonsense)"_s);
    QCOMPARE(m_practice->client.get(u"/me"_s).graphError().value("code"_L1).toInt(), 2500);
}

void TestPracticeTokens::thePictureIsOne()
{
    const auto profile = m_practice->client.get(
        u"/me"_s, {{u"fields"_s, u"profile_picture_url"_s}, {u"access_token"_s, m_practice->client.shortToken()}});
    const auto picture = m_practice->client.get(profile.json().value("profile_picture_url"_L1).toString());
    QCOMPARE(picture.header("Content-Type"), QByteArray("image/png"));
    const QImage image = QImage::fromData(picture.body, "PNG");
    QCOMPARE(image.size(), QSize(96, 96));
    QCOMPARE(image.pixel(0, 0), qRgb(0x4b, 0x57, 0xd8));
    QCOMPARE(image.pixel(48, 38), qRgb(255, 255, 255));
}

void TestPracticeTokens::withdrawingEndsTheTokensSoFar()
{
    const QString token = m_practice->client.longToken();
    const QString other = m_practice->client.longToken({.account = u"second.practice"_s});
    const auto withdrawn = m_practice->client.remove(u"/me/permissions"_s, {{u"access_token"_s, token}});
    QCOMPARE(withdrawn.json(), (QJsonObject{{u"success"_s, true}}));
    m_practice->clock.advance(48h);
    for (const auto &error :
         {m_practice->client.me(token).graphError(), m_practice->client.renew(token).graphError()}) {
        QCOMPARE(error.value("error_subcode"_L1).toInt(), 458);
        QCOMPARE(error.value("message"_L1).toString(),
                 u"Error validating access token: The user has not authorized application."_s);
    }
    QCOMPARE(m_practice->client.me(other).status, 200);
    QCOMPARE(m_practice->client.me(m_practice->client.longToken()).status, 200);
    QCOMPARE(m_practice->client.me(token).status, 400);
}

void TestPracticeTokens::tokensOutliveTheServer()
{
    const QString token = m_practice->client.longToken();
    const quint16 port = m_practice->server.port();
    const ManualClock clock(m_practice->clock.now());
    PracticeServer another(clock);
    QVERIFY(another.listen());
    QVERIFY(another.port() != port);
    m_practice.reset();
    QCOMPARE(PracticeClient(another.port()).me(token).json().value("username"_L1).toString(), u"practice.account"_s);

    PracticeServer again(clock);
    QCOMPARE(again.listen(port).value_or(0), port);
    QCOMPARE(PracticeClient(again.port()).me(token).status, 200);
}

void TestPracticeTokens::aChangedTokenIsNone()
{
    const QByteArray token = m_practice->client.shortToken().toLatin1();
    QVERIFY(readPracticeToken(token));
    for (qsizetype i = 0; i < token.size(); ++i) {
        QByteArray changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!readPracticeToken(changed), qPrintable(QString::number(i)));
        QVERIFY2(!readPracticeToken(token.first(i)), qPrintable(QString::number(i)));
    }
    QVERIFY(!readPracticeToken(token + 'A'));
    const auto refused = m_practice->client.me(u"IGAAxyz"_s).graphError();
    QCOMPARE(refused.value("message"_L1).toString(), u"Invalid OAuth access token - Cannot parse access token"_s);
    QCOMPARE(refused.value("code"_L1).toInt(), 190);
}

void TestPracticeTokens::usageGrowsWithCalls()
{
    const QString token = m_practice->client.shortToken();
    for (int i = 0; i < 19; ++i)
        QCOMPARE(m_practice->client.me(token).status, 200);
    const auto twentieth = m_practice->client.me(token);
    QVERIFY(twentieth.header("X-App-Usage").contains("\"call_count\":10,"));
    QVERIFY(twentieth.header("X-Business-Use-Case-Usage").startsWith("{\"17841400000000101\":[{\"call_count\":10,"));
    m_practice->clock.advance(30min);
    const QString later = m_practice->client.shortToken();
    m_practice->clock.advance(30min);
    QVERIFY(m_practice->client.me(later).header("X-App-Usage").contains("\"call_count\":0,"));
}

void TestPracticeTokens::onlyThisComputerIsServed()
{
    QNetworkRequest request(m_practice->client.url(u"/me"_s));
    request.setRawHeader("Host", "practice.example.org");
    QNetworkAccessManager network;
    const auto answer = PracticeClient::wait(std::unique_ptr<QNetworkReply>(network.get(request)));
    QCOMPARE(answer.status, 421);

    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        QTcpSocket socket;
        socket.connectToHost(address, m_practice->server.port());
        QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    }
}

void TestPracticeTokens::bothLoopbackAddressesAreServed()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6.");
    const QString token = m_practice->client.shortToken();
    for (const QString &host : {u"127.0.0.1"_s, u"[::1]"_s, u"localhost"_s}) {
        const QString address = u"http://%1:%2/me"_s.arg(host).arg(m_practice->server.port());
        QCOMPARE(m_practice->client.get(address, {{u"access_token"_s, token}}).status, 200);
    }
    const auto again = m_practice->server.listen();
    QCOMPARE(again.value_or(0), m_practice->server.port());
}

void TestPracticeTokens::aTakenPortIsTold()
{
    PracticeServer second(m_practice->clock);
    const auto refused = second.listen(m_practice->server.port());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::PortTaken);
    QVERIFY(refused.error().what.contains(QString::number(m_practice->server.port())));
    QCOMPARE(second.port(), 0);

    QTcpServer stranger; // "localhost" could lead there
    if (!stranger.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6.");
    QVERIFY(!second.listen(stranger.serverPort()));
    QVERIFY(second.listen());
}

void TestPracticeTokens::aMissingPathIsTold()
{
    for (const QString &path : {u"/"_s, u"/favicon.ico"_s, u"/v25.0"_s, u"/practice/picture/1.png"_s, u"/me/x"_s})
        QCOMPARE(m_practice->client.get(path).status, 404);
}

void TestPracticeTokens::theProgramsOwnCallsAreUnderstood()
{
    const Provider provider = m_practice->provider();
    Transport transport;
    GraphClient graph(transport);
    const Secret shortToken = Secret::fromText(m_practice->client.shortToken());
    const Secret appSecret = Secret::fromText(PracticeServer::clientSecret());

    Secret longToken;
    graph.extend(provider, shortToken, appSecret, this, [&](Result<Grant> grant) {
        QVERIFY(grant);
        longToken = std::move(grant->token);
    });
    QTRY_VERIFY(!longToken.isEmpty());
    m_practice->clock.advance(24h);
    std::optional<std::chrono::seconds> lifetime;
    graph.renew(provider, longToken, this, [&](Result<Grant> grant) { lifetime = grant.value().lifetime; });
    QTRY_COMPARE(lifetime.value_or(0s), 24h * 60);
    std::optional<Profile> profile;
    graph.profile(provider, longToken, this, [&](Result<Profile> told) { profile = told.value(); });
    QTRY_VERIFY(profile);
    QCOMPARE(profile->professionalId, u"17841400000000101"_s);
    QCOMPARE(profile->accountType, u"business"_s);
    QByteArray picture;
    graph.picture(profile->picture, this, [&](Result<QByteArray> bytes) { picture = bytes.value(); });
    QTRY_VERIFY(picture.startsWith("\x89PNG"));
}

QTEST_GUILESS_MAIN(TestPracticeTokens)
#include "tst_practicetokens.moc"
