// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitypane.h"

#include "activity/activitymodel.h"
#include "activity/timelinedialog.h"
#include "connect/copybutton.h"
#include "style.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QTreeView>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

void makeFilter(QComboBox *filter)
{
    filter->setFrame(false);
    filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    filter->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

} // namespace

ActivityPane::ActivityPane(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ActivityModel(services, this))
    , m_group(new QComboBox(this))
    , m_whose(new QComboBox(this))
    , m_copy(new CopyButton(tr("Copy as text"), this))
    , m_rows(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_story(new QAction(tr("&What happened…"), m_rows))
    , m_copySelected(new QAction(tr("Copy the selected rows"), m_rows))
    , m_copyAll(new QAction(tr("Copy all rows"), m_rows))
    , m_body(new QStackedLayout)
{
    setObjectName(u"activityPane"_s);
    fillFilters();
    buildCopying();
    arrangeRows();
    arrange();
    connect(m_group, &QComboBox::currentIndexChanged, this, &ActivityPane::narrow);
    connect(m_whose, &QComboBox::currentIndexChanged, this, &ActivityPane::narrow);
    connect(m_model, &ActivityModel::modelReset, m_rows, &QTreeView::scrollToTop);
    connect(m_model, &ActivityModel::rowsInserted, this, &ActivityPane::showFitting);
    connect(m_rows->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ActivityPane::updateActions);
    connect(&services.accounts, &Accounts::accountChanged, this, [this](const QString &id) {
        if (id == m_accountId)
            nameAccount();
    });
    showFitting();
}

void ActivityPane::fillFilters()
{
    m_group->setObjectName(u"activityGroup"_s);
    m_group->setAccessibleName(tr("Kind of activity that is shown"));
    for (int value = 0; value <= int(lastEventGroup); ++value) {
        const QString contents = contentsOf(EventGroup(value));
        m_group->addItem(nameOf(EventGroup(value)), value);
        m_group->setItemData(value, contents, Qt::ToolTipRole);
        m_group->setItemData(value, contents, Qt::AccessibleDescriptionRole);
    }
    m_whose->setObjectName(u"activityFilter"_s);
    m_whose->setAccessibleName(tr("Accounts whose activity is shown"));
    m_whose->addItem(tr("All accounts"));
    m_whose->addItem({});
    makeFilter(m_group);
    makeFilter(m_whose);
}

void ActivityPane::buildCopying()
{
    m_copySelected->setObjectName(u"copyActivity"_s);
    m_copySelected->setShortcut(QKeySequence::Copy);
    m_copySelected->setShortcutContext(Qt::WidgetShortcut);
    m_copyAll->setObjectName(u"copyAllActivity"_s);
    m_story->setObjectName(u"activityStory"_s);
    m_rows->addActions({m_story, m_copySelected, m_copyAll});
    connect(m_story, &QAction::triggered, this, &ActivityPane::tellStory);
    connect(m_rows, &QTreeView::activated, this, &ActivityPane::tellStory);
    m_rows->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copySelected, &QAction::triggered, this, &ActivityPane::copySelected);
    connect(m_copyAll, &QAction::triggered, this, &ActivityPane::copyAll);

    auto *menu = new QMenu(m_copy);
    menu->setObjectName(u"copyActivityMenu"_s);
    menu->addActions({m_copySelected, m_copyAll});
    m_copy->setObjectName(u"copyActivityButton"_s);
    m_copy->setAccessibleName(tr("Copy the activity as text"));
    m_copy->setMenu(menu);
    makeQuiet(m_copy);
}

void ActivityPane::arrangeRows()
{
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
    m_rows->setMinimumHeight(2 * fontMetrics().lineSpacing());
}

void ActivityPane::arrange()
{
    auto *heading = new QLabel(tr("Activity"), this);
    makeHeading(heading);
    m_empty->setObjectName(u"activityEmpty"_s);
    m_empty->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setMargin(gridUnit);
    makeMuted(m_empty);

    auto *head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(m_group);
    head->addWidget(m_whose);
    head->addWidget(m_copy);
    m_body->addWidget(m_rows);
    m_body->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, gridUnit, pageMargin, gridUnit);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_body, 1);
    setTabOrder(m_group, m_whose);
    setTabOrder(m_whose, m_copy);
    setTabOrder(m_copy, m_rows);
}

void ActivityPane::setAccount(const QString &accountId)
{
    m_accountId = accountId;
    nameAccount();
    narrow();
}

ActivityPane::Choice ActivityPane::choice() const
{
    return {EventGroup(m_group->currentData().toInt()), Whose(m_whose->currentIndex())};
}

void ActivityPane::setChoice(const Choice &choice)
{
    m_group->setCurrentIndex(m_group->findData(int(choice.group)));
    m_whose->setCurrentIndex(int(choice.whose));
}

void ActivityPane::nameAccount()
{
    const std::optional<Account> account = m_services.accounts.find(m_accountId);
    const QString name = account ? account->displayName() : tr("This account");
    const int room = fontMetrics().averageCharWidth() * 24;
    m_whose->setItemText(1, fontMetrics().elidedText(name, Qt::ElideMiddle, room));
    m_whose->setItemData(1, name, Qt::ToolTipRole);
}

void ActivityPane::narrow()
{
    const Choice wanted = choice();
    EventFilter filter = filterOf(wanted.group);
    filter.accountId = wanted.whose == Whose::ThisAccount ? m_accountId : QString();
    m_model->setFilter(filter);
    m_group->setToolTip(contentsOf(wanted.group));
    showFitting();
}

void ActivityPane::showFitting()
{
    const bool isEmpty = m_model->rowCount() == 0;
    if (isEmpty)
        m_empty->setText(whyEmpty());
    m_body->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_rows);
    updateActions();
}

QString ActivityPane::whyEmpty() const
{
    const Choice wanted = choice();
    const bool ofOne = wanted.whose == Whose::ThisAccount;
    if (wanted.group != EventGroup::Everything)
        return ofOne ? tr("Nothing of this kind with this account in the last 400 days.")
                     : tr("Nothing of this kind in the last 400 days.");
    return ofOne ? tr("Nothing happened with this account in the last 400 days.")
                 : tr("Nothing happened in the last 400 days.");
}

void ActivityPane::updateActions()
{
    m_story->setEnabled(m_rows->selectionModel()->hasSelection());
    m_copySelected->setEnabled(m_rows->selectionModel()->hasSelection());
    m_copyAll->setEnabled(m_model->rowCount() > 0);
}

void ActivityPane::tellStory()
{
    const QModelIndex row = m_rows->currentIndex();
    if (!row.isValid())
        return;
    const Event event = m_model->eventAt(row);
    openTimeline(m_services.accounts, event, this);
    if (event.kind == Event::Kind::Noticed)
        m_services.accounts.unmark(event.accountId);
}

void ActivityPane::copySelected()
{
    QModelIndexList rows = m_rows->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    m_copy->copy(m_model->asText(rows));
}

void ActivityPane::copyAll()
{
    m_copy->copy(m_model->allAsText());
}

} // namespace tokendesk
