// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/notifier.h"

#include <QSystemTrayIcon>

namespace tokendesk {

/// The notifications of Windows and macOS, which belong to the tray's icon. They have no buttons, and a click tells no
/// more than that it was on the last one.
class TrayNotifier final : public Notifier
{
    Q_OBJECT
public:
    explicit TrayNotifier(QSystemTrayIcon &icon, QObject *parent = nullptr);

    void send(const Notification &notification) override;

private:
    QSystemTrayIcon &m_icon;
    QString m_last; ///< account of the last one
};

} // namespace tokendesk
