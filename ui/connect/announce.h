// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QWidget>

namespace tokendesk {

/// Has a screen reader say what just changed, without moving the focus. Qt 6.8 has an event of its own for that.
inline void announce(QWidget *widget, const QString &text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, text);
#else
    Q_UNUSED(text)
    QAccessibleEvent event(widget, QAccessible::NameChanged);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace tokendesk
