// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace tokendesk {

/// What can be done to what is selected in the list. Deletes itself when it is closed.
class AccountMenu : public QMenu
{
    Q_OBJECT
public:
    enum class Size { One, Several };

    AccountMenu(Size selection, QWidget *parent);

signals:
    void copyChosen();
    void renameChosen();
    void renewChosen();
    void checkChosen();
    void tryChosen(); ///< of one only
    void revokeChosen(); ///< of one only
    void removeChosen();
    void saveChosen();

private:
    void add(const QString &name, const QString &text, void (AccountMenu::*chosen)());
};

} // namespace tokendesk
