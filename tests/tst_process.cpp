// SPDX-License-Identifier: GPL-3.0-or-later
// As a release build compiles it, whatever this one is.
#ifndef NDEBUG
#define NDEBUG
#endif
#include "base/process.cpp" // NOLINT(bugprone-suspicious-include)

#include <QProcess>
#include <QTest>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

/// In a process of its own, since there is no way back: 0 where it could leave no memory image.
int dumpable()
{
#ifdef Q_OS_LINUX
    const rlimit large{1 << 20, RLIM_INFINITY};
    setrlimit(RLIMIT_CORE, &large);
    tokendesk::forbidMemoryDumps();
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    return limit.rlim_cur == 0 && limit.rlim_max == 0 ? prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) : 1;
#else
    return 1;
#endif
}

} // namespace

class TestProcess : public QObject
{
    Q_OBJECT
private slots:
    void aReleaseLeavesNoMemoryImage();
};

void TestProcess::aReleaseLeavesNoMemoryImage()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux tells");
#endif
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--dumpable"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--dumpable")
        std::_Exit(dumpable());
    QCoreApplication application(argc, argv);
    TestProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_process.moc"
