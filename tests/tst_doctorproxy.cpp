// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/network.h"
#include "doctor/doctorreport.h"
#include "support/privateauthority.h"
#include "support/smallproxy.h"
#include "support/surgery.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The token doctor in a company's network: everything leads through its proxy, and its own authority vouches for all.
class TestDoctorProxy : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theWayThroughAProxyIsNamed();
    void aProxyThatForbidsIsTheOneCause();
    void aProxyThatIsNotThereIsNamed();
    void aProxyThatWantsASignInSaysWhereToEnterIt_data();
    void aProxyThatWantsASignInSaysWhereToEnterIt();
    void theProxyOpensAgainAndASecondRunSaysSo();
    void cancellingWhileTheProxyHangs();
    void deletedWhileTheProxyHangs();

private:
    void signIn(const QByteArray &password);
    /// What mends it, each with who can; it names the cause once.
    QStringList steps() const;

    PrivateAuthority m_authority{"Lumen Root CA"};
    std::unique_ptr<SecureServer> m_server;
    std::unique_ptr<SmallProxy> m_proxy;
    std::unique_ptr<Surgery> m_surgery;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Network> m_network;
};

void TestDoctorProxy::init()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTPS_PROXY", "HTTP_PROXY"})
        qunsetenv(name);
    m_server = std::make_unique<SecureServer>(m_authority.vouchFor("api.lumen.example"));
    m_server->answer(200, R"({"id":"27640875392278831","username":"lumen.light"})");
    m_proxy = std::make_unique<SmallProxy>(m_server->serverPort());
    m_surgery = std::make_unique<Surgery>("https://api.lumen.example");
    const QString folder = m_surgery->desk->folder();
    m_settings = std::make_unique<Settings>(Paths{folder, folder});
    m_network = std::make_unique<Network>(*m_settings, folder, m_surgery->keychain, m_surgery->clock);
    m_network->start();
    m_network->useProxy({.way = ProxyChoice::Way::Manual, .host = u"127.0.0.1"_s, .port = m_proxy->serverPort()});
    QVERIFY(m_network->trust(m_network->read(m_authority.pem()).value()));
    m_surgery->examination->chooseAccount(m_surgery->connectAccount().id);
}

void TestDoctorProxy::cleanup()
{
    m_surgery->examination.reset();
    m_network.reset();
    m_surgery.reset();
    m_proxy.reset();
    m_server.reset();
}

void TestDoctorProxy::signIn(const QByteArray &password)
{
    Awaited<void> kept;
    m_network->signIn(u"127.0.0.1"_s, u"jdoe"_s, Secret(password), &kept.context, kept.callback());
    QVERIFY(kept.wait());
}

QStringList TestDoctorProxy::steps() const
{
    QStringList all;
    for (const DoctorStep &step : stepsOf(*m_surgery->examination))
        all.append(step.todo + u'|' + nameOf(step.who, m_surgery->examination->provider()));
    return all;
}

void TestDoctorProxy::theWayThroughAProxyIsNamed()
{
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Good);
    QCOMPARE(m_surgery->said(Check::Proxy), u"The way leads through the proxy %1."_s.arg(m_proxy->name()));
    QCOMPARE(m_surgery->healthOf(Check::Dns), Health::NotNeeded); // the proxy looks the name up
    QCOMPARE(m_surgery->healthOf(Check::Tls), Health::Good);
    QCOMPARE(m_surgery->healthOf(Check::Reachable), Health::Good);
    QCOMPARE(m_surgery->healthOf(Check::Token), Health::Good);
    QCOMPARE(steps(), QStringList());
    QVERIFY(m_proxy->connected().contains("api.lumen.example:443"_L1));
}

void TestDoctorProxy::aProxyThatForbidsIsTheOneCause()
{
    m_proxy->setMood(SmallProxy::Mood::Forbids);
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Bad);
    QVERIFY2(m_surgery->said(Check::Proxy).contains(m_proxy->name()), qPrintable(m_surgery->said(Check::Proxy)));
    QCOMPARE(m_surgery->healthOf(Check::Tls), Health::Unknown);
    QCOMPARE(m_surgery->healthOf(Check::Reachable), Health::Bad);
    QCOMPARE(m_surgery->healthOf(Check::Token), Health::Unknown); // what fails on the way says nothing of it
    QCOMPARE(steps().size(), 1); // one cause, one step
    QVERIFY2(steps().first().contains("Preferences, Network"_L1), qPrintable(steps().first()));
    QVERIFY(steps().first().endsWith("|You, or who looks after your network"_L1));
    QVERIFY(m_server->heard().isEmpty());
    QVERIFY(doctorReport(*m_surgery->examination).contains(m_proxy->name()));
}

void TestDoctorProxy::aProxyThatIsNotThereIsNamed()
{
    const QString name = m_proxy->name();
    m_proxy->close();
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Bad);
    QVERIFY2(m_surgery->said(Check::Proxy).contains(name), qPrintable(m_surgery->said(Check::Proxy)));
    QVERIFY2(steps().size() == 1 && steps().first().contains("the proxy is not there"_L1),
             qPrintable(steps().join(u'\n')));
}

void TestDoctorProxy::aProxyThatWantsASignInSaysWhereToEnterIt_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("nobody has signed in") << QByteArray();
    QTest::newRow("a wrong password") << QByteArray("wrong");
}

void TestDoctorProxy::aProxyThatWantsASignInSaysWhereToEnterIt()
{
    QFETCH(QByteArray, password);
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    if (!password.isEmpty())
        signIn(password);
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Bad);
    QVERIFY2(steps().size() == 1 && steps().first().contains("the user and the password for the proxy"_L1),
             qPrintable(steps().join(u'\n')));
    QVERIFY(!doctorReport(*m_surgery->examination).contains("jdoe"_L1));

    signIn("right");
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Good);
    QCOMPARE(steps(), QStringList());
}

void TestDoctorProxy::theProxyOpensAgainAndASecondRunSaysSo()
{
    QVERIFY(m_surgery->run());
    m_proxy->setMood(SmallProxy::Mood::Forbids);
    QVERIFY(m_surgery->run()); // what was let through before says nothing
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Bad);
    m_proxy->setMood(SmallProxy::Mood::Open);
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Good);
    QVERIFY(!m_surgery->examination->needsSomebody());
}

void TestDoctorProxy::cancellingWhileTheProxyHangs()
{
    m_proxy->setMood(SmallProxy::Mood::Hangs);
    m_surgery->examination->start();
    QTRY_VERIFY(!m_proxy->asked().isEmpty());
    QCOMPARE(m_surgery->examination->running(), Check::Proxy);
    m_surgery->examination->cancel();
    QVERIFY(!m_surgery->examination->isRunning());
    QVERIFY(!m_surgery->examination->finding(Check::Proxy));
    m_proxy->setMood(SmallProxy::Mood::Open);
    QVERIFY(m_surgery->run());
    QCOMPARE(m_surgery->healthOf(Check::Proxy), Health::Good);
}

void TestDoctorProxy::deletedWhileTheProxyHangs()
{
    m_proxy->setMood(SmallProxy::Mood::Hangs);
    m_surgery->examination->start();
    QTRY_VERIFY(!m_proxy->asked().isEmpty());
    m_surgery->examination.reset();
    QVERIFY(m_surgery->keychain.isIdle());
}

QTEST_GUILESS_MAIN(TestDoctorProxy)
#include "tst_doctorproxy.moc"
