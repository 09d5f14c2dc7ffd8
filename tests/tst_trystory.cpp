// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventtext.h"
#include "activity/timelinetext.h"
#include "mainwindow.h"
#include "practice/practiceaccounts.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/pastedtoken.h"
#include "support/sight.h"
#include "tryit/answertree.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// What remains of a question: it is on record with its requests, and its answer is told apart from the next
/// question's.
class TestTryStory : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aQuestionIsOnRecordWithItsRequests();
    void aRefusedQuestionIsOnRecordAsOne();
    void whatDidNotGoOutIsNotOnRecord();
    void theActivityTellsIt();
    void anAnswerUnderAnotherPathIsToldToBeOld();
    void anotherCallOfTheListMakesItOldToo();
    void aNewAnswerIsNotOld();

private:
    void choose(int index)
    {
        auto *calls = seen<QComboBox>(u"tryCall"_s);
        calls->setCurrentIndex(index);
        emit calls->activated(index);
    }
    void askNow()
    {
        click(u"tryAsk"_s);
        QTRY_VERIFY_WITH_TIMEOUT(seen(u"tryAsk"_s), 20'000);
    }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    QList<Event> asked() { return accounts().events(10, {.kinds = {Event::Kind::Asked}}); }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<MainWindow> m_window;
    QString m_token;
};

void TestTryStory::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
    m_stage->server.clearFaults();
    PracticeToken token = givenToken(m_stage->clock.now(), 0);
    token.scopes = practiceScopes();
    const PracticeAccount &person = practiceAccounts().constFirst();
    NewAccount fresh{.token = Secret(mintPracticeToken(token))};
    m_token = fresh.token.toText();
    fresh.account.providerId = u"practice"_s;
    fresh.account.userId = QString::number(person.userId);
    fresh.account.professionalId = person.professionalId;
    fresh.account.username = person.username;
    fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, m_stage->clock.now());
    Awaited<Account> adopted;
    accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    QVERIFY(adopted.wait());
    m_window = std::make_unique<MainWindow>(m_stage->services);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->findChild<QAction *>(u"actionTry"_s)->trigger();
    QTRY_VERIFY(seen(u"tryDialog"_s));
}

void TestTryStory::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestTryStory::aQuestionIsOnRecordWithItsRequests()
{
    choose(1);
    askNow();
    QCOMPARE(asked().size(), 1);
    const Event event = asked().first();
    QVERIFY(event.ok);
    QCOMPARE(event.detail, u"/v25.0/me/media"_s);
    QCOMPARE(event.accountId, accounts().all().first().id);
    const auto operation = accounts().operationOf(event);
    QVERIFY(operation);
    QCOMPARE(operation->requests.size(), 1);
    QCOMPARE(operation->requests.first().method, u"GET"_s);
    QCOMPARE(operation->requests.first().path, u"/v25.0/me/media"_s);
    QCOMPARE(operation->requests.first().status, 200);
    const QString told = lineOf(event) + asText(*operation);
    QVERIFY2(!told.contains(m_token.first(20)) && !told.contains(u'?'), qPrintable(told));
}

void TestTryStory::aRefusedQuestionIsOnRecordAsOne()
{
    m_stage->server.inject({.name = u"expired"_s, .endpoint = u"content"_s});
    choose(1);
    askNow();
    QCOMPARE(asked().size(), 1);
    QVERIFY(!asked().first().ok);
    const auto operation = accounts().operationOf(asked().first());
    QVERIFY(operation && operation->requests.size() == 1);
    QCOMPARE(operation->requests.first().code, 190);
    QVERIFY(!accounts().all().first().refused);
}

void TestTryStory::whatDidNotGoOutIsNotOnRecord()
{
    m_stage->keychain.setMood(MemoryKeychain::Mood::Locked);
    askNow();
    QVERIFY(asked().isEmpty());
}

void TestTryStory::theActivityTellsIt()
{
    askNow();
    click(u"tryClose"_s);
    QTRY_VERIFY(!seen(u"tryDialog"_s));
    auto *rows = seen<QTreeView>(u"activityRows"_s);
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(0, 0));
    QTest::keyClick(rows, Qt::Key_Return);
    QTRY_VERIFY(seen(u"timelineDialog"_s));
    QVERIFY(textOf(u"timelineTitle"_s).contains("/v25.0/me"_L1));
    QCOMPARE(seen<QTreeView>(u"timelineRows"_s)->model()->rowCount(), 1);
    click(u"timelineClose"_s);
}

void TestTryStory::anAnswerUnderAnotherPathIsToldToBeOld()
{
    choose(0);
    askNow();
    const QString path = seen<QLineEdit>(u"tryPath"_s)->text();
    const QString answer = seen<AnswerTree>(u"tryAnswer"_s)->allAsText();
    QTest::keyClicks(seen(u"tryPath"_s), u"X"_s);
    const QString said = textOf(u"tryState"_s);
    QVERIFY2(said.startsWith("Still the answer to /me"_L1) && said.contains("HTTP 200"_L1), qPrintable(said));
    QVERIFY(seen(u"tryAnswer"_s)->accessibleName().contains("/me"_L1));
    QCOMPARE(seen<AnswerTree>(u"tryAnswer"_s)->allAsText(), answer); // it may hold what is to be asked for
    auto *field = seen<QLineEdit>(u"tryPath"_s);
    field->selectAll();
    QTest::keyClicks(field, path);
    QVERIFY(textOf(u"tryState"_s).startsWith("HTTP 200"_L1));
}

void TestTryStory::anotherCallOfTheListMakesItOldToo()
{
    m_stage->server.inject({.name = u"expired"_s, .endpoint = u"content"_s});
    choose(1);
    askNow();
    QVERIFY(seen(u"tryError"_s));
    choose(0);
    QVERIFY(textOf(u"tryState"_s).startsWith("Still the answer to /me/media"_L1));
}

void TestTryStory::aNewAnswerIsNotOld()
{
    choose(0);
    askNow();
    choose(1);
    askNow();
    QVERIFY2(textOf(u"tryState"_s).startsWith("HTTP 200"_L1), qPrintable(textOf(u"tryState"_s)));
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    choose(0);
    click(u"tryAsk"_s);
    QVERIFY(textOf(u"tryState"_s).startsWith("Asking"_L1));
    click(u"tryCancel"_s);
    choose(1);
    QVERIFY(textOf(u"tryState"_s).startsWith("Stopped"_L1));
}

QTEST_MAIN(TestTryStory)
#include "tst_trystory.moc"
