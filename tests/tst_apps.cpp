// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appsdialog.h"
#include "support/connectstage.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {
const QString newSecret = u"fedcba9876543210fedcba9876543210"_s;
}

/// "Your apps", against Practice and over the real database.
class TestApps : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup()
    {
        m_dialog.reset();
        m_stage.reset();
    }

    void withoutAnAppItSaysHowOneComesHere();
    void everyAppIsListedWithItsUsers();
    void anAppIsRenamed();
    void anIdInUseStays();
    void anUnusedIdIsChangedToOneThatCanBeRight();
    void addressesAreCopiedAndChanged();
    void addressesThatAreNotOnThisComputerAreRefused_data();
    void addressesThatAreNotOnThisComputerAreRefused();

    void aRotatedSecretIsCheckedAndThenUsed();
    void aSecretThatDoesNotFitIsNotKept();
    void whereNobodyAnswersItCanBeKeptUnchecked();
    void quotesAndBlanksAroundASecretAreDropped();
    void whatCannotBeASecretIsNotAskedFor_data();
    void whatCannotBeASecretIsNotAskedFor();
    void aKeychainThatRefusesIsNamed();
    void closingWhileTheProviderIsAskedKeepsTheOldSecret();
    void theSecretIsForgotten();

    void anAppInUseIsNotDeleted();
    void anUnusedAppIsDeletedWithItsSecret();
    void deletingCanBeCalledOff();
    void withALockedKeychainTheAppStays();

    void theConnectDialogLeadsHereAndShowsWhatChanged();
    void theIdOfTheSameAppElsewhereIsNamed();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    void open()
    {
        m_dialog = std::make_unique<AppsDialog>(m_stage->services);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    template <typename T>
    T *at(const QString &name)
    {
        T *widget = m_dialog->findChild<T *>(name);
        return widget && widget->isVisible() ? widget : nullptr;
    }
    void click(const QString &name)
    {
        auto *button = at<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        button->click();
    }
    void type(const QString &name, const QString &text)
    {
        auto *field = at<QLineEdit>(name);
        QVERIFY2(field, qPrintable(name));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    QString read(const QString &name)
    {
        const auto *label = at<QLabel>(name);
        return label ? label->text() : QString();
    }
    QString kept(const QString &registrationId)
    {
        Awaited<Secret> secret;
        accounts().appSecret(registrationId, &secret.context, secret.callback());
        const Result<Secret> read = secret.wait();
        return read ? read->toText() : QString();
    }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<AppsDialog> m_dialog;
};

void TestApps::withoutAnAppItSaysHowOneComesHere()
{
    open();
    QVERIFY(!read(u"noApps"_s).isEmpty());
    bool wanted = false;
    connect(m_dialog.get(), &AppsDialog::connectRequested, this, [&wanted] { wanted = true; });
    click(u"appsConnect"_s);
    QVERIFY(wanted);
}

void TestApps::everyAppIsListedWithItsUsers()
{
    const Registration app = stage().saveApp(true);
    QVERIFY(accounts().save({.providerId = u"instagram"_s, .name = u"Unused"_s, .clientId = u"42424242"_s}));
    stage().connectAccount(u"test"_s, app.id);
    open();
    auto *list = at<QListWidget>(u"appList"_s);
    QCOMPARE(list->count(), 2);
    QStringList rows{list->item(0)->text(), list->item(1)->text()};
    rows.sort();
    QVERIFY2(rows.first().startsWith("Shop app\n"_L1) && rows.first().contains("used by 1 account"_L1),
             qPrintable(rows.first()));
    QVERIFY2(rows.last().endsWith("not used"_L1), qPrintable(rows.last()));
}

void TestApps::anAppIsRenamed()
{
    const Registration app = stage().saveApp(true);
    open();
    type(u"appName"_s, u"Lumen Publisher"_s);
    QTest::keyClick(at<QLineEdit>(u"appName"_s), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(accounts().registration(app.id)->name, u"Lumen Publisher"_s);
    QVERIFY(at<QListWidget>(u"appList"_s)->item(0)->text().startsWith("Lumen Publisher"_L1));
    m_dialog.reset();
    stage().desk.restart();
    QCOMPARE(accounts().registration(app.id)->name, u"Lumen Publisher"_s);
}

void TestApps::anIdInUseStays()
{
    const Registration app = stage().saveApp(true);
    stage().connectAccount(u"test"_s, app.id);
    open();
    QVERIFY(at<QLineEdit>(u"appIdOfSaved"_s)->isReadOnly());
    QVERIFY(read(u"appUsers"_s).startsWith("Used by 1 account"_L1));
}

void TestApps::anUnusedIdIsChangedToOneThatCanBeRight()
{
    const Registration app = stage().saveApp(false);
    open();
    type(u"appIdOfSaved"_s, u"12ab"_s);
    QTest::keyClick(at<QLineEdit>(u"appIdOfSaved"_s), Qt::Key_Return);
    QCOMPARE(accounts().registration(app.id)->clientId, stage().appId());
    QVERIFY(read(u"appIdOfSavedHint"_s).contains("digits"_L1));
    type(u"appIdOfSaved"_s, u"990602627938098"_s);
    QTest::keyClick(at<QLineEdit>(u"appIdOfSaved"_s), Qt::Key_Return);
    QCOMPARE(accounts().registration(app.id)->clientId, u"990602627938098"_s);
}

void TestApps::addressesAreCopiedAndChanged()
{
    const Registration app = stage().saveApp(true);
    open();
    click(u"copyRedirectAddress"_s);
    QCOMPARE(QApplication::clipboard()->text(), stage().redirectAddress);
    click(u"changeAddressesHeading"_s);
    at<QPlainTextEdit>(u"addressLines"_s)->setPlainText(u" https://localhost:9001/a/ \n\nhttp://127.0.0.1:9002/b\n"_s);
    click(u"saveAddresses"_s);
    QCOMPARE(accounts().registration(app.id)->redirectAddresses,
             (QStringList{u"https://localhost:9001/a/"_s, u"http://127.0.0.1:9002/b"_s}));
}

void TestApps::addressesThatAreNotOnThisComputerAreRefused_data()
{
    QTest::addColumn<QString>("lines");
    QTest::newRow("none") << QString();
    QTest::newRow("elsewhere") << u"http://example.com/a/"_s;
    QTest::newRow("one of two") << u"https://localhost:9001/a/\nhttp://example.com/a/"_s;
    QTest::newRow("a query") << u"https://localhost:9001/a/?b=c"_s;
    QTest::newRow("no address") << u"localhost"_s;
    QString eleven;
    for (int i = 0; i < 11; ++i)
        eleven += u"https://localhost:9001/%1\n"_s.arg(i);
    QTest::newRow("eleven") << eleven;
}

void TestApps::addressesThatAreNotOnThisComputerAreRefused()
{
    QFETCH(QString, lines);
    const Registration app = stage().saveApp(true);
    open();
    click(u"changeAddressesHeading"_s);
    at<QPlainTextEdit>(u"addressLines"_s)->setPlainText(lines);
    click(u"saveAddresses"_s);
    QCOMPARE(accounts().registration(app.id)->redirectAddresses, QStringList{stage().redirectAddress});
    QVERIFY(read(u"addressLinesHint"_s).contains("https://localhost:8917"_L1));
}

// -- the secret

void TestApps::aRotatedSecretIsCheckedAndThenUsed()
{
    const Registration app = stage().saveApp(true);
    stage().server.setClientSecret(newSecret); // the rotation in the dashboard
    open();
    type(u"newSecret"_s, newSecret);
    click(u"checkSecret"_s);
    QTRY_COMPARE(kept(app.id), newSecret);
    QTRY_VERIFY2(read(u"secretNews"_s).contains("takes this secret"_L1), qPrintable(read(u"secretNews"_s)));
    QVERIFY(at<QLineEdit>(u"newSecret"_s)->text().isEmpty());
    QCOMPARE(stage().server.requests().count(u"POST /oauth/access_token"_s), 1);

    stage().open(); // and an account is connected with it
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"copyToken"_s));
    QCOMPARE(accounts().usersOf(app.id), 1);
}

