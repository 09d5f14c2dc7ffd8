// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>

namespace tokendesk {

/// Removes what the system's keychain finds of that service, or on Windows of our keys: also items of which nobody here
/// knows. QtKeychain cannot search. Where it cannot be searched (KWallet), or refuses, nothing happens; who asked looks
/// whether something is left. `done` comes later, and not after `context` is gone.
void sweepKeychain(const QString &service, QObject *context, const std::function<void()> &done);

} // namespace tokendesk
