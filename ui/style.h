// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QApplication;
class QAbstractButton;
class QLabel;
class QPalette;
class QWidget;

namespace tokendesk {

/// The window's colours for a palette, light or dark; each ink keeps 4.5 : 1 on its ground. State always comes with a
/// word and a shape as well.
struct Colours
{
    QColor accent, accentText, accentTint; ///< the one accent; text on it; its tint for selections
    QColor text, muted; ///< ink on panel and side
    QColor line, panel, side, field; ///< separators; page ground; side and foot ground; input ground
    QColor good, goodTint, warning, warningTint, trouble, troubleTint;

    static Colours of(const QPalette &palette);
};

/// Sets palette and style sheet for the theme and follows the system where it is Theme::System.
void applyTheme(QApplication &application, Theme theme);
bool isDark(const QPalette &palette);

// Roles that the style sheet knows; set once after construction.
void makePrimary(QAbstractButton *button); ///< the one accented button of a view
void makeQuiet(QAbstractButton *button); ///< a link-like button without a frame
void makeTitle(QLabel *label); ///< 20 px semibold
void makeHeading(QLabel *label); ///< 13 px semibold
void makeMuted(QLabel *label);
void makeCard(QWidget *widget); ///< rounded, framed
void makeBadge(QLabel *label); ///< small pill

/// Grid in device-independent pixels.
constexpr int gridUnit = 4;
constexpr int pageMargin = 28;

/// A round picture of `size` device-independent pixels: the account's own, or initials on a colour of its name.
QPixmap avatar(const QByteArray &picture, const QString &name, int size, qreal devicePixelRatio);

/// The program's icon, drawn.
QIcon programIcon();

} // namespace tokendesk
