// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist/accountlist.h"

#include "accountlist/accountdelegate.h"
#include "accountlist/accountmodel.h"
#include "style.h"
#include "visibleminute.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace tokendesk {

AccountList::AccountList(Services &services, QWidget *parent)
    : QListView(parent)
    , m_model(new AccountModel(services, this))
{
    setItemDelegate(new AccountDelegate(services.accounts, this));
    setObjectName(u"accountList"_s);
    setAccessibleName(tr("Accounts"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(ExtendedSelection);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setViewportMargins(0, 2 * gridUnit - 1, 0, gridUnit);
    setModel(m_model); // last: what is set after it lays thousands of rows out again
    const auto *minute = new VisibleMinute(services.clock, this);
    connect(minute, &VisibleMinute::passed, m_model, &AccountModel::updateTimes);
}

QString AccountList::current() const
{
    return countSelected() == 1 ? selected().first() : QString();
}

bool AccountList::hasSeveral() const
{
    return countSelected() > 1;
}

QStringList AccountList::selected() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end()); // an index has a less-than and no more
    QStringList ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids.append(row.data(AccountModel::IdRole).toString());
    return ids;
}

/// Without a list of all of them: this is asked at every change, of thousands as well.
qsizetype AccountList::countSelected() const
{
    qsizetype count = 0;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges)
        count += range.height();
    return count;
}

QModelIndex AccountList::indexOf(const QString &accountId) const
{
    const QModelIndex index = m_model->indexOf(accountId);
    return m_found ? m_found->mapFromSource(index) : index;
}

void AccountList::choose(const QString &accountId)
{
    const QModelIndex index = indexOf(accountId);
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect); // whatever keys are down
    scrollTo(index);
}

void AccountList::chooseAny()
{
    if (countSelected() > 0 || model()->rowCount() == 0)
        return;
    const QModelIndex row = currentIndex().isValid() ? currentIndex() : model()->index(0, 0);
    selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
}

void AccountList::sortBy(AccountOrder order)
{
    m_model->sortBy(order);
    scrollTo(currentIndex());
}

/// Not before the first search: the start would be longer by what it costs to lead thousands of rows through one more
/// model.
void AccountList::beginSearching()
{
    m_found = new QSortFilterProxyModel(this);
    m_found->setSourceModel(m_model);
    m_found->setFilterRole(AccountModel::SearchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    const QStringList ids = selected();
    const QPersistentModelIndex current = currentIndex();
    const std::unique_ptr<QItemSelectionModel> before(selectionModel());
    setModel(m_found);
    QItemSelection selection;
    for (const QString &id : ids)
        selection.select(indexOf(id), indexOf(id));
    selectionModel()->setCurrentIndex(m_found->mapFromSource(current), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void AccountList::search(const QString &text)
{
    if (!m_found)
        beginSearching();
    m_found->setFilterFixedString(text.trimmed());
    chooseAny();
    viewport()->update();
}

void AccountList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (const QString one = current(); !one.isEmpty())
        emit chosen(one);
    else
        emit severalChosen();
}

/// One account is always shown: neither a click beside the rows nor one on the last selected row takes it away.
QItemSelectionModel::SelectionFlags AccountList::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    const QItemSelectionModel::SelectionFlags command = QListView::selectionCommand(index, event);
    const bool takesLast
        = (command & QItemSelectionModel::Toggle) && countSelected() == 1 && selectionModel()->isSelected(index);
    return !index.isValid() || takesLast ? QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate) : command;
}

void AccountList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place
        = byKeyboard ? visualRect(currentIndex()).center() : viewport()->mapFromGlobal(event->globalPos());
    if (byKeyboard || indexAt(place).isValid())
        emit menuRequested(viewport()->mapToGlobal(place));
}

void AccountList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(Colours::of(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(pageMargin, pageMargin, -pageMargin, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("No account with that name."));
}

} // namespace tokendesk
