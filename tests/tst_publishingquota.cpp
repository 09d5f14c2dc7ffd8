// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceaccounts.h"
#include "practice/practicefacebooktokens.h"
#include "practice/practicefacebookworld.h"
#include "practice/practiceserver.h"
#include "practice/practicetokens.h"
#include "style.h"
#include "usage/usagelist.h"
#include "usage/usagepane.h"

#include "support/scriptedserver.h"
#include "support/sight.h"
#include "support/windowfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// How much an account may still publish: the answer, the request, and the button in the pane of API usage.
class TestPublishingQuota : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init();
    void cleanup();

    void answersAreRead_data();
    void answersAreRead();
    void oddAnswersAreRefused_data();
    void oddAnswersAreRefused();
    void theRequestIsAsDocumented();
    void anIdThatIsNoneIsNotAskedFor();

    void thePaneAsksForIt();
    void anAccountBehindAPageIsAskedForWithAProof();
    void aRefusalIsToldWithTheProvidersName();
    void aLockedKeychainIsSaid();
    void theAnswerOfAnotherAccountIsNotShown();
    void theAccountMayGoWhileItIsOut();
    void thePaneMayGoWhileItIsOut();

private:
    static Answer answered(const QByteArray &body, int status = 200)
    {
        return {.status = status, .body = body, .headers = {}};
    }
    QString adopt(qsizetype whose)
    {
        const PracticeAccount &person = practiceAccounts().at(whose);
        PracticeToken token;
        token.kind = PracticeToken::Kind::Long;
        token.appId = PracticeServer::clientId().toULongLong();
        token.userId = person.userId;
        token.scopes = practiceScopes();
        token.issuedAt = m_fixture->clock.now();
        token.expiresAt = token.issuedAt.addDays(60);
        NewAccount made{.token = Secret(mintPracticeToken(token))};
        made.account.providerId = u"practice"_s;
        made.account.userId = QString::number(person.userId);
        made.account.professionalId = person.professionalId;
        made.account.username = person.username;
        made.account.issueToken(TokenKind::LongLived, 60 * 24h, token.issuedAt);
        Awaited<Account> adopted;
        m_fixture->desk.accounts().adopt(std::move(made), &adopted.context, adopted.callback());
        return adopted.wait().value().id;
    }
    /// With that many accounts, each with usage; the last one chosen.
    void open(int accounts = 1)
    {
        Services &services = m_fixture->start();
        for (int i = 0; i < accounts; ++i) {
            m_ids.append(adopt(i));
            services.usage.note({.providerId = u"practice"_s, .accountId = m_ids.last()},
                                {{.allowance = Allowance::Business, .calls = 90 - i}});
        }
        m_pane = std::make_unique<UsagePane>(services, nullptr);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    int asked() const
    {
        return int(std::ranges::count_if(m_server->requests(), [](const QString &request) {
            return request.endsWith("/content_publishing_limit"_L1);
        }));
    }
    QString said() { return textOf(u"usageQuota"_s); }

    std::optional<PracticeServer> m_server;
    std::optional<WindowFixture> m_fixture;
    std::unique_ptr<UsagePane> m_pane;
    QStringList m_ids;
};

void TestPublishingQuota::init()
{
    m_ids.clear();
    m_fixture.emplace();
    m_server.emplace(m_fixture->clock);
    const Result<quint16> port = m_server->listen();
    QVERIFY(port);
    m_fixture->desk.catalog.setPracticePort([port] { return port; });
}

void TestPublishingQuota::cleanup()
{
    m_pane.reset();
    m_fixture.reset();
    m_server.reset();
}

void TestPublishingQuota::answersAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("total");
    QTest::addColumn<std::chrono::seconds>("duration");
    const auto row = [](const char *name, const char *body, int used, int total, std::chrono::seconds duration) {
        QTest::newRow(name) << QByteArray(body) << used << total << duration;
    };
    row("as documented", R"({"data":[{"quota_usage":2,"config":{"quota_total":50,"quota_duration":86400}}]})", 2, 50,
        24h);
    row("another limit", R"({"data":[{"config":{"quota_duration":3600,"quota_total":100},"quota_usage":100}]})", 100,
        100, 1h);
    row("without the limit", R"({"data":[{"quota_usage":0}]})", 0, 0, 24h);
    row("a limit that is none", R"({"data":[{"quota_usage":7,"config":{"quota_total":-1,"quota_duration":5}}]})", 7, 0,
        24h);
    row("a limit of another shape", R"({"data":[{"quota_usage":7,"config":[1]}]})", 7, 0, 24h);
    row("more than is needed", R"({"data":[{"quota_usage":1},{"quota_usage":9}],"paging":{}})", 1, 0, 24h);
}