void TestApps::aSecretThatDoesNotFitIsNotKept()
{
    const Registration app = stage().saveApp(true);
    open();
    type(u"newSecret"_s, newSecret);
    click(u"checkSecret"_s);
    QTRY_VERIFY2(read(u"secretNews"_s).contains("does not fit the app"_L1), qPrintable(read(u"secretNews"_s)));
    QVERIFY(!at<QAbstractButton>(u"keepUnchecked"_s));
    QCOMPARE(kept(app.id), stage().appSecret());
    QCOMPARE(at<QLineEdit>(u"newSecret"_s)->text(), newSecret); // to be compared with the dashboard
}

void TestApps::whereNobodyAnswersItCanBeKeptUnchecked()
{
    const Registration app = stage().saveApp(true);
    stage().server.inject({.name = u"unavailable"_s, .endpoint = u"token"_s});
    open();
    type(u"newSecret"_s, newSecret);
    click(u"checkSecret"_s);
    QTRY_VERIFY(at<QAbstractButton>(u"keepUnchecked"_s));
    QCOMPARE(kept(app.id), stage().appSecret());
    click(u"keepUnchecked"_s);
    QTRY_COMPARE(kept(app.id), newSecret);
    QTRY_VERIFY2(read(u"secretNews"_s).contains("next sign-in"_L1), qPrintable(read(u"secretNews"_s)));
}

