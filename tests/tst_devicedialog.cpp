// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/waitingpage.h"
#include "support/connectstage.h"
#include "support/settle.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A sign-in on another device through the real dialog, against Practice as Facebook.
class TestDeviceDialog : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup() { m_stage.reset(); }

    void isOfferedOnlyWhereTheProviderHasIt_data();
    void isOfferedOnlyWhereTheProviderHasIt();
    void codeFromTheOtherDeviceConnectsThePage();
    void codeIsShownCopiedAndSpelled();
    void pageCanBeOpenedHere();
    void personWhoSaysNoIsUnderstood();
    void codeThatRanOutIsReplacedByOneClick();
    void passingTroubleIsSaidAndPasses();
    void garbageIsSaidInPlainWords();
    void backWhileWaitingStoresNothingAndAsksNoMore();
    void closingWhileACodeIsAskedFor();
    void facebookItselfWantsTheClientTokenFirst();

    void theClientTokenIsAskedForOnce();
    void theClientTokenIsForgottenWhereThePersonSaysSo();
    void theClientTokenGoesWithTheApp();
    void aWrongClientTokenIsNotKept();
    void aKeychainThatDoesNotKeepTheClientTokenIsNamed();

private:
    void askWithClientToken(const QString &token);
    void finishSignIn();
    QStringList clientTokens() const { return m_stage->keychain.keys().filter(u"client-token"_s); }
    Registration app() const { return m_stage->desk.accounts().registrations().value(0); }

    ConnectStage &stage() { return *m_stage; }
    void showCode();
    /// On the other device: the page, the code, the answer.
    void enterCode(const QString &code, FakeBrowser::Person person = {});
    void letItAsk() { m_stage->clock.advance(5s); }
    qsizetype count(const QString &request) const { return m_stage->server.requests().count(request); }

    std::unique_ptr<ConnectStage> m_stage;
};

const QString statusRequest = u"POST /facebook/v26.0/device/login_status"_s;

void TestDeviceDialog::showCode()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    QVERIFY(stage().click(u"signInElsewhere"_s));
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
}

