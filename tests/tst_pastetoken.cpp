// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pastefixture.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = PracticeToken::Kind;
using Mood = MemoryKeychain::Mood;

/// A token that the person has already, against Practice.
class TestPasteToken : public QObject
{
    Q_OBJECT
private slots:
    void originsBelongToProviders();
    void aFreshTokenIsKept();
    void itIsRenewedAsSoonAsThatIsAllowed();
    void aWrongClockDelaysNoRenewal();
    void aOneHourTokenIsExtended();
    void aKeptAppSecretExtendsIt();
    void theSecretOfAnotherAppDoesNoHarm();
    void aLabelIsTheAccountsName();
    void theSameUserIsReplacedInPlace();
    void theTokenThatIsKeptAlreadyLosesNothing();
    void permissionsMayStayUnknown();
    void whatTheProviderRefusesIsNotKept_data();
    void whatTheProviderRefusesIsNotKept();
    void offlineIsToldApart();
    void anUnknownProviderIsRefusedLater();
    void deletionWhileARequestIsOut_data();
    void deletionWhileARequestIsOut();
    void aSilentKeychainIsWaitedForOrNot();
    void aKeychainThatRefusesKeepsItInMemory();
};

void TestPasteToken::originsBelongToProviders()
{
    const Catalog catalog(QString{});
    QCOMPARE(providerOf(TokenOrigin::Instagram, catalog)->id, u"instagram"_s);
    QCOMPARE(providerOf(TokenOrigin::Practice, catalog)->id, u"practice"_s);
    QCOMPARE(providerOf(TokenOrigin::Facebook, catalog)->id, u"facebook"_s);
    QCOMPARE(providerOf(TokenOrigin::PracticeFacebook, catalog)->id, u"practice-facebook"_s);
    QCOMPARE(providerOf(TokenOrigin::App, catalog)->id, u"facebook"_s);
    for (const TokenOrigin none : {TokenOrigin::Unknown, TokenOrigin::BasicDisplay, TokenOrigin::LegacyInstagram})
        QVERIFY(!providerOf(none, catalog));
}

void TestPasteToken::aFreshTokenIsKept()
{
    PasteFixture t;
    const QByteArray token = t.longToken();
    t.give(token);
    QTRY_VERIFY(t.kept || t.refused);
    QVERIFY2(t.kept, t.refused ? qPrintable(t.refused->what) : "");
    const Account account = t.kept->account;
    QCOMPARE(account.providerId, u"practice"_s);
    QCOMPARE(account.userId, QString::number(practiceAccounts().first().userId));
    QCOMPARE(account.username, practiceAccounts().first().username);
    QCOMPARE(account.professionalId, practiceAccounts().first().professionalId);
    QCOMPARE(account.tokenKind, TokenKind::Unknown);
    QVERIFY(!account.expiresAt.isValid());
    QCOMPARE(account.custody, Custody::Keychain);
    QCOMPARE(account.grantedScopes, practiceScopes().first(2));
    QVERIFY(account.grantedKnown && !t.kept->replaced);
    QVERIFY(t.accounts().picture(account.id).startsWith("\x89PNG"));
    QCOMPARE(t.accounts().status(account.id).detail, StatusDetail::ExpiryUnknown);
    QCOMPARE(t.token(), token);
    const Event event = t.accounts().events(10).value(0);
    QCOMPARE(event.kind, Event::Kind::Connected);
    QCOMPARE(event.detail, u"pasted"_s);
    QCOMPARE(t.kinds().size(), 1);
}

void TestPasteToken::itIsRenewedAsSoonAsThatIsAllowed()
{
    PasteFixture t;
    t.give(t.longToken());
    QTRY_VERIFY(t.kept);
    const QString id = t.kept->account.id;
    QCOMPARE(t.accounts().renewalDue(id), t.clock.now().addDays(1));
    t.clock.advance(24h);
    QCOMPARE(t.accounts().renewalDue(id), t.clock.now());
    Awaited<Account> renewed;
    t.accounts().renew(id, &renewed.context, renewed.callback());
    QVERIFY(renewed.wait());
    QCOMPARE(t.only().tokenKind, TokenKind::LongLived);
    QCOMPARE(t.only().expiresAt, t.clock.now().addDays(60));
}

