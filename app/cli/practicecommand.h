// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceserver.h"

#include <QStringList>
#include <optional>

namespace tokendesk {

/// `tokendesk-cli practice`: runs the Practice server until it is interrupted.
int runPractice(const QStringList &arguments);

/// Reads "NAME[@ENDPOINT][xTIMES]", such as "hang", "expired@renew" or "reset@tokenx1".
std::optional<Fault> readFault(const QString &text);

} // namespace tokendesk
