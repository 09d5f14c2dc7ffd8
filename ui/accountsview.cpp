// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountsview.h"

#include "accountlist/accountlist.h"
#include "accountpage/accountpage.h"
#include "accountpage/tokensection.h"
#include "accountspage/accountactions.h"
#include "accountspage/accountmenu.h"
#include "accountspage/revokeactions.h"
#include "accountspage/severalpage.h"
#include "activity/activitypane.h"
#include "attentionstrip.h"
#include "style.h"
#include "tokencopy.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tokendesk {

AccountsView::AccountsView(Services &services, TokenCopy &copy, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_copy(copy)
    , m_actions(new AccountActions(services, this))
    , m_list(new AccountList(services, this))
    , m_shown(new QStackedWidget(this))
    , m_page(new AccountPage(services, copy, this))
    , m_activity(new ActivityPane(services, this))
    , m_strip(new AttentionStrip(services, this))
    , m_search(new QLineEdit(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"accountsView"_s);
    m_rows->setObjectName(u"rows"_s);
    m_shown->setObjectName(u"shown"_s);
    m_shown->addWidget(m_page);
    m_rows->addWidget(m_shown);
    m_rows->addWidget(m_activity);
    m_rows->setStretchFactor(0, 1);
    m_columns->setObjectName(u"columns"_s);
    m_columns->addWidget(m_list);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_columns, m_rows})
        splitter->setChildrenCollapsible(false);
    const int letter = fontMetrics().averageCharWidth();
    m_list->setMinimumWidth(26 * letter);
    m_columns->setSizes({50 * letter, 110 * letter});
    m_rows->setSizes({140 * gridUnit, 26 * gridUnit});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(toolRow());
    column->addWidget(separator(this));
    column->addWidget(m_strip);
    column->addWidget(m_columns, 1);

    connect(m_strip, &AttentionStrip::accountRequested, this, &AccountsView::showNeedy);
    connect(m_strip, &AttentionStrip::signInRequested, this, &AccountsView::signInRequested);
    connect(m_list, &AccountList::chosen, this, &AccountsView::showAccount);
    connect(m_list, &AccountList::severalChosen, &m_soon, qOverload<>(&QTimer::start));
    connect(m_list, &AccountList::menuRequested, this, &AccountsView::openMenu);
    connect(m_actions, &AccountActions::failed, this, &AccountsView::failed);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &AccountsView::showSelection);
    connect(m_page, &AccountPage::signInRequested, this, &AccountsView::signInRequested);
    connect(m_page, &AccountPage::askAgainRequested, this, &AccountsView::askAgainRequested);
    connect(m_page, &AccountPage::revokeRequested, &m_actions->revoking(), &RevokeActions::revoke);
    connect(m_page, &AccountPage::giveUpRequested, &m_actions->revoking(), &RevokeActions::giveUp);
    connect(m_page, &AccountPage::withdrawRequested, &m_actions->revoking(), &RevokeActions::withdraw);
    connect(&services.accounts, &Accounts::accountRemoved, this, &AccountsView::accountGone);
    m_list->sortBy(services.settings.accountOrder());
    m_list->chooseAny();
}

QWidget *AccountsView::toolRow()
{
    auto *row = new QWidget(this);
    auto *go = new QPushButton(tr("+ Connect an account"), row);
    go->setObjectName(u"connectAccount"_s);
    go->setAccessibleName(tr("Connect an account"));
    makePrimary(go);
    connect(go, &QPushButton::clicked, this, &AccountsView::connectRequested);

    auto *check = new QPushButton(tr("Check all"), row);
    check->setObjectName(u"checkAll"_s);
    check->setAccessibleName(tr("Check all accounts"));
    check->setToolTip(tr("Asks each account's provider whether its token works"));
    connect(check, &QPushButton::clicked, this, &AccountsView::checkAll);

    const QString find = tr("Find an account");
    m_search->setParent(row);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(find);
    //: Find an account (Ctrl+F)
    m_search->setPlaceholderText(
        tr("%1 (%2)").arg(find, QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setMinimumWidth(fontMetrics().horizontalAdvance(m_search->placeholderText()) + 16 * gridUnit);
    connect(m_search, &QLineEdit::textChanged, m_list, &AccountList::search);
    // Not before the first letter: it has Qt search the desktop's icon themes, which takes a seventh of the start.
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_search->setClearButtonEnabled(true); });

    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(3 * gridUnit, 10, 3 * gridUnit, 10);
    layout->addWidget(go);
    layout->addWidget(check);
    layout->addStretch(2);
    layout->addWidget(m_search, 1);
    setTabOrder(go, check);
    setTabOrder(check, m_search);
    setTabOrder(m_search, m_list);
    return row;
}

QString AccountsView::current() const
{
    return m_list->hasSeveral() ? QString() : m_page->accountId();
}

