// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"
#include "style.h"

#include "support/settle.h"
#include "support/sight.h"
#include "support/windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// The right-hand side of the window: the chosen account, its token and what is to be done.
class TestAccountPage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init() { m_fixture.emplace(); }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    // -- the token
    void copyingCountsDownAndClears();
    void theTokenIsShownForTwentySecondsToTheEyesAlone();
    void anotherAccountMasksTheToken();
    void aSilentKeychainIsToldAndCanBeGivenUp();
    void aLockedKeychainIsToldWithWhatToDo();
    void theWindowMayGoWhileTheKeychainIsAsked();

    // -- the one thing to do
    void whatIsWrongIsSaidWithItsRemedy_data();
    void whatIsWrongIsSaidWithItsRemedy();
    void aMissingTokenIsFoundAgain();
    void aRemedyThatFailsSaysWhy();
    void anAppSecretThatIsNotKeptIsAskedFor();

    // -- the account
    void permissionsAreToldInWords();
    void onlyWhatWasAskedForIsCounted_data();
    void onlyWhatWasAskedForIsCounted();
    void theLifetimeIsToldInWords();
    void aRefusedTokenHasNoTimeLeft();
    void aTokenForAServerSaysWhatItCanDo();

private:
    MainWindow &open()
    {
        m_window.emplace(m_fixture->start());
        m_window->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(&*m_window)); }();
        return *m_window;
    }
    void trigger(const QString &action) { m_window->findChild<QAction *>(action)->trigger(); }
    void choose(int row)
    {
        auto *list = seen<QListView>(u"accountList"_s);
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    Accounts &accounts() { return m_fixture->desk.accounts(); }

    std::optional<WindowFixture> m_fixture;
    std::optional<MainWindow> m_window;
};

void TestAccountPage::copyingCountsDownAndClears()
{
    m_fixture->add(u"shop"_s);
    m_fixture->add(u"studio"_s);
    open();
    QVERIFY(!seen(u"clipboardBar"_s));
    click(u"copyToken"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(WindowFixture::tokenOf(u"shop"_s)));
    QTRY_VERIFY(seen(u"clipboardBar"_s));
    m_fixture->clock.advance(6s);
    QTRY_VERIFY(textOf(u"tokenNote"_s).contains("24"_L1));
    QCOMPARE(accounts().events(1).first().kind, Event::Kind::Copied);

    choose(1);
    QVERIFY(!seen(u"clipboardBar"_s)); // it is the other account's token
    choose(0);
    QVERIFY(seen(u"clipboardBar"_s));
    click(u"clearClipboard"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    QVERIFY(!seen(u"clipboardBar"_s));

    QTest::keyClick(&*m_window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(seen(u"clipboardBar"_s));
    trigger(u"actionClear"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
}

void TestAccountPage::theTokenIsShownForTwentySecondsToTheEyesAlone()
{
    m_fixture->add(u"shop"_s);
    open();
    const QString token = QString::fromLatin1(WindowFixture::tokenOf(u"shop"_s));
    const QImage masked = seen(u"tokenField"_s)->grab().toImage();
    click(u"showToken"_s);
    QTRY_VERIFY(textOf(u"showToken"_s).contains("20"_L1));
    QVERIFY(seen(u"tokenField"_s)->grab().toImage() != masked);
    QVERIFY(!everythingToldOf(&*m_window).contains(token.first(20)));
    QCOMPARE(accounts().events(1).first().kind, Event::Kind::Shown);

    m_fixture->clock.advance(5s);
    QTRY_VERIFY(textOf(u"showToken"_s).contains("15"_L1));
    m_fixture->clock.advance(15s);
    QTRY_COMPARE(textOf(u"showToken"_s), u"Show"_s);
    QTRY_COMPARE(seen(u"tokenField"_s)->grab().toImage(), masked);

    click(u"showToken"_s);
    QTRY_COMPARE(textOf(u"showToken"_s), u"Hide (20)"_s);
    click(u"showToken"_s);
    QCOMPARE(textOf(u"showToken"_s), u"Show"_s);
}

void TestAccountPage::anotherAccountMasksTheToken()
{
    m_fixture->add(u"shop"_s);
    m_fixture->add(u"studio"_s);
    open();
    click(u"showToken"_s);
    QTRY_COMPARE(textOf(u"showToken"_s), u"Hide (20)"_s);
    choose(1);
    QCOMPARE(textOf(u"showToken"_s), u"Show"_s);
}

void TestAccountPage::aSilentKeychainIsToldAndCanBeGivenUp()
{
    m_fixture->add(u"shop"_s);
    open();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Silent);
    for (const QString &button : {u"copyToken"_s, u"showToken"_s}) {
        click(button);
        QVERIFY(!seen(u"cancelToken"_s)); // a quick answer would flash otherwise
        QTRY_VERIFY(seen(u"cancelToken"_s));
        QVERIFY(textOf(u"tokenNote"_s).contains("keychain"_L1));
        click(u"cancelToken"_s);
        QVERIFY(!seen(u"cancelToken"_s));
    }
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Open);
    settle();
    QVERIFY(m_fixture->keychain.isIdle());
    QCOMPARE(textOf(u"showToken"_s), u"Show"_s);
    QVERIFY(!seen(u"clipboardBar"_s));
}

void TestAccountPage::aLockedKeychainIsToldWithWhatToDo()
{
    m_fixture->add(u"shop"_s);
    open();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Locked);
    click(u"copyToken"_s);
    QTRY_VERIFY(textOf(u"tokenNote"_s).contains("keychain"_L1));
    QTRY_VERIFY(seen(u"notice"_s));
    QCOMPARE(textOf(u"noticeAction"_s), u"Try again"_s);
    QCOMPARE(seen(u"accountStatus"_s)->accessibleName(), u"Needs you, unlock your keychain"_s);
}

