// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/redirect.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QString address = u"https://localhost:8917/instagram/"_s;
const QByteArray state = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

QByteArray outcomeOf(const std::expected<Redirect, RedirectRefusal> &read)
{
    if (read)
        return read->error.isEmpty() ? "code " + read->code.view().toByteArray() : "error " + read->error.toUtf8();
    switch (read.error()) {
    case RedirectRefusal::NotOurs:
        return "NotOurs";
    case RedirectRefusal::Repeated:
        return "Repeated";
    case RedirectRefusal::WrongState:
        return "WrongState";
    case RedirectRefusal::NothingInIt:
        return "NothingInIt";
    case RedirectRefusal::TooLong:
        return "TooLong";
    }
    Q_UNREACHABLE();
}

} // namespace

class RedirectTest : public QObject
{
    Q_OBJECT
private slots:
    void targetIsRead_data();
    void targetIsRead();
    void errorKeepsItsWords();
    void anyBytesSurviveTheWay();
    void pastedAddressIsRead_data();
    void pastedAddressIsRead();
    void addressIsTakenApart_data();
    void addressIsTakenApart();
};

void RedirectTest::targetIsRead_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("outcome");
    const QByteArray s = "state=" + state;
    const auto row = [](const char *name, const QByteArray &target, const QByteArray &outcome) {
        QTest::newRow(name) << target << outcome;
    };
    row("as Instagram sends it", "/instagram/?code=AQB-plain_1&" + s + "#_", "code AQB-plain_1");
    row("as Facebook sends it", "/instagram/?code=AQB&" + s + "#_=_", "code AQB");
    row("state first", "/instagram/?" + s + "&code=AQB#_", "code AQB");
    row("unknown parameters", "/instagram/?x=1&x=2&code=AQB&" + s + "&granted_scopes=a,b", "code AQB");
    row("escaped suffix at the code", "/instagram/?" + s + "&code=AQB%23_", "code AQB");
    row("escaped suffix of Facebook", "/instagram/?" + s + "&code=AQB%23_%3D_", "code AQB");
    row("escaped suffix at the state", "/instagram/?code=AQB&" + s + "%23_", "code AQB");
    row("suffix alone is no code", "/instagram/?code=%23_&" + s, "NothingInIt");
    row("underscore at the end stays", "/instagram/?code=AQB_&" + s, "code AQB_");
    row("escapes are read once", "/instagram/?code=a%252Bb%2Fc%3D%26&" + s, "code a%2Bb/c=&");
    row("plus is a space", "/instagram/?code=a+b&" + s, "code a b");
    row("escaped plus is a plus", "/instagram/?code=a%2Bb&" + s, "code a+b");
    row("broken escapes stay", "/instagram/?code=a%zz%4&" + s, "code a%zz%4");
    row("equals sign inside", "/instagram/?code=a=b&" + s, "code a=b");
    row("empty pieces", "/instagram/?&&code=AQB&&" + s + "&", "code AQB");
    row("escaped names", "/instagram/?c%6Fde=AQB&st%61te=" + state, "code AQB");

    row("denied", "/instagram/?error=access_denied&" + s, "error access_denied");
    row("error wins over a code", "/instagram/?code=AQB&error=access_denied&" + s, "error access_denied");
    row("denied without state", "/instagram/?error=access_denied", "WrongState");
    row("denied with another state", "/instagram/?error=access_denied&state=x", "WrongState");

    row("no state", "/instagram/?code=AQB", "WrongState");
    row("empty state", "/instagram/?code=AQB&state=", "WrongState");
    row("state without value", "/instagram/?code=AQB&state", "WrongState");
    row("another state", "/instagram/?code=AQB&state=" + QByteArray(43, 'x'), "WrongState");
    row("state cut short", "/instagram/?code=AQB&state=" + state.chopped(1), "WrongState");
    row("state with more", "/instagram/?code=AQB&" + s + "x", "WrongState");
    row("state in other case", "/instagram/?code=AQB&state=" + state.toUpper(), "WrongState");
    row("state in the fragment", "/instagram/?code=AQB#" + s, "WrongState");
    row("nothing at all", "/instagram/", "WrongState");
    row("no code", "/instagram/?" + s, "NothingInIt");
    row("empty code", "/instagram/?code=&" + s, "NothingInIt");
    row("empty code and error", "/instagram/?code=&error=&" + s, "NothingInIt");
    row("a token is no code", "/instagram/?access_token=IGAA123&" + s, "NothingInIt");

    row("two codes", "/instagram/?code=EVIL&" + s + "&code=GOOD", "Repeated");
    row("two equal codes", "/instagram/?code=A&code=A&" + s, "Repeated");
    row("two states", "/instagram/?code=A&" + s + "&" + s, "Repeated");
    row("two states, one escaped", "/instagram/?code=A&" + s + "&%73tate=x", "Repeated");
    row("two errors", "/instagram/?error=a&error=b&" + s, "Repeated");
    row("two issuers", "/instagram/?code=A&iss=a&iss=b&" + s, "Repeated");
    row("two codes with another state", "/instagram/?code=A&code=B&state=x", "WrongState");

    row("another path", "/other/?code=AQB&" + s, "NotOurs");
    row("path without the slash", "/instagram?code=AQB&" + s, "NotOurs");
    row("path that goes on", "/instagram/x?code=AQB&" + s, "NotOurs");
    row("path in other case", "/Instagram/?code=AQB&" + s, "NotOurs");
    row("path with an escape", "/instagram%2F?code=AQB&" + s, "NotOurs");
    row("path with dots", "/instagram/../instagram/?code=AQB&" + s, "NotOurs");
    row("absolute form", "https://localhost:8917/instagram/?code=AQB&" + s, "NotOurs");
    row("two slashes", "//instagram/?code=AQB&" + s, "NotOurs");
    row("empty", "", "NotOurs");
    row("longest", "/instagram/?" + s + "&code=" + QByteArray(8192 - 67, 'a'), "code " + QByteArray(8192 - 67, 'a'));
    row("one longer", "/instagram/?" + s + "&code=" + QByteArray(8193 - 67, 'a'), "TooLong");
}

