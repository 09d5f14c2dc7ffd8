// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

/// A provider file of somebody's own.
QByteArray readExample()
{
    QFile file(QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/fuzz/corpus/provider/example.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray example = readExample();

} // namespace

/// How provider files are read, and what is refused.
class TestProvider : public QObject
{
    Q_OBJECT
private slots:
    void fieldsAreRead();
    void textsComeInTheLanguageAskedFor_data();
    void textsComeInTheLanguageAskedFor();
    void optionalMembersMayBeMissing();
    void largeFilesAreRefused();
    void dependenciesAreAdded();
    void ownFilesJoinTheBuiltInOnes();
    void faultyFilesAreLeftOutAndReported();
    void aKnownConsentPageTakesNoForeignTokenEndpoint_data();
    void aKnownConsentPageTakesNoForeignTokenEndpoint();
    void everyProviderHasARedirectPathOfItsOwn();
    void whatAStandardServerOffersIsRead();
    void callsToTryAreRead();
    void theSchemaKnowsEveryKey();
    void harmlessChangesAreAccepted_data();
    void harmlessChangesAreAccepted();

private:
    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &contents);
};

void TestProvider::write(const QTemporaryDir &folder, const QString &name, const QByteArray &contents)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(contents), contents.size());
}

void TestProvider::fieldsAreRead()
{
    const Result<Provider> provider = readProvider(example);
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error().what));
    QCOMPARE(provider->id, u"example"_s);
    QCOMPARE(provider->family, Family::Standard);
    QCOMPARE(provider->endpoints.token, QUrl(u"https://example.org/v1.0/token"_s));
    QVERIFY(provider->endpoints.renew.isEmpty());
    QCOMPARE(provider->optionalParameters.size(), 1);
    QCOMPARE(provider->optionalParameters[0].name, u"prompt"_s);
    QCOMPARE(provider->optionalParameters[0].value, u"login"_s);
    QVERIFY(!provider->optionalParameters[0].always);
    QCOMPARE(provider->scopeSeparator, u" "_s);
    QVERIFY(provider->pkce);
    QCOMPARE(provider->redirectAddresses, QStringList(u"http://127.0.0.1:8931/example/"_s));
    QCOMPARE(provider->longLifetime, 60 * 24h);
    QCOMPARE(provider->scopes.size(), 2);
    QCOMPARE(provider->scopes[1].needs, QStringList(u"read"_s));
    QVERIFY(provider->scopes[1].needsReview && !provider->scopes[0].needsReview);
    QCOMPARE(provider->presets.size(), 1);
    QCOMPARE(provider->presets[0].id, u"write"_s);
    QCOMPARE(provider->presets[0].title, u"Write things"_s);
    QCOMPARE(provider->presets[0].scopes, QStringList(u"write"_s));
    QCOMPARE(provider->elsewhere.size(), 1);
    QCOMPARE(provider->elsewhere[0].family, Family::Facebook);
    QCOMPARE(provider->elsewhere[0].instead, u"write"_s);
}

void TestProvider::textsComeInTheLanguageAskedFor_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << QString() << u"Writes."_s;
    QTest::newRow("English") << u"en"_s << u"Writes."_s;
    QTest::newRow("German") << u"de"_s << u"Schreibt."_s;
    QTest::newRow("Austria's own") << u"de_AT"_s << u"Kritzelt."_s;
    QTest::newRow("German of another country") << u"de_CH"_s << u"Schreibt."_s;
    QTest::newRow("one that is not there") << u"fr_FR"_s << u"Writes."_s;
}

void TestProvider::textsComeInTheLanguageAskedFor()
{
    QFETCH(QString, language);
    QFETCH(QString, sentence);
    const Result<Provider> provider = readProvider(example, language);
    QVERIFY(provider);
    QCOMPARE(provider->scopes[1].sentence, sentence);
    QCOMPARE(provider->scopes[1].title, u"Write"_s);
}

