// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"
#include "graph/errorcatalogue.h"
#include "graph/graphclient.h"
#include "practice/practiceerrors.h"
#include "support/desk.h"
#include "support/transportfixture.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

/// A catalogue of the defaults that there must be, and what a test puts before them.
QByteArray catalogue(const QByteArray &first, const QByteArray &ending = R"({"codes":[190],"words":["invalid_grant"]})")
{
    QByteArray list;
    for (const QByteArray kind :
         {"denied", "server-trouble", "rate-limited", "rejected", "misconfigured", "malformed"}) {
        const bool passes = kind == "server-trouble" || kind == "rate-limited" || kind == "malformed";
        list += R"({"id":"d-)" + kind + R"(","kind":")" + kind + R"(","default":true,"lasts":")"
            + (passes ? "temporary" : "terminal") + R"(","cause":"It is so.","mend":"Do it.","who":"you"},)";
    }
    return R"({"endsToken":)" + ending + R"(,"errors":[)" + first + list.chopped(1) + "]}";
}

/// One entry that is right, with members in place of or beside its own.
QByteArray entry(const QByteArray &kind = R"("kind":"rejected")", const QByteArray &lasts = R"("lasts":"terminal")",
                 const QByteArray &who = R"("who":"you")", const QByteArray &finding = R"("codes":[{"code":7}])",
                 const QByteArray &id = R"("id":"seven")", const QByteArray &cause = R"("cause":"Seven is so.")")
{
    return '{' + id + ',' + kind + ',' + lasts + ',' + cause + R"(,"mend":"Count on.",)" + who + ',' + finding + "},";
}

QByteArray graph(int code, int subcode, const QByteArray &message = "x")
{
    return R"({"error":{"message":")" + message + R"(","type":"OAuthException","code":)" + QByteArray::number(code)
        + R"(,"error_subcode":)" + QByteArray::number(subcode) + R"(,"fbtrace_id":"AbC_d-1"}})";
}

QByteArray instagram(const QByteArray &message)
{
    return R"({"error_type":"OAuthException","code":400,"error_message":")" + message + R"("})";
}

QByteArray rfc(const QByteArray &word)
{
    return R"({"error":")" + word + R"("})";
}

Provider meta(Family family)
{
    Provider provider;
    provider.name = u"Meta"_s;
    provider.family = family;
    provider.dashboard = QUrl(u"https://dashboard.example/"_s);
    provider.withdraw = QUrl(u"https://withdraw.example/"_s);
    return provider;
}

} // namespace

/// The one place that knows what an error of a provider means: that it is read strictly, and that each error in it is
/// told as it should be, from the socket to the sentence.
class TestErrorCatalogue : public QObject
{
    Q_OBJECT
private slots:
    void theBuiltInOneIsWhole();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void everyErrorIsToldFromTheSocketOn_data();
    void everyErrorIsToldFromTheSocketOn();
    void everyErrorIsInThatTable();
    void everyErrorOfPracticeIsKnown();
    void retiredScopesAreAnsweredOnPagesToo_data();
    void retiredScopesAreAnsweredOnPagesToo();
    void facebookHasWordsOfItsOwn();
    void whatWasClassifiedAnewIsPhrasedAnew();
    void whatEndsATokenIsSaidByTheProviderItself();
    void theTraceIdIsAlwaysOffered();
};

void TestErrorCatalogue::theBuiltInOneIsWhole()
{
    const auto &errors = errorCatalogue().errors();
    QVERIFY(errors.size() > 50);
    for (const KnownError &each : errors) {
        for (const QRegularExpression &pattern : each.texts + each.pages)
            QVERIFY2(pattern.isValid(), qPrintable(each.id + ": "_L1 + pattern.errorString()));
        for (const QString &sentence : {each.cause, each.mend}) {
            QVERIFY2(!QString(sentence).remove("%1"_L1).contains(u'%'), qPrintable(sentence));
            QVERIFY2(!sentence.contains("invalid token"_L1, Qt::CaseInsensitive), qPrintable(sentence));
        }
        for (const QString &sentence : each.sentences)
            QCOMPARE(errorCatalogue().byPage(sentence)->id, each.id);
    }
}

