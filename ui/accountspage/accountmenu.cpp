// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/accountmenu.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

AccountMenu::AccountMenu(Size selection, QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"accountMenu"_s);
    setAccessibleName(selection == Size::One ? tr("Account") : tr("Selected accounts"));
    if (selection == Size::One) {
        add(u"menuCopy"_s, tr("&Copy token"), &AccountMenu::copyChosen);
        add(u"menuRename"_s, tr("Re&name…"), &AccountMenu::renameChosen);
        addSeparator();
    }
    add(u"menuRenew"_s, tr("Rene&w now"), &AccountMenu::renewChosen);
    add(u"menuCheck"_s, tr("Chec&k"), &AccountMenu::checkChosen);
    if (selection == Size::One)
        add(u"menuTry"_s, tr("&Try it…"), &AccountMenu::tryChosen);
    addSeparator();
    if (selection == Size::One)
        add(u"menuRevoke"_s, tr("Re&voke…"), &AccountMenu::revokeChosen);
    add(u"menuRemove"_s, tr("&Remove…"), &AccountMenu::removeChosen);
    add(u"menuSave"_s, tr("&Save list as CSV…"), &AccountMenu::saveChosen);
}

void AccountMenu::add(const QString &name, const QString &text, void (AccountMenu::*chosen)())
{
    addAction(text, this, chosen)->setObjectName(name);
}

} // namespace tokendesk
