// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

/// All that this program tells anybody of its windows: what a screen reader hears (name, description, value, help and
/// text of every object) and what is shown in passing (titles, tooltips, status tips, "What's this?").
QString everythingTold();

} // namespace tokendesk
