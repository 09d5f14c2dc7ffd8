// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordermenu.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace tokendesk {

OrderMenu::OrderMenu(Settings &settings, const QString &title, QWidget *parent)
    : QMenu(title, parent)
    , m_settings(settings)
    , m_orders(new QActionGroup(this))
{
    setObjectName(u"orderMenu"_s);
    const std::initializer_list<std::pair<AccountOrder, QString>> orders{
        {AccountOrder::Name, tr("&Name")},
        {AccountOrder::NeedsYou, tr("Needs &you first")},
        {AccountOrder::TimeLeft, tr("&Time left")}};
    for (const auto &[order, text] : orders) {
        QAction *action = addAction(text);
        action->setObjectName(u"actionOrder%1"_s.arg(int(order)));
        action->setCheckable(true);
        action->setActionGroup(m_orders);
        action->setData(int(order));
    }
    connect(m_orders, &QActionGroup::triggered, this, &OrderMenu::choose);
    connect(this, &QMenu::aboutToShow, this,
            [this] { m_orders->actions().at(int(m_settings.accountOrder()))->setChecked(true); });
}

void OrderMenu::choose(const QAction *action)
{
    m_settings.setAccountOrder(AccountOrder(action->data().toInt()));
    emit chosen(m_settings.accountOrder());
}

} // namespace tokendesk
