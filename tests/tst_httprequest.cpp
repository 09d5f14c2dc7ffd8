// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/httprequest.h"

#include <QTest>

using namespace tokendesk;

namespace {

QByteArray outcomeOfRequest(const RequestReader &reader)
{
    switch (reader.state()) {
    case RequestReader::State::Incomplete:
        return "incomplete";
    case RequestReader::State::Complete:
        return reader.request().method + ' ' + reader.request().target;
    case RequestReader::State::Refused:
        return QByteArray::number(reader.status());
    case RequestReader::State::NotHttp:
        return "not http";
    }
    Q_UNREACHABLE();
}

} // namespace

class HttpRequestTest : public QObject
{
    Q_OBJECT
private slots:
    void requestIsRead_data();
    void requestIsRead();
    void requestIsReadAtEverySplit();
    void readerKeepsLittle();
};

void HttpRequestTest::requestIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &outcome) {
        QTest::newRow(name) << bytes << outcome;
    };
    row("plain", "GET /a HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a");
    row("line feeds only", "GET /a HTTP/1.1\nHost: x\n\n", "GET /a");
    row("HTTP/1.0", "GET /a HTTP/1.0\r\n\r\n", "GET /a");
    row("empty lines before", "\r\n\r\nGET /a HTTP/1.1\r\n\r\n", "GET /a");
    row("another request behind", "GET /a HTTP/1.1\r\n\r\nGET /favicon.ico HTTP/1.1\r\n\r\n", "GET /a");
    row("empty body announced", "GET /a HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "GET /a");
    row("longest line", "GET /" + QByteArray(8192 - 14, 'a') + " HTTP/1.1\n\n", "GET /" + QByteArray(8192 - 14, 'a'));
    row("line too long", "GET /" + QByteArray(8193 - 14, 'a') + " HTTP/1.1\n\n", "414");
    row("endless line", "GET /" + QByteArray(10'000, 'a'), "414");
    row("header too long", "GET / HTTP/1.1\r\nA: " + QByteArray(40'000, 'a'), "431");
    row("many headers", "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(10'000), "431");
    row("large but fair headers",
        "GET / HTTP/1.1\r\n" + ("Cookie: " + QByteArray(7000, 'c') + "\r\n").repeated(4) + "\r\n", "GET /");
    row("body", "GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", "413");
    row("chunked body", "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "413");
    row("garbage", "\x01\x02\x03\n", "400");
    row("no protocol", "GET /\r\n", "400");
    row("wrong protocol", "GET FOFOFO HTTP 1/1\r\n", "400");
    row("later protocol", "GET / HTTP/2.0\r\n", "400");
    row("two spaces", "GET  / HTTP/1.1\r\n", "400");
    row("no target", "GET  HTTP/1.1\r\n", "400");
    row("NUL in the target", QByteArray("GET /a\0b HTTP/1.1\r\n", 19), "400");
    row("bytes that are no text in the target", "GET /\xFF HTTP/1.1\r\n", "400");
    row("carriage return in the target", "GET /a\rb HTTP/1.1\r\n", "400");
    row("header without colon", "GET / HTTP/1.1\r\nnonsense\r\n", "400");
    row("header without name", "GET / HTTP/1.1\r\n: x\r\n", "400");
    row("space before the colon", "GET / HTTP/1.1\r\nHost : x\r\n", "400");
    row("folded header", "GET / HTTP/1.1\r\nA: b\r\n c\r\n", "400");
    row("NUL in a header", QByteArray("GET / HTTP/1.1\r\nA: b\0c\r\n", 24), "400");
    row("endless empty lines", QByteArray("\r\n").repeated(40'000), "400");
    row("TLS", "\x16\x03\x01\x02", "not http");
    row("unfinished", "GET / HTTP/1.1\r\nHost: x\r\n", "incomplete");
}

void HttpRequestTest::requestIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, outcome);
    RequestReader atOnce;
    atOnce.feed(bytes);
    QCOMPARE(outcomeOfRequest(atOnce), outcome);

    RequestReader bytewise;
    for (const char &byte : bytes)
        bytewise.feed(QByteArrayView(&byte, 1));
    QCOMPARE(outcomeOfRequest(bytewise), outcome);
}

void HttpRequestTest::requestIsReadAtEverySplit()
{
    const QByteArray bytes = "GET /a?b=c HTTP/1.1\r\nHost: localhost:8917\r\nAccept: */*\r\n\r\n";
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        for (qsizetype second = first; second <= bytes.size(); ++second) {
            RequestReader reader;
            reader.feed(QByteArrayView(bytes).first(first));
            reader.feed(QByteArrayView(bytes).sliced(first, second - first));
            QCOMPARE(reader.state() == RequestReader::State::Complete, second == bytes.size());
            reader.feed(QByteArrayView(bytes).sliced(second));
            QCOMPARE(reader.state(), RequestReader::State::Complete);
            QCOMPARE(reader.request().path(), "/a");
            QCOMPARE(reader.request().values("host"), QByteArrayList{"localhost:8917"});
        }
    }
}

void HttpRequestTest::readerKeepsLittle()
{
    RequestReader reader;
    const QByteArray piece(1 << 20, 'a');
    QCOMPARE(reader.feed("GET /" + piece), RequestReader::State::Refused);
    for (int i = 0; i < 150; ++i)
        QCOMPARE(reader.feed(piece), RequestReader::State::Refused);
    QVERIFY(reader.request().target.isEmpty());
}

QTEST_GUILESS_MAIN(HttpRequestTest)
#include "tst_httprequest.moc"
