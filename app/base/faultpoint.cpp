// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/faultpoint.h"

#ifdef TOKENDESK_FAULT_POINTS

#include <QtGlobal>
#include <csignal>
#include <cstdlib>

namespace tokendesk {

void faultPoint(FaultPoint point)
{
    if (qEnvironmentVariableIntValue("FAULT_AT") != int(point))
        return;
#ifdef Q_OS_UNIX
    std::raise(SIGKILL);
#else
    std::_Exit(137);
#endif
}

} // namespace tokendesk

#endif
