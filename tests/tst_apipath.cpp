// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/apianswer.h"
#include "handout/curl.h"
#include "provider/apipath.h"
#include "provider/catalog.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QByteArray token = "IGAAcanary" + QByteArray(80, 'Z') + "/+=";

const Provider &instagram()
{
    static const Catalog catalog{QString()};
    return *catalog.description(u"instagram"_s);
}

ApiAnswer answered(const QByteArray &body, int status = 200)
{
    const Secret secret(token);
    Answer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = {{"Content-Type", "application/json"}};
    return readApiAnswer(answer, {&secret});
}

QString textOf(const ApiAnswer &answer)
{
    return answer.root ? asText(*answer.root) : u"(nothing)"_s;
}

} // namespace

/// What may be asked of an API, what of an answer may be seen, and the command that asks the same.
class TestApiPath : public QObject
{
    Q_OBJECT
private slots:
    void whatIsHarmlessIsRead_data();
    void whatIsHarmlessIsRead();
    void tricksAreRefused_data();
    void tricksAreRefused();
    void noPathLeadsToAnotherHost();
    void everyBuiltInCallCanBeAsked();
    void secretsInAnAnswerAreMasked_data();
    void secretsInAnAnswerAreMasked();
    void anAnswerIsToldAsItWas();
    void refusalsAreTold();
    void theCommandRunsWithoutATokenInSight();
    void theCommandIsQuotedForPowerShell();
    void theToolKnowsTheAccountByTheName();
};

void TestApiPath::whatIsHarmlessIsRead_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const char *typed, const QString &path) { QTest::newRow(typed) << path; };
    row("/me", u"/me"_s);
    row("me", u"/me"_s);
    row("  /me/media?fields=id,caption ", u"/me/media?fields=id,caption"_s);
    row("/17841400000000001?fields=media.limit(2){id,comments{text}}",
        u"/17841400000000001?fields=media.limit(2){id,comments{text}}"_s);
    row("/me/insights?since=2026-11-01T00:00:00&until=%2B1day",
        u"/me/insights?since=2026-11-01T00:00:00&until=%2B1day"_s);
    row("https://graph.instagram.com/v25.0/me/media?limit=2", u"/me/media?limit=2"_s);
    row("/me?", u"/me"_s);
    row("/me/file.json", u"/me/file.json"_s);
}

void TestApiPath::whatIsHarmlessIsRead()
{
    QFETCH(QString, path);
    const auto read = readApiPath(QString::fromLatin1(QTest::currentDataTag()), instagram());
    QVERIFY(read);
    QCOMPARE(read->text(), path);
}

void TestApiPath::tricksAreRefused_data()
{
    QTest::addColumn<PathFault>("fault");
    const auto rows = [](PathFault fault, std::initializer_list<const char *> all) {
        for (const char *typed : all)
            QTest::newRow(typed) << fault;
    };
    rows(PathFault::Host,
         {"//evil.example/me", "https://evil.example/me", "http://graph.instagram.com/v25.0/me",
          "https://graph.instagram.com.evil.example/me", "https://graph.instagram.com@evil.example/me", "@evil.example",
          "/@evil.example/me", ":8080/me", "/me//media", "\\\\evil.example\\me", "/me\\..\\x", "file:///etc/passwd",
          "javascript:alert(1)", "graph.facebook.com:443/me", "/me?next=//evil.example", "/me?a=b@c",
          "https:/evil.example/", "HTTPS://EVIL.EXAMPLE/"});
    rows(PathFault::Climb,
         {"/..", "../me", "/me/../oauth/access_token", "/me/%2e%2e/x", "/me/.%2E/x", "/./me", "/me/%2E"});
    rows(PathFault::Character,
         {"/me media", "/me#x", "/me?fields=a b", "/m\u00e9", "/me?fields=%zz", "/me/%2Fmedia", "/me/%00", "/me?fields",
          "/me?=x", "/me?a=b&&c=d", "/me?a='b'", "/me?a=\"b\"", "/me?a=`id`", "/me?a=$(id)", "/me/<x>", "/me/"});
    rows(PathFault::Credential,
         {"/me?access_token=abc", "/me?ACCESS_TOKEN=abc", "/me?fields=id&appsecret_proof=1", "/me?client_secret=x",
          "/me?method=delete", "/me?Method=POST", "/me?batch=[]", "/me?code=abcdefgh", "/me?x_token=1",
          "/me?a=IGAAabcdefghijklmnopqrst", "/me?input_token=x", "/me?q=access_token%3DEAAabcdefghijklmnop"});
    rows(PathFault::Effect,
         {"/oauth/access_token", "/oauth/revoke", "/refresh_access_token", "/access_token", "/123/access_tokens",
          "/device/login", "/Refresh_Access_Token?grant_type=ig_refresh_token", "/debug_token", "/oauth%2Frevoke",
          "/acc%65ss_token"});
    rows(PathFault::Empty, {"", "/", "   "});
    QTest::newRow(QByteArray("/a?b=" + QByteArray(1000, 'x')).constData()) << PathFault::TooLong;
}

