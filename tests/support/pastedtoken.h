// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceaccounts.h"
#include "practice/practiceserver.h"
#include "practice/practicetokens.h"

#include <QDateTime>

namespace tokendesk {

/// What somebody has who got a 60-day token from Practice two days ago, by other means than this program.
inline PracticeToken givenToken(const QDateTime &now, qsizetype account = 0)
{
    return {.kind = PracticeToken::Kind::Long,
            .appId = PracticeServer::clientId().toULongLong(),
            .userId = practiceAccounts().at(account).userId,
            .scopes = practiceScopes().first(2),
            .issuedAt = now.addDays(-2),
            .expiresAt = now.addDays(58)};
}

} // namespace tokendesk
