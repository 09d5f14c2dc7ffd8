// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/provider.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

/// A provider file, one member per line: the line numbers are what the tables below expect.
QByteArray readExample()
{
    QFile file(QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/fuzz/corpus/provider/example.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray example = readExample();

void row(const char *name, const QByteArray &from, const QByteArray &to, int line)
{
    QTest::newRow(name) << from << to << line;
}

} // namespace

/// Every way in which a provider file can be wrong, and the line that is named.
class TestProviderFaults : public QObject
{
    Q_OBJECT
private slots:
    void theExampleItselfIsFine();
    void faultsAreRefusedWithTheirLine_data();
    void faultsAreRefusedWithTheirLine();
    void protocolParametersCannotBeOverridden_data();
    void protocolParametersCannotBeOverridden();
    void everyCutIsRefused();

private:
    static void syntax();
    static void members();
    static void addresses();
    static void texts();
    static void numbers();
    static void scopes();
    static void presets();
    static void elsewhere();
    static void standard();
    static void calls();
};

void TestProviderFaults::theExampleItselfIsFine()
{
    const Result<Provider> provider = readProvider(example);
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error().what));
}

void TestProviderFaults::faultsAreRefusedWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    syntax();
    members();
    addresses();
    texts();
    numbers();
    scopes();
    presets();
    elsewhere();
    standard();
    calls();
}

void TestProviderFaults::syntax()
{
    row("byte order mark", "{\n  \"id\"", "\xEF\xBB\xBF{\n  \"id\"", 1);
    row("no UTF-8", "Writes.", "Writes\xFF.", 25);
    row("comma missing", "\"Example\",", "\"Example\"", 4);
    row("comment", "\"pkce\": true", "// PKCE\n  \"pkce\": true", 15);
    row("two documents", "  ]\n}\n", "  ]\n}\n{}\n", 41);
    row("a list", example, "[]", 1);
    row("a text", example, "\"x\"", 1);
    row("nothing", example, "", 1);
    row("too deep", "[\"read\"]", "[[[[[[[\"read\"]]]]]]]", 27);
}

void TestProviderFaults::members()
{
    row("unknown key", "\"pkce\": true", "\"pkce\": true,\n  \"colour\": \"red\"", 16);
    row("unknown key of an endpoint", "\"token\":", "\"logout\": \"https://example.org/r\",\n    \"token\":", 8);
    row("unknown key of a scope", "\"id\": \"read\"", "\"id\": \"read\", \"Required\": true", 23);
    row("unknown key of a parameter", "\"value\": \"login\"", "\"value\": \"login\", \"x\": 1", 11);
    row("unknown key of the lifetimes", "\"renewableAfter\"", "\"renewable\"", 20);
    row("key in another case", "\"pkce\"", "\"PKCE\"", 15);
    row("repeated key", "\"pkce\": true", "\"pkce\": true,\n  \"pkce\": true", 16);
    row("repeated key of a scope", "\"title\": \"Write\",", "\"title\": \"Write\", \"id\": \"x\",", 24);
    row("null", "\"pkce\": true", "\"pkce\": null", 15);
    row("no id", "\"id\": \"example\",", "", 1);
    row("no name", "\"name\": \"Example\",", "", 1);
    row("no family", "\"family\": \"standard\",", "", 1);
    row("no authorize", "\"authorize\": \"https://example.org/authorize\",", "", 6);
    row("no token", ",\n    \"token\": \"https://example.org/{version}/token\"", "", 6);
    row("no pkce", "\"pkce\": true,", "", 1);
    row("no scope separator", "\"scopeSeparator\": \" \",", "", 1);
    row("no title", "\"title\": \"Write\",", "", 24);
    row("no sentence", ", \"sentence\": \"Reads.\"", "", 23);
    row("no parameter value", ", \"value\": \"login\"", "", 11);
    row("redirect addresses missing", "\"redirectAddresses\": [\n    \"http://127.0.0.1:8931/example/\"\n  ],", "", 1);
    row("redirect addresses empty", "\n    \"http://127.0.0.1:8931/example/\"\n  ", "", 16);
    row("number for a text", "\"Example\"", "17", 3);
    row("text for a flag", "\"pkce\": true", "\"pkce\": \"true\"", 15);
    row("text for an object", "{ \"short\": 3600, \"long\": 5184000,\n    \"renewableAfter\": 86400 }", "\"1 h\"", 19);
    row("text for a list", "[\"read\"]", "\"read\"", 27);
    row("text for a list of objects", "{ \"name\": \"prompt\", \"value\": \"login\" }", "\"prompt\"", 11);
    row("number in a list of texts", "[\"id\"]", "[\"id\", 1]", 14);
    row("same text twice in a list", "[\"id\"]", "[\"id\",\n \"id\"]", 15);
}

