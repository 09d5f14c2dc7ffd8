// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databaseplace.h"

#include <QSqlDatabase>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class TestEvents : public QObject
{
    Q_OBJECT
    std::unique_ptr<DatabasePlace> m_place;

private slots:
    void init();
    void cleanup();
    void keepsEveryFieldOfAnEvent();
    void listsTheNewestEventsFirst();
    void refusesAnEventWithoutATime();
    void guardsEvents_data();
    void guardsEvents();
    void forgetsOldEventsWhenOpened();
    void aClockAheadForgetsNothing();
};

void TestEvents::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_place = std::make_unique<DatabasePlace>();
}

void TestEvents::cleanup()
{
    m_place.reset();
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

void TestEvents::keepsEveryFieldOfAnEvent()
{
    const auto database = m_place->opened();
    for (int kind = 0; kind <= int(Event::lastKind); ++kind) {
        const Event event{.at = daysAgo(kind),
                          .accountId = u"id"_s,
                          .accountName = u"@anna"_s,
                          .kind = Event::Kind(kind),
                          .ok = kind % 2 == 0,
                          .detail = u"code 190, trace A1b2"_s};
        const auto appended = database->append(event);
        QVERIFY(appended);
        QVERIFY(appended->id > 0);
        const Event kept = m_place->opened()->events(1)->first();
        QCOMPARE(kept.id, appended->id);
        QCOMPARE(kept.at, event.at);
        QCOMPARE(kept.accountId, event.accountId);
        QCOMPARE(kept.accountName, event.accountName);
        QCOMPARE(kept.kind, event.kind);
        QCOMPARE(kept.ok, event.ok);
        QCOMPARE(kept.detail, event.detail);
    }
}

void TestEvents::listsTheNewestEventsFirst()
{
    const auto database = m_place->opened();
    for (int i = 0; i < 10; ++i)
        QVERIFY(database->append(eventOf(i % 2 ? u"odd"_s : u"even"_s, daysAgo(i))));
    QList<qint64> ids; // the order in which they happened counts, not what the clock said
    const auto newest = database->events(3);
    QVERIFY(newest);
    for (const Event &event : *newest)
        ids += event.id;
    QCOMPARE(ids, (QList<qint64>{10, 9, 8}));
    const auto even = database->events(100, {.accountId = u"even"_s});
    QCOMPARE(even->size(), 5);
    QCOMPARE(even->first().id, 9);
    QVERIFY(database->events(0)->isEmpty());
}

void TestEvents::refusesAnEventWithoutATime()
{
    QCOMPARE(m_place->opened()->append(Event{}).error().kind, ErrorKind::Storage);
}

void TestEvents::guardsEvents_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("change") << u"UPDATE events SET detail = 'x' WHERE id = 2"_s << false;
    QTest::newRow("change an old one") << u"UPDATE events SET detail = 'x' WHERE id = 1"_s << false;
    QTest::newRow("change the time") << u"UPDATE events SET at = 0"_s << false;
    QTest::newRow("delete") << u"DELETE FROM events WHERE id = 2"_s << false;
    QTest::newRow("delete all") << u"DELETE FROM events"_s << false;
    QTest::newRow("replace") << u"REPLACE INTO events VALUES (2, 0, '', '', '', 1, '')"_s << false;
    QTest::newRow("replace an old one") << u"REPLACE INTO events VALUES (1, 0, '', '', '', 1, '')"_s << false;
    QTest::newRow("insert over") << u"INSERT INTO events VALUES (2, 0, '', '', '', 1, '') "
                                    "ON CONFLICT DO UPDATE SET detail = 'x'"_s
                                 << false;
    QTest::newRow("delete an old one") << u"DELETE FROM events WHERE id = 1"_s << true;
    QTest::newRow("append") << u"INSERT INTO events VALUES (NULL, 0, '', '', 'renewed', 1, '')"_s << true;
}

void TestEvents::guardsEvents()
{
    QFETCH(QString, statement);
    QFETCH(bool, allowed);
    const auto database = m_place->opened();
    QVERIFY(database->append(eventOf(u"a"_s, daysAgo(401))));
    QVERIFY(database->append(eventOf(u"a"_s, daysAgo(399))));
    QVERIFY(database->append(eventOf(u"a"_s, daysAgo(0))));
    OutsideConnection outside(m_place->file());
    QCOMPARE(outside.run(statement).isEmpty(), allowed);
    QCOMPARE(outside.value(u"SELECT count(*) FROM events WHERE id > 1 AND kind = 'renewed' AND detail = ''"_s).toInt(),
             statement.startsWith("INSERT INTO events VALUES (NULL"_L1) ? 3 : 2);
}

void TestEvents::forgetsOldEventsWhenOpened()
{
    {
        const auto database = m_place->opened();
        for (const int days : {500, 410, 390, 1})
            QVERIFY(database->append(eventOf(u"a"_s, daysAgo(days))));
    }
    QCOMPARE(m_place->opened()->events(10)->size(), 2);
}

void TestEvents::aClockAheadForgetsNothing()
{
    {
        const auto database = m_place->opened();
        QVERIFY(database->append(eventOf(u"a"_s, daysAgo(300))));
        QVERIFY(database->append(eventOf(u"a"_s, daysAgo(-3000))));
    }
    QCOMPARE(m_place->opened()->events(10)->size(), 2);
    OutsideConnection outside(m_place->file());
    QVERIFY(!outside.run(u"DELETE FROM events"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestEvents)

#include "tst_events.moc"
