// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"
#include "support/settle.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;

namespace {

const QString basic = u"instagram_business_basic"_s;
const QString publish = u"instagram_business_content_publish"_s;
const QString insights = u"instagram_business_manage_insights"_s;

} // namespace

/// The way to an account as a person goes it, with mouse and keyboard, against Practice.
class TestConnectDialog : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup() { m_stage.reset(); }

    void practiceTakesThreeClicks();
    void savedAppTakesThreeClicks();
    void newAppIsConnectedWithTheKeyboardAlone();
    void opensAtTheFirstPageWithoutAnswer();
    void backLeadsThroughEveryPage();
    void lastTimesPermissionsAreTicked();
    void declinedPermissionIsShown();
    void sameAccountIsConnectedAgain();
    void signingInAgainBeginsAtThePermissions();
    void anotherAccountThanExpectedIsRefused();
    void anotherOneIsConnectedAfterTheFirst();

    void cancelAtEachPageStoresNothing_data();
    void cancelAtEachPageStoresNothing();
    void typedAppIsNotLostUnasked();
    void tokenOnItsWayIsNotLostUnasked();
    void deletionWhileATokenIsOnItsWay();

private:
    ConnectStage &stage() { return *m_stage; }
    void reach(const QString &page);
    void startPractice();
    bool nothingIsStored();

    std::unique_ptr<ConnectStage> m_stage;
};

void TestConnectDialog::startPractice()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
}

bool TestConnectDialog::nothingIsStored()
{
    return stage().desk.accounts().all().isEmpty() && stage().desk.accounts().registrations().isEmpty()
        && stage().keychain.keys().isEmpty();
}

// -- the way

void TestConnectDialog::practiceTakesThreeClicks()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice"_s); // the first click, on "Try it without a Meta account"
    QSignalSpy connected(stage().dialog.get(), &ConnectDialog::connected);
    QSignalSpy copied(stage().dialog.get(), &ConnectDialog::copyRequested);
    QCOMPARE(stage().read(u"connectStep"_s), u"Connect an account · step 2 of 3"_s);
    QVERIFY(stage().click(u"connectPrimary"_s)); // the second
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().click(u"copyToken"_s)); // the third

    const Account account = stage().desk.accounts().all().value(0);
    QCOMPARE(connected, (QList<QVariantList>{{account.id}}));
    QCOMPARE(copied, (QList<QVariantList>{{account.id}}));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @%1"_s.arg(account.username));
    QVERIFY(stage().read(u"doneLife"_s).contains("every week"_L1));
    QCOMPARE(account.grantedScopes, QStringList{basic});
    QCOMPARE(account.custody, Custody::Keychain);
    QVERIFY(!stage().sees(u"doneTryAgain"_s));
}

void TestConnectDialog::savedAppTakesThreeClicks()
{
    const Registration app = stage().saveApp(true);
    stage().open(); // the first click, on "Connect an account"
    QVERIFY(stage().click(u"connectPrimary"_s)); // the second
    stage().answer();
    QVERIFY(stage().comesToSee(u"copyToken"_s)); // the third
    QCOMPARE(stage().desk.accounts().all().value(0).registrationId, app.id);
    QVERIFY(stage().desk.accounts().registration(app.id)->secretKept);
}

void TestConnectDialog::newAppIsConnectedWithTheKeyboardAlone()
{
    stage().open();
    while (QApplication::focusWidget()->objectName() != "testCard"_L1)
        stage().press(Qt::Key_Tab);
    stage().press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"appId"_s);
    QTest::keyClicks(QApplication::focusWidget(), stage().appId());
    stage().press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), stage().appSecret());
    stage().press(Qt::Key_Tab); // Show
    stage().press(Qt::Key_Tab);
    stage().press(Qt::Key_Space); // keep the secret
    stage().press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), publish);
    stage().press(Qt::Key_Space);
    stage().press(Qt::Key_Return);
    stage().answer();
    QVERIFY(stage().comesToSee(u"copyToken"_s));
    QSignalSpy copied(stage().dialog.get(), &ConnectDialog::copyRequested);
    stage().press(Qt::Key_Return);
    QCOMPARE(copied.count(), 1);

    const Registration app = stage().desk.accounts().registrations().value(0);
    QCOMPARE(app.clientId, stage().appId());
    QCOMPARE(app.redirectAddresses, QStringList{stage().redirectAddress});
    QVERIFY(app.secretKept);
    QCOMPARE(stage().desk.accounts().all().value(0).grantedScopes, (QStringList{basic, publish}));
    stage().press(Qt::Key_Escape);
    QVERIFY(!stage().dialog->isVisible());
}

void TestConnectDialog::opensAtTheFirstPageWithoutAnswer()
{
    stage().open();
    QVERIFY(stage().sees(u"practiceCard"_s));
    QCOMPARE(stage().read(u"connectStep"_s), u"Connect an account · step 1 of 4"_s);

    const Registration app = stage().saveApp(false);
    stage().open();
    QCOMPARE(stage().read(u"appId"_s), app.clientId);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"appSecret"_s);
    QCOMPARE(stage().read(u"connectStep"_s), u"Connect an account · step 2 of 4"_s);

    QVERIFY(stage().desk.accounts().save(app));
    Awaited<void> kept;
    stage().desk.accounts().keepSecret(app.id, Secret::fromText(stage().appSecret()), &kept.context, kept.callback());
    QVERIFY(kept.wait());
    stage().open();
    QVERIFY(stage().sees(u"scopePicker"_s));
    QCOMPARE(stage().read(u"connectStep"_s), u"Connect an account · step 3 of 4"_s);
}

