// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>
#include <optional>

namespace tokendesk {

/// What a Practice token says about itself. The server stores none: whatever it needs to know is signed into the token,
/// so that one works after a restart, on another port and at a server of another process.
struct PracticeToken
{
    enum class Kind : quint8 { Short, Long };

    Kind kind = Kind::Short;
    quint64 appId = 0;
    quint64 userId = 0; ///< app-scoped
    QStringList scopes; ///< granted, in the order of practiceScopes()
    QDateTime issuedAt; ///< UTC, to the millisecond
    QDateTime expiresAt; ///< UTC, to the millisecond
};

/// The permissions Practice knows: all that Instagram Login has.
const QStringList &practiceScopes();

/// The token's text: "PRACTICE" and 172 characters of base64url, never the same twice.
QByteArray mintPracticeToken(const PracticeToken &token);

/// What it says, expired or not; nothing where it was not minted here or was changed. The key behind the signature is
/// public: Practice guards nothing, the signature only makes a damaged paste fail as it would at Instagram.
std::optional<PracticeToken> readPracticeToken(const QByteArray &text);

} // namespace tokendesk
