// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventtext.h"
#include "style.h"
#include "translation.h"

#include "support/activitystage.h"
#include "support/databaseplace.h"
#include "support/sight.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tokendesk;

using Kind = Event::Kind;

class TestActivity : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init() { m_stage.emplace(); }
    void cleanup()
    {
        m_stage.reset();
        QGuiApplication::clipboard()->clear();
    }

    void aChoiceShowsWhatItSays_data();
    void aChoiceShowsWhatItSays();
    void everyKindIsInOneGroup();
    void troubleIsSaidInWords();
    void aNewEventIsShownWhereItMatches_data();
    void aNewEventIsShownWhereItMatches();
    void whatAnotherProgramWroteIsShownOnce();
    void fiveHundredRowsMatchAndOlderOnesFollow();
    void rowsThatNobodyScrolledToAreNotKept();
    void nothingIsOlderThan400Days();
    void anEmptyListSaysWhy_data();
    void anEmptyListSaysWhy();
    void theChoiceIsSetAgain();
    void everyControlIsNamed();
    void itSpeaksGerman();

private:
    std::optional<ActivityStage> m_stage;
};

void TestActivity::aChoiceShowsWhatItSays_data()
{
    QTest::addColumn<EventGroup>("group");
    QTest::addColumn<int>("accountRow");
    QTest::addColumn<QStringList>("sentences"); // the newest first
    const QString renewed = u"Renewed"_s;
    const QString copied = u"Token copied to the clipboard"_s;
    const QString given = u"Token given to the command line"_s;
    const QString renamed = u"Renamed"_s;
    const QString failed = u"Could not be renewed (refused, HTTP 400, code 190, trace A1b2)"_s;
    const QString connected = u"Connected"_s;
    const QStringList everything{given, failed, renamed, copied, renewed, connected};
    QTest::newRow("everything") << EventGroup::Everything << 0 << everything;
    QTest::newRow("renewals") << EventGroup::Renewals << 0 << QStringList{failed, renewed};
    QTest::newRow("sign-ins") << EventGroup::SignIns << 0 << QStringList{connected};
    QTest::newRow("handed out") << EventGroup::HandedOut << 0 << QStringList{given, copied};
    QTest::newRow("trouble") << EventGroup::Trouble << 0 << QStringList{failed};
    QTest::newRow("changes here") << EventGroup::ChangesHere << 0 << QStringList{renamed};
    QTest::newRow("this account") << EventGroup::Everything << 1 << QStringList{copied, renewed, connected};
    QTest::newRow("this account's renewals") << EventGroup::Renewals << 1 << QStringList{renewed};
    QTest::newRow("this account's trouble") << EventGroup::Trouble << 1 << QStringList();
}

void TestActivity::aChoiceShowsWhatItSays()
{
    QFETCH(EventGroup, group);
    QFETCH(int, accountRow);
    QFETCH(QStringList, sentences);
    m_stage->open();
    m_stage->note(Kind::Connected, u"shop"_s);
    m_stage->note(Kind::Renewed, u"shop"_s);
    m_stage->note(Kind::Copied, u"shop"_s);
    m_stage->note(Kind::Renamed, u"studio"_s);
    m_stage->note(Kind::RenewalFailed, u"studio"_s, u"Rejected, HTTP 400, code 190, trace A1b2"_s);
    m_stage->note(Kind::HandedOut, u"studio"_s);
    m_stage->choose(group);
    m_stage->whose()->setCurrentIndex(accountRow);
    QCOMPARE(m_stage->shown(), sentences);
}

void TestActivity::troubleIsSaidInWords()
{
    for (int kind = 0; kind <= int(ErrorKind::SchedulerUnavailable); ++kind) {
        const QString name = nameOf(ErrorKind(kind));
        const QString said = describe({.kind = Kind::Checked, .ok = false, .detail = name + u", HTTP 400, trace A1"_s});
        QVERIFY2(!said.contains(name) && said.endsWith(u", HTTP 400, trace A1)"_s), qPrintable(said));
        QVERIFY2(!said.contains("(,"_L1), qPrintable(said));
    }
    const QString renamed
        = describe({.kind = Kind::Renamed, .ok = true, .detail = u"Storage"_s}); // a name like any other
    QCOMPARE(renamed, u"Renamed (Storage)"_s);
}

