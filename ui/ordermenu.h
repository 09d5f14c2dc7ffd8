// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <QMenu>

class QActionGroup;

namespace tokendesk {

/// What stands first in the list of accounts; kept in the settings.
class OrderMenu : public QMenu
{
    Q_OBJECT
public:
    OrderMenu(Settings &settings, const QString &title, QWidget *parent);

signals:
    void chosen(tokendesk::AccountOrder order);

private:
    void choose(const QAction *action);

    Settings &m_settings;
    QActionGroup *m_orders;
};

} // namespace tokendesk