void TestProviderFaults::addresses()
{
    const QByteArray authorize = "https://example.org/authorize";
    row("http endpoint", authorize, "http://example.org/authorize", 7);
    row("http to a host that begins like this computer", authorize, "http://localhost.example.org/", 7);
    row("http to 127.0.0.2", authorize, "http://127.0.0.2/", 7);
    row("file", authorize, "file:///etc/passwd", 7);
    row("javascript", authorize, "javascript:alert(1)", 7);
    row("no scheme", authorize, "example.org/authorize", 7);
    row("no host", authorize, "https:///authorize", 7);
    row("user name", authorize, "https://instagram.com@example.org/authorize", 7);
    row("empty user name", authorize, "https://@example.org/authorize", 7);
    row("user name on loopback", authorize, "http://127.0.0.1@example.org/", 7);
    row("query", authorize, "https://example.org/authorize?client_id=1", 7);
    row("empty query", authorize, "https://example.org/authorize?", 7);
    row("fragment", authorize, "https://example.org/authorize#x", 7);
    row("dot at the end of the host", authorize, "https://example.org./authorize", 7);
    row("space", authorize, "https://example.org/auth orize", 7);
    row("not ASCII", authorize, "https://ex\xC3\xA4mple.org/", 7);
    row("backslash", authorize, "https://example.org\\\\@evil.example/", 7);
    row("port out of range", authorize, "https://example.org:99999/", 7);
    row("too long", authorize, "https://example.org/" + QByteArray(2000, 'a'), 7);
    row("version without an apiVersion", "  \"apiVersion\": \"v1.0\",\n", "", 7);
    row("version of another form", "v1.0", "v1.0/../..", 5);
    row("http page", "https://example.org/apps", "http://example.org/apps", 21);
    row("page with a user name", "https://example.org/apps", "https://a:b@example.org/apps", 21);
    const QByteArray redirect = "http://127.0.0.1:8931/example/";
    row("http redirect elsewhere", redirect, "http://example.org/", 17);
    row("redirect of an own scheme", redirect, "example:/callback", 17);
    row("redirect with a query", redirect, "http://127.0.0.1:8931/?x=1", 17);
    row("redirect with a fragment", redirect, "http://127.0.0.1:8931/#", 17);
    row("redirect without a path", redirect, "http://127.0.0.1:8931", 17);
    row("redirect with a user name", redirect, "http://a@127.0.0.1:8931/", 17);
    row("same redirect twice", "\"" + redirect + "\"", "\"" + redirect + "\",\n\"" + redirect + "\"", 18);
    row("Practice elsewhere", "\"pkce\": true", "\"practice\": true, \"pkce\": true", 7);
}

