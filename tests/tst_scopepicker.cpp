// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/scopepicker.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

Provider provider()
{
    Provider provider;
    provider.id = u"test"_s;
    provider.name = u"Test"_s;
    const auto add = [&provider](const QString &id, const QStringList &needs) {
        provider.scopes.append(
            {.id = id, .title = u"Title of "_s + id, .sentence = u"Sentence of "_s + id + u'.', .needs = needs});
    };
    add(u"basic"_s, {});
    add(u"pages"_s, {u"basic"_s});
    add(u"posts"_s, {u"basic"_s, u"pages"_s});
    add(u"messages"_s, {u"basic"_s});
    provider.scopes[0].required = true;
    provider.scopes[2].needsReview = true;
    provider.family = Family::Instagram;
    provider.elsewhere
        = {{.id = u"page_delete"_s, .title = u"Delete posts"_s, .sentence = u"Deletes."_s, .instead = {}},
           {.id = u"page_posts"_s, .title = u"Posts"_s, .sentence = u"Posts."_s, .instead = u"posts"_s}};
    return provider;
}

} // namespace

class TestScopePicker : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_picker.reset(); }
    void requiredIsOnFromTheStart();
    void requiredCannotBeUnticked();
    void clickAnywhereInTheRowToggles();
    void whatIsNeededIsTickedAndSaysSo();
    void whatIsNeededStaysWhileItIs();
    void whatWasTickedForAnotherGoesWithIt();
    void whatWasChosenItselfStays();
    void scopesComeInTheProvidersOrder();
    void keyboardReachesAndTogglesEveryRow();
    void focusedRowIsScrolledToSight();
    void badgeAppearsWithItsTick();
    void practiceKnowsNoReview();
    void screenReaderIsToldEverything();
    void providerCanBeReplaced();
    void whatIsElsewhereIsShownAndCannotBeTicked();
    void searchLeavesWhatHasAllItsWords_data();
    void searchLeavesWhatHasAllItsWords();
    void whatIsTickedStaysTickedInASearch();
    void anotherWaysNameLeadsToTheOneHere();
    void retiredNamesSayWhatToUse();
    void aSearchInVainSaysSo();

private:
    QCheckBox *box(const QString &id) { return m_picker->findChild<QCheckBox *>(id); }
    QWidget *row(const QString &id) { return m_picker->findChild<QWidget *>(id + "Row"_L1); }
    QLabel *reason(const QString &id) { return m_picker->findChild<QLabel *>(id + "Reason"_L1); }
    QWidget *foreign(const QString &id) { return m_picker->findChild<QWidget *>(id + "Foreign"_L1); }
    QStringList shown();
    QLabel *badge(const QString &id) { return m_picker->findChild<QLabel *>(id + "Badge"_L1); }
    void click(const QString &id) { QTest::mouseClick(row(id), Qt::LeftButton); }

    std::unique_ptr<ScopePicker> m_picker;
};

void TestScopePicker::init()
{
    m_picker = std::make_unique<ScopePicker>();
    m_picker->setProvider(provider(), {});
    m_picker->resize(500, 500);
    m_picker->show();
    QVERIFY(QTest::qWaitForWindowActive(m_picker.get()));
}

void TestScopePicker::requiredIsOnFromTheStart()
{
    QCOMPARE(m_picker->scopes(), QStringList{u"basic"_s});
    QVERIFY(box(u"basic"_s)->isChecked());
    QVERIFY(badge(u"basic"_s)->isVisible());
    QVERIFY(!box(u"pages"_s)->isChecked());
}

void TestScopePicker::requiredCannotBeUnticked()
{
    QTest::mouseClick(box(u"basic"_s), Qt::LeftButton);
    click(u"basic"_s);
    QVERIFY(box(u"basic"_s)->isChecked());
    QCOMPARE(m_picker->scopes(), QStringList{u"basic"_s});
}

void TestScopePicker::clickAnywhereInTheRowToggles()
{
    QSignalSpy changed(m_picker.get(), &ScopePicker::changed);
    const QRect area = row(u"messages"_s)->rect();
    for (const QPoint &place : {area.center(), area.topLeft() + QPoint(3, 3), area.bottomRight() - QPoint(3, 3)}) {
        QTest::mouseClick(row(u"messages"_s), Qt::LeftButton, {}, place);
        QVERIFY(box(u"messages"_s)->isChecked());
        QTest::mouseClick(row(u"messages"_s), Qt::LeftButton, {}, place);
        QVERIFY(!box(u"messages"_s)->isChecked());
    }
    QTest::mouseClick(box(u"messages"_s), Qt::LeftButton);
    QVERIFY(box(u"messages"_s)->isChecked());
    QCOMPARE(changed.count(), 7);
    QTest::mouseClick(row(u"messages"_s), Qt::RightButton);
    QVERIFY(box(u"messages"_s)->isChecked());
}

