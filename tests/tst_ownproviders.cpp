// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"
#include "provider/providerfile.h"
#include "support/standardprovider.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

/// A provider of the user's own as the form makes it.
Provider provider(const QString &id, const QString &host = u"login.example.org"_s)
{
    Provider made;
    made.id = id;
    made.name = id;
    made.endpoints.authorize = QUrl(u"https://%1/authorize"_s.arg(host));
    made.endpoints.token = QUrl(u"https://%1/token"_s.arg(host));
    made.scopeSeparator = u" "_s;
    made.pkce = true;
    made.redirectAddresses = usualRedirectAddresses(id);
    Scope scope;
    scope.id = u"openid"_s;
    scope.title = u"Sign in"_s;
    scope.sentence = u"Who you are."_s;
    scope.required = true;
    made.scopes = {scope};
    return made;
}

} // namespace

/// Provider files of the user's own: saved, changed and removed while the program runs.
class TestOwnProviders : public QObject
{
    Q_OBJECT
private slots:
    void init();

    void aSavedProviderIsThereAtOnceAndAfterARestart();
    void theFileIsTheUsersAlone();
    void whatIsWrongIsNotWritten_data();
    void whatIsWrongIsNotWritten();
    void nothingBuiltInIsOverridden();
    void aFileThatIsThereIsNotOverwritten();
    void anOwnProviderIsChangedInItsPlace();
    void aProviderTakesItsOwnPlaceOnly();
    void noFileIsSavedThatWouldEndAnother();
    void anOwnProviderIsRemoved();
    void aDiskThatTakesNothing();
    void aLinkIsNotFollowed();
    void whatAFormDoesNotShowStays();
    void idsAreMadeOfNames_data();
    void idsAreMadeOfNames();
    void everyHostIsNamed();
    void keysAreFoundByLine();

private:
    QString folder() const { return m_folder->path() + "/providers"_L1; }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QByteArray content(const QString &name) const;
    void write(const QString &name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
};

void TestOwnProviders::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>(folder(), u"en"_s);
}

QByteArray TestOwnProviders::content(const QString &name) const
{
    QFile file(folder() + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestOwnProviders::write(const QString &name, const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestOwnProviders::aSavedProviderIsThereAtOnceAndAfterARestart()
{
    const qsizetype builtIn = m_catalog->providers().size();
    const Result<Provider> saved = m_catalog->save(providerFile(provider(u"shop"_s)));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().what));
    QCOMPARE(m_catalog->providers().size(), builtIn + 1);
    QVERIFY(m_catalog->isOwn(u"shop"_s) && !m_catalog->isOwn(u"instagram"_s));
    QCOMPARE(files(), QStringList{u"shop.json"_s});
    const Catalog again(folder());
    QVERIFY(again.problems().isEmpty());
    const Provider *read = again.description(u"shop"_s);
    QVERIFY(read);
    QCOMPARE(read->endpoints.token, QUrl(u"https://login.example.org/token"_s));
    QVERIFY(read->pkce && read->scopes.value(0).required);
}

void TestOwnProviders::theFileIsTheUsersAlone()
{
    QVERIFY(m_catalog->save(providerFile(provider(u"shop"_s))));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder() + "/shop.json"_L1) & others));
}

void TestOwnProviders::whatIsWrongIsNotWritten_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<ErrorHint>("hint");
    QTest::newRow("http") << QByteArray("https://login.example.org/token") << QByteArray("http://login.example.org/t")
                          << ErrorHint::None;
    QTest::newRow("an unknown key") << QByteArray("\"pkce\"") << QByteArray("\"pkec\"") << ErrorHint::None;
    QTest::newRow("Instagram's page and a foreign host")
        << QByteArray("https://login.example.org/authorize") << QByteArray("https://www.instagram.com/oauth/authorize")
        << ErrorHint::ForeignHost;
    QTest::newRow("the path of Instagram's answers")
        << QByteArray("127.0.0.1:8957/shop/") << QByteArray("127.0.0.1:8957/instagram/") << ErrorHint::OtherProvider;
    QTest::newRow("an ended address") << QByteArray("https://login.example.org/token")
                                      << QByteArray("https://api.instagram.com/v1/token") << ErrorHint::RetiredWay;
    QTest::newRow("no JSON") << QByteArray("}") << QByteArray("") << ErrorHint::None;
}