void TestProviderFaults::texts()
{
    row("id in upper case", "\"id\": \"example\"", "\"id\": \"Example\"", 2);
    row("id like a path", "\"id\": \"example\"", "\"id\": \"../example\"", 2);
    row("id with a line end", "\"id\": \"example\"", "\"id\": \"example\\n\"", 2);
    row("id empty", "\"id\": \"example\"", "\"id\": \"\"", 2);
    row("id too long", "\"id\": \"example\"", "\"id\": \"" + QByteArray(33, 'a') + '"', 2);
    row("unknown family", "\"standard\"", "\"twitter\"", 4);
    row("another separator", "\"scopeSeparator\": \" \"", "\"scopeSeparator\": \"+\"", 13);
    row("control character", "\"Example\"", "\"Exam\\u0007ple\"", 3);
    row("escape sequence", "\"Example\"", "\"\\u001b[31mExample\"", 3);
    row("turned writing direction", "\"Reads.\"", "\"\\u202e.sdaeR\"", 23);
    row("isolated writing direction", "\"Reads.\"", "\"\\u2067Reads.\"", 23);
    row("line separator", "\"Reads.\"", "\"Reads.\\u2028\"", 23);
    row("tricks in another language", "Schreibt.", "Schreibt\\u202e.", 26);
    row("empty title", "\"title\": \"Read\"", "\"title\": \" \"", 23);
    row("title too long", "\"title\": \"Read\"", "\"title\": \"" + QByteArray(121, 'a') + '"', 23);
    row("sentence too long", "\"Reads.\"", '"' + QByteArray(401, 'a') + '"', 23);
    row("no English", "\"en\": \"Writes.\"", "\"fr\": \"Ecrit.\"", 25);
    row("no language", "\"de\"", "\"german\"", 26);
    row("a number for a language", "\"Schreibt.\"", "1", 26);
    row("field with an ampersand", "[\"id\"]", "[\"id&access_token=x\"]", 14);
    row("parameter with an ampersand", "\"prompt\"", "\"prompt&state\"", 11);
    row("parameter value with a line end", "\"login\"", "\"log\\nin\"", 11);
    row("same parameter twice", "{ \"name\": \"prompt\", \"value\": \"login\" }",
        "{ \"name\": \"prompt\", \"value\": \"login\" },\n{ \"name\": \"Prompt\", \"value\": \"\" }", 12);
}

void TestProviderFaults::numbers()
{
    row("no time", "3600", "0", 19);
    row("negative", "3600", "-3600", 19);
    row("fraction", "3600", "3600.5", 19);
    row("exponent", "3600", "36e2", 19);
    row("text", "3600", "\"3600\"", 19);
    row("a hundred years", "5184000", "3153600000", 19);
    row("beyond any number", "5184000", "99999999999999999999", 19);
    row("negative age", "86400", "-1", 20);
    row("older than it gets", "86400", "5184001", 19);
}

void TestProviderFaults::scopes()
{
    row("unknown dependency", "[\"read\"]", "[\"reed\"]", 27);
    row("needs itself", "[\"read\"]", "[\"write\"]", 27);
    row("cycle", "\"sentence\": \"Reads.\"", "\"sentence\": \"Reads.\",\n \"needs\": [\"write\"]", 24);
    row("same scope twice", "\"id\": \"write\"", "\"id\": \"read\"", 24);
    row("comma in an id", "\"id\": \"read\"", "\"id\": \"read,write\"", 23);
    row("space in an id", "\"id\": \"read\"", "\"id\": \"read write\"", 23);
    row("quote in an id", "\"id\": \"read\"", "\"id\": \"re\\\"ad\"", 23);
    const qsizetype first = example.indexOf("    { \"id\": \"read\"");
    row("no scope", example.sliced(first, example.indexOf("\n  ]", first) + 1 - first), "", 22);
}

