// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/network.h"
#include "graph/replies.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/privateauthority.h"
#include "support/smallproxy.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

const QUrl instagram(u"https://graph.instagram.com/"_s);

QString textOf(const Result<QString> &proxy)
{
    return proxy ? u"answers by way of "_s + *proxy
                 : nameOf(proxy.error().kind) + u' ' + QString::number(int(proxy.error().hint));
}

} // namespace

/// A company's network: everything leads through its proxy, and its own authority vouches for all.
class TestNetwork : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { m_network.reset(); }

    void aProxyAndAnAuthorityLeadToTheProvider();
    void anUnknownAuthorityIsNamedAndToldNothing();
    void removingTheAuthorityCountsAtOnce();
    void authoritiesAreCheckedBeforeTheyAreTrusted_data();
    void authoritiesAreCheckedBeforeTheyAreTrusted();
    void authoritiesOutliveTheProgram();
    void aProxyThatIsNotThereIsNamed();
    void aProxyThatForbidsIsNamed();
    void aProxyThatHangsIsNamed();
    void aProxyThatWantsASignInIsTold();
    void aWrongPasswordIsTold();
    void theRightPasswordLeadsThroughAndIsKept();
    void theKeychainsRefusalIsToldAndThePasswordUsed();
    void signingOutForgetsThePassword();
    void noOtherProxyIsToldThePassword();
    void theSystemsProxyIsUsed();
    void thisComputerIsNeverReachedByAProxy();
    void noneIsNone();
    void aForeignAnswerIsAPortal_data();
    void aForeignAnswerIsAPortal();
    void theSettingsFileHoldsNoPassword();

private:
    Result<QString> check();
    void useSmallProxy()
    {
        m_network->useProxy({.way = ProxyChoice::Way::Manual, .host = u"127.0.0.1"_s, .port = m_proxy->serverPort()});
    }
    void trustCompany() { QVERIFY(m_network->trust(m_network->read(m_authority->pem()).value())); }
    void openAgain();
    Result<void> signIn(const QByteArray &password, const QString &host = u"127.0.0.1"_s);

    std::unique_ptr<PrivateAuthority> m_authority;
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock{QDateTime::currentDateTimeUtc()};
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<SecureServer> m_server;
    std::unique_ptr<SmallProxy> m_proxy;
};

void TestNetwork::initTestCase()
{
    m_authority = std::make_unique<PrivateAuthority>("Lumen Root CA");
}

void TestNetwork::init()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTPS_PROXY", "HTTP_PROXY"})
        qunsetenv(name);
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_server = std::make_unique<SecureServer>(m_authority->vouchFor("graph.instagram.com"));
    m_proxy = std::make_unique<SmallProxy>(m_server->serverPort());
    openAgain();
}

void TestNetwork::openAgain()
{
    m_network.reset();
    m_settings = std::make_unique<Settings>(Paths{m_folder->path(), m_folder->path()});
    m_network = std::make_unique<Network>(*m_settings, m_folder->path(), *m_keychain, m_clock);
    m_network->start();
}

Result<QString> TestNetwork::check()
{
    Awaited<QString> answer;
    m_network->check(instagram, &answer.context, answer.callback());
    return answer.wait();
}

Result<void> TestNetwork::signIn(const QByteArray &password, const QString &host)
{
    Awaited<void> kept;
    m_network->signIn(host, u"jdoe"_s, Secret(password), &kept.context, kept.callback());
    return kept.wait();
}

void TestNetwork::aProxyAndAnAuthorityLeadToTheProvider()
{
    useSmallProxy();
    trustCompany();
    QCOMPARE(textOf(check()), u"answers by way of "_s + m_proxy->name());
    QCOMPARE(m_proxy->connected(), QStringList{u"graph.instagram.com:443"_s});
    QVERIFY(m_server->heard().toLower().contains("host: graph.instagram.com"));
}

// A51: nothing leaks to whoever opens the connection.
void TestNetwork::anUnknownAuthorityIsNamedAndToldNothing()
{
    useSmallProxy();
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Insecure);
    QCOMPARE(answer.error().hint, ErrorHint::Authority);
    QCOMPARE(answer.error().message, u"Lumen Root CA"_s);
    QVERIFY(m_server->heard().isEmpty());
}

