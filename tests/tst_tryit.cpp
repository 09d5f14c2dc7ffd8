// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"
#include "practice/practiceaccounts.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/pastedtoken.h"
#include "support/scriptedserver.h"
#include "support/sight.h"
#include "tryit/answertree.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// "Try it" in the real window, against Practice over sockets.
class TestTryIt : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void everyCallOfTheListIsAnswered();
    void aPathOfOnesOwnIsAnswered();
    void noSecretIsToBeSeenOrCopied();
    void apartIsCopiedWithTheKeyboard();
    void theCommandHasNoTokenInIt();
    void whatWouldGoElsewhereIsNotAsked_data();
    void whatWouldGoElsewhereIsNotAsked();
    void refusalsAreExplained_data();
    void refusalsAreExplained();
    void aMissingPermissionIsSaidBeforehand();
    void whatHangsCanBeStopped();
    void aLockedKeychainIsSaid();
    void theAccountMayGoWhileARequestIsOut();
    void theWindowMayGoWhileARequestIsOut();
    void facebookIsShownAProof();
    void everythingHasANameForScreenReaders();

private:
    void adopt(const QString &providerId, const QByteArray &token, const QString &registrationId = {});
    void open();
    void choose(const QString &title)
    {
        auto *calls = seen<QComboBox>(u"tryCall"_s);
        const int index = calls->findText(title);
        QVERIFY2(index >= 0, qPrintable(title));
        calls->setCurrentIndex(index);
        emit calls->activated(index);
    }
    void type(const QString &path)
    {
        auto *field = seen<QLineEdit>(u"tryPath"_s);
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, path);
    }
    void askNow()
    {
        click(u"tryAsk"_s);
        QTRY_VERIFY_WITH_TIMEOUT(seen(u"tryAsk"_s), 20'000);
    }
    /// Did that arrive there last?
    bool wasAsked(const QString &path)
    {
        const QStringList requests = m_stage->server.requests();
        return !requests.isEmpty() && requests.last().endsWith(path);
    }
    QString answer() { return seen<AnswerTree>(u"tryAnswer"_s)->allAsText(); }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<MainWindow> m_window;
    QString m_token;
};

void TestTryIt::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
    m_stage->server.clearFaults();
    PracticeToken token = givenToken(m_stage->clock.now(), 0);
    token.scopes = practiceScopes();
    adopt(u"practice"_s, mintPracticeToken(token));
}

void TestTryIt::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestTryIt::adopt(const QString &providerId, const QByteArray &token, const QString &registrationId)
{
    const PracticeAccount &person = practiceAccounts().constFirst();
    NewAccount fresh;
    fresh.account.providerId = providerId;
    fresh.account.registrationId = registrationId;
    fresh.account.userId = QString::number(person.userId);
    fresh.account.professionalId = person.professionalId;
    fresh.account.username = person.username;
    fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, m_stage->clock.now());
    fresh.token = Secret(token);
    m_token = QString::fromLatin1(token);
    Awaited<Account> adopted;
    m_stage->desk.accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    QVERIFY(adopted.wait());
}

void TestTryIt::open()
{
    m_window = std::make_unique<MainWindow>(m_stage->services);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->findChild<QAction *>(u"actionTry"_s)->trigger();
    QTRY_VERIFY(seen(u"tryDialog"_s));
}

void TestTryIt::everyCallOfTheListIsAnswered()
{
    open();
    const QList<std::pair<QString, QString>> expected{{u"Profile"_s, practiceAccounts().constFirst().username},
                                                      {u"Latest posts"_s, u"Practice post 1"_s},
                                                      {u"Insights of a day"_s, u"\"reach\""_s},
                                                      {u"Permissions"_s, u"instagram_business_basic"_s},
                                                      {u"Publishing limit"_s, u"\"quota_total\": 50"_s}};
    for (const auto &[title, content] : expected) {
        choose(title);
        askNow();
        QVERIFY2(answer().contains(content), qPrintable(title + answer()));
        QVERIFY(!seen(u"tryError"_s));
        QVERIFY(textOf(u"tryState"_s).startsWith("HTTP 200"_L1));
    }
    for (const QString &request : m_stage->server.requests())
        QVERIFY2(request.startsWith("GET "_L1), qPrintable(request));
}

void TestTryIt::aPathOfOnesOwnIsAnswered()
{
    open();
    type(u"me?fields=followers_count"_s);
    QCOMPARE(seen<QComboBox>(u"tryCall"_s)->currentText(), u"A path of your own"_s);
    QTest::keyClick(seen(u"tryPath"_s), Qt::Key_Return);
    QTRY_VERIFY(seen(u"tryAsk"_s) && answer().contains("followers_count"_L1));
    QVERIFY(seen(u"tryAnswer"_s)->hasFocus());
}

