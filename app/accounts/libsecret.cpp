// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/libsecret.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

namespace tokendesk {

bool forgetKeyringSession()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // The same name and version as QtKeychain, which does not link it either.
    if (const auto disconnect = QLibrary::resolve(u"secret-1"_s, 0, "secret_service_disconnect")) {
        disconnect();
        return true;
    }
#endif
    return false;
}

} // namespace tokendesk
