// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

namespace tokendesk {

/// Which permissions of a provider are ticked: for jobs, and by themselves. What a ticked one needs, and what is
/// required, is ticked with it. Pure.
class ScopeChoice
{
public:
    ScopeChoice() = default;
    /// Begins with those in `chosen`; jobs that together are exactly these count as chosen.
    ScopeChoice(const Provider &provider, const QStringList &chosen);

    const Provider &provider() const { return m_provider; }
    /// The ids that are ticked, in the provider's order.
    QStringList scopes() const { return m_provider.withDependencies(m_chosen); }

    /// Ticks it or, where nothing that is ticked needs it, unticks it. A job that it belongs to is then no longer
    /// chosen; the rest of that job stays ticked.
    void toggle(const QString &scopeId);

    /// The ids of the jobs that are chosen, in the order in which they were.
    const QStringList &jobs() const { return m_jobs; }
    /// Chooses the job and ticks its permissions; or takes it back, with those that no other chosen job has.
    void toggleJob(const QString &presetId);

    /// Ticked by themselves, and no chosen job needs them. None where no job is chosen: then nobody knows.
    QStringList excess() const;
    /// Unticks these.
    void dropExcess();

    /// Is it no longer what it began with?
    bool isChanged() const { return scopes() != m_provider.withDependencies(m_start); }
    /// What it began with.
    void reset() { *this = ScopeChoice(m_provider, QStringList(m_start)); }

private:
    const Preset *preset(const QString &presetId) const;
    QStringList scopesOf(const QStringList &presetIds) const;
    bool isTicked(const Preset &preset, const QStringList &ticked) const;
    void findJobs();

    Provider m_provider;
    QStringList m_start;
    QStringList m_chosen; ///< ticked by the person, without what they need
    QStringList m_jobs;
};

} // namespace tokendesk
