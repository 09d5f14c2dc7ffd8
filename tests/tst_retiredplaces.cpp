// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/registrationfile.h"
#include "connect/pageerrorhelp.h"
#include "connect/pastebox.h"
#include "connect/pastetext.h"
#include "graph/tokenkind.h"
#include "graph/tokenlist.h"
#include "provider/providerfile.h"
#include "providers/providertext.h"
#include "retiredtext.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QUrl instagramPage(u"https://www.instagram.com/oauth/authorize"_s);
const QUrl facebookPage(u"https://www.facebook.com/v26.0/dialog/oauth"_s);
const QString deadToken = u"IGQV"_s + QString(180, u'J');

Provider at(const QUrl &authorize)
{
    Provider provider;
    provider.name = u"Instagram"_s;
    provider.endpoints.authorize = authorize;
    return provider;
}

QString oldAddress(const QString &scope)
{
    return u"https://api.instagram.com/oauth/authorize?client_id=1&scope=%1&response_type=code"_s.arg(scope);
}

// -- what each place answers to a thing

QString inTheForm(const QString &scope)
{
    const QString there = scopeFault(scope, instagramPage);
    return there.isEmpty() ? scopeFault(scope, facebookPage) : there;
}

QString inTheFormsAddress(const QString &address)
{
    return addressFault(address);
}

QString pasted(const QString &text)
{
    return describe(readPastedToken(text.toUtf8()));
}

QString inAListOfTokens(const QString &token)
{
    Result<std::vector<TokenRow>> rows = readTokenList(Secret::fromText(u"name,token\nshop,%1\n"_s.arg(token)));
    if (!rows || rows->size() != 1)
        return u"%1 rows"_s.arg(rows ? int(rows->size()) : -1);
    AdoptionRound::Row row;
    row.state = AdoptionRound::State::Unusable;
    row.source = std::move(rows->front());
    return describe(row, Catalog(QString()));
}

QString inAProviderFile(const QString &thing)
{
    Provider provider = at(thing.contains("://"_L1) ? QUrl(u"https://login.example.org/a"_s) : instagramPage);
    provider.id = u"mine"_s;
    provider.scopeSeparator = u" "_s;
    provider.endpoints.token = provider.endpoints.authorize;
    provider.redirectAddresses = usualRedirectAddresses(provider.id);
    Scope scope;
    scope.id = thing.contains("://"_L1) ? u"read"_s : thing;
    scope.title = scope.sentence = u"One"_s;
    provider.scopes = {scope};
    if (thing.contains("://"_L1))
        provider.endpoints.profile = QUrl(thing);
    const auto refused = Catalog(QString()).check(providerFile(provider));
    return refused ? QString() : providerFault(refused.error());
}

QString inARegistrationFile(const QString &thing)
{
    const QString key = thing.contains("://"_L1) ? u"redirect"_s : u"scopes"_s;
    const QString json = u"{\"tokendeskApp\": 1, \"provider\": \"instagram\", \"%1\": [\"%2\"]}"_s.arg(key, thing);
    const auto refused = readRegistrationFile(json.toUtf8(), Catalog(QString()));
    const auto old = refused ? std::nullopt : retiredThing(refused.error().message);
    return old && refused.error().hint == ErrorHint::RetiredWay ? retiredSentence(*old) : QString();
}

QString inThePastedAnswer(const QString &address)
{
    PasteBox box(nullptr);
    QSignalSpy given(&box, &PasteBox::addressGiven);
    auto *field = box.findChild<QLineEdit *>(u"pastedAddress"_s);
    field->setText(address);
    QTest::keyClick(field, Qt::Key_Return);
    return given.isEmpty() ? box.findChild<QLabel *>(u"pasteHint"_s)->text() : QString();
}

QString inThePagesWords(const QString &words)
{
    PageErrorHelp help(nullptr);
    help.setAttempt(at(words.contains("manage_pages"_L1) ? facebookPage : instagramPage), u"https://localhost/"_s);
    help.findChild<QComboBox *>(u"pageWords"_s)->setCurrentText(words);
    QString all;
    for (const QLabel *label : help.findChildren<QLabel *>())
        all += label->isHidden() ? QString() : label->text() + u'\n';
    return all;
}

} // namespace

Q_DECLARE_METATYPE(QString (*)(const QString &))

/// Wherever something turns up that Meta has closed, the answer has the day it ended and what replaces it.
class TestRetiredPlaces : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void isAnswered_data();
    void isAnswered();
    void whatIsAliveIsNot();
};

