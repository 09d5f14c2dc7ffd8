// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/databaseplace.h"

#include <memory>

namespace tokendesk {

/// What keeps a running program from writing to its database, until the test ends it. Reading goes on.
class DatabaseTrouble
{
public:
    enum class Kind {
        Locked, ///< another program writes and does not come to an end
        ReadOnly, ///< no medium that can be written to
        Full, ///< no room for anything, as the system limits a file's size; on Unix
        NoEvents, ///< events are refused and nothing else
    };

    DatabaseTrouble(Kind kind, const QString &file);
    ~DatabaseTrouble() { end(); }
    Q_DISABLE_COPY_MOVE(DatabaseTrouble)

    /// Can this system make it?
    static bool isPossible(Kind kind);

    void begin();
    void end();

private:
    const Kind m_kind;
    const QString m_file;
    std::unique_ptr<OutsideConnection> m_outside; ///< while it lasts
};

/// Runs a statement on every open connection of this program.
void runOnOurs(const QString &statement);

} // namespace tokendesk