void TestProvider::optionalMembersMayBeMissing()
{
    const Result<Provider> provider = readProvider(R"({
        "id": "x", "name": "X", "family": "standard", "scopeSeparator": " ", "pkce": false,
        "endpoints": { "authorize": "https://x.example/a", "token": "https://x.example/t" },
        "redirectAddresses": ["http://localhost:1/"],
        "scopes": [{ "id": "s", "title": "S", "sentence": "S." }] })");
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error().what));
    QVERIFY(!provider->practice);
    QCOMPARE(provider->shortLifetime, 0s);
    QVERIFY(provider->dashboard.isEmpty() && provider->profileFields.isEmpty());
}

void TestProvider::largeFilesAreRefused()
{
    QByteArray json = example;
    json.insert(json.size() - 2, QByteArray(largestProviderFile - json.size(), ' '));
    QVERIFY(readProvider(json));
    json.append(' ');
    const Result<Provider> provider = readProvider(json);
    QVERIFY(!provider);
    QVERIFY(provider.error().line > 0);
}

void TestProvider::dependenciesAreAdded()
{
    Provider provider;
    const auto add = [&provider](const QString &id, const QStringList &needs) {
        Scope scope;
        scope.id = id;
        scope.needs = needs;
        provider.scopes.append(scope);
    };
    add(u"far"_s, {});
    add(u"near"_s, {u"far"_s});
    add(u"top"_s, {u"near"_s, u"far"_s});
    add(u"basic"_s, {});
    provider.scopes.last().required = true;
    QCOMPARE(provider.withDependencies({}), QStringList(u"basic"_s));
    QCOMPARE(provider.withDependencies({u"top"_s, u"top"_s}), QStringList({u"far"_s, u"near"_s, u"top"_s, u"basic"_s}));
    QCOMPARE(provider.withDependencies({u"unknown"_s, u"far"_s}), QStringList({u"far"_s, u"basic"_s}));
    QCOMPARE(provider.scope(u"near"_s)->needs, QStringList(u"far"_s));
    QVERIFY(!provider.scope(u"unknown"_s));
}

void TestProvider::ownFilesJoinTheBuiltInOnes()
{
    const QTemporaryDir folder;
    write(folder, u"example.json"_s, example);
    write(folder, u"notes.txt"_s, "not read");
    const Catalog catalog(folder.path(), u"de"_s);
    QVERIFY(catalog.problems().isEmpty());
    QCOMPARE(catalog.providers().size(), 5);
    QCOMPARE(catalog.description(u"example"_s)->scopes[1].sentence, u"Schreibt."_s);
    QCOMPARE(Catalog(folder.filePath(u"missing"_s)).providers().size(), 4);
    const Result<Provider> provider = catalog.provider(u"example"_s);
    QVERIFY(provider);
    QCOMPARE(provider->name, u"Example"_s);
}

void TestProvider::faultyFilesAreLeftOutAndReported()
{
    const QTemporaryDir folder;
    write(folder, u"a.json"_s, QByteArray(example).replace("\"pkce\": true", "\"pkce\": 1"));
    write(folder, u"b.json"_s, QByteArray(example).replace("\"example\"", "\"instagram\""));
    write(folder, u"c.json"_s, example);
    write(folder, u"d.json"_s, example);
    write(folder, u"e.json"_s, QByteArray(10 * largestProviderFile, ' '));
    write(folder, u"f.json"_s, {});
    const Catalog catalog(folder.path());
    QCOMPARE(catalog.providers().size(), 5);
    QCOMPARE(catalog.description(u"instagram"_s)->endpoints.token.host(), u"api.instagram.com"_s);
    QCOMPARE(catalog.problems().size(), 5);
    QVERIFY(catalog.problems()[0].what.startsWith("a.json: "_L1));
    QCOMPARE(catalog.problems()[0].line, 15);
    QCOMPARE(catalog.problems()[0].kind, ErrorKind::InvalidInput);
    QVERIFY(catalog.problems()[1].what.startsWith("b.json: "_L1));
    QCOMPARE(catalog.problems()[1].line, 2);
    QVERIFY(catalog.problems()[2].what.startsWith("d.json: "_L1));
    QVERIFY(!catalog.description(u"nobody"_s));
    QCOMPARE(catalog.provider(u"nobody"_s).error().kind, ErrorKind::InvalidInput);
}

