// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"

#include <QtGlobal>

#if defined(Q_OS_WIN)
#include <windows.h>

#include <werapi.h> // needs windows.h before it
#elif defined(Q_OS_MACOS)
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/types.h>
#elif defined(Q_OS_LINUX)
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace tokendesk {

void forbidMemoryDumps()
{
#ifdef NDEBUG
#if defined(Q_OS_WIN)
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP);
#elif defined(Q_OS_MACOS)
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    ptrace(PT_DENY_ATTACH, 0, nullptr, 0);
#elif defined(Q_OS_LINUX)
    // A core_pattern that is a pipe ignores the limit: prctl is the one that counts.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
#endif
}

} // namespace tokendesk
