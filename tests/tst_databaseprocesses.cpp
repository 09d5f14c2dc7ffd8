// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databaseplace.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSqlDatabase>
#include <QTest>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/capability.h>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

// -- What this program does when it is started again as a helper.

int writeUntilKilled(const QString &folder)
{
    const auto database = Database::open(folder);
    if (!database)
        return 1;
    for (int i = 0;; ++i) {
        const Account account = accountNamed(u"user%1"_s.arg(i));
        const bool done = (*database)->save(account) && (*database)->savePicture(account.id, QByteArray(9000, 'p'))
            && (*database)->append(eventOf(account.id, QDateTime::currentDateTimeUtc()));
        if (!done)
            return 2;
        std::puts(qPrintable(account.id)); // from here on it must not be lost
        std::fflush(stdout);
    }
}

int appendEvents(const QString &folder, int count)
{
    const auto database = Database::open(folder);
    if (!database) {
        std::puts(qPrintable(database.error().what));
        return 1;
    }
    for (int i = 0; i < count; ++i) {
        if (const auto done = (*database)->append(eventOf(u"a"_s, QDateTime::currentDateTimeUtc())); !done) {
            std::puts(qPrintable(done.error().what));
            return 2;
        }
    }
    return 0;
}

// 10: could not even be opened; 20 and the id of each account that fitted: then the disk was full.
int fillTheDisk(const QString &folder)
{
    const auto database = Database::open(folder);
    if (!database)
        return database.error().kind == ErrorKind::Storage ? 10 : 1;
    for (int i = 0; i < 2000; ++i) {
        const Account account = accountNamed(u"user%1"_s.arg(i));
        if (const Result<void> saved = (*database)->save(account); !saved)
            return saved.error().kind == ErrorKind::Storage ? 20 : 2;
        std::puts(qPrintable(account.id));
    }
    return 0;
}

int runHelper(const QStringList &arguments)
{
    const QString task = arguments.at(1);
    const QString folder = arguments.at(2);
    if (task == "--write-until-killed"_L1)
        return writeUntilKilled(folder);
    if (task == "--append-events"_L1)
        return appendEvents(folder, arguments.at(3).toInt());
    if (task == "--fill-the-disk"_L1)
        return fillTheDisk(folder);
    return 99;
}

void startHelper(QProcess &helper, const QStringList &arguments)
{
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QCoreApplication::applicationFilePath(), arguments);
}

} // namespace

class TestDatabaseProcesses : public QObject
{
    Q_OBJECT
    std::unique_ptr<DatabasePlace> m_place;

private slots:
    void init();
    void cleanup();
    void processesMayStartAndWriteAtOnce();
    void waitsForAnotherWriter();
    void killingAWriterLosesNothing();
    void aFullDiskIsAnErrorAndLosesNothing();
    void aReadOnlyFolderIsAnError();
};

void TestDatabaseProcesses::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_place = std::make_unique<DatabasePlace>();
}

void TestDatabaseProcesses::cleanup()
{
    m_place.reset();
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

void TestDatabaseProcesses::processesMayStartAndWriteAtOnce()
{
    QList<QProcess *> helpers;
    QObject owner;
    for (int i = 0; i < 6; ++i) {
        helpers += new QProcess(&owner);
        startHelper(*helpers.last(), {u"--append-events"_s, m_place->folder(), u"30"_s});
    }
    for (QProcess *helper : helpers) {
        QVERIFY(helper->waitForFinished(60'000));
        QVERIFY2(helper->exitCode() == 0, helper->readAllStandardOutput().constData());
    }
    QCOMPARE(m_place->opened()->events(1000)->size(), 180);
}

void TestDatabaseProcesses::waitsForAnotherWriter()
{
    const auto database = m_place->opened();
    OutsideConnection outside(m_place->file());
    QCOMPARE(outside.run(u"BEGIN IMMEDIATE"_s), QString());
    QVERIFY(database->accounts()); // reading goes on meanwhile
    QProcess helper;
    startHelper(helper, {u"--append-events"_s, m_place->folder(), u"1"_s});
    QVERIFY(!helper.waitForFinished(300));
    QCOMPARE(outside.run(u"COMMIT"_s), QString());
    QVERIFY(helper.waitForFinished(30'000));
    QCOMPARE(helper.exitCode(), 0);
    QCOMPARE(database->events(10)->size(), 1);
}

void TestDatabaseProcesses::killingAWriterLosesNothing()
{
    QStringList confirmed;
    for (int round = 0; round < 8; ++round) {
        QProcess helper;
        startHelper(helper, {u"--write-until-killed"_s, m_place->folder()});
        QByteArray said;
        while (said.count('\n') < 2 + 3 * round) {
            QVERIFY(helper.waitForReadyRead(30'000));
            said += helper.readAllStandardOutput();
        }
        helper.kill();
        QVERIFY(helper.waitForFinished(30'000));
        said += helper.readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n'));
        confirmed += QString::fromLatin1(said).split(u'\n');

        const auto database = m_place->opened();
        QVERIFY(database);
        const QStringList ids = accountIds(*database);
        for (const QString &id : confirmed) {
            QVERIFY(ids.contains(id));
            QCOMPARE(database->picture(id)->size(), 9000);
            QCOMPARE(database->events(10, {.accountId = id})->size(), 1);
        }
        OutsideConnection outside(m_place->file());
        QCOMPARE(outside.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    }
}

void TestDatabaseProcesses::aFullDiskIsAnErrorAndLosesNothing()
{
#ifdef Q_OS_UNIX
    for (const int limit : {100, 5'000, 40'000, 100'000, 200'000, 400'000}) {
        init();
        QProcess helper;
        helper.setChildProcessModifier([limit] {
            const rlimit most{rlim_t(limit), rlim_t(limit)};
            setrlimit(RLIMIT_FSIZE, &most);
            signal(SIGXFSZ, SIG_IGN);
        });
        startHelper(helper, {u"--fill-the-disk"_s, m_place->folder()});
        QVERIFY(helper.waitForFinished(60'000));
        QCOMPARE(helper.exitStatus(), QProcess::NormalExit);
        const QStringList confirmed
            = QString::fromLatin1(helper.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(helper.exitCode(), confirmed.isEmpty() && limit < 150'000 ? 10 : 20);

        const QStringList ids = accountIds(*m_place->opened());
        for (const QString &id : confirmed)
            QVERIFY(ids.contains(id));
    }
#else
    QSKIP("Windows has no limit on a file's size to try this with");
#endif
}

void TestDatabaseProcesses::aReadOnlyFolderIsAnError()
{
#ifdef Q_OS_LINUX
    m_place->opened().reset();
    const QByteArray before = contentsOf(m_place->file());
    QProcess helper;
    // The superuser may write everywhere, unless it gives that up.
    helper.setChildProcessModifier([] {
        prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
        prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
    });
    QCOMPARE(chmod(QFile::encodeName(m_place->folder()).constData(), 0500), 0);
    startHelper(helper, {u"--append-events"_s, m_place->folder(), u"1"_s});
    QVERIFY(helper.waitForFinished(30'000));
    chmod(QFile::encodeName(m_place->folder()).constData(), 0700);
    QCOMPARE(helper.exitCode(), 1);
    QVERIFY(!helper.readAllStandardOutput().isEmpty());
    QCOMPARE(contentsOf(m_place->file()), before);
#else
    QSKIP("The folder's mode is changed as on Linux");
#endif
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments.at(1).startsWith("--"_L1))
        return runHelper(arguments);
    TestDatabaseProcesses test;
    return QTest::qExec(&test, arguments);
}

#include "tst_databaseprocesses.moc"
