// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownfile.h"
#include "desktop/autostart.h"
#include "desktop/schedule.h"
#include "preferences/preferencesdialog.h"
#include "support/faketool.h"
#include "support/isolateddesktop.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// What the Preferences let the system do.
class TestPreferencesKeeping : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_dialog.reset(); }

    void startingAtLoginIsSwitchedAtOnce();
    void aProgramThatMovedIsToldAndMended();
    void aRefusalIsToldAndNothingTicked();
    void renewalIsInstalledAndRemoved();
    void withoutSystemdTheLineForCronIsOffered();
    void halfAScheduleIsMendedByOneClick();
    void aMissingCommandLineIsTold();
    void closingMeanwhileLeavesNothingHalfDone();
    void hintsSayWhatIsInstalledAndWhere_data();
    void hintsSayWhatIsInstalledAndWhere();
    void everythingHasANameForScreenReaders();

private:
    void open();
    Desktop desktop() const { return isolatedDesktop(m_folder->path(), m_platform); }
    FakeTool tool() const { return {desktop(), schedulePlan(desktop())}; }
    QCheckBox *box(const QString &name) const { return m_dialog->findChild<QCheckBox *>(name); }
    QLabel *notice(const QString &name) const { return m_dialog->findChild<QLabel *>(name + "Notice"_L1); }
    void waitForSchedule() const { QTRY_VERIFY(box(u"renewWhileClosed"_s)->isEnabled()); }
    /// Waits until what the click began is over.
    void clickRenewal() const
    {
        box(u"renewWhileClosed"_s)->click();
        QVERIFY(!box(u"renewWhileClosed"_s)->isEnabled());
        waitForSchedule();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    MemoryKeychain m_keychain;
    ManualClock m_clock;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<PreferencesDialog> m_dialog;
    Platform m_platform = Platform::Linux;
};

void TestPreferencesKeeping::init()
{
    m_platform = Platform::Linux;
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(Paths{m_folder->path(), m_folder->path()});
    m_network = std::make_unique<Network>(*m_settings, m_folder->path(), m_keychain, m_clock);
}

void TestPreferencesKeeping::open()
{
    m_dialog = std::make_unique<PreferencesDialog>(*m_settings, desktop(), *m_network);
    m_dialog->show();
    waitForSchedule();
}

void TestPreferencesKeeping::startingAtLoginIsSwitchedAtOnce()
{
    open();
    QCheckBox *login = box(u"startAtLogin"_s);
    QCOMPARE(login->checkState(), Qt::Unchecked);
    QVERIFY(!notice(u"startAtLogin"_s)->isVisible());
    login->click();
    QVERIFY(Autostart(desktop()).isOn());
    open();
    login = box(u"startAtLogin"_s);
    QCOMPARE(login->checkState(), Qt::Checked);
    login->click();
    QCOMPARE(login->checkState(), Qt::Unchecked);
    QCOMPARE(Autostart(desktop()).state(), Installed::Off);
}

void TestPreferencesKeeping::aProgramThatMovedIsToldAndMended()
{
    Desktop before = desktop();
    before.window = u"/opt/old/tokendesk"_s;
    QVERIFY(Autostart(before).turnOn());
    open();
    QCheckBox *login = box(u"startAtLogin"_s);
    QCOMPARE(login->checkState(), Qt::PartiallyChecked);
    QVERIFY(notice(u"startAtLogin"_s)->isVisible());
    QVERIFY(notice(u"startAtLogin"_s)->text().contains("another place"_L1));
    login->click();
    QCOMPARE(login->checkState(), Qt::Checked);
    QVERIFY(!notice(u"startAtLogin"_s)->isVisible());
    QVERIFY(Autostart(desktop()).isOn());
    login->click();
    QCOMPARE(login->checkState(), Qt::Unchecked);
}

void TestPreferencesKeeping::aRefusalIsToldAndNothingTicked()
{
    QVERIFY(writeOwnFile(desktop().config, "in the way of the folder"));
    open();
    QCheckBox *login = box(u"startAtLogin"_s);
    login->click();
    QCOMPARE(login->checkState(), Qt::Unchecked);
    QVERIFY(notice(u"startAtLogin"_s)->isVisible());
    QVERIFY(notice(u"startAtLogin"_s)->text().contains("could not be changed"_L1));
}

