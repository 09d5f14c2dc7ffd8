// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>
#include <optional>

namespace tokendesk {

/// What a token of Practice's Facebook says about itself; it is signed and the server stores none.
struct PracticeFacebookToken
{
    enum class Kind : quint8 { ShortUser, LongUser, Page, SystemUser };

    Kind kind = Kind::ShortUser;
    quint64 appId = 0;
    quint64 userId = 0; ///< the person, or the system user
    quint64 pageId = 0; ///< of a Page's token
    QStringList scopes; ///< granted
    QStringList declined; ///< asked for and not granted
    QList<quint64> pages; ///< ticked on the consent page
    QDateTime issuedAt; ///< UTC
    QDateTime expiresAt{}; ///< UTC; invalid for never
    QDateTime dataAccessExpiresAt{}; ///< UTC; invalid for never
};

/// "PRACTICEFB" and base64url, never the same twice.
QByteArray mintPracticeFacebookToken(const PracticeFacebookToken &token);
/// What it says, expired or not; nothing where it was not minted here or was changed.
std::optional<PracticeFacebookToken> readPracticeFacebookToken(const QByteArray &text);

} // namespace tokendesk
