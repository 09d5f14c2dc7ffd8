// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceconsents.h"
#include "practice/practiceerrors.h"
#include "practice/practicemessages.h"
#include "practice/practicetokens.h"
#include "practice/practiceusage.h"

#include <QDateTime>
#include <QHash>
#include <QPair>
#include <chrono>
#include <expected>
#include <optional>

namespace tokendesk {

/// How a successful answer departs from the usual one. Instagram has been seen to answer in all these ways.
enum class PracticeShape {
    DataList = 1, ///< {"data":[{…}]}, as documented, instead of the flat object
    PermissionsText = 2, ///< "a,b,c" instead of ["a","b","c"]
    UserIdText = 4, ///< "2764…" instead of a number
    NoPermissions = 8, ///< nothing about permissions
    NoLifetime = 16, ///< no expires_in
    OtherApp = 32, ///< the broker's: for another app than the one that asked
    NoPageTokens = 64, ///< Facebook's list of Pages: to somebody whose role on them is not enough for a token
};
Q_DECLARE_FLAGS(PracticeShapes, PracticeShape)
Q_DECLARE_OPERATORS_FOR_FLAGS(PracticeShapes)

/// Which endpoint of Practice as Instagram a request is for.
PracticeEndpoint practiceInstagramEndpoint(const PracticeRequest &request);

/// Instagram's rules, without a socket: requests in, replies out. Knows codes and withdrawals of its own lifetime;
/// everything else is in the tokens.
class PracticeInstagram
{
public:
    /// `now` is the server's time, UTC.
    PracticeReply answer(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now);
    /// Another app secret is right from here on.
    void setAppSecret(const QString &secret) { m_consents.setAppSecret(secret); }
    /// From here on a renewal ends the token that was renewed, so much later; Instagram lets it live.
    void endRenewedTokensAfter(std::chrono::seconds grace) { m_grace = grace; }
    /// So many calls an hour for each user of an app.
    void limitCalls(int perUser) { m_usage.setCallsPerUser(perUser); }
    int throttled() const { return m_usage.refused(); }
    /// Refuses a request with this error, in the shape of its endpoint.
    PracticeReply refuse(const PracticeRequest &request, const PracticeError &error) const;

private:
    PracticeReply token(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now);
    PracticeReply extend(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now);
    PracticeReply renew(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now);
    PracticeReply me(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now);
    PracticeReply permissions(const PracticeRequest &request, const QDateTime &now);
    PracticeReply content(const PracticeRequest &request, const QDateTime &now);
    PracticeReply picture(const PracticeRequest &request) const;

    static bool isOwnApp(const PracticeRequest &request);
    std::expected<PracticeToken, PracticeError> checkToken(const PracticeRequest &request, const QDateTime &now) const;
    PracticeReply counted(PracticeReply reply, const PracticeToken &token, const QDateTime &now);

    PracticeConsents m_consents;
    PracticeUsage m_usage;
    std::optional<std::chrono::seconds> m_grace;
    QHash<QString, QDateTime> m_ended; ///< tokens that were renewed, and from when on they are void
    QHash<QPair<quint64, quint64>, QDateTime> m_withdrawn; ///< by app and user: tokens up to that instant are void
};

} // namespace tokendesk
