// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/network.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/privateauthority.h"
#include "support/smallsocks.h"

#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

using Mood = SmallSocks::Mood;

namespace {

const QUrl instagram(u"https://graph.instagram.com/"_s);

} // namespace

/// A network that is left by a SOCKS 5 proxy alone.
class TestNetworkSocks : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_authority = std::make_unique<PrivateAuthority>("Lumen Root CA"); }
    void init();
    void cleanup() { m_network.reset(); }

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
    Result<QString> check();
    void goBy(const QString &host);
    Result<void> signIn(const QByteArray &password, const QString &host = u"127.0.0.1"_s);

    std::unique_ptr<PrivateAuthority> m_authority;
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock{QDateTime::currentDateTimeUtc()};
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<SecureServer> m_server;
    std::unique_ptr<SmallSocks> m_proxy;
};

/// The same one by another name, as a PAC file sends one request here and the next there.
void TestNetworkSocks::goBy(const QString &host)
{
    m_network->useProxy({.way = ProxyChoice::Way::Manual,
                         .kind = ProxyChoice::Kind::Socks5,
                         .host = host,
                         .port = m_proxy->serverPort()});
}

void TestNetworkSocks::init()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTPS_PROXY", "HTTP_PROXY"})
        qunsetenv(name);
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_settings = std::make_unique<Settings>(Paths{m_folder->path(), m_folder->path()});
    m_server = std::make_unique<SecureServer>(m_authority->vouchFor("graph.instagram.com"));
    m_proxy = std::make_unique<SmallSocks>(m_server->serverPort());
    m_network = std::make_unique<Network>(*m_settings, m_folder->path(), *m_keychain, m_clock);
    m_network->start();
    goBy(u"127.0.0.1"_s);
    QVERIFY(m_network->trust(m_network->read(m_authority->pem()).value()));
}

Result<QString> TestNetworkSocks::check()
{
    Awaited<QString> answer;
    m_network->check(instagram, &answer.context, answer.callback());
    return answer.wait();
}

Result<void> TestNetworkSocks::signIn(const QByteArray &password, const QString &host)
{
    Awaited<void> kept;
    m_network->signIn(host, u"jdoe"_s, Secret(password), &kept.context, kept.callback());
    return kept.wait();
}

void TestNetworkSocks::itLeadsToTheProviderAndResolvesItsName()
{
    const Result<QString> answer = check();
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(*answer, m_proxy->name());
    QCOMPARE(m_proxy->asked(), QStringList{u"graph.instagram.com:443"_s}); // no name server here is asked
    QVERIFY(m_server->heard().toLower().contains("host: graph.instagram.com"));
}

void TestNetworkSocks::theSystemsProxyIsUsed()
{
#ifndef Q_OS_LINUX
    QSKIP("elsewhere the system's settings cannot be set for a test alone");
#endif
    m_network->useProxy({.way = ProxyChoice::Way::System});
    qputenv("https_proxy", "socks5://" + m_proxy->name().toLatin1());
    const Result<QString> answer = check();
    qunsetenv("https_proxy");
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(*answer, m_proxy->name());
    QCOMPARE(m_proxy->asked(), QStringList{u"graph.instagram.com:443"_s});
}

void TestNetworkSocks::aRightPasswordLeadsThrough()
{
    m_proxy->setMood(Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right & proper");
    QVERIFY(signIn("right & proper"));
    const Result<QString> answer = check();
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(*answer, m_proxy->name());
    QCOMPARE(m_proxy->told(), QByteArrayList{"jdoe:right & proper"});
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
    m_proxy->setMood(mood);
    m_proxy->setCredentials("jdoe:right");
    if (!password.isEmpty())
        QVERIFY(signIn(password));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, hint);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().message, m_proxy->name());
    QVERIFY(m_server->heard().isEmpty());
}

void TestNetworkSocks::oneThatIsNotThereIsNamed()
{
    const QString name = m_proxy->name();
    m_proxy->close();
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().hint, ErrorHint::Proxy);
    QCOMPARE(answer.error().message, name);
}

void TestNetworkSocks::oneThatHangsIsNamed()
{
    m_proxy->setMood(Mood::Hangs);
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
    m_proxy->setMood(Mood::WantsSignIn);
    QVERIFY(signIn("right", u"proxy.lumen.example"_s));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    QVERIFY(m_proxy->isMet());
    QVERIFY(m_proxy->told().isEmpty());
}

void TestNetworkSocks::whereThereAreTwoEachIsSignedInToOnce()
{
    const QString one = u"127.0.0.1"_s;
    const QString other = u"localhost"_s;
    m_proxy->setMood(Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
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

    m_proxy->setCredentials("jdoe:newer");
    QVERIFY(signIn("newer", one)); // what the other would want now is not known
    QCOMPARE(m_network->proxy().userAt, QStringList(one));
    QVERIFY(check());
    const qsizetype told = m_proxy->told().size();
    goBy(other);
    QVERIFY(!check());
    QCOMPARE(m_proxy->told().size(), told);
}

QTEST_GUILESS_MAIN(TestNetworkSocks)
#include "tst_networksocks.moc"
