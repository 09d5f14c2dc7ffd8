// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/traynotifier.h"

namespace tokendesk {

TrayNotifier::TrayNotifier(QSystemTrayIcon &icon, QObject *parent)
    : Notifier(parent)
    , m_icon(icon)
{
    connect(&icon, &QSystemTrayIcon::messageClicked, this, [this] { emit chosen(m_last, {}); });
}

void TrayNotifier::send(const Notification &notification)
{
    m_last = notification.accountId;
    m_icon.showMessage(notification.title, notification.text, m_icon.icon());
}

} // namespace tokendesk
