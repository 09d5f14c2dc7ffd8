// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/notifier.h"
#include "tray/trayhost.h"

#include <QAction>
#include <QList>

namespace tokendesk {

/// A tray that is there or not, and remembers what it was given.
class RecordingTray final : public TrayHost
{
    Q_OBJECT
public:
    bool isAvailable() const override { return available; }
    void show(const QIcon &newIcon, const QString &newToolTip, QMenu *newMenu) override
    {
        icon = newIcon;
        toolTip = newToolTip;
        menu = newMenu;
        visible = true;
    }
    void hide() override { visible = false; }
    void click() { emit activated(); }

    /// The menu's entry of that name; null where it has none.
    QAction *entry(const QString &objectName) const { return menu ? menu->findChild<QAction *>(objectName) : nullptr; }

    bool available = true;
    bool visible = false;
    QIcon icon;
    QString toolTip;
    QMenu *menu = nullptr;
};

/// Notifications that nobody sees.
class RecordingNotifier final : public Notifier
{
    Q_OBJECT
public:
    void send(const Notification &notification) override { sent.append(notification); }
    void click(const QString &accountId) { emit chosen(accountId, {}); }

    QList<Notification> sent;
};

} // namespace tokendesk