void TestProvider::aKnownConsentPageTakesNoForeignTokenEndpoint_data()
{
    QTest::addColumn<QByteArray>("consent");
    QTest::newRow("the same host") << QByteArray("https://www.instagram.com/oauth/authorize");
    QTest::newRow("another host of the site") << QByteArray("https://api.instagram.com/oauth/authorize");
    QTest::newRow("the bare domain") << QByteArray("https://instagram.com/oauth/authorize");
    QTest::newRow("another case") << QByteArray("https://WWW.Instagram.COM/oauth/authorize");
    QTest::newRow("Practice") << QByteArray("http://127.0.0.1:1234/");
}

// A5, A50: the file of a villain who sends people to a page that they know, and their code and secret elsewhere.
void TestProvider::aKnownConsentPageTakesNoForeignTokenEndpoint()
{
    QFETCH(QByteArray, consent);
    const Catalog catalog{QString()};
    QByteArray mixed = example;
    mixed.replace("https://example.org/authorize", consent);
    QVERIFY(readProvider(mixed));
    const Result<Provider> provider = readProvider(mixed, {}, catalog.providers());
    QVERIFY(!provider);
    QCOMPARE(provider.error().line, 8);
    mixed.replace("https://example.org/{version}/token", consent);
    QVERIFY(readProvider(mixed, {}, catalog.providers()));
}

// A5, C15: with the same path, the answer of one could be taken for that of another.
void TestProvider::everyProviderHasARedirectPathOfItsOwn()
{
    const Catalog catalog{QString()};
    QVERIFY(readProvider(example, {}, catalog.providers()));
    for (const char *address : {"https://localhost:8931/instagram/", "http://127.0.0.1:1234/practice/"}) {
        const QByteArray shared = QByteArray(example).replace("http://127.0.0.1:8931/example/", address);
        const Result<Provider> provider = readProvider(shared, {}, catalog.providers());
        QVERIFY(!provider);
        QCOMPARE(provider.error().line, 17);
    }
    QStringList paths;
    for (const Provider &provider : catalog.providers())
        paths.append(QUrl(provider.redirectAddresses.first()).path());
    QCOMPARE(paths.removeDuplicates(), 0);
}

void TestProvider::whatAStandardServerOffersIsRead()
{
    QByteArray json = example;
    json.replace("\"pkce\": true",
                 R"("pkce": true, "issuer": "https://example.org/", "namesIssuer": true, "clientAuthentication": "none",
                    "profileMembers": { "id": "data.user.id", "picture": "claims/picture" })");
    json.replace("\"token\":",
                 R"("revoke": "https://example.org/r", "introspect": "https://example.org/i",
                    "deviceAuthorization": "https://example.org/d", "deviceStatus": "https://example.org/s", "token":)");
    const Result<Provider> right = readProvider(json);
    QVERIFY2(right, right ? "" : qPrintable(right.error().what));
    QCOMPARE(right->issuer, u"https://example.org/"_s); // its slash counts
    QVERIFY(right->namesIssuer);
    QCOMPARE(right->clientAuthentication, ClientAuthentication::None);
    QCOMPARE(right->profileMembers.id, u"data.user.id"_s);
    QCOMPARE(right->profileMembers.username, u"preferred_username"_s);
    QCOMPARE(right->profileMembers.picture, u"claims/picture"_s);
    QCOMPARE(right->endpoints.revoke.path(), u"/r"_s);
    QCOMPARE(right->endpoints.introspect.path(), u"/i"_s);
    QCOMPARE(right->endpoints.deviceAuthorization.path(), u"/d"_s);
    QCOMPARE(right->endpoints.deviceStatus.path(), u"/s"_s);

    const Result<Provider> plain = readProvider(example);
    QVERIFY(plain && plain->issuer.isEmpty() && !plain->namesIssuer && plain->endpoints.revoke.isEmpty());
    QCOMPARE(plain->clientAuthentication, ClientAuthentication::Body);
    QCOMPARE(plain->profileMembers.id, u"sub"_s);
}

