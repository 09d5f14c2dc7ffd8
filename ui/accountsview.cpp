// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountsview.h"

#include "accountlist/accountlist.h"
#include "accountpage/accountpage.h"
#include "accountpage/tokensection.h"
#include "activity/activitypane.h"
#include "attentionstrip.h"
#include "style.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace tokendesk {

AccountsView::AccountsView(Services &services, TokenCopy &copy, QWidget *parent)
    : QWidget(parent)
    , m_list(new AccountList(services, this))
    , m_page(new AccountPage(services, copy, this))
    , m_activity(new ActivityPane(services, this))
    , m_strip(new AttentionStrip(services, this))
    , m_search(new QLineEdit(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"accountsView"_s);
    m_rows->setObjectName(u"rows"_s);
    m_rows->addWidget(m_page);
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
    connect(m_page, &AccountPage::signInRequested, this, &AccountsView::signInRequested);
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

    const QString find = tr("Find an account");
    m_search->setParent(row);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(find);
    //: Find an account (Ctrl+F)
    m_search->setPlaceholderText(
        tr("%1 (%2)").arg(find, QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().horizontalAdvance(m_search->placeholderText()) + 16 * gridUnit);
    connect(m_search, &QLineEdit::textChanged, m_list, &AccountList::search);

    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(3 * gridUnit, 10, 3 * gridUnit, 10);
    layout->addWidget(go);
    layout->addStretch(2);
    layout->addWidget(m_search, 1);
    setTabOrder(go, m_search);
    setTabOrder(m_search, m_list);
    return row;
}

QString AccountsView::current() const
{
    return m_page->accountId();
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
    m_activity->setAccount(accountId);
    m_strip->setShown(accountId);
    emit chosen(accountId);
}

void AccountsView::accountGone(const QString &accountId)
{
    if (accountId != m_page->accountId())
        return;
    m_list->chooseAny();
    showAccount(m_list->current());
}

} // namespace tokendesk
