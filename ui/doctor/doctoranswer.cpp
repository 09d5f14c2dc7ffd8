// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctoranswer.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "moodlabel.h"
#include "style.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

std::optional<Mood> moodOf(Health health)
{
    switch (health) {
    case Health::Good:
        return Mood::Good;
    case Health::Note:
        return Mood::Warning;
    case Health::Bad:
        return Mood::Trouble;
    case Health::Unknown:
    case Health::NotNeeded:
        break;
    }
    return {};
}

/// Where it stood before, gone with the next turn of the loop: one of its buttons may be at work.
void replace(QWidget *&old, QWidget *fresh, QVBoxLayout *column, int place)
{
    if (old) {
        column->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    old = fresh;
    column->insertWidget(place, fresh);
}

} // namespace

DoctorAnswer::DoctorAnswer(QWidget *parent)
    : QWidget(parent)
    , m_what(wrapping({}, this))
    , m_stepsHeading(wrapping(tr("What to do"), this))
    , m_checksHeading(wrapping(tr("What was looked at"), this))
    , m_checks(checkRows())
    , m_column(new QVBoxLayout(this))
{
    m_what->setObjectName(u"doctorWhat"_s);
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    makeHeading(m_what);
    makeHeading(m_stepsHeading);
    makeHeading(m_checksHeading);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(3 * gridUnit);
    m_column->addWidget(m_what);
    m_column->addWidget(m_stepsHeading);
    m_column->addWidget(m_checksHeading);
    m_column->addWidget(m_checks);
    m_column->addStretch();
}

void DoctorAnswer::tell(const Examination &examination)
{
    const QString what = whatItIs(examination);
    if (what != m_what->text()) {
        m_what->setText(what);
        announce(m_what, what);
    }
    m_what->setVisible(!what.isEmpty());
    showFacts(examination);
    showSteps(examination);
    showChecks(examination);
}

void DoctorAnswer::showFacts(const Examination &examination)
{
    const QList<DoctorFact> facts = factsOf(examination);
    QStringList shown;
    for (const DoctorFact &fact : facts)
        shown.append(fact.title + u'\n' + fact.value);
    if (m_facts && shown == m_shownFacts)
        return;
    m_shownFacts = shown;
    auto *grid = new QWidget(this);
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4 * gridUnit);
    layout->setVerticalSpacing(gridUnit);
    layout->setColumnStretch(1, 1);
    for (int i = 0; i < int(facts.size()); ++i) {
        auto *title = new QLabel(facts.at(i).title, grid);
        QLabel *value = wrapping(facts.at(i).value, grid);
        value->setObjectName(u"doctorFact%1"_s.arg(i));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(facts.at(i).title);
        makeMuted(title);
        layout->addWidget(title, i, 0, Qt::AlignTop);
        layout->addWidget(value, i, 1);
    }
    replace(m_facts, grid, m_column, m_column->indexOf(m_what) + 1);
    m_facts->setVisible(!facts.isEmpty());
}

void DoctorAnswer::showSteps(const Examination &examination)
{
    const QList<DoctorStep> steps = stepsOf(examination);
    m_stepsHeading->setVisible(!steps.isEmpty());
    if (m_steps && steps == m_shownSteps)
        return;
    m_shownSteps = steps;
    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    for (int i = 0; i < int(steps.size()); ++i)
        layout->addWidget(stepRow(i, steps.at(i), examination.provider()));
    replace(m_steps, list, m_column, m_column->indexOf(m_stepsHeading) + 1);
    m_steps->setVisible(!steps.isEmpty());
}

QWidget *DoctorAnswer::stepRow(int number, const DoctorStep &step, const Provider &provider)
{
    auto *card = new QFrame(this);
    makeCard(card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(gridUnit);
    //: A step of several: its number, what to do
    QLabel *todo = wrapping(tr("%1. %2").arg(QString::number(number + 1), step.todo), card);
    todo->setObjectName(u"doctorStep%1"_s.arg(number));
    QLabel *who = wrapping(nameOf(step.who, provider), card);
    who->setObjectName(u"doctorStepWho%1"_s.arg(number));
    makeMuted(who);
    column->addWidget(todo);
    column->addWidget(who);
    if (!step.link.isEmpty()) {
        auto *link = new QPushButton(tr("Open the page for it"), card);
        name(link, u"doctorStepLink%1"_s.arg(number), link->text());
        makeQuiet(link);
        link->setAutoDefault(false);
        column->addWidget(link, 0, Qt::AlignLeading);
        connect(link, &QPushButton::clicked, this, [this, url = step.link] { emit linkRequested(url); });
    }
    return card;
}

QWidget *DoctorAnswer::checkRows()
{
    auto *list = new QWidget(this);
    auto *layout = new QGridLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(3 * gridUnit);
    layout->setVerticalSpacing(gridUnit);
    layout->setColumnStretch(2, 1);
    for (int i = 0; i < checkCount; ++i) {
        CheckRow &row = m_rows[std::size_t(i)];
        row.sign = new MoodLabel(list);
        row.title = new QLabel(titleOf(Check(i)), list);
        row.sentence = wrapping({}, list);
        row.sentence->setObjectName(u"doctorCheck%1"_s.arg(i));
        row.sentence->setAccessibleName(row.title->text());
        row.sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(row.sign, i, 0, Qt::AlignTop);
        layout->addWidget(row.title, i, 1, Qt::AlignTop);
        layout->addWidget(row.sentence, i, 2);
    }
    return list;
}

/// The rows stay where they are from the first check on, so that nothing jumps.
void DoctorAnswer::showChecks(const Examination &examination)
{
    const bool any = examination.isRunning() || !examination.findings().isEmpty();
    m_checksHeading->setVisible(any);
    m_checks->setVisible(any);
    for (int i = 0; i < checkCount; ++i) {
        const CheckRow &row = m_rows[std::size_t(i)];
        const Finding *finding = examination.finding(Check(i));
        row.sign->setText(finding ? signOf(finding->health) : u"·"_s);
        row.sign->setMood(finding ? moodOf(finding->health) : std::nullopt);
        row.sentence->setText(finding                                 ? sentenceOf(*finding, examination.provider())
                                  : examination.running() == Check(i) ? tr("is looked at…")
                                                                      : QString());
    }
}

} // namespace tokendesk
