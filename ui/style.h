// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <QColor>

class QApplication;
class QAbstractButton;
class QFrame;
class QLabel;
class QPalette;
class QWidget;

namespace tokendesk {

/// The window's colours for a palette, light or dark; each ink keeps 4.5 : 1 on its ground. State always comes with a
/// word and a shape as well. A palette that is not the program's own, as under high contrast, gives its own colours and
/// tells states apart by word and shape alone.
struct Colours
{
    QColor accent, accentText, accentTint; ///< the one accent; text on it; its tint for selections
    QColor text, muted; ///< ink on panel, side, field and accentTint
    QColor line, panel, side, field; ///< separators; page ground; side and foot ground; input ground
    QColor good, goodTint, warning, warningTint, trouble, troubleTint;

    static Colours of(const QPalette &palette);
};

/// Sets style and palette for the theme and follows the system where it is Theme::System. A high contrast palette of
/// the system stays as it is, whatever the theme.
void applyTheme(QApplication &application, Theme theme);
bool isDark(const QPalette &palette);

// Roles that the style knows; set once after construction. They follow the theme by themselves.
void makePrimary(QAbstractButton *button); ///< the one accented button of a view
void makeQuiet(QAbstractButton *button); ///< a link-like button without a frame
void makeTitle(QLabel *label); ///< 20 px semibold
void makeHeading(QLabel *label); ///< 13 px semibold
void makeMuted(QLabel *label);
void makeSmall(QLabel *label); ///< 11 px
void makeCard(QWidget *widget); ///< rounded, framed
void makeBadge(QLabel *label); ///< small pill
void makeChip(QAbstractButton *button); ///< a pill that stays down, with a tick while it is
void makePage(QWidget *widget); ///< on the page's ground instead of the side's
QFrame *separator(QWidget *parent); ///< a line of one pixel, horizontal

/// Grid in device-independent pixels.
constexpr int gridUnit = 4;
constexpr int pageMargin = 28;
constexpr int controlHeight = 32;

} // namespace tokendesk
