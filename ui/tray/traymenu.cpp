// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/traymenu.h"

#include "accountpage/remedy.h"
#include "isolated.h"
#include "statustext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype mostAccounts = 12;

/// In a menu "&" marks a letter.
QString plain(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

TrayMenu::TrayMenu(Services &services, QWidget *parent)
    : QMenu(parent)
    , m_services(services)
{
    setObjectName(u"trayMenu"_s);
}

void TrayMenu::rebuild()
{
    const QList<QMenu *> menus = findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    clear();
    for (QMenu *menu : menus)
        menu->deleteLater(); // it may be open

    QList<Account> accounts = m_services.accounts.all();
    std::ranges::stable_partition(
        accounts, [this](const Account &account) { return needsSomebody(m_services.accounts.statusWord(account)); });
    for (const Account &account : accounts.first(std::min(accounts.size(), mostAccounts)))
        addAccount(account);
    if (accounts.size() > mostAccounts) {
        QAction *more = addAction(tr("%n more in the window…", nullptr, int(accounts.size() - mostAccounts)), this,
                                  &TrayMenu::windowRequested);
        more->setObjectName(u"trayMore"_s);
    }
    addSeparator();
    QAction *open = addAction(tr("Open TokenDesk"), this, &TrayMenu::windowRequested);
    open->setObjectName(u"trayOpen"_s);
    addSeparator();
    QAction *quit = addAction(tr("Quit"), this, &TrayMenu::quitRequested);
    quit->setObjectName(u"trayQuit"_s);
}

void TrayMenu::addAccount(const Account &account)
{
    const AccountStatus status = m_services.accounts.status(account.id);
    const StatusText text = describe(status, account, m_services.clock.now());
    //: Account: status, such as "@shop: Working, renews on 27 Nov"
    QMenu *menu = addMenu(plain(tr("%1: %2").arg(isolated(account.displayName()), text.sentence)));
    menu->setObjectName("trayAccount "_L1 + account.id);
    const bool usable = remedyFor(status) != Remedy::SignInAgain;
    if (usable) {
        QAction *copy = menu->addAction(tr("Copy token"), this, [this, id = account.id] { emit copyRequested(id); });
        copy->setObjectName(u"trayCopy"_s);
    }
    QAction *show = menu->addAction(usable ? tr("Show in the window") : tr("Sign in again…"), this,
                                    [this, id = account.id] { emit accountRequested(id); });
    show->setObjectName(u"trayShow"_s);
}

} // namespace tokendesk