void TestApiPath::tricksAreRefused()
{
    QFETCH(PathFault, fault);
    const auto read = readApiPath(QString::fromUtf8(QTest::currentDataTag()), instagram());
    QVERIFY2(!read, read ? qPrintable(read->text()) : "");
    QCOMPARE(read.error(), fault);
}

void TestApiPath::noPathLeadsToAnotherHost()
{
    const QStringList pieces{u"/"_s,
                             u"\\"_s,
                             u".."_s,
                             u"@"_s,
                             u":"_s,
                             u"?"_s,
                             u"#"_s,
                             u"&"_s,
                             u"=%"_s,
                             u"2e"_s,
                             u"me"_s,
                             u"%2f"_s,
                             u"evil.example"_s,
                             u"https:"_s,
                             u"oauth"_s,
                             u"a=b"_s,
                             u"."_s,
                             u"["_s,
                             u"]"_s,
                             u"%40"_s,
                             u"\u2044"_s,
                             u" "_s,
                             u"media"_s,
                             u"fields=id"_s};
    QRandomGenerator random(20261128);
    const QUrl base = apiBase(instagram());
    int accepted = 0;
    for (int i = 0; i < 60'000; ++i) {
        QString typed;
        for (int n = random.bounded(1, 8); n > 0; --n)
            typed += pieces.at(random.bounded(int(pieces.size())));
        const auto read = readApiPath(typed, instagram());
        if (!read)
            continue;
        ++accepted;
        const QUrl url(base.toString(QUrl::FullyEncoded) + read->text(), QUrl::StrictMode);
        QVERIFY2(url.isValid() && url.host() == base.host() && url.scheme() == "https"_L1 && url.userInfo().isEmpty()
                     && url.port() == -1 && url.adjusted(QUrl::NormalizePathSegments).path() == url.path()
                     && url.path().startsWith("/v25.0/"_L1) && !url.hasFragment(),
                 qPrintable(typed));
    }
    QVERIFY(accepted > 1000);
}

void TestApiPath::everyBuiltInCallCanBeAsked()
{
    const Catalog catalog{QString()};
    for (const Provider &provider : catalog.providers()) {
        QCOMPARE(provider.calls.size(), 5);
        for (const ApiCall &call : provider.calls)
            QVERIFY2(readApiPath(call.pathFor(u"17841400000000001"_s), provider), qPrintable(call.path));
    }
    const ApiCall limit = instagram().calls.last();
    QCOMPARE(limit.pathFor(u"17"_s), u"/17/content_publishing_limit?fields=quota_usage,config"_s);
    QCOMPARE(limit.pathFor({}), QString());
}

void TestApiPath::secretsInAnAnswerAreMasked_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("member", R"({"access_token":")" + token + R"("})");
    row("another name", R"({"what":")" + token + R"("})");
    row("inside a text", R"({"what":"see )" + token + R"( there"})");
    row("next page",
        R"({"paging":{"next":"https://x.example/?access_token=)" + token.toPercentEncoding() + R"(&a=b"}})");
    row("key", R"({")" + token + R"(":1})");
    row("list", R"([")" + token + R"("])");
    row("escaped", R"({"what":"\u0049GAAcanary)" + QByteArray(80, 'Z') + R"(/+="})");
    row("below a credential", R"({"tokens":{"a":["canary","canary"]}})");
    row("number", R"({"app_secret":1234567890})");
    row("somebody else's", R"({"id":"EAAcanary1234567890abcdef"})");
}

void TestApiPath::secretsInAnAnswerAreMasked()
{
    QFETCH(QByteArray, body);
    const QString text = textOf(answered(body));
    QVERIFY2(!text.contains("canary"_L1) && !text.contains("1234567890"_L1) && !text.contains("ZZZZ"_L1),
             qPrintable(text));
    QVERIFY(text.contains("[redacted]"_L1));
}

