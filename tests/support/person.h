// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace tokendesk {

/// Uses the program as somebody in front of it does: looks for what is on the screen, points, clicks and types.
/// Whatever cannot be found, seen or used within a few seconds is a failure that names it.
class Person
{
public:
    /// What a visible widget of that objectName is; waits for it.
    QWidget *see(const QString &objectName);
    /// Waits until it is no longer to be seen.
    void seeGone(const QString &objectName);
    /// Points at the middle of it, scrolling there first, and clicks.
    void click(const QString &objectName);
    /// Clicks into a field and types.
    void type(const QString &objectName, const QString &text);
    /// Presses a key where the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// The text of a label, button or field.
    QString read(const QString &objectName);
};

/// Thrown by Person.
struct Lost
{
    QString why;
};

} // namespace tokendesk
