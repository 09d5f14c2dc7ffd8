// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"
#include "style.h"
#include "translation.h"
#include "usage/usagelist.h"
#include "usage/usagepane.h"
#include "usage/usageplot.h"

#include "support/sight.h"
#include "support/windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QTest>
#include <QToolTip>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The pane that shows how much of the allowances is used, in a real window.
class TestUsagePane : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        m_translation.use(u"en"_s);
    }
    void init()
    {
        m_fixture.emplace();
        m_fixture->add(u"shop"_s);
    }
    void cleanup()
    {
        m_pane.reset();
        m_fixture.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theMenuOpensOneOfIt();
    void withoutMeasuresItSaysWhere();
    void appsAndAccountsHaveAGauge();
    void pagesAndAdAccountsHaveTheirOwn();
    void theStateIsToldInWords_data();
    void theStateIsToldInWords();
    void whatIsOldSaysNothingAboutNow();
    void aNewAnswerIsShown();
    void theChosenOneStays();
    void keysGoFromMeasureToMeasure_data();
    void keysGoFromMeasureToMeasure();
    void theMousePointsAtMeasuresToo();
    void theWeekShowsMoreThanTheDay();
    void aRemovedAccountLeavesTheList();
    void onlyAnInstagramAccountIsAskedForItsQuota();
    void namesStayAsTheyAreFromRightToLeft();
    void itSpeaksGerman();

private:
    UsagePane &open()
    {
        Services &services = m_fixture->start();
        m_services = &services;
        for (const auto &[origin, usage] : std::as_const(m_measures))
            services.usage.note(origin, {usage});
        m_measures.clear();
        m_pane = std::make_unique<UsagePane>(services, nullptr);
        m_pane->show();
        return *m_pane;
    }
    void measure(const Usage &usage, const QString &account = {})
    {
        m_measures.append(
            {{.providerId = u"instagram"_s, .registrationId = u"publisher"_s, .accountId = account}, usage});
    }
    UsageList *list() { return seen<UsageList>(u"usageList"_s); }
    UsagePlot *plot() { return seen<UsagePlot>(u"usagePlot"_s); }
    QString row(int number) { return list()->topLevelItem(number)->text(0); }

    Translation m_translation;
    std::optional<WindowFixture> m_fixture;
    Services *m_services = nullptr;
    QList<QPair<CallOrigin, Usage>> m_measures;
    std::unique_ptr<UsagePane> m_pane;
};

void TestUsagePane::theMenuOpensOneOfIt()
{
    MainWindow window(m_fixture->start());
    window.show();
    for (int i = 0; i < 2; ++i)
        window.findChild<QAction *>(u"actionUsage"_s)->trigger();
    QCOMPARE(window.findChildren<UsagePane *>().size(), 1);
    QVERIFY(seen(u"usagePane"_s));
}

void TestUsagePane::withoutMeasuresItSaysWhere()
{
    open();
    QVERIFY(textOf(u"usageEmpty"_s).contains("check an account"_L1));
    QVERIFY(!list());
}

void TestUsagePane::appsAndAccountsHaveAGauge()
{
    measure({.allowance = Allowance::Business, .calls = 60}, u"shop"_s);
    measure({.calls = 28, .time = 25, .processor = 24});
    open();
    QCOMPARE(list()->topLevelItemCount(), 2);
    QCOMPARE(row(0), u"App “Lumen Publisher”"_s);
    QCOMPARE(row(1), u"@shop"_s);
    QCOMPARE(list()->topLevelItem(0)->data(1, UsageGauge::PercentRole).toInt(), 28);
    QCOMPARE(list()->topLevelItem(1)->data(1, Qt::AccessibleTextRole).toString(), u"60 % used"_s);
    QVERIFY(!plot()->accessibleDescription().isEmpty());
    QVERIFY(!list()->accessibleName().isEmpty());
}

