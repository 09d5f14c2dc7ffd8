// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/adoption.h"
#include "practice/practicefacebooktokens.h"
#include "support/connectstage.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = PracticeFacebookToken::Kind;

/// A Facebook token that is there already, through the real dialog.
class TestPasteFacebook : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>();
        m_stage->clock.advance(1s
                               - std::chrono::milliseconds(m_stage->clock.now().time().msec())); // as Facebook counts
    }
    void cleanup() { m_stage.reset(); }

    void pageTokenIsKeptWithoutAnEnd();
    void systemUsersTokenIsKept();
    void systemUsersTokenWithAnEndIsRenewedAndRevoked();
    void personsShortTokenIsExtended();
    void personsLongTokenKeepsItsEnd();
    void endedTokenIsRefusedInWords();
    void theSameTokenTwiceIsOneAccount();
    void itsIssueIsToldByFacebook();

    void anAppsOwnTokenIsKept_data();
    void anAppsOwnTokenIsKept();
    void anAppsOwnTokenBelongsToTheSavedApp();
    void anAppsOwnTokenAmongMany();
    void anAppsTokenThatIsNoneIsRefused();
    void closedWhileAnAppsTokenIsLookedAt();

private:
    ConnectStage &stage() { return *m_stage; }
    QByteArray token(Kind kind, const QDateTime &end = {}) const;
    void paste(const QByteArray &text);
    Account kept();
    static QByteArray appToken()
    {
        return (PracticeServer::clientId() + u'|' + PracticeServer::clientSecret()).toLatin1();
    }
    void pasteAppToken(const QByteArray &text);

    std::unique_ptr<ConnectStage> m_stage;
};

QByteArray TestPasteFacebook::token(Kind kind, const QDateTime &end) const
{
    const bool robot = kind == Kind::SystemUser;
    PracticeFacebookToken token{.kind = kind,
                                .appId = PracticeServer::clientId().toULongLong(),
                                .userId = robot ? 122100000000001u : 10227000000000001u,
                                .pageId = kind == Kind::Page ? 104000000000002u : 0u,
                                .scopes = {u"pages_show_list"_s, u"instagram_basic"_s},
                                .declined = {},
                                .pages = {},
                                .issuedAt = m_stage->clock.now().addSecs(-60),
                                .expiresAt = end};
    if (!robot)
        token.dataAccessExpiresAt = m_stage->clock.now().addDays(80);
    return mintPracticeFacebookToken(token);
}

void TestPasteFacebook::paste(const QByteArray &text)
{
    stage().open();
    stage().dialog->askForToken(Secret(text));
    QVERIFY(stage().read(u"tokenRecognised"_s).contains("Practice as Facebook"_L1));
    QVERIFY(stage().click(u"connectPrimary"_s));
}

Account TestPasteFacebook::kept()
{
    return stage().comesToSee(u"doneTitle"_s) ? stage().desk.accounts().all().value(0) : Account();
}

void TestPasteFacebook::pageTokenIsKeptWithoutAnEnd()
{
    paste(token(Kind::Page));
    const Account account = kept();
    QCOMPARE(account.providerId, u"practice-facebook"_s);
    QCOMPARE(account.userId, u"104000000000002"_s);
    QCOMPARE(account.accountType, facebookPage);
    QCOMPARE(account.tokenKind, TokenKind::NoExpiry);
    QCOMPARE(account.dataAccessExpiresAt, stage().clock.now().addDays(80));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected Practice Bikes"_s);
    QCOMPARE(account.grantedScopes, QStringList({u"pages_show_list"_s, u"instagram_basic"_s}));
}

void TestPasteFacebook::systemUsersTokenIsKept()
{
    paste(token(Kind::SystemUser));
    const Account account = kept();
    QCOMPARE(account.accountType, facebookServer);
    QCOMPARE(account.tokenKind, TokenKind::NoExpiry);
    QVERIFY(!account.dataAccessExpiresAt.isValid());
    QCOMPARE(stage().desk.accounts().status(account.id).detail, StatusDetail::NoExpiryDate);
}

void TestPasteFacebook::systemUsersTokenWithAnEndIsRenewedAndRevoked()
{
    paste(token(Kind::SystemUser, stage().clock.now().addDays(50)));
    const Account account = kept();
    QCOMPARE(account.accountType, facebookServer);
    QCOMPARE(account.tokenKind, TokenKind::LongLived);
    QVERIFY(stage().read(u"doneNote"_s).contains("It speaks for a system user"_L1));
    QVERIFY(stage().read(u"doneNote"_s).contains("TokenDesk renews it with the app secret"_L1));
    Accounts &accounts = stage().desk.accounts();
    QCOMPARE(accounts.status(account.id).detail, StatusDetail::RenewsOn);
    stage().clock.advance(24h * 9);
    Awaited<Account> renewed;
    accounts.renew(account.id, &renewed.context, renewed.callback());
    const Result<Account> fresh = renewed.wait();
    QVERIFY2(fresh, fresh ? "" : qPrintable(fresh.error().what));
    QCOMPARE(fresh->expiresAt, stage().clock.now().addDays(60));
    QVERIFY(accounts.canRevoke(*fresh));
    Awaited<void> revoked;
    accounts.revoke(account.id, &revoked.context, revoked.callback());
    QVERIFY(revoked.wait());
    QCOMPARE(accounts.status(account.id).status, Status::Revoked);
}

