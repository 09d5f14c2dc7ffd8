// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QString token = u"IGAAJ0bFmkZBTBBZAGJ3c2Vy_Canary-0123456789"_s;

/// What the test below looks at from outside: a process that logs what should not come out.
int chatter()
{
    installMessageHandler();
    for (const char *name : {"qt.network.ssl", "qt.networkauth.oauth2", "qt.httpserver", "qt.qpa.clipboard"}) {
        const QLoggingCategory category(name);
        qCDebug(category) << "silenced debug" << token;
        qCWarning(category) << "silenced warning" << token;
        qCCritical(category) << "silenced critical" << token;
    }
    const QLoggingCategory keys("qt.qpa.input");
    qCDebug(keys) << "silenced debug: typed a letter";
    qCWarning(keys) << "heard: no keyboard";
    qCInfo(lcGraph) << "heard: token" << token << "end";
    qWarning("heard: first line\n2026-01-01 info tokendesk.app: forged");
    qCInfo(lcApp).noquote() << "heard: escape \x1B[31m";
    return 0;
}

} // namespace

class TestLogging : public QObject
{
    Q_OBJECT
private slots:
    void secretsAreRedacted_data();
    void secretsAreRedacted();
    void sentencesSurvive_data();
    void sentencesSurvive();
    void deceptiveCharactersBecomeVisible();
    void hugeHostileTextIsQuick();
    void rulesCannotSwitchSecretsOn_data();
    void rulesCannotSwitchSecretsOn();
};

void TestLogging::secretsAreRedacted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("Instagram token", "got "_L1 + token + '.'_L1, u"got [redacted]"_s);
    row("Basic Display token", u"(IGQVJXabcdefghijklmnop)"_s, u"([redacted])"_s);
    row("Facebook token", u"EAAGm0PX4ZCpsBAKabc"_s, u"[redacted]"_s);
    row("Practice token", u"PRACTICEeyJpZCI6MX0abcdef"_s, u"[redacted]"_s);
    row("token glued to a word", u"xxxIGAAabcdefghijklmnop"_s, u"xxx[redacted]"_s);
    row("app token", u"1234567890|abcdefghijklmnopqrst"_s, u"[redacted]"_s);
    row("app token, encoded", u"1234567890%7Cabcdefghijklmnopqrst"_s, u"[redacted]"_s);
    row("app secret", u"a 0123456789abcdef0123456789ABCDEF z"_s, u"a [redacted] z"_s);
    row("app secret between underscores", u"x_0123456789abcdef0123456789abcdef_y"_s, u"x_[redacted]_y"_s);
    row("query", u"https://example.org/?access_token=abc&fields=id"_s,
        u"https://example.org/?access_token=[redacted]&fields=id"_s);
    row("query, upper case", u"?ACCESS_TOKEN=abc"_s, u"?ACCESS_TOKEN=[redacted]"_s);
    row("query, encoded twice", u"?next=%2F%3Faccess_token%3Dabc%2526"_s, u"?next=%2F%3Faccess_token%3D[redacted]"_s);
    row("secret in a form", u"client_secret=s3cr+t/%26&code=x"_s, u"client_secret=[redacted]&code=x"_s);
    row("code and state", u"GET /instagram/?code=AQBx-1_y2345&state=abcdefgh12 HTTP/1.1"_s,
        u"GET /instagram/?code=[redacted]&state=[redacted] HTTP/1.1"_s);
    row("code in a form that begins with it", u"code=AQBx-1_y2345&x=1"_s, u"code=[redacted]&x=1"_s);
    row("verifier", u"code_verifier=dBjftJeZ4CVP"_s, u"code_verifier=[redacted]"_s);
    row("proof", u"appsecret_proof=abc"_s, u"appsecret_proof=[redacted]"_s);
    row("JSON", u"{\"access_token\": \"abc\", \"expires_in\": 1}"_s,
        u"{\"access_token\": \"[redacted]\", \"expires_in\": 1}"_s);
    row("JSON as QDebug quotes it", u"{\\\"access_token\\\":\\\"abc\\\",\\\"x\\\":1}"_s,
        u"{\\\"access_token\\\":\\\"[redacted]\\\",\\\"x\\\":1}"_s);
    row("single quotes", u"{'refresh_token': 'abc'}"_s, u"{'refresh_token': '[redacted]'}"_s);
    row("JSON code", u"{\"code\":\"AQBx-1_y2345\"}"_s, u"{\"code\":\"[redacted]\"}"_s);
    row("authorization header", u"Authorization: Bearer abc"_s, u"Authorization: Bearer [redacted]"_s);
    row("authorization header of another kind", u"authorization:Basic dTpw"_s, u"authorization:Basic [redacted]"_s);
    row("bearer alone", u"bearer abcdefghijklmnop"_s, u"bearer [redacted]"_s);
    row("cookie", u"Cookie: sessionid=1"_s, u"Cookie: [redacted]"_s);
    row("half a surrogate pair beside it", QString(QChar(0xD800)) + token, u"\uFFFD[redacted]"_s);
    row("NUL beside it", QString(QChar(0)) + token, u"\uFFFD[redacted]"_s);
    row("two", token + u' ' + token, u"[redacted] [redacted]"_s);
}

