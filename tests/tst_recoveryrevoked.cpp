// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/scriptedserver.h"
#include "support/signintrial.h"
#include "support/standardprovider.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// A person wanted a token to end, and then the database was lost: what the keychain knows has to do.
class TestRecoveryRevoked : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void whatWasToBeRevokedStillIs_data();
    void whatWasToBeRevokedStillIs();
    void aDatabaseThatIsReplacedAtRunTimeForgetsNoneOfIt();
    void whatWasRevokedIsShownAsRevoked();
    void whatWasGivenUpIsNotTaken();
    void aNewSignInMeanwhileIsNotRevoked();

private:
    Account adopt(const QByteArray &token);
    Result<void> revoke(Afterwards afterwards);
    void keychainKnows();
    void loseDatabase();
    void find();
    void look();
    Accounts &accounts() { return m_desk->accounts(); }
    qsizetype asked() const { return m_server->requests().size(); }

    ManualClock m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Desk> m_desk;
    QString m_id;
};

void TestRecoveryRevoked::init()
{
    m_desk.reset();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_server = std::make_unique<ScriptedServer>();
    m_desk = std::make_unique<Desk>(*m_keychain, m_clock, standardProvider(m_server->serverPort()));
    QVERIFY(accounts().save({.id = u"r"_s, .providerId = u"test"_s, .name = u"App"_s, .clientId = u"app"_s}));
    m_id = adopt("access-1").id;
}

Account TestRecoveryRevoked::adopt(const QByteArray &token)
{
    NewAccount made{.token = Secret(token)};
    made.account.providerId = u"test"_s;
    made.account.registrationId = u"r"_s;
    made.account.userId = u"7"_s;
    made.account.issueToken(TokenKind::LongLived, 90 * 24h, m_clock.now());
    Awaited<Account> answer;
    accounts().adopt(std::move(made), &answer.context, answer.callback());
    return answer.wait().value_or(Account{});
}

Result<void> TestRecoveryRevoked::revoke(Afterwards afterwards)
{
    Awaited<void> answer;
    accounts().revoke(m_id, &answer.context, answer.callback(), afterwards);
    return answer.wait();
}

void TestRecoveryRevoked::keychainKnows()
{
    accounts().reconcile();
    QTRY_VERIFY(!m_desk->database().stalePage().value());
}

/// As a start finds it: nothing can be read of the file.
void TestRecoveryRevoked::loseDatabase()
{
    keychainKnows();
    m_desk->loseDatabase();
    QVERIFY(accounts().all().isEmpty());
    QVERIFY(accounts().isRecovering());
}

void TestRecoveryRevoked::find()
{
    QSignalSpy recovered(&accounts(), &Accounts::recovered);
    accounts().recover();
    QVERIFY(recovered.wait());
}

void TestRecoveryRevoked::look()
{
    Renewer renewer(accounts(), m_clock);
    QSignalSpy ended(&renewer, &Renewer::roundFinished);
    renewer.look();
    QVERIFY(ended.count() > 0 || ended.wait(20'000));
}

void TestRecoveryRevoked::whatWasToBeRevokedStillIs_data()
{
    QTest::addColumn<Afterwards>("afterwards");
    QTest::addRow("and kept") << Afterwards::Keep;
    QTest::addRow("and removed") << Afterwards::Remove;
}

// A31: nothing forgets it, not even a database that is damaged.
void TestRecoveryRevoked::whatWasToBeRevokedStillIs()
{
    QFETCH(Afterwards, afterwards);
    m_server->answer(503, "{}");
    m_server->answer(200, {});
    QVERIFY(!revoke(afterwards));
    loseDatabase();
    find();
    QCOMPARE(accounts().status(m_id).detail, StatusDetail::RevocationPending);
    QVERIFY(!accounts().renewalDue(m_id).isValid()); // it is not kept alive against its owner's wish
    m_desk->restart();
    QCOMPARE(accounts().status(m_id).detail, StatusDetail::RevocationPending);
    look();
    QCOMPARE(asked(), 2);
    QCOMPARE(formOf(m_server->body(1)).value("token"), "access-1");
    if (afterwards == Afterwards::Remove)
        QVERIFY(accounts().all().isEmpty());
    else
        QCOMPARE(accounts().status(m_id).status, Status::Revoked);
}

void TestRecoveryRevoked::aDatabaseThatIsReplacedAtRunTimeForgetsNoneOfIt()
{
    m_server->answer(503, "{}");
    m_server->answer(200, {});
    QVERIFY(!revoke(Afterwards::Remove));
    accounts().replaceDatabase(); // what is known here goes into the new one
    QCOMPARE(accounts().status(m_id).detail, StatusDetail::RevocationPending);
    m_desk->restart();
    QCOMPARE(accounts().pendingRevocation(m_id)->afterwards, Afterwards::Remove);
    m_clock.advance(1min);
    look();
    QVERIFY(accounts().all().isEmpty());
}

void TestRecoveryRevoked::whatWasRevokedIsShownAsRevoked()
{
    m_server->answer(200, {});
    QVERIFY(revoke(Afterwards::Keep));
    loseDatabase();
    find();
    QCOMPARE(accounts().status(m_id).status, Status::Revoked);
    QVERIFY(!accounts().pendingRevocation(m_id));
    look();
    QCOMPARE(asked(), 1);
}

void TestRecoveryRevoked::whatWasGivenUpIsNotTaken()
{
    m_server->answer(503, "{}");
    QVERIFY(!revoke(Afterwards::Remove));
    keychainKnows();
    QVERIFY(accounts().giveUpRevoking(m_id));
    loseDatabase();
    find();
    QCOMPARE(accounts().status(m_id).status, Status::Working);
    look();
    QCOMPARE(asked(), 1);
}

void TestRecoveryRevoked::aNewSignInMeanwhileIsNotRevoked()
{
    m_server->answer(503, "{}");
    QVERIFY(!revoke(Afterwards::Remove));
    loseDatabase();
    QVERIFY(accounts().save({.id = u"r"_s, .providerId = u"test"_s, .name = u"App"_s, .clientId = u"app"_s}));
    const QString fresh = adopt("access-2").id;
    find();
    QCOMPARE(accounts().all().size(), 1);
    QCOMPARE(accounts().status(fresh).status, Status::Working);
    look();
    QCOMPARE(asked(), 1);
}

QTEST_GUILESS_MAIN(TestRecoveryRevoked)
#include "tst_recoveryrevoked.moc"
