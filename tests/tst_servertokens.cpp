// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/secretfield.h"
#include "support/serverstage.h"
#include "support/settle.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// Tokens for servers, of a system user and of an app itself: made through the real dialog, against Practice as
/// Facebook behind a provider that wants an app like any other.
class TestServerTokens : public QObject, protected ServerStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void aSystemUsersTokenIsMade();
    void oneWithoutAnEndIsMade();
    void theAppsOwnTokenIsKept();
    void theTypedSecretIsKeptWhereItIsWanted();
    void theWayStandsAmongTheOthers();
    void atPracticeNoAppIsNeeded();
    void aPersonWithoutTheRightIsRefused();
    void anIdThatIsNobodysIsRefused();
    void aWrongSecretIsNamed();
    void whatIsNoTokenIsSaidBeforeAnythingIsAsked_data();
    void whatIsNoTokenIsSaidBeforeAnythingIsAsked();
    void anAppWhoseSecretABrokerKeepsGivesNone();
    void closedWhileTheTokenIsMade();
};

// -- made

void TestServerTokens::aSystemUsersTokenIsMade()
{
    openPage();
    fill(admin());
    const Account account = make();
    QCOMPARE(account.accountType, facebookServer);
    QCOMPARE(account.userId, robot);
    QCOMPARE(account.name, u"Practice Robot"_s);
    QCOMPARE(account.tokenKind, TokenKind::LongLived);
    QCOMPARE(account.expiresAt, stage().clock.now().addDays(60));
    QVERIFY(account.grantedKnown);
    QVERIFY(account.grantedScopes.contains("instagram_basic"_L1));
    QCOMPARE(account.requestedScopes, account.grantedScopes);
    QCOMPARE(account.registrationId, accounts().registrations().value(0).id);
    QCOMPARE(accounts().status(account.id).detail, StatusDetail::RenewsOn);
    QVERIFY(stage().read(u"doneNote"_s).contains("system user"_L1));
    QVERIFY(stage().server.requests().contains("POST %1/%2/access_tokens"_L1.arg(graph, robot)));
    QCOMPARE(stage().keychain.keys().size(), 2); // the secret and the token: not what it was asked for with
}

void TestServerTokens::oneWithoutAnEndIsMade()
{
    openPage();
    fill(admin());
    QVERIFY(stage().click(u"serverTokenEnds"_s));
    const Account account = make();
    QCOMPARE(account.tokenKind, TokenKind::NoExpiry);
    QVERIFY(!account.expiresAt.isValid());
    QCOMPARE(accounts().status(account.id).detail, StatusDetail::NoExpiryDate);
}

void TestServerTokens::theAppsOwnTokenIsKept()
{
    openPage();
    QVERIFY(stage().click(u"serverOfApp"_s));
    QVERIFY(!stage().sees(u"systemUserId"_s));
    const Account account = make();
    QCOMPARE(account.accountType, facebookAppItself);
    QCOMPARE(account.userId, stage().appId());
    QCOMPARE(account.name, u"Shop app"_s);
    QCOMPARE(account.tokenKind, TokenKind::NoExpiry);
    QVERIFY(!account.dataAccessExpiresAt.isValid());
    QVERIFY(stage().read(u"doneNote"_s).contains("reaches no account"_L1));
    QVERIFY(!accounts().renewalDue(account.id).isValid());
    QVERIFY(!accounts().canRevoke(account));
    Awaited<Secret> token;
    accounts().token(account.id, &token.context, token.callback());
    const Result<Secret> kept = token.wait();
    QVERIFY(kept && kept->view().startsWith(stage().appId().toLatin1() + '|'));
    QVERIFY(!kept->view().toByteArray().contains(stage().appSecret().toLatin1()));
}

void TestServerTokens::theTypedSecretIsKeptWhereItIsWanted()
{
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
    stage().type(u"appId"_s, stage().appId());
    stage().type(u"appSecret"_s, stage().appSecret());
    QVERIFY(stage().click(u"keepSecret"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"serverToken"_s));
    fill(admin());
    QCOMPARE(make().accountType, facebookServer);
    QVERIFY(accounts().registrations().value(0).secretKept);
    QCOMPARE(accounts().status(only().id).detail, StatusDetail::RenewsOn);
}