void TestNetwork::removingTheAuthorityCountsAtOnce()
{
    useSmallProxy();
    trustCompany();
    QVERIFY(check());
    QVERIFY(m_network->distrust());
    QVERIFY(m_network->authorities().isEmpty());
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::Authority);
    openAgain();
    QVERIFY(m_network->authorities().isEmpty());
}

void TestNetwork::authoritiesAreCheckedBeforeTheyAreTrusted_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("fault"); // -1 for none
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto row = [](const char *name, const QByteArray &file, AuthorityFault fault) {
        QTest::newRow(name) << file << int(fault);
    };
    QTest::newRow("an authority") << m_authority->pem() << -1;
    QTest::newRow("two") << m_authority->pem() + PrivateAuthority("Other").pem() << -1;
    QTest::newRow("words around it") << "Subject: x\n" + m_authority->pem() + "\nthe end\n" << -1;
    QTest::newRow("in DER") << QSslCertificate(m_authority->pem()).toDer() << -1;
    row("nothing", {}, AuthorityFault::NoCertificate);
    row("words", "hello", AuthorityFault::NoCertificate);
    row("a key alone", m_authority->vouchFor("x").key, AuthorityFault::NoCertificate);
    row("cut off", m_authority->pem().first(300), AuthorityFault::NoCertificate);
    row("too large", QByteArray(largestAuthorityFile + 1, 'x'), AuthorityFault::TooLarge);
    row("of a server", m_authority->vouchFor("graph.instagram.com").certificate, AuthorityFault::NoAuthority);
    row("one of them of a server", m_authority->pem() + m_authority->vouchFor("x").certificate,
        AuthorityFault::NoAuthority);
    row("ended", PrivateAuthority("Old", now.addDays(-100)).pem(), AuthorityFault::Ended);
    row("not begun", PrivateAuthority("New", now.addDays(10)).pem(), AuthorityFault::Ended);
}

void TestNetwork::authoritiesAreCheckedBeforeTheyAreTrusted()
{
    QFETCH(QByteArray, file);
    QFETCH(int, fault);
    const auto read = m_network->read(file);
    QCOMPARE(read ? -1 : int(read.error()), fault);
}

void TestNetwork::authoritiesOutliveTheProgram()
{
    trustCompany();
    openAgain();
    QCOMPARE(m_network->authorities().size(), 1);
    QCOMPARE(subjectOf(m_network->authorities().constFirst()), u"Lumen Root CA"_s);
    useSmallProxy();
    QVERIFY(check());
}

void TestNetwork::aProxyThatIsNotThereIsNamed()
{
    useSmallProxy();
    m_proxy->close();
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().hint, ErrorHint::Proxy);
    QVERIFY(answer.error().message.startsWith("127.0.0.1:"_L1));
}

void TestNetwork::aProxyThatForbidsIsNamed()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::Forbids);
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().hint, ErrorHint::Proxy);
    QCOMPARE(answer.error().message, m_proxy->name());
}

void TestNetwork::aProxyThatHangsIsNamed()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::Hangs);
    Transport transport;
    transport.setTimeLimit(200ms);
    Awaited<Answer> answer;
    transport.get(instagram, largestAnswer, &answer.context, answer.callback());
    const Result<Answer> result = answer.wait();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TimedOut);
    QCOMPARE(result.error().hint, ErrorHint::Proxy);
}

// A51: proxies.
void TestNetwork::aProxyThatWantsASignInIsTold()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    QCOMPARE(answer.error().message, m_proxy->name());
}

void TestNetwork::aWrongPasswordIsTold()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    QVERIFY(signIn("wrong"));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxyPassword);
    QVERIFY(m_proxy->connected().isEmpty());
}

void TestNetwork::theRightPasswordLeadsThroughAndIsKept()
{
    useSmallProxy();
    trustCompany();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right & proper");
    QVERIFY(signIn("wrong"));
    QVERIFY(!check());
    QVERIFY(signIn("right & proper"));
    QCOMPARE(textOf(check()), u"answers by way of "_s + m_proxy->name());
    openAgain();
    QTest::qWait(0);
    QTRY_COMPARE(textOf(check()), u"answers by way of "_s + m_proxy->name());
    QCOMPARE(m_network->proxy().user, u"jdoe"_s);
}

void TestNetwork::theKeychainsRefusalIsToldAndThePasswordUsed()
{
    useSmallProxy();
    trustCompany();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    m_keychain->setMood(MemoryKeychain::Mood::Locked);
    const Result<void> kept = signIn("right");
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::KeychainLocked);
    QVERIFY(check());
}