/// The address of the next page has the token in it.
void TestTryIt::noSecretIsToBeSeenOrCopied()
{
    open();
    choose(u"Latest posts"_s);
    askNow();
    QVERIFY(answer().contains("access_token=[redacted]"_L1));
    QVERIFY(!everythingToldOf(seen(u"tryDialog"_s)).contains(m_token.first(20)));
    auto *tree = seen<AnswerTree>(u"tryAnswer"_s);
    tree->expandAll();
    for (QModelIndex row = tree->model()->index(0, 0); row.isValid(); row = tree->indexBelow(row)) {
        tree->setCurrentIndex(row);
        QVERIFY(!tree->chosenAsText().contains(m_token.first(20)));
        QVERIFY(!row.siblingAtColumn(1).data().toString().contains(m_token.first(20)));
    }
    click(u"tryCopyAnswer"_s);
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(!QGuiApplication::clipboard()->text().contains(m_token.first(20)));
}

void TestTryIt::apartIsCopiedWithTheKeyboard()
{
    open();
    choose(u"Publishing limit"_s);
    askNow();
    auto *tree = seen<AnswerTree>(u"tryAnswer"_s);
    QVERIFY(tree->hasFocus());
    QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith("{\n  \""_L1) && copied.contains("quota_total"_L1), qPrintable(copied));
    QTest::keyClick(tree, Qt::Key_Right);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"86400"_s);
}

void TestTryIt::theCommandHasNoTokenInIt()
{
    open();
    choose(u"Profile"_s);
    click(u"tryCopyCommand"_s);
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.contains("$(tokendesk-cli token '@%1')"_L1.arg(practiceAccounts().constFirst().username)),
             qPrintable(command));
    QVERIFY(command.contains(u"http://127.0.0.1:%1/v25.0/me?"_s.arg(m_stage->server.port())));
    QVERIFY(!command.contains(m_token.first(20)));
}

void TestTryIt::whatWouldGoElsewhereIsNotAsked_data()
{
    QTest::addColumn<QString>("said");
    QTest::newRow("https://evil.example/me") << u"nowhere else"_s;
    QTest::newRow("//evil.example/me") << u"nowhere else"_s;
    QTest::newRow("/../oauth/access_token") << u"“..”"_s;
    QTest::newRow("/me?method=delete") << u"only reads"_s;
    QTest::newRow("/refresh_access_token") << u"only read"_s;
    QTest::newRow("/me?a=b c") << u"%20"_s;
}

void TestTryIt::whatWouldGoElsewhereIsNotAsked()
{
    QFETCH(QString, said);
    open();
    const QStringList before = m_stage->server.requests();
    type(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(textOf(u"tryHint"_s).contains(said), qPrintable(textOf(u"tryHint"_s)));
    QVERIFY(!seen(u"tryAsk"_s)->isEnabled());
    QVERIFY(!seen(u"tryCopyCommand"_s)->isEnabled());
    QTest::keyClick(seen(u"tryPath"_s), Qt::Key_Return);
    QVERIFY(seen(u"tryAsk"_s)); // nothing is out
    QCOMPARE(m_stage->server.requests(), before);
}

void TestTryIt::refusalsAreExplained_data()
{
    QTest::addColumn<QString>("said");
    QTest::newRow("garbage") << u""_s;
    QTest::newRow("reset") << u""_s;
    QTest::newRow("expired") << u"run out"_s;
    QTest::newRow("throttled") << u"too often"_s;
    QTest::newRow("huge") << u""_s;
    QTest::newRow("html200") << u""_s;
    QTest::newRow("redirect307") << u""_s;
    QTest::newRow("truncated") << u""_s;
}

void TestTryIt::refusalsAreExplained()
{
    QFETCH(QString, said);
    m_stage->server.inject({.name = QString::fromLatin1(QTest::currentDataTag()), .endpoint = u"content"_s});
    QVERIFY(PracticeServer::faultNames().contains(QString::fromLatin1(QTest::currentDataTag())));
    open();
    choose(u"Latest posts"_s);
    askNow();
    QVERIFY(seen(u"tryError"_s));
    const QString told = textOf(u"tryErrorHappened"_s) + textOf(u"tryErrorTodo"_s);
    QVERIFY2(told.contains(said, Qt::CaseInsensitive) && textOf(u"tryErrorHappened"_s).size() > 10, qPrintable(told));
    QVERIFY(!everythingToldOf(seen(u"tryDialog"_s)).contains(m_token.first(20)));
    QCOMPARE(m_stage->desk.accounts().all().value(0).refused, false); // trying says nothing about the account

    m_stage->server.clearFaults();
    askNow();
    QVERIFY(!seen(u"tryError"_s));
    QVERIFY(answer().contains("Practice post"_L1));
}

void TestTryIt::aMissingPermissionIsSaidBeforehand()
{
    Account account = m_stage->desk.accounts().all().value(0);
    account.grantPermissions({u"instagram_business_basic"_s});
    QVERIFY(m_stage->desk.database().save(account));
    m_stage->desk.restart();
    Services services{.accounts = m_stage->desk.accounts(),
                      .keychain = m_stage->keychain,
                      .catalog = m_stage->desk.catalog,
                      .graph = m_stage->desk.graph,
                      .queue = m_stage->desk.queue,
                      .usage = m_stage->desk.usage(),
                      .certificates = m_stage->certificates,
                      .clock = m_stage->clock,
                      .network = m_stage->network,
                      .settings = m_stage->settings,
                      .clipboard = m_stage->clipboard,
                      .openBrowser = [](const QUrl &) { return true; },
                      .desktop = isolatedDesktop(m_stage->desk.folder())};
    m_window = std::make_unique<MainWindow>(services);
    m_window->show();
    m_window->findChild<QAction *>(u"actionTry"_s)->trigger();
    QTRY_VERIFY(seen(u"tryDialog"_s));
    choose(u"Insights of a day"_s);
    QVERIFY(textOf(u"tryHint"_s).contains("instagram_business_manage_insights"_L1));
    QVERIFY(seen(u"tryAsk"_s)->isEnabled());
    choose(u"Latest posts"_s);
    QVERIFY(!seen(u"tryHint"_s));
    m_window.reset();
}

void TestTryIt::whatHangsCanBeStopped()
{
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"content"_s});
    open();
    choose(u"Latest posts"_s);
    click(u"tryAsk"_s);
    QTRY_VERIFY(wasAsked(u"/media"_s));
    QVERIFY(!seen(u"tryAsk"_s));
    QTest::keyClick(seen(u"tryCancel"_s), Qt::Key_Space);
    QTRY_VERIFY(seen(u"tryAsk"_s));
    QVERIFY(textOf(u"tryState"_s).startsWith("Stopped"_L1));
    QVERIFY(!seen(u"tryError"_s));
    choose(u"Profile"_s);
    askNow();
    QVERIFY(textOf(u"tryState"_s).startsWith("HTTP 200"_L1));
}

