// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providerdialog.h"
#include "support/connectstage.h"
#include "support/scriptedserver.h"
#include "support/standardprovider.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// "Another provider…" in the connect dialog: by discovery, by hand and by a file; changed and deleted later.
class TestProviderForm : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void discoveryFillsTheForm();
    void enterInTheAddressAsks();
    void whatCannotBeAskedIsSaidAtTheAddress_data();
    void whatCannotBeAskedIsSaidAtTheAddress();
    void whyDiscoveryFailedIsSaid_data();
    void whyDiscoveryFailedIsSaid();
    void discoveryIsStopped();
    void closedWhileTheServerIsAsked();
    void byHandWithWhatIsWrongBesideEachField();
    void missingThingsAreSaidWhenSaving();
    void endedScopesAndAddressesAreAnswered_data();
    void endedScopesAndAddressesAreAnswered();
    void aForeignHostBesideInstagramsPageIsRefused();
    void hostsAreShownAsTheyAreTyped();
    void aFileFillsTheForm();
    void aFileThatCannotBeUsedIsRefused_data();
    void aFileThatCannotBeUsedIsRefused();
    void anOwnProviderIsChanged();
    void anOwnProviderIsDeleted();
    void whatIsInUseIsNotDeleted();
    void closingAsksForWhatWasTyped();
    void everythingHasANameForScreenReaders();
    void theKeyboardReachesEverything();

private:
    ConnectStage &stage() { return *m_stage; }
    void openForm();
    QByteArray description() const;
    void fill(const QString &name, const QString &authorize, const QString &token, const QString &scopes);
    QString lines(const QString &name) { return stage().find<QPlainTextEdit>(name)->toPlainText(); }
    void typeLines(const QString &name, const QString &text);
    QStringList hosts();
    QString write(const QByteArray &json) const;
    bool asksToSee(const QString &name, const QString &text);
    void discover();

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<ScriptedServer> m_server;
};

void TestProviderForm::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_server = std::make_unique<ScriptedServer>();
}

void TestProviderForm::cleanup()
{
    m_stage.reset();
}

void TestProviderForm::openForm()
{
    stage().open();
    QVERIFY(stage().click(u"anotherCard"_s));
    QVERIFY(stage().comesToSee(u"providerDialog"_s));
    QTRY_COMPARE(QApplication::activeWindow(), stage().find(u"providerDialog"_s));
}

QByteArray TestProviderForm::description() const
{
    QByteArray json = R"({"issuer":"SERVER","authorization_endpoint":"SERVER/auth","token_endpoint":"SERVER/token",)"
                      R"("userinfo_endpoint":"SERVER/me","revocation_endpoint":"SERVER/revoke",)"
                      R"("introspection_endpoint":"SERVER/look","device_authorization_endpoint":"SERVER/device",)"
                      R"("scopes_supported":["openid","profile","offline_access","shop:read"],)"
                      R"("token_endpoint_auth_methods_supported":["client_secret_post"],)"
                      R"("code_challenge_methods_supported":["S256"],)"
                      R"("authorization_response_iss_parameter_supported":true})";
    return json.replace("SERVER", m_server->url({}).toLatin1());
}

void TestProviderForm::typeLines(const QString &name, const QString &text)
{
    auto *field = stage().find<QPlainTextEdit>(name);
    QVERIFY(field);
    field->setPlainText(text);
}

void TestProviderForm::fill(const QString &name, const QString &authorize, const QString &token, const QString &scopes)
{
    stage().type(u"providerName"_s, name);
    stage().type(u"providerAuthorize"_s, authorize);
    stage().type(u"providerToken"_s, token);
    typeLines(u"providerScopes"_s, scopes);
}

QStringList TestProviderForm::hosts()
{
    QStringList names;
    for (const QLabel *label : stage().dialog->findChildren<QLabel *>(u"providerHost"_s))
        names.append(label->text());
    return names;
}

QString TestProviderForm::write(const QByteArray &json) const
{
    const QString path = m_stage->desk.folder() + "/given.json"_L1;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() ? path : QString();
}

bool TestProviderForm::asksToSee(const QString &name, const QString &text)
{
    return QTest::qWaitFor([&] { return stage().sees(name) && stage().read(name).contains(text); });
}

void TestProviderForm::discover()
{
    stage().type(u"providerAddress"_s, m_server->url({}));
    QVERIFY(stage().click(u"providerDiscover"_s));
}

