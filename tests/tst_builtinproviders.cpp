// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"

#include <QFile>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

/// A translation of every text: its context and itself, so that what was not translated is seen.
class EchoTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return "<%1> %2"_L1.arg(QString::fromUtf8(context), QString::fromUtf8(text));
    }
};

} // namespace

/// The providers that the program brings along.
class TestBuiltInProviders : public QObject
{
    Q_OBJECT
private slots:
    void builtInFilesAreAccepted();
    void instagramIsAsMetaDocuments();
    void facebookIsAsMetaDocuments();
    void practiceStaysOnThisComputer();
    void builtInTextsAreTranslated();
    void everyBuiltInTextIsInTheSourceForTranslators();
    void everyBuiltInProviderOffersTheSameJobs();
    void whatIsElsewhereIsThere();
    void practiceListensOnAnyPort();
    void thePortIsAskedForWhenPracticeIsUsed();
};

void TestBuiltInProviders::builtInFilesAreAccepted()
{
    const Catalog catalog{QString()};
    QVERIFY2(catalog.problems().isEmpty(), qPrintable(catalog.problems().value(0).what));
    QStringList ids;
    for (const Provider &provider : catalog.providers())
        ids.append(provider.id);
    QCOMPARE(ids, QStringList({u"facebook"_s, u"instagram"_s, u"practice"_s, u"practice-facebook"_s}));
}

void TestBuiltInProviders::instagramIsAsMetaDocuments()
{
    const Catalog catalog{QString()};
    const Provider &instagram = *catalog.description(u"instagram"_s);
    QCOMPARE(instagram.name, u"Instagram"_s);
    QCOMPARE(instagram.family, Family::Instagram);
    QVERIFY(!instagram.practice);
    QVERIFY(!instagram.pkce);
    QCOMPARE(instagram.endpoints.authorize, QUrl(u"https://www.instagram.com/oauth/authorize"_s));
    QCOMPARE(instagram.endpoints.token, QUrl(u"https://api.instagram.com/oauth/access_token"_s));
    QCOMPARE(instagram.endpoints.extend, QUrl(u"https://graph.instagram.com/access_token"_s));
    QCOMPARE(instagram.endpoints.renew, QUrl(u"https://graph.instagram.com/refresh_access_token"_s));
    QCOMPARE(instagram.endpoints.profile, QUrl("https://graph.instagram.com/%1/me"_L1.arg(instagram.apiVersion)));
    QCOMPARE(instagram.scopeSeparator, u","_s);
    QCOMPARE(instagram.redirectAddresses,
             QStringList({u"https://localhost:8917/instagram/"_s, u"https://localhost:8918/instagram/"_s,
                          u"https://localhost:8919/instagram/"_s}));
    QCOMPARE(instagram.shortLifetime, 1h);
    QCOMPARE(instagram.longLifetime, 60 * 24h);
    QCOMPARE(instagram.renewableAfter, 24h);
    QStringList scopes;
    for (const Scope &scope : instagram.scopes) {
        scopes.append(scope.id);
        QCOMPARE(scope.required, scope.id == "instagram_business_basic"_L1);
        QCOMPARE(scope.needs.isEmpty(), scope.required);
        QVERIFY(scope.needsReview);
        QVERIFY(!scope.title.isEmpty() && scope.sentence.endsWith(u'.'));
    }
    QCOMPARE(scopes,
             QStringList({u"instagram_business_basic"_s, u"instagram_business_content_publish"_s,
                          u"instagram_business_manage_comments"_s, u"instagram_business_manage_messages"_s,
                          u"instagram_business_manage_insights"_s}));
    for (const OptionalParameter &parameter : instagram.optionalParameters)
        QVERIFY(!parameter.always);
}

void TestBuiltInProviders::facebookIsAsMetaDocuments()
{
    const Catalog catalog{QString()};
    const Provider &facebook = *catalog.description(u"facebook"_s);
    QCOMPARE(facebook.family, Family::Facebook);
    QCOMPARE(facebook.endpoints.authorize,
             QUrl("https://www.facebook.com/%1/dialog/oauth"_L1.arg(facebook.apiVersion)));
    QCOMPARE(facebook.endpoints.token,
             QUrl("https://graph.facebook.com/%1/oauth/access_token"_L1.arg(facebook.apiVersion)));
    QCOMPARE(facebook.endpoints.graph, QUrl("https://graph.facebook.com/%1"_L1.arg(facebook.apiVersion)));
    QVERIFY(facebook.endpoints.renew.isEmpty()); // nothing renews a person's token silently
    const Provider &practice = *catalog.description(u"practice-facebook"_s);
    QVERIFY(practice.practice);
    for (const QUrl &url : {practice.endpoints.authorize, practice.endpoints.token, practice.endpoints.extend,
                            practice.endpoints.profile, practice.endpoints.permissions, practice.endpoints.graph})
        QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(practice.onPort(45678).endpoints.graph.port(), 45678);
    QCOMPARE(practice.scopes.size(), facebook.scopes.size());
}

void TestBuiltInProviders::practiceStaysOnThisComputer()
{
    const Catalog catalog{QString()};
    const Provider &practice = *catalog.description(u"practice"_s);
    QVERIFY(practice.practice && practice.pkce);
    QCOMPARE(practice.family, Family::Instagram);
    for (const QUrl &url : {practice.endpoints.authorize, practice.endpoints.token, practice.endpoints.extend,
                            practice.endpoints.renew, practice.endpoints.profile, practice.endpoints.permissions})
        QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(practice.redirectAddresses.size(), 3);
    QCOMPARE(practice.scopes.size(), catalog.description(u"instagram"_s)->scopes.size());
}