void TestPasteFacebook::personsShortTokenIsExtended()
{
    paste(token(Kind::ShortUser, stage().clock.now().addSecs(3600)));
    const Account account = kept();
    QCOMPARE(account.accountType, facebookPerson);
    QCOMPARE(account.tokenKind, TokenKind::LongLived);
    QCOMPARE(account.expiresAt, stage().clock.now().addDays(60));
}

void TestPasteFacebook::personsLongTokenKeepsItsEnd()
{
    const QDateTime end = stage().clock.now().addDays(30);
    paste(token(Kind::LongUser, end));
    QCOMPARE(kept().expiresAt, end);
    QVERIFY(!stage().server.requests().contains(u"GET /facebook/v26.0/oauth/access_token"_s));
}

void TestPasteFacebook::endedTokenIsRefusedInWords()
{
    paste(token(Kind::LongUser, stage().clock.now().addSecs(-1)));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY2(stage().read(u"errorHappened"_s).contains("run out"_L1), qPrintable(stage().read(u"errorHappened"_s)));
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

void TestPasteFacebook::theSameTokenTwiceIsOneAccount()
{
    const QByteArray text = token(Kind::Page);
    paste(text);
    const Account first = kept();
    paste(text);
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().desk.accounts().all().size(), 1);
    QCOMPARE(stage().desk.accounts().all().value(0).id, first.id);
}

void TestPasteFacebook::itsIssueIsToldByFacebook()
{
    paste(token(Kind::Page));
    QCOMPARE(kept().issuedAt, stage().clock.now().addSecs(-60));
}

// -- an app's own token

void TestPasteFacebook::pasteAppToken(const QByteArray &text)
{
    stage().open();
    stage().dialog->askForToken(Secret(text));
    QVERIFY2(stage().read(u"tokenRecognised"_s).contains("can act as the app"_L1),
             qPrintable(stage().read(u"tokenRecognised"_s)));
    QVERIFY(stage().click(u"connectPrimary"_s));
}

void TestPasteFacebook::anAppsOwnTokenIsKept_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("alone") << appToken();
    QTest::newRow("in an address") << "https://graph.facebook.com/debug_token?access_token=" + appToken()
            + "&input_token=x";
    QTest::newRow("escaped") << "access_token=" + QByteArray(appToken()).replace('|', "%7C");
}

void TestPasteFacebook::anAppsOwnTokenIsKept()
{
    QFETCH(QByteArray, text);
    pasteAppToken(text);
    const Account account = kept();
    QCOMPARE(account.providerId, u"practice-facebook"_s);
    QCOMPARE(account.accountType, facebookAppItself);
    QCOMPARE(account.userId, PracticeServer::clientId());
    QCOMPARE(account.name, u"Practice app"_s);
    QCOMPARE(account.tokenKind, TokenKind::NoExpiry);
    QCOMPARE(account.custody, Custody::Keychain);
    QVERIFY(account.registrationId.isEmpty());
    QCOMPARE(stage().keychain.value(account.tokenKey).view().toByteArray(), appToken());
    QVERIFY(stage().read(u"doneNote"_s).contains("guard it like the secret"_L1));
    QCOMPARE(stage().desk.accounts().status(account.id).status, Status::Working);
    QVERIFY(stage().server.requests().contains(u"GET /facebook/v26.0/debug_token"_s));
    Awaited<void> checked;
    stage().desk.accounts().check(account.id, &checked.context, checked.callback());
    QVERIFY(checked.wait());
}

void TestPasteFacebook::anAppsOwnTokenBelongsToTheSavedApp()
{
    m_stage = std::make_unique<ConnectStage>(u"http"_s, u"practicefacebook"_s);
    const Registration app = stage().saveApp(false);
    pasteAppToken((stage().appId() + u'|' + stage().appSecret()).toLatin1());
    const Account account = kept();
    QCOMPARE(account.providerId, u"test"_s);
    QCOMPARE(account.registrationId, app.id);
    QCOMPARE(account.name, u"Shop app"_s);
    QVERIFY(!stage().desk.accounts().registration(app.id)->secretKept); // only what was pasted is kept
}

void TestPasteFacebook::anAppsOwnTokenAmongMany()
{
    m_stage = std::make_unique<ConnectStage>(u"http"_s, u"practicefacebook"_s);
    stage().saveApp(false);
    const QByteArray own = (stage().appId() + u'|' + stage().appSecret()).toLatin1();
    stage().open();
    stage().dialog->askForToken(Secret("name,token\nBackend," + own + "\nPage," + token(Kind::Page) + '\n'));
    QVERIFY(stage().comesToSee(u"tokenList"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QTRY_COMPARE(stage().desk.accounts().all().size(), 2);
    QStringList names;
    for (const Account &account : stage().desk.accounts().all())
        names.append(account.displayName());
    QVERIFY2(names.contains(u"Backend"_s), qPrintable(names.join(u' ')));
}

void TestPasteFacebook::anAppsTokenThatIsNoneIsRefused()
{
    pasteAppToken(PracticeServer::clientId().toLatin1() + "|fedcba9876543210fedcba9876543210");
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().keychain.keys().isEmpty());
}

void TestPasteFacebook::closedWhileAnAppsTokenIsLookedAt()
{
    stage().server.inject({.name = u"hang"_s, .endpoint = u"inspect"_s});
    pasteAppToken(appToken());
    QTRY_VERIFY(stage().server.requests().contains(u"GET /facebook/v26.0/debug_token"_s));
    stage().dialog.reset();
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().keychain.keys().isEmpty());
}

QTEST_MAIN(TestPasteFacebook)
#include "tst_pastefacebook.moc"
