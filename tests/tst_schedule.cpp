// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownfile.h"
#include "desktop/entries.h"
#include "desktop/schedule.h"
#include "desktop/scheduleplan.h"
#include "support/answer.h"
#include "support/faketool.h"
#include "support/isolateddesktop.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

const QString hostile = u"/a \"b\" 'c' $HOME 100% \\d/tokendesk-cli"_s;

} // namespace

/// The schedule in every platform's way, with scripts in place of the system's programs.
class TestSchedule : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itIsInstalledFoundAndRemoved_data() { platforms(); }
    void itIsInstalledFoundAndRemoved();
    void systemdIsCalledInThisOrder();
    void whatFailsHalfwayIsUndone_data() { platforms(); }
    void whatFailsHalfwayIsUndone();
    void aFileThatCannotBeWrittenUndoesTheOthers();
    void aMissingSchedulerIsTold();
    void aSchedulerThatHangsIsGivenUp();
    void aCommandLineThatIsMissingIsTold();
    void aProgramThatMovedIsSeenAndMended_data() { platforms(); }
    void aProgramThatMovedIsSeenAndMended();
    void halfOfItIsSeenMendedAndRemoved();
    void whatIsStillThereAfterwardsIsTold();
    void itGoesOnWhenNobodyListens();
    void pathsAreQuotedForEveryPlatform();
    void systemdTakesTheUnits_data();
    void systemdTakesTheUnits();

