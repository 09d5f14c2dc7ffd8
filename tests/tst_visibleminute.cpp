// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"
#include "visibleminute.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTimer>

using namespace std::chrono_literals;
using namespace tokendesk;

class TestVisibleMinute : public QObject
{
    Q_OBJECT
private slots:
    void countsOnlyWhileItIsSeen()
    {
        open();
        QVERIFY(!timer()->isActive());
        m_window->show();
        QVERIFY(timer()->isActive());
        QCOMPARE(timer()->intervalAsDuration(), 1min);
        m_window->hide();
        QVERIFY(!timer()->isActive());
    }

    void aMinimisedWindowIsNotSeen()
    {
        open();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->showMinimized();
        QTRY_VERIFY(!timer()->isActive());
        m_window->showNormal();
        QTRY_VERIFY(timer()->isActive());
    }

    void whoComesBackSeesTheTimeThatWentBy()
    {
        open();
        QSignalSpy passed(m_minute, &VisibleMinute::passed);
        m_window->show();
        QVERIFY(passed.isEmpty()); // as it was built
        m_window->hide();
        m_clock.advance(30s);
        m_window->show();
        QVERIFY(passed.isEmpty());
        m_window->hide();
        m_clock.advance(3h);
        m_window->show();
        QCOMPARE(passed.size(), 1);
    }

private:
    void open()
    {
        m_window = std::make_unique<QWidget>();
        auto *label = new QLabel(m_window.get());
        m_minute = new VisibleMinute(m_clock, label);
    }
    QTimer *timer() const { return m_minute->findChild<QTimer *>(); }

    ManualClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(13, 5), QTimeZone::utc())};
    std::unique_ptr<QWidget> m_window;
    VisibleMinute *m_minute = nullptr;
};

QTEST_MAIN(TestVisibleMinute)
#include "tst_visibleminute.moc"
