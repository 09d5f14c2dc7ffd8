// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/usagelog.h"
#include "graph/queue.h"

#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <optional>

namespace tokendesk {

/// Everything below the window on a folder of its own, to be closed and opened again as a restart does.
class Desk
{
public:
    /// With a provider file of the user's own, where one is given.
    Desk(Keychain &keychain, const Clock &clock, const QByteArray &provider = {});

    /// The database is read anew; what was in memory only is gone.
    void restart();
    /// The same, with a file that is no database any more: it is set aside, as at the program's start.
    void loseDatabase();
    QString folder() const { return m_folder.path(); }
    Accounts &accounts() { return *m_accounts; }
    Database &database() { return *m_database; }
    UsageLog &usage() { return *m_usage; }

private:
    QTemporaryDir m_folder; // the catalog reads it

public:
    Catalog catalog;
    Transport transport;
    Queue queue;
    GraphClient graph{queue};

private:
    void open(Result<std::unique_ptr<Database>> database);

    Keychain &m_keychain;
    const Clock &m_clock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<UsageLog> m_usage;
    std::unique_ptr<Accounts> m_accounts;
};

/// The file of a provider "test" that is Practice on that port in all but its name: with a registration, like any
/// other. `builtIn` is the one it is made of: "practice", or "practicefacebook".
QByteArray testProvider(quint16 port, const QString &builtIn = QStringLiteral("practice"));

/// A redirect address on a port that was free just now.
QString freeRedirectAddress(const QString &scheme = QStringLiteral("http"));

/// Where an operation's answer arrives. Has none for ever where its own end came first.
template <typename T>
struct Awaited
{
    QObject context;
    std::optional<Result<T>> result{};
    int times = 0;

    Callback<T> callback()
    {
        return [this](Result<T> answer) {
            ++times;
            result = std::move(answer);
        };
    }

    /// Waits for the result; TimedOut where none came within 20 s.
    Result<T> wait()
    {
        const bool inTime = QTest::qWaitFor([this] { return result.has_value(); }, 20'000);
        return inTime ? std::move(*result) : failure(ErrorKind::TimedOut, QStringLiteral("no answer in the test"));
    }
};

} // namespace tokendesk
