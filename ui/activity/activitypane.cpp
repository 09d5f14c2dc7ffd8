// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitypane.h"

#include "activity/activitymodel.h"
#include "style.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

ActivityPane::ActivityPane(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ActivityModel(services, this))
    , m_rows(new QTreeView(this))
    , m_filter(new QComboBox(this))
{
    arrange();
    auto *copy = new QAction(tr("Copy as text"), m_rows);
    copy->setObjectName(u"copyActivity"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_rows->addAction(copy);
    m_rows->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &ActivityPane::copyRows);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ActivityPane::narrow);
    connect(&services.accounts, &Accounts::accountChanged, this, &ActivityPane::nameAccount);
}

void ActivityPane::arrange()
{
    setObjectName(u"activityPane"_s);
    auto *heading = new QLabel(tr("Activity"), this);
    makeHeading(heading);
    m_filter->setObjectName(u"activityFilter"_s);
    m_filter->setAccessibleName(tr("Accounts whose activity is shown"));
    m_filter->setFrame(false);
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filter->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_filter->addItem(tr("All accounts"));
    m_filter->addItem({});

    m_rows->setObjectName(u"activityRows"_s);
    m_rows->setAccessibleName(tr("Activity"));
    m_rows->setModel(m_model);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->viewport()->setBackgroundRole(QPalette::Window);
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setIndentation(0);
    m_rows->setHeaderHidden(true);
    m_rows->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->setTextElideMode(Qt::ElideMiddle);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int letter = fontMetrics().averageCharWidth();
    m_rows->setColumnWidth(ActivityModel::TimeColumn, 20 * letter);
    m_rows->setColumnWidth(ActivityModel::AccountColumn, 24 * letter);

    auto *head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, gridUnit, pageMargin, gridUnit);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_rows, 1);
    m_rows->setMinimumHeight(2 * fontMetrics().lineSpacing());
}

void ActivityPane::setAccount(const QString &accountId)
{
    m_accountId = accountId;
    nameAccount();
    narrow();
}

void ActivityPane::nameAccount()
{
    const std::optional<Account> account = m_services.accounts.find(m_accountId);
    const QString name = account ? account->displayName() : tr("This account");
    const int room = fontMetrics().averageCharWidth() * 24;
    m_filter->setItemText(1, fontMetrics().elidedText(name, Qt::ElideMiddle, room));
    m_filter->setItemData(1, name, Qt::ToolTipRole);
}

void ActivityPane::narrow()
{
    m_model->setAccount(m_filter->currentIndex() == 1 ? m_accountId : QString());
}

void ActivityPane::copyRows() const
{
    QModelIndexList rows = m_rows->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QGuiApplication::clipboard()->setText(m_model->asText(rows));
}

} // namespace tokendesk
