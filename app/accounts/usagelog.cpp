// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/usagelog.h"

#include "base/logging.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr qsizetype mostUnwritten = 500; // then it is written at once

bool isInSameStretch(const UsageSample &one, const UsageSample &other)
{
    return one.at.toSecsSinceEpoch() / usageStretch.count() == other.at.toSecsSinceEpoch() / usageStretch.count();
}

void join(UsageSample &sample, const UsageSample &newer)
{
    sample.calls = std::max(sample.calls, newer.calls);
    sample.time = std::max(sample.time, newer.time);
    sample.processor = std::max(sample.processor, newer.processor);
    sample.freeAt = newer.freeAt;
}

} // namespace

UsageLog::UsageLog(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &UsageLog::flush);
}

UsageLog::~UsageLog()
{
    flush();
}

void UsageLog::note(const CallOrigin &origin, const QList<Usage> &measured)
{
    const QDateTime now = m_clock.now();
    bool news = false;
    for (const Usage &usage : measured) {
        const bool ofApp = usage.allowance == Allowance::App;
        if (origin.providerId.isEmpty() || (!ofApp && origin.accountId.isEmpty()))
            continue;
        const UsageSample sample{.providerId = origin.providerId,
                                 .registrationId = origin.registrationId,
                                 .accountId = ofApp ? QString() : origin.accountId,
                                 .allowance = usage.allowance,
                                 .at = now,
                                 .calls = usage.calls,
                                 .time = usage.time,
                                 .processor = usage.processor,
                                 .freeAt = usage.regain > 0s ? now.addSecs(usage.regain.count()) : QDateTime()};
        const auto known = std::ranges::find_if(m_unwritten, [&sample](const UsageSample &other) {
            return other.isOfSameSeries(sample) && isInSameStretch(other, sample);
        });
        if (known == m_unwritten.end())
            m_unwritten.append(sample);
        else
            join(*known, sample);
        news = true;
    }
    if (m_unwritten.size() >= mostUnwritten)
        flush();
    else if (news && !m_soon.isActive())
        m_soon.start();
    if (news)
        emit changed();
}

void UsageLog::noteOwn(const CallOrigin &origin, int calls)
{
    const QDateTime now = m_clock.now();
    const auto known = std::ranges::find_if(m_made, [&](const OwnCalls &made) {
        return made.providerId == origin.providerId && made.registrationId == origin.registrationId
            && made.at.toSecsSinceEpoch() / 60 == now.toSecsSinceEpoch() / 60;
    });
    if (known == m_made.end())
        m_made.append({origin.providerId, origin.registrationId, now, calls});
    else
        known->calls += calls;
    if (!m_soon.isActive())
        m_soon.start();
}

std::optional<int> UsageLog::ownCalls(const CallOrigin &origin, const QDateTime &since)
{
    const Result<int> written = stored().ownCalls(origin.providerId, origin.registrationId, since);
    return written && m_made.isEmpty() ? std::optional(*written) : std::nullopt;
}

/// What could not be written is tried again: calls that nobody has noted would be taken for somebody else's.
void UsageLog::flushOwn()
{
    if (m_made.isEmpty() || !m_database.isOpen())
        return;
    if (m_database.noteOwnCalls(m_made, m_clock.now()))
        m_made.clear();
    else
        qCWarning(lcAccounts) << "How many calls were made could not be noted";
    m_made = m_made.last(std::min(m_made.size(), mostUnwritten));
}

void UsageLog::flush()
{
    m_soon.stop();
    flushOwn();
    const QList<UsageSample> samples = std::exchange(m_unwritten, {});
    if (!samples.isEmpty() && m_database.isOpen() && !m_database.noteUsage(samples, m_clock.now()))
        qCWarning(lcAccounts) << "How much of the allowances is used could not be noted";
}

const Database &UsageLog::stored()
{
    flush();
    return m_database;
}

QList<UsageSample> UsageLog::newest()
{
    return stored().newestUsage().value_or(QList<UsageSample>());
}

QList<UsageSample> UsageLog::since(const UsageSample &series, const QDateTime &from)
{
    return stored().usage(series, from).value_or(QList<UsageSample>());
}

} // namespace tokendesk
