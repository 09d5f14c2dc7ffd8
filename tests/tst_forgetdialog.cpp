// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/scheduleplan.h"
#include "forget/forgetdialog.h"
#include "mainwindow.h"
#include "support/connectstage.h"
#include "support/faketool.h"
#include "support/isolateddesktop.h"

#include <QCheckBox>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// "Forget everything" as somebody in front of the window does it.
class TestForgetDialog : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void nothingGoesWithoutATick();
    void whatGoesIsCounted();
    void everythingGoesAndTheProgramEnds();
    void tokensAreRevokedFirst();
    void whatCouldNotBeRevokedIsNamed();
    void whatIsStillToBeRevokedIsCounted();
    void aLockedKeychainIsNamedAndTriedAgain();
    void withoutAKeychainTheRestIsForgotten();
    void whatIsHalfGoneEndsTheProgram();
    void preferencesLeadToIt();
    void theTrustIsUndoneInPreferences();

private:
    void open();
    QString text(const QString &name) { return m_dialog->findChild<QLabel *>(name)->text(); }
    QPushButton *button(const QString &name) { return m_dialog->findChild<QPushButton *>(name); }
    void consent() { m_dialog->findChild<QCheckBox *>(u"forgetConsent"_s)->click(); }
    void forget();
    Accounts &accounts() { return m_stage->desk.accounts(); }
    void connectPerson();

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<ForgetDialog> m_dialog;
};

void TestForgetDialog::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder() + "/desktop"_L1);
    FakeTool(m_stage->services.desktop, schedulePlan(m_stage->services.desktop)).work();
    const Registration app = m_stage->saveApp(true);
    m_stage->connectAccount(u"test"_s, app.id);
}

void TestForgetDialog::cleanup()
{
    m_dialog.reset();
    m_stage.reset();
}