void TestRetiredPlaces::isAnswered_data()
{
    using Place = QString (*)(const QString &);
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QString>("ended");
    QTest::addColumn<QString>("instead");
    struct Closed
    {
        QString scope, ended, instead;
    };
    const QString signIn = u"connect the account by signing in"_s;
    const QList<Closed> scopes{{u"user_profile"_s, u"4 December 2024"_s, signIn},
                               {u"user_media"_s, u"4 December 2024"_s, signIn},
                               {u"user_photos"_s, u"never gives a token for Instagram"_s, signIn},
                               {u"basic"_s, u"29 June 2020"_s, signIn},
                               {u"business_basic"_s, u"27 January 2025"_s, u"instagram_business_"_s},
                               {u"business_content_publish"_s, u"27 January 2025"_s, u"instagram_business_"_s},
                               {u"business_manage_comments"_s, u"27 January 2025"_s, u"instagram_business_"_s},
                               {u"business_manage_messages"_s, u"27 January 2025"_s, u"instagram_business_"_s},
                               {u"publish_actions"_s, u"1 August 2018"_s, u"Nothing replaces it"_s},
                               {u"manage_pages"_s, u"3 August 2020"_s, u"pages_"_s}};
    const auto row = [](const char *where, Place place, const QString &name, const QString &thing, const Closed &what) {
        QTest::addRow("%s: %s", where, qPrintable(name)) << place << thing << what.ended << what.instead;
    };
    for (const Closed &one : scopes) {
        row("typed scope", &inTheForm, one.scope, one.scope, one);
        row("provider file", &inAProviderFile, one.scope, one.scope, one);
        row("registration file", &inARegistrationFile, one.scope, one.scope, one);
        row("pasted text", &pasted, one.scope, oldAddress(one.scope), one);
        row("pasted answer", &inThePastedAnswer, one.scope, oldAddress(one.scope), one);
        row("the page's words", &inThePagesWords, one.scope, u"Invalid Scopes: "_s + one.scope, one);
    }
    const Closed first{{}, u"29 June 2020"_s, signIn};
    const QString oldCall = u"https://api.instagram.com/v1/users/self"_s;
    row("typed address", &inTheFormsAddress, u"v1"_s, oldCall, first);
    row("provider file", &inAProviderFile, u"v1"_s, oldCall, first);
    row("registration file", &inARegistrationFile, u"v1"_s, oldCall, first);
    row("pasted text", &pasted, u"v1"_s, oldCall + u"/?access_token=1"_s, first);
    row("pasted answer", &inThePastedAnswer, u"v1"_s, oldCall, first);
    row("pasted text", &pasted, u"implicit flow"_s,
        u"https://api.instagram.com/oauth/authorize/?client_id=1&redirect_uri=https://a.example&response_type=token"_s,
        first);
    const Closed display{{}, u"4 December 2024"_s, signIn};
    row("pasted token", &pasted, u"IGQV"_s, deadToken, display);
    row("list of tokens", &inAListOfTokens, u"IGQV"_s, deadToken, {{}, u"04/12/2024"_s, u"sign in instead"_s});
}

void TestRetiredPlaces::isAnswered()
{
    using Place = QString (*)(const QString &);
    QFETCH(const Place, place);
    QFETCH(const QString, thing);
    QFETCH(const QString, ended);
    QFETCH(const QString, instead);
    const QString said = place(thing);
    QVERIFY2(said.contains(ended), qPrintable(said));
    QVERIFY2(said.contains(instead), qPrintable(said));
}

void TestRetiredPlaces::whatIsAliveIsNot()
{
    const QString alive = u"instagram_business_basic"_s;
    QCOMPARE(inTheForm(alive), QString());
    QCOMPARE(inAProviderFile(alive), QString());
    QCOMPARE(inARegistrationFile(alive), QString());
    QCOMPARE(inThePastedAnswer(u"https://localhost:8917/instagram/?code=AQ&state=1"_s), QString());
    QVERIFY(!inThePagesWords(u"Invalid Scopes: pages_show_list"_s).contains("ended on"_L1));
    QVERIFY(!retiredScopeInWords(u"Sorry, comments are off. basic likes."_s, ScopeHome::Instagram));
    QVERIFY(!retiredScopeInWords(u"Invalid scope: basic"_s, ScopeHome::Elsewhere));
}

QTEST_MAIN(TestRetiredPlaces)
#include "tst_retiredplaces.moc"
