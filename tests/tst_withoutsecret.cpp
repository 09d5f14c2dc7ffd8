// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/batch.h"
#include "accounts/renewer.h"
#include "practice/practicetokens.h"
#include "support/canaries.h"
#include "support/connectstage.h"
#include "support/pastedtoken.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A30. A seat on which no app secret is kept: it is typed for a sign-in and gone after it.
class TestWithoutSecret : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>();
        m_stage->saveApp(false);
        m_stage->open();
        m_stage->type(u"appSecret"_s, m_stage->appSecret());
        QVERIFY(!m_stage->find<QCheckBox>(u"keepSecret"_s)->isChecked());
        QVERIFY(m_stage->click(u"connectPrimary"_s));
    }
    void cleanup() { m_stage.reset(); }

    void tokensAreRenewedForMonthsWithoutIt();
    void itIsNowhereOnTheSeatAfterwards();
    void whatIsPastedNeedsNone();
    void theDayOfAPersonIsDoneWithoutIt();
    void theNextSignInAsksForIt();
    void whereItDoesNotExtendTheHourIsUsedAndATypedOneMendsIt();
    void aFreshLoginIsAskedForOnlyWhereWanted();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    void connectAccount()
    {
        QVERIFY(stage().click(u"connectPrimary"_s));
        stage().answer();
        QVERIFY(stage().comesToSee(u"doneTitle"_s));
    }
    bool noSecretIsKept() { return stage().keychain.keys().filter(u"secret"_s).isEmpty(); }

    std::unique_ptr<ConnectStage> m_stage;
};

void TestWithoutSecret::tokensAreRenewedForMonthsWithoutIt()
{
    connectAccount();
    QVERIFY(noSecretIsKept());
    stage().dialog.reset();
    Renewer renewer(accounts(), stage().clock);
    QSignalSpy rounds(&renewer, &Renewer::roundFinished);
    renewer.start();
    const QString id = accounts().all().value(0).id;
    for (int week = 1; week <= 12; ++week) {
        stage().clock.advance(24h * 8);
        rounds.clear();
        renewer.look();
        QTRY_VERIFY(!rounds.isEmpty());
        QTRY_COMPARE(accounts().find(id)->issuedAt.date(), stage().clock.now().date());
        QCOMPARE(accounts().status(id).status, Status::Working);
    }
    QVERIFY(noSecretIsKept());
    QCOMPARE(stage().server.requests().count(u"GET /refresh_access_token"_s), 12);
    QCOMPARE(stage().server.requests().count(u"GET /access_token"_s), 1); // the one that had the secret
}

/// Neither in the keychain nor in any file, through restarts and renewals.
void TestWithoutSecret::itIsNowhereOnTheSeatAfterwards()
{
    Canaries canaries;
    canaries.plant(ConnectStage::appSecret().toLatin1());
    connectAccount();
    stage().dialog.reset();
    for (int month = 1; month <= 3; ++month) {
        stage().clock.advance(24h * 30);
        stage().desk.restart();
        const QString id = accounts().all().value(0).id;
        Awaited<Account> renewed;
        accounts().renew(id, &renewed.context, renewed.callback());
        QVERIFY(renewed.wait());
        QCOMPARE(accounts().find(id)->expiresAt, stage().clock.now().addDays(60));
    }
    QVERIFY(!accounts().registrations().value(0).secretKept);
    for (const QString &key : stage().keychain.keys())
        QVERIFY2(canaries.in(stage().keychain.value(key).view().toByteArray()).isEmpty(), qPrintable(key));
    QCOMPARE(canaries.below(stage().desk.folder()), QStringList());
}

/// Nothing of the app that the token is of is known to the seat, not even which it is.
void TestWithoutSecret::whatIsPastedNeedsNone()
{
    stage().server.setClientSecret(u"no-seat-knows-this"_s);
    stage().open();
    stage().dialog->askForToken(Secret(mintPracticeToken(givenToken(stage().clock.now()))));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    const QString id = accounts().all().value(0).id;
    for (int month = 1; month <= 3; ++month) {
        stage().clock.advance(24h * 30);
        Awaited<Account> renewed;
        accounts().renew(id, &renewed.context, renewed.callback());
        QVERIFY(renewed.wait());
    }
    QCOMPARE(accounts().status(id).detail, StatusDetail::RenewsOn);
    QCOMPARE(stage().server.requests().count(u"GET /refresh_access_token"_s), 3);
    QVERIFY(noSecretIsKept());
}

/// Checked, copied, all renewed at once, read from, and removed.
void TestWithoutSecret::theDayOfAPersonIsDoneWithoutIt()
{
    connectAccount();
    const QString id = accounts().all().value(0).id;
    QSignalSpy copied(stage().dialog.get(), &ConnectDialog::copyRequested);
    QVERIFY(stage().click(u"copyToken"_s));
    QCOMPARE(copied.count(), 1);
    stage().clock.advance(24h * 2);
    Awaited<void> checked;
    accounts().check(id, &checked.context, checked.callback());
    QVERIFY(checked.wait());
    Batch batch(accounts(), stage().desk.catalog, stage().clock);
    QSignalSpy ended(&batch, &Batch::finished);
    batch.start(Batch::Work::Renew, {id});
    QVERIFY(ended.wait());
    QCOMPARE(accounts().find(id)->issuedAt.date(), stage().clock.now().date());
    Awaited<void> removed;
    accounts().remove(id, &removed.context, removed.callback());
    QVERIFY(removed.wait());
    QVERIFY(noSecretIsKept());
    QCOMPARE(stage().server.requests().count(u"GET /access_token"_s), 1); // the one that had the secret
}

void TestWithoutSecret::theNextSignInAsksForIt()
{
    connectAccount();
    stage().open();
    QVERIFY(stage().sees(u"appSecret"_s));
    QVERIFY(stage().read(u"appSecret"_s).isEmpty());
    QVERIFY(!stage().click(u"connectPrimary"_s));
}

void TestWithoutSecret::whereItDoesNotExtendTheHourIsUsedAndATypedOneMendsIt()
{
    stage().server.inject({.name = u"unavailable"_s, .endpoint = u"extend"_s, .times = 1});
    connectAccount();
    const QString id = accounts().all().value(0).id;
    QCOMPARE(accounts().status(id).detail, StatusDetail::OneHourOnly);
    QVERIFY(stage().read(u"doneLife"_s).contains("one hour only"_L1));
    QVERIFY(stage().click(u"doneTryAgain"_s)); // with what was typed
    QTRY_COMPARE(accounts().status(id).detail, StatusDetail::RenewsOn);
    QVERIFY(noSecretIsKept());
}

void TestWithoutSecret::aFreshLoginIsAskedForOnlyWhereWanted()
{
    const auto asked = [this] { return QUrlQuery(stage().opened.last()).queryItemValue(u"force_reauth"_s); };
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QCOMPARE(asked(), QString());
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().click(u"anotherAccount"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QTRY_COMPARE(asked(), u"true"_s);
}

QTEST_MAIN(TestWithoutSecret)
#include "tst_withoutsecret.moc"
