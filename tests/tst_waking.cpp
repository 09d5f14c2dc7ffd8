// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/keyring.h"
#include "waking.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// Waking up, as systemd's login manager tells it; the bus of the test stands for the system's.
class TestWaking : public QObject
{
    Q_OBJECT

    QDBusConnection m_manager = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"manager"_s);

    void tell(bool falls)
    {
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s,
                                                         u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
        signal << falls;
        QVERIFY(m_manager.send(signal));
    }

private slots:
    void initTestCase()
    {
        if (!Keyring::isPossible())
            QSKIP("needs a session bus of its own");
        QVERIFY(m_manager.registerService(u"org.freedesktop.login1"_s));
    }

    void wakingIsToldAndFallingAsleepIsNot()
    {
        Waking waking;
        waking.watch();
        QSignalSpy awake(&waking, &Waking::awake);
        tell(true);
        tell(false);
        QVERIFY(awake.wait());
        QCOMPARE(awake.size(), 1);
    }

    void whoDoesNotWatchHearsNothing()
    {
        Waking waking;
        Waking other;
        other.watch();
        QSignalSpy awake(&waking, &Waking::awake);
        QSignalSpy otherAwake(&other, &Waking::awake);
        tell(false);
        QVERIFY(otherAwake.wait());
        QVERIFY(awake.isEmpty());
    }
};

int main(int argc, char **argv)
{
    // Before anything is connected: libdbus reads all addresses at once.
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    QCoreApplication application(argc, argv);
    TestWaking test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_waking.moc"
