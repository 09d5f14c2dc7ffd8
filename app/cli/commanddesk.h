// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/network.h"
#include "accounts/usagelog.h"
#include "base/settings.h"
#include "cli/statustable.h"
#include "cli/wayreport.h"
#include "graph/queue.h"
#include "practice/practiceserver.h"

#include <memory>
#include <optional>

namespace tokendesk {

/// Says on standard error why nothing can be told of the accounts, and what helps.
void complainOfAccounts(const Error &error, const Paths &paths);

/// What a command works with: the same as the window, on the same database and keychain.
class CommandDesk
{
public:
    /// Null where the database cannot be opened; why was told on standard error.
    static std::unique_ptr<CommandDesk> open();

    /// Every account as it is now, by name.
    QList<StatusRow> rows() const;
    /// The accounts that somebody may mean by this: user name with or without "@", label, user id or id.
    QList<Account> called(const QString &name) const;

    SystemClock clock;
    SystemKeychain keychain;
    Settings settings;
    Network network;
    std::unique_ptr<Database> database;
    Catalog catalog;
    Transport transport;
    Queue queue{transport, clock};
    GraphClient graph{queue};
    Accounts accounts;
    UsageLog usage{*database, clock};

private:
    CommandDesk(const Paths &paths, std::unique_ptr<Database> opened);

    WayReport m_report{transport};

    std::optional<PracticeServer> m_practice;
};

/// How long a command waits for a keychain that does not answer: there may be nobody to answer its prompt.
constexpr std::chrono::seconds keychainPatience{20};
/// How long it waits for each step of a renewal: longer than a request may take.
constexpr std::chrono::seconds stepPatience{45};

} // namespace tokendesk