void TestTryIt::aLockedKeychainIsSaid()
{
    m_stage->keychain.setMood(MemoryKeychain::Mood::Locked);
    open();
    const qsizetype before = m_stage->server.requests().size();
    askNow();
    QVERIFY(textOf(u"tryErrorHappened"_s).contains("keychain"_L1));
    QCOMPARE(m_stage->server.requests().size(), before);
}

void TestTryIt::theAccountMayGoWhileARequestIsOut()
{
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"content"_s});
    open();
    choose(u"Latest posts"_s);
    click(u"tryAsk"_s);
    QTRY_VERIFY(wasAsked(u"/media"_s));
    Awaited<void> removed;
    m_stage->desk.accounts().remove(m_stage->desk.accounts().all().value(0).id, &removed.context, removed.callback());
    QVERIFY(removed.wait());
    QTRY_VERIFY(!seen(u"tryDialog"_s));
}

void TestTryIt::theWindowMayGoWhileARequestIsOut()
{
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    open();
    click(u"tryAsk"_s);
    QTRY_VERIFY(wasAsked(u"/me"_s));
    m_window.reset();
    m_stage->server.clearFaults();
    QTest::qWait(0);
}

void TestTryIt::facebookIsShownAProof()
{
    ScriptedServer server;
    server.answer(200, R"({"id":"1"})");
    const Registration app = m_stage->saveApp(true);
    Provider provider = *m_stage->desk.catalog.description(u"practice-facebook"_s);
    provider.endpoints.graph = QUrl(server.url(u"/v26.0"_s));
    const Secret token("EAAcanarytoken");
    const Secret secret("0123456789abcdef0123456789abcdef");
    const auto path = readApiPath(u"/me?fields=id"_s, provider);
    QVERIFY(path);
    Awaited<Answer> answer;
    m_stage->desk.graph.ask({provider, *path, token, secret}, &answer.context, answer.callback());
    QVERIFY(answer.wait());
    const QByteArray request = server.requests().value(0);
    QVERIFY2(request.startsWith("GET /v26.0/me?fields=id&access_token=EAAcanarytoken&appsecret_proof="
                                + appSecretProof(token, secret) + " HTTP/1.1"),
             request.constData());
    QVERIFY(!request.contains(secret.view().toByteArray()));

    Awaited<Answer> bare;
    m_stage->desk.graph.ask({provider, *path, token, Secret()}, &bare.context, bare.callback());
    QVERIFY(bare.wait());
    QVERIFY(!server.requests().value(1).contains("proof"));

    provider.family = Family::Standard;
    Awaited<Answer> standard;
    m_stage->desk.graph.ask({provider, *path, token, Secret()}, &standard.context, standard.callback());
    QVERIFY(standard.wait());
    QVERIFY(server.requests().value(2).startsWith("GET /v26.0/me?fields=id HTTP/1.1"));
    QVERIFY(server.requests().value(2).toLower().contains("\r\nauthorization: bearer ")); // a name has no case
    QVERIFY(server.requests().value(2).contains(": Bearer EAAcanarytoken\r\n"));
}

void TestTryIt::everythingHasANameForScreenReaders()
{
    open();
    for (const QString &name : {u"tryDialog"_s, u"tryCall"_s, u"tryPath"_s, u"tryAsk"_s, u"tryAnswer"_s,
                                u"tryCopyCommand"_s, u"tryCopyAnswer"_s, u"tryClose"_s})
        QVERIFY2(seen(name) && !seen(name)->accessibleName().isEmpty(), qPrintable(name));
}

QTEST_MAIN(TestTryIt)
#include "tst_tryit.moc"