void TestForgetDialog::open()
{
    m_dialog = std::make_unique<ForgetDialog>(m_stage->services, nullptr);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

/// Facebook's person of Practice, whose token can be revoked.
void TestForgetDialog::connectPerson()
{
    m_stage->open();
    m_stage->dialog->chooseProvider(u"practice-facebook"_s);
    QVERIFY(m_stage->click(u"connectPrimary"_s));
    m_stage->answer({.account = u"Nia Nopage"_s});
    QVERIFY(m_stage->comesToSee(u"noPageReason"_s));
    QVERIFY(m_stage->click(u"connectPrimary"_s));
    QVERIFY(m_stage->comesToSee(u"doneTitle"_s));
    m_stage->dialog.reset();
}

void TestForgetDialog::forget()
{
    consent();
    QTest::mouseClick(button(u"forgetNow"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"forgetClose"_s)->isEnabled());
}

void TestForgetDialog::nothingGoesWithoutATick()
{
    open();
    QVERIFY(!button(u"forgetNow"_s)->isEnabled());
    QVERIFY(button(u"forgetClose"_s)->isDefault()); // Return alone does nothing
    QSignalSpy ended(m_dialog.get(), &ForgetDialog::ended);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(ended.count(), 0);
    QCOMPARE(accounts().all().size(), 1);
}

void TestForgetDialog::whatGoesIsCounted()
{
    connectPerson();
    open();
    QVERIFY(text(u"forgetAccounts"_s).contains("2 account(s)"_L1));
    QVERIFY(text(u"forgetApps"_s).contains("1 app(s)"_L1));
    QVERIFY(text(u"forgetUnrevoked"_s).startsWith("This revokes nothing."_L1));
    QCOMPARE(button(u"forgetRevoke"_s)->text(), u"Revoke 1 token(s) first"_s);
}

void TestForgetDialog::everythingGoesAndTheProgramEnds()
{
    open();
    QSignalSpy ended(m_dialog.get(), &ForgetDialog::ended);
    forget();
    QCOMPARE(text(u"forgetTitle"_s), u"Everything is forgotten."_s);
    QVERIFY(accounts().all().isEmpty());
    QVERIFY(m_stage->keychain.keys().isEmpty());
    QVERIFY(!QFile::exists(m_stage->desk.folder() + "/tokendesk.sqlite"_L1));
    QVERIFY(!button(u"forgetNow"_s)->isVisible());
    QCOMPARE(ended.count(), 0);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(ended.count(), 1);
}

void TestForgetDialog::tokensAreRevokedFirst()
{
    connectPerson();
    open();
    QTest::mouseClick(button(u"forgetRevoke"_s), Qt::LeftButton);
    QTRY_COMPARE(text(u"forgetRevoked"_s), u"1 token(s) revoked."_s);
    QVERIFY(!button(u"forgetRevoke"_s)->isVisible());
    const QList<Event> events = accounts().events(1);
    QCOMPARE(events.value(0).kind, Event::Kind::Revoked);
    QVERIFY(events.value(0).ok);
    QCOMPARE(accounts().all().size(), 2);
    forget();
    QVERIFY(accounts().all().isEmpty());
}

void TestForgetDialog::whatCouldNotBeRevokedIsNamed()
{
    connectPerson();
    m_stage->server.inject({.name = u"unavailable"_s, .endpoint = u"permissions"_s});
    open();
    QTest::mouseClick(button(u"forgetRevoke"_s), Qt::LeftButton);
    QTRY_COMPARE(text(u"forgetRevoked"_s),
                 u"0 token(s) revoked. Not revoked, so assume that they still work: Nia Nopage."_s);
    QCOMPARE(button(u"forgetRevoke"_s)->text(), u"Try again"_s);
    m_stage->server.clearFaults();
    QTest::mouseClick(button(u"forgetRevoke"_s), Qt::LeftButton);
    QTRY_COMPARE(text(u"forgetRevoked"_s), u"1 token(s) revoked."_s);
}

/// A31: what was asked for and has not come about is not forgotten in silence.
void TestForgetDialog::whatIsStillToBeRevokedIsCounted()
{
    connectPerson();
    open();
    QVERIFY(!m_dialog->findChild<QLabel *>(u"forgetPending"_s));
    m_dialog.reset();
    m_stage->server.inject({.name = u"unavailable"_s, .endpoint = u"permissions"_s});
    const QList<Account> all = accounts().all();
    const auto person = std::ranges::find(all, facebookPerson, &Account::accountType);
    QVERIFY(person != all.end());
    Awaited<void> revoked;
    accounts().revoke(person->id, &revoked.context, revoked.callback(), Afterwards::Remove);
    QVERIFY(!revoked.wait());
    open();
    QVERIFY(m_dialog->findChild<QLabel *>(u"forgetPending"_s));
    QVERIFY(text(u"forgetPending"_s).startsWith("1 of the tokens"_L1));
    QVERIFY(button(u"forgetRevoke"_s)->isVisible());
}

void TestForgetDialog::aLockedKeychainIsNamedAndTriedAgain()
{
    m_stage->keychain.setMood(MemoryKeychain::Mood::Locked);
    open();
    QSignalSpy ended(m_dialog.get(), &ForgetDialog::ended);
    forget();
    QCOMPARE(text(u"forgetTitle"_s), u"Nothing was removed."_s);
    QVERIFY(text(u"forgetText"_s).contains("keychain"_L1));
    QCOMPARE(accounts().all().size(), 1);
    QCOMPARE(button(u"forgetClose"_s)->text(), u"Cancel"_s);
    m_stage->keychain.setMood(MemoryKeychain::Mood::Open);
    QTest::mouseClick(button(u"forgetNow"_s), Qt::LeftButton);
    QTRY_COMPARE(text(u"forgetTitle"_s), u"Everything is forgotten."_s);
    QVERIFY(m_stage->keychain.keys().isEmpty());
    QVERIFY(!button(u"forgetRest"_s)->isVisible());
}

void TestForgetDialog::withoutAKeychainTheRestIsForgotten()
{
    m_stage->keychain.setMood(MemoryKeychain::Mood::Unavailable);
    open();
    forget();
    QVERIFY(button(u"forgetRest"_s)->isVisible());
    QTest::mouseClick(button(u"forgetRest"_s), Qt::LeftButton);
    QTRY_COMPARE(text(u"forgetTitle"_s), u"Everything is forgotten."_s);
    QVERIFY(!QFile::exists(m_stage->desk.folder() + "/tokendesk.sqlite"_L1));
}

void TestForgetDialog::whatIsHalfGoneEndsTheProgram()
{
    FakeTool(m_stage->services.desktop, schedulePlan(m_stage->services.desktop)).stayOn();
    open();
    QSignalSpy ended(m_dialog.get(), &ForgetDialog::ended);
    forget();
    QCOMPARE(text(u"forgetTitle"_s), u"Something is left."_s);
    QVERIFY(text(u"forgetText"_s).contains("The hourly renewal"_L1));
    QCOMPARE(button(u"forgetClose"_s)->text(), u"Quit TokenDesk"_s);
    FakeTool(m_stage->services.desktop, schedulePlan(m_stage->services.desktop)).work();
    QTest::mouseClick(button(u"forgetNow"_s), Qt::LeftButton);
    QTRY_COMPARE(text(u"forgetTitle"_s), u"Everything is forgotten."_s);
    QTest::mouseClick(button(u"forgetClose"_s), Qt::LeftButton);
    QCOMPARE(ended.count(), 1);
}

void TestForgetDialog::preferencesLeadToIt()
{
    MainWindow window(m_stage->services);
    window.show();
    window.openPreferences();
    auto *tabs = window.findChild<QTabWidget *>(u"preferencesTabs"_s);
    tabs->setCurrentIndex(2);
    auto *forgetButton = window.findChild<QPushButton *>(u"forgetEverything"_s);
    QTRY_VERIFY(forgetButton->isVisible());
    QTest::mouseClick(forgetButton, Qt::LeftButton);
    QTRY_VERIFY(window.findChild<ForgetDialog *>(u"forgetDialog"_s));
}

/// Not only on the page that waits for the browser.
void TestForgetDialog::theTrustIsUndoneInPreferences()
{
    QFile certutil(m_stage->services.desktop.tools + "/certutil"_L1);
    QVERIFY(certutil.open(QIODevice::WriteOnly) && certutil.write("#!/bin/sh\nexit 0\n") > 0);
    certutil.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    certutil.close();
    MainWindow window(m_stage->services);
    window.show();
    window.openPreferences();
    window.findChild<QTabWidget *>(u"preferencesTabs"_s)->setCurrentIndex(2);
    const QString note = m_stage->certificates.folder() + "/trusted.pem"_L1;
    QTest::mouseClick(window.findChild<QPushButton *>(u"trustPage"_s), Qt::LeftButton);
    auto *undo = window.findChild<QPushButton *>(u"trustUndo"_s);
    QTRY_VERIFY(undo->isVisible());
    QVERIFY(QFile::exists(note));
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_VERIFY(!undo->isVisible());
    QVERIFY(!QFile::exists(note));
}

QTEST_MAIN(TestForgetDialog)
#include "tst_forgetdialog.moc"
