// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace tokendesk {

/// What the desktop shows for a while in a corner. Never holds a secret.
struct Notification
{
    QString accountId{}; ///< where a click leads; empty for the window
    QString title{};
    QString text{};
    QString action{}; ///< a button, where the desktop has them: "Sign in again"
};

/// The desktop's notifications. An interface, because a test cannot click on the real ones.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Shows it, in place of an earlier one of the same account. Where the desktop shows none, nothing happens.
    virtual void send(const Notification &notification) = 0;

signals:
    /// Somebody clicked on it or its button. `activationToken` lets the window come forward on Wayland; else empty.
    void chosen(const QString &accountId, const QByteArray &activationToken);
};

} // namespace tokendesk
