// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/registrationfile.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    QByteArray file = "{\n"
                      "  \"tokendeskApp\": 1,\n"
                      "  \"provider\": \"instagram\",\n"
                      "  \"name\": \"Lumen Publisher\",\n"
                      "  \"clientId\": \"990602627938098\",\n"
                      "  \"redirectAddresses\": [\"https://localhost:8917/instagram/\"]\n"
                      "}";
    if (!from.isEmpty() && !file.contains(from))
        qFatal("not in the file: %s", from.constData());
    return from.isEmpty() ? file : file.replace(from, to);
}

} // namespace

class TestRegistrationFile : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWrittenIsRead();
    void aConfigurationGoesWithTheFile();
    void whatIsSavedStaysWhereTheFileIsSilent();
    void noSecretIsWritten();
    void theHostsAreNamed();
    void badFilesAreRefusedWithTheirLine_data();
    void badFilesAreRefusedWithTheirLine();

private:
    Catalog m_catalog{QString()};
};

void TestRegistrationFile::whatIsWrittenIsRead()
{
    const Registration app{.id = u"kept-here"_s,
                           .providerId = u"instagram"_s,
                           .name = u"Größe “A” <b>"_s,
                           .clientId = u"990602627938098"_s,
                           .redirectAddresses = {u"https://localhost:8917/instagram/"_s, u"http://127.0.0.1:1/a%20b"_s},
                           .broker = u"https://login.example.org/broker"_s};
    const Result<Registration> read = readRegistrationFile(registrationFile(app), m_catalog);
    QVERIFY2(read, read ? "" : qPrintable(read.error().what));
    QVERIFY(read->id.isEmpty());
    QCOMPARE(read->providerId, app.providerId);
    QCOMPARE(read->name, app.name);
    QCOMPARE(read->clientId, app.clientId);
    QCOMPARE(read->redirectAddresses, app.redirectAddresses);
    QCOMPARE(read->broker, app.broker);
    QVERIFY(!read->secretKept);

    const Registration least{
        .providerId = u"instagram"_s, .clientId = u"12345"_s, .redirectAddresses = {u"http://[::1]:1/"_s}};
    QVERIFY(readRegistrationFile(registrationFile(least), m_catalog));
}

void TestRegistrationFile::aConfigurationGoesWithTheFile()
{
    const Registration app{.providerId = u"facebook"_s,
                           .clientId = u"990602627938098"_s,
                           .redirectAddresses = {u"https://localhost:8917/facebook/"_s},
                           .configurationId = u"1357924680"_s};
    const Result<Registration> read = readRegistrationFile(registrationFile(app), m_catalog);
    QVERIFY2(read, read ? "" : qPrintable(read.error().what));
    QCOMPARE(read->configurationId, app.configurationId);
}

void TestRegistrationFile::whatIsSavedStaysWhereTheFileIsSilent()
{
    const Registration saved{.id = u"kept-here"_s,
                             .providerId = u"facebook"_s,
                             .name = u"Mine"_s,
                             .clientId = u"990602627938098"_s,
                             .redirectAddresses = {u"https://localhost:1/"_s},
                             .configurationId = u"1357924680"_s,
                             .secretKept = true,
                             .clientTokenKept = true,
                             .broker = u"https://login.example.org/broker"_s};
    const Registration file{.providerId = u"facebook"_s,
                            .clientId = u"990602627938098"_s,
                            .redirectAddresses = {u"https://localhost:2/"_s}};
    Registration merged = overSaved(file, {saved});
    QCOMPARE(merged.redirectAddresses, file.redirectAddresses);
    merged.redirectAddresses = saved.redirectAddresses;
    QCOMPARE(registrationFile(merged), registrationFile(saved)); // the rest is as it was
    QVERIFY(merged.id == saved.id && merged.secretKept && merged.clientTokenKept);
    Registration whole = file;
    whole.name = u"Theirs"_s;
    whole.configurationId = u"2468013579"_s;
    whole.broker = u"https://other.example.org/"_s;
    QCOMPARE(registrationFile(overSaved(whole, {saved})), registrationFile(whole));
    Registration other = file; // of another app nothing is taken
    other.clientId = u"12345"_s;
    QVERIFY(overSaved(other, {saved}).id.isEmpty() && overSaved(other, {saved}).configurationId.isEmpty());
}

void TestRegistrationFile::noSecretIsWritten()
{
    const QByteArray file = registrationFile({.id = u"id-of-ours"_s, .providerId = u"instagram"_s, .secretKept = true});
    QVERIFY(!file.toLower().contains("secret"));
    QVERIFY(!file.contains("id-of-ours"));
}

