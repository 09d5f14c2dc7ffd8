// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/permissionlist.h"

#include "flowlayout.h"
#include "moodlabel.h"
#include "style.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int widestTable = 560;

QString titleOf(const QString &scopeId, const Provider &provider)
{
    const Scope *scope = provider.scope(scopeId);
    return scope ? scope->title : scopeId;
}

/// Of what was asked for; of a token that was pasted nobody knows that.
QString countOf(const Account &account)
{
    const auto granted = [&account](const QString &scope) { return account.grantedScopes.contains(scope); };
    const QStringList &asked = account.requestedScopes;
    if (asked.isEmpty())
        return PermissionList::tr("%n granted", nullptr, int(account.grantedScopes.size()));
    //: 4 of 5 permissions that were asked for
    return PermissionList::tr("%1 of %2 granted").arg(std::ranges::count_if(asked, granted)).arg(asked.size());
}

} // namespace

PermissionList::PermissionList(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(tr("What it may do"), this))
    , m_count(new QLabel(this))
    , m_unknown(new QLabel(this))
    , m_table(new QWidget(this))
    , m_grid(new QGridLayout(m_table))
    , m_askAgain(new QPushButton(tr("Ask again for these"), this))
    , m_change(new QPushButton(tr("Change permissions…"), this))
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
    m_elsewhere->setObjectName(u"withdrawElsewhere"_s);
    m_elsewhere->setTextFormat(Qt::PlainText);
    m_elsewhere->setWordWrap(true);
    makeMuted(m_elsewhere);
    m_link->setObjectName(u"withdrawAtProvider"_s);
    makeQuiet(m_link);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * gridUnit);
    column->addLayout(head);
    column->addWidget(m_unknown);
    column->addLayout(table());
    column->addWidget(buttons());
    column->addWidget(m_elsewhere);
    column->addWidget(m_link, 0, Qt::AlignLeft);
    connect(m_askAgain, &QPushButton::clicked, this, &PermissionList::askAgainChosen);
    connect(m_change, &QPushButton::clicked, this, &PermissionList::changeChosen);
    connect(m_menu, &QMenu::aboutToShow, this, &PermissionList::fillMenu);
    connect(m_link, &QPushButton::clicked, this, [this] { emit addressChosen(m_address); });
}

/// Not so wide that a line could not be followed from end to end.
QLayout *PermissionList::table()
{
    m_table->setObjectName(u"permissionTable"_s);
    m_table->setMaximumWidth(widestTable);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6 * gridUnit);
    m_grid->setVerticalSpacing(2 * gridUnit);
    m_grid->setColumnStretch(0, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_table, 100);
    row->addStretch(1);
    return row;
}

/// As many in a line as the width allows.
QWidget *PermissionList::buttons()
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    m_askAgain->setObjectName(u"askAgain"_s);
    m_change->setObjectName(u"changePermissions"_s);
    m_change->setAccessibleName(tr("Change permissions"));
    m_change->setToolTip(tr("Signs this account in again with other permissions; its name and settings stay."));
    m_withdraw->setObjectName(u"withdrawPermission"_s);
    m_withdraw->setAccessibleName(m_withdraw->text());
    m_withdraw->setMenu(m_menu);
    m_menu->setObjectName(u"withdrawMenu"_s);
    m_menu->setAccessibleName(m_withdraw->text());
    for (QPushButton *button : {m_askAgain, m_change, m_withdraw})
        flow->addWidget(button);
    return row;
}