void TestPublishingQuota::answersAreRead()
{
    QFETCH(QByteArray, body);
    const Result<PublishingQuota> quota = readPublishingQuota(answered(body));
    QVERIFY(quota);
    QTEST(quota->used, "used");
    QTEST(quota->total, "total");
    QTEST(quota->duration, "duration");
}

void TestPublishingQuota::oddAnswersAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "null", "[]", "{}", R"({"data":{}})", R"({"data":[]})", R"({"data":[2]})",
                             R"({"data":[{}]})", R"({"data":[{"quota_usage":-1}]})",
                             R"({"data":[{"quota_usage":2.5}]})", R"({"data":[{"quota_usage":99999999999}]})",
                             R"({"data":[{"quota_usage":null}]})", R"({"data":[{"quota_usage":2)", "<html>"})
        QTest::newRow(*body ? body : "nothing") << QByteArray(body);
}

void TestPublishingQuota::oddAnswersAreRefused()
{
    QFETCH(QByteArray, body);
    const Result<PublishingQuota> quota = readPublishingQuota(answered(body));
    QVERIFY(!quota);
    QVERIFY(!quota.error().what.isEmpty());
}

void TestPublishingQuota::theRequestIsAsDocumented()
{
    ScriptedServer server;
    server.answer(200, R"({"data":[{"quota_usage":2}]})");
    Provider provider = *m_fixture->desk.catalog.description(u"instagram"_s);
    provider.endpoints.profile = QUrl(server.url(u"/v25.0/me"_s));
    Awaited<PublishingQuota> quota;
    m_fixture->desk.graph.publishingQuota(provider, u"17841400000000101"_s, Secret("IGAAcanary+token"), &quota.context,
                                          quota.callback());
    QCOMPARE(quota.wait().value().used, 2);
    const QByteArray request = server.requests().value(0);
    QVERIFY2(request.startsWith("GET /v25.0/17841400000000101/content_publishing_limit?fields=quota_usage%2Cconfig"
                                "&access_token=IGAAcanary%2Btoken HTTP/1.1\r\n"),
             request.constData());
}

