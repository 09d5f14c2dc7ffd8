// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QMenu>

namespace tokendesk {

/// The menu beside the clock: the accounts, those that need a person first, and the way to the window and out. Holds no
/// more accounts than fit on a screen; the window has them all.
class TrayMenu : public QMenu
{
    Q_OBJECT
public:
    explicit TrayMenu(Services &services, QWidget *parent = nullptr);

    /// Reads the accounts again.
    void rebuild();

signals:
    void copyRequested(const QString &accountId);
    void accountRequested(const QString &accountId);
    void windowRequested();
    void quitRequested();

private:
    void addAccount(const Account &account);

    Services &m_services;
};

} // namespace tokendesk
