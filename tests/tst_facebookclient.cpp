// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"
#include "practice/practicefacebooktokens.h"
#include "support/desk.h"
#include "support/practicefixture.h"
#include "support/scriptedserver.h"
#include "support/settle.h"

#include <QTest>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

constexpr quint64 pat = 10227000000000001;
constexpr quint64 bo = 10227000000000002;

template <typename T>
struct Reply : Awaited<T>
{
    bool came()
    {
        return QTest::qWaitFor([this] { return this->result.has_value(); }, 10'000) && this->times == 1;
    }
    bool succeeded() { return came() && this->result->has_value(); }
    bool failed(ErrorKind kind) { return came() && !this->result->has_value() && this->result->error().kind == kind; }
};

} // namespace

/// Facebook's calls, against Practice as Facebook.
class TestFacebookClient : public QObject
{
    Q_OBJECT
private slots:
    void init();

    void proofIsTheHmacOfTheToken();
    void aShortTokenBecomesALongOne();
    void wrongSecretIsNamed();
    void pagesComeInPartsByTheirCursor();
    void portfoliosAndTheirPagesAreListed();
    void permissionsAreToldApart();
    void everyCallCarriesAProofWhereTheSecretIsKnown();
    void withoutTheSecretACallIsRefusedWhereAProofIsWanted();
    void theAppInspectsEveryTokenOfItsOwn();
    void aTokenInspectsItself();
    void onePermissionIsTakenAway();
    void theWholeAccessIsTakenAway();
    void appTokenComesFromTheSecret();
    void serverTokenIsAskedForWithAProofInTheBody();
    void serverTokenOfNobodyIsNotAskedFor();
    void serverTokenIsRenewedAndRevoked();
    void deletedWhileARequestIsOut();

private:
    Secret token(quint64 person, PracticeFacebookToken::Kind kind = PracticeFacebookToken::Kind::LongUser) const;
    FacebookCaller caller(const Secret &token) const { return {m_provider, token, m_secret}; }
    FacebookApp app() const { return {m_provider, PracticeServer::clientId(), m_secret}; }
    FacebookClient client() { return m_graph->facebook(); }

    std::optional<PracticeFixture> m_practice;
    Provider m_provider;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<GraphClient> m_graph;
    const Secret m_secret = Secret::fromText(PracticeServer::clientSecret());
    const Secret m_noSecret;
};

void TestFacebookClient::init()
{
    m_graph.reset();
    m_practice.emplace();
    m_provider = m_practice->catalog.provider(u"practice-facebook"_s).value();
    m_transport = std::make_unique<Transport>();
    m_graph = std::make_unique<GraphClient>(*m_transport);
}

Secret TestFacebookClient::token(quint64 person, PracticeFacebookToken::Kind kind) const
{
    const QDateTime now = m_practice->clock.now();
    return Secret(mintPracticeFacebookToken(
        {.kind = kind,
         .appId = PracticeServer::clientId().toULongLong(),
         .userId = person,
         .scopes = {u"pages_show_list"_s, u"instagram_basic"_s, u"business_management"_s},
         .declined = {u"ads_read"_s},
         .pages = {104000000000001, 104000000000002, 104000000000003, 104000000000004, 104000000000005},
         .issuedAt = now,
         .expiresAt = now.addDays(kind == PracticeFacebookToken::Kind::ShortUser ? 0 : 60).addSecs(3600),
         .dataAccessExpiresAt = now.addDays(90)}));
}

