// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/scopepicker.h"

#include "connect/connectpage.h"
#include "connect/foreignrow.h"
#include "connect/scoperow.h"
#include "provider/retired.h"
#include "style.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

template <typename AnyScope>
QString textOf(const AnyScope &scope)
{
    return scope.title + u' ' + scope.sentence + u' ' + scope.id;
}

bool hasAll(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// Practice stands in for the family's own consent page.
ScopeHome homeOf(const Provider &provider)
{
    switch (provider.family) {
    case Family::Instagram:
        return ScopeHome::Instagram;
    case Family::Facebook:
        return ScopeHome::Facebook;
    case Family::Standard:
        break;
    }
    return ScopeHome::Elsewhere;
}

ForeignRow::Words wordsOf(const ForeignScope &scope)
{
    ForeignRow::Words words{.id = scope.id, .title = scope.title, .sentence = scope.sentence, .badge = {}};
    words.badge = scope.family == Family::Facebook ? ScopePicker::tr("Facebook Login only")
                                                   : ScopePicker::tr("Instagram Login only");
    if (!scope.instead.isEmpty())
        words.sentence = ScopePicker::tr("Here it is called %1.").arg(scope.instead);
    return words;
}

ForeignRow::Words wordsOf(const RetiredName &retired)
{
    const QString instead = retired.instead;
    return {.id = retired.scope,
            .badge = instead.isEmpty() ? ScopePicker::tr("retired, nothing replaces it")
                                       : ScopePicker::tr("retired → use %1").arg(instead)};
}

} // namespace

ScopePicker::ScopePicker(QWidget *parent)
    : QFrame(parent)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
    , m_nothing(wrapping({}, m_content))
{
    name(this, u"scopePicker"_s, tr("Permissions"));
    makeCard(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_nothing->setObjectName(u"nothingFound"_s);
    m_nothing->setContentsMargins(3 * gridUnit, 2 * gridUnit, 3 * gridUnit, 2 * gridUnit);
    makeMuted(m_nothing);
    m_layout->addWidget(m_nothing);
    m_layout->addStretch();
    auto *card = new QVBoxLayout(this);
    card->setContentsMargins(1, gridUnit, 1, gridUnit); // within the card's line and round corners
    card->addWidget(scrolling(m_content, this));
}

void ScopePicker::setProvider(const Provider &provider, const QStringList &chosen)
{
    m_choice = ScopeChoice(provider, chosen);
    qDeleteAll(m_rows);
    qDeleteAll(m_foreign);
    m_rows.clear();
    m_foreign.clear();
    delete m_layout->takeAt(m_layout->count() - 1); // the stretch
    for (const Scope &scope : provider.scopes) {
        auto *row = new ScopeRow(scope, provider, m_content);
        connect(row, &ScopeRow::clicked, this, [this, id = scope.id] { toggle(id); });
        m_layout->addWidget(row);
        m_rows.append(row);
    }
    for (const ForeignScope &scope : provider.elsewhere) {
        m_foreign.append(new ForeignRow(wordsOf(scope), m_content));
        m_layout->addWidget(m_foreign.last());
    }
    m_layout->addStretch();
    search({});
    showChoice();
}

QWidget *ScopePicker::firstField() const
{
    const auto hidden = [](const ScopeRow *row) { return row->isHidden(); };
    const QList<Scope> &scopes = m_choice.provider().scopes;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (!scopes.at(i).required && !hidden(m_rows.at(i)))
            return m_rows.at(i)->field();
    }
    const auto shown = std::ranges::find_if_not(m_rows, hidden);
    return shown == m_rows.end() ? nullptr : (*shown)->field();
}

// -- what is ticked

void ScopePicker::toggle(const QString &scopeId)
{
    m_choice.toggle(scopeId);
    showChoice();
    emit changed();
}

void ScopePicker::toggleJob(const QString &presetId)
{
    m_choice.toggleJob(presetId);
    showChoice();
    emit changed();
}

void ScopePicker::dropExcess()
{
    m_choice.dropExcess();
    showChoice();
    emit changed();
}

void ScopePicker::reset()
{
    m_choice.reset();
    showChoice();
    emit changed();
}

void ScopePicker::showChoice()
{
    const QStringList ticked = scopes();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Scope &scope = m_choice.provider().scopes.at(i);
        m_rows.at(i)->setTicked(ticked.contains(scope.id), neededBy(scope, ticked));
    }
}

QString ScopePicker::neededBy(const Scope &scope, const QStringList &ticked) const
{
    QStringList titles;
    for (const Scope &other : m_choice.provider().scopes) {
        if (ticked.contains(other.id) && other.needs.contains(scope.id))
            titles.append(tr("“%1”").arg(other.title));
    }
    // What is always on needs no further reason.
    return scope.required ? QString() : QLocale().createSeparatedList(titles);
}

// -- search

void ScopePicker::search(const QString &words)
{
    const QStringList sought = words.split(u' ', Qt::SkipEmptyParts);
    const QList<Scope> &scopes = m_choice.provider().scopes;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setVisible(hasAll(textOf(scopes.at(i)), sought));
    searchForeign(sought);
    qDeleteAll(m_retired);
    m_retired.clear();
    if (sought.size() == 1)
        searchRetired(sought.first());
    m_nothing->setText(tr("No permission is called “%1”.").arg(words.trimmed()));
    m_nothing->setVisible(!sought.isEmpty() && found() == 0);
}

/// What is called otherwise here is shown to those who search for it, with what it is called here.
void ScopePicker::searchForeign(const QStringList &words)
{
    for (qsizetype i = 0; i < m_foreign.size(); ++i) {
        const ForeignScope &scope = m_choice.provider().elsewhere.at(i);
        // By its words it is found under its name here.
        const bool wanted = scope.instead.isEmpty()
            ? hasAll(textOf(scope), words)
            : words.size() == 1 && scope.id.contains(words.first(), Qt::CaseInsensitive);
        const bool named = scope.instead.isEmpty() || (wanted && words.first().contains(u'_'));
        m_foreign.at(i)->setVisible(wanted && named);
        if (wanted && named)
            showRow(scope.instead);
    }
}

/// Names of this form alone are meant as such; "comments" is a word as well.
void ScopePicker::searchRetired(const QString &name)
{
    for (const RetiredName &retired : retiredNames(homeOf(m_choice.provider()))) {
        const bool meant = name.contains(u'_') ? retired.scope.contains(name) : retired.scope == name && found() == 0;
        if (!meant)
            continue;
        m_retired.append(new ForeignRow(wordsOf(retired), m_content));
        m_layout->insertWidget(m_layout->count() - 1, m_retired.last());
        m_retired.last()->show();
        showRow(retired.instead);
    }
}

void ScopePicker::showRow(const QString &scopeId)
{
    if (const Scope *scope = m_choice.provider().scope(scopeId))
        m_rows.at(scope - m_choice.provider().scopes.data())->show();
}

int ScopePicker::found() const
{
    const auto shown = [](const QWidget *row) { return !row->isHidden(); };
    return int(std::ranges::count_if(m_rows, shown) + std::ranges::count_if(m_foreign, shown) + m_retired.size());
}

} // namespace tokendesk
