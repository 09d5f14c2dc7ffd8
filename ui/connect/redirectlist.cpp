// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/redirectlist.h"

#include "connect/connectpage.h"
#include "connect/copybutton.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

RedirectList::RedirectList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    name(this, u"redirectList"_s, tr("Redirect addresses"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(gridUnit);
}

void RedirectList::setAddresses(const QStringList &addresses)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &address : addresses) {
        auto *row = new QWidget(this);
        QLabel *text = literal(address, row);
        text->setObjectName(u"redirectAddress"_s);
        auto *copy = new CopyButton(tr("Copy"), row);
        name(copy, u"copyRedirectAddress"_s, tr("Copy %1").arg(address));
        connect(copy, &QPushButton::clicked, copy, [copy, address] { copy->copy(address); });
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(text, 1);
        line->addWidget(copy);
        m_rows->addWidget(row);
    }
}

} // namespace tokendesk
