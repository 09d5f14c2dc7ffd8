// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/interruption.h"

#include <QCoreApplication>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tokendesk {

#ifdef Q_OS_WIN

namespace {

// Windows calls this in a thread of its own.
BOOL WINAPI quitApplication(DWORD)
{
    return QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace

void quitWhenInterrupted()
{
    SetConsoleCtrlHandler(quitApplication, TRUE);
}

#else

namespace {

int pipeEnds[2]{-1, -1};

// Nothing but write() is allowed in here.
void reportSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

} // namespace

void quitWhenInterrupted()
{
    if (pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);

    struct sigaction action{};
    action.sa_handler = reportSignal;
    action.sa_flags = SA_RESTART | SA_RESETHAND; // the second one kills, should taking down hang
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr);
}

#endif

} // namespace tokendesk
