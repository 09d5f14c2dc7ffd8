// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providerdialog.h"
#include "support/providerstage.h"
#include "support/standardprovider.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// "Another provider…" in the connect dialog, filled in by the server's own description or by a file.
class TestProviderDiscovery : public QObject, protected ProviderStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void discoveryFillsTheForm();
    void enterInTheAddressAsks();
    void whatCannotBeAskedIsSaidAtTheAddress_data();
    void whatCannotBeAskedIsSaidAtTheAddress();
    void whyDiscoveryFailedIsSaid_data();
    void whyDiscoveryFailedIsSaid();
    void discoveryIsStopped();
    void closedWhileTheServerIsAsked();
    void aFileFillsTheForm();
    void aFileThatCannotBeUsedIsRefused_data();
    void aFileThatCannotBeUsedIsRefused();

private:
    QByteArray description() const;
    void discover();
    QString write(const QByteArray &json) const;
    bool asksToSee(const QString &name, const QString &text);
};

QByteArray TestProviderDiscovery::description() const
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

QString TestProviderDiscovery::write(const QByteArray &json) const
{
    const QString path = stage().desk.folder() + "/given.json"_L1;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() ? path : QString();
}

bool TestProviderDiscovery::asksToSee(const QString &name, const QString &text)
{
    return QTest::qWaitFor([&] { return stage().sees(name) && stage().read(name).contains(text); });
}

void TestProviderDiscovery::discover()
{
    stage().type(u"providerAddress"_s, m_server->url({}));
    QVERIFY(stage().click(u"providerDiscover"_s));
}

void TestProviderDiscovery::discoveryFillsTheForm()
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

void TestProviderDiscovery::enterInTheAddressAsks()
{
    m_server->answer(200, description());
    openForm();
    stage().type(u"providerAddress"_s, m_server->url({}));
    stage().press(Qt::Key_Return);
    QVERIFY(asksToSee(u"providerAddressHint"_s, u"has described itself"_s));
    QVERIFY(stage().sees(u"providerDialog"_s)); // and nothing was saved
    QVERIFY(!QFile::exists(stage().desk.folder() + "/127-0-0-1.json"_L1));
}

void TestProviderDiscovery::whatCannotBeAskedIsSaidAtTheAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("http") << u"http://login.example.org"_s;
    QTest::newRow("words") << u"my server"_s;
    QTest::newRow("a user name") << u"https://me@login.example.org"_s;
}

void TestProviderDiscovery::whatCannotBeAskedIsSaidAtTheAddress()
{
    QFETCH(const QString, typed);
    openForm();
    stage().type(u"providerAddress"_s, typed);
    QVERIFY(stage().click(u"providerDiscover"_s));
    QVERIFY(stage().read(u"providerAddressHint"_s).contains("no address of a server"_L1));
    stage().type(u"providerAddress"_s, u"x"_s);
    QVERIFY(!stage().read(u"providerAddressHint"_s).contains("no address"_L1)); // while it is typed anew
}

void TestProviderDiscovery::whyDiscoveryFailedIsSaid_data()
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

void TestProviderDiscovery::whyDiscoveryFailedIsSaid()
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

void TestProviderDiscovery::discoveryIsStopped()
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

void TestProviderDiscovery::closedWhileTheServerIsAsked()
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

void TestProviderDiscovery::aFileFillsTheForm()
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

void TestProviderDiscovery::aFileThatCannotBeUsedIsRefused_data()
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

void TestProviderDiscovery::aFileThatCannotBeUsedIsRefused()
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

QTEST_MAIN(TestProviderDiscovery)
#include "tst_providerdiscovery.moc"