/// Each allowance of one account is another gauge, told by its name or its sentence.
void TestUsagePane::pagesAndAdAccountsHaveTheirOwn()
{
    measure({.allowance = Allowance::Business, .calls = 60}, u"shop"_s);
    measure({.allowance = Allowance::Page, .calls = 40}, u"shop"_s);
    measure({.allowance = Allowance::AdAccount, .calls = 20}, u"shop"_s);
    open();
    QStringList told;
    for (int at = 0; at < list()->topLevelItemCount(); ++at) {
        list()->setCurrentItem(list()->topLevelItem(at));
        const QString gauge = list()->topLevelItem(at)->data(1, Qt::AccessibleTextRole).toString();
        told.append(u"%1: %2. %3"_s.arg(row(at), gauge, textOf(u"usageWhat"_s)));
    }
    QCOMPARE(told,
             QStringList({u"@shop: 60 % used. Calls of the app for this account."_s,
                          u"@shop: 40 % used. Calls of the app for this Page."_s,
                          u"@shop (ad account): 20 % used. Calls of the app for the ad account."_s}));
}

void TestUsagePane::theStateIsToldInWords_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<std::chrono::seconds>("regain");
    QTest::addColumn<QString>("sentence");
    const std::chrono::seconds none = 0s;
    QTest::newRow("fine") << 28 << none << u"28 % used. At 100 % the provider takes no more calls for a while."_s;
    QTest::newRow("waits") << 90 << none
                           << u"90 % used: TokenDesk waits before it asks for more. Your own clicks still go out."_s;
    QTest::newRow("throttled") << 100 << std::chrono::seconds(19min) << u"Throttled, free again in 19 minutes."_s;
    QTest::newRow("throttled, unknown") << 100 << none << u"Throttled, free again within an hour."_s;
}

void TestUsagePane::theStateIsToldInWords()
{
    QFETCH(int, percent);
    QFETCH(std::chrono::seconds, regain);
    measure({.allowance = Allowance::Business, .calls = percent, .regain = regain}, u"shop"_s);
    open();
    QTEST(textOf(u"usageState"_s), "sentence");
}

void TestUsagePane::whatIsOldSaysNothingAboutNow()
{
    measure({.calls = 100});
    open();
    m_fixture->clock.advance(2h);
    m_pane = std::make_unique<UsagePane>(*m_services, nullptr);
    m_pane->show();
    QCOMPARE(textOf(u"usageState"_s), u"No calls in the last hour. The allowance is free."_s);
    QCOMPARE(list()->topLevelItem(0)->data(1, UsageGauge::PercentRole).toInt(), 0);
    QVERIFY(plot()->accessibleDescription().contains("100 %"_L1)); // but it was so
}

void TestUsagePane::aNewAnswerIsShown()
{
    open();
    m_services->usage.note({.providerId = u"instagram"_s, .registrationId = u"publisher"_s}, {{.calls = 42}});
    QTRY_VERIFY(list());
    QCOMPARE(list()->topLevelItem(0)->data(1, UsageGauge::PercentRole).toInt(), 42);
}

void TestUsagePane::theChosenOneStays()
{
    measure({.calls = 1});
    measure({.allowance = Allowance::Business, .calls = 2}, u"shop"_s);
    open();
    list()->setCurrentItem(list()->topLevelItem(1));
    QVERIFY(textOf(u"usageState"_s).startsWith("2 %"_L1));
    m_services->usage.note({.providerId = u"instagram"_s, .registrationId = u"publisher"_s, .accountId = u"shop"_s},
                           {{.allowance = Allowance::Business, .calls = 3}});
    QTRY_VERIFY(textOf(u"usageState"_s).startsWith("3 %"_L1));
    QCOMPARE(list()->currentItem()->text(0), u"@shop"_s);
}

void TestUsagePane::keysGoFromMeasureToMeasure_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<Qt::Key>("older");
    QTest::newRow("left to right") << Qt::LeftToRight << Qt::Key_Left;
    QTest::newRow("right to left") << Qt::RightToLeft << Qt::Key_Right;
}

void TestUsagePane::keysGoFromMeasureToMeasure()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(Qt::Key, older);
    QApplication::setLayoutDirection(direction);
    open();
    for (const int calls : {10, 95, 100}) {
        m_services->usage.note({.providerId = u"instagram"_s, .registrationId = u"publisher"_s}, {{.calls = calls}});
        m_fixture->clock.advance(10min);
    }
    QTRY_VERIFY(plot() && plot()->accessibleDescription().startsWith("3 "_L1));
    plot()->setFocus();
    QTest::keyClick(plot(), Qt::Key_End);
    QVERIFY(textOf(u"usagePointed"_s).contains("100 % of the allowed calls"_L1));
    QTest::keyClick(plot(), older);
    QVERIFY(textOf(u"usagePointed"_s).contains("95 % of the allowed calls"_L1));
    QCOMPARE(plot()->accessibleDescription(), textOf(u"usagePointed"_s));
    QTest::keyClick(plot(), Qt::Key_Home);
    QTest::keyClick(plot(), older); // there is none before
    QVERIFY(textOf(u"usagePointed"_s).contains("10 % of the allowed calls"_L1));
}