void TestApiPath::anAnswerIsToldAsItWas()
{
    const QByteArray body
        = R"({"z":1,"a":17841400000000001234,"token_type":"bearer","b":[true,null,{"c":"d \"e\""}],"f":{},"code":190})";
    const ApiAnswer answer = answered(body);
    QVERIFY(!answer.refusal);
    QCOMPARE(answer.size, body.size());
    QCOMPARE(textOf(answer), QString::fromUtf8(R"({
  "z": 1,
  "a": 17841400000000001234,
  "token_type": "bearer",
  "b": [
    true,
    null,
    {
      "c": "d \"e\""
    }
  ],
  "f": {},
  "code": 190
})"));
    QCOMPARE(asText(answer.root->items[3].items[2].items[0]), u"d \"e\""_s);
    QVERIFY(!answered("[1,2]").refusal);
}

void TestApiPath::refusalsAreTold()
{
    const ApiAnswer refused
        = answered(R"({"error":{"message":"Invalid","type":"OAuthException","code":190,"error_subcode":463}})", 400);
    QVERIFY(refused.refusal && refused.root);
    QCOMPARE(refused.refusal->kind, ErrorKind::Rejected);
    QCOMPARE(refused.refusal->code, 190);
    const ApiAnswer page = answered("<html>Sign in to the hotel</html>");
    QVERIFY(page.refusal && !page.root);
    QVERIFY(answered({}).refusal);
    QVERIFY(answered("{\"a\":").refusal);
    QVERIFY(answered(QByteArray(100, '[')).refusal);
}

/// In a real shell, with stand-ins for both programs that write down what they were given.
void TestApiPath::theCommandRunsWithoutATokenInSight()
{
#ifdef Q_OS_WIN
    QSKIP("a POSIX shell is wanted");
#endif
    const QTemporaryDir folder;
    const auto tool = [&folder](const QString &name, const QByteArray &script) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    };
    tool(u"curl"_s, "printf '<%s>' \"$@\"; echo; cat\n");
    tool(u"tokendesk-cli"_s, "printf '%s' \"$*\" | tr ' ' '_'; echo TOKEN\n");
    const auto path = readApiPath(u"/me?fields=media{id},caption&x=%20"_s, instagram());
    QVERIFY(path);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, folder.path() + u':' + environment.value(u"PATH"_s));
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, curlCommand(instagram(), *path, u"it's"_s, Shell::Posix)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.readAllStandardOutput(),
             QByteArray("<-sS><-g><-G><https://graph.instagram.com/v25.0/me?fields=media{id},caption&x=%20><-K><->\n"
                        "data-urlencode = \"access_token=token_it'sTOKEN\"\n"));

    Provider standard = instagram();
    standard.family = Family::Standard;
    QVERIFY(curlCommand(standard, *path, u"@shop"_s, Shell::Posix)
                .contains("header = \"Authorization: Bearer $(tokendesk-cli token '@shop')\""_L1));
}

void TestApiPath::theCommandIsQuotedForPowerShell()
{
    const auto path = readApiPath(u"/me?fields=id"_s, instagram());
    QCOMPARE(curlCommand(instagram(), *path, u"it's"_s, Shell::PowerShell),
             u"curl.exe -sS -g -G 'https://graph.instagram.com/v25.0/me?fields=id' --data-urlencode "
             "\"access_token=$(tokendesk-cli token 'it''s')\""_s);
}

void TestApiPath::theToolKnowsTheAccountByTheName()
{
    Account shop;
    shop.id = u"1"_s;
    shop.username = u"shop"_s;
    QCOMPARE(commandName(shop, {shop}), u"@shop"_s);
    Account other;
    other.id = u"2"_s;
    other.username = u"Shop"_s;
    QCOMPARE(commandName(shop, {shop, other}), u"1"_s);
    other.username = u"studio"_s;
    QCOMPARE(commandName(shop, {shop, other}), u"@shop"_s);
    other.label = u"@shop"_s;
    QCOMPARE(commandName(shop, {shop, other}), u"1"_s);
    for (const QString &odd : {u"-f"_s, u"a b"_s, u"$(id)"_s, QString(), u"jane@example.org"_s, u"x'y"_s}) {
        shop.username = odd;
        QCOMPARE(commandName(shop, {shop}), u"1"_s);
    }
}

QTEST_GUILESS_MAIN(TestApiPath)
#include "tst_apipath.moc"
