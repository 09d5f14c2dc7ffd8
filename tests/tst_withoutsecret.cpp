// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "support/connectstage.h"

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