void TestDeviceDialog::enterCode(const QString &code, FakeBrowser::Person person)
{
    person.userCode = code;
    stage().browser = std::make_unique<FakeBrowser>(person);
    QSignalSpy rested(stage().browser.get(), &FakeBrowser::rested);
    stage().browser->open(QUrl(stage().read(u"devicePage"_s)));
    QVERIFY(rested.wait(10'000));
}

void TestDeviceDialog::isOfferedOnlyWhereTheProviderHasIt_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<bool>("offered");
    QTest::newRow("Facebook") << u"practice-facebook"_s << true;
    QTest::newRow("Instagram") << u"practice"_s << false;
}

void TestDeviceDialog::isOfferedOnlyWhereTheProviderHasIt()
{
    QFETCH(const QString, provider);
    QFETCH(const bool, offered);
    stage().open();
    stage().dialog->chooseProvider(provider);
    QVERIFY(stage().sees(u"scopePicker"_s));
    QCOMPARE(stage().sees(u"signInElsewhere"_s), offered);
    if (!offered)
        return;
    stage().type(u"configurationId"_s, u"1357924680"_s); // a device can be asked for scopes only
    QVERIFY(!stage().sees(u"signInElsewhere"_s));
}

void TestDeviceDialog::codeFromTheOtherDeviceConnectsThePage()
{
    showCode();
    QCOMPARE(stage().read(u"connectTitle"_s), u"Sign in on another device"_s);
    QCOMPARE(stage().read(u"connectStep"_s), u"Connect an account · step 3 of 4"_s);
    QVERIFY(stage().opened.isEmpty()); // nothing opens by itself
    const QString code = stage().read(u"deviceCode"_s);
    enterCode(code.toLower().insert(4, u" - "_s)); // as people type
    QVERIFY(stage().browser->page().contains("Your device is signed in"));
    letItAsk();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @practice.account"_s);
    const Account account = stage().desk.accounts().all().value(0);
    QCOMPARE(account.tokenKind, TokenKind::NoExpiry);
    QCOMPARE(account.accountType, facebookPage);
    QVERIFY(account.grantedScopes.contains(u"instagram_basic"_s));
    QVERIFY(stage().keychain.value(account.tokenKey).size() > 0);
}

void TestDeviceDialog::codeIsShownCopiedAndSpelled()
{
    showCode();
    auto *code = stage().find<QLabel>(u"deviceCode"_s);
    QCOMPARE(code->text().size(), 8);
    QVERIFY(code->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    QVERIFY(code->accessibleName().endsWith(QStringList(code->text().split(QString(), Qt::SkipEmptyParts)).join(u' ')));
    QVERIFY(stage().click(u"copyDeviceCode"_s));
    QCOMPARE(QApplication::clipboard()->text(), code->text());
    QCOMPARE(stage().find(u"deviceRing"_s)->accessibleDescription(), u"7:00"_s);
    stage().clock.advance(61s);
    QTRY_COMPARE(stage().find(u"deviceRing"_s)->accessibleDescription(), u"5:59"_s);
    QVERIFY(stage().find(u"qrPicture"_s)->accessibleDescription().contains(stage().read(u"devicePage"_s)));
}

void TestDeviceDialog::pageCanBeOpenedHere()
{
    showCode();
    QVERIFY(stage().click(u"openDevicePage"_s));
    QCOMPARE(stage().opened, QList{QUrl(stage().read(u"devicePage"_s))});
    stage().browserOpens = false;
    QVERIFY(stage().click(u"openDevicePage"_s));
    QVERIFY(stage().read(u"deviceNote"_s).contains("No browser could be opened"_L1));
}

void TestDeviceDialog::personWhoSaysNoIsUnderstood()
{
    showCode();
    enterCode(stage().read(u"deviceCode"_s), {.presses = FakeBrowser::Button::Cancel});
    QVERIFY(stage().browser->page().contains("The device gets no access"));
    letItAsk();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QCOMPARE(stage().read(u"errorHappened"_s), u"Access was not given on the other device."_s);
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().click(u"connectPrimary"_s)); // Try again: the same way
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
}

void TestDeviceDialog::codeThatRanOutIsReplacedByOneClick()
{
    showCode();
    const QString old = stage().read(u"deviceCode"_s);
    QVERIFY(!stage().sees(u"connectPrimary"_s));
    stage().clock.advance(7min + 1s);
    QTRY_COMPARE(stage().read(u"deviceHeading"_s), u"This code has run out."_s);
    QCOMPARE(stage().read(u"connectPrimary"_s), u"Get a new code"_s);
    QVERIFY(!stage().click(u"copyDeviceCode"_s)); // nobody copies the old one
    QVERIFY(stage().click(u"connectPrimary"_s));
    QTRY_VERIFY(stage().sees(u"deviceCode"_s) && stage().read(u"deviceCode"_s) != old);
    QTRY_VERIFY(!stage().sees(u"connectPrimary"_s));
    enterCode(old);
    QVERIFY(stage().browser->page().contains("is not known or has run out"));
    enterCode(stage().read(u"deviceCode"_s));
    letItAsk();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
}

void TestDeviceDialog::passingTroubleIsSaidAndPasses()
{
    showCode();
    const QString code = stage().read(u"deviceCode"_s);
    stage().server.inject({.name = u"reset"_s, .endpoint = u"device-status"_s, .times = 1});
    letItAsk();
    QTRY_VERIFY(stage().read(u"deviceNote"_s).contains("does not answer at the moment"_L1));
    QCOMPARE(stage().read(u"deviceCode"_s), code);
    stage().clock.advance(10s);
    QTRY_VERIFY(!stage().read(u"deviceNote"_s).contains("does not answer"_L1));
    stage().server.inject({.name = u"device-slow-down"_s, .times = 1});
    const qsizetype asked = count(statusRequest);
    letItAsk();
    QTRY_COMPARE(count(statusRequest), asked + 1);
    QCOMPARE(stage().read(u"deviceHeading"_s), u"Waiting for you on the other device…"_s); // nobody need know
    enterCode(code);
    stage().clock.advance(10s);
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
}

void TestDeviceDialog::garbageIsSaidInPlainWords()
{
    showCode();
    stage().server.inject({.name = u"wrong-content-type"_s, .endpoint = u"device-login"_s});
    stage().server.inject({.name = u"device-expired"_s, .times = 1});
    letItAsk();
    QTRY_COMPARE(stage().read(u"deviceHeading"_s), u"This code has run out."_s);
    stage().server.clearFaults();
    stage().server.inject({.name = u"empty"_s, .endpoint = u"device-login"_s});
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().read(u"errorHappened"_s).contains("cannot be understood"_L1));
}

