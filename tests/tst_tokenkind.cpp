// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/tokenkind.h"
#include "graph/tokenlist.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

using enum PasteFinding;

// Made up, and put together so that no scanner takes them for real ones.
const QByteArray instagram = QByteArray("IG") + "AAJ1" + QByteArray("x7Qz").repeated(40);
const QByteArray second = QByteArray("IG") + "AAK2" + QByteArray("y8Rw").repeated(40);
const QByteArray display = QByteArray("IG") + "QVJ" + QByteArray("m3Np").repeated(30);
const QByteArray facebook = QByteArray("EA") + "AGm" + QByteArray("k5Lt").repeated(45);
const QByteArray practice = QByteArray("PRACTICE") + QByteArray("b-_6").repeated(43);
const QByteArray app = "1234567890123456|" + QByteArray("a1B2").repeated(7);
const QByteArray legacy = QByteArray("1234567890.1677ed0.") + QByteArray("0a1b").repeated(8);
const QByteArray secret = QByteArray("0123abcd").repeated(4);

} // namespace

/// What people paste where a token is asked for.
class TestTokenKind : public QObject
{
    Q_OBJECT
private slots:
    void pastes_data();
    void pastes();
    void nothingButTheTokenIsKept();
    void aHugeTextIsNotLookedAt();
    void lists_data();
    void lists();
    void rowsTellTheirLinesAndTwins();
    void tooManyRowsAreRefused();
};

