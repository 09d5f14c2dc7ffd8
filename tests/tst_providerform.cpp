// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providerdialog.h"
#include "support/providerstage.h"

#include <QApplication>
#include <QMessageBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// "Another provider…" in the connect dialog, filled in by hand; changed and deleted later.
class TestProviderForm : public QObject, protected ProviderStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void byHandWithWhatIsWrongBesideEachField();
    void missingThingsAreSaidWhenSaving();
    void endedScopesAndAddressesAreAnswered_data();
    void endedScopesAndAddressesAreAnswered();
    void aForeignHostBesideInstagramsPageIsRefused();
    void hostsAreShownAsTheyAreTyped();
    void anOwnProviderIsChanged();
    void anOwnProviderIsDeleted();
    void whatIsInUseIsNotDeleted();
    void closingAsksForWhatWasTyped();
    void everythingHasANameForScreenReaders();
    void theKeyboardReachesEverything();
};

void TestProviderForm::byHandWithWhatIsWrongBesideEachField()
{
    openForm();
    fill(u"Shop"_s, u"login.example.org/auth"_s, u"http://login.example.org/token"_s, u"read\nwrite all"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().sees(u"providerDialog"_s));
    QVERIFY(stage().read(u"providerAuthorizeHint"_s).contains("no whole address"_L1));
    QVERIFY(stage().read(u"providerTokenHint"_s).contains("begin with https"_L1));
    QVERIFY(stage().find(u"providerAuthorize"_s)->hasFocus()); // the first that is wrong
    stage().type(u"providerAuthorize"_s, u"https://login.example.org/auth"_s);
    stage().type(u"providerToken"_s, u"https://login.example.org/token?a=b"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(!stage().read(u"providerAuthorizeHint"_s).startsWith(u'◆'));
    QVERIFY(stage().read(u"providerTokenHint"_s).contains(u"behind a “?”"_s));
    stage().type(u"providerToken"_s, u"https://login.example.org/token"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().comesToSee(u"appId"_s));
    const Provider *saved = stage().desk.catalog.description(u"shop"_s);
    QVERIFY(saved);
    QCOMPARE(saved->scopes.size(), 3); // a blank between two is a line's end
    QVERIFY(saved->optionalParameters.isEmpty());
    QCOMPARE(saved->clientAuthentication, ClientAuthentication::Header);
}

void TestProviderForm::missingThingsAreSaidWhenSaving()
{
    openForm();
    QVERIFY(!stage().sees(u"providerNameHint"_s));
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().read(u"providerNameHint"_s).contains("Enter a name"_L1));
    QVERIFY(stage().read(u"providerAuthorizeHint"_s).contains("consent page"_L1));
    QVERIFY(stage().read(u"providerTokenHint"_s).contains("becomes a token"_L1));
    QVERIFY(stage().read(u"providerScopesHint"_s).contains("at least one"_L1));
    QVERIFY(stage().find(u"providerName"_s)->hasFocus());
}

void TestProviderForm::endedScopesAndAddressesAreAnswered_data()
{
    QTest::addColumn<QString>("authorize");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("said");
    const QString instagram = u"https://www.instagram.com/oauth/authorize"_s;
    const QString facebook = u"https://www.facebook.com/v26.0/dialog/oauth"_s;
    const QString scopes = u"providerScopesHint"_s;
    QTest::newRow("Basic Display") << instagram << instagram << u"user_media"_s << scopes << u"4 December 2024"_s;
    QTest::newRow("the first API") << instagram << instagram << u"basic"_s << scopes << u"29 June 2020"_s;
    QTest::newRow("the first names") << instagram << instagram << u"business_basic"_s << scopes << u"27 January 2025"_s;
    QTest::newRow("posting") << facebook << facebook << u"publish_actions"_s << scopes << u"1 August 2018"_s;
    QTest::newRow("Pages") << facebook << facebook << u"manage_pages"_s << scopes << u"3 August 2020"_s;
    QTest::newRow("photos") << instagram << instagram << u"user_photos"_s << scopes << u"photos on Facebook"_s;
    QTest::newRow("an old address") << u"https://a.example/auth"_s << u"https://api.instagram.com/v1/token"_s
                                    << u"read"_s << u"providerTokenHint"_s << u"29 June 2020"_s;
}

void TestProviderForm::endedScopesAndAddressesAreAnswered()
{
    QFETCH(const QString, authorize);
    QFETCH(const QString, token);
    QFETCH(const QString, scope);
    QFETCH(const QString, hint);
    QFETCH(const QString, said);
    openForm();
    fill(u"Shop"_s, authorize, token, scope);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().sees(u"providerDialog"_s));
    QVERIFY2(stage().read(hint).contains(said), qPrintable(stage().read(hint)));
}

// A5, RFC 9700 4.4: the mix-up attack.
void TestProviderForm::aForeignHostBesideInstagramsPageIsRefused()
{
    openForm();
    fill(u"Shop"_s, u"https://www.instagram.com/oauth/authorize"_s, u"https://evil.example/token"_s, u"read"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().sees(u"providerDialog"_s));
    QVERIFY(stage().read(u"providerTokenHint"_s).contains(u"that of “Instagram”"_s));
    QVERIFY(!stage().desk.catalog.description(u"shop"_s));
}

// A50: before anything is sent there.
void TestProviderForm::hostsAreShownAsTheyAreTyped()
{
    openForm();
    QVERIFY(!stage().sees(u"providerHosts"_s));
    stage().type(u"providerAuthorize"_s, u"https://login.example.org/auth"_s);
    stage().type(u"providerToken"_s, u"https://tokens.example.net/token"_s);
    QVERIFY(stage().sees(u"providerHosts"_s));
    QCOMPARE(hosts(), QStringList({u"login.example.org"_s, u"tokens.example.net"_s}));
}