void TestDeviceDialog::backWhileWaitingStoresNothingAndAsksNoMore()
{
    showCode();
    enterCode(stage().read(u"deviceCode"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"scopePicker"_s));
    const qsizetype asked = count(statusRequest);
    letItAsk();
    QVERIFY(letDeadlinesLook(stage().clock));
    QVERIFY(comesToRest(stage().desk.transport));
    QCOMPARE(count(statusRequest), asked);
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().click(u"connectPrimary"_s)); // and now in the browser
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QCOMPARE(stage().opened.size(), 1);
}

void TestDeviceDialog::closingWhileACodeIsAskedFor()
{
    stage().server.inject({.name = u"hang"_s, .endpoint = u"device-login"_s});
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    QVERIFY(stage().click(u"signInElsewhere"_s));
    QTRY_VERIFY(count(u"POST /facebook/v26.0/device/login"_s) == 1);
    QVERIFY(stage().comesToSee(u"busyHeading"_s));
    QVERIFY(stage().read(u"busyHeading"_s).contains("for a code"_L1));
    stage().press(Qt::Key_Escape);
    QVERIFY(!stage().dialog->isVisible());
    stage().dialog.reset();
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

void TestDeviceDialog::facebookItselfWantsTheClientTokenFirst()
{
    stage().open();
    stage().dialog->chooseProvider(u"facebook"_s);
    stage().type(u"appId"_s, ConnectStage::appId());
    stage().type(u"appSecret"_s, ConnectStage::appSecret());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"signInElsewhere"_s));
    QVERIFY(stage().sees(u"clientToken"_s));
    QCOMPARE(stage().read(u"connectStep"_s), u"Connect an account · step 4 of 6"_s);
    QVERIFY(!stage().find(u"connectPrimary"_s)->isEnabled());
    stage().type(u"clientToken"_s, u"\"xyz"_s);
    QVERIFY(stage().read(u"clientTokenHint"_s).contains("only the digits 0 to 9"_L1));
    stage().type(u"clientToken"_s, u" \"0123456789ABCDEF0123456789abcdef\" "_s); // as it is pasted
    QVERIFY(stage().find(u"connectPrimary"_s)->isEnabled());
    QVERIFY(stage().find<QLineEdit>(u"clientToken"_s)->echoMode() == QLineEdit::Password);
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"scopePicker"_s));
    QVERIFY(stage().opened.isEmpty()); // Facebook itself was asked nothing
}

/// Practice as Facebook, but with an app of one's own.
static QByteArray likeFacebook(quint16 port)
{
    QFile practice(u":/providers/practicefacebook.json"_s);
    QByteArray json = practice.open(QIODevice::ReadOnly) ? practice.readAll() : QByteArray();
    json.replace("http://127.0.0.1/", "http://127.0.0.1:" + QByteArray::number(port) + '/');
    json.replace("practice-facebook", "fb-test").replace("  \"practice\": true,\n", "");
    return json;
}