void TestProviderForm::discoveryFillsTheForm()
{
    m_server->answer(200, description());
    openForm();
    discover();
    QVERIFY(asksToSee(u"providerAddressHint"_s, u"has described itself"_s));
    QCOMPARE(stage().read(u"providerName"_s), u"127.0.0.1"_s);
    QCOMPARE(stage().read(u"providerAuthorize"_s), m_server->url(u"/auth"_s));
    QCOMPARE(stage().read(u"providerToken"_s), m_server->url(u"/token"_s));
    QVERIFY(!stage().sees(u"providerIssuer"_s)); // folded away
    QVERIFY(stage().click(u"moreAddressesHeading"_s));
    QCOMPARE(stage().read(u"providerIssuer"_s), m_server->url({}));
    QCOMPARE(stage().read(u"providerProfile"_s), m_server->url(u"/me"_s));
    QCOMPARE(stage().read(u"providerRevoke"_s), m_server->url(u"/revoke"_s));
    QCOMPARE(stage().read(u"providerIntrospect"_s), m_server->url(u"/look"_s));
    QCOMPARE(stage().read(u"providerDevice"_s), m_server->url(u"/device"_s));
    QCOMPARE(lines(u"providerScopes"_s), u"openid\nprofile\noffline_access\nshop:read"_s);
    QCOMPARE(hosts(), QStringList{u"127.0.0.1"_s});

    stage().type(u"providerName"_s, u"My Shop"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().comesToSee(u"appId"_s)); // on to the app
    QVERIFY(!stage().sees(u"providerDialog"_s));
    const Provider *saved = stage().desk.catalog.description(u"my-shop"_s);
    QVERIFY(saved);
    QCOMPARE(saved->name, u"My Shop"_s);
    QCOMPARE(saved->issuer, m_server->url({}));
    QVERIFY(saved->pkce && saved->namesIssuer);
    QCOMPARE(saved->clientAuthentication, ClientAuthentication::Body);
    QCOMPARE(saved->endpoints.revoke, QUrl(m_server->url(u"/revoke"_s)));
    QCOMPARE(saved->redirectAddresses.value(0), u"http://127.0.0.1:8957/my-shop/"_s);
    QVERIFY(saved->scope(u"openid"_s)->required);
    QVERIFY(saved->scope(u"shop:read"_s) && !saved->scope(u"shop:read"_s)->sentence.isEmpty());
    QCOMPARE(saved->optionalParameters.value(0).name, u"prompt"_s); // OpenID Connect Core 11
    QVERIFY(saved->optionalParameters.value(0).always);
}

void TestProviderForm::enterInTheAddressAsks()
{
    m_server->answer(200, description());
    openForm();
    stage().type(u"providerAddress"_s, m_server->url({}));
    stage().press(Qt::Key_Return);
    QVERIFY(asksToSee(u"providerAddressHint"_s, u"has described itself"_s));
    QVERIFY(stage().sees(u"providerDialog"_s)); // and nothing was saved
    QVERIFY(!QFile::exists(stage().desk.folder() + "/127-0-0-1.json"_L1));
}

void TestProviderForm::whatCannotBeAskedIsSaidAtTheAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("http") << u"http://login.example.org"_s;
    QTest::newRow("words") << u"my server"_s;
    QTest::newRow("a user name") << u"https://me@login.example.org"_s;
}

void TestProviderForm::whatCannotBeAskedIsSaidAtTheAddress()
{
    QFETCH(const QString, typed);
    openForm();
    stage().type(u"providerAddress"_s, typed);
    QVERIFY(stage().click(u"providerDiscover"_s));
    QVERIFY(stage().read(u"providerAddressHint"_s).contains("no address of a server"_L1));
    stage().type(u"providerAddress"_s, u"x"_s);
    QVERIFY(!stage().read(u"providerAddressHint"_s).contains("no address"_L1)); // while it is typed anew
}

void TestProviderForm::whyDiscoveryFailedIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing there") << 404 << QByteArray("no") << u"127.0.0.1 does not describe itself"_s;
    QTest::newRow("garbage") << 200 << QByteArray("hello") << u"cannot be used"_s;
    QTest::newRow("another server") << 200
                                    << QByteArray(R"({"issuer":"https://evil.example","authorization_endpoint":"",)"
                                                  R"("token_endpoint":""})")
                                    << u"calls itself “https://evil.example”"_s;
    QTest::newRow("trouble") << 503 << QByteArray("no") << u"has trouble at the moment"_s;
}

