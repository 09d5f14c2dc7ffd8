// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"

namespace tokendesk {

Program::Program(const QString &folder)
    : database(Database::open(folder).value())
    , catalog(folder)
    , certificates(folder, clock)
    , accounts(*database, keychain, catalog, graph, clock)
{
}

} // namespace tokendesk
