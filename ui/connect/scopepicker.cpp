// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/scopepicker.h"

#include "connect/connectpage.h"
#include "connect/scoperow.h"
#include "style.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

ScopePicker::ScopePicker(QWidget *parent)
    : QFrame(parent)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    name(this, u"scopePicker"_s, tr("Permissions"));
    makeCard(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto *card = new QVBoxLayout(this);
    card->setContentsMargins(1, gridUnit, 1, gridUnit); // within the card's line and round corners
    card->addWidget(scrolling(m_content, this));
}

void ScopePicker::setProvider(const Provider &provider, const QStringList &chosen)
{
    m_provider = provider;
    m_chosen = chosen;
    qDeleteAll(m_rows);
    m_rows.clear();
    delete m_layout->takeAt(0); // the stretch
    for (const Scope &scope : provider.scopes) {
        auto *row = new ScopeRow(scope, provider, m_content);
        connect(row, &ScopeRow::clicked, this, [this, id = scope.id] { toggle(id); });
        m_layout->addWidget(row);
        m_rows.append(row);
    }
    m_layout->addStretch();
    showChoice();
}

QStringList ScopePicker::scopes() const
{
    return m_provider.withDependencies(m_chosen);
}

QWidget *ScopePicker::firstField() const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (!m_provider.scopes.at(i).required)
            return m_rows.at(i)->field();
    }
    return m_rows.isEmpty() ? nullptr : m_rows.first()->field();
}

void ScopePicker::toggle(const QString &scopeId)
{
    // What is required or needed by another one stays ticked; its row says why.
    if (!m_chosen.removeOne(scopeId) && !scopes().contains(scopeId))
        m_chosen.append(scopeId);
    showChoice();
    emit changed();
}

void ScopePicker::showChoice()
{
    const QStringList ticked = scopes();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Scope &scope = m_provider.scopes.at(i);
        m_rows.at(i)->setTicked(ticked.contains(scope.id), neededBy(scope, ticked));
    }
}

QString ScopePicker::neededBy(const Scope &scope, const QStringList &ticked) const
{
    QStringList titles;
    for (const Scope &other : m_provider.scopes) {
        if (ticked.contains(other.id) && other.needs.contains(scope.id))
            titles.append(tr("“%1”").arg(other.title));
    }
    // What is always on needs no further reason.
    return scope.required ? QString() : QLocale().createSeparatedList(titles);
}

} // namespace tokendesk