void TestActivity::everyKindIsInOneGroup()
{
    for (int kind = 0; kind <= int(Event::lastKind); ++kind) {
        int groups = 0;
        for (int group = 1; group <= int(lastEventGroup); ++group)
            groups += filterOf(EventGroup(group)).accepts({.kind = Kind(kind)}) ? 1 : 0;
        QCOMPARE(groups, 1);
        QVERIFY(filterOf(EventGroup::Trouble).accepts({.kind = Kind(kind), .ok = false}));
    }
}

void TestActivity::aNewEventIsShownWhereItMatches_data()
{
    QTest::addColumn<EventGroup>("group");
    QTest::addColumn<int>("accountRow");
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("everything") << EventGroup::Everything << 0 << u"studio"_s << true;
    QTest::newRow("its kind") << EventGroup::HandedOut << 0 << u"studio"_s << true;
    QTest::newRow("another kind") << EventGroup::Renewals << 0 << u"studio"_s << false;
    QTest::newRow("its account") << EventGroup::Everything << 1 << u"shop"_s << true;
    QTest::newRow("another account") << EventGroup::Everything << 1 << u"studio"_s << false;
    QTest::newRow("its kind, another account") << EventGroup::HandedOut << 1 << u"studio"_s << false;
    QTest::newRow("it succeeded") << EventGroup::Trouble << 0 << u"shop"_s << false;
}

void TestActivity::aNewEventIsShownWhereItMatches()
{
    QFETCH(EventGroup, group);
    QFETCH(int, accountRow);
    QFETCH(QString, account);
    QFETCH(bool, isShown);
    m_stage->open();
    m_stage->choose(group);
    m_stage->whose()->setCurrentIndex(accountRow);
    const QAbstractItemModelTester tester(m_stage->rows()->model());
    QVERIFY(seen(u"activityEmpty"_s));
    m_stage->note(Kind::Copied, account);
    QCOMPARE(m_stage->shown().size(), isShown ? 1 : 0);
    QCOMPARE(seen(u"activityRows"_s) != nullptr, isShown);
    QCOMPARE(seen(u"activityEmpty"_s) == nullptr, isShown);
}

void TestActivity::whatAnotherProgramWroteIsShownOnce()
{
    m_stage->open();
    m_stage->seed(4, daysAgo(0));
    m_stage->choose(EventGroup::Renewals); // reads them before they are told
    QCOMPARE(m_stage->shown().size(), 2);
    m_stage->accounts().refresh();
    m_stage->note(Kind::Renewed, u"shop"_s);
    QCOMPARE(m_stage->shown().size(), 3);
}

void TestActivity::fiveHundredRowsMatchAndOlderOnesFollow()
{
    m_stage->seed(2400, daysAgo(0));
    m_stage->open();
    m_stage->choose(EventGroup::Renewals);
    QCOMPARE(m_stage->shown().size(), 500);
    QCOMPARE(m_stage->shown().count(u"Renewed"_s), 500);
    for (const int expected : {1000, 1200, 1200}) {
        m_stage->scrollToEnd();
        QTRY_COMPARE(m_stage->shown().size(), expected);
    }
    QVERIFY(!m_stage->rows()->model()->canFetchMore({}));
    m_stage->note(Kind::Renewed, u"shop"_s); // what was scrolled to stays reachable
    m_stage->scrollToEnd();
    QTRY_COMPARE(m_stage->shown().size(), 1201);
    m_stage->choose(EventGroup::HandedOut);
    QCOMPARE(m_stage->shown().size(), 500);
    QCOMPARE(m_stage->rows()->verticalScrollBar()->value(), 0);
}

