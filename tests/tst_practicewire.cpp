// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practicefixture.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tokendesk;
using Answer = PracticeClient::Answer;

/// Every fault on the connection gives what it says, and none harms the server.
class TestPracticeWire : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_practice.emplace(); }

    void aHungConnectionGivesNothing();
    void aDripGivesTheAnswerByteByByte();
    void aResetDoesNothing();
    void aLostAnswerWasGivenAllTheSame();
    void garbageIsNoHttp();
    void aHugeAnswerIsHuge();
    void aTruncatedAnswerEndsEarly();
    void clientsMayLeaveAtAnyTime_data();
    void clientsMayLeaveAtAnyTime();
    void theServerMayLeaveAtAnyTime_data();
    void theServerMayLeaveAtAnyTime();

private:
    std::unique_ptr<QNetworkReply> startMe();
    Answer exchange(const QString &code);

    std::optional<PracticeFixture> m_practice;
};

std::unique_ptr<QNetworkReply> TestPracticeWire::startMe()
{
    return m_practice->client.start("GET", m_practice->client.url(u"/me"_s));
}

Answer TestPracticeWire::exchange(const QString &code)
{
    return m_practice->client.post(u"/oauth/access_token"_s, m_practice->client.exchange(code));
}

void TestPracticeWire::aHungConnectionGivesNothing()
{
    m_practice->server.inject({.name = u"hang"_s, .times = 1});
    const auto hung = startMe();
    QTRY_COMPARE(m_practice->server.requests(), QStringList{u"GET /me"_s});
    QCOMPARE(startMe()->isFinished(), false);
    QCOMPARE(PracticeClient::wait(startMe()).status, 400); // others are served meanwhile
    QVERIFY(!hung->isFinished());
    QCOMPARE(hung->bytesAvailable(), 0);
}

void TestPracticeWire::aDripGivesTheAnswerByteByByte()
{
    const auto whole = PracticeClient::wait(startMe());
    m_practice->server.inject({.name = u"drip"_s});
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_practice->server.port());
    socket.write("GET /me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QSignalSpy pieces(&socket, &QIODevice::readyRead);
    QTRY_VERIFY(pieces.size() >= 4);
    QVERIFY(socket.bytesAvailable() < 20);
    QVERIFY(whole.body.size() > 20);
    QVERIFY(QByteArray("HTTP/1.1 400 Practice").startsWith(socket.readAll()));
}

void TestPracticeWire::aResetDoesNothing()
{
    const QString code = m_practice->client.code();
    m_practice->server.inject({.name = u"reset"_s, .endpoint = u"token"_s, .times = 2}); // Qt may try again by itself
    const Answer answer = exchange(code);
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.error == QNetworkReply::RemoteHostClosedError || answer.error == QNetworkReply::UnknownNetworkError);
    m_practice->server.clearFaults();
    QCOMPARE(exchange(code).status, 200);
}

void TestPracticeWire::aLostAnswerWasGivenAllTheSame()
{
    const QString code = m_practice->client.code();
    m_practice->server.inject({.name = u"reset-after-request"_s, .endpoint = u"token"_s, .times = 2});
    QCOMPARE(exchange(code).status, 0);
    m_practice->server.clearFaults();
    QVERIFY(exchange(code).body.contains("Matching code was not found or was already used"));
}

void TestPracticeWire::garbageIsNoHttp()
{
    m_practice->server.inject({.name = u"garbage"_s});
    const Answer answer = PracticeClient::wait(startMe());
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.error != QNetworkReply::NoError);
}

void TestPracticeWire::aHugeAnswerIsHuge()
{
    m_practice->server.inject({.name = u"huge"_s});
    const Answer answer = PracticeClient::wait(startMe());
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.size() > 60 * 1024 * 1024);
    QVERIFY(answer.body.startsWith("{\"access_token\":\"PRACTICE\",\"padding\":\"xxx"));
    QVERIFY(answer.body.endsWith("xxx\"}"));
}

void TestPracticeWire::aTruncatedAnswerEndsEarly()
{
    m_practice->server.inject({.name = u"truncated"_s, .endpoint = u"me"_s});
    const Answer answer = m_practice->client.me(m_practice->client.shortToken());
    QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
    QVERIFY(answer.json().isEmpty());
}

void TestPracticeWire::clientsMayLeaveAtAnyTime_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"hang"_s, u"drip"_s, u"huge"_s, u"reset"_s, u"truncated"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestPracticeWire::clientsMayLeaveAtAnyTime()
{
    QFETCH(const QString, name);
    m_practice->server.inject({.name = name, .times = 20});
    for (int i = 1; i <= 20; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_practice->server.port());
        socket.write("GET /me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_practice->server.requests().size(), i, 5000);
        if (i % 2 == 0)
            socket.disconnectFromHost(); // half of them politely
    }
    QCOMPARE(PracticeClient::wait(startMe()).status, 400);
}

void TestPracticeWire::theServerMayLeaveAtAnyTime_data()
{
    clientsMayLeaveAtAnyTime_data();
}

void TestPracticeWire::theServerMayLeaveAtAnyTime()
{
    QFETCH(const QString, name);
    const ManualClock clock;
    std::optional<PracticeServer> server(std::in_place, clock);
    QVERIFY(server->listen());
    server->inject({.name = name});
    PracticeClient client(server->port());
    const auto first = client.start("GET", client.url(u"/me"_s));
    const auto second = client.start("GET", client.url(u"/me"_s));
    QTRY_VERIFY(server->requests().size() >= 2);
    server.reset();
    QTRY_VERIFY(first->isFinished() && second->isFinished());
}

QTEST_GUILESS_MAIN(TestPracticeWire)
#include "tst_practicewire.moc"
