// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/adoptionround.h"
#include "support/connectfixture.h"
#include "support/pastedtoken.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = PracticeToken::Kind;
using Mood = MemoryKeychain::Mood;
using State = AdoptionRound::State;

namespace {

/// One token that is pasted, and what comes of it.
class Paste : public ConnectFixture
{
public:
    void give(const QByteArray &token, const QString &providerId = u"practice"_s, const QByteArray &appSecret = {})
    {
        kept.reset();
        refused.reset();
        adoption = std::make_unique<Adoption>(
            Adoption::Plan{
                .providerId = providerId, .token = Secret(token), .label = label, .appSecret = Secret(appSecret)},
            accounts(), desk.catalog, desk.graph, clock);
        QObject::connect(adoption.get(), &Adoption::kept, &m_context, [this](const auto &o) { kept = o; });
        QObject::connect(adoption.get(), &Adoption::refused, &m_context, [this](const Error &e) { refused = e; });
        adoption->start();
    }

    QByteArray longToken() const { return mintPracticeToken(givenToken(clock.now())); }

    QByteArray shortToken() const
    {
        PracticeToken token = givenToken(clock.now());
        token.kind = Kind::Short;
        token.issuedAt = clock.now();
        token.expiresAt = clock.now().addSecs(3600);
        return mintPracticeToken(token);
    }

    /// An app of the provider "test" whose secret is kept.
    QString keepApp(const QByteArray &secret, const QString &clientId = u"1234567890123456"_s)
    {
        const Registration app
            = accounts().save({.providerId = u"test"_s, .clientId = clientId, .redirectAddresses = {address}}).value();
        Awaited<void> done;
        accounts().keepSecret(app.id, Secret(secret), &done.context, done.callback());
        done.wait().value();
        return app.id;
    }

    QString label;
    std::unique_ptr<Adoption> adoption;
    std::optional<Connect::Outcome> kept;
    std::optional<Error> refused;

private:
    QObject m_context;
};

std::vector<TokenRow> listOf(const QByteArrayList &lines)
{
    return readTokenList(Secret(lines.join('\n'))).value();
}

} // namespace

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

    void aListIsKeptFourAtATime();
    void aListStopsWhereNobodyAnswers();
    void aPauseIsRespected();
    void aListCanBeStopped();
    void aListThatIsDeletedKeepsWhatItHas();
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
    Paste t;
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
    Paste t;
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
    Paste t;
    const QDateTime truth = t.clock.now().addYears(-1);
    t.server.advance(std::chrono::seconds(t.clock.now().secsTo(truth)));
    t.give(mintPracticeToken(givenToken(truth)));
    QTRY_VERIFY(t.kept);
    QVERIFY(std::abs(t.only().issuedAt.secsTo(truth)) < 60);
    QVERIFY(t.accounts().renewalDue(t.only().id) <= t.clock.now());
}

void TestPasteToken::aOneHourTokenIsExtended()
{
    Paste t;
    t.give(t.shortToken(), u"practice"_s, PracticeServer::clientSecret().toLatin1());
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.tokenKind, TokenKind::LongLived);
    QCOMPARE(t.kept->account.expiresAt, t.clock.now().addDays(60));
    QCOMPARE(readPracticeToken(t.token())->kind, Kind::Long);
}

void TestPasteToken::aKeptAppSecretExtendsIt()
{
    Paste t;
    t.keepApp("ffffffffffffffffffffffffffffffff", u"99999"_s);
    const QString app = t.keepApp(PracticeServer::clientSecret().toLatin1());
    t.give(t.shortToken(), u"test"_s);
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.tokenKind, TokenKind::LongLived);
    QCOMPARE(t.kept->account.registrationId, app);
}

void TestPasteToken::theSecretOfAnotherAppDoesNoHarm()
{
    Paste t;
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
    Paste t;
    t.label = u"Shop"_s;
    t.give(t.longToken());
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.only().displayName(), u"Shop"_s);
}

void TestPasteToken::theSameUserIsReplacedInPlace()
{
    Paste t;
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
    Paste t;
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
    Paste t;
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
    Paste t;
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
    Paste t;
    t.server.inject({.name = u"reset"_s, .endpoint = u"me"_s});
    t.give(t.longToken());
    QTRY_VERIFY(t.refused);
    QCOMPARE(t.refused->kind, ErrorKind::Offline);
    QVERIFY(t.nothingIsStored());
}

void TestPasteToken::anUnknownProviderIsRefusedLater()
{
    Paste t;
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
    Paste t;
    t.server.inject({.name = u"hang"_s, .endpoint = endpoint});
    t.give(t.longToken(), u"practice"_s, PracticeServer::clientSecret().toLatin1());
    QTRY_VERIFY(t.server.requests().contains(request));
    t.adoption.reset();
    t.server.clearFaults();
    QCoreApplication::processEvents();
    QVERIFY(t.nothingIsStored());
    QVERIFY(!t.kept && !t.refused);
}

