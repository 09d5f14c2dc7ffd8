// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyleOptionSlider>

namespace tokendesk {

// A scroll bar of CalmStyle: all of it is the groove, without arrows.

/// Where its slider is.
QRect sliderOf(const QStyleOptionSlider &bar);
/// What is before the slider (SC_ScrollBarSubPage), or behind it.
QRect pageOf(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace tokendesk
