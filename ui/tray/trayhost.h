// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QMenu>
#include <QObject>
#include <QString>

namespace tokendesk {

/// The place for small icons beside the clock. An interface, because a test cannot look at the real one.
class TrayHost : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Is there such a place now? GNOME has none, and others get theirs a little after the login.
    virtual bool isAvailable() const = 0;
    /// Shows the icon, or changes it. `menu` belongs to the caller.
    virtual void show(const QIcon &picture, const QString &toolTip, QMenu *menu) = 0;
    virtual void hide() = 0;

signals:
    /// The icon was clicked; its menu opens by itself.
    void activated();
};

} // namespace tokendesk
