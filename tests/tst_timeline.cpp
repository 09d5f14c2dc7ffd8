// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/timelinetext.h"
#include "graph/requestlog.h"
#include "mainwindow.h"
#include "support/canaries.h"
#include "support/connectfixture.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/sight.h"
#include "support/transportfixture.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

QStringList told(const std::optional<Operation> &operation)
{
    QStringList lines;
    for (const RequestNote &note : operation ? operation->requests : QList<RequestNote>())
        lines.append(u"%1 %2 %3 %4"_s.arg(note.method, note.path).arg(note.status).arg(note.trouble).trimmed());
    return lines;
}

} // namespace

/// What was asked of the provider, request by request, for a sign-in, a renewal and all else; and no secret in it.
class TestTimeline : public QObject
{
    Q_OBJECT
private slots:
    void pathsAreStripped_data();
    void pathsAreStripped();
    void aSignInIsTold();
    void aFailedSignInIsTold();
    void aLostConnectionIsTold();
    void timeAndSizeLimitsAreTold();
    void aRenewalAndACheckAreTold();
    void theStoryOutlivesTheProgram();
    void noSecretIsInIt();
    void itIsBounded();
    void itIsNeitherChangedNorForgottenEarly();
    void anAttemptThatIsDroppedLeavesNothing();
    void theActivityTellsIt();
    void theFailedSignInsPageTellsIt();

private:
    static std::optional<Operation> last(Accounts &accounts, Event::Kind kind)
    {
        const QList<Event> events = accounts.events(1, {.kinds = {kind}});
        return events.isEmpty() ? std::nullopt : accounts.operationOf(events.first());
    }
};

void TestTimeline::pathsAreStripped_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const char *url, const QString &path) { QTest::newRow(url) << path; };
    row("https://graph.instagram.com/v25.0/me?access_token=x", u"/v25.0/me"_s);
    row("https://graph.instagram.com/v25.0/17841400000000001/media", u"/v25.0/{id}/media"_s);
    row("https://graph.facebook.com/v26.0/me/permissions/pages_show_list", u"/v26.0/me/permissions/pages_show_list"_s);
    row("https://x.example/practice/picture/27.png", u"/practice/picture/{id}"_s);
    row("https://x.example/IGAAabcdefghijklmnopqrstuvwxyz/me", u"/{id}/me"_s);
    row("https://x.example/a1b2c3/me%2fyou", u"/{id}/{id}"_s);
    row("https://x.example", u""_s);
    row("https://x.example/", u"/"_s);
}

void TestTimeline::pathsAreStripped()
{
    QFETCH(QString, path);
    QCOMPARE(pathWithoutSecrets(QUrl(QString::fromLatin1(QTest::currentDataTag()))), path);
}

void TestTimeline::aSignInIsTold()
{
    ConnectFixture t;
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.outcome);
    const auto operation = last(t.accounts(), Event::Kind::Connected);
    QCOMPARE(told(operation),
             (QStringList{u"POST /oauth/access_token 200"_s, u"GET /access_token 200"_s, u"GET /v25.0/me 200"_s,
                          u"GET /practice/picture/{id} 200"_s}));
    QCOMPARE(operation->requests[0].host, u"127.0.0.1:%1"_s.arg(*t.port));
    QVERIFY(operation->requests[1].since >= operation->requests[0].since);
    QCOMPARE(operation->accountId, t.only().id);
}

void TestTimeline::aFailedSignInIsTold()
{
    ConnectFixture t;
    t.server.inject({.name = u"wrong-secret"_s, .endpoint = u"token"_s});
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.failure);
    const auto operation = last(t.accounts(), Event::Kind::SignInFailed);
    QCOMPARE(told(operation), QStringList{u"POST /oauth/access_token 400 Misconfigured"_s});
}

void TestTimeline::aLostConnectionIsTold()
{
    ConnectFixture t;
    t.server.inject({.name = u"reset"_s, .endpoint = u"token"_s});
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.failure);
    const auto operation = last(t.accounts(), Event::Kind::SignInFailed);
    QCOMPARE(told(operation), QStringList{u"POST /oauth/access_token 0 Offline"_s});
    QVERIFY(!outcomeOf(operation->requests[0]).isEmpty());
}

