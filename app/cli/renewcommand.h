// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokendesk {

/// `tokendesk-cli renew --due` or `renew NAME…`: one round of the renewer, for the system's scheduler. Ends with Done
/// where nothing needs anybody, NeedsYou where an account does, Trouble where nothing could be done, such as without a
/// keychain.
int runRenew(const QStringList &arguments);

} // namespace tokendesk