void TestProviderFaults::presets()
{
    const QByteArray whole = "\"scopes\": [\"write\"]";
    row("unknown key of a preset", "\"id\": \"write\", \"title\": \"Write things\"",
        "\"id\": \"write\", \"Scopes\": [], \"title\": \"Write things\"", 31);
    row("preset of an unknown scope", whole, "\"scopes\": [\"wriet\"]", 34);
    row("preset of nothing", whole, "\"scopes\": []", 34);
    row("preset without scopes", ",\n      " + whole, "", 31);
    row("preset of one scope twice", whole, "\"scopes\": [\"write\", \"write\"]", 34);
    row("preset of a text", whole, "\"scopes\": \"write\"", 34);
    row("preset without a title", "\"title\": \"Write things\",", "", 31);
    row("preset with an empty title", "\"Write things\"", "\" \"", 31);
    row("preset with a deceptive title", "\"Write things\"", "\"Write \u202Ethings\"", 31);
    row("preset with a title too long", "\"Write things\"", '"' + QByteArray(61, 'x') + '"', 31);
    row("preset without English", "\"en\": \"For writers.\"", "\"fr\": \"x\"", 32);
    row("preset with an id in capitals", "\"id\": \"write\", \"title\": \"Write things\"",
        "\"id\": \"Write\", \"title\": \"Write things\"", 31);
    row("the same preset twice", "{ \"id\": \"write\", \"title\": \"Write things\"",
        "{ \"id\": \"write\", \"title\": \"W\", \"sentence\": \"W.\", \"scopes\": [\"read\"] },\n"
        "    { \"id\": \"write\", \"title\": \"Write things\"",
        32);
    row("presets are no list", "\"presets\": [", "\"presets\": 1, \"presets2\": [", 30);
    row("a preset is no object", "\"presets\": [", "\"presets\": [ 1,", 30);
}

void TestProviderFaults::elsewhere()
{
    const QByteArray family = "\"family\": \"facebook\", \"instead\"";
    row("unknown key of what is elsewhere", "\"id\": \"far\"", "\"id\": \"far\", \"needs\": []", 37);
    row("a family that is none", family, "\"family\": \"standard\", \"instead\"", 38);
    row("no family", family, "\"instead\"", 37);
    row("here and elsewhere", "\"id\": \"far\"", "\"id\": \"read\"", 37);
    row("elsewhere twice", "{ \"id\": \"far\"",
        "{ \"id\": \"far\", \"title\": \"F\", \"sentence\": \"F.\", \"family\": \"facebook\" },\n    { \"id\": \"far\"",
        38);
    row("instead of it an unknown one", "\"instead\": \"write\"", "\"instead\": \"wriet\"", 38);
    row("a comma in its id", "\"id\": \"far\"", "\"id\": \"far,near\"", 37);
}

/// What only a plain OAuth 2.0 server has.
void TestProviderFaults::standard()
{
    const QByteArray pkce = "\"pkce\": true";
    const auto added = [&pkce](const QByteArray &member) { return pkce + ",\n  " + member; };
    for (const QByteArray endpoint : {"revoke", "introspect", "deviceAuthorization", "deviceStatus"})
        row(endpoint.constData(), "\"token\":", '"' + endpoint + "\": \"http://example.org/r\",\n    \"token\":", 8);
    row("http issuer", pkce, added("\"issuer\": \"http://example.org\""), 16);
    row("issuer with a query", pkce, added("\"issuer\": \"https://example.org?a\""), 16);
    row("issuer with a fragment", pkce, added("\"issuer\": \"https://example.org#a\""), 16);
    row("issuer with a user name", pkce, added("\"issuer\": \"https://a@example.org\""), 16);
    row("issuer empty", pkce, added("\"issuer\": \"\""), 16);
    row("issuer no text", pkce, added("\"issuer\": true"), 16);
    row("issuer in redirects, but none known", pkce, added("\"namesIssuer\": true"), 1);
    row("text for namesIssuer", pkce, added("\"issuer\": \"https://example.org\", \"namesIssuer\": \"yes\""), 16);
    row("unknown client authentication", pkce, added("\"clientAuthentication\": \"private_key_jwt\""), 16);
    row("client authentication of another family", "\"standard\",",
        "\"instagram\", \"clientAuthentication\": \"none\",", 4);
    row("profile members of another family", "\"standard\",", "\"facebook\", \"profileMembers\": {},", 4);
    row("unknown profile member", pkce, added("\"profileMembers\": { \"mail\": \"email\" }"), 16);
    row("profile member with an empty part", pkce, added("\"profileMembers\": { \"id\": \"user..id\" }"), 16);
    row("profile member with a blank", pkce, added("\"profileMembers\": { \"id\": \"user id\" }"), 16);
    row("profile member too deep", pkce, added("\"profileMembers\": { \"id\": \"a.b.c.d.e\" }"), 16);
    row("profile members a list", pkce, added("\"profileMembers\": [\"id\"]"), 16);
}