/// The documentation for those who write a file.
void TestProvider::callsToTryAreRead()
{
    QByteArray json = example;
    json.replace("\"token\":", R"("profile": "https://example.org/v1/me", "token":)");
    json.replace("\"pkce\": true", R"("pkce": true, "calls": [
        { "title": { "en": "Posts", "de": "Beitr\u00e4ge" }, "path": "/{account}/posts?limit=2", "needs": ["read"] }])");
    const Result<Provider> provider = readProvider(json, u"de"_s);
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error().what));
    QCOMPARE(provider->calls.size(), 1);
    QCOMPARE(provider->calls[0].title, u"Beitr\u00e4ge"_s);
    QCOMPARE(provider->calls[0].pathFor(u"17"_s), u"/17/posts?limit=2"_s);
    QCOMPARE(provider->calls[0].needs, QStringList(u"read"_s));
    QVERIFY(readProvider(example)->calls.isEmpty());
}

void TestProvider::theSchemaKnowsEveryKey()
{
    QFile file(QStringLiteral(TOKENDESK_SOURCE_DIR "/resources/providers/provider.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject properties = QJsonDocument::fromJson(file.readAll()).object()["properties"_L1].toObject();
    const QJsonObject endpoints = properties["endpoints"_L1]["properties"_L1].toObject();
    QFile reader(QStringLiteral(TOKENDESK_SOURCE_DIR "/app/provider/providerreader.cpp"));
    QVERIFY(reader.open(QIODevice::ReadOnly));
    const QString code = QString::fromUtf8(reader.readAll());
    QVERIFY(endpoints.size() >= 10 && properties.size() >= 19);
    for (const QString &key : properties.keys() + endpoints.keys())
        QVERIFY2(code.contains(u'"' + key + u'"'), qPrintable(key + " is not read"_L1));
    static const QRegularExpression read(u"\\((?:root|\\*endpoints|endpoints), \"([a-zA-Z]+)\""_s);
    for (auto found = read.globalMatch(code); found.hasNext();) {
        const QString key = found.next().captured(1);
        QVERIFY2(properties.contains(key) || endpoints.contains(key), qPrintable(key + " is not documented"_L1));
    }
}

void TestProvider::harmlessChangesAreAccepted_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("schema", "\"id\": \"example\"", "\"$schema\": \"provider.schema.json\", \"id\": \"example\"");
    row("http on localhost", "https://example.org/authorize", "http://localhost:8080/authorize");
    row("http on ::1", "https://example.org/authorize", "http://[::1]/authorize");
    row("another port", "https://example.org/authorize", "https://example.org:8443/authorize");
    row("redirect over https", "http://127.0.0.1:8931/example/", "https://localhost:8931/");
    row("redirect elsewhere over https", "http://127.0.0.1:8931/example/", "https://example.org/relay");
    row("comma between scopes", "\"scopeSeparator\": \" \"", "\"scopeSeparator\": \",\"");
    row("right-to-left text", "\"Read\"", "\"\u0642\u0631\u0627\u0621\u0629\"");
    row("page with a query", "https://example.org/apps", "https://example.org/?a=b#c");
}

void TestProvider::harmlessChangesAreAccepted()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QVERIFY(example.contains(from));
    const Result<Provider> provider = readProvider(QByteArray(example).replace(from, to));
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error().what));
}

QTEST_GUILESS_MAIN(TestProvider)
#include "tst_provider.moc"
