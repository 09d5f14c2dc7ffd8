// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/revokeactions.h"
#include "apps/appsdialog.h"
#include "errortext.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/scriptedserver.h"
#include "support/standardprovider.h"

#include <QMessageBox>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString broker = u"https://login.example.org/broker"_s;
const QString host = u"login.example.org"_s;

} // namespace

/// What cannot be done while a broker keeps the app secret: the windows say so, and who can, and nobody is asked in
/// vain.
class TestBrokerLimits : public QObject
{
    Q_OBJECT
private slots:
    void cleanup()
    {
        m_window.reset();
        m_stage.reset();
    }

    void aTokenThatTakesTheSecretToBeRevokedIsNotAskedFor();
    void aPublicClientsTokenIsRevoked();
    void aSecretThatIsNotKeptIsSaidToBeMissing();
    void aSystemUsersTokenNamesWhoCanEndIt();
    void aPersonsTokenAtFacebookNeedsNoSecretForIt();
    void anotherDeviceIsNotOfferedInVain();
    void whereTheSecretIsHereAnotherDeviceIsOffered();
    void atFacebookTheClientTokenWillDoForIt();
    void aCheckThatTakesTheSecretSaysWhoHasIt();
    void anAppThatWantsSignedRequestsSaysWhatHelps();
    void whatIsLostIsSaidBeforehand_data();
    void whatIsLostIsSaidBeforehand();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    void begin(const QString &builtIn = u"practice"_s)
    {
        m_stage = std::make_unique<ConnectStage>(u"http"_s, builtIn);
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    /// Beside "test" a plain OAuth 2.0 server, which knows the app by its secret, or by its id alone.
    Registration beginStandard(const QByteArray &more = {})
    {
        begin();
        m_server = std::make_unique<ScriptedServer>();
        QByteArray json = standardProvider(m_server->serverPort(), more);
        json.replace("\"id\": \"test\"", "\"id\": \"login\"").replace("/test/", "/login/").replace("Test", "Login");
        stage().desk.catalog.save(json).value();
        return saveApp(u"login"_s);
    }
    Registration saveApp(const QString &provider)
    {
        return accounts()
            .save({.id = {},
                   .providerId = provider,
                   .name = u"Shop app"_s,
                   .clientId = ConnectStage::appId(),
                   .redirectAddresses = {stage().redirectAddress},
                   .broker = broker})
            .value();
    }
    Account adopt(const Registration &app, const QString &accountType = {})
    {
        NewAccount made{.token = Secret("access-1"_ba)};
        made.account.providerId = app.providerId;
        made.account.registrationId = app.id;
        made.account.userId = u"7"_s;
        made.account.username = u"anna"_s;
        made.account.accountType = accountType;
        made.account.issueToken(TokenKind::LongLived, 60 * 24h, stage().clock.now());
        Awaited<Account> answer;
        accounts().adopt(std::move(made), &answer.context, answer.callback());
        return answer.wait().value_or(Account());
    }
    /// What the window says where the token is to be revoked.
    QString askToRevoke(const Account &account, const QString &box)
    {
        RevokeActions actions(stage().services, m_window.get());
        actions.revoke(account.id);
        const auto *told = m_window->findChild<QMessageBox *>(box);
        return told ? told->text() + u' ' + told->informativeText() : QString();
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<QWidget> m_window;
};

// -- revoking

void TestBrokerLimits::aTokenThatTakesTheSecretToBeRevokedIsNotAskedFor()
{
    const Account account = adopt(beginStandard());
    const QString told = askToRevoke(account, u"noRevocation"_s);
    QVERIFY2(told.contains(host) && told.contains("Have it ended by who runs that broker"_L1), qPrintable(told));
    Awaited<void> revoked; // nor by anybody else
    accounts().revoke(account.id, &revoked.context, revoked.callback());
    QVERIFY(!revoked.wait());
    QVERIFY(m_server->requests().isEmpty());
    QVERIFY(!accounts().pendingRevocation(account.id));
    QCOMPARE(accounts().status(account.id).status, Status::Working);
}

void TestBrokerLimits::aPublicClientsTokenIsRevoked()
{
    const Account account = adopt(beginStandard(R"("clientAuthentication": "none",)"));
    m_server->answer(200, {});
    QVERIFY(!askToRevoke(account, u"revokeQuestion"_s).isEmpty());
    Awaited<void> revoked;
    accounts().revoke(account.id, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    QCOMPARE(accounts().status(account.id).status, Status::Revoked);
}

/// Without a broker: it was typed for the sign-in, and the server wants it once more.
void TestBrokerLimits::aSecretThatIsNotKeptIsSaidToBeMissing()
{
    Registration app = beginStandard();
    app.broker.clear();
    const Account account = adopt(accounts().save(app).value());
    m_server->answer(401, R"({"error":"invalid_client"})");
    RevokeActions actions(stage().services, m_window.get());
    actions.revokeNow(account.id, Afterwards::Keep);
    QTRY_VERIFY(m_window->findChild<QMessageBox *>(u"notRevoked"_s));
    const QString told = m_window->findChild<QMessageBox *>(u"notRevoked"_s)->informativeText();
    QVERIFY2(told.contains("Login wants the app secret for this, and it is not kept here"_L1), qPrintable(told));
    QVERIFY2(told.contains(u"Keep the secret of the app in “Your apps”"_s), qPrintable(told));
}

void TestBrokerLimits::aSystemUsersTokenNamesWhoCanEndIt()
{
    begin(u"practicefacebook"_s);
    const QString told = askToRevoke(adopt(saveApp(u"test"_s), facebookServer), u"noRevocation"_s);
    QVERIFY2(told.contains(host) && told.contains("Business settings"_L1), qPrintable(told));
    QVERIFY(!told.contains("Keep the secret"_L1)); // it would not be used
}

void TestBrokerLimits::aPersonsTokenAtFacebookNeedsNoSecretForIt()
{
    begin(u"practicefacebook"_s);
    QVERIFY(!askToRevoke(adopt(saveApp(u"test"_s), facebookPerson), u"revokeQuestion"_s).isEmpty());
}

// -- another device

void TestBrokerLimits::anotherDeviceIsNotOfferedInVain()
{
    beginStandard();
    stage().open();
    QVERIFY(stage().sees(u"scopePicker"_s));
    QVERIFY(!stage().sees(u"signInElsewhere"_s));
    const QString note = stage().read(u"noDeviceNote"_s);
    QVERIFY2(note.contains(host) && note.contains("Login wants the app secret"_L1), qPrintable(note));
    stage().dialog->chooseProvider(u"practice-facebook"_s); // another way has none of that
    QVERIFY(stage().sees(u"signInElsewhere"_s));
    QVERIFY(!stage().sees(u"noDeviceNote"_s));
}

void TestBrokerLimits::whereTheSecretIsHereAnotherDeviceIsOffered()
{
    Registration app = beginStandard();
    app.broker.clear();
    QVERIFY(accounts().save(app));
    stage().open();
    QVERIFY(stage().sees(u"signInElsewhere"_s));
    QVERIFY(!stage().sees(u"noDeviceNote"_s));
}

void TestBrokerLimits::atFacebookTheClientTokenWillDoForIt()
{
    begin(u"practicefacebook"_s);
    saveApp(u"test"_s);
    stage().open();
    QVERIFY(stage().sees(u"signInElsewhere"_s));
    QVERIFY(!stage().sees(u"noDeviceNote"_s));
}

// -- the rest

/// A server without a profile is asked about the token itself, which takes the secret.
void TestBrokerLimits::aCheckThatTakesTheSecretSaysWhoHasIt()
{
    begin();
    m_server = std::make_unique<ScriptedServer>();
    QByteArray json = standardProvider(m_server->serverPort());
    json.replace("\"id\": \"test\"", "\"id\": \"login\"").replace("/test/", "/login/");
    const qsizetype profile = json.indexOf("\"profile\"");
    json.remove(profile, json.indexOf(',', profile) + 1 - profile);
    stage().desk.catalog.save(json).value();
    const Account account = adopt(saveApp(u"login"_s));
    Awaited<void> checked;
    accounts().check(account.id, &checked.context, checked.callback());
    const Result<void> result = checked.wait();
    QVERIFY(!result);
    const ErrorText said = describe(result.error(), u"Login"_s);
    QCOMPARE(said.happened, u"This takes the app secret, and login.example.org keeps that."_s);
    QVERIFY(said.todo.contains("runs that broker"_L1));
    QVERIFY(m_server->requests().isEmpty());
    QCOMPARE(accounts().status(account.id).status, Status::Working);
}

void TestBrokerLimits::anAppThatWantsSignedRequestsSaysWhatHelps()
{
    begin(u"practicefacebook"_s);
    Registration app = saveApp(u"test"_s);
    app.broker = u"http://127.0.0.1:%1/facebook/broker"_s.arg(stage().server.port());
    QVERIFY(accounts().save(app));
    stage().server.requireProof();
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().read(u"errorHappened"_s).contains("signed with its app secret"_L1));
    QVERIFY2(stage().read(u"errorTodo"_s).contains("Where a broker keeps the secret"_L1),
             qPrintable(stage().read(u"errorTodo"_s)));
    QVERIFY(accounts().all().isEmpty());
}

void TestBrokerLimits::whatIsLostIsSaidBeforehand_data()
{
    QTest::addColumn<QString>("builtIn");
    QTest::addColumn<QString>("said");
    QTest::newRow("Instagram: nothing") << u"practice"_s << QString();
    QTest::newRow("Facebook: signed requests") << u"practicefacebook"_s << u"“Require app secret” has to be off"_s;
    QTest::newRow("another server: revoking, another device") << QString() << u"revoking a token"_s;
}

/// Where the broker is entered, and on the page of the app in the connect dialog.
void TestBrokerLimits::whatIsLostIsSaidBeforehand()
{
    QFETCH(const QString, builtIn);
    QFETCH(const QString, said);
    Registration app;
    if (builtIn.isEmpty()) {
        app = beginStandard();
    } else {
        begin(builtIn);
        app = saveApp(u"test"_s);
    }
    AppsDialog apps(stage().services);
    apps.open();
    apps.choose(app.id);
    const auto *limits = apps.findChild<QLabel *>(u"brokerLimits"_s);
    QCOMPARE(limits->isVisible(), !said.isEmpty());
    QVERIFY2(limits->text().contains(said), qPrintable(limits->text()));
    apps.close();
    stage().open();
    QVERIFY(stage().click(u"connectBack"_s));
    const QString note = stage().read(u"brokerNote"_s);
    QVERIFY2(note.contains(host) && note.contains(said), qPrintable(note));
}

QTEST_MAIN(TestBrokerLimits)
#include "tst_brokerlimits.moc"
