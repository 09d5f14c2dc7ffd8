// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hearing.h"

#include <QAccessible>
#include <QApplication>
#include <QStringList>
#include <QWidget>

namespace tokendesk {

namespace {

void hear(QAccessibleInterface *object, QStringList &told)
{
    if (!object || !object->isValid())
        return;
    for (int text = QAccessible::Name; text <= QAccessible::Accelerator; ++text)
        told << object->text(QAccessible::Text(text));
    if (QAccessibleTextInterface *content = object->textInterface())
        told << content->text(0, content->characterCount());
    if (QAccessibleValueInterface *value = object->valueInterface())
        told << value->currentValue().toString();
    for (int child = 0; child < object->childCount(); ++child)
        hear(object->child(child), told);
}

} // namespace

QString everythingTold()
{
    QStringList told;
    for (QWidget *window : QApplication::topLevelWidgets())
        hear(QAccessible::queryAccessibleInterface(window), told);
    for (const QWidget *widget : QApplication::allWidgets())
        told << widget->windowTitle() << widget->toolTip() << widget->statusTip() << widget->whatsThis();
    told.removeAll(QString());
    return told.join(u'\n');
}

} // namespace tokendesk
