// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "support/activitystage.h"
#include "support/databaseplace.h"
#include "support/sight.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tokendesk;

using Kind = Event::Kind;

class TestActivityCopy : public QObject
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

    void selectedRowsAreCopied();
    void everythingThatMatchesIsCopied();
    void whatIsCopiedCannotBeMistaken_data();
    void whatIsCopiedCannotBeMistaken();
    void nothingIsCopiedWhereNothingIsSelected();
    void itIsUsedByKeyboardAlone();

private:
    std::optional<ActivityStage> m_stage;
};

namespace {

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

void TestActivityCopy::selectedRowsAreCopied()
{
    m_stage->open();
    for (const Kind kind : {Kind::Connected, Kind::Renewed, Kind::Copied})
        m_stage->note(kind, u"shop"_s);
    QItemSelectionModel *selection = m_stage->rows()->selectionModel();
    const auto select = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    selection->select(m_stage->rows()->model()->index(2, 0), select); // in whatever order they were chosen
    selection->select(m_stage->rows()->model()->index(1, 0), select);
    const int width = seen(u"copyActivityButton"_s)->sizeHint().width();
    m_stage->action(u"copyActivity"_s)->trigger();
    QCOMPARE(seen(u"copyActivityButton"_s)->sizeHint().width(), width); // nothing moves
    QCOMPARE(clipboardText(),
             u"2026-11-23T13:07:00Z\t@shop\tRenewed\tsucceeded\t\t\n"
             "2026-11-23T13:06:00Z\t@shop\tConnected\tsucceeded\t\t\n"_s);
    QCOMPARE(textOf(u"copyActivityButton"_s), u"Copied"_s);
}

void TestActivityCopy::everythingThatMatchesIsCopied()
{
    m_stage->seed(2400, daysAgo(0));
    m_stage->open();
    m_stage->choose(EventGroup::Renewals);
    m_stage->action(u"copyAllActivity"_s)->trigger();
    const QStringList lines = clipboardText().split(u'\n');
    QCOMPARE(lines.size(), 1201); // the last is empty
    QCOMPARE(std::ranges::count_if(lines, [](const QString &line) { return line.contains("\tRenewed\t"_L1); }), 1200);
    QCOMPARE(m_stage->shown().size(), 500);
}

void TestActivityCopy::whatIsCopiedCannotBeMistaken_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<QString>("line");
    QTest::newRow("provider's code and trace")
        << Kind::RenewalFailed << u"Rejected, HTTP 400, code 190, subcode 463, trace AbC-9_x"_s << false
        << u"Could not be renewed (Rejected, HTTP 400, code 190, subcode 463, trace AbC-9_x)\tfailed\t190\tAbC-9_x"_s;
    QTest::newRow("no code") << Kind::NotSaved << u"KeychainUnavailable"_s << false
                             << u"The keychain did not take the token (KeychainUnavailable)\tfailed\t\t"_s;
    QTest::newRow("a full disk") << Kind::NotSaved << u"Storage"_s << false
                                 << u"The file with the accounts did not take the token (Storage)\tfailed\t\t"_s;
    QTest::newRow("a name like a code") << Kind::Renamed << u"code 190, trace 1"_s << true
                                        << u"Renamed (code 190, trace 1)\tsucceeded\t\t"_s;
    QTest::newRow("a name like two lines")
        << Kind::Renamed << u"a\tb\nc"_s << true << u"Renamed (a b c)\tsucceeded\t\t"_s;
    QTest::newRow("something like a token")
        << Kind::Renamed << u"IGAAcanary1234567890123"_s << true << u"Renamed ([redacted])\tsucceeded\t\t"_s;
}

void TestActivityCopy::whatIsCopiedCannotBeMistaken()
{
    QFETCH(Kind, kind);
    QFETCH(QString, detail);
    QFETCH(bool, ok);
    QFETCH(QString, line);
    m_stage->open();
    QVERIFY(m_stage->accounts().note(kind, u"shop"_s, ok, detail));
    m_stage->action(u"copyAllActivity"_s)->trigger();
    QCOMPARE(clipboardText(), "2026-11-23T13:05:00Z\t@shop\t"_L1 + line + u'\n');
}

void TestActivityCopy::nothingIsCopiedWhereNothingIsSelected()
{
    m_stage->open();
    QVERIFY(!m_stage->action(u"copyActivity"_s)->isEnabled());
    QVERIFY(!m_stage->action(u"copyAllActivity"_s)->isEnabled());
    m_stage->note(Kind::Copied, u"shop"_s);
    QVERIFY(!m_stage->action(u"copyActivity"_s)->isEnabled());
    QVERIFY(m_stage->action(u"copyAllActivity"_s)->isEnabled());
    m_stage->rows()->selectAll();
    QVERIFY(m_stage->action(u"copyActivity"_s)->isEnabled());
    m_stage->choose(EventGroup::SignIns);
    QVERIFY(!m_stage->action(u"copyActivity"_s)->isEnabled());
    QVERIFY(!m_stage->action(u"copyAllActivity"_s)->isEnabled());
}

void TestActivityCopy::itIsUsedByKeyboardAlone()
{
    m_stage->open();
    m_stage->note(Kind::Copied, u"shop"_s);
    m_stage->note(Kind::Renewed, u"shop"_s);
    m_stage->groups()->setFocus();
    QTest::keyClick(m_stage->groups(), Qt::Key_Down);
    QCOMPARE(m_stage->shown(), QStringList{u"Renewed"_s});
    for (const QString &next : {u"activityFilter"_s, u"copyActivityButton"_s, u"activityRows"_s}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), next);
    }
    QTest::keyClick(m_stage->rows(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_stage->rows(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboardText(), u"2026-11-23T13:07:00Z\t@shop\tRenewed\tsucceeded\t\t\n"_s);
    QGuiApplication::clipboard()->clear();

    auto *copy = seen<QPushButton>(u"copyActivityButton"_s);
    const auto takeLast = [menu = copy->menu()] {
        QTest::keyClick(menu, Qt::Key_Up);
        QTest::keyClick(menu, Qt::Key_Return);
        menu->close(); // the test ends whatever the keys did
    };
    connect(copy->menu(), &QMenu::aboutToShow, copy->menu(), takeLast, Qt::QueuedConnection);
    QTest::keyClick(copy, Qt::Key_Space);
    QTRY_VERIFY(!clipboardText().isEmpty());
}

QTEST_MAIN(TestActivityCopy)

#include "tst_activitycopy.moc"