void TestTokenKind::pastes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PasteFinding>("finding");
    QTest::addColumn<TokenOrigin>("origin");
    QTest::addColumn<QByteArray>("token");
    const auto row
        = [](const char *name, const QByteArray &text, PasteFinding finding, TokenOrigin origin = TokenOrigin::Unknown,
             const QByteArray &token = {}) { QTest::newRow(name) << text << finding << origin << token; };
    const auto ours = [&row](const char *name, const QByteArray &text) {
        row(name, text, Token, TokenOrigin::Instagram, instagram);
    };
    ours("plain", instagram);
    ours("blanks around it", "  \t" + instagram + " \r\n");
    ours("quotation marks", '"' + instagram + '"');
    ours("German quotation marks", "„" + instagram + "“");
    ours("French quotation marks", "« " + instagram + " »");
    ours("backticks", "`" + instagram + "`");
    ours("byte order mark and invisible characters", "\xEF\xBB\xBF\xE2\x80\x8B" + instagram + "\xE2\x80\x8B");
    ours("a soft hyphen in it", instagram.first(40) + "\xC2\xAD" + instagram.sliced(40));
    ours("no-break spaces", "\xC2\xA0" + instagram + "\xE2\x80\xAF");
    ours("broken into lines", instagram.first(70) + "\n" + instagram.sliced(70, 70) + "\r\n" + instagram.sliced(140));
    ours("a blank in it", instagram.first(70) + ' ' + instagram.sliced(70));
    ours("bearer", "Authorization: Bearer " + instagram);
    ours("parameter", "access_token=" + instagram);
    ours("script", "export INSTAGRAM_TOKEN='" + instagram + "'");
    ours("address", "https://graph.instagram.com/v25.0/me?fields=id,username&access_token=" + instagram);
    ours("address with more behind it", "https://graph.instagram.com/me?access_token=" + instagram + "&fields=id");
    ours("fragment", "https://localhost/#access_token=" + instagram + "&expires_in=5183944");
    ours("curl", "curl -H 'Authorization: Bearer " + instagram + "' \"https://graph.instagram.com/me\"");
    ours("JSON", R"({"access_token":")" + instagram + R"(","token_type":"bearer","expires_in":5183944})");
    ours("JSON of the first hour",
         R"({"access_token": ")" + instagram + R"(", "user_id": 27640875392278831, "permissions": ["a","b"]})");
    ours("documented JSON", R"({"data":[{"access_token":")" + instagram + R"(","user_id":"1020"}]})");
    ours("a mail", "Hello,\nhere is the token you wanted:\n" + instagram + "\nThanks, Anna");
    ours("a sentence", "The token is " + instagram + ".");
    ours("with its number of seconds", instagram + " 5183944");
    ours("with the account's number", "27640875392278831 " + instagram);
    ours("twice the same", instagram + '\n' + instagram);
    ours("parentheses", "(" + instagram + ")");
    row("Practice", practice, Token, TokenOrigin::Practice, practice);
    row("Facebook", facebook, Token, TokenOrigin::Facebook, facebook);
    row("Facebook's JSON", R"({"access_token":")" + facebook + R"(","token_type":"bearer"})", Token,
        TokenOrigin::Facebook, facebook);
    row("app", app, Token, TokenOrigin::App, app);
    row("app in an address", "https://graph.facebook.com/x?access_token=" + QByteArray(app).replace('|', "%7C"), Token,
        TokenOrigin::App, app);
    row("an escape of what no token has", facebook + "%3C%25%2F", Token, TokenOrigin::Facebook, facebook + "%3C%25%2F");
    row("percent signs that make an escape together", facebook + "%%34%35", Token, TokenOrigin::Facebook,
        facebook + "%%34%35");
    row("Basic Display", display, PasteFinding::Retired, TokenOrigin::BasicDisplay);
    row("legacy", legacy, PasteFinding::Retired, TokenOrigin::LegacyInstagram);
    row("legacy address", "https://api.instagram.com/v1/users/self/", PasteFinding::Retired);
    row("old scopes", "https://api.instagram.com/oauth/authorize?scope=user_profile,user_media", PasteFinding::Retired);
    row("ellipsis behind it", instagram.first(60) + "…", Truncated, TokenOrigin::Instagram);
    row("dots behind it", instagram + "...", Truncated, TokenOrigin::Instagram);
    row("dots in it", instagram.first(60) + "..." + instagram.last(60), Truncated, TokenOrigin::Instagram);
    row("dots apart", instagram.first(60) + " ...", Truncated, TokenOrigin::Instagram);
    row("stars", "IGAAx****", Truncated, TokenOrigin::Instagram);
    row("bullets", "EAAGx••••", Truncated, TokenOrigin::Facebook);
    row("short", instagram.first(30), Truncated, TokenOrigin::Instagram);
    row("very short", "IGAA", Truncated, TokenOrigin::Instagram);
    row("short with label", "token: IGAAx1", Truncated, TokenOrigin::Instagram);
    row("short Practice", practice.first(20), Truncated, TokenOrigin::Practice);
    row("short app", "1234567890|abc", Truncated, TokenOrigin::App);
    row("endless", QByteArray("IG") + "AA" + QByteArray(5000, 'a'), TooLong, TokenOrigin::Instagram);
    row("two", instagram + '\n' + second, Several);
    row("two kinds", instagram + " and " + facebook, Several);
    row("Pages", R"({"data":[{"access_token":")" + facebook + R"("},{"access_token":")" + facebook + R"(b1"}]})",
        Several);
    row("app secret", secret, AppSecret);
    row("app secret in capitals with label", "App secret: " + secret.toUpper(), AppSecret);
    row("app id", " 1234567890123456 ", AppId);
    row("code", QByteArray("AQ") + QByteArray("Bx-h").repeated(40) + "#_", Code);
    row("code alone", QByteArray("AQ") + QByteArray("Bx_h").repeated(40), Code);
    row("code in an address", "https://localhost:8917/instagram/?code=AQBx&state=1#_", Code);
    row("nothing", {}, Empty);
    row("blanks", " \n\t \xC2\xA0", Empty);
    row("prose", "What token?", NoToken);
    row("a short number", "42", NoToken);
    row("a word that begins like one", "IGNORE the EAAST and PRACTICE more", NoToken);
    row("somebody else's secret", QByteArray("sk-") + QByteArray("a1B2").repeated(12), NoToken);
    row("not UTF-8", "\xFF\xFE\xC3", NoToken);
    row("zeros", QByteArray(3, '\0'), NoToken);
    row("only quotation marks", "“”", NoToken);
}

void TestTokenKind::pastes()
{
    QFETCH(QByteArray, text);
    const PastedToken read = readPastedToken(text);
    QTEST(read.finding, "finding");
    QTEST(read.origin, "origin");
    QTEST(read.token.view().toByteArray(), "token");
    QCOMPARE(read.retired.has_value(), read.finding == PasteFinding::Retired);
}

void TestTokenKind::nothingButTheTokenIsKept()
{
    for (const QByteArray &text : {display, instagram.first(60) + "…", instagram + ' ' + second, secret})
        QVERIFY(readPastedToken(text).token.isEmpty());
    QCOMPARE(readPastedToken(instagram + ' ' + second).tokens, 2);
}