void TestLogging::secretsAreRedacted()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(redacted(text), expected);
}

void TestLogging::sentencesSurvive_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"Matching code was not found or was already used",
          "Error validating access token: Session has expired on Monday, 05-Jan-26 00:30:00 PST.",
          "Error validating access token: The user has not authorized application.",
          "Invalid OAuth access token - Cannot parse access token", "Error validating client secret.",
          "The state: working. The code: 190, subcode 460.", "HTTP 400, code=190 state=done",
          "{\"error\":{\"code\":190,\"error_subcode\":460}}", "the bearer of this token",
          "Angaben zur Person: Größe 1,80 m – 日本語 – العربية", "IGAA is what such tokens begin with",
          "17841405793187218 is an id, https://localhost:8917/instagram/ an address",
          "550e8400-e29b-41d4-a716-446655440000", "AB:CD:EF:01:23", "first line\n\tsecond line", "50 % of %1", ""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestLogging::sentencesSurvive()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

void TestLogging::deceptiveCharactersBecomeVisible()
{
    QCOMPARE(redacted(u"a\u202Eb\u2066c\x1B[31md\u0085e\u2028f\rg"_s),
             u"a\uFFFDb\uFFFDc\uFFFD[31md\uFFFDe\uFFFDf\uFFFDg"_s);
}

void TestLogging::hugeHostileTextIsQuick()
{
    const QString hex = u"0"_s.repeated(1'000'000) + 'x'_L1;
    QCOMPARE(redacted(hex), hex);
    const QString dots = u"access_token"_s.repeated(100'000);
    QCOMPARE(redacted(dots), dots);
    const QString secret = u"IGAA"_s + u"a"_s.repeated(1'000'000);
    QCOMPARE(redacted(secret), u"[redacted]"_s);
}

void TestLogging::rulesCannotSwitchSecretsOn_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("no rules") << QString();
    QTest::newRow("everything on") << u"*=true"_s;
    QTest::newRow("by name") << u"qt.networkauth.*=true;qt.network.ssl.debug=true;qt.qpa.input=true"_s;
}

void TestLogging::rulesCannotSwitchSecretsOn()
{
    QFETCH(QString, rules);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, rules);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--chatter"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QByteArray log = process.readAllStandardError() + process.readAllStandardOutput();
    QCOMPARE(log.count("heard"), 4);
    QVERIFY2(!log.contains("silenced"), log.constData());
    QVERIFY2(!log.contains("Canary"), log.constData());
    QVERIFY(log.contains("tokendesk.graph: heard: token \"[redacted]\" end"));
    QVERIFY2(!log.contains("\n2026-01-01 info"), log.constData());
    QVERIFY(!log.contains('\x1B'));
}

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--chatter")
        return chatter();
    QCoreApplication application(argc, argv);
    TestLogging test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_logging.moc"
