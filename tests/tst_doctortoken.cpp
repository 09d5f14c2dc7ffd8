// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctorreport.h"
#include "practice/practicefacebooktokens.h"
#include "support/surgery.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = PracticeFacebookToken::Kind;

/// What the token doctor tells of a token: whose, of which app, its dates in words; and what it tells of this
/// computer's own sign-in page and of the program.
class TestDoctorToken : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_surgery = std::make_unique<Surgery>();
        m_surgery->clock.advance(1s - std::chrono::milliseconds(now().time().msec())); // as Facebook counts
    }
    void cleanup() { m_surgery.reset(); }

    void aPastedFacebookTokenTellsEverything();
    void aPageIsCalledByItsName();
    void anEndedFacebookTokenIsSaidToHaveEnded();
    void aForeignTokenIsNotMixedWithTheAccount();
    void datesAreInTheWindowsWords_data();
    void datesAreInTheWindowsWords();
    void accessToDataThatIsOverIsSaid();
    void anAppsOwnTokenIsLookedAt();
    void anAppsTokenThatEndedIsSaidToHaveEnded();
    void anAppThatIsKeptLacksNoPermission();

    void theSignInPagesCertificateIsLookedAt();
    void theProgramsVersionsAreTold();

private:
    QDateTime now() const { return m_surgery->clock.now(); }
    QByteArray facebook(Kind kind, const QDateTime &end) const;
    void paste(const QByteArray &text) { m_surgery->examination->takePaste(Secret(text)); }

    std::unique_ptr<Surgery> m_surgery;
};

QByteArray TestDoctorToken::facebook(Kind kind, const QDateTime &end) const
{
    return mintPracticeFacebookToken({.kind = kind,
                                      .appId = PracticeServer::clientId().toULongLong(),
                                      .userId = 10227000000000001,
                                      .pageId = kind == Kind::Page ? 104000000000002u : 0u,
                                      .scopes = {u"pages_show_list"_s, u"instagram_basic"_s},
                                      .declined = {},
                                      .pages = {104000000000002},
                                      .issuedAt = QDateTime(QDate(2026, 1, 19), QTime(13, 5)).toUTC(),
                                      .expiresAt = end,
                                      .dataAccessExpiresAt = now().addDays(80)});
}

void TestDoctorToken::aPastedFacebookTokenTellsEverything()
{
    paste(facebook(Kind::LongUser, now().addDays(50)));
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Token), Health::Good);
    QCOMPARE(m_surgery->fact(u"Whose"_s), u"Pat Practice (10227000000000001)"_s);
    QCOMPARE(m_surgery->fact(u"App"_s), u"Practice app (%1)"_s.arg(PracticeServer::clientId()));
    QCOMPARE(m_surgery->fact(u"Belongs to"_s), u"127.0.0.1"_s);
    QVERIFY2(m_surgery->fact(u"Issued"_s).startsWith("19 Jan 2026, "_L1), qPrintable(m_surgery->fact(u"Issued"_s)));
    QVERIFY2(m_surgery->fact(u"Expires"_s).startsWith("in 50 day(s), "_L1), qPrintable(m_surgery->fact(u"Expires"_s)));
    QVERIFY(m_surgery->fact(u"Data access"_s).startsWith("in 80 day(s), "_L1));
    QCOMPARE(m_surgery->fact(u"Permissions"_s), u"pages_show_list, instagram_basic"_s);
    QCOMPARE(m_surgery->fact(u"Usable now"_s), u"yes"_s);
    QVERIFY(stepsOf(*m_surgery->examination).isEmpty());
    const QJsonObject facts
        = QJsonDocument::fromJson(doctorJson(*m_surgery->examination)).object()["facts"_L1].toObject();
    QVERIFY(facts["issued"_L1].toString().startsWith("2026-01-1"_L1)); // in UTC
}

void TestDoctorToken::aPageIsCalledByItsName()
{
    paste(facebook(Kind::Page, {}));
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->fact(u"Whose"_s), u"Practice Bikes (104000000000002)"_s);
    QCOMPARE(m_surgery->fact(u"Expires"_s), u"no expiry date"_s);
}

void TestDoctorToken::anEndedFacebookTokenIsSaidToHaveEnded()
{
    paste(facebook(Kind::LongUser, now().addSecs(60)));
    m_surgery->clock.advance(1h);
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Token), Health::Bad);
    QCOMPARE(m_surgery->fact(u"Usable now"_s), u"no"_s);
    QVERIFY(whatItIs(*m_surgery->examination).contains("run out"_L1));
}

