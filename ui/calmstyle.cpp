// SPDX-License-Identifier: GPL-3.0-or-later
#include "calmstyle.h"

#include "calmscrollbar.h"
#include "style.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int controlCorner = 6;
constexpr int cardCorner = 8;
constexpr int indicatorSize = 18;
constexpr int scrollBarExtent = 10;
constexpr char roleProperty[] = "calmRole";

// Blended half-way steps for hover and press, on whatever ground the palette has.
QColor mixed(const QColor &one, const QColor &other, qreal share)
{
    return QColor::fromRgbF(float(one.redF() + (other.redF() - one.redF()) * share),
                            float(one.greenF() + (other.greenF() - one.greenF()) * share),
                            float(one.blueF() + (other.blueF() - one.blueF()) * share));
}

void paintBox(QPainter *painter, const QRectF &rectangle, const QColor &fill, const QColor &edge, qreal corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    // A line of one pixel is sharp between pixels; a ground without one reaches to the edge.
    const qreal inset = edge.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(rectangle.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void paintRing(QPainter *painter, const QRectF &rectangle, const QColor &ink, qreal corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(ink, 2));
    painter->drawRoundedRect(rectangle.adjusted(1, 1, -1, -1), corner - 0.5, corner - 0.5);
    painter->restore();
}

bool showsFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

void paintButton(const QStyleOption *option, QPainter *painter, CalmStyle::Role role)
{
    const Colours colours = Colours::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const qreal shade = !enabled ? 0 : down ? 0.14 : hovered ? 0.06 : 0;

    if (role == CalmStyle::Primary && enabled) {
        paintBox(painter, option->rect, mixed(colours.accent, colours.text, shade), {}, controlCorner);
        if (showsFocus(option))
            paintRing(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), colours.accentText, controlCorner - 2);
        return;
    }
    if (role == CalmStyle::Quiet) {
        if (shade > 0)
            paintBox(painter, option->rect, colours.accentTint, {}, controlCorner);
    } else {
        paintBox(painter, option->rect, mixed(enabled ? colours.panel : colours.side, colours.text, shade),
                 colours.line, controlCorner);
    }
    if (showsFocus(option))
        paintRing(painter, option->rect, colours.accent, controlCorner);
}

void paintField(const QStyleOption *option, QPainter *painter)
{
    const Colours colours = Colours::of(option->palette);
    paintBox(painter, option->rect, colours.field, colours.line, controlCorner);
    if (option->state & QStyle::State_HasFocus)
        paintRing(painter, option->rect, colours.accent, controlCorner);
}

void paintTick(QPainter *painter, const QRectF &box, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, box.width() / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at
        = [&](qreal x, qreal y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    painter->drawPolyline(QPolygonF({at(0.28, 0.52), at(0.44, 0.67), at(0.73, 0.36)}));
    painter->restore();
}

/// Room at a chip's start for its tick.
constexpr int chipTick = 4 * gridUnit;

void paintChip(const QStyleOption *option, QPainter *painter)
{
    const Colours colours = Colours::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool hovered = enabled && (option->state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    const QColor ground = on ? colours.accentTint : enabled ? colours.panel : colours.side;
    const qreal corner = option->rect.height() / 2.0;
    paintBox(painter, option->rect, mixed(ground, colours.text, hovered ? 0.06 : 0), on ? colours.accent : colours.line,
             corner);
    if (on) {
        const QRect start(2 * gridUnit, (option->rect.height() - chipTick) / 2, chipTick, chipTick);
        paintTick(painter, QStyle::visualRect(option->direction, option->rect, start),
                  enabled ? colours.accent : colours.muted);
    }
    if (showsFocus(option))
        paintRing(painter, option->rect, colours.accent, corner);
}

void paintIndicator(const QStyleOption *option, QPainter *painter, qreal corner)
{
    const Colours colours = Colours::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool chosen = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = option->rect;
    paintBox(painter, box, chosen ? enabled ? colours.accent : colours.muted : colours.panel,
             chosen ? QColor() : colours.muted, corner);
    if (showsFocus(option))
        paintRing(painter, box.adjusted(-3, -3, 3, 3), colours.accent, corner + 3);
}

void paintCheckBox(const QStyleOption *option, QPainter *painter)
{
    paintIndicator(option, painter, 4);
    const Colours colours = Colours::of(option->palette);
    const QColor ink = (option->state & QStyle::State_Enabled) ? colours.accentText : colours.panel;
    if (option->state & QStyle::State_On)
        paintTick(painter, option->rect, ink);
}

void paintRadioButton(const QStyleOption *option, QPainter *painter)
{
    const QRectF box = option->rect;
    paintIndicator(option, painter, box.width() / 2);
    if (!(option->state & QStyle::State_On))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Colours::of(option->palette).accentText);
    painter->drawEllipse(box.center(), box.width() / 6, box.width() / 6);
    painter->restore();
}

void paintChevron(QPainter *painter, const QPointF &centre, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF({centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)}));
    painter->restore();
}

void paintScrollBar(const QStyleOption *option, QPainter *painter, const QRect &slider)
{
    if (!(option->state & QStyle::State_Enabled))
        return;
    const Colours colours = Colours::of(option->palette);
    const bool held = option->state & (QStyle::State_Sunken | QStyle::State_MouseOver);
    const QRectF thumb = QRectF(slider).adjusted(2, 2, -2, -2);
    paintBox(painter, thumb, mixed(colours.line, colours.muted, held ? 0.7 : 0.35), {},
             std::min(thumb.width(), thumb.height()) / 2);
}

