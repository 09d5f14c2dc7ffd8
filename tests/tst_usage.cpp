// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/usage.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(QList<tokendesk::Usage>)

/// The headers that tell how much of an allowance is used.
class TestUsage : public QObject
{
    Q_OBJECT
private slots:
    void aHeaderIsRead_data();
    void aHeaderIsRead();
    void allHeadersOfAnAnswerAreRead();
    void theHighestOfThreeCounts();
    void moreThanMetaSendsIsLeftOut();
};

void TestUsage::aHeaderIsRead_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QList<Usage>>("usage");
    const auto row = [](const char *title, const QByteArray &name, const QByteArray &value, const QList<Usage> &usage) {
        QTest::newRow(title) << name << value << usage;
    };
    const QByteArray app = "X-App-Usage";
    const QByteArray business = "X-Business-Use-Case-Usage";
    const QByteArray ads = "X-Ad-Account-Usage";
    const auto of = [](const Usage &usage) { return QList<Usage>{usage}; };
    const auto regain = [](std::chrono::seconds wait) {
        return QList<Usage>{{.allowance = Allowance::Business, .subject = u"1"_s, .calls = 100, .regain = wait}};
    };

    row("app", app, "{\"call_count\":28,\"total_time\":25,\"total_cputime\":24}",
        of({.calls = 28, .time = 25, .processor = 24}));
    row("app in another case", "x-app-usage", "{\"call_count\":1}", of({.calls = 1}));
    row("page", "X-Page-Usage", "{\"call_count\":3,\"total_time\":2,\"total_cputime\":1}",
        of({.allowance = Allowance::Page, .calls = 3, .time = 2, .processor = 1}));
    row("business", business,
        "{\"17841\":[{\"type\":\"instagram\",\"call_count\":28,\"total_cputime\":24,\"total_time\":25,"
        "\"estimated_time_to_regain_access\":0}]}",
        of({.allowance = Allowance::Business,
            .subject = u"17841"_s,
            .type = u"instagram"_s,
            .calls = 28,
            .time = 25,
            .processor = 24}));
    row("business: two subjects", business, "{\"1\":[{\"call_count\":1}],\"2\":[{\"call_count\":2}]}",
        {{.allowance = Allowance::Business, .subject = u"1"_s, .calls = 1},
         {.allowance = Allowance::Business, .subject = u"2"_s, .calls = 2}});
    row("business: two types of one subject", business,
        "{\"1\":[{\"type\":\"pages\",\"call_count\":1},{\"type\":\"messenger\",\"call_count\":2}]}",
        {{.allowance = Allowance::Business, .subject = u"1"_s, .type = u"pages"_s, .calls = 1},
         {.allowance = Allowance::Business, .subject = u"1"_s, .type = u"messenger"_s, .calls = 2}});
    row("ad account", ads, "{\"acc_id_util_pct\":9.67,\"reset_time_duration\":100}",
        of({.allowance = Allowance::AdAccount, .calls = 10, .regain = 100s})); // seconds, and rounded up

    const auto minutes = [](const QByteArray &value) {
        return "{\"1\":[{\"call_count\":100,\"estimated_time_to_regain_access\":" + value + "}]}";
    };
    row("minutes, not seconds", business, minutes("19"), regain(19min));
    row("half a minute", business, minutes("0.5"), regain(30s));
    row("minutes as text", business, minutes("\"19\""), regain(19min));
    row("more minutes than a day has", business, minutes("525600"), regain(24h));
    row("minutes beyond any number", business, minutes("1e300"), regain(24h));
    row("negative minutes", business, minutes("-5"), regain(0s));
    row("minutes that are none", business, minutes("\"soon\""), regain(0s));
    row("minutes as a list", business, minutes("[19]"), regain(0s));

    row("over a hundred", app, "{\"call_count\":140}", of({.calls = 140}));
    row("beyond reason", app, "{\"call_count\":1e300}", of({.calls = 999}));
    row("a fraction", app, "{\"call_count\":89.1}", of({.calls = 90}));
    row("a number as text", app, "{\"call_count\":\"28\"}", of({.calls = 28}));
    row("one of three negative", app, "{\"call_count\":-1,\"total_time\":5}", of({.time = 5}));
    row("no number", app, "{\"call_count\":true,\"total_time\":null,\"total_cputime\":{}}", {});
    row("not a number", app, "{\"call_count\":\"nan\"}", {});
    row("infinite", app, "{\"call_count\":\"inf\"}", {});
    row("empty", app, "", {});
    row("an empty object", app, "{}", {});
    row("no JSON", app, "28", {});
    row("a list", app, "[{\"call_count\":28}]", {});
    row("cut off", app, "{\"call_count\":28", {});
    row("a key twice", app, "{\"call_count\":28,\"call_count\":1}", {});
    row("business: no id", business, "{\"me\":[{\"call_count\":1}]}", {});
    row("business: no list", business, "{\"1\":{\"call_count\":1}}", {});
    row("business: a list of numbers", business, "{\"1\":[28]}", {});
    row("business: a type that is none", business, "{\"1\":[{\"type\":\"<b>\",\"call_count\":1}]}",
        of({.allowance = Allowance::Business, .subject = u"1"_s, .calls = 1}));
    row("ad account: no number", ads, "{\"acc_id_util_pct\":\"much\",\"reset_time_duration\":100}", {});
    row("too long", app, "{\"call_count\":28,\"x\":\"" + QByteArray(16 * 1024, 'x') + "\"}", {});
}

void TestUsage::aHeaderIsRead()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QList<Usage>, usage);
    Answer answer;
    answer.headers = {{name, value}};
    QCOMPARE(readUsage(answer), usage);
}

void TestUsage::allHeadersOfAnAnswerAreRead()
{
    Answer answer;
    answer.status = 400;
    answer.headers = {{"X-Business-Use-Case-Usage", "{\"1\":[{\"call_count\":2}]}"},
                      {"X-App-Usage", "{\"call_count\":1}"},
                      {"X-Page-Usage", "garbage"}};
    const QList<Usage> all = readUsage(answer);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().allowance, Allowance::App);
    QCOMPARE(all.last().allowance, Allowance::Business);
}

void TestUsage::theHighestOfThreeCounts()
{
    QCOMPARE((Usage{.calls = 1, .time = 95, .processor = 2}.highest()), 95);
    QCOMPARE((Usage{.calls = 1, .time = 2, .processor = 95}.highest()), 95);
}

void TestUsage::moreThanMetaSendsIsLeftOut()
{
    QByteArray header;
    for (int id = 1; id <= 100; ++id)
        header += (id > 1 ? ",\"" : "{\"") + QByteArray::number(id) + "\":[{\"call_count\":1}]";
    Answer answer;
    answer.headers = {{"X-Business-Use-Case-Usage", header + '}'}};
    QCOMPARE(readUsage(answer).size(), 32);
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
