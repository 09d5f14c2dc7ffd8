// SPDX-License-Identifier: GPL-3.0-or-later
#include "thememenu.h"

#include "style.h"

#include <QActionGroup>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

ThemeMenu::ThemeMenu(Settings &settings, const QString &title, QWidget *parent)
    : QMenu(title, parent)
    , m_settings(settings)
    , m_themes(new QActionGroup(this))
{
    setObjectName(u"themeMenu"_s);
    const std::initializer_list<std::pair<Theme, QString>> themes{
        {Theme::System, tr("As the &system")}, {Theme::Light, tr("&Light")}, {Theme::Dark, tr("&Dark")}};
    for (const auto &[theme, text] : themes) {
        QAction *action = addAction(text);
        action->setObjectName(u"actionTheme%1"_s.arg(int(theme)));
        action->setCheckable(true);
        action->setActionGroup(m_themes);
        action->setData(int(theme));
    }
    connect(m_themes, &QActionGroup::triggered, this, &ThemeMenu::choose);
    connect(this, &QMenu::aboutToShow, this,
            [this] { m_themes->actions().at(int(m_settings.theme()))->setChecked(true); });
}

void ThemeMenu::choose(const QAction *action)
{
    const Theme theme = Theme(action->data().toInt());
    m_settings.setTheme(theme);
    applyTheme(*qApp, theme);
}

} // namespace tokendesk
