// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/certificate.h"
#include "support/manualclock.h"
#include "support/transportfixture.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

Q_DECLARE_METATYPE(ErrorKind)

using End = ScriptedServer::End;

namespace {

const QByteArray json = "Content-Type: application/json\r\n";

/// An https server that notes every byte it is told.
class TlsServer : public QSslServer
{
public:
    TlsServer(const LoopbackCertificate &identity, const QHostAddress &address)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(identity.certificate);
        tls.setPrivateKey(identity.key);
        setSslConfiguration(tls);
        listen(address);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, &TlsServer::accept);
    }

    QUrl url() const { return QUrl(u"https://%1:%2/"_s.arg(serverAddress().toString()).arg(serverPort())); }
    QByteArray heard() const { return m_heard; }

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_heard += socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
    }

    QByteArray m_heard;
};

} // namespace

/// Servers and networks that misbehave.
class TestTransportFaults : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<TransportFixture>(); }

    // First, since Qt's thread for it ends a little after its manager: at the end of the program what OpenSSL keeps per
    // thread would look leaked.
    void onlyTrustedServersAreToldAnything_data();
    void onlyTrustedServersAreToldAnything();
    void largeAnswersAreRefused_data();
    void largeAnswersAreRefused();
    void anAnswerAtTheLimitIsTaken();
    void repliesThatOthersStartedAreWatchedToo();
    void slownessEndsAtTheTimeLimit_data();
    void slownessEndsAtTheTimeLimit();
    void drippingDoesNotProlongIt();
    void brokenAnswersAreClassified_data();
    void brokenAnswersAreClassified();
    void noServerIsOffline();
    void noSuchHostIsOffline();

private:
    std::unique_ptr<TransportFixture> m_fixture;
};

void TestTransportFaults::largeAnswersAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("repeat");
    const QByteArray head = "HTTP/1.1 200 OK\r\n" + json;
    const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    const QByteArray piece(10'000, 'x');
    QTest::newRow("60 MB announced") << head + "Content-Length: 60000000\r\n\r\n" + piece << 6000;
    QTest::newRow("60 MB until the end") << head + "Connection: close\r\n\r\n" + piece << 6000;
    QTest::newRow("many chunks") << chunked + ("2710\r\n" + piece + "\r\n").repeated(500) << 1;
    QTest::newRow("a large chunk") << chunked + "3938700\r\n" + piece.repeated(500) << 1;
}

void TestTransportFaults::largeAnswersAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, repeat);
    m_fixture->server.script({bytes, End::Hang, repeat});
    for (const Result<Answer> &answer : {m_fixture->get(largestTokenAnswer), m_fixture->post("a=b")}) {
        QVERIFY(!answer);
        QCOMPARE(kindOf(answer), u"Malformed"_s);
    }
    // Stopped while it came, not after 60 MB: what is on the way stays in the buffers of the two sockets.
    QVERIFY2(m_fixture->server.bytesSent() < 30'000'000, qPrintable(QString::number(m_fixture->server.bytesSent())));
}

void TestTransportFaults::anAnswerAtTheLimitIsTaken()
{
    m_fixture->server.answer(200, QByteArray(largestTokenAnswer, 'x'));
    QCOMPARE(bodyOf(m_fixture->get(largestTokenAnswer)).size(), largestTokenAnswer);
    QCOMPARE(bodyOf(m_fixture->post("a=b")).size(), largestTokenAnswer);
    QCOMPARE(kindOf(m_fixture->get(largestTokenAnswer - 1)), u"Malformed"_s);
    QCOMPARE(kindOf(m_fixture->post("a=b", largestTokenAnswer - 1)), u"Malformed"_s);
}

