// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokendesk {

/// "doctor": says what is wrong with an account, a token or an error, and who can mend it.
int runDoctor(const QStringList &arguments);

} // namespace tokendesk