/// An account is chosen, and a token of somebody else at the same provider is pasted beside it.
void TestDoctorToken::aForeignTokenIsNotMixedWithTheAccount()
{
    NewAccount fresh{.token = Secret("PRACTICEkept")};
    fresh.account.providerId = u"practice"_s;
    fresh.account.userId = u"1"_s;
    fresh.account.username = u"somebody.else"_s;
    fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, now().addDays(-50));
    fresh.account.grantPermissions({u"instagram_business_manage_messages"_s});
    Awaited<Account> adopted;
    m_surgery->desk->accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    m_surgery->examination->chooseAccount(adopted.wait().value().id);
    paste(Surgery::mint(now(), {u"instagram_business_basic"_s}));
    QVERIFY(m_surgery->fact(u"Whose"_s).isEmpty() && m_surgery->fact(u"Expires"_s).isEmpty());
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->fact(u"Permissions"_s), u"instagram_business_basic"_s);
    QVERIFY(!m_surgery->fact(u"Whose"_s).contains("somebody.else"_L1));
    QVERIFY(m_surgery->fact(u"Expires"_s).isEmpty()); // of a pasted one nobody knows
    paste({});
    QCOMPARE(m_surgery->fact(u"Whose"_s), u"@somebody.else"_s);
}

void TestDoctorToken::datesAreInTheWindowsWords_data()
{
    QTest::addColumn<int>("minutes"); // from now to its end
    QTest::addColumn<QString>("begins");
    QTest::newRow("days") << 60 * 24 * 57 << u"in 57 day(s), "_s;
    QTest::newRow("hours") << 60 * 3 << u"in 3 hour(s), "_s;
    QTest::newRow("minutes") << 12 << u"in 12 minute(s), "_s;
    QTest::newRow("over") << -60 << u"ended "_s;
}

void TestDoctorToken::datesAreInTheWindowsWords()
{
    QFETCH(int, minutes);
    QFETCH(QString, begins);
    const QDateTime end = now().addSecs(minutes * 60);
    NewAccount fresh{.token = Secret(Surgery::mint(now()))};
    fresh.account.providerId = u"test"_s;
    fresh.account.registrationId = m_surgery->registration.id;
    fresh.account.userId = u"27640875392278831"_s;
    fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, now().addDays(-1));
    fresh.account.expiresAt = end;
    Awaited<Account> adopted;
    m_surgery->desk->accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    m_surgery->examination->chooseAccount(adopted.wait().value().id);
    const QString day = QLocale().toString(end.toLocalTime().date(), u"d MMM yyyy"_s);
    const QString told = m_surgery->fact(u"Expires"_s);
    QVERIFY2(told.startsWith(begins) && told.contains(day), qPrintable(told));
    const QString issued = QLocale().toString(now().addDays(-1).toLocalTime().date(), u"d MMM yyyy"_s);
    QVERIFY(m_surgery->fact(u"Issued"_s).startsWith(issued + ", "_L1));
    QVERIFY(doctorReport(*m_surgery->examination).contains(told));
}

void TestDoctorToken::accessToDataThatIsOverIsSaid()
{
    const QByteArray token = facebook(Kind::Page, {});
    paste(token);
    QVERIFY(m_surgery->run());
    QVERIFY(!m_surgery->examination->needsSomebody());
    m_surgery->clock.advance(81 * 24h); // the token itself has no end
    QVERIFY(m_surgery->run());
    QVERIFY(m_surgery->fact(u"Data access"_s).startsWith("ended "_L1));
    QVERIFY(m_surgery->examination->needsSomebody());
    QVERIFY2(whatItIs(*m_surgery->examination).contains("confirmed again"_L1),
             qPrintable(whatItIs(*m_surgery->examination)));
    QCOMPARE(m_surgery->fact(u"Usable now"_s), u"no"_s);
    QVERIFY(m_surgery->hasStep(u"Sign in again"_s, Mender::AccountOwner));
    QCOMPARE(stepsOf(*m_surgery->examination).size(), 1);
}

// -- of an app itself

/// It is asked about where the saved app is.
static QByteArray appToken()
{
    return (PracticeServer::clientId() + u'|' + PracticeServer::clientSecret()).toLatin1();
}