void TestPasteToken::aSilentKeychainIsWaitedForOrNot()
{
    Paste t;
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
    Paste t;
    t.keychain.setMood(Mood::Locked);
    t.give(t.longToken());
    QTRY_VERIFY(t.kept);
    QCOMPARE(t.kept->account.custody, Custody::MemoryOnly);
    QCOMPARE(t.kinds(), (QList{Event::Kind::Connected, Event::Kind::NotSaved}));
}

// -- many

void TestPasteToken::aListIsKeptFourAtATime()
{
    Paste t;
    QByteArrayList lines{"shop," + t.longToken(), "nothing", t.longToken().chopped(9)};
    for (qsizetype i = 1; i < practiceAccounts().size(); ++i)
        lines << mintPracticeToken(givenToken(t.clock.now(), i));
    lines << t.shortToken() << lines.first().sliced(5);
    AdoptionRound round(listOf(lines), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    round.setPracticeSecret(Secret::fromText(PracticeServer::clientSecret()));
    QSignalSpy finished(&round, &AdoptionRound::finished);
    int most = 0;
    QObject::connect(&round, &AdoptionRound::rowChanged, &round,
                     [&] { most = std::max(most, round.count(State::Running)); });
    round.start();
    QVERIFY(finished.wait());
    QCOMPARE(most, 4);
    QVERIFY(!round.isRunning());
    QCOMPARE(t.accounts().all().size(), practiceAccounts().size());
    QCOMPARE(round.rows()[1].state, State::Unusable);
    QCOMPARE(round.rows()[2].state, State::Refused);
    QCOMPARE(round.rows()[2].error->hint, ErrorHint::WrongHost);
    QCOMPARE(round.rows().back().state, State::Unusable); // the very same as the first
    QCOMPARE(round.count(State::Kept) + round.count(State::Replaced), int(practiceAccounts().size()) + 1);
    for (const AdoptionRound::Row &row : round.rows())
        QVERIFY(row.state == State::Unusable || row.source.read.token.isEmpty());
    QCOMPARE(t.accounts().find(round.rows()[0].account.id)->label, u"shop"_s);
}

void TestPasteToken::aListStopsWhereNobodyAnswers()
{
    Paste t;
    t.server.inject({.name = u"reset"_s, .endpoint = u"me"_s});
    QByteArrayList lines;
    for (int i = 0; i < 12; ++i)
        lines << t.longToken();
    AdoptionRound round(listOf(lines), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    QSignalSpy finished(&round, &AdoptionRound::finished);
    round.start();
    QVERIFY(finished.wait());
    QVERIFY(round.count(State::Waiting) > 0);
    QVERIFY(t.nothingIsStored());
    t.server.clearFaults();
    round.start();
    QVERIFY(finished.wait());
    QCOMPARE(round.count(State::Kept) + round.count(State::Replaced), 12);
}

void TestPasteToken::aPauseIsRespected()
{
    Paste t;
    t.server.inject({.name = u"throttled"_s, .endpoint = u"me"_s});
    QByteArrayList lines;
    for (int i = 0; i < 12; ++i)
        lines << t.longToken();
    AdoptionRound round(listOf(lines), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    QSignalSpy finished(&round, &AdoptionRound::finished);
    round.start();
    QVERIFY(finished.wait());
    QVERIFY(round.count(State::Refused) <= 4);
    QCOMPARE(round.count(State::Waiting) + round.count(State::Refused), 12);
}

void TestPasteToken::aListCanBeStopped()
{
    Paste t;
    t.server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    AdoptionRound round(listOf({t.longToken(), t.longToken()}), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    QSignalSpy finished(&round, &AdoptionRound::finished);
    round.start();
    QTRY_COMPARE(t.server.requests().count("GET /v25.0/me"_L1), 1); // of an app nothing is known of yet
    round.cancel();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(round.count(State::Waiting), 2);
    QVERIFY(t.nothingIsStored());
}

void TestPasteToken::aListThatIsDeletedKeepsWhatItHas()
{
    Paste t;
    auto round
        = std::make_unique<AdoptionRound>(listOf({t.longToken()}), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    t.server.inject({.name = u"hang"_s, .endpoint = u"permissions"_s});
    round->start();
    QTRY_VERIFY(t.server.requests().contains("GET /me/permissions"_L1));
    round.reset();
    QVERIFY(t.nothingIsStored());
}

QTEST_GUILESS_MAIN(TestPasteToken)
#include "tst_pastetoken.moc"