void RedirectTest::targetIsRead()
{
    QFETCH(QByteArray, target);
    QTEST(outcomeOf(readRedirectTarget(target, address, Secret(state))), "outcome");
    // Without a state to compare with, nothing is ours.
    QVERIFY(!readRedirectTarget(target, address, Secret()));
}

void RedirectTest::errorKeepsItsWords()
{
    const QByteArray target = "/instagram/?error=access_denied&error_reason=user_denied"
                              "&error_description=The+user+denied+your+request%21&state="
        + state + "#_";
    const auto read = readRedirectTarget(target, address, Secret(state));
    QVERIFY(read);
    QCOMPARE(read->errorReason, u"user_denied"_s);
    QCOMPARE(read->errorDescription, u"The user denied your request!"_s);
}

void RedirectTest::anyBytesSurviveTheWay()
{
    QRandomGenerator random(20261123);
    for (int round = 0; round < 500; ++round) {
        QByteArray code(1 + random.bounded(80), 'x');
        for (char &c : code)
            c = char(random.bounded(256));
        if (code.endsWith("#_") || code.endsWith("#_=_"))
            continue;
        const QByteArray target = "/instagram/?code=" + code.toPercentEncoding() + "&state=" + state;
        QCOMPARE(outcomeOf(readRedirectTarget(target, address, Secret(state))), "code " + code);
    }
}

