// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/scopesearch.h"

#include "connect/connectpage.h"

#include <QKeyEvent>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace tokendesk {

ScopeSearch::ScopeSearch(QWidget *parent)
    : QLineEdit(parent)
{
    name(this, u"scopeSearch"_s, tr("Find a permission"));
    //: %1 is a key, such as Ctrl+F
    setPlaceholderText(
        tr("Find a permission (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    setAccessibleDescription(tr("By its words or its technical name; old names are known as well."));
    // Not before the first letter: it has Qt search the desktop's icon themes.
    connect(this, &QLineEdit::textEdited, this, [this] { setClearButtonEnabled(true); });
    setMaxLength(128);
    auto *find = new QShortcut(QKeySequence::Find, parent);
    connect(find, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

void ScopeSearch::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!text().isEmpty())
            return clear();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!text().isEmpty()) {
            emit left();
            return;
        }
        break;
    case Qt::Key_Down:
        emit left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace tokendesk
