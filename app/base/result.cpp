// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace tokendesk {

QString nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorKind::Denied:
        return QStringLiteral("Denied");
    case ErrorKind::TimedOut:
        return QStringLiteral("TimedOut");
    case ErrorKind::Offline:
        return QStringLiteral("Offline");
    case ErrorKind::Insecure:
        return QStringLiteral("Insecure");
    case ErrorKind::ServerTrouble:
        return QStringLiteral("ServerTrouble");
    case ErrorKind::RateLimited:
        return QStringLiteral("RateLimited");
    case ErrorKind::Rejected:
        return QStringLiteral("Rejected");
    case ErrorKind::Misconfigured:
        return QStringLiteral("Misconfigured");
    case ErrorKind::Malformed:
        return QStringLiteral("Malformed");
    case ErrorKind::InvalidInput:
        return QStringLiteral("InvalidInput");
    case ErrorKind::PortTaken:
        return QStringLiteral("PortTaken");
    case ErrorKind::KeychainUnavailable:
        return QStringLiteral("KeychainUnavailable");
    case ErrorKind::KeychainLocked:
        return QStringLiteral("KeychainLocked");
    case ErrorKind::Storage:
        return QStringLiteral("Storage");
    case ErrorKind::SchedulerUnavailable:
        return QStringLiteral("SchedulerUnavailable");
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
