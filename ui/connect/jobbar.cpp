// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/jobbar.h"

#include "connect/connectpage.h"
#include "flowlayout.h"
#include "style.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

JobBar::JobBar(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QWidget(this))
    , m_flow(new FlowLayout(m_buttons))
    , m_sentence(wrapping({}, this))
{
    name(this, u"jobs"_s, tr("What the token is for"));
    m_sentence->setObjectName(u"jobSentence"_s);
    makeMuted(m_sentence);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * gridUnit);
    column->addWidget(m_buttons);
    column->addWidget(m_sentence);
}

void JobBar::setProvider(const Provider &provider)
{
    qDeleteAll(m_jobs);
    m_jobs.clear();
    for (const Preset &preset : provider.presets) {
        m_jobs.append(button(preset));
        m_flow->addWidget(m_jobs.last());
        m_jobs.last()->show(); // a layout would show it only later
    }
    setVisible(!m_jobs.isEmpty());
}

QPushButton *JobBar::button(const Preset &preset)
{
    auto *job = new QPushButton(QString(preset.title).replace(u'&', u"&&"_s), m_buttons);
    name(job, preset.id + "Job"_L1, preset.title);
    job->setAccessibleDescription(preset.sentence);
    job->setToolTip(preset.sentence);
    job->setCheckable(true);
    job->setAutoDefault(false); // Enter goes on
    makeChip(job);
    // Not its clicked(): a screen reader toggles without clicking.
    connect(job, &QPushButton::toggled, this, [this, id = preset.id] { emit jobClicked(id); });
    return job;
}

void JobBar::setChoice(const ScopeChoice &choice)
{
    const QList<Preset> &presets = choice.provider().presets;
    for (qsizetype i = 0; i < m_jobs.size(); ++i) {
        const QSignalBlocker quiet(m_jobs.at(i));
        m_jobs.at(i)->setChecked(choice.jobs().contains(presets.at(i).id));
    }
    const auto last
        = std::ranges::find(presets, choice.jobs().isEmpty() ? QString() : choice.jobs().last(), &Preset::id);
    m_sentence->setText(last == presets.end() ? tr("Choose what the token is for, or tick permissions one by one.")
                                              : last->sentence);
}

} // namespace tokendesk
