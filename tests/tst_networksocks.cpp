// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/networkstage.h"
#include "support/smallsocks.h"

#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

using Mood = SmallSocks::Mood;

/// A network that is left by a SOCKS 5 proxy alone.
class TestNetworkSocks : public QObject, protected NetworkStage
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { end(); }

    void itLeadsToTheProviderAndResolvesItsName();
    void theSystemsProxyIsUsed();
    void aRightPasswordLeadsThrough();
    void troubleIsNamed_data();
    void troubleIsNamed();
    void oneThatIsNotThereIsNamed();
    void oneThatHangsIsNamed();
    void noOtherProxyIsToldThePassword();
    void whereThereAreTwoEachIsSignedInToOnce();

private:
    void goBy(const QString &host);

    std::unique_ptr<SmallSocks> m_socks;
};

/// The same one by another name, as a PAC file sends one request here and the next there.
void TestNetworkSocks::goBy(const QString &host)
{
    m_network->useProxy({.way = ProxyChoice::Way::Manual,
                         .kind = ProxyChoice::Kind::Socks5,
                         .host = host,
                         .port = m_socks->serverPort()});
}

void TestNetworkSocks::init()
{
    begin();
    m_socks = std::make_unique<SmallSocks>(m_server->serverPort());
    goBy(u"127.0.0.1"_s);
    trustCompany();
}

void TestNetworkSocks::itLeadsToTheProviderAndResolvesItsName()
{
    const Result<QString> answer = check();
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(*answer, m_socks->name());
    QCOMPARE(m_socks->asked(), QStringList{u"graph.instagram.com:443"_s}); // no name server here is asked
    QVERIFY(m_server->heard().toLower().contains("host: graph.instagram.com"));
}

void TestNetworkSocks::theSystemsProxyIsUsed()
{
#ifndef Q_OS_LINUX
    QSKIP("elsewhere the system's settings cannot be set for a test alone");
#endif
    m_network->useProxy({.way = ProxyChoice::Way::System});
    qputenv("https_proxy", "socks5://" + m_socks->name().toLatin1());
    const Result<QString> answer = check();
    qunsetenv("https_proxy");
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(*answer, m_socks->name());
    QCOMPARE(m_socks->asked(), QStringList{u"graph.instagram.com:443"_s});
}

void TestNetworkSocks::aRightPasswordLeadsThrough()
{
    m_socks->setMood(Mood::WantsSignIn);
    m_socks->setCredentials("jdoe:right & proper");
    QVERIFY(signIn("right & proper"));
    const Result<QString> answer = check();
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(*answer, m_socks->name());
    QCOMPARE(m_socks->told(), QByteArrayList{"jdoe:right & proper"});
}

void TestNetworkSocks::troubleIsNamed_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<QByteArray>("password"); // empty where nobody has signed in
    QTest::addColumn<ErrorHint>("hint");
    QTest::newRow("it wants a sign-in") << Mood::WantsSignIn << QByteArray() << ErrorHint::ProxySignIn;
    QTest::newRow("it does not take the password") << Mood::WantsSignIn << "wrong"_ba << ErrorHint::ProxyPassword;
    QTest::newRow("it does not let through") << Mood::Forbids << QByteArray() << ErrorHint::Proxy;
}

// A51: proxies.
void TestNetworkSocks::troubleIsNamed()
{
    QFETCH(Mood, mood);
    QFETCH(QByteArray, password);
    QFETCH(ErrorHint, hint);
    m_socks->setMood(mood);
    m_socks->setCredentials("jdoe:right");
    if (!password.isEmpty())
        QVERIFY(signIn(password));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, hint);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().message, m_socks->name());
    QVERIFY(m_server->heard().isEmpty());
}

void TestNetworkSocks::oneThatIsNotThereIsNamed()
{
    const QString name = m_socks->name();
    m_socks->close();
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().hint, ErrorHint::Proxy);
    QCOMPARE(answer.error().message, name);
}

void TestNetworkSocks::oneThatHangsIsNamed()
{
    m_socks->setMood(Mood::Hangs);
    Transport transport;
    transport.setTimeLimit(200ms);
    Awaited<Answer> answer;
    transport.get(instagram, largestAnswer, &answer.context, answer.callback());
    const Result<Answer> result = answer.wait();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TimedOut);
    QCOMPARE(result.error().hint, ErrorHint::Proxy);
}

void TestNetworkSocks::noOtherProxyIsToldThePassword()
{
    m_socks->setMood(Mood::WantsSignIn);
    QVERIFY(signIn("right", u"proxy.lumen.example"_s));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    QVERIFY(m_socks->isMet());
    QVERIFY(m_socks->told().isEmpty());
}

void TestNetworkSocks::whereThereAreTwoEachIsSignedInToOnce()
{
    const QString one = u"127.0.0.1"_s;
    const QString other = u"localhost"_s;
    m_socks->setMood(Mood::WantsSignIn);
    m_socks->setCredentials("jdoe:right");
    QVERIFY(signIn("right", one));
    QVERIFY(check());
    goBy(other);
    QCOMPARE(check().error().hint, ErrorHint::ProxySignIn); // nobody has said that it may be told
    QVERIFY(signIn("right", other));
    for (const QString &host : {other, one, other, one}) {
        goBy(host);
        const Result<QString> answer = check();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    }
    QCOMPARE(m_network->proxy().userAt, QStringList({one, other}));

    m_socks->setCredentials("jdoe:newer");
    QVERIFY(signIn("newer", one)); // what the other would want now is not known
    QCOMPARE(m_network->proxy().userAt, QStringList(one));
    QVERIFY(check());
    const qsizetype told = m_socks->told().size();
    goBy(other);
    QVERIFY(!check());
    QCOMPARE(m_socks->told().size(), told);
}

QTEST_GUILESS_MAIN(TestNetworkSocks)
#include "tst_networksocks.moc"
