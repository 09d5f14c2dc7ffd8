// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/redirect.h"
#include "support/headlesschromium.h"
#include "support/privateauthority.h"
#include "support/signintrial.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QString relay = u"https://relay.lumen.example/tokendesk/relay.html"_s;

QByteArray pageText()
{
    QFile file(QStringLiteral(TOKENDESK_SOURCE_DIR "/resources/pages/relay.html"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Notes the request lines that reach the fixed address, and who calls elsewhere.
class Listener : public QTcpServer
{
public:
    explicit Listener(quint16 port)
    {
        listen(QHostAddress::LocalHost, port);
        connect(this, &QTcpServer::newConnection, this, &Listener::accept);
    }

    QByteArrayList lines; ///< without the favicon that browsers ask for
    int calls = 0;

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        ++calls;
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray line = socket->readLine().trimmed();
        if (!line.isEmpty() && !line.contains("favicon"))
            lines.append(line);
        socket->write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\nConnection: close\r\n\r\narrived");
        socket->disconnectFromHost();
    }
};

} // namespace

/// The page that an organisation puts on its own site, in a real browser.
class TestRelay : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();

    void thePolicyAllowsThePagesOwnScriptOnly();
    void thePageNamesOneAddressAndIsOneFile();
    void aRelayIsKnownByItsAddress_data();
    void aRelayIsKnownByItsAddress();
    void theAnswerGoesOnAndNowhereElse_data();
    void theAnswerGoesOnAndNowhereElse();
    void aSignInGoesThroughIt();
    void theAddressOfARelayCanBePasted();

private:
    bool isBrowserThere() const { return !HeadlessChromium::program().isEmpty(); }
    QStringList options(quint16 elsewhere) const;

    std::unique_ptr<PrivateAuthority> m_authority;
    std::unique_ptr<SecureServer> m_site;
};

void TestRelay::initTestCase()
{
    m_authority = std::make_unique<PrivateAuthority>("Lumen Root CA");
    m_site = std::make_unique<SecureServer>(m_authority->vouchFor("relay.lumen.example"));
    m_site->answer(200, pageText(), "Content-Type: text/html; charset=utf-8\r\nConnection: close\r\n");
}

/// Leads the organisation's host to the test's site, and every other one to where it is noticed.
QStringList TestRelay::options(quint16 elsewhere) const
{
    return {u"--ignore-certificate-errors"_s,
            u"--host-resolver-rules=MAP relay.lumen.example 127.0.0.1:%1, MAP *.evil.example 127.0.0.1:%2, "
            "MAP evil.example 127.0.0.1:%2"_s.arg(m_site->serverPort())
                .arg(elsewhere)};
}

void TestRelay::thePolicyAllowsThePagesOwnScriptOnly()
{
    const QString page = QString::fromUtf8(pageText());
    for (const QString &tag : {u"script"_s, u"style"_s}) {
        const QRegularExpression element(u"<%1>(.*)</%1>"_s.arg(tag), QRegularExpression::DotMatchesEverythingOption);
        const QByteArray content = element.match(page).captured(1).toUtf8();
        QVERIFY(!content.isEmpty());
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toBase64();
        QVERIFY2(page.contains(u"%1-src 'sha256-%2'"_s.arg(tag, QString::fromLatin1(hash))), qPrintable(tag));
    }
    QVERIFY(page.contains("default-src 'none'"_L1));
    QVERIFY(page.contains("base-uri 'none'"_L1) && page.contains("form-action 'none'"_L1));
    QVERIFY(!page.contains("unsafe-"_L1));
}

void TestRelay::thePageNamesOneAddressAndIsOneFile()
{
    const QString page = QString::fromUtf8(pageText());
    QVERIFY(page.contains("var target = '"_L1 + relayTarget + "';"_L1));
    static const QRegularExpression outside(u"(src|href|url)\\s*[=(]\\s*[\"']?https?:"_s);
    QVERIFY(!page.contains(outside));
    for (const QLatin1StringView risky : {"eval"_L1, "innerHTML"_L1, "document.write"_L1, "fetch("_L1, "XMLHttp"_L1})
        QVERIFY2(!page.contains(risky), risky.data());
}

void TestRelay::aRelayIsKnownByItsAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("a page") << relay << true;
    QTest::newRow("with a port") << u"https://relay.lumen.example:8443/"_s << true;
    QTest::newRow("no path") << u"https://relay.lumen.example"_s << true;
    QTest::newRow("not https") << u"http://relay.lumen.example/"_s << false;
    QTest::newRow("a user") << u"https://127.0.0.1@relay.lumen.example/"_s << false;
    QTest::newRow("a query") << u"https://relay.lumen.example/?to=x"_s << false;
    QTest::newRow("a fragment") << u"https://relay.lumen.example/#x"_s << false;
    QTest::newRow("no host") << u"https:///relay"_s << false;
    QTest::newRow("another scheme") << u"ftp://relay.lumen.example/"_s << false;
}

void TestRelay::aRelayIsKnownByItsAddress()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    const Result<RedirectAddress> read = readRedirectAddress(address);
    QCOMPARE(read.has_value(), good);
    if (!good)
        return;
    QVERIFY(read->relayed);
    QVERIFY(!read->secure);
    QCOMPARE(read->origin + read->path, QByteArray(relayTarget.data(), relayTarget.size()));
}