void TestConnectDialog::backLeadsThroughEveryPage()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"scopePicker"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"appId"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"practiceCard"_s));
    QVERIFY(!stage().sees(u"connectBack"_s));
}

void TestConnectDialog::lastTimesPermissionsAreTicked()
{
    const Registration app = stage().saveApp(true);
    stage().connectAccount(u"test"_s, app.id);
    stage().open();
    QVERIFY(stage().find<QAbstractButton>(insights)->isChecked());
    QVERIFY(!stage().find<QAbstractButton>(publish)->isChecked());
}

void TestConnectDialog::declinedPermissionIsShown()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice"_s);
    QVERIFY(stage().click(publish + u"Row"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer({.unticks = {publish}});
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().find<QLabel>(basic + u"Grant"_s)->accessibleName().contains("granted"_L1));
    QVERIFY(stage().find<QLabel>(publish + u"Grant"_s)->accessibleName().contains("declined"_L1));
}

void TestConnectDialog::sameAccountIsConnectedAgain()
{
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().read(u"doneTitle"_s).endsWith("again"_L1));
    QCOMPARE(stage().desk.accounts().all().size(), 1);
}

void TestConnectDialog::signingInAgainBeginsAtThePermissions()
{
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    const QString id = stage().desk.accounts().all().value(0).id;
    stage().open();
    stage().dialog->reconnect(id);
    QVERIFY(stage().read(u"connectStep"_s).contains("@practice"_L1));
    QVERIFY(!stage().sees(u"connectBack"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(!stage().sees(u"doneNote"_s));
}

// A28: somebody else signs in again.
void TestConnectDialog::anotherAccountThanExpectedIsRefused()
{
    const Account expected = stage().connectAccount(u"practice"_s);
    stage().open();
    stage().dialog->reconnect(expected.id);
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().read(u"errorHappened"_s).contains("@earlier"_L1));
    QVERIFY(stage().read(u"errorHappened"_s).contains("@practice.account"_L1));
    QCOMPARE(stage().desk.accounts().all(), QList{expected});
}

void TestConnectDialog::anotherOneIsConnectedAfterTheFirst()
{
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().click(u"connectLink"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer({.account = u"second.practice"_s});
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @second.practice"_s);
    QCOMPARE(stage().desk.accounts().all().size(), 2);
}

// -- leaving it

void TestConnectDialog::cancelAtEachPageStoresNothing_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"practiceCard", "appId", "scopePicker", "waitingHeading", "errorHappened",
                             "keychainErrorHappened", "busyHeading"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

/// Goes to where that widget is to be seen.
void TestConnectDialog::reach(const QString &page)
{
    if (page == "keychainErrorHappened"_L1)
        stage().keychain.setMood(Mood::Unavailable);
    if (page == "busyHeading"_L1)
        stage().keychain.setMood(Mood::Silent);
    stage().open();
    if (page == "appId"_L1)
        QVERIFY(stage().click(u"testCard"_s));
    if (page == "practiceCard"_L1 || page == "appId"_L1)
        return;
    QVERIFY(stage().click(u"practiceCard"_s));
    if (page == "scopePicker"_L1)
        return;
    QVERIFY(stage().click(u"connectPrimary"_s));
    if (page == "errorHappened"_L1)
        stage().answer({.presses = FakeBrowser::Button::Cancel});
}

void TestConnectDialog::cancelAtEachPageStoresNothing()
{
    QFETCH(QString, page);
    for (const bool byKey : {false, true}) {
        reach(page);
        QVERIFY(stage().comesToSee(page));
        if (byKey)
            stage().press(Qt::Key_Escape);
        else
            QVERIFY(stage().click(u"connectClose"_s));
        QVERIFY(!stage().dialog->isVisible());
        stage().keychain.setMood(Mood::Open);
        QVERIFY(nothingIsStored());
    }
}

void TestConnectDialog::typedAppIsNotLostUnasked()
{
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
    stage().type(u"appId"_s, u"12345"_s);
    stage().press(Qt::Key_Escape);
    QVERIFY(stage().comesToSee(u"stopQuestion"_s));
    QTest::keyClick(stage().find(u"stopQuestion"_s), Qt::Key_Escape); // go on
    QTRY_VERIFY(!stage().sees(u"stopQuestion"_s));
    QVERIFY(stage().dialog->isVisible());
    QCOMPARE(stage().read(u"appId"_s), u"12345"_s);
    QVERIFY(stage().click(u"connectClose"_s));
    QVERIFY(stage().comesToSee(u"stopQuestion"_s));
    QVERIFY(stage().click(u"stopQuestionStop"_s));
    QVERIFY(!stage().dialog->isVisible());
}

void TestConnectDialog::tokenOnItsWayIsNotLostUnasked()
{
    stage().server.inject({.name = u"hang"_s, .endpoint = u"token"_s});
    startPractice();
    stage().answer();
    QVERIFY(stage().comesToSee(u"busyHeading"_s));
    stage().press(Qt::Key_Escape);
    QVERIFY(stage().comesToSee(u"stopQuestion"_s));
    QVERIFY(stage().click(u"stopQuestionStop"_s));
    QVERIFY(!stage().dialog->isVisible());
    QVERIFY(nothingIsStored());
}

void TestConnectDialog::deletionWhileATokenIsOnItsWay()
{
    stage().server.inject({.name = u"hang"_s, .endpoint = u"extend"_s});
    startPractice();
    stage().answer();
    QTRY_VERIFY(stage().server.requests().contains("GET /access_token"_L1));
    stage().dialog.reset();
    QVERIFY(comesToRest(stage().desk.transport));
    QVERIFY(nothingIsStored());
}

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
