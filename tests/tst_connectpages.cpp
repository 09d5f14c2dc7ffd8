// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/credentials.h"
#include "support/connectstage.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the single pages of the connect dialog promise.
class TestConnectPages : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup() { m_stage.reset(); }

    void pastedCredentialIsCleaned_data();
    void pastedCredentialIsCleaned();
    void appIsCheckedWhileTyping_data();
    void appIsCheckedWhileTyping();
    void secretIsHiddenUnlessShown();
    void redirectAddressIsCopiedExactly();
    void dashboardIsOpenedInTheBrowser();
    void savedAppIsChosenFromAList();
    void anotherAccountIsWishedFor();

    void clockCountsDownAndIsProlonged();
    void attemptEndsWhenTheClockRanOut();
    void linkIsCopiedExactly();
    void missingBrowserIsSaid();
    void pageIsOpenedAgain();
    void pastedAddressIsCheckedAndUsed();
    void foreignRequestIsNotedAndTurnedAway();
    void certificateIsExplainedForHttpsOnly();
    void errorOfTheProvidersPageIsExplained();

    void everyFieldHasANameOnEveryPage();
    void everyPageFitsALaptop();
    void secretIsNowhereInTheAccessibilityTree();

private:
    ConnectStage &stage() { return *m_stage; }
    void goToApp();
    void goToWaiting();
    void checkNames();

    std::unique_ptr<ConnectStage> m_stage;
};

void TestConnectPages::goToApp()
{
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
}

void TestConnectPages::goToWaiting()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
}

// -- your app

void TestConnectPages::pastedCredentialIsCleaned_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("clean");
    QTest::newRow("as it is") << u"123456"_s << u"123456"_s;
    QTest::newRow("blanks around") << u"  123456\t\n"_s << u"123456"_s;
    QTest::newRow("blanks within") << u"123 456"_s << u"123456"_s;
    QTest::newRow("quotes") << u"\"123456\""_s << u"123456"_s;
    QTest::newRow("typographic quotes") << u"„123456“"_s << u"123456"_s;
    QTest::newRow("guillemets") << u"«123456»"_s << u"123456"_s;
    QTest::newRow("apostrophes") << u"'123456’"_s << u"123456"_s;
    QTest::newRow("backticks") << u"`123456`"_s << u"123456"_s;
    QTest::newRow("invisible") << u"\u200B123456\uFEFF"_s << u"123456"_s;
    QTest::newRow("letters stay") << u"12ab"_s << u"12ab"_s;
}

void TestConnectPages::pastedCredentialIsCleaned()
{
    QFETCH(QString, pasted);
    QFETCH(QString, clean);
    QCOMPARE(cleanedCredential(pasted, Family::Instagram), clean);
    QCOMPARE(cleanedCredential(pasted, Family::Standard), pasted.trimmed());
}

void TestConnectPages::appIsCheckedWhileTyping_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<QString>("word"); // of what is said, empty for nothing
    const QString id = ConnectStage::appId();
    const QString secret = ConnectStage::appSecret();
    QTest::newRow("right") << id << secret << true << QString();
    QTest::newRow("capital letters") << id << secret.toUpper() << true << QString();
    QTest::newRow("nothing") << QString() << QString() << false << QString();
    QTest::newRow("id only") << id << QString() << false << QString();
    QTest::newRow("secret only") << QString() << secret << false << QString();
    QTest::newRow("letter in the id") << u"123x"_s << secret << false << u"only digits"_s;
    QTest::newRow("secret as id") << secret << QString() << false << u"looks like the app secret"_s;
    QTest::newRow("id as secret") << id << id << false << u"looks like the app id"_s;
    QTest::newRow("letter in the secret") << id << u"0123g"_s << false << u"letters a to f"_s;
    QTest::newRow("short secret") << id << secret.chopped(1) << false << u"there are 31"_s;
    QTest::newRow("long secret") << id << QString(secret + u'0') << false << u"there are 33"_s;
}

void TestConnectPages::appIsCheckedWhileTyping()
{
    QFETCH(QString, id);
    QFETCH(QString, secret);
    QFETCH(bool, complete);
    QFETCH(QString, word);
    goToApp();
    stage().type(u"appId"_s, id);
    stage().type(u"appSecret"_s, secret);
    stage().press(Qt::Key_Tab); // what is too short is said when the field is left
    QCOMPARE(stage().find(u"connectPrimary"_s)->isEnabled(), complete);
    const QString said = stage().read(u"appIdHint"_s) + stage().read(u"appSecretHint"_s);
    QVERIFY2(said.contains(word), qPrintable(said));
    QCOMPARE(said.contains(u'◆'), !word.isEmpty());
}