void TestUsagePane::theMousePointsAtMeasuresToo()
{
    measure({.calls = 95, .time = 20, .processor = 30});
    open();
    QTRY_VERIFY(plot());
    // There is one measure, and it is of now: where the line would end.
    QPoint there(plot()->width() - 12, 0);
    QVERIFY(textOf(u"usagePointed"_s).startsWith("Dashed: from 90 %"_L1));
    while (textOf(u"usagePointed"_s).startsWith("Dashed"_L1) && there.y() < plot()->height()) {
        there.ry() += 8;
        QTest::mouseMove(plot(), there);
    }
    QVERIFY2(textOf(u"usagePointed"_s).contains("95 % of the allowed calls and 30 % of the allowed computing time"_L1),
             qPrintable(textOf(u"usagePointed"_s)));
    QHelpEvent asked(QEvent::ToolTip, there, plot()->mapToGlobal(there));
    QCoreApplication::sendEvent(plot(), &asked);
    QCOMPARE(QToolTip::text(), textOf(u"usagePointed"_s));
}

void TestUsagePane::theWeekShowsMoreThanTheDay()
{
    open();
    for (int day = 0; day < 3; ++day) {
        m_services->usage.note({.providerId = u"instagram"_s, .registrationId = u"publisher"_s}, {{.calls = day + 1}});
        m_fixture->clock.advance(23h);
    }
    QTRY_VERIFY(plot() && plot()->accessibleDescription().startsWith("1 "_L1));
    seen<QComboBox>(u"usageSpan"_s)->setCurrentIndex(1);
    QVERIFY(plot()->accessibleDescription().startsWith("3 "_L1));
}

void TestUsagePane::aRemovedAccountLeavesTheList()
{
    measure({.calls = 1});
    measure({.allowance = Allowance::Business, .calls = 2}, u"shop"_s);
    open();
    QCOMPARE(list()->topLevelItemCount(), 2);
    m_services->accounts.remove(u"shop"_s, this, [](const Result<void> &) { });
    QTRY_COMPARE(list()->topLevelItemCount(), 1);
}

void TestUsagePane::onlyAnInstagramAccountIsAskedForItsQuota()
{
    m_fixture->add(u"ig"_s, [](Account &account) { account.professionalId = u"17841400000000101"_s; });
    measure({.calls = 1});
    measure({.allowance = Allowance::Business, .calls = 3}, u"ig"_s);
    measure({.allowance = Allowance::Business, .calls = 2}, u"shop"_s); // its id is not known
    open();
    QVERIFY(!seen(u"askQuota"_s));
    list()->setCurrentItem(list()->topLevelItem(1));
    QVERIFY(seen(u"askQuota"_s));
    list()->setCurrentItem(list()->topLevelItem(2));
    QVERIFY(!seen(u"askQuota"_s));
}

/// "@shop" is no "shop@".
void TestUsagePane::namesStayAsTheyAreFromRightToLeft()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    measure({.allowance = Allowance::Business, .calls = 60}, u"shop"_s);
    open();
    QCOMPARE(row(0), u"\u2068@shop\u2069"_s);
    QCOMPARE(list()->topLevelItem(0)->data(0, Qt::AccessibleTextRole).toString(), u"@shop"_s);
    QCOMPARE(list()->topLevelItem(0)->toolTip(0), u"@shop"_s);
}

void TestUsagePane::itSpeaksGerman()
{
    m_translation.use(u"de"_s);
    measure({.calls = 28});
    open();
    QVERIFY2(textOf(u"usageState"_s).startsWith("28 % verbraucht"_L1), qPrintable(textOf(u"usageState"_s)));
    m_translation.use(u"en"_s);
}

QTEST_MAIN(TestUsagePane)
#include "tst_usagepane.moc"
