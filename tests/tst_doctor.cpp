// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctorreport.h"
#include "doctor/doctortext.h"
#include "support/canaries.h"
#include "support/privateauthority.h"
#include "support/surgery.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The rules of the token doctor, over real sockets.
class TestDoctor : public QObject
{
    Q_OBJECT
private slots:
    void whatIsPastedIsRecognised_data();
    void whatIsPastedIsRecognised();
    void whatIsNoErrorIsToldApart_data();
    void whatIsNoErrorIsToldApart();

    void aHealthyAccountNeedsNobody();
    void aPastedTokenIsAskedAbout();
    void aFacebookTokenTellsMore();
    void whatTheProviderSaysLeadsToAStep_data();
    void whatTheProviderSaysLeadsToAStep();
    void missingPermissionsAreNamed();

    void aWrongClockIsSeen_data();
    void aWrongClockIsSeen();
    void anUnknownAuthorityIsATlsFailure();
    void aNameThatIsNotFoundIsSaidToBeSo();
    void aPortalIsTakenForOne();
    void takenPortsAreNamed();
    void aLockedKeychainIsNamedAndTheRestGoesOn();
    void aSilentKeychainIsGivenUp();

    void checksComeOneByOneInTheirOrder();
    void cancellingInTheMiddleEndsAll();
    void deletedWhileARequestIsOut();
    void anAccountThatIsRemovedMeanwhileIsNoFailure();
    void aSecondRunBeginsAnew();

    void theReportHoldsNoSecret();
    void theReportIsTheUsersAlone();
    void forgettingWipesWhatWasPasted();
};

// -- what is pasted, asking nobody

void TestDoctor::whatIsPastedIsRecognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("known");
    QTest::addColumn<Mender>("who");
    const auto row = [](const char *name, const QByteArray &text, const char *known, Mender who) {
        QTest::newRow(name) << text << QString::fromLatin1(known) << who;
    };
    row("JSON of the Graph API", "{\"error\":{\"message\":\"x\",\"code\":190,\"error_subcode\":458}}", "app-removed",
        Mender::AccountOwner);
    row("JSON with words around it",
        "it says: {\"error\":{\"message\":\"x\",\"code\":190,\"error_subcode\":463}} since monday", "expired",
        Mender::You);
    row("JSON over lines", "{\n  \"error\": {\n    \"code\": 4\n  }\n}", "throttled-app", Mender::Provider);
    row("JSON of the token endpoint",
        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Invalid platform app\"}", "app-id",
        Mender::AppOwner);
    row("JSON of RFC 6749", "{\"error\":\"invalid_grant\"}", "grant-refused", Mender::You);
    row("JSON of debug_token",
        "{\"data\":{\"is_valid\":false,\"error\":{\"code\":190,\"subcode\":460,\"message\":\"x\"}}}",
        "password-changed", Mender::You);
    row("an address that came back",
        "https://localhost:8917/instagram/?error=access_denied&error_reason=user_denied&error_description=No#_",
        "denied", Mender::AccountOwner);
    row("an address with Meta's code", "https://example.org/cb?error_code=191&error_message=Can%27t+Load+URL",
        "redirect-address", Mender::AppOwner);
    row("an address with a fragment", "https://example.org/cb#error=invalid_scope&state=1", "scopes", Mender::AppOwner);
    row("Facebook's address after a no",
        "https://localhost/"
        "?error=access_denied&error_code=200&error_reason=user_denied&error_description=Permissions+error"
        "&state=x#_=_",
        "denied", Mender::AccountOwner);
    row("a header", "WWW-Authenticate: OAuth \"Facebook Platform\" \"invalid_request\" \"(#4) Application limit\"",
        "throttled-app", Mender::Provider);
    row("a page", "Invalid Request: Request parameters are invalid: Invalid platform app", "app-id", Mender::AppOwner);
    row("a page in German", "Unzureichende Entwicklerrolle", "tester", Mender::BothOwners);
    row("a picture's text, typed off", "  INSUFFICIENT\n developer\n  ROLE ", "tester", Mender::BothOwners);
    row("a line of a log", "OAuthException: failed, code: 190, subcode: 492", "no-page-role", Mender::PageAdmin);
    row("Meta's own way of writing codes", "(#10) Application does not have permission", "permission-declined",
        Mender::You);
    row("a throttle's words look like any other's", "(#32) Error validating client secret", "throttled-page",
        Mender::Provider);
    row("only a word", "curl said invalid_client", "app-refused", Mender::AppOwner);
    row("a dead scope", "Invalid Scopes: publish_pages", "retired-page-scopes", Mender::Developer);
}

