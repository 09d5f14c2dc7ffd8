// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sight.h"

#include <QAccessible>
#include <QTest>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

void collect(QAccessibleInterface *interface, QStringList &texts)
{
    if (!interface)
        return;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        texts.append(interface->text(kind));
    if (QAccessibleTextInterface *text = interface->textInterface())
        texts.append(text->text(0, text->characterCount()));
    for (int i = 0; i < interface->childCount(); ++i)
        collect(interface->child(i), texts);
}

} // namespace

QString textOf(const QString &name)
{
    const QWidget *widget = seen(name);
    return widget ? widget->property("text").toString() : u"(not to be seen)"_s;
}

void click(const QString &name)
{
    QVERIFY2(seen(name), qPrintable(name));
    QTest::mouseClick(seen(name), Qt::LeftButton);
}

QString everythingToldOf(QWidget *widget)
{
    QStringList texts;
    collect(QAccessible::queryAccessibleInterface(widget), texts);
    for (const QWidget *child : widget->findChildren<QWidget *>())
        texts << child->toolTip() << child->whatsThis() << child->statusTip() << child->property("text").toString();
    return texts.join(u'\n');
}

} // namespace tokendesk