void TestApps::quotesAndBlanksAroundASecretAreDropped()
{
    stage().saveApp(true);
    open();
    QApplication::clipboard()->setText(u" “"_s + newSecret + u"”\n"_s);
    at<QLineEdit>(u"newSecret"_s)->paste();
    QCOMPARE(at<QLineEdit>(u"newSecret"_s)->text(), newSecret);
    QVERIFY(at<QAbstractButton>(u"checkSecret"_s)->isEnabled());
}

void TestApps::whatCannotBeASecretIsNotAskedFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("too short") << newSecret.chopped(1);
    QTest::newRow("too long") << newSecret + u'0';
    QTest::newRow("not hexadecimal") << newSecret.chopped(1) + u'g';
    QTest::newRow("the id") << u"1234567890123456"_s;
}

void TestApps::whatCannotBeASecretIsNotAskedFor()
{
    QFETCH(QString, text);
    stage().saveApp(true);
    open();
    type(u"newSecret"_s, text);
    QVERIFY(!at<QAbstractButton>(u"checkSecret"_s)->isEnabled());
}

void TestApps::aKeychainThatRefusesIsNamed()
{
    const Registration app = stage().saveApp(true);
    stage().server.setClientSecret(newSecret);
    open();
    stage().keychain.setMood(MemoryKeychain::Mood::Locked);
    type(u"newSecret"_s, newSecret);
    click(u"checkSecret"_s);
    QTRY_VERIFY2(read(u"secretNews"_s).contains("keychain is locked"_L1), qPrintable(read(u"secretNews"_s)));
    stage().keychain.setMood(MemoryKeychain::Mood::Open);
    QCOMPARE(kept(app.id), stage().appSecret());
}

void TestApps::closingWhileTheProviderIsAskedKeepsTheOldSecret()
{
    const Registration app = stage().saveApp(true);
    stage().server.inject({.name = u"hang"_s, .endpoint = u"token"_s});
    open();
    type(u"newSecret"_s, newSecret);
    click(u"checkSecret"_s);
    QTRY_COMPARE(stage().server.requests().count(u"POST /oauth/access_token"_s), 1);
    m_dialog.reset();
    QCOMPARE(kept(app.id), stage().appSecret());
}