void TestErrorCatalogue::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("what"); // empty: it is taken
    const auto row
        = [](const char *name, const QByteArray &json, const QString &what) { QTest::newRow(name) << json << what; };
    row("right", catalogue(entry()), {});
    row("no JSON", "{", u"end"_s);
    row("a list", "[]", u"object"_s);
    row("an unknown key", catalogue(entry(R"("kind":"rejected","sorrow":1)")), u"unknown key"_s);
    row("an unknown kind", catalogue(entry(R"("kind":"odd")")), u"not known here"_s);
    row("a kind that no provider says", catalogue(entry(R"("kind":"offline")")), u"not known here"_s);
    row("an unknown hint", catalogue(entry(R"("kind":"rejected","hint":"odd")")), u"not known here"_s);
    row("nobody who can mend it",
        catalogue(entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("link":"dashboard")")), u"missing"_s);
    row("lasts otherwise than its kind", catalogue(entry(R"("kind":"rejected")", R"("lasts":"temporary")")),
        u"otherwise than its kind"_s);
    row("lasts somehow", catalogue(entry(R"("kind":"rejected")", R"("lasts":"long")")), u"not allowed"_s);
    row("the same id twice", catalogue(entry() + entry()), u"id of another"_s);
    row("nothing leads to it",
        catalogue(entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("who":"you")", R"("words":[])")),
        u"nothing leads"_s);
    row("a code that is none",
        catalogue(
            entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("who":"you")", R"("codes":[{"code":"7"}])")),
        u"whole number"_s);
    row("a range that ends before it begins",
        catalogue(entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("who":"you")",
                        R"("codes":[{"code":7,"last":6}])")),
        u"whole number"_s);
    row("a pattern that fits everything",
        catalogue(entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("who":"you")", R"("texts":["."])")),
        u"not allowed"_s);
    row("a link without TLS",
        catalogue(
            entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("who":"you","link":"http://example.org/")")),
        u"https"_s);
    row("no sentence",
        catalogue(entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("who":"you")", R"("codes":[{"code":7}])",
                        R"("id":"seven")", R"("cause":"")")),
        u"empty"_s);
    row("text that runs backwards",
        catalogue(entry(R"("kind":"rejected")", R"("lasts":"terminal")", R"("who":"you")", R"("codes":[{"code":7}])",
                        R"("id":"seven")", R"("cause":"It \u202Eis so.")")),
        u"not allowed"_s);
    row("two defaults", catalogue(entry(R"("kind":"rejected","default":true)")), u"one default"_s);
    row("a hint without a default", catalogue(entry(R"("kind":"rejected","hint":"expired")")), u"one default"_s);
    row("codes that end no token", catalogue({}, R"({"codes":[0]})"), u"a code is expected"_s);
    row("no defaults", R"({"endsToken":{"codes":[190]},"errors":[]})", u"no default"_s);
    row("too large", QByteArray(300 * 1024, ' '), u"larger"_s);
}

void TestErrorCatalogue::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, what);
    const Result<ErrorCatalogue> read = ErrorCatalogue::read(json);
    QCOMPARE(read.has_value(), what.isEmpty());
    if (!read)
        QVERIFY2(read.error().what.contains(what), qPrintable(read.error().what));
}

// -- from the socket to the sentence

void TestErrorCatalogue::everyErrorIsToldFromTheSocketOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("mend");
    QTest::addColumn<Mender>("who");
    QTest::addColumn<bool>("temporary");
    using enum Mender;
    const auto row = [](const char *id, const QByteArray &body, const QString &cause, const QString &mend, Mender who,
                        bool temporary = false,
                        int status = 400) { QTest::newRow(id) << status << body << cause << mend << who << temporary; };
    const QString again = u"Sign in again"_s;
    const QString hour = u"Try again in an hour"_s;
    const QString fewMinutes = u"in a few minutes"_s;
    const QByteArray session = "Error validating access token: ";
    row("app-secret", graph(1, 0, "Error validating client secret."), u"does not fit"_s,
        u"Copy the Instagram app secret"_s, AppOwner);
    row("app-secret-proof", graph(100, 0, "API calls from the server require an appsecret_proof argument"),
        u"signed with its app secret"_s, u"Require app secret"_s, AppOwner);
    row("app-id", instagram("Invalid platform app"), u"does not know this app id"_s, u"Copy the Instagram app id"_s,
        AppOwner);
    row("tester", graph(100, 0, "Unsupported request - method type: get"), u"own testers"_s, u"Instagram Tester"_s,
        BothOwners);
    row("redirect-address", instagram("Redirect URI does not match registered redirect URI"), u"not registered"_s,
        u"last slash"_s, AppOwner);
    row("redirect-insecure",
        graph(100, 0, "Insecure Login Blocked: You can't get an access token from an insecure page."),
        u"only an address with https"_s, u"https://localhost"_s, AppOwner);
    row("embedded-browser", graph(100, 0, "logging into Facebook from an embedded browser is disabled."),
        u"another program"_s, u"your own browser"_s, Developer);
    row("scope-misspelt", instagram("Invalid scope field(s): instagram_business_content_publishing"),
        u"does not exist"_s, u"instagram_business_content_publish”"_s, Developer);
    row("retired-first-api", instagram("Invalid scope: ['basic']"), u"29 June 2020"_s, u"Instagram Login"_s, Developer);
    row("retired-basic-display", instagram("Invalid scope field(s): user_profile, user_media"), u"4 December 2024"_s,
        u"professional"_s, Developer);
    row("retired-business-scopes", instagram("Invalid scope field(s): business_basic"), u"27 January 2025"_s,
        u"instagram_business_"_s, Developer);
    row("retired-publish-actions", graph(200, 0, "(#200) publish_actions permission has been deprecated"), u"2018"_s,
        u"Nothing replaces"_s, Developer);
    row("retired-page-scopes", graph(100, 0, "Invalid Scopes: manage_pages, publish_pages."), u"ended in 2020"_s,
        u"pages_"_s, Developer);
    row("retired-offline-access", graph(100, 0, "Invalid Scopes: offline_access."), u"since 2012"_s, u"Leave"_s,
        Developer);
    row("scopes", rfc("invalid_scope"), u"may not ask"_s, u"Tick fewer"_s, AppOwner);
    row("configuration", graph(100, 0, "This app needs at least one supported permission"), u"configuration"_s,
        u"Configurations"_s, AppOwner);
    row("no-page", graph(100, 0, "No Facebook Pages found"), u"no Page"_s, u"business_management"_s, AccountOwner);
    row("implicit-flow", rfc("unsupported_response_type"), u"consent page"_s, u"response_type=code"_s, Developer);
    row("password-changed", graph(190, 460), u"password was changed"_s, again, You);
    row("expired", graph(190, 0, session + "Session has expired on Monday, 05-Jan-26 00:30:00 PST."), u"run out"_s,
        again, You);
    row("app-removed", graph(190, 458), u"access away"_s, again, AccountOwner);
    row("checkpoint", graph(190, 459), u"security check"_s, u"do what it asks"_s, AccountOwner);
    row("unconfirmed", graph(190, 464), u"not confirmed"_s, u"e-mail"_s, AccountOwner);
    row("wrong-host", graph(190, 0, "Invalid OAuth access token - Cannot parse access token"), u"cannot read"_s,
        u"another service"_s, You);
    row("malformed-token", graph(190, 456), u"damaged"_s, u"Copy it again"_s, You);
    row("unknown-path", graph(2500, 0, "Unknown path components: /me"), u"does not know the address"_s, u"version"_s,
        Developer, false, 404);
    row("no-token", graph(2500, 0), u"No token arrived"_s, u"Copy it again"_s, You);
    row("code-used", instagram("Matching code was not found or was already used"), u"used before"_s, u"fresh one"_s,
        You);
    row("too-young", graph(100, 0, "Token is not eligible for refresh"), u"not a day old"_s, u"by itself"_s,
        Mender::Provider, true);
    row("throttled", R"({"error_type":"OAuthRateLimitException","code":429})", u"wants a pause"_s, hour,
        Mender::Provider, true, 429);
    row("throttled-app", graph(4, 0), u"All who use this app"_s, hour, Mender::Provider, true);
    row("throttled-account", graph(80002, 0), u"behalf of this account"_s, hour, Mender::Provider, true);
    row("throttled-page", graph(32, 0), u"behalf of this Page"_s, hour, Mender::Provider, true);
    row("throttled-unusual", graph(613, 1996), u"unusual number"_s, u"script"_s, Developer, true);
    row("throttled-custom", graph(613, 0), u"one thing"_s, hour, Mender::Provider, true);
    row("throttled-business", graph(80004, 2446079), u"business use"_s, hour, Mender::Provider, true);
    row("publishing-quota", graph(9, 2207042), u"published as much"_s, u"24 hours"_s, Mender::Provider, true);
    row("policy-block", graph(368, 0), u"breach of its rules"_s, u"Account Quality"_s, AccountOwner, true);
    row("app-limit", graph(341, 0), u"reached a limit"_s, fewMinutes, Mender::Provider, true);
    row("unknown-failure", graph(1, 0), u"does not explain"_s, u"check the app secret"_s, Mender::Provider, true, 500);
    row("trouble", graph(2, 0), u"has trouble"_s, fewMinutes, Mender::Provider, true, 503);
    row("capability", graph(3, 0), u"product"_s, u"Use cases"_s, AppOwner);
    row("permission", rfc("insufficient_scope"), u"lacks a permission"_s, u"tick the permission"_s, You);
    row("page-task", graph(200, 0, "requires pages_manage_posts as an admin with sufficient administrative permission"),
        u"role there lacks"_s, u"Page access"_s, PageAdmin);
    row("permission-declined", graph(200, 0), u"declined"_s, u"review"_s, You, false, 403);
    row("wrong-number", graph(100, 33), u"does not exist at Meta"_s, u"user_id"_s, Developer);
    row("device-declined", graph(100, 1349173), u"other device"_s, u"Allow"_s, AccountOwner);
    row("device-expired", graph(100, 1349152), u"has run out"_s, u"new code"_s, You);
    row("parameter", graph(100, 0, "(#100) Invalid parameter"), u"did not take something"_s, u"details say"_s,
        Developer);
    row("reinstalled", graph(190, 461), u"allowed anew"_s, again, You);
    row("invalidated", graph(190, 466), u"has ended the token"_s, again, You);
    row("logged-out", graph(190, 467), u"logged out"_s, again, You);
    row("unused", graph(190, 468), u"not used for so long"_s, again, You);
    row("no-page-role", graph(190, 492), u"no role on this Page"_s, u"administrator"_s, PageAdmin);
    row("first-api-token",
        R"({"error_type":"OAuthAccessTokenException","code":400,"error_message":"The access_token provided is invalid."})",
        u"first Instagram API"_s, u"Instagram Login"_s, You);
    row("session-over", graph(102, 0), u"is over"_s, again, You);
    row("token-refused", graph(190, 0), u"refused the token"_s, again, You, false, 401);
    row("grant-refused", rfc("invalid_grant"), u"used up"_s, again, You);
    row("refused", instagram("Something new"), u"refused it"_s, again, You);
    row("duplicate-post", graph(506, 0), u"posted before"_s, u"Change the text"_s, You);
    row("bad-link", graph(1609005, 0), u"could not post the link"_s, u"address"_s, You);
    row("app-refused", rfc("invalid_client"), u"refused the app"_s, u"Compare app id"_s, AppOwner, false, 401);
    row("denied", rfc("access_denied"), u"not given"_s, u"Allow"_s, AccountOwner);
    row("unclear", graph(777, 0), u"cannot be understood"_s, u"proxy"_s, You, true);
}

