// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>
#include <QWidget>

// What a person sees and does in the program's windows, by the names of the widgets.
namespace tokendesk {

/// The visible widget of that name; null where there is none.
template <typename T = QWidget>
T *seen(const QString &name)
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->objectName() == name && widget->isVisible())
            return qobject_cast<T *>(widget);
    }
    return nullptr;
}

/// The text it shows.
QString textOf(const QString &name);
/// Clicks its middle; a test failure where it is not to be seen.
void click(const QString &name);
/// Everything that a screen reader or the mouse can learn of a widget and what is in it.
QString everythingToldOf(QWidget *widget);

} // namespace tokendesk
