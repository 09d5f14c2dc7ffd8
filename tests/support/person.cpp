// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/person.h"

#include <QApplication>
#include <QCheckBox>
#include <QRadioButton>
#include <QScrollArea>
#include <QTest>
#include <QVariant>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int patience = 8'000; // ms

/// A modal dialog in front takes every click.
bool isBlocked(const QWidget *widget)
{
    const QWidget *modal = QApplication::activeModalWidget();
    return modal && widget->window() != modal && !modal->isAncestorOf(widget);
}

/// In front, where the same name stands in several windows.
QWidget *visibleWidget(const QString &objectName)
{
    QWidget *behind = nullptr;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->objectName() != objectName || !widget->isVisible())
            continue;
        if (!isBlocked(widget))
            return widget;
        behind = widget;
    }
    return behind;
}

void scrollTo(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

/// The middle; a box with little text is often wider than what can be clicked.
QPoint placeToClick(const QWidget *widget)
{
    QPoint place = widget->rect().center();
    if (qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget))
        place.setX(widget->isRightToLeft() ? widget->width() - 8 : 8);
    return place;
}

} // namespace

QWidget *Person::see(const QString &objectName)
{
    if (!QTest::qWaitFor([&] { return visibleWidget(objectName) != nullptr; }, patience))
        throw Lost{u"“%1” is not to be seen"_s.arg(objectName)};
    return visibleWidget(objectName);
}

void Person::seeGone(const QString &objectName)
{
    if (!QTest::qWaitFor([&] { return !visibleWidget(objectName); }, patience))
        throw Lost{u"“%1” does not go away"_s.arg(objectName)};
}

void Person::click(const QString &objectName)
{
    QWidget *widget = see(objectName);
    if (!QTest::qWaitFor([widget] { return widget->isEnabled() && !isBlocked(widget); }, patience))
        throw Lost{u"“%1” cannot be used"_s.arg(objectName)};
    scrollTo(widget);
    const QPoint place = placeToClick(widget);
    QTest::mouseMove(widget, place);
    QTest::mouseClick(widget, Qt::LeftButton, {}, place);
}

void Person::type(const QString &objectName, const QString &text)
{
    click(objectName);
    QTest::keyClicks(see(objectName), text);
}

void Person::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        throw Lost{u"the keyboard is nowhere"_s};
    QTest::keyClick(focus, key, modifiers);
}

QString Person::read(const QString &objectName)
{
    return see(objectName)->property("text").toString();
}

} // namespace tokendesk