void TestProviderForm::whyDiscoveryFailedIsSaid()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    m_server->answer(status, body);
    openForm();
    fill(u"Shop"_s, u"https://a.example/auth"_s, u"https://a.example/token"_s, u"read"_s);
    discover();
    QVERIFY2(asksToSee(u"providerAddressHint"_s, said), qPrintable(stage().read(u"providerAddressHint"_s)));
    QVERIFY(stage().read(u"providerAddressHint"_s).startsWith(u'◆'));
    QCOMPARE(stage().read(u"providerAuthorize"_s), u"https://a.example/auth"_s); // nothing is lost
    QCOMPARE(stage().read(u"providerDiscover"_s), u"Discover"_s);
}

void TestProviderForm::discoveryIsStopped()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    openForm();
    discover();
    QTRY_COMPARE(stage().read(u"providerDiscover"_s), u"Stop"_s);
    QCOMPARE(stage().read(u"providerAddressHint"_s), u"Asking 127.0.0.1…"_s);
    QVERIFY(stage().click(u"providerDiscover"_s));
    QCOMPARE(stage().read(u"providerDiscover"_s), u"Discover"_s);
    QTRY_VERIFY(m_server->findChildren<QTcpSocket *>().isEmpty());
    QVERIFY(!stage().read(u"providerAddressHint"_s).startsWith(u'◆'));
}

void TestProviderForm::closedWhileTheServerIsAsked()
{
    m_server->script({.end = ScriptedServer::End::Hang});
    openForm();
    discover();
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(stage().click(u"providerCancel"_s));
    QTRY_VERIFY(!stage().sees(u"providerDialog"_s));
    QTRY_VERIFY(m_server->findChildren<QTcpSocket *>().isEmpty());
    QVERIFY(stage().sees(u"anotherCard"_s));
}

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

void TestProviderForm::aFileFillsTheForm()
{
    openForm();
    QByteArray json = standardProvider(9, R"("dashboard": "https://example.org/apps",)");
    json.replace("\"id\": \"test\"", "\"id\": \"given\"").replace("/test/", "/given/");
    auto *dialog = stage().dialog->findChild<ProviderDialog *>();
    dialog->openFile(write(json));
    QCOMPARE(stage().read(u"providerName"_s), u"Test"_s);
    QCOMPARE(stage().read(u"providerToken"_s), u"http://127.0.0.1:9/token"_s);
    QCOMPARE(lines(u"providerScopes"_s), u"openid\noffline_access"_s);
    stage().type(u"providerName"_s, u"Given"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().comesToSee(u"appId"_s));
    const Provider *saved = stage().desk.catalog.description(u"given"_s);
    QVERIFY(saved);
    QCOMPARE(saved->name, u"Given"_s);
    QCOMPARE(saved->dashboard, QUrl(u"https://example.org/apps"_s)); // which the form does not show
    QCOMPARE(saved->redirectAddresses.value(0), u"http://127.0.0.1:8941/given/"_s);
    QCOMPARE(saved->scope(u"openid"_s)->title, u"Sign in"_s);
}

void TestProviderForm::aFileThatCannotBeUsedIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("said");
    QTest::newRow("an id that is taken") << QByteArray("given") << QByteArray("instagram") << u"that of “Instagram”"_s;
    QTest::newRow("an unknown key") << QByteArray("\"pkce\"") << QByteArray("\"pkec\"") << u"Line "_s;
    QTest::newRow("an ended address") << QByteArray("http://127.0.0.1:9/me")
                                      << QByteArray("https://api.instagram.com/v1/users/self") << u"29 June 2020"_s;
    QTest::newRow("Instagram's page") << QByteArray("http://127.0.0.1:9/authorize")
                                      << QByteArray("https://www.instagram.com/oauth/authorize")
                                      << u"hosts that do not belong there"_s;
}

void TestProviderForm::aFileThatCannotBeUsedIsRefused()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, said);
    openForm();
    QByteArray json = standardProvider(9);
    json.replace("\"id\": \"test\"", "\"id\": \"given\"").replace("/test/", "/given/");
    QVERIFY(json.contains(from));
    stage().dialog->findChild<ProviderDialog *>()->openFile(write(json.replace(from, to)));
    const QString hint = stage().read(u"providerAddressHint"_s);
    QVERIFY2(hint.contains(u"“given.json”"_s) && hint.contains(said), qPrintable(hint));
    QCOMPARE(stage().read(u"providerName"_s), QString());
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
