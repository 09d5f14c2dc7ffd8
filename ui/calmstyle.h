// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace tokendesk {

/// Fusion with the program's calm look: flat rounded controls in the palette's colours, one accent, a visible focus
/// ring. A style rather than a style sheet: it follows the palette by itself and costs nothing at start.
class CalmStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    /// What a widget is beyond its class.
    enum Role { Ordinary, Primary, Quiet, Card, Badge, Line, Chip };
    Q_ENUM(Role)
    static void setRole(QWidget *widget, Role role);
    static Role role(const QWidget *widget);

    CalmStyle();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
};

} // namespace tokendesk