void TestAccountPage::theWindowMayGoWhileTheKeychainIsAsked()
{
    m_fixture->add(u"shop"_s);
    open();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Silent);
    click(u"copyToken"_s);
    click(u"showToken"_s);
    m_window.reset();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Open);
    settle();
    QVERIFY(m_fixture->keychain.isIdle());
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
}

void TestAccountPage::whatIsWrongIsSaidWithItsRemedy_data()
{
    using Change = std::function<void(Account &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("action");
    QTest::newRow("refused") << Change([](Account &account) { account.refused = true; }) << u"no longer accepts"_s
                             << u"Sign in again"_s;
    QTest::newRow("ended") << Change([](Account &account) { account.expiresAt = account.issuedAt.addDays(1); })
                           << u"ended on"_s << u"Sign in again"_s;
    QTest::newRow("missing") << Change([](Account &account) { account.custody = Custody::Missing; })
                             << u"does not show"_s << u"Try again"_s;
    QTest::newRow("one hour") << Change([](Account &account) {
        account.issueToken(TokenKind::ShortLived, std::chrono::hours(1), account.issuedAt.addDays(3));
    }) << u"one hour only"_s << u"Try again"_s;
}

void TestAccountPage::whatIsWrongIsSaidWithItsRemedy()
{
    QFETCH(std::function<void(Account &)>, change);
    QFETCH(QString, text);
    m_fixture->add(u"shop"_s, change);
    open();
    QVERIFY2(textOf(u"noticeText"_s).contains(text), qPrintable(textOf(u"noticeText"_s)));
    QTEST(textOf(u"noticeAction"_s), "action");
    if (textOf(u"noticeAction"_s) != "Sign in again"_L1)
        return;
    click(u"noticeAction"_s);
    QTRY_VERIFY(seen(u"connectDialog"_s));
}

void TestAccountPage::aMissingTokenIsFoundAgain()
{
    m_fixture->add(u"shop"_s);
    open();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Locked);
    accounts().checkCustody();
    QTRY_VERIFY(seen(u"notice"_s));
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Open);
    click(u"noticeAction"_s);
    QTRY_VERIFY(!seen(u"notice"_s));
    QCOMPARE(seen(u"accountStatus"_s)->accessibleName(), u"Working, renews on 27 Nov"_s);
}

void TestAccountPage::aRemedyThatFailsSaysWhy()
{
    m_fixture->add(u"shop"_s);
    open();
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Locked);
    accounts().checkCustody();
    QTRY_VERIFY(seen(u"notice"_s));
    const QString before = textOf(u"noticeText"_s);
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Unavailable);
    click(u"noticeAction"_s);
    QTRY_VERIFY(textOf(u"noticeText"_s) != before);
    QVERIFY(seen(u"noticeAction"_s)->isEnabled());
    m_fixture->keychain.setMood(MemoryKeychain::Mood::Open);
    click(u"noticeAction"_s);
    QTRY_VERIFY(!seen(u"notice"_s));
}