void TestConnectPages::secretIsHiddenUnlessShown()
{
    goToApp();
    auto *field = stage().find<QLineEdit>(u"appSecret"_s);
    stage().type(u"appId"_s, stage().appId());
    stage().type(u"appSecret"_s, stage().appSecret());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(stage().click(u"revealSecret"_s));
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
    QVERIFY(stage().click(u"connectPrimary"_s));
    QCOMPARE(field->echoMode(), QLineEdit::Password); // it does not stay shown
}

void TestConnectPages::redirectAddressIsCopiedExactly()
{
    goToApp();
    QCOMPARE(stage().read(u"redirectAddress"_s), stage().redirectAddress);
    QVERIFY(stage().click(u"copyRedirectAddress"_s));
    QCOMPARE(QApplication::clipboard()->text(), stage().redirectAddress);
}

void TestConnectPages::dashboardIsOpenedInTheBrowser()
{
    stage().open();
    QVERIFY(stage().click(u"instagramCard"_s));
    QVERIFY(stage().click(u"connectLink"_s));
    QCOMPARE(stage().opened, QList<QUrl>{QUrl(u"https://developers.facebook.com/apps/"_s)});
}

void TestConnectPages::savedAppIsChosenFromAList()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().find<QLineEdit>(u"appId"_s)->isReadOnly());
    QVERIFY(stage().find(u"connectPrimary"_s)->isEnabled());
    stage().find(u"registrationChoice"_s)->setFocus();
    stage().press(Qt::Key_Down); // Another app…
    QCOMPARE(stage().read(u"appId"_s), QString());
    QVERIFY(!stage().find(u"connectPrimary"_s)->isEnabled());
    stage().press(Qt::Key_Up);
    QCOMPARE(stage().read(u"appId"_s), stage().appId());
    QVERIFY(stage().find(u"connectPrimary"_s)->isEnabled());
}

void TestConnectPages::anotherAccountIsWishedFor()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QVERIFY(!stage().opened.last().query().contains("force_reauth"_L1));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().click(u"anotherAccount"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QTRY_COMPARE(stage().opened.size(), 2);
    QVERIFY(stage().opened.last().query().contains("force_reauth=true"_L1));
}

// -- waiting

