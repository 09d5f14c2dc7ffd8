// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/permissionlist.h"

#include "moodlabel.h"
#include "style.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString titleOf(const QString &scopeId, const Provider &provider)
{
    const Scope *scope = provider.scope(scopeId);
    return scope ? scope->title : scopeId;
}

} // namespace

PermissionList::PermissionList(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(tr("What it may do"), this))
    , m_count(new QLabel(this))
    , m_unknown(new QLabel(this))
    , m_grid(new QGridLayout)
    , m_withdraw(new QPushButton(tr("Withdraw a permission"), this))
    , m_menu(new QMenu(m_withdraw))
    , m_elsewhere(new QLabel(this))
    , m_link(new QPushButton(this))
{
    setObjectName(u"permissions"_s);
    m_count->setObjectName(u"permissionCount"_s);
    m_unknown->setObjectName(u"permissionsUnknown"_s);
    makeHeading(m_heading);
    makeBadge(m_count);
    makeMuted(m_unknown);
    m_unknown->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_count);
    m_grid->setHorizontalSpacing(6 * gridUnit);
    m_grid->setVerticalSpacing(10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * gridUnit);
    column->addLayout(head);
    column->addWidget(m_unknown);
    column->addLayout(m_grid);
    m_withdraw->setObjectName(u"withdrawPermission"_s);
    m_withdraw->setAccessibleName(m_withdraw->text());
    m_withdraw->setMenu(m_menu);
    m_menu->setObjectName(u"withdrawMenu"_s);
    m_menu->setAccessibleName(m_withdraw->text());
    m_elsewhere->setObjectName(u"withdrawElsewhere"_s);
    m_elsewhere->setTextFormat(Qt::PlainText);
    m_elsewhere->setWordWrap(true);
    makeMuted(m_elsewhere);
    m_link->setObjectName(u"withdrawAtProvider"_s);
    makeQuiet(m_link);
    column->addWidget(m_withdraw, 0, Qt::AlignLeft);
    column->addWidget(m_elsewhere);
    column->addWidget(m_link, 0, Qt::AlignLeft);
    connect(m_menu, &QMenu::aboutToShow, this, &PermissionList::fillMenu);
    connect(m_link, &QPushButton::clicked, this, [this] { emit addressChosen(m_address); });
}

void PermissionList::setAccount(const Account &account, const Provider &provider, Withdrawal withdrawal)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    m_columns = 0;
    QStringList asked = account.requestedScopes;
    for (const QString &scope : account.grantedScopes) {
        if (!asked.contains(scope))
            asked.append(scope);
    }
    for (const QString &scope : std::as_const(asked)) {
        const Outcome known = account.grantedScopes.contains(scope) ? Outcome::Granted : Outcome::Declined;
        add(titleOf(scope, provider), account.grantedKnown ? known : Outcome::Unknown);
    }
    m_count->setVisible(account.grantedKnown);
    //: 4 of 5 permissions
    m_count->setText(tr("%1 of %2 granted").arg(account.grantedScopes.size()).arg(asked.size()));
    m_unknown->setVisible(!account.grantedKnown);
    m_unknown->setText(tr("%1 did not say what was granted. It was asked for:").arg(provider.name));
    setColumns(columnsFor(width()));
    showWithdrawal(account, provider, withdrawal);
}

/// Nothing of it where the token is no more, or nothing was granted.
void PermissionList::showWithdrawal(const Account &account, const Provider &provider, Withdrawal withdrawal)
{
    m_granted.clear();
    for (const QString &scope : account.grantedScopes)
        m_granted.emplaceBack(scope, titleOf(scope, provider));
    m_address = provider.practice ? QUrl() : provider.withdraw;
    const bool hasAny = !account.refused && !m_granted.isEmpty();
    const bool isElsewhere = hasAny && withdrawal == Withdrawal::AtProvider && !m_address.isEmpty();
    m_withdraw->setVisible(hasAny && withdrawal == Withdrawal::OneByOne);
    m_elsewhere->setVisible(isElsewhere);
    m_elsewhere->setText(tr("%1 has no way to take a single permission back from here. Whoever owns the account can "
                            "take all of the app's access away there.")
                             .arg(provider.name));
    m_link->setVisible(isElsewhere);
    m_link->setText(tr("Take the app's access away at %1").arg(provider.name));
    m_link->setAccessibleName(m_link->text());
}

void PermissionList::fillMenu()
{
    m_menu->clear();
    for (const auto &[permission, title] : std::as_const(m_granted)) {
        QAction *action = m_menu->addAction(QString(title).replace(u'&', u"&&"_s), this,
                                            [this, chosen = permission] { emit withdrawChosen(chosen); });
        action->setObjectName(permission);
    }
}

void PermissionList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setColumns(columnsFor(event->size().width()));
}

void PermissionList::add(const QString &title, Outcome outcome)
{
    auto *row = new MoodLabel(this);
    row->setTextFormat(Qt::PlainText);
    row->setWordWrap(true);
    switch (outcome) {
    case Outcome::Granted:
        //: A permission that was granted
        row->setText(tr("✓ %1").arg(title));
        row->setAccessibleName(tr("%1: granted").arg(title));
        break;
    case Outcome::Declined:
        //: A permission that was asked for and not granted
        row->setText(tr("✕ %1 (declined)").arg(title));
        row->setMood(Mood::Warning);
        row->setAccessibleName(tr("%1: declined").arg(title));
        break;
    case Outcome::Unknown:
        row->setText(u"• "_s + title);
        row->setAccessibleName(title);
        break;
    }
    m_rows.append(row);
}

void PermissionList::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QLabel *row : std::as_const(m_rows))
        m_grid->removeWidget(row);
    for (int i = 0; i < m_rows.size(); ++i) {
        m_grid->addWidget(m_rows.at(i), i / columns, i % columns, Qt::AlignTop);
        m_rows.at(i)->show();
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

int PermissionList::columnsFor(int width) const
{
    int widest = 0;
    for (const QLabel *row : m_rows)
        widest = std::max(widest, row->fontMetrics().horizontalAdvance(row->text()));
    return width >= 2 * widest + 6 * gridUnit ? 2 : 1;
}

} // namespace tokendesk