void TestErrorCatalogue::everyErrorIsToldFromTheSocketOn()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TransportFixture fixture;
    fixture.server.answer(status, body);
    GraphClient client(fixture.transport);
    ::Provider provider = meta(Family::Instagram);
    provider.endpoints.renew = QUrl(fixture.server.url(u"/refresh"_s));
    Awaited<Grant> renewed;
    client.renew(provider, Secret::fromText(u"IGAAtoken"_s), &renewed.context, renewed.callback());
    const Result<Grant> grant = renewed.wait();
    QVERIFY(!grant);
    const Error &error = grant.error();
    const KnownError *known = errorCatalogue().of(error);
    QVERIFY(known);
    QCOMPARE(known->id, QString::fromLatin1(QTest::currentDataTag()));
    const ErrorText text = describe(error, provider);
    QFETCH(QString, cause);
    QFETCH(QString, mend);
    QFETCH(Mender, who);
    QVERIFY2(text.happened.contains(cause), qPrintable(text.happened));
    QVERIFY2(text.todo.contains(mend), qPrintable(text.todo));
    QCOMPARE(text.who, sentenceOf(who, u"Meta"_s));
    QTEST(isTemporary(error), "temporary");
    QVERIFY(text.link.isEmpty() == (known->link == ErrorLink::None));
    QCOMPARE(text.support.contains("AbC_d-1"_L1), body.contains("AbC_d-1"));
}

