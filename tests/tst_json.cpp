// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class TestJson : public QObject
{
    Q_OBJECT
private slots:
    void valuesAreRead();
    void textsAreDecoded_data();
    void textsAreDecoded();
    void numbersStayAsWritten();
    void linesAreKnown();
    void goodTextsAreAccepted_data();
    void goodTextsAreAccepted();
    void badTextsAreRefusedWithTheirLine_data();
    void badTextsAreRefusedWithTheirLine();
    void everyCutIsRefused();
};

void TestJson::valuesAreRead()
{
    const QByteArray text = R"( {"a": [1, true, false, null, "x"], "b": {}, "none": null} )";
    const auto root = readJson(text, 2);
    QVERIFY(root && root->isObject());
    const Json *list = root->member("a");
    QVERIFY(list && list->isArray());
    QCOMPARE(list->items.size(), std::size_t(5));
    QCOMPARE(list->items[0].kind, Json::Kind::Number);
    QVERIFY(list->items[1].isTrue() && !list->items[2].isTrue());
    QVERIFY(list->items[3].isNull());
    QCOMPARE(list->items[4].text(), u"x"_s);
    QVERIFY(root->member("b")->isObject() && root->member("b")->items.empty());
    QVERIFY(!root->member("none"));
    QVERIFY(!root->member("c"));
    QVERIFY(!list->member("a"));
    QVERIFY(list->text().isEmpty());
}

void TestJson::textsAreDecoded_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray(R"("abc")") << u"abc"_s;
    QTest::newRow("empty") << QByteArray(R"("")") << QString();
    QTest::newRow("simple escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("an address as PHP writes it") << QByteArray(R"("https:\/\/x\/")") << u"https://x/"_s;
    QTest::newRow("one byte") << QByteArray(R"("\u0041")") << u"A"_s;
    QTest::newRow("two bytes") << QByteArray(R"("\u00fC")") << u"ü"_s;
    QTest::newRow("three bytes") << QByteArray(R"("\u20AC")") << u"€"_s;
    QTest::newRow("surrogate pair") << QByteArray(R"("\uD834\uDD1E.")") << u"𝄞."_s;
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << u"a\0b"_s;
    QTest::newRow("raw UTF-8") << QByteArray("\"ü€𝄞\"") << u"ü€𝄞"_s;
}

void TestJson::textsAreDecoded()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const auto root = readJson(json, 0);
    QVERIFY(root);
    QCOMPARE(root->text(), text);
}

void TestJson::numbersStayAsWritten()
{
    for (const QByteArray &number : {QByteArray("27640875392278831"), QByteArray("99999999999999999999"),
                                     QByteArray("-0"), QByteArray("1.50"), QByteArray("1E+20"), QByteArray("0")}) {
        const auto root = readJson(number, 0);
        QVERIFY2(root, number.constData());
        QCOMPARE(root->raw.toByteArray(), number);
    }
}

void TestJson::linesAreKnown()
{
    const QByteArray text = "{\r\n  \"a\": [\n\n    1\n  ],\n  \"b\"\n:\n2 }";
    const auto root = readJson(text, 2);
    QVERIFY(root);
    QCOMPARE(root->line, 1);
    QCOMPARE(root->member("a")->line, 2);
    QCOMPARE(root->member("a")->items[0].line, 4);
    QCOMPARE(root->member("b")->keyLine, 6);
    QCOMPARE(root->member("b")->line, 8);
}

void TestJson::goodTextsAreAccepted_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *text : {"[]", "{}", "[[]]", " \t\r\n1 ", "-1.5e-3", "0.0", "\"\"", "null", "{\"\":0}",
                             "{\"a\":{\"a\":1},\"b\":{\"a\":1}}", "[1,\n2]", "\"\x7f\""})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("as deep as allowed") << QByteArray(8, '[') + QByteArray(8, ']');
    QTest::newRow("many lists that are not deep") << '[' + QByteArray("[],").repeated(100) + "[]]";
}

void TestJson::goodTextsAreAccepted()
{
    QFETCH(QByteArray, json);
    const auto root = readJson(json, 8);
    QVERIFY2(root, root ? "" : qPrintable(root.error().what));
}

void TestJson::badTextsAreRefusedWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &json, int line) { QTest::newRow(name) << json << line; };
    row("nothing", "", 1);
    row("only space", " \n ", 2);
    row("two values", "1\n2", 2);
    row("comma at the end", "[1,\n]", 2);
    row("comma at the end of an object", "{\"a\":1,\n}", 2);
    row("no comma", "[1\n2]", 2);
    row("wrong bracket", "[1\n}", 2);
    row("no colon", "{\"a\"\n1}", 2);
    row("key without quotes", "{\na:1}", 2);
    row("number as a key", "{\n1:1}", 2);
    row("single quotes", "\n'a'", 2);
    row("comment", "\n// no\n1", 2);
    row("word", "\nTrue", 2);
    row("half a word", "tru", 1);
    row("NaN", "NaN", 1);
    row("leading zero", "01", 1);
    row("leading plus", "+1", 1);
    row("point without digits", "1.", 1);
    row("point first", ".5", 1);
    row("exponent without digits", "1e", 1);
    row("hexadecimal", "0x10", 1);
    row("minus alone", "-", 1);
    row("line end in a text", "\n\"a\nb\"", 2);
    row("tab in a text", "\"a\tb\"", 1);
    row("NUL in a text", QByteArray("\"a\0b\"", 5), 1);
    row("NUL after the value", QByteArray("1\0", 2), 1);
    row("unknown escape", R"("\x41")", 1);
    row("escape with too few digits", R"("\u00g0")", 1);
    row("escape with a sign", R"("\u+041")", 1);
    row("first half of a surrogate pair", R"("\uD834x")", 1);
    row("second half of a surrogate pair", R"("\uDD1E")", 1);
    row("two first halves", R"("\uD834\uD834")", 1);
    row("byte order mark", "\xEF\xBB\xBF{}", 1);
    row("no UTF-8", "[\n1,\n\"\xFF\"]", 3);
    row("overlong UTF-8", "\n\"\xC0\xAF\"", 2);
    row("surrogate in UTF-8", "\"\xED\xA0\x80\"", 1);
    row("cut within a character", "\"\xE2\x82", 1);
    row("UTF-16", QByteArray("{\0}\0", 4), 1);
    row("repeated key", "{\"a\":1,\n\"b\":2,\n\"a\":3}", 3);
    row("repeated key, escaped", "{\"a\":1,\n\"\\u0061\":3}", 2);
    row("too deep", "[[[[[[[[\n[]]]]]]]]]", 2);
    row("far too deep", QByteArray(100'000, '['), 1);
    row("objects too deep", QByteArray("{\"a\":").repeated(100'000), 1);
    row("too many values", '[' + QByteArray("0,").repeated(30'000) + "0]", 1);
}

void TestJson::badTextsAreRefusedWithTheirLine()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    const auto root = readJson(json, 8);
    QVERIFY(!root);
    QCOMPARE(root.error().line, line);
    QVERIFY(!root.error().what.isEmpty());
}

void TestJson::everyCutIsRefused()
{
    const QByteArray text = R"({"a": [1.5e3, true, null, "x\n\uD834\uDD1E€"], "b": {"c": -0}})";
    QVERIFY(readJson(text, 8));
    for (qsizetype length = 0; length < text.size(); ++length) {
        const QByteArray cut = text.first(length); // a copy, so that a sanitizer sees reading past its end
        QVERIFY2(!readJson(cut, 8), cut.constData());
    }
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