void TestActivity::rowsThatNobodyScrolledToAreNotKept()
{
    m_stage->seed(500, daysAgo(0));
    m_stage->open();
    for (int i = 0; i < 5; ++i)
        m_stage->note(Kind::Copied, u"shop"_s);
    QCOMPARE(m_stage->shown().size(), 500);
    m_stage->scrollToEnd();
    QTRY_COMPARE(m_stage->shown().size(), 505);
}

void TestActivity::nothingIsOlderThan400Days()
{
    m_stage->seed(10, daysAgo(401));
    for (const int days : {399, 1})
        m_stage->seedRenewal(daysAgo(days));
    m_stage->open();
    QCOMPARE(m_stage->shown().size(), 2);
    QVERIFY(!m_stage->rows()->model()->canFetchMore({}));
}

void TestActivity::anEmptyListSaysWhy_data()
{
    QTest::addColumn<EventGroup>("group");
    QTest::addColumn<int>("accountRow");
    QTest::addColumn<QString>("text");
    QTest::newRow("everything") << EventGroup::Everything << 0 << u"Nothing happened in the last 400 days."_s;
    QTest::newRow("account") << EventGroup::Everything << 1
                             << u"Nothing happened with this account in the last 400 days."_s;
    QTest::newRow("group") << EventGroup::Trouble << 0 << u"Nothing of this kind in the last 400 days."_s;
    QTest::newRow("both") << EventGroup::Trouble << 1
                          << u"Nothing of this kind with this account in the last 400 days."_s;
}

void TestActivity::anEmptyListSaysWhy()
{
    QFETCH(EventGroup, group);
    QFETCH(int, accountRow);
    QFETCH(QString, text);
    m_stage->open();
    m_stage->choose(group);
    m_stage->whose()->setCurrentIndex(accountRow);
    QCOMPARE(textOf(u"activityEmpty"_s), text);
    QVERIFY(!seen(u"activityRows"_s));
}

void TestActivity::theChoiceIsSetAgain()
{
    m_stage->open();
    m_stage->pane().setChoice({.group = EventGroup::Trouble, .whose = ActivityPane::Whose::ThisAccount});
    m_stage->pane().setAccount(u"studio"_s); // another account leaves the choice as it is
    QCOMPARE(m_stage->pane().choice().group, EventGroup::Trouble);
    QCOMPARE(m_stage->pane().choice().whose, ActivityPane::Whose::ThisAccount);
    QCOMPARE(m_stage->groups()->currentText(), u"Trouble"_s);
    QCOMPARE(m_stage->whose()->currentText(), u"@studio"_s);
    QCOMPARE(m_stage->groups()->toolTip(), u"Whatever did not succeed"_s);
}

void TestActivity::everyControlIsNamed()
{
    m_stage->open();
    m_stage->note(Kind::Copied, u"shop"_s);
    for (const QString &name : {u"activityGroup"_s, u"activityFilter"_s, u"copyActivityButton"_s, u"activityRows"_s})
        QVERIFY2(!seen(name)->accessibleName().isEmpty(), qPrintable(name));
    for (int row = 0; row < m_stage->groups()->count(); ++row)
        QVERIFY(!m_stage->groups()->itemData(row, Qt::AccessibleDescriptionRole).toString().isEmpty());
    QVERIFY(!everythingToldOf(&m_stage->pane()).contains(QString::fromLatin1(WindowFixture::tokenOf(u"shop"_s))));
}

void TestActivity::itSpeaksGerman()
{
    Translation translation;
    translation.use(u"de"_s);
    m_stage->open();
    m_stage->choose(EventGroup::Trouble);
    QCOMPARE(m_stage->groups()->currentText(), u"Störungen"_s);
    QCOMPARE(textOf(u"activityEmpty"_s), u"Nichts von dieser Art in den letzten 400 Tagen."_s);
    m_stage->note(Kind::RenewalFailed, u"shop"_s, u"Rejected, code 4"_s);
    m_stage->action(u"copyAllActivity"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains("fehlgeschlagen\t4\t"_L1));
    QVERIFY(m_stage->pane().minimumSizeHint().width() < 1024 * 2 / 3);
}

QTEST_MAIN(TestActivity)

#include "tst_activity.moc"
