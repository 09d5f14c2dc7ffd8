// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QUrl;

namespace tokendesk {

/// https anywhere, http on this computer alone (Practice), and nothing hidden in the address.
bool mayBeOpened(const QUrl &address);

/// Shows the page in the person's browser; false where it may not be opened or no browser could be started.
bool openInBrowser(const QUrl &address);

} // namespace tokendesk
