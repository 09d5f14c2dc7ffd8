// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replies.h"
#include "support/networkstage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// A company's network: everything leads through its proxy, and its own authority vouches for all.
class TestNetwork : public QObject, protected NetworkStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void aProxyAndAnAuthorityLeadToTheProvider();
    void anUnknownAuthorityIsNamedAndToldNothing();
    void removingTheAuthorityCountsAtOnce();
    void authoritiesAreCheckedBeforeTheyAreTrusted_data();
    void authoritiesAreCheckedBeforeTheyAreTrusted();
    void authoritiesOutliveTheProgram();
    void aProxyThatIsNotThereIsNamed();
    void aProxyThatForbidsIsNamed();
    void aProxyThatHangsIsNamed();
    void theSystemsProxyIsUsed();
    void thisComputerIsNeverReachedByAProxy();
    void noneIsNone();
    void aForeignAnswerIsAPortal_data();
    void aForeignAnswerIsAPortal();
};

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

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