void TestPreferencesKeeping::renewalIsInstalledAndRemoved()
{
    tool().work();
    open();
    QCheckBox *renewal = box(u"renewWhileClosed"_s);
    QCOMPARE(renewal->checkState(), Qt::Unchecked);
    clickRenewal();
    QCOMPARE(renewal->checkState(), Qt::Checked);
    QVERIFY(QFile::exists(desktop().config + "/systemd/user/tokendesk.timer"_L1));
    QVERIFY(!notice(u"renewWhileClosed"_s)->isVisible());
    open();
    QCOMPARE(box(u"renewWhileClosed"_s)->checkState(), Qt::Checked);
    clickRenewal();
    QCOMPARE(box(u"renewWhileClosed"_s)->checkState(), Qt::Unchecked);
    QVERIFY(!QFile::exists(desktop().config + "/systemd/user/tokendesk.timer"_L1));
}

void TestPreferencesKeeping::withoutSystemdTheLineForCronIsOffered()
{
    open();
    auto *line = m_dialog->findChild<QLineEdit *>(u"cronLine"_s);
    QVERIFY(!line->isVisible());
    clickRenewal();
    QCOMPARE(box(u"renewWhileClosed"_s)->checkState(), Qt::Unchecked);
    QVERIFY(notice(u"renewWhileClosed"_s)->isVisible());
    QVERIFY(notice(u"renewWhileClosed"_s)->text().contains("cron"_L1));
    QVERIFY(line->isVisible());
    QVERIFY(line->text().contains(desktop().commandLine));
    m_dialog->findChild<QPushButton *>(u"copyCronLine"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), line->text());
    QTRY_VERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));

    tool().work();
    clickRenewal();
    QCOMPARE(box(u"renewWhileClosed"_s)->checkState(), Qt::Checked);
    QVERIFY(!line->isVisible() && !notice(u"renewWhileClosed"_s)->isVisible());
}

void TestPreferencesKeeping::halfAScheduleIsMendedByOneClick()
{
    tool().work();
    QVERIFY(writeOwnFile(desktop().config + "/systemd/user/tokendesk.timer"_L1, "[Timer]\n"));
    open();
    QCOMPARE(box(u"renewWhileClosed"_s)->checkState(), Qt::PartiallyChecked);
    QVERIFY(notice(u"renewWhileClosed"_s)->isVisible());
    clickRenewal();
    QCOMPARE(box(u"renewWhileClosed"_s)->checkState(), Qt::Checked);
    QVERIFY(!notice(u"renewWhileClosed"_s)->isVisible());
}

void TestPreferencesKeeping::aMissingCommandLineIsTold()
{
    tool().work();
    const Desktop bare = desktop();
    QVERIFY(QFile::remove(bare.commandLine));
    m_dialog = std::make_unique<PreferencesDialog>(*m_settings, bare, *m_network);
    m_dialog->show();
    waitForSchedule();
    clickRenewal();
    QVERIFY(notice(u"renewWhileClosed"_s)->text().contains("tokendesk-cli"_L1));
    QVERIFY(!m_dialog->findChild<QLineEdit *>(u"cronLine"_s)->isVisible());
}

void TestPreferencesKeeping::closingMeanwhileLeavesNothingHalfDone()
{
    tool().work();
    open();
    box(u"renewWhileClosed"_s)->click();
    m_dialog.reset();
    QTRY_VERIFY(QFileInfo(schedulePlan(desktop()).link).isSymLink());
    open();
    QTRY_COMPARE(box(u"renewWhileClosed"_s)->checkState(), Qt::Checked);
}

void TestPreferencesKeeping::hintsSayWhatIsInstalledAndWhere_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("hint");
    QTest::newRow("Linux") << Platform::Linux << u"tokendesk.timer"_s;
    QTest::newRow("macOS") << Platform::Mac << u"org.tokendesk.TokenDesk.renew.plist"_s;
    QTest::newRow("Windows") << Platform::Windows << u"“TokenDesk renew”"_s;
}

void TestPreferencesKeeping::hintsSayWhatIsInstalledAndWhere()
{
    QFETCH(const Platform, platform);
    QFETCH(const QString, hint);
    m_platform = platform;
    open();
    QVERIFY(box(u"renewWhileClosed"_s)->accessibleDescription().contains(hint));
    QVERIFY(box(u"startAtLogin"_s)->accessibleDescription().contains(Autostart(desktop()).place()));
    clickRenewal(); // there is no such system
    QVERIFY(notice(u"renewWhileClosed"_s)->isVisible());
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"cronLine"_s)->isVisible(), platform == Platform::Linux);
}

void TestPreferencesKeeping::everythingHasANameForScreenReaders()
{
    open();
    for (const QString &name : {u"startAtLogin"_s, u"renewWhileClosed"_s, u"cronLine"_s, u"copyCronLine"_s}) {
        const auto *widget = m_dialog->findChild<QWidget *>(name);
        QVERIFY2(widget && !widget->accessibleName().isEmpty(), qPrintable(name));
    }
}

QTEST_MAIN(TestPreferencesKeeping)
#include "tst_preferenceskeeping.moc"
