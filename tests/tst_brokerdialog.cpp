// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/registrationfile.h"
#include "apps/appfiledialog.h"
#include "apps/appsdialog.h"
#include "support/connectstage.h"
#include "support/settle.h"

#include <QPushButton>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// A seat without the app secret, in the real dialogs: a broker of the organisation has it.
class TestBrokerDialog : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>();
        m_stage->server.setClientSecret(u"no-seat-knows-this"_s);
    }
    void cleanup()
    {
        m_apps.reset();
        m_stage.reset();
    }

    void aSavedAppNeedsNoSecret();
    void aNewAppIsGivenTheBrokerInPlaceOfTheSecret();
    void anAddressThatIsNotSafeIsNotTaken_data();
    void anAddressThatIsNotSafeIsNotTaken();
    void theBrokerIsNamedWhereItRefuses();
    void theBrokerIsNamedWhereItAnswersForAnotherApp();
    void closingWhileTheBrokerIsAskedStoresNothing();
    void aFileNamesTheBrokerBeforeItIsTaken();
    void aSavedAppIsGivenABrokerAndItsSecretIsForgotten();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    QString address() { return u"http://127.0.0.1:%1/broker"_s.arg(stage().server.port()); }
    Registration saveApp()
    {
        Registration app = stage().saveApp(false);
        app.broker = address();
        return accounts().save(app).value();
    }
    bool noSecretIsKept() { return stage().keychain.keys().filter(u"secret"_s).isEmpty(); }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<AppsDialog> m_apps;
};

void TestBrokerDialog::aSavedAppNeedsNoSecret()
{
    saveApp();
    stage().open(); // at the permissions: nothing else is to be answered
    QVERIFY(stage().sees(u"anotherAccount"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(!stage().sees(u"appSecret"_s));
    QVERIFY(!stage().sees(u"keepSecret"_s));
    QVERIFY(stage().read(u"brokerNote"_s).contains("127.0.0.1"_L1));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(accounts().status(accounts().all().value(0).id).detail, StatusDetail::RenewsOn);
    QVERIFY(noSecretIsKept());
}

void TestBrokerDialog::aNewAppIsGivenTheBrokerInPlaceOfTheSecret()
{
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
    stage().type(u"appId"_s, stage().appId());
    stage().type(u"appSecret"_s, stage().appSecret());
    QVERIFY(stage().click(u"brokerFoldHeading"_s));
    stage().type(u"brokerAddress"_s, address());
    QVERIFY(!stage().sees(u"appSecret"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(accounts().registrations().value(0).broker, address());
    QVERIFY(!accounts().registrations().value(0).secretKept);
    QVERIFY(noSecretIsKept());
}

void TestBrokerDialog::anAddressThatIsNotSafeIsNotTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("http") << u"http://login.example.org/broker"_s;
    QTest::newRow("a query") << u"https://login.example.org/?a=b"_s;
    QTest::newRow("no address") << u"ask Tom"_s;
}

void TestBrokerDialog::anAddressThatIsNotSafeIsNotTaken()
{
    QFETCH(QString, typed);
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
    stage().type(u"appId"_s, stage().appId());
    QVERIFY(stage().click(u"brokerFoldHeading"_s));
    stage().type(u"brokerAddress"_s, typed);
    stage().press(Qt::Key_Tab);
    QVERIFY(stage().read(u"brokerHint"_s).contains("https://"_L1));
    QVERIFY(!stage().click(u"connectPrimary"_s));
    QVERIFY(stage().sees(u"appSecret"_s));
}

void TestBrokerDialog::theBrokerIsNamedWhereItRefuses()
{
    saveApp();
    stage().server.inject({.name = u"broker-refuses"_s, .endpoint = u"broker"_s});
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QCOMPARE(stage().read(u"errorHappened"_s), u"127.0.0.1, which keeps the app secret, refused the app."_s);
    QVERIFY(stage().read(u"errorTodo"_s).contains("runs that broker"_L1));
    QVERIFY(accounts().all().isEmpty());
}

void TestBrokerDialog::theBrokerIsNamedWhereItAnswersForAnotherApp()
{
    saveApp();
    stage().server.inject({.name = u"other-app"_s, .endpoint = u"broker"_s});
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().read(u"errorHappened"_s).contains("127.0.0.1"_L1));
    QVERIFY(accounts().all().isEmpty());
    stage().server.clearFaults(); // and then it is put right
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestBrokerDialog::closingWhileTheBrokerIsAskedStoresNothing()
{
    saveApp();
    stage().server.inject({.name = u"hang"_s, .endpoint = u"broker"_s});
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QTRY_VERIFY(stage().server.requests().contains("POST /broker"_L1));
    stage().dialog.reset();
    QVERIFY(comesToRest(stage().desk.transport));
    QVERIFY(accounts().all().isEmpty());
    QVERIFY(stage().keychain.keys().isEmpty());
}

void TestBrokerDialog::aFileNamesTheBrokerBeforeItIsTaken()
{
    Registration app = saveApp();
    app.broker = u"https://login.example.org/broker"_s;
    const Result<Registration> read = readRegistrationFile(registrationFile(app), stage().desk.catalog);
    QVERIFY2(read, read ? "" : qPrintable(read.error().what));
    AppFileDialog dialog(*read, stage().services, nullptr);
    dialog.show();
    QStringList hosts;
    for (const QLabel *label : dialog.findChildren<QLabel *>(u"appFileHost"_s))
        hosts.append(label->text());
    QVERIFY(hosts.contains("login.example.org"_L1));
    const QString said = dialog.findChild<QLabel *>(u"appFileSecret"_s)->text();
    QVERIFY2(said.contains("You need no app secret: login.example.org keeps it"_L1), qPrintable(said));
}

void TestBrokerDialog::aSavedAppIsGivenABrokerAndItsSecretIsForgotten()
{
    const Registration app = stage().saveApp(true);
    m_apps = std::make_unique<AppsDialog>(stage().services);
    m_apps->open();
    m_apps->choose(app.id);
    QVERIFY(QTest::qWaitForWindowActive(m_apps.get()));
    auto *field = m_apps->findChild<QLineEdit *>(u"brokerAddress"_s);
    auto *secret = m_apps->findChild<QLineEdit *>(u"newSecret"_s);
    QVERIFY(secret->isVisible());
    field->setFocus();
    QTest::keyClicks(field, u"http://elsewhere.example/"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(accounts().registration(app.id)->broker, QString());
    field->clear();
    QTest::keyClicks(field, address());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(accounts().registration(app.id)->broker, address());
    QVERIFY(!secret->isVisible()); // nobody is asked for one
    auto *forget = m_apps->findChild<QPushButton *>(u"forgetSecret"_s);
    QVERIFY(forget->isVisible());
    forget->click();
    QTRY_VERIFY(noSecretIsKept());
    QTRY_VERIFY(!forget->isVisible());
}

QTEST_MAIN(TestBrokerDialog)
#include "tst_brokerdialog.moc"