void TestTimeline::timeAndSizeLimitsAreTold()
{
    TransportFixture t;
    RequestLog log(&t.transport, QDateTime::currentDateTimeUtc());
    QObject step(&t.transport);
    const auto ask = [&](qsizetype limit) {
        Awaited<Answer> answer;
        answer.context.setParent(&step);
        t.transport.get(t.url(), limit, &answer.context, answer.callback());
        return answer.wait().has_value();
    };
    t.server.answer(200, "{}");
    t.server.answer(200, QByteArray(2000, ' '));
    t.server.script({.end = ScriptedServer::End::Hang});
    t.transport.setTimeLimit(200ms);
    QVERIFY(ask(1000));
    QVERIFY(!ask(1000));
    QVERIFY(!ask(1000));
    QCOMPARE(log.notes().size(), 3);
    QCOMPARE(log.notes()[0].trouble, QString());
    QCOMPARE(log.notes()[1].trouble, u"Malformed"_s);
    QCOMPARE(log.notes()[2].trouble, u"TimedOut"_s);
    QCOMPARE(log.notes()[2].status, 0);
    QVERIFY(log.notes()[2].duration >= 150ms && log.notes()[2].duration < 5s);
    QVERIFY(log.notes()[2].since >= log.notes()[1].since);
    for (const RequestNote &note : log.notes())
        QCOMPARE(note.path, u"/path"_s);
}

void TestTimeline::aRenewalAndACheckAreTold()
{
    ConnectFixture t;
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.outcome);
    t.clock.advance(25h);
    Awaited<Account> renewed;
    t.accounts().renew(t.only().id, &renewed.context, renewed.callback());
    QVERIFY(renewed.wait());
    QCOMPARE(told(last(t.accounts(), Event::Kind::Renewed)), QStringList{u"GET /refresh_access_token 200"_s});

    t.clock.advance(25h);
    t.server.inject({.name = u"throttled"_s, .endpoint = u"renew"_s, .times = 1});
    Awaited<Account> refused;
    t.accounts().renew(t.only().id, &refused.context, refused.callback());
    QVERIFY(!refused.wait());
    const auto failed = last(t.accounts(), Event::Kind::RenewalFailed);
    QVERIFY(failed && failed->requests.size() == 1);
    QCOMPARE(failed->requests[0].code, 80002);
    QCOMPARE(failed->requests[0].trouble, u"RateLimited"_s);
    QVERIFY(!failed->requests[0].traceId.isEmpty());

    Awaited<void> checked;
    t.accounts().check(t.only().id, &checked.context, checked.callback());
    QVERIFY(checked.wait());
    QCOMPARE(told(last(t.accounts(), Event::Kind::Checked)), QStringList{u"GET /v25.0/me 200"_s});
    QVERIFY(!last(t.accounts(), Event::Kind::Copied));
}

void TestTimeline::theStoryOutlivesTheProgram()
{
    ConnectFixture t;
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.outcome);
    t.attempt.reset();
    const QStringList before = told(last(t.accounts(), Event::Kind::Connected));
    t.desk.restart();
    QCOMPARE(told(last(t.accounts(), Event::Kind::Connected)), before);
    QVERIFY(!before.isEmpty());
}

void TestTimeline::noSecretIsInIt()
{
    ConnectFixture t;
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.outcome);
    Canaries canaries;
    canaries.plant(t.token());
    canaries.plant(PracticeServer::clientSecret().toLatin1());
    const auto operation = last(t.accounts(), Event::Kind::Connected);
    QVERIFY(operation);
    QCOMPARE(canaries.in(asText(*operation).toUtf8()), QStringList());
    QCOMPARE(canaries.below(t.desk.folder()), QStringList());
    QCOMPARE(asText(*operation).count(u'\n'), 4);
    QVERIFY(asText(*operation).contains("POST\t127.0.0.1:"_L1));
    QVERIFY(!asText(*operation).contains(u'?'));
    QVERIFY(!asText(*operation).contains(t.only().userId));
}