void TestAccountPage::anAppSecretThatIsNotKeptIsAskedFor()
{
    m_fixture->add(u"shop"_s, [](Account &account) {
        account.issueToken(TokenKind::ShortLived, std::chrono::hours(1), account.issuedAt.addDays(3));
    });
    open();
    click(u"noticeAction"_s);
    QTRY_VERIFY(seen<QDialog>(u"secretDialog"_s));
    auto *field = seen<QLineEdit>(u"secret"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(!seen(u"continue"_s)->isEnabled());
    QTest::keyClicks(field, u"canary"_s);
    QVERIFY(seen(u"continue"_s)->isEnabled());
    QVERIFY(!everythingToldOf(seen(u"secretDialog"_s)).remove(field->text()).contains("canary"_L1));
    seen<QDialog>(u"secretDialog"_s)->reject();
    QTRY_VERIFY(!seen(u"secretDialog"_s));
    QVERIFY(seen(u"noticeAction"_s)->isEnabled());
}

void TestAccountPage::permissionsAreToldInWords()
{
    m_fixture->add(u"a"_s);
    m_fixture->add(u"b"_s, [](Account &account) { account.grantedKnown = false; });
    open();
    QCOMPARE(textOf(u"permissionCount"_s), u"1 of 2 granted"_s);
    const QString told = everythingToldOf(seen(u"permissions"_s));
    QVERIFY(told.contains("See the profile and its media: granted"_L1));
    QVERIFY(told.contains("Read and answer messages: declined"_L1));
    choose(1);
    QVERIFY(!seen(u"permissionCount"_s));
    QVERIFY(textOf(u"permissionsUnknown"_s).contains("Instagram did not say"_L1));
}

void TestAccountPage::onlyWhatWasAskedForIsCounted_data()
{
    QTest::addColumn<QStringList>("asked");
    QTest::addColumn<QStringList>("granted");
    QTest::addColumn<QString>("count");
    const QString basic = u"instagram_business_basic"_s;
    const QString publish = u"instagram_business_content_publish"_s;
    const QString messages = u"instagram_business_manage_messages"_s;
    QTest::newRow("granted before, and not asked for now")
        << QStringList{basic, messages} << QStringList{basic, publish} << u"1 of 2 granted"_s;
    QTest::newRow("all and more") << QStringList{basic} << QStringList{basic, publish} << u"1 of 1 granted"_s;
    QTest::newRow("none") << QStringList{basic} << QStringList() << u"0 of 1 granted"_s;
    QTest::newRow("pasted: nobody knows what was asked for")
        << QStringList() << QStringList{basic, publish} << u"2 granted"_s;
}

void TestAccountPage::onlyWhatWasAskedForIsCounted()
{
    QFETCH(QStringList, asked);
    QFETCH(QStringList, granted);
    m_fixture->add(u"a"_s, [&](Account &account) {
        account.requestedScopes = asked;
        account.grantPermissions(granted);
    });
    open();
    QTEST(textOf(u"permissionCount"_s), "count");
}

void TestAccountPage::theLifetimeIsToldInWords()
{
    m_fixture->add(u"shop"_s);
    open();
    const QString told = seen(u"lifetime"_s)->accessibleDescription();
    for (const QLatin1StringView part : {"Issued 20 Nov 2026"_L1, "27 Nov"_L1, "in 57 day(s)"_L1, "19 Jan 2027"_L1})
        QVERIFY2(told.contains(part), qPrintable(told));
}

void TestAccountPage::aRefusedTokenHasNoTimeLeft()
{
    m_fixture->add(u"shop"_s, [](Account &account) { account.refused = true; });
    open();
    const QString told = seen(u"lifetime"_s)->accessibleDescription();
    QVERIFY2(told.contains("would have ended 19 Jan 2027"_L1), qPrintable(told));
    QVERIFY2(!told.contains("in 57"_L1), qPrintable(told));
}

void TestAccountPage::aTokenForAServerSaysWhatItCanDo()
{
    m_fixture->add(u"anna"_s);
    m_fixture->add(u"bob"_s, [](Account &account) {
        account.accountType = facebookServer;
        account.providerId = u"facebook"_s;
        account.grantPermissions({u"instagram_basic"_s});
    });
    m_fixture->add(u"carl"_s, [](Account &account) {
        account.accountType = facebookAppItself;
        account.issueToken(TokenKind::NoExpiry, 0s, account.issuedAt);
    });
    open();
    choose(0);
    QVERIFY(!seen<QLabel>(u"serverNote"_s));
    QVERIFY(seen<QWidget>(u"permissions"_s));
    choose(1);
    QVERIFY(seen<QLabel>(u"serverNote"_s)->text().contains("not renewed"_L1)); // no app secret is kept
    QVERIFY(!seen<QLabel>(u"withdrawElsewhere"_s)); // that is for people
    choose(2);
    QVERIFY(seen<QLabel>(u"serverNote"_s)->text().contains("reaches no account"_L1));
    QVERIFY(!seen<QWidget>(u"permissions"_s));
    QVERIFY(seen<QLabel>(u"accountAbout"_s)->text().contains("The app itself"_L1));
}

QTEST_MAIN(TestAccountPage)
#include "tst_accountpage.moc"