void TestPasteToken::aWrongClockDelaysNoRenewal()
{
    PasteFixture t;
    const QDateTime truth = t.clock.now().addYears(-1);
    t.server.advance(std::chrono::seconds(t.clock.now().secsTo(truth)));
    t.give(mintPracticeToken(givenToken(truth)));
    QTRY_VERIFY(t.kept);
    QVERIFY(std::abs(t.only().issuedAt.secsTo(truth)) < 60);
    QVERIFY(t.accounts().renewalDue(t.only().id) <= t.clock.now());
}

void TestPasteToken::aOneHourTokenIsExtended()
{
    PasteFixture t;
    t.give(t.shortToken(), u"practice"_s, PracticeServer::clientSecret().toLatin1());
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.tokenKind, TokenKind::LongLived);
    QCOMPARE(t.kept->account.expiresAt, t.clock.now().addDays(60));
    QCOMPARE(readPracticeToken(t.token())->kind, Kind::Long);
}

void TestPasteToken::aKeptAppSecretExtendsIt()
{
    PasteFixture t;
    t.keepApp("ffffffffffffffffffffffffffffffff", u"99999"_s);
    const QString app = t.keepApp(PracticeServer::clientSecret().toLatin1());
    t.give(t.shortToken(), u"test"_s);
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.tokenKind, TokenKind::LongLived);
    QCOMPARE(t.kept->account.registrationId, app);
}

void TestPasteToken::theSecretOfAnotherAppDoesNoHarm()
{
    PasteFixture t;
    t.keepApp("ffffffffffffffffffffffffffffffff");
    const QByteArray token = t.shortToken();
    t.give(token, u"test"_s);
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.tokenKind, TokenKind::Unknown);
    QCOMPARE(t.kept->account.registrationId, QString());
    QCOMPARE(t.token(), token);
}

void TestPasteToken::aLabelIsTheAccountsName()
{
    PasteFixture t;
    t.label = u"Shop"_s;
    t.give(t.longToken());
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.only().displayName(), u"Shop"_s);
}

void TestPasteToken::theSameUserIsReplacedInPlace()
{
    PasteFixture t;
    t.person.account = practiceAccounts().first().username;
    t.begin(t.registeredPlan());
    QTRY_VERIFY(t.outcome);
    const Account before = t.only();
    QVERIFY(t.accounts().rename(before.id, u"Shop"_s));

    t.label = u"Other"_s;
    const QByteArray token = t.longToken();
    t.give(token, u"test"_s);
    QTRY_VERIFY(t.kept);
    QVERIFY(t.kept->replaced);
    QCOMPARE(t.accounts().all().size(), 1);
    QCOMPARE(t.only().id, before.id);
    QCOMPARE(t.only().label, u"Shop"_s);
    QCOMPARE(t.only().registrationId, before.registrationId);
    QCOMPARE(t.only().requestedScopes, before.requestedScopes);
    QCOMPARE(t.token(), token);
    QCOMPARE(t.kinds().last(), Event::Kind::Reconnected);
}

void TestPasteToken::theTokenThatIsKeptAlreadyLosesNothing()
{
    PasteFixture t;
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.outcome);
    const Account before = t.only();
    t.clock.advance(2h);
    t.give(t.token());
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.only().tokenKind, before.tokenKind);
    QCOMPARE(t.only().issuedAt, before.issuedAt);
    QCOMPARE(t.only().expiresAt, before.expiresAt);
}

void TestPasteToken::permissionsMayStayUnknown()
{
    PasteFixture t;
    t.server.inject({.name = u"html503"_s, .endpoint = u"permissions"_s});
    t.give(t.longToken());
    QTRY_VERIFY(t.kept);
    QVERIFY(!t.kept->account.grantedKnown);
}

