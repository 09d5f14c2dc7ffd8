// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokendesk {

/// `tokendesk-cli schedule install|remove|status`: lets the system renew tokens while the window is closed. Ends with
/// NeedsYou where what is installed has to be mended, with Trouble where the system does not do it.
int runSchedule(const QStringList &arguments);

} // namespace tokendesk