void TestOwnProviders::whatIsWrongIsNotWritten()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QByteArray json = providerFile(provider(u"shop"_s));
    QVERIFY(json.contains(from));
    const Result<Provider> saved = m_catalog->save(json.replace(from, to));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
    QTEST(saved.error().hint, "hint");
    QVERIFY(saved.error().line > 0);
    QVERIFY(files().isEmpty());
    QVERIFY(!m_catalog->description(u"shop"_s));
}

// A50
void TestOwnProviders::nothingBuiltInIsOverridden()
{
    const Result<Provider> saved = m_catalog->save(providerFile(provider(u"instagram"_s)));
    QVERIFY(!saved);
    QCOMPARE(saved.error().hint, ErrorHint::OtherProvider);
    QVERIFY(!m_catalog->save(providerFile(provider(u"instagram"_s)), u"instagram"_s));
    QVERIFY(!m_catalog->remove(u"instagram"_s));
    QVERIFY(!m_catalog->ownFile(u"instagram"_s));
    QVERIFY(files().isEmpty());
    QCOMPARE(m_catalog->description(u"instagram"_s)->family, Family::Instagram);
}

void TestOwnProviders::aFileThatIsThereIsNotOverwritten()
{
    write(u"shop.json"_s, "somebody's work"); // faulty, so that nobody knows its id
    m_catalog->reload(u"en"_s);
    QCOMPARE(m_catalog->problems().size(), 1);
    QVERIFY(m_catalog->save(providerFile(provider(u"shop"_s))));
    QCOMPARE(files(), QStringList({u"shop-2.json"_s, u"shop.json"_s}));
    QCOMPARE(content(u"shop.json"_s), "somebody's work");
    const Result<Provider> twice = m_catalog->save(providerFile(provider(u"shop"_s)));
    QVERIFY(!twice);
    QCOMPARE(twice.error().hint, ErrorHint::OtherProvider);
    QCOMPARE(twice.error().message, u"shop"_s);
}

void TestOwnProviders::anOwnProviderIsChangedInItsPlace()
{
    write(u"made-by-hand.json"_s, providerFile(provider(u"shop"_s)));
    m_catalog->reload(u"en"_s);
    Provider changed = provider(u"shop"_s, u"login.example.net"_s);
    const Result<Provider> saved = m_catalog->save(providerFile(changed), u"shop"_s);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().what));
    QCOMPARE(files(), QStringList{u"made-by-hand.json"_s});
    QCOMPARE(m_catalog->description(u"shop"_s)->endpoints.token, QUrl(u"https://login.example.net/token"_s));
    const QByteArray before = content(u"made-by-hand.json"_s);
    QVERIFY(!m_catalog->save(QByteArray(providerFile(changed)).replace("https:", "http:"), u"shop"_s));
    QCOMPARE(content(u"made-by-hand.json"_s), before);
    QVERIFY(m_catalog->description(u"shop"_s));
}

void TestOwnProviders::aProviderTakesItsOwnPlaceOnly()
{
    QVERIFY(m_catalog->save(providerFile(provider(u"shop"_s))));
    QVERIFY(!m_catalog->save(providerFile(provider(u"other"_s)), u"shop"_s)); // accounts know it by its id
    QVERIFY(!m_catalog->save(providerFile(provider(u"other"_s)), u"nobody"_s));
    QCOMPARE(files(), QStringList{u"shop.json"_s});
}

// Files are read in the order of their names: a new one that comes first must not make another one faulty.
void TestOwnProviders::noFileIsSavedThatWouldEndAnother()
{
    Provider spread = provider(u"zebra"_s);
    spread.endpoints.token = QUrl(u"https://tokens.example.net/token"_s);
    QVERIFY(m_catalog->save(providerFile(spread)));
    const Result<Provider> saved = m_catalog->save(providerFile(provider(u"ape"_s)));
    QVERIFY(!saved);
    QCOMPARE(saved.error().hint, ErrorHint::ForeignHost);
    QCOMPARE(saved.error().message, u"zebra"_s);
    QCOMPARE(files(), QStringList{u"zebra.json"_s});
    QVERIFY(m_catalog->description(u"zebra"_s));
}

void TestOwnProviders::anOwnProviderIsRemoved()
{
    QVERIFY(m_catalog->save(providerFile(provider(u"shop"_s))));
    QVERIFY(m_catalog->remove(u"shop"_s));
    QVERIFY(files().isEmpty());
    QVERIFY(!m_catalog->description(u"shop"_s) && !m_catalog->isOwn(u"shop"_s));
    QVERIFY(!m_catalog->remove(u"shop"_s));
    QVERIFY(m_catalog->save(providerFile(provider(u"shop"_s)))); // its name is free again
}