void TestDoctor::whatIsPastedIsRecognised()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, known);
    QFETCH(Mender, who);
    Surgery surgery;
    surgery.examination->takePaste(Secret(text));
    const auto &error = surgery.examination->symptom().error;
    QVERIFY(error);
    QCOMPARE(errorCatalogue().of(*error)->id, known);
    QVERIFY(!whatItIs(*surgery.examination).isEmpty());
    QVERIFY(!whatItIs(*surgery.examination).contains("A code from"_L1)); // "#_" alone is none
    const QList<DoctorStep> steps = stepsOf(*surgery.examination);
    QVERIFY(!steps.isEmpty());
    QCOMPARE(int(steps.first().who), int(who));
    QVERIFY(surgery.examination->needsSomebody());
    QVERIFY(surgery.server.requests().isEmpty());
}

void TestDoctor::whatIsNoErrorIsToldApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PasteFinding>("finding");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("nothing") << QByteArray() << PasteFinding::Empty << false;
    QTest::newRow("blanks") << QByteArray(" \n ") << PasteFinding::Empty << false;
    QTest::newRow("a whole token") << QByteArray("IGAA" + QByteArray(150, 'Z')) << PasteFinding::Token << false;
    QTest::newRow("a part of one") << QByteArray("IGAAZZZZ…") << PasteFinding::Truncated << false;
    QTest::newRow("Basic Display") << QByteArray("IGQV" + QByteArray(150, 'Z')) << PasteFinding::Retired << false;
    QTest::newRow("an app secret") << QByteArray("0123456789abcdef0123456789abcdef") << PasteFinding::AppSecret
                                   << false;
    QTest::newRow("a code") << QByteArray("https://localhost:8917/instagram/?code=AQB123&state=x#_")
                            << PasteFinding::Code << false;
    QTest::newRow("what nobody knows") << QByteArray("the moon is in the wrong house") << PasteFinding::NoToken << true;
    QTest::newRow("JSON that is no error") << QByteArray("{\"data\":[]}") << PasteFinding::NoToken << true;
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE garbage \x80") << PasteFinding::NoToken << true;
    QTest::newRow("too long") << QByteArray(300 * 1024, 'x') << PasteFinding::TooLong << false;
}

void TestDoctor::whatIsNoErrorIsToldApart()
{
    QFETCH(QByteArray, text);
    const Symptom symptom = readSymptom(text);
    QVERIFY(!symptom.error);
    QTEST(symptom.token.finding, "finding");
    QTEST(symptom.isUnknown, "unknown");
}

// -- live

void TestDoctor::aHealthyAccountNeedsNobody()
{
    Surgery surgery;
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.examination->findings().size(), checkCount);
    for (const Finding &finding : surgery.examination->findings())
        QVERIFY2(finding.health == Health::Good || finding.health == Health::NotNeeded,
                 qPrintable(titleOf(finding.check)));
    QVERIFY(!surgery.examination->needsSomebody());
    QVERIFY(stepsOf(*surgery.examination).isEmpty());
    const TokenFacts &facts = surgery.examination->facts();
    QCOMPARE(facts.whose, u"@lumen.light"_s);
    QCOMPARE(facts.app, u"Lumen"_s);
    QCOMPARE(facts.host, u"127.0.0.1"_s);
    QVERIFY(facts.usable == Usable::Yes && facts.expires.isValid() && facts.issued.isValid());
    QCOMPARE(facts.permissions, practiceScopes());
}

void TestDoctor::aPastedTokenIsAskedAbout()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret(Surgery::mint(surgery.clock.now())));
    QCOMPARE(surgery.examination->provider().id, u"practice"_s);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Token), Health::Good);
    QCOMPARE(surgery.healthOf(Check::Permissions), Health::Good);
    QVERIFY(surgery.examination->facts().whose.startsWith(u'@'));
    QVERIFY(surgery.desk->accounts().all().isEmpty()); // nothing is kept by it
    surgery.clock.advance(61 * 24h);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Token), Health::Bad);
    QVERIFY(surgery.hasStep(u"Sign in again"_s, Mender::You));
    QVERIFY(whatItIs(*surgery.examination).contains("run out"_L1));
    QCOMPARE(surgery.examination->facts().usable, Usable::No);
}

