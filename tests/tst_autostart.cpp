// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownfile.h"
#include "desktop/autostart.h"
#include "desktop/entries.h"
#include "support/isolateddesktop.h"

#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QString hostile = u"/opt/a \"b\" 'c' $HOME `d` 100% \\e/tokendesk"_s;

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// Starting at login in every platform's way: the registry is a file where there is none.
class TestAutostart : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itIsSwitchedOnAndOff_data() { platforms(); }
    void itIsSwitchedOnAndOff();
    void aProgramThatMovedIsSeenAndMended_data() { platforms(); }
    void aProgramThatMovedIsSeenAndMended();
    void whatTheSystemSwitchedOffIsOff_data();
    void whatTheSystemSwitchedOffIsOff();
    void whatWindowsSwitchedOffIsOffUntilItIsTurnedOn();
    void pathsAreQuotedForEveryPlatform();
    void theDesktopEntryIsValid();
    void aPathWithControlsIsRefused();
    void nothingIsWrittenThroughALink();
    void aFolderThatCannotBeMadeIsTold();
    void theFileIsForTheUserAlone();
    void placesAreWrittenAsPeopleDo();

private:
    static void platforms();
    Desktop desktop(Platform platform = Platform::Linux) const { return isolatedDesktop(m_folder->path(), platform); }
    QString entryPath() const { return desktop().config + "/autostart/tokendesk.desktop"_L1; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAutostart::platforms()
{
    QTest::addColumn<Platform>("platform");
    QTest::newRow("Linux") << Platform::Linux;
    QTest::newRow("macOS") << Platform::Mac;
    QTest::newRow("Windows") << Platform::Windows;
}

void TestAutostart::itIsSwitchedOnAndOff()
{
    QFETCH(const Platform, platform);
    Autostart autostart(desktop(platform));
    QCOMPARE(autostart.state(), Installed::Off);
    QVERIFY(autostart.turnOff());
    QVERIFY(autostart.turnOn());
    QVERIFY(autostart.isOn());
    QVERIFY(Autostart(desktop(platform)).isOn());
    QVERIFY(autostart.turnOff());
    QCOMPARE(autostart.state(), Installed::Off);
}

void TestAutostart::aProgramThatMovedIsSeenAndMended()
{
    QFETCH(const Platform, platform);
    Desktop before = desktop(platform);
    before.window = hostile;
    QVERIFY(Autostart(before).turnOn());
    QVERIFY(Autostart(before).isOn());
    Autostart autostart(desktop(platform));
    QCOMPARE(autostart.state(), Installed::Elsewhere);
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.turnOn());
    QVERIFY(autostart.isOn());
    QCOMPARE(Autostart(before).state(), Installed::Elsewhere);
}

void TestAutostart::whatTheSystemSwitchedOffIsOff_data()
{
    QTest::addColumn<QString>("added");
    QTest::newRow("hidden") << u"Hidden=true\n"_s;
    QTest::newRow("GNOME") << u"X-GNOME-Autostart-enabled=false\n"_s;
}

void TestAutostart::whatTheSystemSwitchedOffIsOff()
{
    QFETCH(const QString, added);
    Autostart autostart(desktop());
    QVERIFY(autostart.turnOn());
    QVERIFY(writeOwnFile(entryPath(), (contentOf(entryPath()) + added).toUtf8()));
    QCOMPARE(autostart.state(), Installed::Off);
    QVERIFY(autostart.turnOn());
    QVERIFY(autostart.isOn());
}

void TestAutostart::whatWindowsSwitchedOffIsOffUntilItIsTurnedOn()
{
    Autostart autostart(desktop(Platform::Windows));
    QVERIFY(autostart.turnOn());
    {
        QSettings registry(desktop().registry, QSettings::NativeFormat);
        registry.setValue("Explorer/StartupApproved/Run/TokenDesk"_L1, QByteArray("\x03\0\0\0", 4));
    }
    QCOMPARE(autostart.state(), Installed::Off);
    QVERIFY(autostart.turnOn());
    QVERIFY(autostart.isOn());
}

