// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/busnotifier.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

// A click on the body is the "default" action.
constexpr auto clickAction = "default"_L1;
constexpr auto buttonAction = "open"_L1;

} // namespace

BusNotifications::BusNotifications(const QDBusConnection &bus, QObject *parent)
    : QDBusAbstractInterface(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                             "org.freedesktop.Notifications", bus, parent)
{
}

BusNotifier::BusNotifier(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
{
}

BusNotifications &BusNotifier::service()
{
    if (m_service)
        return *m_service;
    m_service = std::make_unique<BusNotifications>(m_bus, nullptr);
    connect(m_service.get(), &BusNotifications::ActionInvoked, this, &BusNotifier::invoked);
    connect(m_service.get(), &BusNotifications::ActivationToken, this, &BusNotifier::tokenGiven);
    connect(m_service.get(), &BusNotifications::NotificationClosed, this, &BusNotifier::closed);
    return *m_service;
}

void BusNotifier::send(const Notification &notification)
{
    QStringList actions{clickAction, QString()};
    if (!notification.action.isEmpty())
        actions += {buttonAction, notification.action};
    const QVariantMap hints{{u"desktop-entry"_s, u"tokendesk"_s}};
    constexpr int asTheDesktopLikes = -1;
    // The body may be read as markup, and a name may hold anything.
    const QDBusPendingCall call = service().asyncCall(
        u"Notify"_s, QCoreApplication::applicationName(), m_ids.value(notification.accountId), u"tokendesk"_s,
        notification.title, notification.text.toHtmlEscaped(), actions, hints, asTheDesktopLikes);
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, id = notification.accountId](QDBusPendingCallWatcher *ended) { sent(id, ended); });
}

void BusNotifier::sent(const QString &accountId, QDBusPendingCallWatcher *call)
{
    call->deleteLater();
    const QDBusPendingReply<uint> reply = *call;
    if (!reply.isError())
        m_ids.insert(accountId, reply.value());
}

void BusNotifier::invoked(uint id)
{
    if (const auto accountId = accountOf(id))
        emit chosen(*accountId, m_tokens.take(id));
}

void BusNotifier::tokenGiven(uint id, const QString &token)
{
    if (accountOf(id))
        m_tokens.insert(id, token.toUtf8());
}

/// Nothing for what another program has sent: everybody hears of every click.
std::optional<QString> BusNotifier::accountOf(uint id) const
{
    for (auto shown = m_ids.cbegin(); shown != m_ids.cend(); ++shown) {
        if (shown.value() == id)
            return shown.key();
    }
    return {};
}

void BusNotifier::closed(uint id)
{
    m_ids.removeIf([id](const auto &entry) { return entry.value() == id; });
    m_tokens.remove(id);
}

} // namespace tokendesk
