// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <QMenu>

class QActionGroup;

namespace tokendesk {

/// As the system, light or dark; a choice is kept and holds at once.
class ThemeMenu : public QMenu
{
    Q_OBJECT
public:
    ThemeMenu(Settings &settings, const QString &title, QWidget *parent);

private:
    void choose(const QAction *action);

    Settings &m_settings;
    QActionGroup *m_themes;
};

} // namespace tokendesk