void TestRelay::theAnswerGoesOnAndNowhereElse_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("expected"); // the request line's target; empty for none
    QTest::newRow("code and state") << QByteArray("?code=AQB-1_x&state=S")
                                    << QByteArray("/relay/?code=AQB-1_x&state=S");
    QTest::newRow("Meta's end") << QByteArray("?code=AQB&state=S#_=_") << QByteArray("/relay/?code=AQB&state=S");
    QTest::newRow("a refusal") << QByteArray("?error=access_denied&error_description=No+way&state=S")
                               << QByteArray("/relay/?state=S&error=access_denied&error_description=No%20way");
    QTest::newRow("odd characters") << QByteArray("?code=a%2Bb%26c%3Dd%23e%2F&state=%25S")
                                    << QByteArray("/relay/?code=a%2Bb%26c%3Dd%23e%2F&state=%25S");
    QTest::newRow("more parameters") << QByteArray(
        "?code=c&state=S&redirect=https://evil.example/&target=//evil.example&port=1@evil.example&host=evil.example")
                                     << QByteArray("/relay/?code=c&state=S");
    QTest::newRow("a host in the state") << QByteArray("?code=c&state=@evil.example/")
                                         << QByteArray("/relay/?code=c&state=%40evil.example%2F");
    QTest::newRow("a script in the code")
        << QByteArray("?code=javascript:location='https://evil.example'&state=S")
        << QByteArray("/relay/?code=javascript%3Alocation%3D%27https%3A%2F%2Fevil.example%27&state=S");
    QTest::newRow("markup") << QByteArray("?code=%22%3E%3Cimg src=https://evil.example/x%3E&state=S")
                            << QByteArray(
                                   "/relay/?code=%22%3E%3Cimg%20src%3Dhttps%3A%2F%2Fevil.example%2Fx%3E&state=S");
    QTest::newRow("a fragment that leads away")
        << QByteArray("?code=c&state=S#//evil.example/@") << QByteArray("/relay/?code=c&state=S");
    QTest::newRow("line breaks") << QByteArray("?code=c%0D%0AHost:%20evil.example&state=S")
                                 << QByteArray("/relay/?code=c%0D%0AHost%3A%20evil.example&state=S");
    QTest::newRow("two codes") << QByteArray("?code=c&code=d&state=S") << QByteArray();
    QTest::newRow("two states") << QByteArray("?code=c&state=S&state=T") << QByteArray();
    QTest::newRow("no state") << QByteArray("?code=c") << QByteArray();
    QTest::newRow("an address alone") << QByteArray("?https://evil.example/") << QByteArray();
    QTest::newRow("all in the fragment") << QByteArray("#code=c&state=S") << QByteArray();
    QTest::newRow("opened by hand") << QByteArray() << QByteArray();
}

// A24: no open redirect.
void TestRelay::theAnswerGoesOnAndNowhereElse()
{
    if (!isBrowserThere())
        QSKIP("there is no Chromium here");
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, expected);
    Listener here(QUrl(relayTarget).port());
    QVERIFY2(here.isListening(), "another program has the relay's port");
    Listener elsewhere(0);
    const HeadlessChromium chromium;
    const auto page = chromium.load(QUrl(relay + QString::fromLatin1(query)), options(elsewhere.serverPort()));
    QVERIFY(page);
    QCOMPARE(elsewhere.calls, 0);
    if (expected.isEmpty()) {
        QCOMPARE(here.lines, QByteArrayList());
        QVERIFY(page->contains(R"(<div id="waiting" hidden="")"));
        QVERIFY(page->contains(R"(<div id="nothing">)"));
        return;
    }
    QCOMPARE(here.lines, QByteArrayList{"GET " + expected + " HTTP/1.1"});
    QVERIFY(page->contains("arrived"));
}

// A23, A24: the relay's address in both requests, and the validator of every other redirect.
void TestRelay::aSignInGoesThroughIt()
{
    if (!isBrowserThere())
        QSKIP("there is no Chromium here");
    const QTemporaryDir folder;
    const ManualClock clock;
    CertificateStore certificates(folder.path(), clock);
    SignInTrial trial(certificates);
    trial.request.redirectAddresses = {relay};
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->size(), 1);
    QCOMPARE(trial.authorization().value("redirect_uri"), relay.toUtf8());
    const HeadlessChromium chromium;
    const QUrl answer(relay + u"?code=AQB-1_x&state="_s + QString::fromLatin1(trial.state()) + u"#_"_s);
    const auto page = chromium.load(answer, options(1));
    QVERIFY(page);
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.token, SignInTrial::goodToken);
    const auto form = formOf(trial.server.body(0));
    QCOMPARE(form.value("redirect_uri"), relay.toUtf8());
    QCOMPARE(form.value("code"), QByteArray("AQB-1_x"));
}

// A24
void TestRelay::theAddressOfARelayCanBePasted()
{
    const Secret state("S");
    const auto good = [&state](const QString &text) { return readPastedAddress(text, relay, state).has_value(); };
    QVERIFY(good(relay + u"?code=c&state=S#_"_s));
    QVERIFY(good(QString(relayTarget) + u"?code=c&state=S"_s));
    QVERIFY(!good(u"https://relay.lumen.example.evil.example/tokendesk/relay.html?code=c&state=S"_s));
    QVERIFY(!good(u"https://relay.lumen.example/tokendesk/?code=c&state=S"_s));
    QVERIFY(!good(relay + u"?code=c&state=T"_s));
}

QTEST_MAIN(TestRelay)
#include "tst_relay.moc"
