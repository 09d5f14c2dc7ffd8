// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/scopechoice.h"

#include <algorithm>

namespace tokendesk {

ScopeChoice::ScopeChoice(const Provider &provider, const QStringList &chosen)
    : m_provider(provider)
    , m_start(chosen)
    , m_chosen(chosen)
{
    findJobs();
}

const Preset *ScopeChoice::preset(const QString &presetId) const
{
    const auto found = std::ranges::find(m_provider.presets, presetId, &Preset::id);
    return found == m_provider.presets.end() ? nullptr : &*found;
}

/// Without what they need.
QStringList ScopeChoice::scopesOf(const QStringList &presetIds) const
{
    QStringList ids;
    for (const QString &id : presetIds) {
        if (const Preset *job = preset(id))
            ids.append(job->scopes);
    }
    return ids;
}

bool ScopeChoice::isTicked(const Preset &preset, const QStringList &ticked) const
{
    return std::ranges::all_of(preset.scopes, [&ticked](const QString &id) { return ticked.contains(id); });
}

/// One job that is exactly what is ticked, else all that are part of it and together make it up.
void ScopeChoice::findJobs()
{
    const QStringList ticked = scopes();
    QStringList parts;
    for (const Preset &each : m_provider.presets) {
        if (m_provider.withDependencies(each.scopes) == ticked) {
            m_jobs = {each.id};
            return;
        }
        if (isTicked(each, ticked))
            parts.append(each.id);
    }
    if (!parts.isEmpty() && m_provider.withDependencies(scopesOf(parts)) == ticked)
        m_jobs = parts;
}

void ScopeChoice::toggle(const QString &scopeId)
{
    // What is required or needed by another one stays ticked; its row says why.
    if (!m_chosen.removeOne(scopeId) && !scopes().contains(scopeId))
        m_chosen.append(scopeId);
    const QStringList ticked = scopes();
    m_jobs.removeIf([this, &ticked](const QString &id) { return !isTicked(*preset(id), ticked); });
}

void ScopeChoice::toggleJob(const QString &presetId)
{
    const Preset *job = preset(presetId);
    if (!job)
        return;
    const bool begins = !m_jobs.removeOne(presetId);
    if (begins)
        m_jobs.append(presetId);
    const QStringList kept = scopesOf(m_jobs);
    for (const QString &id : job->scopes) {
        if (begins && !m_chosen.contains(id))
            m_chosen.append(id);
        else if (!begins && !kept.contains(id))
            m_chosen.removeAll(id);
    }
}

QStringList ScopeChoice::excess() const
{
    if (m_jobs.isEmpty())
        return {};
    const QStringList needed = m_provider.withDependencies(scopesOf(m_jobs));
    QStringList more = scopes();
    more.removeIf([&](const QString &id) { return needed.contains(id) || !m_chosen.contains(id); });
    return more;
}

void ScopeChoice::dropExcess()
{
    const QStringList more = excess();
    m_chosen.removeIf([&more](const QString &id) { return more.contains(id); });
}

} // namespace tokendesk
