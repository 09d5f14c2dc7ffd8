// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connect.h"
#include "graph/transport.h"
#include "practice/practiceserver.h"

#include <memory>

namespace tokendesk {

/// What the program builds on its stack, with the system's keychain and clock. A second one on the same folder is what
/// a restart is.
class Program
{
public:
    explicit Program(const QString &folder);

    SystemClock clock;
    SystemKeychain keychain;
    std::unique_ptr<Database> database;
    Catalog catalog;
    Transport transport;
    GraphClient graph{transport};
    CertificateStore certificates;
    Accounts accounts;
};

} // namespace tokendesk
