// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/notifier.h"

#include <memory>

namespace tokendesk {

class SystemTray;

/// The notifications of this desktop: on Linux those of the session bus (Desktop Notifications Specification 1.2),
/// elsewhere the ones that belong to the tray's icon.
std::unique_ptr<Notifier> desktopNotifier(SystemTray &tray);

} // namespace tokendesk