void RedirectTest::pastedAddressIsRead_data()
{
    QTest::addColumn<QString>("registered");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("outcome");
    const QString query = u"?code=AQB&state="_s + QString::fromLatin1(state);
    const auto row = [&](const char *name, const QString &text, const QByteArray &outcome) {
        QTest::newRow(name) << address << text << outcome;
    };
    row("as copied", address + query + u"#_"_s, "code AQB");
    row("spaces around", u"  \t"_s + address + query + u" \n"_s, "code AQB");
    row("quotes around", u"\""_s + address + query + u"\""_s, "code AQB");
    row("typographic quotes", u"\u201E"_s + address + query + u"\u201C"_s, "code AQB");
    row("angle brackets", u"<"_s + address + query + u">"_s, "code AQB");
    row("broken over lines", QString(address + query).insert(40, u"\r\n"_s).insert(20, u"\n"_s), "code AQB");
    row("http for https", u"http://localhost:8917/instagram/"_s + query, "NotOurs");
    row("another port", u"https://localhost:8918/instagram/"_s + query, "NotOurs");
    row("no port", u"https://localhost/instagram/"_s + query, "NotOurs");
    row("another host", u"https://127.0.0.1:8917/instagram/"_s + query, "NotOurs");
    row("a host that begins alike", u"https://localhost:8917.evil.example/instagram/"_s + query, "NotOurs");
    row("a user before the host", u"https://localhost:8917@evil.example/instagram/"_s + query, "NotOurs");
    row("another path", u"https://localhost:8917/instagram"_s + query, "NotOurs");
    row("more path", u"https://localhost:8917/instagram/x"_s + query, "NotOurs");
    row("only the query", query, "NotOurs");
    row("only the code", u"AQB"_s, "NotOurs");
    row("nothing", {}, "NotOurs");
    row("only spaces", u"   "_s, "NotOurs");
    row("the consent page", u"https://www.instagram.com/oauth/authorize?state="_s + QString::fromLatin1(state),
        "NotOurs");
    row("without the answer", address, "WrongState");
    row("of an earlier attempt", address + u"?code=AQB&state=old"_s, "WrongState");
    row("space inside", address + u"?code=AQB &state="_s + QString::fromLatin1(state), "code AQB ");
    row("too long", address + query + QString(9000, u'x'), "TooLong");
    row("a book", QString(1'000'000, u'x'), "TooLong");
    QTest::newRow("no path registered") << u"http://localhost:8917"_s << u"http://localhost:8917/"_s + query
                                        << QByteArray("code AQB");
    QTest::newRow("standard port registered")
        << u"https://localhost:443/cb"_s << u"https://localhost/cb"_s + query << QByteArray("code AQB");
}

// A24: what is pasted is judged as what arrives by itself.
void RedirectTest::pastedAddressIsRead()
{
    QFETCH(QString, registered);
    QFETCH(QString, text);
    QTEST(outcomeOf(readPastedAddress(text, registered, Secret(state))), "outcome");
}

void RedirectTest::addressIsTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("origin"); // empty: refused
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("https") << address << QByteArray("https://localhost:8917") << QByteArray("/instagram/");
    QTest::newRow("http") << u"http://127.0.0.1:8917/cb"_s << QByteArray("http://127.0.0.1:8917") << QByteArray("/cb");
    QTest::newRow("IPv6") << u"http://[::1]:8917/cb"_s << QByteArray("http://[::1]:8917") << QByteArray("/cb");
    QTest::newRow("no path") << u"http://localhost:8917"_s << QByteArray("http://localhost:8917") << QByteArray("/");
    QTest::newRow("no port") << u"https://localhost/cb"_s << QByteArray("https://localhost") << QByteArray("/cb");
    QTest::newRow("umlaut") << u"http://localhost:8917/\u00E4"_s << QByteArray("http://localhost:8917")
                            << QByteArray("/%C3%A4");
    for (const QString &bad :
         {u""_s, u"localhost:8917"_s, u"ftp://localhost/cb"_s, u"http://example.com/cb"_s, u"http://0.0.0.0:8917/cb"_s,
          u"http://localhost.example.com/"_s, u"http://user@localhost/"_s, u"http://localhost/?a=b"_s,
          u"http://localhost/#a"_s, u"http://localhost:0/"_s, u"http://localhost:99999/"_s, u"javascript:alert(1)"_s})
        QTest::newRow(qPrintable(u"refused: "_s + bad)) << bad << QByteArray() << QByteArray();
}

void RedirectTest::addressIsTakenApart()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, origin);
    const auto read = readRedirectAddress(text);
    QCOMPARE(read.has_value(), !origin.isEmpty());
    if (!read) {
        QCOMPARE(read.error().kind, ErrorKind::Misconfigured);
        return;
    }
    QCOMPARE(read->origin, origin);
    QVERIFY(read->origin.endsWith("://" + read->authority));
    QTEST(read->path, "path");
}

QTEST_GUILESS_MAIN(RedirectTest)
#include "tst_redirect.moc"
