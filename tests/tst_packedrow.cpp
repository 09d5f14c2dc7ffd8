// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/packedrow.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTimeZone>
#include <algorithm>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// Several columns as one value, packed by the SQLite of this system.
class TestPackedRow : public QObject
{
    Q_OBJECT

    /// A row of these values; answers with the bytes.
    static QByteArray packedRow(const QVariantList &values)
    {
        QSqlQuery query(QSqlDatabase::database(u"memory"_s));
        const QStringList places(values.size(), u"?"_s);
        if (!query.prepare(u"SELECT CAST(json_array(%1) AS BLOB)"_s.arg(places.join(u", "_s))))
            return {};
        for (const QVariant &value : values)
            query.addBindValue(value);
        return query.exec() && query.next() ? query.value(0).toByteArray() : QByteArray();
    }

private slots:
    void initTestCase()
    {
        QSqlDatabase memory = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"memory"_s);
        memory.setDatabaseName(u":memory:"_s);
        QVERIFY(memory.open());
    }

    void cleanupTestCase() { QSqlDatabase::removeDatabase(u"memory"_s); }

    void givesEachTextBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"someone.with_a.name7"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("one letter") << u"a"_s;
        QTest::newRow("quotation marks") << u"\"'\""_s;
        QTest::newRow("backslashes") << u"\\ \\\\"_s;
        QTest::newRow("an escape that is none") << u"\\\"u0041\\n"_s;
        QTest::newRow("commas and brackets") << u"[a,b],{\"c\":null}"_s;
        QTest::newRow("control characters") << u"\n\r\t\b\f\u0001\u001f\u007f"_s;
        QTest::newRow("a zero within") << u"a\0b"_s;
        QTest::newRow("other scripts") << u"Müller 東京 عربي"_s;
        QTest::newRow("beyond the first plane") << u"🙂\"🙃"_s;
        QTest::newRow("half of a pair") << QString(QChar(0xd83d));
        QTest::newRow("long") << QString(5000, u'x') + u'"';
        QTest::newRow("null as a word") << u"null"_s;
    }

    void givesEachTextBackAsItWas()
    {
        QFETCH(QString, text);
        const QByteArray bytes = packedRow({text, 7, text});
        PackedRow row(bytes);
        const QString kept = row.text();
        QCOMPARE(row.number(), 7);
        if (text != QString(QChar(0xd83d))) // which no UTF-8 can hold
            QCOMPARE(kept, text);
        QCOMPARE(row.text(), kept);
    }

    void plainTextsStandBesideOthers()
    {
        const QStringList texts{u"plain"_s, u"Müller"_s, u"a \"quotation\""_s, {}, u"東京 \\ \""_s, u"last"_s};
        const QByteArray bytes = packedRow(QVariantList(texts.begin(), texts.end()));
        PackedRow row(bytes);
        for (const QString &text : texts) {
            PackedRow fromHere(bytes, row.position());
            QCOMPARE(fromHere.text(), text);
            QCOMPARE(row.text(), text);
            QCOMPARE(fromHere.position(), row.position());
        }
    }

    void givesNumbersBack_data()
    {
        QTest::addColumn<qint64>("number");
        for (const qint64 number : {std::numeric_limits<qint64>::min(), -1LL, 0LL, 1LL, 1'800'000'000'123LL,
                                    std::numeric_limits<qint64>::max()})
            QTest::addRow("%lld", number) << number;
    }

    void givesNumbersBack()
    {
        QFETCH(qint64, number);
        const QByteArray bytes = packedRow({number, u"x"_s, number});
        PackedRow row(bytes);
        QCOMPARE(row.number(), number);
        QCOMPARE(row.text(), u"x"_s);
        QCOMPARE(row.number(), number);
        QCOMPARE(row.number(), std::nullopt);
    }

    void nullIsNothing()
    {
        const QByteArray bytes = packedRow({QVariant(), QVariant(), QVariant(), u"last"_s});
        PackedRow row(bytes);
        QCOMPARE(row.text(), QString());
        QCOMPARE(row.number(), std::nullopt);
        QVERIFY(!row.instant().isValid());
        QCOMPARE(row.text(), u"last"_s);
    }

    void anInstantIsInUtc()
    {
        const QDateTime at(QDate(2026, 5, 4), QTime(3, 2, 1, 7), QTimeZone::utc());
        const QByteArray bytes = packedRow({at.toMSecsSinceEpoch()});
        const QDateTime kept = PackedRow(bytes).instant();
        QCOMPARE(kept, at);
        QCOMPARE(kept.timeSpec(), Qt::UTC);
    }

    void readsNoFurtherThanTheEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes : {"", "[", "[\"", "[\"a", "[\"a\\", "[\"a\\\"", "[1", "[,", "x", "[\"\\u00"})
            QTest::newRow(*bytes ? bytes : "nothing") << QByteArray(bytes);
    }

    void readsNoFurtherThanTheEnd()
    {
        QFETCH(QByteArray, bytes);
        const std::unique_ptr<char[]> exact(new char[std::size_t(bytes.size())]); // the sanitizer watches its end
        std::ranges::copy(bytes, exact.get());
        PackedRow row(QByteArrayView(exact.get(), bytes.size()));
        for (int i = 0; i < 3; ++i) {
            (void)row.text();
            (void)row.number();
        }
    }
};

QTEST_GUILESS_MAIN(TestPackedRow)
#include "tst_packedrow.moc"
