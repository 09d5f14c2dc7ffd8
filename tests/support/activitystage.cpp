// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/activitystage.h"

#include "support/databaseplace.h"

#include <QAction>
#include <QComboBox>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

ActivityStage::ActivityStage()
{
    m_fixture.add(u"shop"_s);
    m_fixture.add(u"studio"_s);
}

void ActivityStage::open()
{
    m_pane = std::make_unique<ActivityPane>(m_fixture.start(), nullptr);
    m_pane->setAccount(u"shop"_s);
    m_pane->resize(760, 240);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void ActivityStage::note(Event::Kind kind, const QString &account, const QString &failed)
{
    m_fixture.clock.advance(1min);
    QVERIFY(accounts().note(kind, account, failed.isEmpty(), failed));
}

void ActivityStage::seed(int count, const QDateTime &newest)
{
    write(u"WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < %1) "
          "INSERT INTO events (at, account_id, account_name, kind, ok, detail) "
          "SELECT %2 + n * 1000, 'shop', '@shop', CASE n % 2 WHEN 0 THEN 'renewed' ELSE 'copied' END, 1, '' FROM s"_s
              .arg(count)
              .arg(newest.toMSecsSinceEpoch() - count * 1000LL));
}

void ActivityStage::seedRenewal(const QDateTime &at)
{
    write(u"INSERT INTO events VALUES (NULL, %1, 'shop', '@shop', 'renewed', 1, '')"_s.arg(at.toMSecsSinceEpoch()));
}

void ActivityStage::write(const QString &statement) const
{
    const OutsideConnection outside(m_fixture.desk.folder() + "/tokendesk.sqlite"_L1);
    QCOMPARE(outside.run(statement), QString());
}

QStringList ActivityStage::shown() const
{
    QStringList sentences;
    for (int row = 0; row < rows()->model()->rowCount(); ++row)
        sentences.append(rows()->model()->index(row, 2).data().toString());
    return sentences;
}

QComboBox *ActivityStage::groups() const
{
    return m_pane->findChild<QComboBox *>(u"activityGroup"_s);
}

QComboBox *ActivityStage::whose() const
{
    return m_pane->findChild<QComboBox *>(u"activityFilter"_s);
}

QTreeView *ActivityStage::rows() const
{
    return m_pane->findChild<QTreeView *>(u"activityRows"_s);
}

void ActivityStage::choose(EventGroup group) const
{
    groups()->setCurrentIndex(groups()->findData(int(group)));
}

void ActivityStage::scrollToEnd() const
{
    QScrollBar *bar = rows()->verticalScrollBar();
    bar->setValue(0);
    bar->setValue(bar->maximum());
}

QAction *ActivityStage::action(const QString &name) const
{
    return m_pane->findChild<QAction *>(name);
}

} // namespace tokendesk