void TestTimeline::itIsBounded()
{
    QObject operation;
    RequestLog log(&operation, QDateTime::currentDateTimeUtc());
    for (int i = 0; i < 100; ++i)
        log.add({.path = u"/%1"_s.arg(i)});
    QCOMPARE(log.notes().size(), RequestLog::mostNotes);
    QCOMPARE(log.leftOut(), 100 - int(RequestLog::mostNotes));
    auto *part = new QObject(&operation);
    QCOMPARE(RequestLog::of(part), &log);
    QCOMPARE(RequestLog::of(nullptr), nullptr);
}

void TestTimeline::itIsNeitherChangedNorForgottenEarly()
{
    ConnectFixture t;
    t.clock.setNow(QDateTime::currentDateTimeUtc());
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.outcome);
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(t.desk.folder() + "/tokendesk.sqlite"_L1);
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY(!query.exec(u"UPDATE operations SET requests = '[]'"_s));
        QVERIFY(!query.exec(u"DELETE FROM operations"_s));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    QVERIFY(last(t.accounts(), Event::Kind::Connected));
}

void TestTimeline::anAttemptThatIsDroppedLeavesNothing()
{
    ConnectFixture t;
    t.server.inject({.name = u"hang"_s, .endpoint = u"token"_s});
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.server.requests().contains(u"POST /oauth/access_token"_s));
    t.attempt.reset();
    QTest::qWait(0);
    QVERIFY(t.accounts().events(10).isEmpty());
}

void TestTimeline::theActivityTellsIt()
{
    ConnectStage stage;
    stage.services.desktop = isolatedDesktop(stage.desk.folder());
    stage.open();
    stage.dialog->chooseProvider(u"practice"_s);
    QVERIFY(stage.click(u"connectPrimary"_s));
    stage.answer();
    QVERIFY(stage.comesToSee(u"doneTitle"_s));
    stage.dialog.reset();
    Awaited<Secret> token;
    stage.desk.accounts().token(stage.desk.accounts().all().value(0).id, &token.context, token.callback());
    const QString secret = token.wait().value().toText();

    MainWindow window(stage.services);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *rows = seen<QTreeView>(u"activityRows"_s);
    QVERIFY(rows);
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(0, 0));
    QTest::keyClick(rows, Qt::Key_Return);
    QTRY_VERIFY(seen(u"timelineDialog"_s));
    auto *requests = seen<QTreeView>(u"timelineRows"_s);
    QVERIFY(requests);
    QCOMPARE(requests->model()->rowCount(), 4);
    QVERIFY(!requests->accessibleName().isEmpty());
    click(u"timelineCopy"_s);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains("Connected"_L1) && copied.contains("/oauth/access_token"_L1), qPrintable(copied));
    QVERIFY(!copied.contains(secret.first(20)));
    QVERIFY(!everythingToldOf(seen(u"timelineDialog"_s)).contains(secret.first(20)));
    click(u"timelineClose"_s);
    QTRY_VERIFY(!seen(u"timelineDialog"_s));
}

void TestTimeline::theFailedSignInsPageTellsIt()
{
    ConnectStage stage;
    stage.server.inject({.name = u"wrong-secret"_s, .endpoint = u"token"_s, .times = 1});
    stage.open();
    stage.dialog->chooseProvider(u"practice"_s);
    QVERIFY(stage.click(u"connectPrimary"_s));
    stage.answer();
    QVERIFY(stage.comesToSee(u"failureStory"_s));
    QVERIFY(stage.click(u"failureStory"_s));
    QTRY_VERIFY(seen(u"timelineDialog"_s));
    QCOMPARE(seen<QTreeView>(u"timelineRows"_s)->model()->index(0, 3).data().toString().left(8), u"HTTP 400"_s);
    click(u"timelineClose"_s);
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