/// To where a code is asked for with this client token.
void TestDeviceDialog::askWithClientToken(const QString &token)
{
    const Result<Provider> provider = stage().desk.catalog.save(likeFacebook(stage().server.listen().value()));
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error().what));
    stage().open();
    stage().dialog->chooseProvider(u"fb-test"_s);
    stage().type(u"appId"_s, PracticeServer::clientId());
    stage().type(u"appSecret"_s, PracticeServer::clientSecret());
    QVERIFY(stage().click(u"keepSecret"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"signInElsewhere"_s));
    QVERIFY(stage().sees(u"clientToken"_s));
    stage().type(u"clientToken"_s, token);
}

void TestDeviceDialog::finishSignIn()
{
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
    enterCode(stage().read(u"deviceCode"_s));
    letItAsk();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestDeviceDialog::theClientTokenIsAskedForOnce()
{
    askWithClientToken(PracticeServer::clientToken());
    QVERIFY(stage().find<QCheckBox>(u"keepClientToken"_s)->isChecked());
    QVERIFY(stage().click(u"connectPrimary"_s));
    finishSignIn();
    QCOMPARE(clientTokens().size(), 1);
    QVERIFY(app().clientTokenKept && app().secretKept);
    QVERIFY(stage().desk.accounts().keychainItems().contains(clientTokens().value(0))); // Forget everything

    stage().dialog.reset();
    stage().desk.restart();
    QVERIFY(app().clientTokenKept);
}

void TestDeviceDialog::theClientTokenIsForgottenWhereThePersonSaysSo()
{
    askWithClientToken(PracticeServer::clientToken());
    QVERIFY(stage().click(u"connectPrimary"_s));
    finishSignIn();
    stage().open(); // anew
    QVERIFY(stage().comesToSee(u"scopePicker"_s));
    QVERIFY(stage().click(u"signInElsewhere"_s));
    QVERIFY(stage().comesToSee(u"deviceCode"_s)); // nothing is asked for
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"clientToken"_s));
    QCOMPARE(stage().find<QLineEdit>(u"clientToken"_s)->placeholderText(), u"Kept in your keychain"_s);
    QVERIFY(stage().click(u"keepClientToken"_s));
    QVERIFY(!stage().find(u"connectPrimary"_s)->isEnabled()); // then it has to be typed
    stage().type(u"clientToken"_s, PracticeServer::clientToken());
    QVERIFY(stage().click(u"connectPrimary"_s));
    finishSignIn();
    QTRY_VERIFY(clientTokens().isEmpty());
    QTRY_VERIFY(!app().clientTokenKept);
    QVERIFY(app().secretKept);
}

void TestDeviceDialog::theClientTokenGoesWithTheApp()
{
    askWithClientToken(PracticeServer::clientToken());
    QVERIFY(stage().click(u"connectPrimary"_s));
    finishSignIn();
    Accounts &accounts = stage().desk.accounts();
    Awaited<void> account, registration;
    accounts.remove(accounts.all().value(0).id, &account.context, account.callback());
    QVERIFY(account.wait());
    accounts.removeRegistration(app().id, &registration.context, registration.callback());
    QVERIFY(registration.wait());
    QVERIFY(clientTokens().isEmpty());
    QVERIFY(stage().keychain.keys().filter(u"secret"_s).isEmpty());
    QVERIFY(accounts.registrations().isEmpty());
}

void TestDeviceDialog::aWrongClientTokenIsNotKept()
{
    askWithClientToken(u"00000000000000000000000000000000"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().read(u"errorHappened"_s).contains("does not take this client token"_L1));
    QVERIFY(clientTokens().isEmpty());
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"clientToken"_s));
}

void TestDeviceDialog::aKeychainThatDoesNotKeepTheClientTokenIsNamed()
{
    askWithClientToken(PracticeServer::clientToken());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
    enterCode(stage().read(u"deviceCode"_s));
    letItAsk();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    stage().keychain.setMood(MemoryKeychain::Mood::Locked);
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QTRY_VERIFY(stage().sees(u"doneNote"_s));
    QVERIFY(stage().read(u"doneNote"_s).contains("did not keep the client token"_L1));
    QVERIFY(clientTokens().isEmpty() && !app().clientTokenKept);
}

QTEST_MAIN(TestDeviceDialog)
#include "tst_devicedialog.moc"
