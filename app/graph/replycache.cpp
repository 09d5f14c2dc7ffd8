// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replycache.h"

#include <QCryptographicHash>

namespace tokendesk {

namespace {

constexpr qsizetype mostAnswers = 500;
constexpr std::chrono::seconds longestLife = std::chrono::hours(1);

QByteArray keyOf(const QUrl &url)
{
    QByteArray address = url.toEncoded();
    QByteArray key = QCryptographicHash::hash(address, QCryptographicHash::Sha256);
    wipe(address.data(), std::size_t(address.size()));
    return key;
}

/// Not where the clock was set back meanwhile.
bool isFresh(const QDateTime &at, std::chrono::seconds maximumAge, const QDateTime &now)
{
    return at <= now && at.secsTo(now) < maximumAge.count();
}

} // namespace

std::optional<Answer> ReplyCache::find(const QUrl &url, std::chrono::seconds maximumAge, const QDateTime &now) const
{
    if (maximumAge.count() <= 0)
        return {};
    const auto kept = m_answers.constFind(keyOf(url));
    const bool fresh = kept != m_answers.cend() && isFresh(kept->at, maximumAge, now);
    return fresh ? std::optional(kept->answer) : std::nullopt;
}

void ReplyCache::take(const QUrl &url, const Result<Answer> &answer, const QDateTime &now)
{
    if (!answer || answer->status != 200) {
        m_answers.remove(keyOf(url));
        return;
    }
    if (m_answers.size() >= mostAnswers)
        m_answers.removeIf([&now](const auto &entry) { return !isFresh(entry.value().at, longestLife, now); });
    if (m_answers.size() >= mostAnswers)
        m_answers.clear();
    m_answers.insert(keyOf(url), {*answer, now});
}

} // namespace tokendesk
