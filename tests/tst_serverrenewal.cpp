// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "connect/secretfield.h"
#include "servertext.h"
#include "support/serverstage.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tokens for servers that were made: kept alive, checked and ended.
class TestServerRenewal : public QObject, protected ServerStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void atPracticeItIsRenewedAndRevokedAsWell();
    void itIsRenewedForMonthsByItself();
    void itIsRenewedByABrokerToo();
    void withoutTheSecretItSaysUntilWhen();
    void itIsRevokedByItsApp();
    void theAppsOwnTokenIsChecked();
    void anEndedOneIsMadeAnewInItsPlace();
};

void TestServerRenewal::atPracticeItIsRenewedAndRevokedAsWell()
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

void TestServerRenewal::itIsRenewedForMonthsByItself()
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

void TestServerRenewal::itIsRenewedByABrokerToo()
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

void TestServerRenewal::withoutTheSecretItSaysUntilWhen()
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

void TestServerRenewal::itIsRevokedByItsApp()
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

void TestServerRenewal::theAppsOwnTokenIsChecked()
{
    openPage();
    QVERIFY(stage().click(u"serverOfApp"_s));
    make();
    QVERIFY(check());
    QCOMPARE(accounts().status(only().id).status, Status::Working);
    stage().server.setClientSecret(u"fedcba9876543210fedcba9876543210"_s); // reset in the dashboard
    QVERIFY(!check());
}

void TestServerRenewal::anEndedOneIsMadeAnewInItsPlace()
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

QTEST_MAIN(TestServerRenewal)
#include "tst_serverrenewal.moc"