void TestErrorCatalogue::everyErrorIsInThatTable()
{
    const QString source = QFile::exists(QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/tst_errorcatalogue.cpp"))
        ? QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/tst_errorcatalogue.cpp")
        : QString();
    QFile file(source);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QStringList fromElsewhere{u"access-ended"_s, u"client-token"_s, u"other-issuer"_s}; // no answer says so
    for (const KnownError &each : errorCatalogue().errors())
        QVERIFY2(text.contains("row(\"%1\","_L1.arg(each.id)) || fromElsewhere.contains(each.id), qPrintable(each.id));
}

void TestErrorCatalogue::everyErrorOfPracticeIsKnown()
{
    for (const NamedPracticeError &named : namedPracticeErrors()) {
        const Error error
            = readError({.status = named.error.status,
                         .body = named.endpoints.testFlag(PracticeEndpoint::Token) ? tokenErrorReply(named.error).body
                                                                                   : graphErrorReply(named.error).body,
                         .headers = {}});
        const bool isPending = named.name.startsWith("device-"_L1); // no error, but a state of that sign-in
        QVERIFY2(!error.known.isEmpty() || isPending || named.error.transient, qPrintable(named.name));
    }
}

void TestErrorCatalogue::retiredScopesAreAnsweredOnPagesToo_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("id");
    QTest::newRow("first API") << u"Invalid scope field(s): basic"_s << u"retired-first-api"_s;
    QTest::newRow("not taken for it") << u"Invalid scope field(s): instagram_business_basic"_s << u"scopes"_s;
    QTest::newRow("alive") << u"Invalid Scopes: business_management"_s << u"scopes"_s;
    QTest::newRow("Basic Display") << u"Invalid Scopes: user_media"_s << u"retired-basic-display"_s;
    QTest::newRow("two-factor") << u"This account has two-factor authentication"_s << u"checkpoint"_s;
    QTest::newRow("German") << u"Ungültiger Scope: instagram_basic"_s << u"scopes"_s;
    QTest::newRow("typographic") << u"It looks like this app isn’t available"_s << u"tester"_s;
    QTest::newRow("over lines") << u"Invalid\n  platform   app"_s << u"app-id"_s;
}

