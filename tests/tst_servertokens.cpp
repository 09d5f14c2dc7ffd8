// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "connect/secretfield.h"
#include "practice/practicefacebooktokens.h"
#include "servertext.h"
#include "support/connectstage.h"
#include "support/settle.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString robot = u"122100000000001"_s;
constexpr quint64 administrator = 10227000000000002;
const QString graph = u"/facebook/v26.0"_s;

} // namespace

/// Tokens for servers, of a system user and of an app itself: made, renewed and ended through the real dialog, against
/// Practice as Facebook behind a provider that wants an app like any other.
class TestServerTokens : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>(u"http"_s, u"practicefacebook"_s);
        m_stage->clock.advance(1s
                               - std::chrono::milliseconds(m_stage->clock.now().time().msec())); // as Facebook counts
    }
    void cleanup() { m_stage.reset(); }

    void aSystemUsersTokenIsMade();
    void oneWithoutAnEndIsMade();
    void theAppsOwnTokenIsKept();
    void theTypedSecretIsKeptWhereItIsWanted();
    void theWayStandsAmongTheOthers();
    void atPracticeNoAppIsNeeded();
    void atPracticeItIsRenewedAndRevokedAsWell();

    void itIsRenewedForMonthsByItself();
    void itIsRenewedByABrokerToo();
    void withoutTheSecretItSaysUntilWhen();
    void itIsRevokedByItsApp();
    void theAppsOwnTokenIsChecked();
    void anEndedOneIsMadeAnewInItsPlace();

    void aPersonWithoutTheRightIsRefused();
    void anIdThatIsNobodysIsRefused();
    void aWrongSecretIsNamed();
    void whatIsNoTokenIsSaidBeforeAnythingIsAsked_data();
    void whatIsNoTokenIsSaidBeforeAnythingIsAsked();
    void anAppWhoseSecretABrokerKeepsGivesNone();
    void closedWhileTheTokenIsMade();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    Account only() { return accounts().all().value(0); }
    QByteArray admin(quint64 person = administrator, const QStringList &scopes = {u"business_management"_s}) const;
    /// To the page, with an app whose secret is kept.
    void openPage();
    void fill(const QByteArray &asking, const QString &id = robot);
    Account make();
    Result<void> check();

    std::unique_ptr<ConnectStage> m_stage;
};

QByteArray TestServerTokens::admin(quint64 person, const QStringList &scopes) const
{
    const QDateTime now = m_stage->clock.now();
    return mintPracticeFacebookToken({.kind = PracticeFacebookToken::Kind::LongUser,
                                      .appId = ConnectStage::appId().toULongLong(),
                                      .userId = person,
                                      .scopes = scopes,
                                      .declined = {},
                                      .pages = {},
                                      .issuedAt = now.addSecs(-60),
                                      .expiresAt = now.addDays(50)});
}

void TestServerTokens::openPage()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"serverToken"_s));
    QVERIFY(stage().sees(u"serverOfUser"_s));
}

void TestServerTokens::fill(const QByteArray &asking, const QString &id)
{
    stage().type(u"systemUserId"_s, id);
    stage().find<SecretField>(u"askingToken"_s)->setContent(Secret(asking));
}

Account TestServerTokens::make()
{
    return stage().click(u"connectPrimary"_s) && stage().comesToSee(u"doneTitle"_s) ? only() : Account();
}

Result<void> TestServerTokens::check()
{
    Awaited<void> checked;
    accounts().check(only().id, &checked.context, checked.callback());
    return checked.wait();
}

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

