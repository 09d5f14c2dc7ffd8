// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctorreport.h"
#include "doctor/doctortext.h"
#include "support/privateauthority.h"
#include "support/surgery.h"

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
};

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

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