void TestProviderForm::anOwnProviderIsChanged()
{
    openForm();
    fill(u"Shop"_s, u"https://a.example/auth"_s, u"https://a.example/token"_s, u"read"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().comesToSee(u"appId"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().comesToSee(u"shopChange"_s));
    QVERIFY(stage().click(u"shopChange"_s));
    QVERIFY(stage().comesToSee(u"providerDialog"_s));
    QCOMPARE(stage().read(u"providerTitle"_s), u"Change “Shop”"_s);
    QCOMPARE(stage().read(u"providerToken"_s), u"https://a.example/token"_s);
    QVERIFY(!stage().sees(u"providerUse"_s));
    stage().type(u"providerName"_s, u"Corner shop"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().comesToSee(u"shopCard"_s));
    QCOMPARE(stage().find(u"shopCard"_s)->accessibleName(), u"Corner shop"_s);
    QCOMPARE(stage().desk.catalog.description(u"shop"_s)->name, u"Corner shop"_s); // accounts know it by its id
    QVERIFY(!stage().sees(u"instagramChange"_s)); // what is built in is not
}

void TestProviderForm::anOwnProviderIsDeleted()
{
    stage().open();
    QVERIFY(stage().click(u"testDelete"_s));
    QTRY_VERIFY(stage().sees(u"deleteProviderQuestion"_s));
    QVERIFY(stage().click(u"deleteProviderDelete"_s));
    QTRY_VERIFY(!stage().sees(u"testCard"_s));
    QVERIFY(!stage().desk.catalog.description(u"test"_s));
    QVERIFY(QApplication::focusWidget());
}

void TestProviderForm::whatIsInUseIsNotDeleted()
{
    const Registration app = stage().saveApp(false);
    stage().open();
    stage().dialog->reconnect(QString()); // to the choice
    QVERIFY(stage().click(u"testDelete"_s));
    QTRY_VERIFY(stage().sees(u"deleteProviderRefusal"_s));
    QVERIFY(stage().find<QMessageBox>(u"deleteProviderRefusal"_s)->informativeText().contains("Shop app"_L1));
    stage().find<QMessageBox>(u"deleteProviderRefusal"_s)->reject();
    QTRY_VERIFY(!stage().sees(u"deleteProviderRefusal"_s));
    stage().connectAccount(u"test"_s, app.id);
    QVERIFY(stage().click(u"testDelete"_s));
    QTRY_VERIFY(stage().sees(u"deleteProviderRefusal"_s));
    QVERIFY(stage().find<QMessageBox>(u"deleteProviderRefusal"_s)->informativeText().contains("@earlier"_L1));
    stage().find<QMessageBox>(u"deleteProviderRefusal"_s)->reject();
    QVERIFY(stage().desk.catalog.description(u"test"_s));
    QVERIFY(stage().click(u"testChange"_s));
    QVERIFY(stage().comesToSee(u"providerUse"_s));
    QVERIFY(stage().read(u"providerUse"_s).contains("1 account"_L1));
}

void TestProviderForm::closingAsksForWhatWasTyped()
{
    openForm();
    stage().type(u"providerName"_s, u"Shop"_s);
    stage().press(Qt::Key_Escape);
    QTRY_VERIFY(stage().sees(u"providerCloseQuestion"_s));
    stage().find<QMessageBox>(u"providerCloseQuestion"_s)->reject();
    QTRY_VERIFY(!stage().sees(u"providerCloseQuestion"_s));
    QCOMPARE(stage().read(u"providerName"_s), u"Shop"_s);
    QVERIFY(stage().click(u"providerCancel"_s));
    QTRY_VERIFY(stage().sees(u"providerCloseQuestion"_s));
    QVERIFY(stage().click(u"providerCloseQuestionClose"_s));
    QTRY_VERIFY(!stage().sees(u"providerDialog"_s));
    QVERIFY(stage().sees(u"anotherCard"_s));
}

void TestProviderForm::everythingHasANameForScreenReaders()
{
    openForm();
    QVERIFY(stage().click(u"moreAddressesHeading"_s));
    QVERIFY(stage().click(u"providerDetailsHeading"_s));
    const auto *dialog = stage().dialog->findChild<ProviderDialog *>();
    for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
        const bool takesKeys = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus
            && !widget->objectName().startsWith("qt_"_L1) && !widget->inherits("QLabel");
        if (takesKeys)
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestProviderForm::theKeyboardReachesEverything()
{
    openForm();
    QVERIFY(stage().find(u"providerAddress"_s)->hasFocus());
    QStringList seen;
    for (int i = 0; i < 30 && !seen.contains(u"providerSave"_s); ++i) {
        stage().press(Qt::Key_Tab);
        seen.append(QApplication::focusWidget()->objectName());
    }
    for (const QString &name : {u"providerDiscover"_s, u"providerFile"_s, u"providerName"_s, u"providerAuthorize"_s,
                                u"providerToken"_s, u"providerScopes"_s, u"moreAddressesHeading"_s,
                                u"providerDetailsHeading"_s, u"providerCancel"_s, u"providerSave"_s})
        QVERIFY2(seen.contains(name), qPrintable(name));
    QVERIFY(seen.indexOf(u"providerName"_s) < seen.indexOf(u"providerScopes"_s));
}

QTEST_MAIN(TestProviderForm)
#include "tst_providerform.moc"