void TestPasteToken::whatTheProviderRefusesIsNotKept_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorHint>("hint");
    QTest::newRow("expired") << u"expired"_s << ErrorHint::Expired;
    QTest::newRow("revoked") << u"revoked"_s << ErrorHint::AppRemoved;
    QTest::newRow("truncated") << u"truncated"_s << ErrorHint::WrongHost;
    QTest::newRow("changed") << u"changed"_s << ErrorHint::WrongHost;
    QTest::newRow("of another service") << u"other"_s << ErrorHint::WrongHost;
}

void TestPasteToken::whatTheProviderRefusesIsNotKept()
{
    QFETCH(QString, what);
    PasteFixture t;
    QByteArray token = t.longToken();
    if (what == "expired"_L1) {
        PracticeToken old = givenToken(t.clock.now());
        old.expiresAt = t.clock.now().addSecs(-1);
        token = mintPracticeToken(old);
    }
    if (what == "revoked"_L1)
        t.server.inject({.name = u"app-removed"_s, .endpoint = u"me"_s});
    if (what == "truncated"_L1)
        token.chop(20);
    if (what == "changed"_L1)
        token[60] = token[60] == 'A' ? 'B' : 'A';
    if (what == "other"_L1)
        token = QByteArray("EA") + "AG" + QByteArray("k5Lt").repeated(40);
    t.give(token);
    QTRY_VERIFY(t.refused);
    QCOMPARE(t.refused->kind, ErrorKind::Rejected);
    QTEST(t.refused->hint, "hint");
    QVERIFY(t.nothingIsStored());
    QCOMPARE(t.adoption->stage(), Adoption::Stage::Finished);
}

void TestPasteToken::offlineIsToldApart()
{
    PasteFixture t;
    t.server.inject({.name = u"reset"_s, .endpoint = u"me"_s});
    t.give(t.longToken());
    QTRY_VERIFY(t.refused);
    QCOMPARE(t.refused->kind, ErrorKind::Offline);
    QVERIFY(t.nothingIsStored());
}

void TestPasteToken::anUnknownProviderIsRefusedLater()
{
    PasteFixture t;
    t.give(t.longToken(), u"nobody"_s);
    QVERIFY(!t.refused);
    QTRY_VERIFY(t.refused);
    QCOMPARE(t.refused->kind, ErrorKind::InvalidInput);
}

void TestPasteToken::deletionWhileARequestIsOut_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("request");
    QTest::newRow("profile") << u"me"_s << u"GET /v25.0/me"_s;
    QTest::newRow("extend") << u"extend"_s << u"GET /access_token"_s;
    QTest::newRow("permissions") << u"permissions"_s << u"GET /me/permissions"_s;
}

void TestPasteToken::deletionWhileARequestIsOut()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, request);
    PasteFixture t;
    t.server.inject({.name = u"hang"_s, .endpoint = endpoint});
    t.give(t.longToken(), u"practice"_s, PracticeServer::clientSecret().toLatin1());
    QTRY_VERIFY(t.server.requests().contains(request));
    t.adoption.reset();
    t.server.clearFaults();
    QVERIFY(t.comesToRest());
    QVERIFY(t.nothingIsStored());
    QVERIFY(!t.kept && !t.refused);
}

void TestPasteToken::aSilentKeychainIsWaitedForOrNot()
{
    PasteFixture t;
    t.keychain.setMood(Mood::Silent);
    t.give(t.longToken());
    QTRY_COMPARE(t.adoption->stage(), Adoption::Stage::Saving);
    t.clock.advance(3s);
    QTRY_COMPARE(t.adoption->stage(), Adoption::Stage::WaitingForKeychain);
    t.adoption->goOnWithoutKeychain();
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.custody, Custody::MemoryOnly);
    t.keychain.setMood(Mood::Open);
    QTRY_VERIFY(!t.accounts().hasUnsavedTokens());
    QCOMPARE(t.only().custody, Custody::Keychain);
}

void TestPasteToken::aKeychainThatRefusesKeepsItInMemory()
{
    PasteFixture t;
    t.keychain.setMood(Mood::Locked);
    t.give(t.longToken());
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.custody, Custody::MemoryOnly);
    QCOMPARE(t.kinds(), (QList{Event::Kind::Connected, Event::Kind::NotSaved}));
}

QTEST_GUILESS_MAIN(TestPasteToken)
#include "tst_pastetoken.moc"