void paintRoled(const QStyleOption *option, QPainter *painter, CalmStyle::Role role)
{
    const Colours colours = Colours::of(option->palette);
    switch (role) {
    case CalmStyle::Card:
        paintBox(painter, option->rect, colours.panel, colours.line, cardCorner);
        return;
    case CalmStyle::Badge:
        paintBox(painter, option->rect, Qt::transparent, colours.line, option->rect.height() / 2.0);
        return;
    case CalmStyle::Line:
        painter->fillRect(option->rect, colours.line);
        return;
    case CalmStyle::Ordinary:
    case CalmStyle::Primary:
    case CalmStyle::Quiet:
    case CalmStyle::Chip:
        return;
    }
}

} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void CalmStyle::setRole(QWidget *widget, Role role)
{
    widget->setProperty(roleProperty, int(role));
    widget->update();
}

CalmStyle::Role CalmStyle::role(const QWidget *widget)
{
    return widget ? Role(widget->property(roleProperty).toInt()) : Ordinary;
}

// A label stands where the layout begins, whatever the direction of the text in it; Qt would follow the text.
void CalmStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *label = qobject_cast<QLabel *>(widget);
    if (!label || label->layoutDirection() != Qt::RightToLeft || !(label->alignment() & Qt::AlignLeft))
        return;
    label->setAlignment((label->alignment() & ~Qt::AlignHorizontal_Mask) | Qt::AlignRight | Qt::AlignAbsolute);
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (int(element)) {
    case PE_Widget:
        return paintRoled(option, painter, role(widget));
    case PE_PanelButtonCommand:
        if (role(widget) == Chip)
            return paintChip(option, painter);
        return paintButton(option, painter, role(widget));
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()))
            return; // the box has a frame of its own
        return paintField(option, painter);
    case PE_IndicatorCheckBox:
        return paintCheckBox(option, painter);
    case PE_IndicatorRadioButton:
        return paintRadioButton(option, painter);
    case PE_FrameFocusRect:
        // Buttons and fields show their own ring.
        if (!qobject_cast<const QAbstractButton *>(widget) && showsFocus(option))
            paintRing(painter, option->rect, Colours::of(option->palette).accent, controlCorner);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonBevel && button) {
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        if (button->features & QStyleOptionButton::HasMenu) {
            const int x = option->direction == Qt::RightToLeft ? option->rect.left() + 14 : option->rect.right() - 14;
            paintChevron(painter, QPointF(x, option->rect.center().y() + 0.5), Colours::of(option->palette).muted);
        }
        return;
    }
    if (element == CE_PushButtonLabel && button && (option->state & State_Enabled)) {
        QStyleOptionButton inked(*button);
        const Colours colours = Colours::of(option->palette);
        if (role(widget) == Primary)
            inked.palette.setColor(QPalette::ButtonText, colours.accentText);
        if (role(widget) == Quiet)
            inked.palette.setColor(QPalette::ButtonText, colours.accent);
        if (role(widget) == Chip && (option->state & State_On))
            inked.rect = visualRect(inked.direction, inked.rect, inked.rect.adjusted(chipTick, 0, 0, 0));
        return QProxyStyle::drawControl(element, &inked, painter, widget);
    }
    if (element == CE_ShapedFrame && qobject_cast<const QPlainTextEdit *>(widget))
        return paintField(option, painter);
    if (element == CE_Splitter)
        return painter->fillRect(option->rect, Colours::of(option->palette).line);
    QProxyStyle::drawControl(element, option, painter, widget);
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect natural = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? natural.adjusted(2 * gridUnit, 0, -2 * gridUnit, 0) : natural;
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && combo && !combo->editable) {
        if (combo->frame || (option->state & (State_MouseOver | State_HasFocus)))
            paintButton(option, painter, combo->frame ? Ordinary : Quiet);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        paintChevron(painter, QRectF(arrow).center(), Colours::of(option->palette).muted);
        return;
    }
    if (control == CC_ScrollBar)
        return paintScrollBar(option, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// A scroll bar is its slider: wheel, keys and dragging are all that anybody uses.
QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    switch (int(part)) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return sliderOf(*bar);
    case SC_ScrollBarAddPage:
    case SC_ScrollBarSubPage:
        return pageOf(*bar, part);
    }
    return {};
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(metric)) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 2 * gridUnit;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_SplitterWidth:
        return 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 2 * gridUnit;
    }
    if (metric == PM_DefaultFrameWidth && qobject_cast<const QPlainTextEdit *>(widget))
        return gridUnit; // room for the corners
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (int(hint)) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (int(type)) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (role(widget) == Chip)
            return {size.width() + chipTick + 6 * gridUnit, std::max(size.height() + 2 * gridUnit, 7 * gridUnit)};
        const int menu = button && button->features & QStyleOptionButton::HasMenu ? 5 * gridUnit : 0;
        const int sides = (role(widget) == Quiet ? 2 * gridUnit : 7 * gridUnit) + menu;
        return {std::max(natural.width(), size.width() + sides), std::max(natural.height(), controlHeight)};
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {natural.width() + 4 * gridUnit, std::max(natural.height(), controlHeight)};
    case CT_MenuBarItem:
        return natural + QSize(gridUnit, 2 * gridUnit);
    case CT_ItemViewItem:
    case CT_MenuItem:
        return natural + QSize(2 * gridUnit, gridUnit);
    }
    return natural;
}

} // namespace tokendesk
