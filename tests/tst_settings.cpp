// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class TestSettings : public QObject
{
    Q_OBJECT
private slots:
    void startWithDefaults();
    void outliveTheProgram();
    void everyThemeComesBack();
    void clipboardTimeIsClamped_data();
    void clipboardTimeIsClamped();
    void garbageInTheFileIsADefault();
    void nothingButTheseKeysIsWritten();
    void foldersAreForTheUserAlone();

private:
    Paths paths() const { return {m_folder.path(), m_folder.path()}; }
    void write(const QByteArray &contents) const;

    QTemporaryDir m_folder;

private slots:
    void init() { write({}); }
};

void TestSettings::write(const QByteArray &contents) const
{
    QFile file(m_folder.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(contents), contents.size());
}

void TestSettings::startWithDefaults()
{
    const Settings settings(paths());
    QCOMPARE(settings.theme(), Theme::System);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.clipboardSeconds(), 30);
    QVERIFY(settings.windowGeometry().isEmpty());
    QVERIFY(settings.splitterState().isEmpty());
}

void TestSettings::outliveTheProgram()
{
    {
        Settings settings(paths());
        settings.setTheme(Theme::Dark);
        settings.setLanguage(u"de"_s);
        settings.setClipboardSeconds(60);
        settings.setWindowGeometry(QByteArray("\0\x01geometry", 10));
        settings.setSplitterState("splitter");
    }
    const Settings settings(paths());
    QCOMPARE(settings.theme(), Theme::Dark);
    QCOMPARE(settings.language(), u"de"_s);
    QCOMPARE(settings.clipboardSeconds(), 60);
    QCOMPARE(settings.windowGeometry(), QByteArray("\0\x01geometry", 10));
    QCOMPARE(settings.splitterState(), QByteArray("splitter"));
}

void TestSettings::everyThemeComesBack()
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::System}) {
        Settings(paths()).setTheme(theme);
        QCOMPARE(Settings(paths()).theme(), theme);
    }
}

void TestSettings::clipboardTimeIsClamped_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("given");
    QTest::newRow("negative") << -1 << 10;
    QTest::newRow("zero") << 0 << 10;
    QTest::newRow("least") << 10 << 10;
    QTest::newRow("most") << 600 << 600;
    QTest::newRow("too much") << 601 << 600;
    QTest::newRow("far too much") << INT_MAX << 600;
}

void TestSettings::clipboardTimeIsClamped()
{
    QFETCH(int, asked);
    QFETCH(int, given);
    Settings(paths()).setClipboardSeconds(asked);
    QCOMPARE(Settings(paths()).clipboardSeconds(), given);
    write("[General]\nclipboardSeconds=" + QByteArray::number(asked) + '\n');
    QCOMPARE(Settings(paths()).clipboardSeconds(), given);
}

void TestSettings::garbageInTheFileIsADefault()
{
    write("[General]\ntheme=purple\nclipboardSeconds=soon\nwindowGeometry=@Invalid()\n\0\xFF[[[");
    const Settings settings(paths());
    QCOMPARE(settings.theme(), Theme::System);
    QCOMPARE(settings.clipboardSeconds(), 30);
    QVERIFY(settings.windowGeometry().isEmpty());
}

void TestSettings::nothingButTheseKeysIsWritten()
{
    {
        Settings settings(paths());
        settings.setTheme(Theme::Light);
        settings.setLanguage(u"en"_s);
        settings.setClipboardSeconds(20);
        settings.setWindowGeometry("g");
        settings.setSplitterState("s");
        settings.setAccountOrder(AccountOrder::TimeLeft);
        QCOMPARE(settings.accountOrder(), AccountOrder::TimeLeft);
    }
    QStringList keys = QSettings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat).allKeys();
    keys.sort();
    QCOMPARE(keys,
             QStringList({u"accountOrder"_s, u"clipboardSeconds"_s, u"language"_s, u"splitterState"_s, u"theme"_s,
                          u"windowGeometry"_s}));
}

void TestSettings::foldersAreForTheUserAlone()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tst_settings"_s);
    const Paths standard = Paths::standard();
    for (const QString &path : {standard.data, standard.config}) {
        QVERIFY(QFile::exists(path));
#ifdef Q_OS_UNIX
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
#endif
    }
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