void TestNetwork::signingOutForgetsThePassword()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    QVERIFY(signIn("right"));
    Awaited<void> removed;
    m_network->signOut(&removed.context, removed.callback());
    QVERIFY(removed.wait());
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    QVERIFY(m_network->proxy().user.isEmpty());
    Awaited<Secret> gone;
    m_keychain->read(u"tokendesk/proxy"_s, &gone.context, gone.callback());
    QVERIFY(!gone.wait());
}

void TestNetwork::noOtherProxyIsToldThePassword()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    QVERIFY(signIn("right", u"proxy.lumen.example"_s));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    for (const QByteArray &head : m_proxy->asked())
        QVERIFY(!head.toLower().contains("proxy-authorization"));
}

void TestNetwork::theSystemsProxyIsUsed()
{
#ifndef Q_OS_LINUX
    QSKIP("elsewhere the system's settings cannot be set for a test alone");
#endif
    qputenv("https_proxy", "http://" + m_proxy->name().toLatin1());
    trustCompany();
    QCOMPARE(textOf(check()), u"answers by way of "_s + m_proxy->name());
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    QVERIFY(!check());
    QVERIFY(signIn("right"));
    QCOMPARE(textOf(check()), u"answers by way of "_s + m_proxy->name());
    qunsetenv("https_proxy");
}

void TestNetwork::thisComputerIsNeverReachedByAProxy()
{
    useSmallProxy();
    QTcpServer local;
    QVERIFY(local.listen(QHostAddress::LocalHost));
    connect(&local, &QTcpServer::newConnection, this, [&local] {
        QTcpSocket *socket = local.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
    });
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        Awaited<QString> answer;
        m_network->check(QUrl(u"http://%1:%2/"_s.arg(host).arg(local.serverPort())), &answer.context,
                         answer.callback());
        QCOMPARE(textOf(answer.wait()), u"answers by way of "_s);
    }
    QVERIFY(m_proxy->asked().isEmpty());
}

void TestNetwork::noneIsNone()
{
    qputenv("https_proxy", "http://" + m_proxy->name().toLatin1());
    m_network->useProxy({.way = ProxyChoice::Way::None});
    Transport transport;
    transport.setTimeLimit(2s);
    Awaited<Answer> answer;
    transport.get(QUrl(u"https://nowhere.invalid/"_s), largestAnswer, &answer.context, answer.callback());
    const Result<Answer> result = answer.wait();
    QVERIFY(!result);
    QCOMPARE(result.error().hint, ErrorHint::None);
    QVERIFY(m_proxy->asked().isEmpty());
    qunsetenv("https_proxy");
}

void TestNetwork::aForeignAnswerIsAPortal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("foreign");
    QTest::newRow("to the hotel's page") << 302 << QByteArray("<html>") << true;
    QTest::newRow("to it for good") << 307 << QByteArray() << true;
    QTest::newRow("RFC 6585") << 511 << QByteArray("<html>") << true;
    QTest::newRow("the hotel's page itself") << 200 << QByteArray("\n<!DOCTYPE html><title>Wi-Fi") << true;
    QTest::newRow("the provider's refusal") << 400 << QByteArray(R"({"error":{"code":100}})") << false;
    QTest::newRow("the provider's success") << 200 << QByteArray("{}") << false;
    QTest::newRow("a page as an error") << 404 << QByteArray("<html>") << false;
}

// A51: captive portals.
void TestNetwork::aForeignAnswerIsAPortal()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, foreign);
    useSmallProxy();
    trustCompany();
    m_server->answer(status, body, "Location: https://wifi.hotel.example/\r\n");
    const Result<QString> answer = check();
    QCOMPARE(!answer && answer.error().hint == ErrorHint::Portal, foreign);
    const Answer same{.status = status, .body = body, .headers = {}};
    const Result<Grant> grant = readGrant(same);
    QVERIFY(!grant);
    QCOMPARE(grant.error().hint == ErrorHint::Portal, foreign);
}

void TestNetwork::theSettingsFileHoldsNoPassword()
{
    useSmallProxy();
    QVERIFY(signIn("canary-of-the-proxy"));
    QFile file(m_folder->filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("jdoe"));
    QVERIFY(!content.contains("canary-of-the-proxy"));
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