void TestDoctor::aFacebookTokenTellsMore()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret("PRACTICEFB" + QByteArray(80, 'x')));
    QCOMPARE(surgery.examination->provider().id, u"practice-facebook"_s);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Token), Health::Bad); // nobody has issued it
    QVERIFY(surgery.server.requests().join(u' ').contains("debug_token"_L1));
}

void TestDoctor::whatTheProviderSaysLeadsToAStep_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Health>("token");
    QTest::addColumn<QString>("todo");
    QTest::addColumn<Mender>("who");
    const auto row = [](const QString &fault, Health token, const QString &todo, Mender who) {
        QTest::newRow(qPrintable(fault)) << fault << token << todo << who;
    };
    row(u"expired"_s, Health::Bad, u"Sign in again"_s, Mender::You);
    row(u"app-removed"_s, Health::Bad, u"Sign in again"_s, Mender::AccountOwner);
    row(u"checkpoint"_s, Health::Bad, u"do what it asks"_s, Mender::AccountOwner);
    row(u"no-page-role"_s, Health::Bad, u"administrator"_s, Mender::PageAdmin);
    row(u"tester"_s, Health::Bad, u"Instagram Tester"_s, Mender::BothOwners);
    row(u"wrong-id"_s, Health::Bad, u"user_id"_s, Mender::Developer);
    row(u"throttled"_s, Health::Unknown, {}, Mender::Provider);
    row(u"unavailable"_s, Health::Unknown, u"Wait some minutes"_s, Mender::Provider);
    row(u"html503"_s, Health::Unknown, u"Wait some minutes"_s, Mender::Provider);
    row(u"reset"_s, Health::Unknown, u"internet connection"_s, Mender::Network);
}

void TestDoctor::whatTheProviderSaysLeadsToAStep()
{
    QFETCH(QString, fault);
    QFETCH(QString, todo);
    QFETCH(Mender, who);
    Surgery surgery;
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    surgery.server.inject({.name = fault, .endpoint = u"me"_s});
    QVERIFY(PracticeServer::faultNames().contains(fault));
    QVERIFY(surgery.run());
    QTEST(surgery.healthOf(Check::Token), "token");
    QVERIFY2(todo.isEmpty() || surgery.hasStep(todo, who), qPrintable(doctorReport(*surgery.examination)));
    QCOMPARE(surgery.examination->needsSomebody(), !todo.isEmpty());
}

void TestDoctor::missingPermissionsAreNamed()
{
    Surgery surgery;
    surgery.examination->chooseAccount(surgery.connectAccount({u"instagram_business_manage_comments"_s}).id);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Permissions), Health::Bad);
    QVERIFY(surgery.hasStep(u"instagram_business_basic"_s, Mender::AccountOwner));
}

// -- the computer and the way

void TestDoctor::aWrongClockIsSeen_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<Health>("health");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("right") << 0 << Health::Good << u"is right"_s;
    QTest::newRow("a little off") << 4 << Health::Good << u"is right"_s;
    QTest::newRow("slow") << 120 << Health::Bad << u"slow"_s;
    QTest::newRow("fast") << -120 << Health::Bad << u"fast"_s;
}

void TestDoctor::aWrongClockIsSeen()
{
    QFETCH(int, minutes);
    Surgery surgery;
    surgery.server.advance(std::chrono::minutes(minutes));
    QVERIFY(surgery.run());
    surgery.examination->takePaste(Secret(Surgery::mint(surgery.clock.now()))); // Practice
    QVERIFY(surgery.run());
    QTEST(surgery.healthOf(Check::ClockSkew), "health");
    QFETCH(QString, sentence);
    const Finding *clock = surgery.examination->finding(Check::ClockSkew);
    const QString said = sentenceOf(*clock, surgery.examination->provider());
    QVERIFY2(said.contains(sentence), qPrintable(said));
    QVERIFY(minutes < 60 || said.contains("120"_L1));
}

void TestDoctor::anUnknownAuthorityIsATlsFailure()
{
    const PrivateAuthority authority("Lumen Root CA");
    SecureServer secure(authority.vouchFor("localhost"));
    secure.answer(400, "{}");
    Surgery surgery("https://localhost:" + QByteArray::number(secure.serverPort()));
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Tls), Health::Bad);
    QCOMPARE(surgery.healthOf(Check::Token), Health::Unknown);
    QVERIFY(surgery.hasStep(u"virus scanner"_s, Mender::Network));
    QVERIFY(!surgery.hasStep(u"VPN"_s, Mender::Network)); // one cause, one step
    QVERIFY(!secure.heard().contains("access_token"));
}