void PermissionList::setAccount(const Account &account, const Provider &provider, Withdrawal withdrawal)
{
    qDeleteAll(m_cells);
    m_cells.clear();
    m_row = 0;
    m_askedKnown = !account.requestedScopes.isEmpty(); // not of a token that was pasted
    QStringList all = account.requestedScopes;
    for (const QString &scope : account.grantedScopes) {
        if (!all.contains(scope))
            all.append(scope);
    }
    if (account.grantedKnown && !all.isEmpty())
        addHead();
    for (const QString &scope : std::as_const(all)) {
        const Outcome known = account.grantedScopes.contains(scope) ? Outcome::Granted : Outcome::Declined;
        const Asked asked = account.requestedScopes.contains(scope) ? Asked::Yes : Asked::No;
        add(titleOf(scope, provider), asked, account.grantedKnown ? known : Outcome::Unknown);
    }
    m_count->setVisible(account.grantedKnown);
    m_count->setText(countOf(account));
    m_unknown->setVisible(!account.grantedKnown);
    m_unknown->setText(tr("%1 did not say what was granted. It was asked for:").arg(provider.name));
    m_change->setVisible(!provider.scopes.isEmpty());
    showAskAgain(account, provider);
    showWithdrawal(account, provider, withdrawal);
}

/// Where the token is no more, signing in again asks for all of it anyway.
void PermissionList::showAskAgain(const Account &account, const Provider &provider)
{
    QStringList declined;
    for (const QString &scope : account.requestedScopes) {
        if (!account.grantedScopes.contains(scope))
            declined.append(titleOf(scope, provider));
    }
    m_askAgain->setVisible(account.grantedKnown && !account.refused && !declined.isEmpty());
    m_askAgain->setToolTip(tr("%1 asks once more for: %2").arg(provider.name, declined.join(u", "_s)));
    m_askAgain->setAccessibleName(tr("Ask again for: %1").arg(declined.join(u", "_s)));
}

/// Nothing of it where the token is no more, or nothing was granted.
void PermissionList::showWithdrawal(const Account &account, const Provider &provider, Withdrawal withdrawal)
{
    m_granted.clear();
    for (const QString &scope : account.grantedScopes)
        m_granted.emplaceBack(scope, titleOf(scope, provider));
    m_address = provider.practice ? QUrl() : provider.withdraw;
    const bool hasAny = !account.refused && !m_granted.isEmpty();
    // What a server's token may do was given by an administrator, and no person takes it back.
    const bool isPersons = hasAny && !account.isForServer();
    const bool isElsewhere = isPersons && withdrawal == Withdrawal::AtProvider && !m_address.isEmpty();
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
    m_menu->addSeparator();
    m_menu->addAction(tr("All of them, to start afresh…"), this, &PermissionList::withdrawAllChosen)
        ->setObjectName(u"withdrawAll"_s);
}

void PermissionList::addHead()
{
    put(new QLabel(tr("Permission"), m_table), 0);
    if (m_askedKnown)
        put(new QLabel(tr("Asked for"), m_table), 1);
    put(new QLabel(tr("Answer"), m_table), 2);
    for (QLabel *cell : std::as_const(m_cells)) {
        makeMuted(cell);
        makeSmall(cell);
    }
    ++m_row;
}

/// One line: the permission, whether it was asked for, and the answer. Its name tells a screen reader all of it.
void PermissionList::add(const QString &title, Asked asked, Outcome outcome)
{
    auto *name = new MoodLabel(title, m_table);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    put(name, 0);
    if (m_askedKnown && outcome != Outcome::Unknown)
        put(new QLabel(asked == Asked::Yes ? tr("✓ asked") : tr("– not asked"), m_table), 1);
    auto *answer = new MoodLabel(m_table);
    switch (outcome) {
    case Outcome::Granted:
        //: The answer to a permission that was asked for
        answer->setText(tr("✓ granted"));
        name->setAccessibleName(asked == Asked::Yes || !m_askedKnown ? tr("%1: granted").arg(title)
                                                                     : tr("%1: granted, not asked for").arg(title));
        break;
    case Outcome::Declined:
        //: The answer to a permission that was asked for
        answer->setText(tr("✕ declined"));
        answer->setMood(Mood::Warning);
        name->setMood(Mood::Warning);
        name->setAccessibleName(tr("%1: declined").arg(title));
        break;
    case Outcome::Unknown:
        name->setText(u"• "_s + title);
        name->setAccessibleName(title);
        break;
    }
    put(answer, 2);
    ++m_row;
}

void PermissionList::put(QLabel *label, int column)
{
    m_grid->addWidget(label, m_row, column, Qt::AlignTop);
    label->show();
    m_cells.append(label);
}

} // namespace tokendesk
