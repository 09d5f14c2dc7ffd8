// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist/accountlist.h"

#include "accountlist/accountdelegate.h"
#include "accountlist/accountmodel.h"
#include "style.h"
#include "visibleminute.h"

#include <QPainter>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace tokendesk {

AccountList::AccountList(Services &services, QWidget *parent)
    : QListView(parent)
    , m_model(new AccountModel(services, this))
    , m_found(new QSortFilterProxyModel(this))
{
    m_found->setSourceModel(m_model);
    m_found->setFilterRole(AccountModel::SearchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_found);
    setItemDelegate(new AccountDelegate(services.accounts, this));
    setObjectName(u"accountList"_s);
    setAccessibleName(tr("Accounts"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setViewportMargins(0, 2 * gridUnit - 1, 0, gridUnit);
    const auto *minute = new VisibleMinute(services.clock, this);
    connect(minute, &VisibleMinute::passed, m_model, &AccountModel::updateTimes);
}

QString AccountList::current() const
{
    return currentIndex().data(AccountModel::IdRole).toString();
}

void AccountList::choose(const QString &accountId)
{
    const QModelIndex index = m_found->mapFromSource(m_model->indexOf(accountId));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void AccountList::chooseAny()
{
    if (!currentIndex().isValid() && m_found->rowCount() > 0)
        setCurrentIndex(m_found->index(0, 0));
}

void AccountList::sortBy(AccountOrder order)
{
    m_model->sortBy(order);
    scrollTo(currentIndex());
}

void AccountList::search(const QString &text)
{
    m_found->setFilterFixedString(text.trimmed());
    chooseAny();
    viewport()->update();
}

void AccountList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit chosen(current.data(AccountModel::IdRole).toString());
}

void AccountList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_found->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(Colours::of(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(pageMargin, pageMargin, -pageMargin, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("No account with that name."));
}

} // namespace tokendesk