void TestErrorCatalogue::retiredScopesAreAnsweredOnPagesToo()
{
    QFETCH(QString, page);
    const KnownError *known = errorCatalogue().byPage(page);
    QVERIFY(known);
    QTEST(known->id, "id");
    QVERIFY(!errorCatalogue().byPage(u"The moon is in the wrong house"_s));
    QVERIFY(!errorCatalogue().byPage(QString(100'000, u'x') + page)); // only its beginning is looked at
}

void TestErrorCatalogue::facebookHasWordsOfItsOwn()
{
    const Error error{.kind = ErrorKind::Misconfigured, .what = {}, .hint = ErrorHint::Role};
    const ErrorText instagramText = describe(error, meta(Family::Instagram));
    const ErrorText facebookText = describe(error, meta(Family::Facebook));
    QVERIFY(instagramText.todo.contains("Instagram Tester"_L1));
    QVERIFY(!facebookText.todo.contains("Instagram Tester"_L1));
    QCOMPARE(facebookText.who, sentenceOf(Mender::AppOwner, u"Meta"_s));
    QCOMPARE(instagramText.link, QUrl(u"https://withdraw.example/"_s));
}

void TestErrorCatalogue::whatWasClassifiedAnewIsPhrasedAnew()
{
    const Error error{.kind = ErrorKind::Misconfigured,
                      .what = {},
                      .hint = ErrorHint::ClientToken,
                      .known = u"token-refused"_s}; // as the answer had it, before the step knew better
    QCOMPARE(errorCatalogue().of(error)->id, u"client-token"_s);
    QVERIFY(!errorCatalogue().of({.kind = ErrorKind::Offline, .what = {}, .hint = ErrorHint::AppId}));
}

void TestErrorCatalogue::whatEndsATokenIsSaidByTheProviderItself()
{
    const auto ends = [](const QByteArray &body) {
        return errorCatalogue().endsToken(readError({.status = 400, .body = body, .headers = {}}));
    };
    QVERIFY(ends(graph(190, 463)));
    QVERIFY(ends(graph(102, 0)));
    QVERIFY(ends(rfc("invalid_grant")));
    QVERIFY(!ends(graph(10, 0)));
    QVERIFY(!ends(instagram("Something new")));
}

void TestErrorCatalogue::theTraceIdIsAlwaysOffered()
{
    for (const ErrorKind kind :
         {ErrorKind::Rejected, ErrorKind::RateLimited, ErrorKind::Malformed, ErrorKind::Denied}) {
        const ErrorText text = describe({.kind = kind, .what = {}, .traceId = u"AbC"_s}, meta(Family::Instagram));
        QVERIFY(text.support.contains("AbC"_L1));
        QVERIFY(describe({.kind = kind, .what = {}}, meta(Family::Instagram)).support.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestErrorCatalogue)
#include "tst_errorcatalogue.moc"
