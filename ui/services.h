// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/network.h"
#include "accounts/usagelog.h"
#include "base/settings.h"
#include "clipboard.h"
#include "desktop/desktop.h"
#include "graph/queue.h"
#include "signin/certificate.h"

#include <QUrl>
#include <functional>

namespace tokendesk {

/// What the window works with. Built in main, on its stack, and passed by reference; each outlives every widget.
struct Services
{
    Accounts &accounts;
    Keychain &keychain;
    Catalog &catalog;
    GraphClient &graph;
    Queue &queue;
    UsageLog &usage;
    CertificateStore &certificates;
    const Clock &clock;
    Network &network;
    Settings &settings;
    Clipboard &clipboard; ///< for tokens; harmless text goes to Qt's own
    /// Shows an https address, or one of Practice, to the person; false where no browser could be started.
    std::function<bool(const QUrl &)> openBrowser;
    Desktop desktop = Desktop::standard();
};

} // namespace tokendesk