void TestServerTokens::theWayStandsAmongTheOthers()
{
    stage().open();
    QVERIFY(stage().click(u"serverCard"_s));
    QVERIFY(stage().read(u"connectSentence"_s).contains("Facebook"_L1)); // its app comes first
    stage().type(u"appId"_s, stage().appId());
    stage().type(u"appSecret"_s, stage().appSecret());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QCOMPARE(stage().read(u"connectTitle"_s), u"A token for a server"_s);
    QVERIFY(!stage().click(u"connectPrimary"_s)); // the system user is to be named
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"appId"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().click(u"testCard"_s)); // and a sign-in is one again
    stage().type(u"appId"_s, stage().appId());
    stage().type(u"appSecret"_s, stage().appSecret());
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().sees(u"scopePicker"_s));
}

void TestServerTokens::atPracticeNoAppIsNeeded()
{
    stage().open();
    QVERIFY(stage().click(u"practice-facebookCard"_s));
    QVERIFY(stage().click(u"serverToken"_s));
    QVERIFY(stage().click(u"serverOfApp"_s));
    const Account account = make();
    QCOMPARE(account.providerId, u"practice-facebook"_s);
    QCOMPARE(account.userId, PracticeServer::clientId());
    QVERIFY(accounts().registrations().isEmpty());
}

// -- refused

void TestServerTokens::aPersonWithoutTheRightIsRefused()
{
    openPage();
    fill(admin(administrator, {u"pages_show_list"_s}));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY2(stage().read(u"errorHappened"_s).contains("permission"_L1), qPrintable(stage().read(u"errorHappened"_s)));
    QVERIFY(accounts().all().isEmpty());
    QVERIFY(stage().click(u"connectBack"_s)); // nothing is lost
    QCOMPARE(stage().read(u"systemUserId"_s), robot);
    stage().find<SecretField>(u"askingToken"_s)->setContent(Secret(admin()));
    QCOMPARE(make().accountType, facebookServer);
}

void TestServerTokens::anIdThatIsNobodysIsRefused()
{
    openPage();
    fill(admin(), u"122100000000009"_s);
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(accounts().all().isEmpty());
}

void TestServerTokens::aWrongSecretIsNamed()
{
    openPage();
    stage().server.setClientSecret(u"fedcba9876543210fedcba9876543210"_s);
    QVERIFY(stage().click(u"serverOfApp"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QCOMPARE(stage().read(u"errorHappened"_s), u"The app secret does not fit the app."_s);
    QVERIFY(accounts().all().isEmpty());
}

void TestServerTokens::whatIsNoTokenIsSaidBeforeAnythingIsAsked_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QString>("said");
    QTest::newRow("an Instagram token") << QByteArray("IGAA" + QByteArray(80, 'x')) << u"no Facebook token"_s;
    QTest::newRow("cut off") << QByteArray("EAABsbCS1iHgBAK0ZC") << u"missing"_s;
    QTest::newRow("a word") << QByteArray("hello") << u"no Facebook token"_s;
}

void TestServerTokens::whatIsNoTokenIsSaidBeforeAnythingIsAsked()
{
    QFETCH(QByteArray, pasted);
    QFETCH(QString, said);
    openPage();
    const qsizetype asked = stage().server.requests().size();
    fill(pasted);
    QVERIFY2(stage().read(u"askingTokenHint"_s).contains(said), qPrintable(stage().read(u"askingTokenHint"_s)));
    QVERIFY(!stage().click(u"connectPrimary"_s));
    QCOMPARE(stage().server.requests().size(), asked);
}

void TestServerTokens::anAppWhoseSecretABrokerKeepsGivesNone()
{
    Registration app = stage().saveApp(false);
    app.broker = u"https://login.example.org/broker"_s;
    QVERIFY(accounts().save(app));
    stage().open();
    QVERIFY(stage().click(u"serverToken"_s));
    QVERIFY(stage().read(u"serverTrouble"_s).contains("login.example.org"_L1));
    QVERIFY(stage().click(u"serverOfApp"_s));
    QVERIFY(!stage().click(u"connectPrimary"_s));
}

void TestServerTokens::closedWhileTheTokenIsMade()
{
    openPage();
    fill(admin());
    stage().server.inject({.name = u"hang"_s, .endpoint = u"server-token"_s});
    QVERIFY(stage().click(u"connectPrimary"_s));
    QTRY_VERIFY(stage().server.requests().contains("POST %1/%2/access_tokens"_L1.arg(graph, robot)));
    stage().dialog.reset();
    QVERIFY(comesToRest(stage().desk.transport));
    QVERIFY(accounts().all().isEmpty());
    QCOMPARE(stage().keychain.keys().size(), 1); // the app secret
}

QTEST_MAIN(TestServerTokens)
#include "tst_servertokens.moc"