void TestPublishingQuota::anIdThatIsNoneIsNotAskedFor()
{
    ScriptedServer server;
    Provider provider = *m_fixture->desk.catalog.description(u"instagram"_s);
    provider.endpoints.profile = QUrl(server.url(u"/v25.0/me"_s));
    for (const QString &id : {u""_s, u"../me"_s, u"1/media"_s, u"me"_s}) {
        Awaited<PublishingQuota> quota;
        m_fixture->desk.graph.publishingQuota(provider, id, Secret("x"), &quota.context, quota.callback());
        QCOMPARE(quota.wait().error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(server.requests().isEmpty());
}

void TestPublishingQuota::thePaneAsksForIt()
{
    open();
    QCOMPARE(asked(), 0); // on demand only
    click(u"askQuota"_s);
    QTRY_VERIFY2(said().startsWith("2 of 50 posts"_L1), qPrintable(said()));
    QVERIFY2(said().contains("24 hour"_L1), qPrintable(said()));
    QCOMPARE(asked(), 1);
}

/// By way of Facebook, where an app may want every request to be signed.
void TestPublishingQuota::anAccountBehindAPageIsAskedForWithAProof()
{
    m_server->requireProof();
    Services &services = m_fixture->start();
    const Registration app
        = services.accounts.save({.providerId = u"practice-facebook"_s, .clientId = PracticeServer::clientId()})
              .value();
    Awaited<void> kept;
    services.accounts.keepSecret(app.id, Secret::fromText(PracticeServer::clientSecret()), &kept.context,
                                 kept.callback());
    QVERIFY(kept.wait());
    const PracticePage *page = nullptr;
    for (const PracticePage &each : practicePages())
        page = !page && each.instagram != 0 ? &each : page;
    QVERIFY(page);
    PracticeFacebookToken token;
    token.kind = PracticeFacebookToken::Kind::Page;
    token.appId = PracticeServer::clientId().toULongLong();
    token.userId = 10227000000000001;
    token.pageId = page->id;
    token.scopes = {u"instagram_content_publish"_s};
    token.issuedAt = m_fixture->clock.now();
    NewAccount made{.token = Secret(mintPracticeFacebookToken(token))};
    made.account.providerId = u"practice-facebook"_s;
    made.account.registrationId = app.id;
    made.account.userId = QString::number(page->id);
    made.account.professionalId = practiceAccount(page->instagram)->professionalId;
    made.account.accountType = facebookPage;
    made.account.issueToken(TokenKind::NoExpiry, 0s, m_fixture->clock.now());
    Awaited<Account> adopted;
    services.accounts.adopt(std::move(made), &adopted.context, adopted.callback());
    const QString id = adopted.wait().value().id;
    QVERIFY(services.accounts.hasPublishingQuota(id));
    Awaited<PublishingQuota> quota;
    services.accounts.publishingQuota(id, &quota.context, quota.callback());
    const Result<PublishingQuota> told = quota.wait();
    QVERIFY2(told, told ? "" : qPrintable(told.error().what + told.error().message));
    QCOMPARE(told->total, 50);
    QVERIFY(m_server->requests().last().endsWith("/content_publishing_limit"_L1));
}

void TestPublishingQuota::aRefusalIsToldWithTheProvidersName()
{
    m_server->inject({.name = u"garbage"_s, .endpoint = u"quota"_s});
    open();
    click(u"askQuota"_s);
    QTRY_VERIFY2(said().contains("Practice"_L1), qPrintable(said()));
    QVERIFY2(!said().contains("  "_L1) && !said().startsWith(u' '), qPrintable(said()));
    m_server->clearFaults();
    click(u"askQuota"_s);
    QTRY_VERIFY(said().startsWith("2 of 50"_L1));
}

void TestPublishingQuota::aLockedKeychainIsSaid()
{
    open();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Locked);
    click(u"askQuota"_s);
    QTRY_VERIFY2(said().contains("keychain"_L1), qPrintable(said()));
    QCOMPARE(asked(), 0);
}

void TestPublishingQuota::theAnswerOfAnotherAccountIsNotShown()
{
    m_server->inject({.name = u"hang"_s, .endpoint = u"quota"_s, .times = 1});
    open(2);
    auto *list = seen<UsageList>(u"usageList"_s);
    list->setCurrentItem(list->topLevelItem(0));
    click(u"askQuota"_s);
    QTRY_COMPARE(asked(), 1);
    list->setCurrentItem(list->topLevelItem(1));
    QVERIFY(said().isEmpty());
    click(u"askQuota"_s);
    QTRY_VERIFY(said().startsWith("2 of 50"_L1));
    list->setCurrentItem(list->topLevelItem(0));
    QVERIFY(said().isEmpty());
}

void TestPublishingQuota::theAccountMayGoWhileItIsOut()
{
    m_server->inject({.name = u"hang"_s, .endpoint = u"quota"_s});
    open(2);
    click(u"askQuota"_s);
    QTRY_COMPARE(asked(), 1);
    Awaited<void> removed;
    m_fixture->desk.accounts().remove(m_ids.first(), &removed.context, removed.callback());
    QVERIFY(removed.wait());
    QTRY_COMPARE(seen<UsageList>(u"usageList"_s)->topLevelItemCount(), 1);
    QVERIFY(said().isEmpty());
}

void TestPublishingQuota::thePaneMayGoWhileItIsOut()
{
    m_server->inject({.name = u"hang"_s, .endpoint = u"quota"_s});
    open();
    click(u"askQuota"_s);
    QTRY_COMPARE(asked(), 1);
    m_pane.reset();
    m_server->clearFaults();
    QTest::qWait(0);
}

QTEST_MAIN(TestPublishingQuota)
#include "tst_publishingquota.moc"
