// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QCoreApplication>

namespace tokendesk {

/// What the person calls an app, or "App 1234…".
inline QString appName(const Registration &app)
{
    return app.name.isEmpty() ? QCoreApplication::translate("tokendesk::AppPage", "App %1").arg(app.clientId)
                              : app.name;
}

} // namespace tokendesk