void TestDoctor::aNameThatIsNotFoundIsSaidToBeSo()
{
    Surgery surgery("https://nowhere.invalid");
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Dns), Health::Bad);
    QCOMPARE(surgery.healthOf(Check::Reachable), Health::Bad);
    QVERIFY(surgery.hasStep(u"this name"_s, Mender::Network));
    QVERIFY(doctorReport(*surgery.examination).contains("nowhere.invalid"_L1));
}

void TestDoctor::aPortalIsTakenForOne()
{
    Surgery surgery;
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    surgery.server.inject({.name = u"html200"_s, .endpoint = u"me"_s});
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Reachable), Health::Bad);
    QVERIFY(surgery.hasStep(u"sign in to the network"_s, Mender::Network));
    QCOMPARE(surgery.healthOf(Check::Token), Health::Unknown);
}

void TestDoctor::takenPortsAreNamed()
{
    Surgery surgery;
    QTcpServer other;
    const int port = QUrl(surgery.address).port();
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(port)));
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::RedirectPort), Health::Bad);
    QVERIFY(doctorReport(*surgery.examination).contains(QString::number(port)));
    QVERIFY(surgery.hasStep(u"other programs"_s, Mender::You));
    other.close();
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::RedirectPort), Health::Good);
}

void TestDoctor::aLockedKeychainIsNamedAndTheRestGoesOn()
{
    Surgery surgery;
    const Account account = surgery.connectAccount();
    surgery.keychain.setMood(MemoryKeychain::Mood::Locked);
    surgery.examination->chooseAccount(account.id);
    QVERIFY(surgery.run());
    QCOMPARE(surgery.healthOf(Check::Keychain), Health::Bad);
    QCOMPARE(surgery.healthOf(Check::Reachable), Health::Good);
    QCOMPARE(surgery.healthOf(Check::Token), Health::Bad);
    QVERIFY(surgery.hasStep(u"Unlock your keychain"_s, Mender::You));
    QCOMPARE(stepsOf(*surgery.examination).size(), 1); // one cause, one step
}

void TestDoctor::aSilentKeychainIsGivenUp()
{
    Surgery surgery;
    surgery.keychain.setMood(MemoryKeychain::Mood::Silent);
    QSignalSpy finished(surgery.examination.get(), &Examination::finished);
    surgery.examination->takePaste(Secret(Surgery::mint(surgery.clock.now())));
    surgery.examination->start();
    QTRY_VERIFY(!surgery.keychain.isIdle());
    surgery.clock.advance(31s);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(surgery.healthOf(Check::Keychain), Health::Bad);
    QCOMPARE(surgery.examination->findings().size(), checkCount);
    surgery.keychain.setMood(MemoryKeychain::Mood::Open); // its late answer counts no more
    QTRY_VERIFY(surgery.keychain.isIdle());
    QCOMPARE(surgery.examination->findings().size(), checkCount);
}

// -- one by one

void TestDoctor::checksComeOneByOneInTheirOrder()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret(Surgery::mint(surgery.clock.now())));
    QList<int> begun;
    connect(surgery.examination.get(), &Examination::changed, this, [&] {
        if (const auto running = surgery.examination->running(); running && !begun.contains(int(*running)))
            begun.append(int(*running));
    });
    QVERIFY(surgery.run());
    QList<int> all;
    for (int i = 0; i < checkCount; ++i)
        all.append(i);
    QCOMPARE(begun, all);
    QVERIFY(!surgery.examination->isRunning());
}

void TestDoctor::cancellingInTheMiddleEndsAll()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret(Surgery::mint(surgery.clock.now())));
    surgery.server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    QSignalSpy finished(surgery.examination.get(), &Examination::finished);
    surgery.examination->start();
    QTRY_VERIFY(!surgery.server.requests().isEmpty());
    QCOMPARE(surgery.examination->running(), Check::Proxy);
    surgery.examination->cancel();
    QVERIFY(!surgery.examination->isRunning());
    QCOMPARE(surgery.examination->findings().size(), 1);
    surgery.server.clearFaults();
    QVERIFY(surgery.run());
    QCOMPARE(surgery.examination->findings().size(), checkCount);
    QCOMPARE(finished.count(), 1); // of the second run
}

