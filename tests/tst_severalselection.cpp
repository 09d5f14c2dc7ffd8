// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "support/severalstage.h"

#include <QContextMenuEvent>
#include <QDialog>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// Selecting several accounts in the list of the window, and what its menu offers for them.
class TestSeveralSelection : public QObject, protected SeveralStage
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

    void severalAreSelectedWithTheMouse();
    void severalAreSelectedWithTheKeyboard();
    void oneIsAlwaysShown();
    void theMenuSelectsAll();
    void aSearchKeepsWhatItShows();
    void oneThatGoesLeavesTheOthersSelected();
    void theMenuForOneOffersWhatIsForOne();
    void theMenuForSeveralOffersWhatIsForAll();

private:
    QMenu *openMenu(int row)
    {
        const QPoint place = list()->visualRect(list()->model()->index(row, 0)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, list()->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(list()->viewport(), &event);
        return seen<QMenu>(u"accountMenu"_s);
    }
};

void TestSeveralSelection::severalAreSelectedWithTheMouse()
{
    open(5);
    clickRow(0);
    QVERIFY(seen(u"accountPage"_s));
    clickRow(2, Qt::ControlModifier);
    QTRY_VERIFY(seen(u"severalPage"_s));
    QVERIFY(!seen(u"accountPage"_s));
    QCOMPARE(textOf(u"severalTitle"_s), u"2 account(s) selected"_s);
    QVERIFY(!m_window->findChild<QAction *>(u"actionCopy"_s)->isEnabled());
    QVERIFY(m_window->findChild<QAction *>(u"actionRemove"_s)->isEnabled());
    clickRow(4, Qt::ShiftModifier);
    QTRY_COMPARE(textOf(u"severalTitle"_s), u"4 account(s) selected"_s);
    clickRow(1);
    QTRY_VERIFY(!seen(u"severalPage"_s));
    QCOMPARE(textOf(u"accountName"_s), u"@shop02"_s);
    QVERIFY(m_window->findChild<QAction *>(u"actionCopy"_s)->isEnabled());
}

void TestSeveralSelection::severalAreSelectedWithTheKeyboard()
{
    open(5);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(textOf(u"severalTitle"_s), u"2 account(s) selected"_s);
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(textOf(u"severalTitle"_s), u"5 account(s) selected"_s);
    QTest::keyClick(list(), Qt::Key_Home);
    QTRY_VERIFY(!seen(u"severalPage"_s));
    QCOMPARE(textOf(u"accountName"_s), u"@shop01"_s);
}

void TestSeveralSelection::oneIsAlwaysShown()
{
    open(2);
    clickRow(0);
    clickRow(0, Qt::ControlModifier); // the last one is not taken away
    QCOMPARE(selected(), 1);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->viewport()->rect().bottomLeft() - QPoint(-5, 5));
    QCOMPARE(selected(), 1);
    clickRow(1, Qt::ControlModifier);
    QTRY_VERIFY(seen(u"severalPage"_s));
    clickRow(0, Qt::ControlModifier);
    QTRY_VERIFY(!seen(u"severalPage"_s));
    QCOMPARE(textOf(u"accountName"_s), u"@shop02"_s); // the selected one, not the one with the keyboard
}

void TestSeveralSelection::theMenuSelectsAll()
{
    open(3);
    trigger(u"actionSelectAll"_s);
    QTRY_COMPARE(textOf(u"severalTitle"_s), u"3 account(s) selected"_s);
}

void TestSeveralSelection::aSearchKeepsWhatItShows()
{
    open(12);
    selectAll();
    QTest::keyClick(&*m_window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(seen(u"search"_s), u"shop1"_s);
    QTRY_COMPARE(textOf(u"severalTitle"_s), u"3 account(s) selected"_s);
    QTest::keyClicks(seen(u"search"_s), u"2"_s);
    QTRY_VERIFY(!seen(u"severalPage"_s));
    QCOMPARE(textOf(u"accountName"_s), u"@shop12"_s);
    QTest::keyClicks(seen(u"search"_s), u"xyz"_s);
    QVERIFY(seen(u"accountPage"_s));
}

void TestSeveralSelection::oneThatGoesLeavesTheOthersSelected()
{
    open(3);
    selectAll();
    accounts().remove(u"shop01"_s, this, [](const Result<void> &) { });
    QTRY_COMPARE(textOf(u"severalTitle"_s), u"2 account(s) selected"_s);
    accounts().remove(u"shop02"_s, this, [](const Result<void> &) { });
    QTRY_VERIFY(seen(u"accountPage"_s));
    QCOMPARE(textOf(u"accountName"_s), u"@shop03"_s);
    QVERIFY(m_window->findChild<QAction *>(u"actionCopy"_s)->isEnabled());
}

// -- the menu of the list

void TestSeveralSelection::theMenuForOneOffersWhatIsForOne()
{
    open(2, u"practice"_s);
    QMenu *menu = openMenu(0);
    QVERIFY(menu);
    QVERIFY(menu->findChild<QAction *>(u"menuCopy"_s));
    menu->findChild<QAction *>(u"menuCheck"_s)->trigger();
    menu->close();
    QTRY_VERIFY(seen(u"outcomeOfOne"_s));
    QCOMPARE(textOf(u"outcomeOfOne"_s), u"@shop01"_s);
    seen<QDialog>(u"outcomeOfOne"_s)->reject();
    QTRY_VERIFY(!seen(u"accountMenu"_s));
    openMenu(0)->findChild<QAction *>(u"menuRename"_s)->trigger();
    QTRY_VERIFY(seen(u"renameDialog"_s));
}

void TestSeveralSelection::theMenuForSeveralOffersWhatIsForAll()
{
    open(3, u"practice"_s);
    selectAll();
    QMenu *menu = openMenu(1);
    QVERIFY(menu);
    QVERIFY(!menu->findChild<QAction *>(u"menuCopy"_s));
    QVERIFY(!menu->findChild<QAction *>(u"menuRename"_s));
    menu->findChild<QAction *>(u"menuCheck"_s)->trigger();
    menu->close();
    QTRY_VERIFY(seen(u"batchOutcomes"_s));
    QVERIFY(outcomes().first().startsWith(u"3 × "_s));
}

QTEST_MAIN(TestSeveralSelection)
#include "tst_severalselection.moc"
