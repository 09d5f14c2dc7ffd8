// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/trayhost.h"

#include <QSystemTrayIcon>
#include <optional>

namespace tokendesk {

/// The desktop's own, through Qt.
class SystemTray final : public TrayHost
{
    Q_OBJECT
public:
    using TrayHost::TrayHost;

    bool isAvailable() const override;
    void show(const QIcon &picture, const QString &toolTip, QMenu *menu) override;
    void hide() override;

    /// For notifications where they come from the icon.
    QSystemTrayIcon &icon();

private:
    std::optional<QSystemTrayIcon> m_icon; ///< once it is needed: asking the desktop for it takes time
};

} // namespace tokendesk
