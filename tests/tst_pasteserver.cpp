// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/adoption.h"
#include "accounts/renewer.h"
#include "practice/practicefacebooktokens.h"
#include "support/connectstage.h"

#include <QSignalSpy>
#include <QTest>
#include <optional>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A system user's token that somebody was given, of an app whose secret may be kept here.
class TestPasteServer : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_stage.reset(); }

    void ofAnAppWithItsSecretItIsRenewedAndRevoked();
    void withoutTheSecretItLastsToItsEnd();
    void ofAnotherAppItBelongsToNone();

private:
    QByteArray token(quint64 app) const;
    void adopt(const QByteArray &token);
    Accounts &accounts() { return m_stage->desk.accounts(); }
    Account only() { return accounts().all().value(0); }

    std::unique_ptr<ConnectStage> m_stage;
    std::optional<Error> m_refused;
};

void TestPasteServer::init()
{
    m_stage = std::make_unique<ConnectStage>(u"http"_s, u"practicefacebook"_s);
    m_stage->clock.advance(1s - std::chrono::milliseconds(m_stage->clock.now().time().msec())); // as Facebook counts
    m_refused.reset();
}

/// With an end in 50 days.
QByteArray TestPasteServer::token(quint64 app) const
{
    return mintPracticeFacebookToken({.kind = PracticeFacebookToken::Kind::SystemUser,
                                      .appId = app,
                                      .userId = 122100000000001u,
                                      .scopes = {u"pages_show_list"_s, u"instagram_basic"_s},
                                      .declined = {},
                                      .pages = {},
                                      .issuedAt = m_stage->clock.now().addSecs(-60),
                                      .expiresAt = m_stage->clock.now().addDays(50)});
}

void TestPasteServer::adopt(const QByteArray &token)
{
    Adoption adoption({.providerId = u"test"_s, .token = Secret(token)}, accounts(), m_stage->desk.catalog,
                      m_stage->desk.graph, m_stage->clock);
    bool kept = false;
    connect(&adoption, &Adoption::kept, this, [&kept] { kept = true; });
    connect(&adoption, &Adoption::refused, this, [this](const Error &error) { m_refused = error; });
    adoption.start();
    QTRY_VERIFY(kept || m_refused);
    QVERIFY2(kept, m_refused ? qPrintable(m_refused->what) : "");
    QCOMPARE(only().accountType, facebookServer);
    QCOMPARE(only().tokenKind, TokenKind::LongLived);
    QCOMPARE(only().expiresAt, m_stage->clock.now().addDays(50));
}

void TestPasteServer::ofAnAppWithItsSecretItIsRenewedAndRevoked()
{
    const Registration app = m_stage->saveApp(true);
    adopt(token(ConnectStage::appId().toULongLong()));
    QCOMPARE(only().registrationId, app.id);
    QCOMPARE(accounts().status(only().id).detail, StatusDetail::RenewsOn);
    Renewer renewer(accounts(), m_stage->clock);
    QSignalSpy rounds(&renewer, &Renewer::roundFinished);
    m_stage->clock.advance(24h * 9);
    renewer.look();
    QTRY_VERIFY(!rounds.isEmpty());
    QCOMPARE(only().expiresAt.date(), m_stage->clock.now().addDays(60).date());
    QVERIFY(accounts().canRevoke(only()));
    Awaited<void> revoked;
    accounts().revoke(only().id, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    QCOMPARE(accounts().status(only().id).status, Status::Revoked);
}

void TestPasteServer::withoutTheSecretItLastsToItsEnd()
{
    m_stage->saveApp(false);
    adopt(token(ConnectStage::appId().toULongLong()));
    QCOMPARE(accounts().status(only().id).detail, StatusDetail::Until);
    QVERIFY(!accounts().renewalDue(only().id).isValid());
    QVERIFY(!accounts().canRevoke(only()));
}

/// The app that is here could neither renew nor end it.
void TestPasteServer::ofAnotherAppItBelongsToNone()
{
    m_stage->saveApp(true);
    adopt(token(9876543210987654u));
    QCOMPARE(only().registrationId, QString());
    QCOMPARE(accounts().status(only().id).detail, StatusDetail::Until);
    QVERIFY(!accounts().canRevoke(only()));
}

QTEST_MAIN(TestPasteServer)
#include "tst_pasteserver.moc"