void TestApps::theSecretIsForgotten()
{
    const Registration app = stage().saveApp(true);
    open();
    click(u"forgetSecret"_s);
    QTRY_VERIFY(!accounts().registration(app.id)->secretKept);
    QVERIFY(stage().keychain.keys().filter(u"secret"_s).isEmpty());
    QVERIFY(read(u"secretState"_s).contains("not kept"_L1));
    QVERIFY(read(u"secretNews"_s).contains("still works"_L1));
}

// -- deleting

void TestApps::anAppInUseIsNotDeleted()
{
    const Registration app = stage().saveApp(true);
    stage().connectAccount(u"test"_s, app.id);
    open();
    click(u"deleteApp"_s);
    auto *box = m_dialog->findChild<QMessageBox *>(u"deleteRefusal"_s);
    QVERIFY(box && box->informativeText().contains("@earlier"_L1));
    box->close();
    QVERIFY(accounts().registration(app.id));
    Awaited<void> refused;
    accounts().removeRegistration(app.id, &refused.context, refused.callback());
    QCOMPARE(refused.wait().error().kind, ErrorKind::InvalidInput);
    QCOMPARE(kept(app.id), stage().appSecret());
}

void TestApps::anUnusedAppIsDeletedWithItsSecret()
{
    const Registration app = stage().saveApp(true);
    open();
    click(u"deleteApp"_s);
    click(u"deleteQuestionDelete"_s);
    QTRY_VERIFY(!accounts().registration(app.id));
    QVERIFY(stage().keychain.keys().filter(u"secret"_s).isEmpty());
    QVERIFY(stage().desk.database().registrations()->isEmpty());
    QVERIFY(!read(u"noApps"_s).isEmpty());
}

void TestApps::deletingCanBeCalledOff()
{
    const Registration app = stage().saveApp(true);
    open();
    click(u"deleteApp"_s);
    auto *box = m_dialog->findChild<QMessageBox *>(u"deleteQuestion"_s);
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(accounts().registration(app.id));
    QCOMPARE(kept(app.id), stage().appSecret());
}

void TestApps::withALockedKeychainTheAppStays()
{
    const Registration app = stage().saveApp(true);
    open();
    stage().keychain.setMood(MemoryKeychain::Mood::Locked);
    click(u"deleteApp"_s);
    click(u"deleteQuestionDelete"_s);
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>(u"deleteFailure"_s));
    QVERIFY(accounts().registration(app.id)->secretKept);
}

// -- from the connect dialog

void TestApps::theConnectDialogLeadsHereAndShowsWhatChanged()
{
    const Registration app = stage().saveApp(false);
    stage().open();
    QVERIFY(stage().click(u"manageApps"_s));
    auto *apps = stage().dialog->findChild<AppsDialog *>();
    QVERIFY(apps && apps->isVisible());
    Registration renamed = app;
    renamed.name = u"Another name"_s;
    QVERIFY(accounts().save(renamed));
    apps->accept();
    QTRY_COMPARE(stage().find<QComboBox>(u"registrationChoice"_s)->currentText(), u"Another name"_s);
}

void TestApps::theIdOfTheSameAppElsewhereIsNamed()
{
    QVERIFY(accounts().save({.providerId = u"instagram"_s, .name = u"Meta app"_s, .clientId = stage().appId()}));
    stage().open();
    stage().dialog->chooseProvider(u"test"_s);
    stage().type(u"appId"_s, stage().appId());
    stage().type(u"appSecret"_s, stage().appSecret());
    QVERIFY2(stage().read(u"appIdHint"_s).contains("Meta app"_L1), qPrintable(stage().read(u"appIdHint"_s)));
    QVERIFY(!stage().click(u"connectPrimary"_s));
    stage().type(u"appId"_s, u"990602627938098"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
}

QTEST_MAIN(TestApps)
#include "tst_apps.moc"
