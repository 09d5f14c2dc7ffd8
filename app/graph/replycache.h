// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/transport.h"

#include <QHash>
#include <QUrl>
#include <chrono>
#include <optional>

namespace tokendesk {

/// Answers of a short life, so that what was just read is not asked for again. Known by a hash of the whole address,
/// which holds the token, and not by the token. At most 500.
class ReplyCache
{
public:
    /// That answer, where it is not older than that.
    std::optional<Answer> find(const QUrl &url, std::chrono::seconds maximumAge, const QDateTime &now) const;
    /// A success replaces what was there; anything else ends it.
    void take(const QUrl &url, const Result<Answer> &answer, const QDateTime &now);
    /// Something was changed at a provider: all of it may be out of date.
    void clear() { m_answers.clear(); }
    qsizetype size() const { return m_answers.size(); }

private:
    struct Kept
    {
        Answer answer;
        QDateTime at; ///< UTC
    };
    QHash<QByteArray, Kept> m_answers;
};

/// For profiles and permissions that are read for a person: long enough for one sitting.
constexpr std::chrono::seconds shortMemory = std::chrono::minutes(5);

} // namespace tokendesk