void TestTransportFaults::repliesThatOthersStartedAreWatchedToo()
{
    m_fixture->server.script(
        {"HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n" + QByteArray(10'000, 'x'), End::Hang, 6000});
    const std::unique_ptr<QNetworkReply> reply(
        m_fixture->transport.QNetworkAccessManager::post(QNetworkRequest(m_fixture->url()), QByteArray("a=b")));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(m_fixture->server.bytesSent() < 30'000'000);
    QCOMPARE(kindOf(Transport::read(*reply, 100'000'000)), u"Malformed"_s);
}

void TestTransportFaults::slownessEndsAtTheTimeLimit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1");
    QTest::newRow("half the headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n");
    QTest::newRow("half the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{");
    QTest::newRow("chunks without their end")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
    QTest::newRow("a body without an end") << QByteArray("HTTP/1.1 200 OK\r\n\r\n{\"access_token\":\"t\"}");
}

void TestTransportFaults::slownessEndsAtTheTimeLimit()
{
    QFETCH(QByteArray, bytes);
    m_fixture->transport.setTimeLimit(150ms);
    m_fixture->server.script({bytes, End::Hang});
    QCOMPARE(kindOf(m_fixture->get()), u"TimedOut"_s);
    QCOMPARE(kindOf(m_fixture->post("a=b")), u"TimedOut"_s);
    QCOMPARE(m_fixture->server.requests().size(), 2);
}

void TestTransportFaults::drippingDoesNotProlongIt()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTimer drip;
    connect(&server, &QTcpServer::newConnection, this, [&server, &drip] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        drip.start(10ms);
    });
    m_fixture->transport.setTimeLimit(200ms);
    std::optional<Result<Answer>> result;
    m_fixture->transport.get(QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort())), largestAnswer, this,
                             [&result](Result<Answer> answer) { result = std::move(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 3000);
    QCOMPARE(kindOf(*result), u"TimedOut"_s);
}

void TestTransportFaults::brokenAnswersAreClassified_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01 what is this\r\n\r\n") << ErrorKind::Offline;
    QTest::newRow("another protocol") << QByteArray("220 mail.example ESMTP\r\n\r\n") << ErrorKind::Offline;
    QTest::newRow("nothing") << QByteArray() << ErrorKind::Offline;
    QTest::newRow("less than announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{}")
                                         << ErrorKind::Offline;
    QTest::newRow("chunks cut off") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}")
                                    << ErrorKind::Offline;
}

void TestTransportFaults::brokenAnswersAreClassified()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    m_fixture->server.script({bytes});
    for (const Result<Answer> &answer : {m_fixture->get(), m_fixture->post("a=b")}) {
        QVERIFY(!answer);
        QCOMPARE(kindOf(answer), nameOf(kind));
        QVERIFY(!answer.error().what.contains("access_token"_L1));
    }
}

// A51
void TestTransportFaults::noServerIsOffline()
{
    m_fixture->server.close();
    QCOMPARE(kindOf(m_fixture->get()), u"Offline"_s);
    QCOMPARE(kindOf(m_fixture->post("a=b")), u"Offline"_s);
}

// A51: DNS.
void TestTransportFaults::noSuchHostIsOffline()
{
    std::optional<Result<Answer>> result;
    m_fixture->transport.get(QUrl(u"https://nowhere.invalid/"_s), largestAnswer, this,
                             [&result](Result<Answer> answer) { result = std::move(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 10'000);
    QCOMPARE(kindOf(*result), u"Offline"_s);
}

void TestTransportFaults::onlyTrustedServersAreToldAnything_data()
{
    QTest::addColumn<bool>("known");
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("trusted") << true << 0 << u"127.0.0.1"_s << u"an answer"_s;
    QTest::newRow("nobody vouches") << false << 0 << u"127.0.0.1"_s << u"Insecure"_s;
    QTest::newRow("expired") << true << 800 << u"127.0.0.1"_s << u"Insecure"_s;
    QTest::newRow("not valid yet") << true << -400 << u"127.0.0.1"_s << u"Insecure"_s;
    QTest::newRow("for another host") << true << 0 << u"127.0.0.2"_s << u"Insecure"_s;
}

void TestTransportFaults::onlyTrustedServersAreToldAnything()
{
    QFETCH(bool, known);
    QFETCH(int, age);
    QFETCH(QString, address);
    QFETCH(QString, outcome);
    const QTemporaryDir folder;
    const ManualClock clock(QDateTime::currentDateTimeUtc().addDays(-age));
    const Result<LoopbackCertificate> identity = CertificateStore(folder.path(), clock).certificate();
    QVERIFY(identity);
    TlsServer server(*identity, QHostAddress(address));
    if (!server.isListening())
        QSKIP("this platform has no such address");
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    if (known)
        trusting.addCaCertificate(identity->certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
    const Result<Answer> answer = m_fixture->get(server.url(), largestAnswer);
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(kindOf(answer), outcome);
    QCOMPARE(server.heard().isEmpty(), outcome != "an answer"_L1);
}

QTEST_GUILESS_MAIN(TestTransportFaults)
#include "tst_transportfaults.moc"
