// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/desktopnotifier.h"

#include "tray/systemtray.h"
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#include "tray/busnotifier.h"
#else
#include "tray/traynotifier.h"
#endif

namespace tokendesk {

std::unique_ptr<Notifier> desktopNotifier([[maybe_unused]] SystemTray &tray)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return std::make_unique<BusNotifier>(QDBusConnection::sessionBus());
#else
    return std::make_unique<TrayNotifier>(tray.icon());
#endif
}

} // namespace tokendesk
