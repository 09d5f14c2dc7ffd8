// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/storing.h"
#include "support/connectstage.h"
#include "support/oidcserver.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Any OAuth 2.0 server, from its address to a token in the keychain, through the real dialog: npm's oidc-provider.
class TestStandardDialog : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup() { m_stage.reset(); }

    void fromTheAddressToAToken_data();
    void fromTheAddressToAToken();
    void onAnotherDevice();
    void aWrongSecretIsUnderstood();
    void theServerIsAskedNothingAfterTheDialogIsClosed();
    void itIsThereAfterARestart();

private:
    ConnectStage &stage() { return *m_stage; }
    void describeServer();
    void enterApp(const QString &id, const QString &secret);
    void allowInBrowser();
    QByteArray item(const QString &key) { return stage().keychain.value(key).view().toByteArray(); }
    Account only() { return stage().desk.accounts().all().value(0); }

    std::unique_ptr<OidcServer> m_server;
    std::unique_ptr<ConnectStage> m_stage;
};

const QString secretOfDesk = u"secret+of/the=desk & co"_s;

void TestStandardDialog::initTestCase()
{
    m_server = std::make_unique<OidcServer>();
    QVERIFY2(m_server->fault().isEmpty(), qPrintable(m_server->fault()));
}

/// The form, by nothing but the server's address and a name.
void TestStandardDialog::describeServer()
{
    stage().open();
    QVERIFY(stage().click(u"anotherCard"_s));
    QVERIFY(stage().comesToSee(u"providerDialog"_s));
    QTRY_COMPARE(QApplication::activeWindow(), stage().find(u"providerDialog"_s));
    stage().type(u"providerAddress"_s, m_server->issuer());
    stage().press(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([this] { return stage().read(u"providerAddressHint"_s).startsWith(u'✓'); }));
    stage().type(u"providerName"_s, u"Login"_s);
    QVERIFY(stage().click(u"providerSave"_s));
    QVERIFY(stage().comesToSee(u"appId"_s));
}

void TestStandardDialog::enterApp(const QString &id, const QString &secret)
{
    stage().type(u"appId"_s, id);
    stage().find<QLineEdit>(u"appSecret"_s)->setText(secret); // pasted, as such secrets are
    if (!secret.isEmpty() && !stage().find<QCheckBox>(u"keepSecret"_s)->isChecked())
        QVERIFY(stage().click(u"keepSecret"_s)); // without it nothing could be renewed
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"scopePicker"_s));
    for (const QString &scope : {u"profile"_s, u"offline_access"_s})
        QVERIFY(stage().click(scope + u"Row"_s));
}

/// Anna signs in and agrees; her browser brings the answer.
void TestStandardDialog::allowInBrowser()
{
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QCOMPARE(stage().opened.size(), 1);
    const QString answer = m_server->visit(stage().opened.last());
    QVERIFY2(answer.startsWith("http://127.0.0.1:895"_L1), qPrintable(answer));
    QVERIFY(m_server->open(answer) > 0);
}

void TestStandardDialog::fromTheAddressToAToken_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("secret");
    QTest::newRow("an app with a secret") << u"desk-header"_s << secretOfDesk;
    QTest::newRow("a public app") << u"desk"_s << QString();
}

void TestStandardDialog::fromTheAddressToAToken()
{
    QFETCH(const QString, clientId);
    QFETCH(const QString, secret);
    describeServer();
    const Provider *provider = stage().desk.catalog.description(u"login"_s);
    QVERIFY(provider);
    QCOMPARE(provider->issuer, m_server->issuer());
    QVERIFY(provider->pkce && provider->namesIssuer);
    enterApp(clientId, secret);
    QVERIFY(stage().click(u"connectPrimary"_s));
    allowInBrowser();
    QVERIFY2(stage().comesToSee(u"doneTitle"_s), qPrintable(stage().read(u"errorHappened"_s)));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @anna"_s);

    const Account account = only();
    QCOMPARE(account.providerId, u"login"_s);
    QCOMPARE(account.userId, u"anna"_s);
    QCOMPARE(account.tokenKind, TokenKind::Refreshable);
    QVERIFY(account.grantedScopes.contains(u"profile"_s));
    QCOMPARE(m_server->profileStatus(item(account.tokenKey)), 200); // the token in the keychain works
    QVERIFY(!item(refreshKeyOf(account.tokenKey)).isEmpty());
    const Registration app = stage().desk.accounts().registration(account.registrationId).value();
    QCOMPARE(app.clientId, clientId);
    QCOMPARE(app.secretKept, !secret.isEmpty());

    Awaited<Account> renewed;
    stage().desk.accounts().renew(account.id, &renewed.context, renewed.callback());
    const Result<Account> fresh = renewed.wait();
    QVERIFY2(fresh, fresh ? "" : qPrintable(fresh.error().what));
    QCOMPARE(m_server->profileStatus(item(fresh->tokenKey)), 200);
}

void TestStandardDialog::onAnotherDevice()
{
    describeServer();
    enterApp(u"desk"_s, {});
    QVERIFY(stage().click(u"signInElsewhere"_s)); // which the server has said that it has
    QVERIFY(stage().comesToSee(u"deviceCode"_s));
    QVERIFY(stage().read(u"devicePage"_s).startsWith(m_server->issuer()));
    const QUrl page(stage().read(u"devicePage"_s) + u"?user_code="_s + stage().read(u"deviceCode"_s));
    const QString seen = m_server->visit(page); // Anna, on her telephone
    QVERIFY2(!seen.startsWith("stopped"_L1), qPrintable(seen.left(500)));
    stage().clock.advance(5s);
    QVERIFY2(stage().comesToSee(u"doneTitle"_s), qPrintable(stage().read(u"errorHappened"_s)));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @anna"_s);
    QCOMPARE(m_server->profileStatus(item(only().tokenKey)), 200);
    QVERIFY(!item(refreshKeyOf(only().tokenKey)).isEmpty());
}

void TestStandardDialog::aWrongSecretIsUnderstood()
{
    describeServer();
    enterApp(u"desk-header"_s, u"not it"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
    allowInBrowser();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().desk.catalog.description(u"login"_s)); // the description is still right
}

void TestStandardDialog::theServerIsAskedNothingAfterTheDialogIsClosed()
{
    describeServer();
    enterApp(u"desk"_s, {});
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    const QString answer = m_server->visit(stage().opened.last());
    stage().dialog.reset();
    QCOMPARE(m_server->open(answer), 0); // nobody listens any more
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

void TestStandardDialog::itIsThereAfterARestart()
{
    describeServer();
    enterApp(u"desk"_s, {});
    QVERIFY(stage().click(u"connectPrimary"_s));
    allowInBrowser();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    const QString id = only().id;
    stage().dialog.reset();
    const Catalog again(stage().desk.folder());
    QVERIFY(again.description(u"login"_s) && again.isOwn(u"login"_s));
    stage().open();
    QVERIFY(stage().comesToSee(u"scopePicker"_s)); // with the app that is saved
    stage().dialog->reconnect(id);
    QVERIFY(stage().comesToSee(u"scopePicker"_s));
}

QTEST_MAIN(TestStandardDialog)
#include "tst_standarddialog.moc"
