// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/systemtray.h"

namespace tokendesk {

QSystemTrayIcon &SystemTray::icon()
{
    if (m_icon)
        return *m_icon;
    m_icon.emplace();
    connect(&*m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            emit activated();
    });
    return *m_icon;
}

bool SystemTray::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void SystemTray::show(const QIcon &picture, const QString &toolTip, QMenu *menu)
{
    icon().setIcon(picture);
    icon().setToolTip(toolTip);
    if (icon().contextMenu() != menu)
        icon().setContextMenu(menu);
    icon().show();
}

void SystemTray::hide()
{
    if (m_icon)
        m_icon->hide();
}

} // namespace tokendesk