void TestOwnProviders::aDiskThatTakesNothing()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Result<Provider> saved = m_catalog->save(providerFile(provider(u"shop"_s)));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY(!m_catalog->description(u"shop"_s));
}

void TestOwnProviders::aLinkIsNotFollowed()
{
#ifdef Q_OS_UNIX
    write(u"shop.json"_s, providerFile(provider(u"shop"_s)));
    QVERIFY(QFile::rename(folder() + "/shop.json"_L1, m_folder->path() + "/elsewhere"_L1));
    QVERIFY(QFile::link(m_folder->path() + "/elsewhere"_L1, folder() + "/shop.json"_L1));
    m_catalog->reload(u"en"_s);
    const Result<Provider> saved = m_catalog->save(providerFile(provider(u"shop"_s, u"a.example"_s)), u"shop"_s);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY(m_catalog->remove(u"shop"_s));
    QVERIFY(QFile::exists(m_folder->path() + "/elsewhere"_L1)); // the link went
#endif
}

void TestOwnProviders::whatAFormDoesNotShowStays()
{
    const QByteArray before
        = standardProvider(80,
                           R"("dashboard": "https://example.org/apps", "profileMembers": { "id": "user.id" },)"
                           R"("lifetimes": { "short": 600 }, "name": { "en": "Test", "de": "Versuch" },)");
    QByteArray json = before;
    json.replace(R"("name": "Test", )", "");
    Result<Provider> read = readProvider(json, u"en"_s);
    QVERIFY2(read, read ? "" : qPrintable(read.error().what));
    read->endpoints.revoke = QUrl();
    read->endpoints.token = QUrl(u"http://127.0.0.1:80/new"_s);
    read->scopes.removeLast();
    const QByteArray file = providerFile(*read, json, u"en"_s);
    const Result<Provider> after = readProvider(file, u"de"_s);
    QVERIFY2(after, after ? "" : qPrintable(after.error().what));
    QCOMPARE(after->name, u"Versuch"_s);
    QCOMPARE(after->dashboard, QUrl(u"https://example.org/apps"_s));
    QCOMPARE(after->profileMembers.id, u"user.id"_s);
    QCOMPARE(after->shortLifetime, std::chrono::seconds(600));
    QVERIFY(after->endpoints.revoke.isEmpty());
    QCOMPARE(after->endpoints.token.path(), u"/new"_s);
    QCOMPARE(after->scopes.size(), 1);
    QVERIFY(after->scopes.value(0).required);
}

void TestOwnProviders::idsAreMadeOfNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << u"Shop"_s << u"shop"_s;
    QTest::newRow("words") << u" My  Login & Co. "_s << u"my-login-co"_s;
    QTest::newRow("accents") << u"Étoile Zürich"_s << u"etoile-zurich"_s;
    QTest::newRow("digits first") << u"3rd party 2"_s << u"rd-party-2"_s;
    QTest::newRow("another script") << u"登录"_s << u"provider"_s;
    QTest::newRow("nothing") << u""_s << u"provider"_s;
    QTest::newRow("taken") << u"Instagram"_s << u"instagram-3"_s;
    QTest::newRow("long") << QString(100, u'a') << QString(29, u'a');
}

void TestOwnProviders::idsAreMadeOfNames()
{
    QFETCH(const QString, name);
    const QString id = providerIdFrom(name, {u"instagram"_s, u"instagram-2"_s});
    QTEST(id, "id");
    QVERIFY(readProvider(providerFile(provider(id))));
}

void TestOwnProviders::everyHostIsNamed()
{
    Provider spread = provider(u"shop"_s);
    spread.endpoints.revoke = QUrl(u"https://revoke.example.net/"_s);
    spread.endpoints.deviceAuthorization = QUrl(u"https://device.example.net/"_s);
    QCOMPARE(hostsOf(spread), QStringList({u"login.example.org"_s, u"revoke.example.net"_s, u"device.example.net"_s}));
}

void TestOwnProviders::keysAreFoundByLine()
{
    const QByteArray file = providerFile(provider(u"shop"_s));
    const int line = 1 + int(file.first(file.indexOf("\"token\"")).count('\n'));
    QCOMPARE(keyOnLine(file, line), u"token"_s);
    QCOMPARE(keyOnLine(file, 1), QString());
    QCOMPARE(keyOnLine(file, 1000), QString());
}

QTEST_GUILESS_MAIN(TestOwnProviders)
#include "tst_ownproviders.moc"