void TestDoctor::deletedWhileARequestIsOut()
{
    Surgery surgery;
    const Account account = surgery.connectAccount();
    surgery.server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    surgery.examination->chooseAccount(account.id);
    surgery.examination->start();
    QTRY_VERIFY(!surgery.server.requests().isEmpty());
    surgery.examination.reset();
    surgery.server.clearFaults();

    surgery.keychain.setMood(MemoryKeychain::Mood::Silent);
    surgery.makeExamination();
    surgery.examination->start();
    QTRY_VERIFY(!surgery.keychain.isIdle());
    surgery.examination.reset();
    surgery.keychain.setMood(MemoryKeychain::Mood::Open);
    QTRY_VERIFY(surgery.keychain.isIdle());
}

void TestDoctor::anAccountThatIsRemovedMeanwhileIsNoFailure()
{
    Surgery surgery;
    const Account account = surgery.connectAccount();
    surgery.examination->chooseAccount(account.id);
    Awaited<void> removed;
    connect(surgery.examination.get(), &Examination::changed, &removed.context, [&] {
        if (surgery.examination->running() == Check::Token && removed.times == 0)
            surgery.desk->accounts().remove(account.id, &removed.context, removed.callback());
    });
    QVERIFY(surgery.run());
    QCOMPARE(surgery.examination->findings().size(), checkCount);
    QVERIFY(removed.wait());
    QVERIFY(surgery.run()); // and once more without it
    QCOMPARE(surgery.healthOf(Check::Token), Health::NotNeeded);
}

void TestDoctor::aSecondRunBeginsAnew()
{
    Surgery surgery;
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    surgery.server.inject({.name = u"expired"_s, .endpoint = u"me"_s});
    QVERIFY(surgery.run());
    QVERIFY(surgery.examination->needsSomebody());
    surgery.server.clearFaults();
    QVERIFY(surgery.run());
    QVERIFY2(!surgery.examination->needsSomebody(), qPrintable(doctorReport(*surgery.examination)));
    QCOMPARE(surgery.examination->facts().usable, Usable::Yes);
}

// -- the report

void TestDoctor::theReportHoldsNoSecret()
{
    Surgery surgery;
    const QByteArray token = Surgery::mint(surgery.clock.now());
    const QByteArray secret = "fedcba98765432100123456789abcdef";
    const QByteArray foreign = "IGAA" + QByteArray("q9X").repeated(40);
    Canaries canaries;
    for (const QByteArray &planted : {token, secret, foreign})
        canaries.plant(planted);
    const QByteArray error = "{\"error\":{\"message\":\"Malformed access token " + foreign + "\",\"code\":190,"
        + "\"type\":\"" + foreign + "\",\"fbtrace_id\":\"" + foreign + "\"}}";
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    const QByteArrayList pastes{token,
                                secret,
                                error,
                                token + "\n" + error,
                                "https://example.org/?error=x&error_description=access_token%3D" + foreign,
                                "Invalid platform app client_secret=" + secret};
    for (const QByteArray &paste : pastes) {
        surgery.examination->takePaste(Secret(paste));
        QVERIFY(surgery.run());
        const QString report = doctorReport(*surgery.examination);
        const QByteArray json = doctorJson(*surgery.examination);
        QCOMPARE(canaries.in(report.toUtf8()), QStringList());
        QCOMPARE(canaries.in(json), QStringList());
        QVERIFY(QJsonDocument::fromJson(json).object().value("checks"_L1).isArray());
    }
}

void TestDoctor::theReportIsTheUsersAlone()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret("Invalid platform app"));
    const QString path = surgery.desk->folder() + "/report.txt"_L1;
    QVERIFY(saveDoctorReport(path, *surgery.examination));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), doctorReport(*surgery.examination));
#ifndef Q_OS_WIN
    const QFile::Permissions others
        = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOwner;
    QVERIFY(!(file.permissions() & others));
#endif
    QVERIFY(!saveDoctorReport(surgery.desk->folder() + "/report.txt/no"_L1, *surgery.examination));
}

void TestDoctor::forgettingWipesWhatWasPasted()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret(Surgery::mint(surgery.clock.now())));
    QVERIFY(surgery.examination->hasToken());
    QVERIFY(surgery.run());
    surgery.examination->forget();
    QVERIFY(!surgery.examination->hasToken());
    QVERIFY(surgery.examination->symptom().token.token.isEmpty());
    QVERIFY(surgery.examination->findings().isEmpty());
    QVERIFY(surgery.examination->facts().whose.isEmpty());
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