void TestScopePicker::whatIsNeededIsTickedAndSaysSo()
{
    QVERIFY(!reason(u"pages"_s)->isVisible());
    click(u"posts"_s);
    QCOMPARE(m_picker->scopes(), (QStringList{u"basic"_s, u"pages"_s, u"posts"_s}));
    QVERIFY(box(u"pages"_s)->isChecked());
    QVERIFY(reason(u"pages"_s)->isVisible());
    QVERIFY2(reason(u"pages"_s)->text().contains("Title of posts"_L1), qPrintable(reason(u"pages"_s)->text()));
    QVERIFY(box(u"pages"_s)->accessibleDescription().contains("Title of posts"_L1));
}

void TestScopePicker::whatIsNeededStaysWhileItIs()
{
    click(u"posts"_s);
    click(u"pages"_s);
    QVERIFY(box(u"pages"_s)->isChecked());
    QVERIFY(box(u"posts"_s)->isChecked());
}

void TestScopePicker::whatWasTickedForAnotherGoesWithIt()
{
    click(u"posts"_s);
    click(u"posts"_s);
    QVERIFY(!box(u"pages"_s)->isChecked());
    QVERIFY(!reason(u"pages"_s)->isVisible());
    QCOMPARE(m_picker->scopes(), QStringList{u"basic"_s});
}

void TestScopePicker::whatWasChosenItselfStays()
{
    click(u"pages"_s);
    click(u"posts"_s);
    click(u"posts"_s);
    QCOMPARE(m_picker->scopes(), (QStringList{u"basic"_s, u"pages"_s}));
}

void TestScopePicker::scopesComeInTheProvidersOrder()
{
    m_picker->setProvider(provider(), {u"messages"_s, u"unknown"_s, u"posts"_s});
    QCOMPARE(m_picker->scopes(), (QStringList{u"basic"_s, u"pages"_s, u"posts"_s, u"messages"_s}));
}

void TestScopePicker::keyboardReachesAndTogglesEveryRow()
{
    m_picker->firstField()->setFocus();
    QCOMPARE(QApplication::focusWidget(), box(u"pages"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(box(u"pages"_s)->isChecked());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), box(u"posts"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), box(u"messages"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget(), box(u"posts"_s));
    QCOMPARE(m_picker->scopes(), (QStringList{u"basic"_s, u"pages"_s, u"messages"_s}));
}

void TestScopePicker::focusedRowIsScrolledToSight()
{
    m_picker->resize(400, 120);
    box(u"basic"_s)->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), box(u"messages"_s));
    QVERIFY(!box(u"messages"_s)->visibleRegion().isEmpty());
}

void TestScopePicker::badgeAppearsWithItsTick()
{
    QVERIFY(!badge(u"posts"_s)->isVisible());
    const QRect before = row(u"messages"_s)->geometry();
    QTest::mouseClick(box(u"posts"_s), Qt::LeftButton);
    QVERIFY(badge(u"posts"_s)->isVisible());
    QVERIFY(!badge(u"messages"_s)->isVisible());
    QVERIFY(before.isValid());
}

void TestScopePicker::practiceKnowsNoReview()
{
    Provider practice = provider();
    practice.practice = true;
    m_picker->setProvider(practice, {u"posts"_s});
    QVERIFY(badge(u"posts"_s)->text().isEmpty());
    QVERIFY(!badge(u"posts"_s)->isVisible());
}

void TestScopePicker::screenReaderIsToldEverything()
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(box(u"posts"_s));
    QCOMPARE(interface->role(), QAccessible::CheckBox);
    QCOMPARE(interface->text(QAccessible::Name), u"Title of posts"_s);
    const QString description = interface->text(QAccessible::Description);
    QVERIFY(description.contains("Sentence of posts."_L1));
    QVERIFY(description.contains("review"_L1));
    QVERIFY(!interface->state().checked);
    interface->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(interface->state().checked);
    QVERIFY(m_picker->scopes().contains(u"posts"_s));
}

void TestScopePicker::providerCanBeReplaced()
{
    Provider other = provider();
    other.scopes.removeLast();
    m_picker->setProvider(other, {u"pages"_s});
    QVERIFY(!box(u"messages"_s));
    QCOMPARE(m_picker->findChildren<QCheckBox *>().size(), 3);
    QCOMPARE(m_picker->scopes(), (QStringList{u"basic"_s, u"pages"_s}));
}

/// The ids of the rows that are there, in their order.
QStringList TestScopePicker::shown()
{
    QStringList ids;
    for (const QWidget *each : m_picker->findChildren<QWidget *>()) {
        for (const QLatin1StringView kind : {"Row"_L1, "Foreign"_L1}) {
            if (each->objectName().endsWith(kind) && !each->isHidden())
                ids.append(each->objectName().chopped(kind.size()));
        }
    }
    return ids;
}

