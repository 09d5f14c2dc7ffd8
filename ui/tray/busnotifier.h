// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/notifier.h"

#include <QDBusAbstractInterface>
#include <QHash>
#include <memory>
#include <optional>

class QDBusPendingCallWatcher;

namespace tokendesk {

/// org.freedesktop.Notifications as the session bus has it; the signals are named as there.
class BusNotifications final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    BusNotifications(const QDBusConnection &bus, QObject *parent);

signals:
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);
};

/// The notifications of a Linux desktop (Desktop Notifications Specification 1.2). Asked without waiting: a service
/// that hangs holds nothing up.
class BusNotifier final : public Notifier
{
    Q_OBJECT
public:
    explicit BusNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    void send(const Notification &notification) override;

private:
    BusNotifications &service();
    void sent(const QString &accountId, QDBusPendingCallWatcher *call);
    void invoked(uint id);
    void tokenGiven(uint id, const QString &token);
    void closed(uint id);
    std::optional<QString> accountOf(uint id) const;

    QDBusConnection m_bus;
    std::unique_ptr<BusNotifications> m_service; ///< once there is something to send: finding it takes time
    QHash<QString, uint> m_ids; ///< of what is shown, by account
    QHash<uint, QByteArray> m_tokens;
};

} // namespace tokendesk
