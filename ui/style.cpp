// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "calmstyle.h"
#include "systemappearance.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPalette>
#include <algorithm>
#include <cmath>

namespace tokendesk {

namespace {

const Colours &light()
{
    static const Colours colours{
        .accent = 0x4b57d6,
        .accentText = 0xffffff,
        .accentTint = 0xe4e6fb,
        .text = 0x1c1c22,
        .muted = 0x5c5c67,
        .line = 0xdcdce2,
        .panel = 0xffffff,
        .side = 0xf0f0f4,
        .field = 0xf7f7fa,
        .good = 0x19703f,
        .goodTint = 0xe5f4ec,
        .warning = 0x8f5000,
        .warningTint = 0xfdf1dd,
        .trouble = 0xb3261e,
        .troubleTint = 0xfdeceb,
    };
    return colours;
}

const Colours &dark()
{
    static const Colours colours{
        .accent = 0x8e97ff,
        .accentText = 0x16161c,
        .accentTint = 0x30335a,
        .text = 0xececf0,
        .muted = 0xa8a8b4,
        .line = 0x3a3a42,
        .panel = 0x26262b,
        .side = 0x202025,
        .field = 0x2c2c32,
        .good = 0x5fcf97,
        .goodTint = 0x1d3328,
        .warning = 0xf0b35a,
        .warningTint = 0x3a2e19,
        .trouble = 0xff9a91,
        .troubleTint = 0x432423,
    };
    return colours;
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.side);
    palette.setColor(QPalette::AlternateBase, colours.side);
    for (const QPalette::ColorRole role : {QPalette::Base, QPalette::Button, QPalette::ToolTipBase, QPalette::Light})
        palette.setColor(role, colours.panel);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText})
        palette.setColor(role, colours.text);
    for (const QPalette::ColorRole role : {QPalette::Highlight, QPalette::Link, QPalette::LinkVisited})
        palette.setColor(role, colours.accent);
    for (const QPalette::ColorRole role : {QPalette::Mid, QPalette::Midlight, QPalette::Dark})
        palette.setColor(role, colours.line);
    palette.setColor(QPalette::Shadow, Qt::black);
    palette.setColor(QPalette::HighlightedText, colours.accentText);
    palette.setColor(QPalette::PlaceholderText, colours.muted);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.muted);
    return palette;
}

double luminance(const QColor &colour)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// WCAG 2.2, 1.4.3
double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

// A foreign palette's own colours: states keep the text's ink, since nothing is known about others on its ground.
Colours coloursOfForeign(const QPalette &palette)
{
    const auto colour = [&](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    const QColor text = colour(QPalette::WindowText);
    const QColor ground = colour(QPalette::Window);
    const QColor highlight = colour(QPalette::Highlight);
    return {
        .accent = contrast(highlight, ground) >= 4.5 ? highlight : text,
        .accentText = ground,
        .accentTint = ground,
        .text = text,
        .muted = text,
        .line = text,
        .panel = ground,
        .side = ground,
        .field = ground,
        .good = text,
        .goodTint = ground,
        .warning = text,
        .warningTint = ground,
        .trouble = text,
        .troubleTint = ground,
    };
}

// Lives as a child of the application and keeps its palette as the theme wants it.
class ThemeKeeper : public QObject
{
    Q_OBJECT
public:
    explicit ThemeKeeper(QApplication &application)
        : QObject(&application)
    {
        application.installEventFilter(this);
    }

    void set(Theme theme)
    {
        m_theme = theme;
        apply();
    }

protected:
    // The platform sends this to every window when its colours or its contrast changed.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange && watched->isWindowType())
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void apply()
    {
        const SystemAppearance system = systemAppearance();
        const bool darkWanted = m_theme == Theme::Dark || (m_theme == Theme::System && system.dark);
        QApplication::setPalette(system.highContrast ? QPalette() : paletteOf(darkWanted ? dark() : light()));
    }

    Theme m_theme = Theme::System;
};

// Sizes are shares of the platform's own font, so that large system fonts stay large.
void scaleFont(QWidget *widget, double share, QFont::Weight weight)
{
    QFont font = QApplication::font(widget);
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * share));
    else
        font.setPointSizeF(font.pointSizeF() * share);
    font.setWeight(weight);
    widget->setFont(font);
}

} // namespace

Colours Colours::of(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    if (ground == light().side)
        return light();
    if (ground == dark().side)
        return dark();
    return coloursOfForeign(palette);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

void applyTheme(QApplication &application, Theme theme)
{
    auto *keeper = application.findChild<ThemeKeeper *>();
    if (!keeper) {
        QApplication::setStyle(new CalmStyle);
        keeper = new ThemeKeeper(application);
    }
    keeper->set(theme);
}

void makePrimary(QAbstractButton *button)
{
    CalmStyle::setRole(button, CalmStyle::Primary);
}

void makeQuiet(QAbstractButton *button)
{
    CalmStyle::setRole(button, CalmStyle::Quiet);
    button->setCursor(Qt::PointingHandCursor);
}

void makeTitle(QLabel *label)
{
    scaleFont(label, 20.0 / 13, QFont::DemiBold);
}

void makeHeading(QLabel *label)
{
    scaleFont(label, 1, QFont::DemiBold);
}

void makeMuted(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

void makeSmall(QLabel *label)
{
    scaleFont(label, 11.0 / 13, QFont::Normal);
}

void makeCard(QWidget *widget)
{
    CalmStyle::setRole(widget, CalmStyle::Card);
    widget->setAttribute(Qt::WA_StyledBackground);
}

void makeChip(QAbstractButton *button)
{
    CalmStyle::setRole(button, CalmStyle::Chip);
}

void makeBadge(QLabel *label)
{
    CalmStyle::setRole(label, CalmStyle::Badge);
    label->setAttribute(Qt::WA_StyledBackground);
    label->setContentsMargins(2 * gridUnit, 2, 2 * gridUnit, 2);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    makeMuted(label);
    makeSmall(label);
}

void makePage(QWidget *widget)
{
    widget->setBackgroundRole(QPalette::Base);
    widget->setAutoFillBackground(true);
}

QFrame *separator(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    CalmStyle::setRole(line, CalmStyle::Line);
    line->setAttribute(Qt::WA_StyledBackground);
    return line;
}

} // namespace tokendesk

#include "style.moc"
