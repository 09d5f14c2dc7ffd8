// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPalette>
#include <QStyleHints>
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QAccessibilityHints>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

// What the system looks like, over the versions of Qt: QStyleHints::colorScheme came with 6.5, the contrast preference
// with 6.10; before them the platform's palette tells.
namespace tokendesk {

struct SystemAppearance
{
    bool dark = false;
    bool highContrast = false;
};

/// Black on white or white on black, and no shade between window and field: what high contrast themes set.
inline bool isHighContrast(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Active, QPalette::Window).toRgb();
    const QColor ink = palette.color(QPalette::Active, QPalette::WindowText).toRgb();
    const bool extremes = (ground == QColor(Qt::black) && ink == QColor(Qt::white))
        || (ground == QColor(Qt::white) && ink == QColor(Qt::black));
    return extremes && palette.color(QPalette::Active, QPalette::Base) == ground;
}

inline SystemAppearance systemAppearance()
{
    // The platform's palette shows while the program's own is taken away; nothing is painted in between.
    const QPalette own = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette platform = QApplication::palette();
    QApplication::setPalette(own);

    SystemAppearance appearance{.dark = platform.color(QPalette::Active, QPalette::Window).lightness() < 128,
                                .highContrast = isHighContrast(platform)};
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        appearance.dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    appearance.highContrast
        |= QGuiApplication::styleHints()->accessibility()->contrastPreference() == Qt::ContrastPreference::HighContrast;
#elif defined(Q_OS_WIN)
    HIGHCONTRASTW contrast{};
    contrast.cbSize = sizeof(contrast);
    appearance.highContrast |= SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0)
        && (contrast.dwFlags & HCF_HIGHCONTRASTON);
#endif
    return appearance;
}

} // namespace tokendesk
