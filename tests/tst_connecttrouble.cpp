// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;

/// What goes wrong on the way to an account, and how the person gets on.
class TestConnectTrouble : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup() { m_stage.reset(); }

    void refusalIsExplained();
    void failureIsExplainedAndTriedAgain();
    void aHotelsPageIsRecognised_data();
    void aHotelsPageIsRecognised();
    void faultOfTheAppLeadsToIt();
    void oneHourTokenIsSaidAndExtended();
    void keychainTroubleIsTriedAgain();
    void tokenIsSavedOnceTheKeychainIsBack();
    void slowKeychainIsWaitedFor();
    void appSecretIsForgottenOnRequest();
    void copyingIsCountedDown();

private:
    ConnectStage &stage() { return *m_stage; }
    void startPractice();

    std::unique_ptr<ConnectStage> m_stage;
};

void TestConnectTrouble::startPractice()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
}

void TestConnectTrouble::refusalIsExplained()
{
    startPractice();
    stage().answer({.presses = FakeBrowser::Button::Cancel});
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().read(u"errorHappened"_s).contains("consent page"_L1));
    QVERIFY(!stage().sees(u"errorDetailsText"_s));
    QVERIFY(stage().click(u"errorDetailsHeading"_s));
    QVERIFY(stage().read(u"errorDetailsText"_s).startsWith("Kind: Denied"_L1));
}

void TestConnectTrouble::failureIsExplainedAndTriedAgain()
{
    stage().server.inject({.name = u"wrong-secret"_s, .endpoint = u"token"_s, .times = 1});
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QCOMPARE(stage().read(u"errorHappened"_s), u"The app secret does not fit the app."_s);
    QVERIFY(!stage().read(u"errorTodo"_s).isEmpty());
    QVERIFY(!stage().read(u"errorWho"_s).isEmpty());
    QVERIFY(stage().desk.accounts().all().isEmpty());
    stage().press(Qt::Key_Return); // Try again
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectTrouble::aHotelsPageIsRecognised_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("the page itself") << u"html200"_s;
    QTest::newRow("on the way to it") << u"redirect307"_s;
}

// A51: a captive portal, which is told nothing more.
void TestConnectTrouble::aHotelsPageIsRecognised()
{
    QFETCH(const QString, fault);
    stage().server.inject({.name = fault, .endpoint = u"token"_s, .times = 1});
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY2(stage().read(u"errorHappened"_s).startsWith("Something between this computer and"_L1),
             qPrintable(stage().read(u"errorHappened"_s)));
    QVERIFY(stage().read(u"errorTodo"_s).contains("open any page in your browser, sign in there"_L1));
    QCOMPARE(stage().server.requests().count(u"POST /oauth/access_token"_s), 1); // the code went out once
    QVERIFY(stage().desk.accounts().all().isEmpty());
    stage().press(Qt::Key_Return); // Try again, once that is done
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectTrouble::faultOfTheAppLeadsToIt()
{
    stage().saveApp(false);
    stage().open();
    stage().type(u"appSecret"_s, u"ffffffffffffffffffffffffffffffff"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QCOMPARE(stage().read(u"errorHappened"_s), u"The app secret does not fit the app."_s);
    QVERIFY(stage().click(u"connectLink"_s));
    QCOMPARE(stage().read(u"appId"_s), ConnectStage::appId());
    stage().type(u"appSecret"_s, ConnectStage::appSecret());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectTrouble::oneHourTokenIsSaidAndExtended()
{
    stage().server.inject({.name = u"unavailable"_s, .endpoint = u"extend"_s, .times = 2});
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().read(u"doneLife"_s).contains("one hour only"_L1));
    QVERIFY(stage().read(u"doneTrouble"_s).contains("trouble at the moment"_L1));
    QVERIFY(stage().click(u"doneTryAgain"_s));
    QTRY_VERIFY(stage().find<QAbstractButton>(u"doneTryAgain"_s)->isEnabled());
    QVERIFY(stage().click(u"doneTryAgain"_s));
    QTRY_VERIFY(!stage().sees(u"doneTryAgain"_s));
    QVERIFY(stage().read(u"doneLife"_s).contains("every week"_L1));
    QCOMPARE(stage().desk.accounts().all().value(0).tokenKind, TokenKind::LongLived);
}

void TestConnectTrouble::keychainTroubleIsTriedAgain()
{
    stage().keychain.setMood(Mood::Locked);
    startPractice();
    QVERIFY(stage().comesToSee(u"keychainErrorHappened"_s));
    QVERIFY(stage().opened.isEmpty());
    stage().keychain.setMood(Mood::Open);
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().desk.accounts().all().value(0).custody, Custody::Keychain);
}

void TestConnectTrouble::tokenIsSavedOnceTheKeychainIsBack()
{
    stage().keychain.setMood(Mood::Unavailable);
    startPractice();
    QVERIFY(stage().comesToSee(u"goOnWithoutKeychain"_s));
    QVERIFY(stage().click(u"goOnWithoutKeychain"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().read(u"doneTrouble"_s).contains("Not saved"_L1));
    QVERIFY(stage().sees(u"copyToken"_s));
    QVERIFY(stage().click(u"doneTryAgain"_s));
    QTRY_VERIFY(stage().find<QAbstractButton>(u"doneTryAgain"_s)->isEnabled());
    stage().keychain.setMood(Mood::Open);
    QVERIFY(stage().click(u"doneTryAgain"_s));
    QTRY_VERIFY(!stage().sees(u"doneTrouble"_s));
    QVERIFY(stage().read(u"doneLife"_s).contains("every week"_L1));
}

void TestConnectTrouble::slowKeychainIsWaitedFor()
{
    stage().keychain.setMood(Mood::Silent);
    startPractice();
    stage().clock.advance(4s);
    QTRY_COMPARE(stage().read(u"busyHeading"_s), u"Waiting for your keychain"_s);
    QVERIFY(stage().sees(u"connectClose"_s));
    stage().keychain.setMood(Mood::Open);
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectTrouble::appSecretIsForgottenOnRequest()
{
    const Registration app = stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().click(u"keepSecret"_s));
    QVERIFY(!stage().find<QWidget>(u"connectPrimary"_s)->isEnabled()); // it has to be given then
    stage().type(u"appSecret"_s, stage().appSecret());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QTRY_VERIFY(!stage().desk.accounts().registration(app.id)->secretKept);
    QCOMPARE(stage().keychain.keys().size(), 1); // the token
}

void TestConnectTrouble::copyingIsCountedDown()
{
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(!stage().sees(u"clipboardNote"_s));
    const QString id = stage().desk.accounts().all().value(0).id;
    stage().clipboard.copy(Secret::fromText(u"some-token"_s), id);
    QVERIFY(stage().comesToSee(u"clipboardNote"_s));
    QVERIFY(stage().read(u"clipboardNote"_s).contains("30"_L1));
    stage().clock.advance(6s);
    QTRY_VERIFY(stage().read(u"clipboardNote"_s).contains("24"_L1));
    QVERIFY(stage().click(u"doneClearClipboard"_s));
    QTRY_VERIFY(!stage().sees(u"clipboardNote"_s));
    QVERIFY(!stage().clipboard.isHolding());

    stage().dialog->showCopyFailure(id, {.kind = ErrorKind::KeychainLocked, .what = {}});
    QVERIFY(stage().read(u"doneTrouble"_s).contains("locked"_L1));
}

QTEST_MAIN(TestConnectTrouble)
#include "tst_connecttrouble.moc"