private:
    static void platforms();
    Desktop desktop(Platform platform = Platform::Linux) const { return isolatedDesktop(m_folder->path(), platform); }
    FakeTool tool(Platform platform = Platform::Linux) const;
    Result<Installed> stateOf(const Desktop &desktop) const;
    QString service() const { return desktop().config + "/systemd/user/tokendesk.service"_L1; }
    QString timer() const { return desktop().config + "/systemd/user/tokendesk.timer"_L1; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSchedule::platforms()
{
    QTest::addColumn<Platform>("platform");
    QTest::newRow("Linux") << Platform::Linux;
    QTest::newRow("macOS") << Platform::Mac;
    QTest::newRow("Windows") << Platform::Windows;
}

FakeTool TestSchedule::tool(Platform platform) const
{
    return {desktop(platform), schedulePlan(desktop(platform))};
}

Result<Installed> TestSchedule::stateOf(const Desktop &desktop) const
{
    Answer<Installed> answer;
    QObject context;
    Schedule(desktop, 10s).query(&context, answer.callback());
    return answer.came() && answer.result ? *answer.result : failure(ErrorKind::Cancelled, u"no answer"_s);
}

void TestSchedule::itIsInstalledFoundAndRemoved()
{
    QFETCH(const Platform, platform);
    const FakeTool system = tool(platform);
    system.work();
    const Schedule schedule(desktop(platform));
    QCOMPARE(stateOf(desktop(platform)).value(), Installed::Off);

    Answer<void> installed;
    schedule.install(this, installed.callback());
    QCOMPARE(installed.count, 0);
    QVERIFY(installed.succeeded());
    QCOMPARE(stateOf(desktop(platform)).value(), Installed::On);

    Answer<void> removed;
    schedule.remove(this, removed.callback());
    QVERIFY(removed.succeeded());
    QCOMPARE(stateOf(desktop(platform)).value(), Installed::Off);
    for (const SchedulePlan::File &file : schedulePlan(desktop(platform)).files)
        QVERIFY2(!QFile::exists(file.path), qPrintable(file.path));
}

void TestSchedule::systemdIsCalledInThisOrder()
{
    const FakeTool system = tool();
    system.work();
    Answer<void> installed;
    Schedule(desktop()).install(this, installed.callback());
    QVERIFY(installed.succeeded());
    QCOMPARE(system.takeCalls(),
             QStringList({u"--user --no-pager daemon-reload"_s, u"--user --no-pager enable --now tokendesk.timer"_s}));
    Answer<void> removed;
    Schedule(desktop()).remove(this, removed.callback());
    QVERIFY(removed.succeeded());
    QCOMPARE(system.takeCalls(),
             QStringList({u"--user --no-pager disable --now tokendesk.timer"_s, u"--user --no-pager daemon-reload"_s,
                          u"--user --no-pager is-active --quiet tokendesk.timer"_s}));
}

void TestSchedule::whatFailsHalfwayIsUndone()
{
    QFETCH(const Platform, platform);
    const FakeTool system = tool(platform);
    system.refuse(u"No medium found"_s);
    Answer<void> installed;
    Schedule(desktop(platform)).install(this, installed.callback());
    QVERIFY(installed.failed(ErrorKind::SchedulerUnavailable));
    const std::optional<Result<void>> told = installed.result;
    QCOMPARE(told && !*told ? told->error().message : QString(), u"No medium found"_s);
    for (const SchedulePlan::File &file : schedulePlan(desktop(platform)).files)
        QVERIFY2(!QFile::exists(file.path), qPrintable(file.path));
    QCOMPARE(stateOf(desktop(platform)).value(), Installed::Off);
}

void TestSchedule::aFileThatCannotBeWrittenUndoesTheOthers()
{
    tool().work();
    QVERIFY(QDir().mkpath(timer())); // a folder in its place
    Answer<void> installed;
    Schedule(desktop()).install(this, installed.callback());
    QVERIFY(installed.failed(ErrorKind::Storage));
    QVERIFY(!QFile::exists(service()));
    QCOMPARE(installed.count, 1);
}

void TestSchedule::aMissingSchedulerIsTold()
{
    const Schedule schedule(desktop());
    Answer<void> installed;
    schedule.install(this, installed.callback());
    QVERIFY(installed.failed(ErrorKind::SchedulerUnavailable));
    QVERIFY(!QFile::exists(service()) && !QFile::exists(timer()));
    QCOMPARE(stateOf(desktop()).value(), Installed::Off);
    QVERIFY(schedule.cronLine().startsWith("15 * * * * "_L1));
    QCOMPARE(Schedule(desktop(Platform::Mac)).cronLine(), QString());

    // What an earlier systemd left goes nevertheless.
    QVERIFY(writeOwnFile(service(), systemdService({desktop().commandLine}).toUtf8()));
    QCOMPARE(stateOf(desktop()).value(), Installed::Half);
    Answer<void> removed;
    schedule.remove(this, removed.callback());
    QVERIFY(removed.succeeded());
    QVERIFY(!QFile::exists(service()));
}

void TestSchedule::aSchedulerThatHangsIsGivenUp()
{
    tool().hang();
    const Schedule schedule(desktop(), 100ms);
    Answer<Installed> asked;
    schedule.query(this, asked.callback());
    QVERIFY(asked.failed(ErrorKind::TimedOut));
    Answer<void> installed;
    schedule.install(this, installed.callback());
    QVERIFY(installed.failed(ErrorKind::TimedOut));
    QVERIFY(!QFile::exists(service()) && !QFile::exists(timer()));
}

void TestSchedule::aCommandLineThatIsMissingIsTold()
{
    tool().work();
    const Desktop bare = desktop();
    QVERIFY(QFile::remove(bare.commandLine));
    Answer<void> installed;
    Schedule(bare).install(this, installed.callback());
    QVERIFY(installed.failed(ErrorKind::InvalidInput));
    QVERIFY(!QFile::exists(service()));
}

void TestSchedule::aProgramThatMovedIsSeenAndMended()
{
    QFETCH(const Platform, platform);
    tool(platform).work();
    Desktop moved = desktop(platform);
    moved.commandLine = m_folder->path() + hostile;
    QVERIFY(writeOwnFile(moved.commandLine, "program"));
    QVERIFY(QFile::setPermissions(moved.commandLine, QFile::ReadOwner | QFile::ExeOwner));
    Answer<void> installed;
    Schedule(moved).install(this, installed.callback());
    QVERIFY(installed.succeeded());
    QCOMPARE(stateOf(moved).value(), Installed::On);
    QCOMPARE(stateOf(desktop(platform)).value(), Installed::Elsewhere);

    Answer<void> mended;
    Schedule(desktop(platform)).install(this, mended.callback());
    QVERIFY(mended.succeeded());
    QCOMPARE(stateOf(desktop(platform)).value(), Installed::On);
}

void TestSchedule::halfOfItIsSeenMendedAndRemoved()
{
    tool().work();
    const Schedule schedule(desktop());
    Answer<void> installed;
    schedule.install(this, installed.callback());
    QVERIFY(installed.succeeded());
    QVERIFY(QFile::remove(service()));
    QCOMPARE(stateOf(desktop()).value(), Installed::Half);

    Answer<void> mended;
    schedule.install(this, mended.callback());
    QVERIFY(mended.succeeded());
    QCOMPARE(stateOf(desktop()).value(), Installed::On);

    QVERIFY(QFile::remove(timer()));
    Answer<void> removed;
    schedule.remove(this, removed.callback());
    QVERIFY(removed.succeeded());
    QVERIFY(!QFile::exists(service()));
    QVERIFY(!QFileInfo(schedulePlan(desktop()).link).isSymLink());
    QCOMPARE(stateOf(desktop()).value(), Installed::Off);
}

void TestSchedule::whatIsStillThereAfterwardsIsTold()
{
    tool().stayOn();
    Answer<void> removed;
    Schedule(desktop()).remove(this, removed.callback());
    QVERIFY(removed.failed(ErrorKind::SchedulerUnavailable));
}

void TestSchedule::itGoesOnWhenNobodyListens()
{
    const FakeTool system = tool();
    system.work();
    Answer<void> installed;
    Answer<Installed> asked;
    {
        QObject window;
        Schedule(desktop()).install(&window, installed.callback());
        Schedule(desktop()).query(&window, asked.callback());
    }
    QTRY_VERIFY(QFileInfo(schedulePlan(desktop()).link).isSymLink());
    QTRY_COMPARE(stateOf(desktop()).value(), Installed::On);
    QCOMPARE(installed.count, 0);
    QCOMPARE(asked.count, 0);
}

void TestSchedule::pathsAreQuotedForEveryPlatform()
{
    const QStringList command{hostile, u"renew"_s, u"--due"_s};
    QCOMPARE(startOfSystemdService(systemdService(command)),
             uR"(/usr/bin/env "/a \"b\" 'c' $$HOME 100%% \\d/tokendesk-cli" renew --due)"_s);
    QCOMPARE(startOfSystemdService(systemdService({u"/my $HOME/100%/cli"_s, u"$x"_s})),
             u"\"/my $HOME/100%%/cli\" $$x"_s);
    QCOMPARE(startOfSystemdService(systemdService({u"/usr/bin/tokendesk-cli"_s, u"renew"_s, u"--due"_s})),
             u"/usr/bin/tokendesk-cli renew --due"_s);
    QCOMPARE(startOfTaskXml(taskXml({u"C:/A & <B>/tokendesk-cli.exe"_s, u"renew"_s, u"--due"_s})),
             u"C:\\A & <B>\\tokendesk-cli.exe\nrenew --due"_s);
    QCOMPARE(cronLine({u"/usr/bin/tokendesk-cli"_s, u"renew"_s, u"--due"_s}, u"1000"_s),
             u"15 * * * * DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus /usr/bin/tokendesk-cli renew --due"_s);
    QVERIFY(cronLine(command, u"1"_s).endsWith(uR"( '/a "b" '\''c'\'' $HOME 100\% \d/tokendesk-cli' renew --due)"_s));
    QVERIFY(launchAgent(u"l"_s, command, 3600).contains("<key>StartInterval</key><integer>3600</integer>"_L1));
}

void TestSchedule::systemdTakesTheUnits_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("plain") << u"/plain/tokendesk-cli"_s;
    QTest::newRow("blanks and signs") << u"/my $HOME ;# 100%/tokendesk-cli"_s;
    QTest::newRow("hostile") << hostile;
}

void TestSchedule::systemdTakesTheUnits()
{
    QFETCH(const QString, program);
    const QString verifier = QStandardPaths::findExecutable(u"systemd-analyze"_s);
    if (verifier.isEmpty())
        QSKIP("systemd-analyze is not installed");
    const QString path = m_folder->path() + program;
    QVERIFY(writeOwnFile(path, "#!/bin/sh\n"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(writeOwnFile(service(), systemdService({path, u"renew"_s, u"--due"_s}).toUtf8()));
    QVERIFY(writeOwnFile(timer(), systemdTimer().toUtf8()));
    QProcess verify;
    verify.setProcessChannelMode(QProcess::MergedChannels);
    verify.start(verifier, {u"--user"_s, u"verify"_s, service(), timer()});
    QVERIFY(verify.waitForFinished());
    const QByteArray output = verify.readAll();
    if (output.contains("Failed to initialize manager"))
        QSKIP("systemd-analyze does not work here");
    QVERIFY2(verify.exitCode() == 0 && output.isEmpty(), output.constData());
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