void TestConnectPages::clockCountsDownAndIsProlonged()
{
    goToWaiting();
    const auto shown = [this] { return stage().find(u"clockRing"_s)->accessibleDescription(); };
    QCOMPARE(shown(), u"5:00"_s);
    stage().clock.advance(37s);
    QTRY_COMPARE(shown(), u"4:23"_s);
    QVERIFY(!stage().sees(u"keepWaiting"_s));
    stage().clock.advance(3min + 24s);
    QVERIFY(stage().comesToSee(u"keepWaiting"_s));
    QCOMPARE(shown(), u"0:59"_s);
    QVERIFY(stage().click(u"keepWaiting"_s));
    QCOMPARE(shown(), u"5:00"_s);
    QVERIFY(!stage().sees(u"keepWaiting"_s));
    stage().clock.advance(4min);
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectPages::attemptEndsWhenTheClockRanOut()
{
    goToWaiting();
    stage().clock.advance(5min + 1s);
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QCOMPARE(stage().read(u"errorHappened"_s), u"No answer came in time."_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectPages::linkIsCopiedExactly()
{
    goToWaiting();
    QVERIFY(stage().click(u"copyLink"_s));
    QCOMPARE(QApplication::clipboard()->text().toUtf8(), stage().opened.last().toEncoded());
}

// A25: the link can be copied where no browser opens.
void TestConnectPages::missingBrowserIsSaid()
{
    stage().browserOpens = false;
    goToWaiting();
    QVERIFY(stage().read(u"waitingNote"_s).contains("Copy the link"_L1));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectPages::pageIsOpenedAgain()
{
    goToWaiting();
    QVERIFY(stage().click(u"openAgain"_s));
    QCOMPARE(stage().opened.size(), 2);
    QCOMPARE(stage().opened.first(), stage().opened.last());
}

void TestConnectPages::pastedAddressIsCheckedAndUsed()
{
    goToWaiting();
    QVERIFY(!stage().sees(u"pastedAddress"_s));
    QVERIFY(stage().click(u"pasteFoldHeading"_s));
    const auto give = [this](const QString &address) {
        stage().type(u"pastedAddress"_s, address);
        stage().press(Qt::Key_Return);
        QCOMPARE(stage().read(u"pastedAddress"_s), QString()); // it may hold a code
    };
    give(u"https://example.org/?code=1"_s);
    QVERIFY(stage().read(u"pasteHint"_s).contains("not the address"_L1));
    give(stage().redirectAddress + u"?code=1&state=guessed"_s);
    QVERIFY(stage().read(u"pasteHint"_s).contains("earlier sign-in"_L1));
    QVERIFY(stage().sees(u"waitingHeading"_s)); // it waits on

    stage().answer({.cannotReturn = true});
    QSignalSpy rested(stage().browser.get(), &FakeBrowser::rested);
    QVERIFY(rested.wait());
    give(u" \""_s + QString::fromUtf8(stage().browser->address().toEncoded()) + u"#_\" "_s);
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectPages::foreignRequestIsNotedAndTurnedAway()
{
    goToWaiting();
    FakeBrowser stranger;
    stranger.open(QUrl(stage().redirectAddress + u"?code=1&state=guessed"_s));
    QTRY_VERIFY(stage().read(u"waitingNote"_s).contains("turned away"_L1));
    QVERIFY(!stage().read(u"waitingNote"_s).contains(u'◆')); // nothing to worry about
    QTRY_COMPARE_GE(stranger.status(), 400);
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectPages::certificateIsExplainedForHttpsOnly()
{
    goToWaiting();
    QVERIFY(!stage().sees(u"certificateFold"_s));

    m_stage = std::make_unique<ConnectStage>(u"https"_s);
    goToWaiting();
    QVERIFY(stage().click(u"certificateFoldHeading"_s));
    QCOMPARE(stage().read(u"certificateFingerprint"_s), stage().certificates.certificate()->fingerprint());
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestConnectPages::errorOfTheProvidersPageIsExplained()
{
    goToWaiting();
    QVERIFY(!stage().sees(u"providerErrorFold"_s));
    QVERIFY(stage().click(u"connectLink"_s));
    QVERIFY(stage().sees(u"providerErrorFold"_s));
}

// -- all of them

void TestConnectPages::checkNames()
{
    for (QWidget *widget : stage().dialog->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const QString what = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(what));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(what));
    }
}

void TestConnectPages::everyFieldHasANameOnEveryPage()
{
    goToApp();
    checkNames();
    QVERIFY(stage().click(u"connectBack"_s));
    checkNames();
    QVERIFY(stage().click(u"practiceCard"_s));
    checkNames();
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QVERIFY(stage().click(u"pasteFoldHeading"_s));
    checkNames();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    checkNames();
    stage().keychain.setMood(MemoryKeychain::Mood::Unavailable);
    QVERIFY(stage().click(u"connectLink"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"keychainErrorHappened"_s));
    checkNames();
}

void TestConnectPages::everyPageFitsALaptop()
{
    const auto fits = [this] {
        const QSize least = stage().dialog->minimumSizeHint();
        return least.width() <= 640 && least.height() <= 560;
    };
    goToApp();
    QVERIFY(fits());
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().click(u"practiceCard"_s));
    QVERIFY(fits());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QVERIFY(stage().click(u"pasteFoldHeading"_s));
    QVERIFY(fits());
}

void TestConnectPages::secretIsNowhereInTheAccessibilityTree()
{
    goToApp();
    stage().type(u"appId"_s, stage().appId());
    stage().type(u"appSecret"_s, stage().appSecret());
    for (int page = 0; page < 2; ++page) {
        for (QWidget *widget : stage().dialog->findChildren<QWidget *>()) {
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
                QVERIFY2(!interface || !interface->text(part).contains(stage().appSecret()),
                         qPrintable(widget->objectName()));
            QVERIFY(!widget->toolTip().contains(stage().appSecret()));
        }
        QVERIFY(stage().click(u"connectPrimary"_s));
    }
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().dialog->findChild<QLineEdit *>(u"appSecret"_s)->text(), QString()); // not needed any more
}

QTEST_MAIN(TestConnectPages)
#include "tst_connectpages.moc"