void TestBuiltInProviders::builtInTextsAreTranslated()
{
    EchoTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const Catalog catalog{QString()};
    QCOMPARE(catalog.providers().size(), 4);
    for (const Provider &provider : catalog.providers()) {
        QVERIFY(provider.name.startsWith("<Provider> "_L1));
        for (const Scope &scope : provider.scopes) {
            QVERIFY(scope.title.startsWith("<Provider> "_L1));
            QVERIFY(scope.sentence.startsWith("<Provider> "_L1));
            QVERIFY(!scope.id.contains(u'<'));
        }
        for (const Preset &preset : provider.presets) {
            QVERIFY(preset.title.startsWith("<Provider> "_L1) && preset.sentence.startsWith("<Provider> "_L1));
            QVERIFY(!preset.id.contains(u'<'));
        }
        for (const ForeignScope &scope : provider.elsewhere)
            QVERIFY(scope.title.startsWith("<Provider> "_L1) && scope.sentence.startsWith("<Provider> "_L1));
    }
}

void TestBuiltInProviders::everyBuiltInTextIsInTheSourceForTranslators()
{
    QFile file(QStringLiteral(TOKENDESK_SENTENCES));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString source = QString::fromUtf8(file.readAll());
    const Catalog catalog{QString()};
    const auto listed = [&source](const QString &text) {
        return source.contains("QT_TRANSLATE_NOOP(\"Provider\", \"%1\")"_L1.arg(text));
    };
    for (const Provider &provider : catalog.providers()) {
        QVERIFY(listed(provider.name));
        for (const Scope &scope : provider.scopes)
            QVERIFY2(listed(scope.title) && listed(scope.sentence), qPrintable(scope.id));
        for (const Preset &preset : provider.presets)
            QVERIFY2(listed(preset.title) && listed(preset.sentence), qPrintable(preset.id));
        for (const ForeignScope &scope : provider.elsewhere)
            QVERIFY2(listed(scope.title) && listed(scope.sentence), qPrintable(scope.id));
    }
}

void TestBuiltInProviders::everyBuiltInProviderOffersTheSameJobs()
{
    const Catalog catalog{QString()};
    const QStringList jobs{u"publish"_s, u"insights"_s, u"comments"_s, u"messages"_s, u"everything"_s};
    for (const Provider &provider : catalog.providers()) {
        QStringList ids;
        QStringList everything;
        for (const Preset &preset : provider.presets) {
            ids.append(preset.id);
            QVERIFY2(preset.sentence.endsWith(u'.'), qPrintable(preset.id));
            if (preset.id == "everything"_L1)
                everything = provider.withDependencies(preset.scopes);
        }
        QCOMPARE(ids, jobs);
        for (const Preset &preset : provider.presets) {
            for (const QString &scope : provider.withDependencies(preset.scopes))
                QVERIFY2(everything.contains(scope), qPrintable(scope));
        }
    }
}

/// Instagram and Facebook point at each other's names, and each of them is right.
void TestBuiltInProviders::whatIsElsewhereIsThere()
{
    const Catalog catalog{QString()};
    for (const auto &[here, there] :
         {std::pair(u"instagram"_s, u"facebook"_s), std::pair(u"facebook"_s, u"instagram"_s)}) {
        const Provider &other = *catalog.description(there);
        QVERIFY(!catalog.description(here)->elsewhere.isEmpty());
        for (const ForeignScope &scope : catalog.description(here)->elsewhere) {
            QVERIFY2(other.scope(scope.id), qPrintable(scope.id));
            QCOMPARE(scope.family, other.family);
            QVERIFY(scope.instead.isEmpty() || catalog.description(here)->scope(scope.instead));
        }
    }
}

void TestBuiltInProviders::practiceListensOnAnyPort()
{
    const Catalog catalog{QString()};
    const Provider practice = catalog.description(u"practice"_s)->onPort(45678);
    QCOMPARE(practice.endpoints.token, QUrl(u"http://127.0.0.1:45678/oauth/access_token"_s));
    QCOMPARE(practice.endpoints.profile.port(), 45678);
    QCOMPARE(practice.redirectAddresses, catalog.description(u"practice"_s)->redirectAddresses);
    const Provider instagram = catalog.description(u"instagram"_s)->onPort(45678);
    QCOMPARE(instagram.endpoints.token.port(), -1);
}

void TestBuiltInProviders::thePortIsAskedForWhenPracticeIsUsed()
{
    Catalog catalog{QString()};
    int asked = 0;
    Result<quint16> port = quint16(4711);
    catalog.setPracticePort([&] { return ++asked, port; });
    QVERIFY(catalog.provider(u"instagram"_s));
    QVERIFY(catalog.description(u"practice"_s));
    QCOMPARE(asked, 0);
    QCOMPARE(catalog.provider(u"practice"_s)->endpoints.renew.port(), 4711);
    QCOMPARE(asked, 1);
    port = failure(ErrorKind::PortTaken, u"no port"_s);
    QCOMPARE(catalog.provider(u"practice"_s).error().kind, ErrorKind::PortTaken);
}

QTEST_GUILESS_MAIN(TestBuiltInProviders)
#include "tst_builtinproviders.moc"