void TestTokenKind::aHugeTextIsNotLookedAt()
{
    QCOMPARE(readPastedToken(QByteArray(largestPaste + 1, ' ')).finding, TooLong);
}

void TestTokenKind::lists_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("rows"); // name: finding, and which token
    const auto row = [](const char *name, const QByteArray &file, const QStringList &rows) {
        QTest::newRow(name) << file << rows;
    };
    const QStringList two{u": Token 1"_s, u": Token 2"_s};
    const QStringList named{u"shop: Token 1"_s, u"studio: Token 2"_s};
    row("one per line", instagram + '\n' + second + '\n', two);
    row("empty lines, and none at the end", "\n" + instagram + "\r\n\r\n" + second, two);
    row("named", "shop," + instagram + "\nstudio," + second, named);
    row("named behind", instagram + ";@shop\n" + second + ";@studio\n", named);
    row("tabs", "shop\t" + instagram + "\nstudio\t" + second, named);
    row("heading", "Name,Access token\nshop," + instagram + "\nstudio," + second, named);
    row("heading in another order",
        "id;access_token;label\n17841400000000001;" + instagram + ";shop\n17841400000000002;" + second + ";studio",
        named);
    row("only the name has a heading", "username\tvalue\nshop\t" + instagram, {u"shop: Token 1"_s});
    row("quoted", "name,token\n\"shop\",\"" + instagram + "\"\n\"studio\",\"" + second + '"', named);
    row("quotes, separators and a line break in a name", "\"Anna \"\"A\"\", Berlin\nshop\"," + instagram,
        {u"Anna \"A\", Berlin shop: Token 1"_s});
    row("byte order mark", "\xEF\xBB\xBFtoken\n" + instagram, {u": Token 1"_s});
    row("numbers are no names", "17841400000000001," + instagram, {u": Token 1"_s});
    row("rows with something else", "shop,\nstudio," + secret + "\nblog," + instagram.first(20) + "…\nnews," + display,
        {u"shop: NoToken"_s, u"studio: AppSecret"_s, u"blog: Truncated"_s, u"news: Retired"_s});
    row("heading alone", "name,token\n", {});
    row("a quotation mark that never ends", "shop,\"" + instagram, {u"shop: Token 1"_s});
    row("JSON of several",
        R"({"data":[{"access_token":")" + instagram + R"(","id":"1"},{"access_token":")" + second + R"("}]})", two);
    row("several in a row", instagram + ' ' + second, two);
    row("nothing", {}, {});
    const QString wide = u"\uFEFFshop,"_s + QString::fromLatin1(instagram);
    row("UTF-16", QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2), {u"shop: Token 1"_s});
}

void TestTokenKind::lists()
{
    QFETCH(QByteArray, file);
    const auto list = readTokenList(Secret(file));
    QVERIFY(list);
    QStringList rows;
    for (const TokenRow &row : *list) {
        const QString which = row.read.token.equals(instagram) ? u" 1"_s
            : row.read.token.equals(second)                    ? u" 2"_s
                                                               : QString();
        static const QStringList words{u"Empty"_s,     u"Token"_s, u"Truncated"_s, u"Several"_s, u"Retired"_s,
                                       u"AppSecret"_s, u"AppId"_s, u"Code"_s,      u"TooLong"_s, u"NoToken"_s};
        rows << row.name + ": "_L1 + words.at(qsizetype(row.read.finding)) + which;
    }
    QTEST(rows, "rows");
}

void TestTokenKind::rowsTellTheirLinesAndTwins()
{
    const auto list
        = readTokenList(Secret("name,token\n\"a\nb\"," + instagram + "\nc," + second + "\n\nd," + instagram));
    QVERIFY(list);
    QCOMPARE(list->size(), 3U);
    QCOMPARE(list->at(0).line, 2);
    QCOMPARE(list->at(1).line, 4);
    QCOMPARE(list->at(2).line, 6);
    QCOMPARE(list->at(0).sameAs, 0);
    QCOMPARE(list->at(1).sameAs, 0);
    QCOMPARE(list->at(2).sameAs, 2);
}

void TestTokenKind::tooManyRowsAreRefused()
{
    const auto tooMany = readTokenList(Secret(QByteArray("a\n").repeated(10'001)));
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(tooMany.error().line, 10'001);
    QVERIFY(!readTokenList(Secret(QByteArray(largestTokenFile + 1, 'a'))));
}

QTEST_GUILESS_MAIN(TestTokenKind)
#include "tst_tokenkind.moc"
