// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appsdialog.h"
#include "support/connectstage.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Facebook's client token where it is kept per app: written into the keychain at the end of a sign-in, and forgotten
/// in "Your apps". Against Practice as Facebook behind a provider that wants an app like any other.
class TestAppClientToken : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(u"http"_s, u"practicefacebook"_s); }
    void cleanup()
    {
        m_apps.reset();
        m_stage.reset();
    }

    void nothingIsSaidOfItWhereNoneIsKept();
    void itIsForgottenAndAskedForAgain();
    void aLockedKeychainKeepsItAndIsNamed();
    void anotherAppDoesNotShowTheNews();
    void closedWhileItIsForgotten();
    void theDialogMayGoWhileItIsWritten();
    void theDialogMayGoWhileTheKeychainRefusesIt();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    QStringList items() const { return m_stage->keychain.keys().filter(u"client-token"_s); }
    /// An app with its secret and its client token.
    Registration saveApp();
    void openApps();
    /// A sign-in on another device until the client token is to be written.
    void signInUntilItIsWritten();
    template <typename T = QWidget>
    T *at(const QString &name)
    {
        T *widget = m_apps->findChild<T *>(name);
        return widget && widget->isVisible() ? widget : nullptr;
    }
    QString read(const QString &name)
    {
        const auto *label = at<QLabel>(name);
        return label ? label->text() : QString();
    }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<AppsDialog> m_apps;
};

Registration TestAppClientToken::saveApp()
{
    const Registration app = stage().saveApp(true);
    Awaited<void> kept;
    accounts().keepClientToken(app.id, Secret::fromText(PracticeServer::clientToken()), &kept.context, kept.callback());
    kept.wait().value();
    return *accounts().registration(app.id);
}

void TestAppClientToken::openApps()
{
    m_apps = std::make_unique<AppsDialog>(m_stage->services);
    m_apps->open();
    QVERIFY(QTest::qWaitForWindowActive(m_apps.get()));
}

void TestAppClientToken::nothingIsSaidOfItWhereNoneIsKept()
{
    stage().saveApp(true);
    openApps();
    QVERIFY(at(u"appSecretSection"_s));
    QVERIFY(!at(u"clientTokenSection"_s));
}

void TestAppClientToken::itIsForgottenAndAskedForAgain()
{
    const Registration app = saveApp();
    openApps();
    QVERIFY(read(u"clientTokenState"_s).contains("kept in your keychain"_L1));
    auto *forget = at<QAbstractButton>(u"forgetClientToken"_s);
    QVERIFY(forget && !forget->accessibleName().isEmpty());
    forget->click();
    QTRY_VERIFY(!accounts().registration(app.id)->clientTokenKept);
    QVERIFY(items().isEmpty());
    QVERIFY(accounts().registration(app.id)->secretKept); // the app secret stays
    QTRY_VERIFY2(read(u"clientTokenNews"_s).contains("still works at Test"_L1), qPrintable(read(u"clientTokenNews"_s)));
    QVERIFY(!at(u"forgetClientToken"_s));

    stage().open(); // what is said there is so
    QVERIFY(stage().click(u"signInElsewhere"_s));
    QVERIFY(stage().sees(u"clientToken"_s));
    QVERIFY(stage().find<QLineEdit>(u"clientToken"_s)->placeholderText().isEmpty());
}

void TestAppClientToken::aLockedKeychainKeepsItAndIsNamed()
{
    const Registration app = saveApp();
    openApps();
    stage().keychain.setMood(MemoryKeychain::Mood::Locked);
    at<QAbstractButton>(u"forgetClientToken"_s)->click();
    QTRY_VERIFY2(read(u"clientTokenNews"_s).contains("keychain is locked"_L1), qPrintable(read(u"clientTokenNews"_s)));
    QVERIFY(accounts().registration(app.id)->clientTokenKept);
    QVERIFY(at<QAbstractButton>(u"forgetClientToken"_s)->isEnabled());
    stage().keychain.setMood(MemoryKeychain::Mood::Open);
    at<QAbstractButton>(u"forgetClientToken"_s)->click();
    QTRY_VERIFY(!accounts().registration(app.id)->clientTokenKept);
    QVERIFY(!read(u"clientTokenNews"_s).contains("locked"_L1));
}

void TestAppClientToken::anotherAppDoesNotShowTheNews()
{
    const Registration app = saveApp();
    const Registration other
        = accounts().save({.providerId = u"test"_s, .name = u"Other"_s, .clientId = u"990602627938098"_s}).value();
    openApps();
    m_apps->choose(app.id);
    at<QAbstractButton>(u"forgetClientToken"_s)->click();
    QTRY_VERIFY(!read(u"clientTokenNews"_s).isEmpty());
    m_apps->choose(other.id);
    QVERIFY(!at(u"clientTokenSection"_s));
    m_apps->choose(app.id);
    QVERIFY(!at(u"clientTokenSection"_s));
}

void TestAppClientToken::closedWhileItIsForgotten()
{
    const Registration app = saveApp();
    openApps();
    stage().keychain.setMood(MemoryKeychain::Mood::Silent);
    at<QAbstractButton>(u"forgetClientToken"_s)->click();
    QTRY_VERIFY(!stage().keychain.isIdle());
    m_apps.reset();
    stage().keychain.setMood(MemoryKeychain::Mood::Open);
    QTRY_VERIFY(stage().keychain.isIdle());
    QVERIFY(items().isEmpty()); // and what is noted of it agrees
    QTRY_VERIFY(!accounts().registration(app.id)->clientTokenKept);
}

void TestAppClientToken::signInUntilItIsWritten()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"signInElsewhere"_s));
    stage().type(u"clientToken"_s, PracticeServer::clientToken());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
    stage().browser = std::make_unique<FakeBrowser>(FakeBrowser::Person{.userCode = stage().read(u"deviceCode"_s)});
    QSignalSpy rested(stage().browser.get(), &FakeBrowser::rested);
    stage().browser->open(QUrl(stage().read(u"devicePage"_s)));
    QVERIFY(rested.wait(10'000));
    stage().clock.advance(5s);
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    stage().keychain.hold(u"client-token"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
    QTRY_VERIFY(stage().keychain.isHolding());
}

void TestAppClientToken::theDialogMayGoWhileItIsWritten()
{
    signInUntilItIsWritten();
    QCOMPARE(accounts().all().size(), 1); // the account is there already
    const Account account = accounts().all().value(0);
    stage().dialog.reset();
    stage().keychain.release();
    QTRY_COMPARE(items().size(), 1);
    QTRY_VERIFY(accounts().registrations().value(0).clientTokenKept); // so that it can be forgotten
    QVERIFY(accounts().keychainItems().contains(items().value(0)));
    QCOMPARE(accounts().all(), QList{account});
    QVERIFY(!stage().keychain.value(account.tokenKey).isEmpty());
    stage().desk.restart();
    QVERIFY(accounts().registrations().value(0).clientTokenKept);
}

void TestAppClientToken::theDialogMayGoWhileTheKeychainRefusesIt()
{
    signInUntilItIsWritten();
    stage().dialog.reset();
    stage().keychain.setMood(MemoryKeychain::Mood::Locked);
    stage().keychain.release();
    QTRY_VERIFY(stage().keychain.isIdle());
    QVERIFY(items().isEmpty());
    QVERIFY(!accounts().registrations().value(0).clientTokenKept);
    QCOMPARE(accounts().all().size(), 1);
}

QTEST_MAIN(TestAppClientToken)
#include "tst_appclienttoken.moc"
