// SPDX-License-Identifier: GPL-3.0-or-later
#include "logind.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

Logind::Logind(const QDBusConnection &bus)
    : QDBusAbstractInterface(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                             "org.freedesktop.login1.Manager", bus, nullptr)
{
}

} // namespace tokendesk