void TestAutostart::pathsAreQuotedForEveryPlatform()
{
    const QStringList command{hostile, u"--background"_s};
    QCOMPARE(startOfDesktopEntry(desktopEntry(command)),
             uR"("/opt/a \\"b\\" 'c' \\$HOME \\`d\\` 100%% \\\\e/tokendesk" --background)"_s);
    QCOMPARE(startOfDesktopEntry(desktopEntry({u"/usr/bin/tokendesk"_s, u"--background"_s})),
             u"/usr/bin/tokendesk --background"_s);

    const QString agent = launchAgent(u"a.b"_s, {u"/Apps/<Mine> & \"Co\"/tokendesk"_s, u"--background"_s}, 0);
    QVERIFY(agent.contains("<string>/Apps/&lt;Mine&gt; &amp; "_L1));
    QCOMPARE(startOfLaunchAgent(agent), u"/Apps/<Mine> & \"Co\"/tokendesk\n--background"_s);
    QString off = agent;
    off.replace("<key>RunAtLoad"_L1, "<key>Disabled</key> <true/><key>RunAtLoad"_L1);
    QCOMPARE(startOfLaunchAgent(off), QString());
    QCOMPARE(startOfLaunchAgent(agent.left(agent.size() / 2)), QString());

    QCOMPARE(runValue({u"C:/Program Files/TokenDesk/tokendesk.exe"_s, u"--background"_s}),
             uR"("C:\Program Files\TokenDesk\tokendesk.exe" --background)"_s);
    QCOMPARE(runValue({u"C:/x.exe"_s, uR"(a b\)"_s, uR"(q"\"r)"_s, QString()}),
             uR"("C:\x.exe" "a b\\" "q\"\\\"r" "")"_s);
}

void TestAutostart::theDesktopEntryIsValid()
{
    const QString validator = QStandardPaths::findExecutable(u"desktop-file-validate"_s);
#ifdef Q_OS_LINUX
    QVERIFY2(!validator.isEmpty(), "desktop-file-validate is not installed (Debian: desktop-file-utils)");
#else
    QSKIP("desktop entries are of free desktops");
#endif
    const QString path = m_folder->filePath(u"tokendesk.desktop"_s);
    for (const QString &program : {hostile, u"/usr/bin/tokendesk"_s}) {
        QVERIFY(writeOwnFile(path, desktopEntry({program, u"--background"_s}).toUtf8()));
        QCOMPARE(QProcess::execute(validator, {path}), 0);
    }
}

void TestAutostart::aPathWithControlsIsRefused()
{
    for (const QString &program : {u"/opt/a\nExec=evil"_s, u"tokendesk"_s, QString()}) {
        Desktop odd = desktop();
        odd.window = program;
        const Result<void> result = Autostart(odd).turnOn();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(!QFile::exists(entryPath()));
    QVERIFY(canBeStarted(u"C:/Program Files/TokenDesk/tokendesk.exe"_s));
}

void TestAutostart::nothingIsWrittenThroughALink()
{
#ifdef Q_OS_UNIX
    const QString victim = m_folder->filePath(u"victim"_s);
    QVERIFY(writeOwnFile(victim, "precious"));
    QVERIFY(QDir().mkpath(QFileInfo(entryPath()).path()));
    QVERIFY(QFile::link(victim, entryPath()));
    Autostart autostart(desktop());
    const Result<void> result = autostart.turnOn();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Storage);
    QVERIFY(autostart.turnOff());
    QVERIFY(!QFileInfo(entryPath()).isSymLink());
    QCOMPARE(contentOf(victim), u"precious"_s);
#endif
}

void TestAutostart::aFolderThatCannotBeMadeIsTold()
{
    QVERIFY(writeOwnFile(desktop().config, "a file in the way"));
    const Result<void> result = Autostart(desktop()).turnOn();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Storage);
}

void TestAutostart::theFileIsForTheUserAlone()
{
    QVERIFY(Autostart(desktop()).turnOn());
#ifdef Q_OS_UNIX
    QVERIFY(!(QFile::permissions(entryPath())
              & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
#endif
    const QStringList files = QDir(QFileInfo(entryPath()).path()).entryList(QDir::Files);
    QCOMPARE(files, QStringList{u"tokendesk.desktop"_s}); // nothing of the writing is left
}

void TestAutostart::placesAreWrittenAsPeopleDo()
{
    QCOMPARE(Autostart(desktop()).place(), QDir::toNativeSeparators(u"~/.config/autostart/tokendesk.desktop"_s));
    QCOMPARE(Autostart(desktop(Platform::Mac)).place(),
             QDir::toNativeSeparators(u"~/Library/LaunchAgents/org.tokendesk.TokenDesk.login.plist"_s));
    QVERIFY(Autostart(desktop(Platform::Windows)).place().endsWith("\\Run"_L1));
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