/// A saved app of Practice as Facebook, so that its own token is asked about there.
static void saveFacebookApp(Surgery &surgery)
{
    QByteArray json = testProvider(*surgery.port, u"practicefacebook"_s);
    json.replace("\"id\": \"test\"", "\"id\": \"fb-test\"");
    json.replace("/test/", "/fb-test/"); // no two providers share a path
    const Result<Provider> saved = surgery.desk->catalog.save(json);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().what));
    QVERIFY(surgery.desk->accounts().save({.providerId = u"fb-test"_s,
                                           .name = u"Lumen FB"_s,
                                           .clientId = PracticeServer::clientId(),
                                           .redirectAddresses = {surgery.address}}));
}

void TestDoctorToken::anAppsOwnTokenIsLookedAt()
{
    saveFacebookApp(*m_surgery);
    paste(appToken());
    QCOMPARE(m_surgery->examination->provider().id, u"fb-test"_s);
    QVERIFY(whatItIs(*m_surgery->examination).contains("an app itself"_L1));
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Token), Health::Good);
    QCOMPARE(m_surgery->healthOf(Check::Permissions), Health::NotNeeded);
    QCOMPARE(m_surgery->fact(u"App"_s), u"Practice app (%1)"_s.arg(PracticeServer::clientId()));
    QCOMPARE(m_surgery->fact(u"Usable now"_s), u"yes"_s);
    QVERIFY(m_surgery->fact(u"Whose"_s).isEmpty());
    QVERIFY(stepsOf(*m_surgery->examination).isEmpty());
    QVERIFY(!doctorReport(*m_surgery->examination).contains(PracticeServer::clientSecret()));
}

void TestDoctorToken::anAppsTokenThatEndedIsSaidToHaveEnded()
{
    saveFacebookApp(*m_surgery);
    m_surgery->server.setClientSecret(u"fedcba9876543210fedcba9876543210"_s); // reset in the dashboard
    paste(appToken());
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Token), Health::Bad);
    QCOMPARE(m_surgery->fact(u"Usable now"_s), u"no"_s);
    QVERIFY(!stepsOf(*m_surgery->examination).isEmpty());
}

void TestDoctorToken::anAppThatIsKeptLacksNoPermission()
{
    saveFacebookApp(*m_surgery);
    NewAccount fresh{.token = Secret(appToken())};
    fresh.account.providerId = u"fb-test"_s;
    fresh.account.userId = PracticeServer::clientId();
    fresh.account.accountType = facebookAppItself;
    fresh.account.issueToken(TokenKind::NoExpiry, 0s, now());
    fresh.account.grantPermissions({});
    Awaited<Account> adopted;
    m_surgery->desk->accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    m_surgery->examination->chooseAccount(adopted.wait().value().id);
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Token), Health::Good);
    QCOMPARE(m_surgery->healthOf(Check::Permissions), Health::NotNeeded);
    QVERIFY(stepsOf(*m_surgery->examination).isEmpty());
}

// -- this computer

void TestDoctorToken::theSignInPagesCertificateIsLookedAt()
{
    m_surgery = std::make_unique<Surgery>(QByteArray(), u"https"_s);
    m_surgery->examination->chooseAccount(m_surgery->connectAccount().id);
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Certificate), Health::NotNeeded); // it is made at the first sign-in
    const LoopbackCertificate own = m_surgery->certificates->certificate().value();
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Certificate), Health::Note);
    QCOMPARE(m_surgery->said(Check::Certificate), u"Browsers do not trust it yet and warn once."_s);
    QVERIFY(!m_surgery->examination->needsSomebody()); // nothing that has to be mended
    QFile note(m_surgery->certificates->folder() + "/trusted.pem"_L1);
    QVERIFY(note.open(QIODevice::WriteOnly) && note.write(own.certificate.toPem()) > 0);
    note.close();
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Certificate), Health::Good);
}

void TestDoctorToken::theProgramsVersionsAreTold()
{
    QVERIFY(m_surgery->run());
    const QString said = m_surgery->said(Check::Versions);
    QVERIFY2(said.contains("TokenDesk "_L1) && said.contains("Qt "_L1 + QString::fromLatin1(qVersion())),
             qPrintable(said));
    QVERIFY(doctorReport(*m_surgery->examination).contains(said.simplified()));
}

QTEST_GUILESS_MAIN(TestDoctorToken)
#include "tst_doctortoken.moc"