void TestServerTokens::atPracticeItIsRenewedAndRevokedAsWell()
{
    stage().open();
    QVERIFY(stage().click(u"practice-facebookCard"_s));
    QVERIFY(stage().click(u"serverToken"_s));
    PracticeFacebookToken token = *readPracticeFacebookToken(admin());
    token.appId = PracticeServer::clientId().toULongLong();
    fill(mintPracticeFacebookToken(token));
    const QString id = make().id;
    QCOMPARE(accounts().status(id).detail, StatusDetail::RenewsOn);
    stage().clock.advance(24h * 9);
    Awaited<Account> renewed;
    accounts().renew(id, &renewed.context, renewed.callback());
    QVERIFY(renewed.wait());
    QCOMPARE(only().expiresAt, stage().clock.now().addDays(60));
    Awaited<void> revoked;
    accounts().revoke(id, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    QCOMPARE(check().error().kind, ErrorKind::Rejected);
}

// -- kept alive and ended

void TestServerTokens::itIsRenewedForMonthsByItself()
{
    openPage();
    fill(admin());
    const QString id = make().id;
    stage().dialog.reset();
    Renewer renewer(accounts(), stage().clock);
    QSignalSpy rounds(&renewer, &Renewer::roundFinished);
    for (int week = 1; week <= 10; ++week) {
        stage().clock.advance(24h * 8);
        rounds.clear();
        renewer.look();
        QTRY_VERIFY(!rounds.isEmpty());
        QTRY_COMPARE(accounts().find(id)->expiresAt.date(), stage().clock.now().addDays(60).date());
        QCOMPARE(accounts().status(id).detail, StatusDetail::RenewsOn);
    }
    QCOMPARE(only().tokenKind, TokenKind::LongLived);
    QVERIFY(check());
}

void TestServerTokens::itIsRenewedByABrokerToo()
{
    openPage();
    fill(admin());
    const QString id = make().id;
    stage().dialog.reset();
    Registration app = accounts().registrations().value(0);
    app.broker = u"http://127.0.0.1:%1/facebook/broker"_s.arg(stage().server.port());
    QVERIFY(accounts().save(app));
    Awaited<void> forgotten;
    accounts().forgetSecret(app.id, &forgotten.context, forgotten.callback());
    QVERIFY(forgotten.wait());
    stage().clock.advance(24h * 10);
    QCOMPARE(accounts().status(id).detail, StatusDetail::RenewsOn);
    Awaited<Account> renewed;
    accounts().renew(id, &renewed.context, renewed.callback());
    QVERIFY(renewed.wait());
    QCOMPARE(only().expiresAt, stage().clock.now().addDays(60));
    QVERIFY(stage().server.requests().contains("POST /facebook/broker"_L1));
    QVERIFY(!accounts().canRevoke(only())); // that takes the secret itself
}

void TestServerTokens::withoutTheSecretItSaysUntilWhen()
{
    openPage();
    fill(admin());
    const QString id = make().id;
    Awaited<void> forgotten;
    accounts().forgetSecret(only().registrationId, &forgotten.context, forgotten.callback());
    QVERIFY(forgotten.wait());
    QCOMPARE(accounts().status(id).detail, StatusDetail::Until);
    QVERIFY(!accounts().renewalDue(id).isValid());
    QVERIFY(describeServerToken(only(), accounts().secretFor(only())).contains("not renewed"_L1));
    Awaited<Account> renewed; // by hand as well
    accounts().renew(id, &renewed.context, renewed.callback());
    QCOMPARE(renewed.wait().error().kind, ErrorKind::InvalidInput);
    QVERIFY(!only().refused);
}

void TestServerTokens::itIsRevokedByItsApp()
{
    openPage();
    fill(admin());
    make();
    QVERIFY(check());
    QVERIFY(accounts().canRevoke(only()));
    Awaited<void> revoked;
    accounts().revoke(only().id, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    QVERIFY(stage().server.requests().contains("GET %1/oauth/revoke"_L1.arg(graph)));
    QCOMPARE(accounts().status(only().id).status, Status::Revoked);
    QCOMPARE(check().error().kind, ErrorKind::Rejected); // and so says Facebook
}

void TestServerTokens::theAppsOwnTokenIsChecked()
{
    openPage();
    QVERIFY(stage().click(u"serverOfApp"_s));
    make();
    QVERIFY(check());
    QCOMPARE(accounts().status(only().id).status, Status::Working);
    stage().server.setClientSecret(u"fedcba9876543210fedcba9876543210"_s); // reset in the dashboard
    QVERIFY(!check());
}

void TestServerTokens::anEndedOneIsMadeAnewInItsPlace()
{
    openPage();
    fill(admin());
    const Account first = make();
    QVERIFY(accounts().rename(first.id, u"Backend"_s));
    stage().clock.advance(24h * 61);
    QCOMPARE(accounts().status(first.id).status, Status::Expired);
    stage().open();
    stage().dialog->reconnect(first.id);
    QCOMPARE(stage().read(u"systemUserId"_s), robot);
    stage().find<SecretField>(u"askingToken"_s)->setContent(Secret(admin()));
    const Account again = make();
    QCOMPARE(again.id, first.id);
    QCOMPARE(again.displayName(), u"Backend"_s);
    QCOMPARE(accounts().all().size(), 1);
    QCOMPARE(accounts().status(first.id).status, Status::Working);
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
