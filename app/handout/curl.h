// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "provider/apipath.h"

#include <QString>

namespace tokendesk {

/// Who reads a command.
enum class Shell {
    Posix, ///< sh, bash, zsh
    PowerShell, ///< of Windows, where other users cannot read a command line
};

/// That of the system.
Shell systemShell();

/// The same question as a command that a person can run. The token is taken from the command line tool when it runs:
/// there is none in it, and in a POSIX shell none in the list of processes either. `name` is what the tool knows the
/// account by.
QString curlCommand(const Provider &provider, const ApiPath &path, const QString &name, Shell shell);

/// What the command line tool knows an account by: its name where no other account has that and a shell takes it
/// as it is, otherwise its id.
QString commandName(const Account &account, const QList<Account> &all);

} // namespace tokendesk