// A29
void TestFacebookClient::proofIsTheHmacOfTheToken()
{
    // RFC 4231 4.3 (test case 2)
    QCOMPARE(appSecretProof(Secret("what do ya want for nothing?"), Secret("Jefe")),
             QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
}

void TestFacebookClient::aShortTokenBecomesALongOne()
{
    QObject context;
    Reply<Grant> grant;
    client().extend(app(), token(pat, PracticeFacebookToken::Kind::ShortUser), &context, grant.callback());
    QVERIFY(grant.succeeded());
    QCOMPARE((*grant.result)->lifetime, std::optional<std::chrono::seconds>(60 * 24h));
}

void TestFacebookClient::wrongSecretIsNamed()
{
    QObject context;
    Reply<Grant> grant;
    const Secret wrong("ffffffffffffffffffffffffffffffff");
    client().extend({m_provider, PracticeServer::clientId(), wrong}, token(pat), &context, grant.callback());
    QVERIFY(grant.failed(ErrorKind::Misconfigured));
    QCOMPARE(grant.result->error().hint, ErrorHint::AppSecret);
}

void TestFacebookClient::pagesComeInPartsByTheirCursor()
{
    QObject context;
    const Secret user = token(pat);
    Reply<FacebookPagePart> first;
    client().pages(caller(user), {}, &context, first.callback());
    QVERIFY(first.succeeded());
    QCOMPARE((*first.result)->pages.size(), 2u);
    QCOMPARE((*first.result)->pages.front().instagramUsername, u"practice.account"_s);
    QVERIFY(!(*first.result)->pages.front().token.isEmpty());
    Reply<FacebookPagePart> second;
    client().pages(caller(user), (*first.result)->after, &context, second.callback());
    QVERIFY(second.succeeded());
    QCOMPARE((*second.result)->pages.size(), 1u);
    QVERIFY((*second.result)->after.isEmpty());
}

void TestFacebookClient::portfoliosAndTheirPagesAreListed()
{
    QObject context;
    const Secret user = token(bo);
    Reply<FacebookBusinessPart> portfolios;
    client().businesses(caller(user), {}, &context, portfolios.callback());
    QVERIFY(portfolios.succeeded());
    const QString id = (*portfolios.result)->ids.value(0);
    for (const auto &[share, name] : {std::pair(FacebookClient::Share::Owned, u"Practice Hotel"_s),
                                      std::pair(FacebookClient::Share::Client, u"Client Shop"_s)}) {
        Reply<FacebookPagePart> part;
        client().pagesOf(caller(user), id, share, {}, &context, part.callback());
        QVERIFY(part.succeeded());
        QCOMPARE((*part.result)->pages.at(0).name, name);
    }
}

void TestFacebookClient::permissionsAreToldApart()
{
    QObject context;
    Reply<FacebookPermissions> permissions;
    client().permissions(caller(token(pat)), &context, permissions.callback());
    QVERIFY(permissions.succeeded());
    QCOMPARE((*permissions.result)->granted.size(), 3);
    QCOMPARE((*permissions.result)->declined, QStringList{u"ads_read"_s});
}

// A29
void TestFacebookClient::everyCallCarriesAProofWhereTheSecretIsKnown()
{
    m_practice->server.requireProof();
    QObject context;
    const Secret user = token(bo);
    Reply<Profile> profile;
    Reply<FacebookPermissions> permissions;
    Reply<FacebookPagePart> pages;
    Reply<FacebookPagePart> owned;
    Reply<FacebookBusinessPart> portfolios;
    client().profile(caller(user), &context, profile.callback());
    client().permissions(caller(user), &context, permissions.callback());
    client().pages(caller(user), {}, &context, pages.callback());
    client().businesses(caller(user), {}, &context, portfolios.callback());
    client().pagesOf(caller(user), u"900000000000001"_s, FacebookClient::Share::Owned, {}, &context, owned.callback());
    QVERIFY(profile.succeeded() && permissions.succeeded() && pages.succeeded() && portfolios.succeeded());
    QVERIFY(owned.succeeded());
    QCOMPARE((*profile.result)->name, u"Bo Business"_s);
    Reply<void> removed;
    client().removePermission(caller(user), u"ads_read"_s, &context, removed.callback());
    QVERIFY(removed.succeeded());
}

// A29: by a server that wants one.
void TestFacebookClient::withoutTheSecretACallIsRefusedWhereAProofIsWanted()
{
    QObject context;
    const Secret user = token(pat);
    Reply<Profile> before;
    client().profile({m_provider, user, m_noSecret}, &context, before.callback());
    QVERIFY(before.succeeded());
    m_practice->server.requireProof();
    Reply<Profile> after;
    client().profile({m_provider, user, m_noSecret}, &context, after.callback());
    QVERIFY(after.failed(ErrorKind::Misconfigured));
    QCOMPARE(after.result->error().hint, ErrorHint::AppSecret);
}

void TestFacebookClient::theAppInspectsEveryTokenOfItsOwn()
{
    QObject context;
    Reply<FacebookInspection> inspection;
    client().inspect(app(), token(pat), &context, inspection.callback());
    QVERIFY(inspection.succeeded());
    QVERIFY((*inspection.result)->valid);
    QCOMPARE((*inspection.result)->type, FacebookTokenType::User);
    QCOMPARE((*inspection.result)->appId, PracticeServer::clientId());
    QCOMPARE((*inspection.result)->dataAccessExpiresAt, m_practice->clock.now().addDays(90));
    Reply<FacebookInspection> unreadable;
    client().inspect(app(), Secret("EAAxxxx"), &context, unreadable.callback());
    QVERIFY(unreadable.succeeded());
    QVERIFY(!(*unreadable.result)->valid);
    QCOMPARE((*unreadable.result)->fault.hint, ErrorHint::WrongHost);
}

void TestFacebookClient::aTokenInspectsItself()
{
    QObject context;
    Reply<FacebookInspection> inspection;
    client().inspectItself({m_provider, token(pat), m_noSecret}, &context, inspection.callback());
    QVERIFY(inspection.succeeded());
    QCOMPARE((*inspection.result)->userId, QString::number(pat));
}

void TestFacebookClient::onePermissionIsTakenAway()
{
    QObject context;
    const Secret user = token(pat);
    Reply<void> removed;
    client().removePermission(caller(user), u"instagram_basic"_s, &context, removed.callback());
    QVERIFY(removed.succeeded());
    Reply<FacebookPermissions> permissions;
    client().permissions(caller(user), &context, permissions.callback());
    QVERIFY(permissions.succeeded());
    QVERIFY(!(*permissions.result)->granted.contains(u"instagram_basic"_s));
    QVERIFY((*permissions.result)->granted.contains(u"pages_show_list"_s));
}

void TestFacebookClient::theWholeAccessIsTakenAway()
{
    QObject context;
    const Secret user = token(pat);
    Reply<void> removed;
    client().removePermission(caller(user), {}, &context, removed.callback());
    QVERIFY(removed.succeeded());
    Reply<Profile> profile;
    client().profile(caller(user), &context, profile.callback());
    QVERIFY(profile.failed(ErrorKind::Rejected));
    QCOMPARE(profile.result->error().hint, ErrorHint::AppRemoved);
}

void TestFacebookClient::appTokenComesFromTheSecret()
{
    QObject context;
    Reply<Grant> grant;
    client().appToken(app(), &context, grant.callback());
    QVERIFY(grant.succeeded());
    QVERIFY((*grant.result)->token.view().startsWith(PracticeServer::clientId().toLatin1() + '|'));
    QVERIFY(!(*grant.result)->lifetime);
    Reply<FacebookInspection> inspection;
    client().inspect(app(), (*grant.result)->token, &context, inspection.callback());
    QVERIFY(inspection.succeeded());
    QCOMPARE((*inspection.result)->type, FacebookTokenType::App);
}

void TestFacebookClient::serverTokenIsAskedForWithAProofInTheBody()
{
    ScriptedServer server;
    server.answer(200, R"({"access_token":"EAAfresh"})");
    m_provider.endpoints.graph = QUrl(server.url(u"/v26.0"_s));
    const Secret secret("Jefe");
    const Secret asking("what do ya want for nothing?");
    QObject context;
    Reply<Grant> grant;
    client().createServerToken({m_provider, u"123456"_s, secret},
                               {.systemUser = u"122100000000001"_s, .scopes = {u"ads_read"_s, u"instagram_basic"_s}},
                               asking, &context, grant.callback());
    QVERIFY(grant.succeeded());
    QCOMPARE((*grant.result)->token.view(), "EAAfresh");
    QVERIFY(server.requests().value(0).startsWith("POST /v26.0/122100000000001/access_tokens HTTP/1.1\r\n"));
    QCOMPARE(server.body(0),
             QByteArray("business_app=123456&scope=ads_read%2Cinstagram_basic&appsecret_proof="
                        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843&access_token="
                        "what%20do%20ya%20want%20for%20nothing%3F&set_token_expires_in_60_days=true"));

    server.answer(200, R"({"access_token":"EAAendless"})");
    Reply<Grant> endless;
    client().createServerToken({m_provider, u"123456"_s, secret},
                               {.systemUser = u"1"_s, .life = SystemUserToken::Life::Endless}, asking, &context,
                               endless.callback());
    QVERIFY(endless.succeeded());
    QVERIFY(!server.body(1).contains("60_days"));
}

void TestFacebookClient::serverTokenOfNobodyIsNotAskedFor()
{
    for (const QString &id : {QString(), u"me"_s, u"1/../2"_s, u"1?a=b"_s, QString(33, u'1')}) {
        QObject context;
        Reply<Grant> grant;
        client().createServerToken(app(), {.systemUser = id}, token(pat), &context, grant.callback());
        QVERIFY2(grant.failed(ErrorKind::InvalidInput), qPrintable(id));
    }
    QVERIFY(m_practice->server.requests().isEmpty());
}

void TestFacebookClient::serverTokenIsRenewedAndRevoked()
{
    QObject context;
    const Secret robot = token(122100000000001, PracticeFacebookToken::Kind::SystemUser);
    Reply<Grant> renewed;
    client().renewServerToken(app(), robot, &context, renewed.callback());
    QVERIFY(renewed.succeeded());
    QCOMPARE((*renewed.result)->lifetime, std::optional<std::chrono::seconds>(60 * 24h));
    Reply<void> revoked;
    client().revokeServerToken(app(), robot, (*renewed.result)->token, &context, revoked.callback());
    QVERIFY(revoked.succeeded());
    Reply<Profile> old;
    Reply<Profile> fresh;
    client().profile(caller(robot), &context, old.callback());
    client().profile(caller((*renewed.result)->token), &context, fresh.callback());
    QVERIFY(old.failed(ErrorKind::Rejected));
    QVERIFY(fresh.succeeded());
}

void TestFacebookClient::deletedWhileARequestIsOut()
{
    m_practice->server.inject({.name = u"hang"_s, .endpoint = u"pages"_s});
    Reply<FacebookPagePart> part;
    auto context = std::make_unique<QObject>();
    client().pages(caller(token(pat)), {}, context.get(), part.callback());
    QTRY_VERIFY(m_practice->server.requests().contains(u"GET /facebook/v26.0/me/accounts"_s));
    context.reset();
    QVERIFY(comesToRest(*m_transport));
    QCOMPARE(part.times, 0);
}

QTEST_GUILESS_MAIN(TestFacebookClient)
#include "tst_facebookclient.moc"
