// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/storing.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/scriptedserver.h"
#include "support/signintrial.h"
#include "support/standardprovider.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// A server that knows no profile is asked about the token itself (RFC 7662) whether it works.
class TestIntrospection : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theAnswerCounts_data();
    void theAnswerCounts();
    void itIsAskedByTheAppInAForm();
    void whereThereIsAProfileThatIsAsked();
    void theAccountIsRemovedWhileItIsAsked();

private:
    void open(const QByteArray &provider);
    Result<void> check();
    Accounts &accounts() { return m_desk->accounts(); }

    ManualClock m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Desk> m_desk;
    QString m_id;
};

void TestIntrospection::init()
{
    m_server = std::make_unique<ScriptedServer>();
    QByteArray provider = standardProvider(m_server->serverPort());
    const qsizetype at = provider.indexOf("\"profile\"");
    provider.remove(at, provider.indexOf(',', at) + 1 - at);
    open(provider);
}

void TestIntrospection::open(const QByteArray &provider)
{
    m_desk.reset();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, provider);
    QVERIFY2(m_desk->catalog.problems().isEmpty(), qPrintable(m_desk->catalog.problems().value(0).what));
    QVERIFY(accounts().save({.id = u"r"_s, .providerId = u"test"_s, .name = u"App"_s, .clientId = u"app"_s}));
    Awaited<void> secret;
    accounts().keepSecret(u"r"_s, Secret("s3cret"), &secret.context, secret.callback());
    QVERIFY(secret.wait());
    NewAccount made{.token = Secret("access-1")};
    made.account.providerId = u"test"_s;
    made.account.registrationId = u"r"_s;
    made.account.userId = u"7"_s;
    made.account.issueToken(TokenKind::LongLived, 90 * 24h, m_clock.now());
    Awaited<Account> answer;
    accounts().adopt(std::move(made), &answer.context, answer.callback());
    m_id = answer.wait().value().id;
}

Result<void> TestIntrospection::check()
{
    Awaited<void> answer;
    accounts().check(m_id, &answer.context, answer.callback());
    return answer.wait();
}

void TestIntrospection::theAnswerCounts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("works");
    QTest::addColumn<Status>("after");
    const auto row = [](const char *name, int status, const QByteArray &body, bool works, Status after) {
        QTest::newRow(name) << status << body << works << after;
    };
    row("active", 200, R"({"active":true,"scope":"openid","sub":"7"})", true, Status::Working);
    row("not active", 200, R"({"active":false})", false, Status::NeedsYou);
    row("the app is refused, not the token", 401, R"({"error":"invalid_client"})", false, Status::Working);
    row("server trouble", 503, "{}", false, Status::Working);
    row("a page of somebody else", 200, "<html>", false, Status::Working);
    row("it does not say", 200, "{}", false, Status::Working);
}

void TestIntrospection::theAnswerCounts()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, works);
    QFETCH(Status, after);
    m_server->answer(status, body);
    QCOMPARE(check().has_value(), works);
    QCOMPARE(accounts().status(m_id).status, after);
    const Event last = accounts().events(1).value(0);
    QCOMPARE(last.kind, Event::Kind::Checked);
    QCOMPARE(last.ok, works);
}

void TestIntrospection::itIsAskedByTheAppInAForm()
{
    m_server->answer(200, R"({"active":true})");
    QVERIFY(check());
    QVERIFY(m_server->requests().first().startsWith("POST /introspect "));
    const QMap<QByteArray, QByteArray> form = formOf(m_server->body(0));
    QCOMPARE(form.value("token"), "access-1");
    QCOMPARE(form.value("client_id"), "app");
    QCOMPARE(form.value("client_secret"), "s3cret");
}

void TestIntrospection::whereThereIsAProfileThatIsAsked()
{
    open(standardProvider(m_server->serverPort()));
    m_server->answer(200, R"({"sub":"7"})");
    QVERIFY(check());
    QVERIFY(m_server->requests().first().startsWith("GET /me "));
}

void TestIntrospection::theAccountIsRemovedWhileItIsAsked()
{
    m_server->script({.bytes = {}, .end = ScriptedServer::End::Hang});
    Awaited<void> checked, removed;
    accounts().check(m_id, &checked.context, checked.callback());
    QTRY_COMPARE(m_server->requests().size(), 1);
    accounts().remove(m_id, &removed.context, removed.callback());
    QVERIFY(removed.wait());
    m_desk.reset();
    QCOMPARE(checked.times, 0);
}

QTEST_GUILESS_MAIN(TestIntrospection)
#include "tst_introspection.moc"