void TestRegistrationFile::theHostsAreNamed()
{
    const Provider &instagram = *m_catalog.description(u"instagram"_s);
    const QStringList own{u"www.instagram.com"_s, u"api.instagram.com"_s, u"graph.instagram.com"_s};
    Registration app{.redirectAddresses = {u"https://localhost:8917/instagram/"_s}};
    QCOMPARE(hostsOf(instagram, app), own);
    app.redirectAddresses = {u"https://relay.example/instagram/"_s}; // that host learns of the answer
    QCOMPARE(hostsOf(instagram, app), own + QStringList{u"relay.example"_s});
    app.broker = u"https://broker.example:8443/"_s; // and that one is sent the code
    QCOMPARE(hostsOf(instagram, app), (own + QStringList{u"relay.example"_s, u"broker.example"_s}));
}

void TestRegistrationFile::badFilesAreRefusedWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("a page") << QByteArray("<html>") << 1;
    QTest::newRow("a list") << QByteArray("[]") << 1;
    QTest::newRow("cut off") << with({}, {}).chopped(3) << 6;
    QTest::newRow("not UTF-8") << with("Lumen", "\xFF") << 4;
    QTest::newRow("too large") << with({}, {}) + QByteArray(16 * 1024, ' ') << 1;
    QTest::newRow("too deep") << with("\"Lumen Publisher\"", "[[[[1]]]]") << 4;
    QTest::newRow("no version") << with("\"tokendeskApp\": 1,", "") << 1;
    QTest::newRow("another version") << with("\"tokendeskApp\": 1", "\"tokendeskApp\": 2") << 2;
    QTest::newRow("a version in words") << with("\"tokendeskApp\": 1", "\"tokendeskApp\": \"1\"") << 2;
    QTest::newRow("an unknown key") << with("\"name\"", "\"nome\"") << 4;
    QTest::newRow("a key twice") << with("\"name\"", "\"provider\"") << 4;
    QTest::newRow("a secret") << with("\"name\": \"Lumen Publisher\"", "\"clientSecret\": \"0123\"") << 4;
    QTest::newRow("a token") << with("\"name\": \"Lumen Publisher\"", "\"access_token\": \"IGAA\"") << 4;
    QTest::newRow("an unknown provider") << with("instagram\",", "myspace\",") << 3;
    QTest::newRow("Practice") << with("\"instagram\"", "\"practice\"") << 3;
    QTest::newRow("a provider that is a path") << with("\"instagram\"", "\"../instagram\"") << 3;
    QTest::newRow("no provider") << with("\"provider\": \"instagram\",", "") << 1;
    QTest::newRow("a name that turns the line") << with("Lumen", "\xE2\x80\xAEnemuL") << 4;
    QTest::newRow("a name too long") << with("Lumen", QByteArray(101, 'L')) << 4;
    QTest::newRow("an empty name") << with("Lumen Publisher", " ") << 4;
    QTest::newRow("an id with letters") << with("990602627938098", "99060262793809a") << 5;
    QTest::newRow("an id that is a secret") << with("990602627938098", "0123456789abcdef0123456789abcdef") << 5;
    QTest::newRow("an id as a number") << with("\"990602627938098\"", "990602627938098") << 5;
    QTest::newRow("no address") << with("[\"https://localhost:8917/instagram/\"]", "[]") << 6;
    QTest::newRow("an address elsewhere") << with("https://localhost:8917", "http://evil.example") << 6;
    QTest::newRow("localhost of somebody else")
        << with("https://localhost:8917", "http://localhost.evil.example:8917") << 6;
    QTest::newRow("an address with a user") << with("localhost:8917", "localhost:8917@evil.example") << 6;
    QTest::newRow("an address with a query") << with("/instagram/", "/instagram/?a=b") << 6;
    QTest::newRow("a broker by http") << with("\"name\": \"Lumen Publisher\"", "\"broker\": \"http://a.example/\"")
                                      << 4;
    QTest::newRow("a broker that is no text") << with("\"name\": \"Lumen Publisher\"", "\"broker\": [1]") << 4;
    QTest::newRow("a configuration at Instagram")
        << with("\"name\": \"Lumen Publisher\"", "\"configurationId\": \"1357924680\"") << 4;
    QTest::newRow("a configuration with letters")
        << with("\"name\": \"Lumen Publisher\"", "\"configurationId\": \"13579abc\"") << 4;
    QTest::newRow("an address twice") << with(
        "\"https://localhost:8917/instagram/\"",
        "\"https://localhost:8917/instagram/\",\n\"https://localhost:8917/instagram/\"")
                                      << 7;
}

void TestRegistrationFile::badFilesAreRefusedWithTheirLine()
{
    QFETCH(QByteArray, file);
    QFETCH(int, line);
    const Result<Registration> read = readRegistrationFile(file, m_catalog);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!read.error().what.isEmpty());
    QCOMPARE(read.error().line, line);
}

QTEST_GUILESS_MAIN(TestRegistrationFile)
#include "tst_registrationfile.moc"