void AccountsView::choose(const QString &accountId)
{
    m_search->clear();
    m_list->choose(accountId);
    m_list->setFocus();
}

/// With the button that helps it in focus.
void AccountsView::showNeedy(const QString &accountId)
{
    choose(accountId);
    if (auto *remedy = m_page->findChild<QPushButton *>(u"noticeAction"_s); remedy && remedy->isVisible())
        remedy->setFocus(Qt::OtherFocusReason);
}

void AccountsView::sortBy(AccountOrder order)
{
    m_list->sortBy(order);
}

void AccountsView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void AccountsView::toggleTokenShown()
{
    m_page->token().toggleShown();
}

void AccountsView::rename()
{
    m_actions->rename(current());
}

void AccountsView::tryIt()
{
    m_actions->tryIt(current());
}

void AccountsView::removeSelected()
{
    m_actions->remove(m_list->hasSeveral() ? m_list->selected() : QStringList(m_page->accountId()));
}

void AccountsView::selectAll()
{
    m_list->selectAll();
    m_list->setFocus();
}

/// Those too that a search hides. While it runs already, it is shown.
void AccountsView::checkAll()
{
    m_search->clear();
    if (m_services.accounts.all().size() == 1)
        return m_actions->begin(Batch::Work::Check, m_services.accounts.all().first().id);
    selectAll();
    showSelection();
    severalPage().begin(Batch::Work::Check);
}

void AccountsView::saveList()
{
    QStringList ids;
    for (const Account &account : m_services.accounts.all())
        ids.append(account.id);
    m_actions->saveList(m_list->hasSeveral() ? m_list->selected() : ids);
}

QByteArray AccountsView::arrangement() const
{
    QByteArray arrangement;
    QDataStream stream(&arrangement, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_rows->saveState();
    return arrangement;
}

void AccountsView::setArrangement(const QByteArray &arrangement)
{
    QByteArray columns;
    QByteArray rows;
    QDataStream stream(arrangement);
    stream >> columns >> rows;
    m_columns->restoreState(columns);
    m_rows->restoreState(rows);
}

// While a search hides the account it stays on the page.
void AccountsView::showAccount(const QString &accountId)
{
    if (accountId.isEmpty())
        return;
    m_page->setAccount(accountId);
    m_shown->setCurrentWidget(m_page);
    m_activity->setAccount(accountId);
    m_strip->setShown(accountId);
    emit chosen(accountId);
}

/// Of several accounts, or of none any more.
void AccountsView::showSelection()
{
    m_list->chooseAny();
    if (!m_list->hasSeveral())
        return m_shown->setCurrentWidget(m_page);
    severalPage().setAccounts(m_list->selected());
    m_shown->setCurrentWidget(m_several);
    m_strip->setShown({});
    emit chosen({});
}

SeveralPage &AccountsView::severalPage()
{
    if (m_several)
        return *m_several;
    m_several = new SeveralPage(m_services, m_shown);
    m_shown->addWidget(m_several);
    QWidget *before = m_list;
    for (QPushButton *button : m_several->findChildren<QPushButton *>()) {
        setTabOrder(before, button);
        before = button;
    }
    connect(m_several, &SeveralPage::removeRequested, m_actions, &AccountActions::remove);
    connect(m_several, &SeveralPage::saveRequested, m_actions, &AccountActions::saveList);
    connect(m_actions, &AccountActions::saved, m_several, &SeveralPage::tellSaved);
    return *m_several;
}

void AccountsView::openMenu(const QPoint &place)
{
    const bool several = m_list->hasSeveral();
    const QString one = m_list->current();
    auto *menu = new AccountMenu(several ? AccountMenu::Size::Several : AccountMenu::Size::One, m_list);
    const auto begin = [this, several, one](Batch::Work work) {
        return several ? severalPage().begin(work) : m_actions->begin(work, one);
    };
    connect(menu, &AccountMenu::copyChosen, this, [this, one] { m_copy.copy(one); });
    connect(menu, &AccountMenu::renameChosen, this, &AccountsView::rename);
    connect(menu, &AccountMenu::renewChosen, this, [begin] { begin(Batch::Work::Renew); });
    connect(menu, &AccountMenu::checkChosen, this, [begin] { begin(Batch::Work::Check); });
    connect(menu, &AccountMenu::tryChosen, m_actions, [this, one] { m_actions->tryIt(one); });
    connect(menu, &AccountMenu::revokeChosen, m_actions, [this, one] { m_actions->revoking().revoke(one); });
    connect(menu, &AccountMenu::removeChosen, this, &AccountsView::removeSelected);
    connect(menu, &AccountMenu::saveChosen, this, &AccountsView::saveList);
    menu->popup(place);
}

void AccountsView::accountGone(const QString &accountId)
{
    if (accountId != m_page->accountId())
        return;
    m_list->chooseAny();
    if (!m_list->hasSeveral())
        showAccount(m_list->current());
}

} // namespace tokendesk