/// What can be tried there.
void TestProviderFaults::calls()
{
    const QByteArray from
        = example.mid(example.indexOf("\"token\""), example.indexOf("\"pkce\"") - example.indexOf("\"token\""));
    const auto call = [&from](const char *name, const QByteArray &json) {
        row(name, from, "\"profile\": \"https://example.org/v1/me\", " + from + "\"calls\":\n  " + json + ",\n  ", 16);
    };
    call("calls no list", "{}");
    call("call no object", "[\"/me\"]");
    call("call without a title", R"([{ "path": "/me" }])");
    call("call without a path", R"([{ "title": "Me" }])");
    call("call with an unknown key", R"([{ "title": "Me", "path": "/me", "method": "POST" }])");
    call("call with a title too long", R"([{ "title": ")" + QByteArray(61, 'x') + R"(", "path": "/me" }])");
    call("call to another host", R"([{ "title": "Me", "path": "//evil.example/me" }])");
    call("call to an address", R"([{ "title": "Me", "path": "https://evil.example/me" }])");
    call("call that climbs", R"([{ "title": "Me", "path": "/../token" }])");
    call("call for tokens", R"([{ "title": "Me", "path": "/oauth/access_token" }])");
    call("call with a token", R"([{ "title": "Me", "path": "/me?access_token=x" }])");
    call("call that deletes", R"([{ "title": "Me", "path": "/me?method=delete" }])");
    call("call with another placeholder", R"([{ "title": "Me", "path": "/{user}/media" }])");
    call("call that needs an unknown scope", R"([{ "title": "Me", "path": "/me", "needs": ["admin"] }])");
    row("calls where nothing is known to be read", "\"pkce\"", R"("calls": [{ "title": "Me", "path": "/me" }], "pkce")",
        15);
    call("call that needs no list", R"([{ "title": "Me", "path": "/me", "needs": "read" }])");
}

// A50: https, known keys, plain texts.
void TestProviderFaults::faultsAreRefusedWithTheirLine()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, line);
    QVERIFY(example.contains(from));
    const Result<Provider> provider = readProvider(QByteArray(example).replace(from, to));
    QVERIFY(!provider);
    QCOMPARE(provider.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(provider.error().line == line,
             qPrintable(u"line %1: %2"_s.arg(provider.error().line).arg(provider.error().what)));
    QVERIFY(!provider.error().what.isEmpty());
}

void TestProviderFaults::protocolParametersCannotBeOverridden_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"state",         "client_id",     "redirect_uri",  "code",       "code_challenge", "code_challenge_method",
          "response_type", "response_mode", "scope",         "grant_type", "client_secret",  "code_verifier",
          "nonce",         "access_token",  "refresh_token", "request",    "request_uri",    "client_assertion",
          "iss",           "STATE",         "Redirect_Uri"})
        QTest::newRow(name) << QByteArray(name);
}

// A50
void TestProviderFaults::protocolParametersCannotBeOverridden()
{
    QFETCH(QByteArray, name);
    const Result<Provider> provider = readProvider(QByteArray(example).replace("\"prompt\"", '"' + name + '"'));
    QVERIFY(!provider);
    QCOMPARE(provider.error().line, 11);
}

void TestProviderFaults::everyCutIsRefused()
{
    for (qsizetype length = 0; length < example.size() - 2; ++length) {
        const QByteArray cut = example.first(length);
        QVERIFY2(!readProvider(cut), cut.constData());
    }
}

QTEST_GUILESS_MAIN(TestProviderFaults)
#include "tst_providerfaults.moc"
