// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>

namespace tokendesk {

/// org.freedesktop.login1.Manager on the system bus; the signals are named as there.
class Logind final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    explicit Logind(const QDBusConnection &bus);

signals:
    /// True before the computer falls asleep, false when it is awake again.
    void PrepareForSleep(bool falls);
};

} // namespace tokendesk