void TestScopePicker::whatIsElsewhereIsShownAndCannotBeTicked()
{
    QVERIFY(foreign(u"page_delete"_s)->isVisible());
    QVERIFY(!foreign(u"page_posts"_s)->isVisible()); // it has another name here
    QCOMPARE(badge(u"page_delete"_s)->text(), u"Facebook Login only"_s);
    QTest::mouseClick(foreign(u"page_delete"_s), Qt::LeftButton);
    QCOMPARE(m_picker->scopes(), QStringList{u"basic"_s});
    // A screen reader comes by.
    box(u"messages"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), foreign(u"page_delete"_s));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Delete posts: Facebook Login only"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(m_picker->scopes(), QStringList{u"basic"_s});
}

void TestScopePicker::searchLeavesWhatHasAllItsWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("left");
    const QStringList all{u"basic"_s, u"pages"_s, u"posts"_s, u"messages"_s, u"page_delete"_s};
    QTest::newRow("nothing") << QString() << all;
    QTest::newRow("blanks") << u"  "_s << all;
    QTest::newRow("technical name") << u"messages"_s << QStringList{u"messages"_s};
    QTest::newRow("another case") << u"TITLE of POSTS"_s << QStringList{u"posts"_s};
    QTest::newRow("words in another order") << u"posts title"_s << QStringList{u"posts"_s};
    QTest::newRow("sentence") << u"Deletes"_s << QStringList{u"page_delete"_s};
    QTest::newRow("part of a word") << u"sag"_s << QStringList{u"messages"_s};
    QTest::newRow("pattern signs are letters") << u".*"_s << QStringList();
}

void TestScopePicker::searchLeavesWhatHasAllItsWords()
{
    QFETCH(QString, words);
    QFETCH(QStringList, left);
    m_picker->search(words);
    QCOMPARE(shown(), left);
    QCOMPARE(m_picker->found(), int(left.size()));
    m_picker->search({});
    QCOMPARE(m_picker->found(), 5);
}

void TestScopePicker::whatIsTickedStaysTickedInASearch()
{
    click(u"posts"_s);
    m_picker->search(u"messages"_s);
    QCOMPARE(m_picker->firstField(), box(u"messages"_s));
    click(u"messages"_s);
    QCOMPARE(m_picker->scopes(), (QStringList{u"basic"_s, u"pages"_s, u"posts"_s, u"messages"_s}));
    m_picker->setProvider(provider(), {}); // ends the search
    QVERIFY(row(u"posts"_s)->isVisible());
}

void TestScopePicker::anotherWaysNameLeadsToTheOneHere()
{
    m_picker->search(u"page_posts"_s);
    QCOMPARE(shown(), (QStringList{u"posts"_s, u"page_posts"_s}));
    QVERIFY(foreign(u"page_posts"_s)->accessibleDescription().contains("Here it is called posts"_L1));
    QCOMPARE(m_picker->firstField(), box(u"posts"_s));
}

void TestScopePicker::retiredNamesSayWhatToUse()
{
    m_picker->search(u"business_content_publish"_s);
    QCOMPARE(badge(u"business_content_publish"_s)->text(), u"retired → use instagram_business_content_publish"_s);
    QCOMPARE(m_picker->found(), 1);
    QVERIFY(!m_picker->firstField());
    m_picker->search(u"likes"_s);
    QCOMPARE(badge(u"likes"_s)->text(), u"retired, nothing replaces it"_s);
    m_picker->search(u"basic"_s); // a word that fits something that is alive
    QVERIFY(!foreign(u"basic"_s));
    m_picker->search({});
    QVERIFY(!foreign(u"likes"_s));

    Provider elsewhere = provider();
    elsewhere.family = Family::Standard;
    m_picker->setProvider(elsewhere, {});
    m_picker->search(u"business_content_publish"_s); // may be alive at anybody else's
    QCOMPARE(m_picker->found(), 0);
}

void TestScopePicker::aSearchInVainSaysSo()
{
    auto *nothing = m_picker->findChild<QLabel *>(u"nothingFound"_s);
    QVERIFY(!nothing->isVisible());
    m_picker->search(u"<b>x</b>"_s);
    QVERIFY(nothing->isVisible());
    QCOMPARE(nothing->text(), u"No permission is called “<b>x</b>”."_s);
    QCOMPARE(nothing->textFormat(), Qt::PlainText);
    m_picker->search({});
    QVERIFY(!nothing->isVisible());
}

QTEST_MAIN(TestScopePicker)
#include "tst_scopepicker.moc"
