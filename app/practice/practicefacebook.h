// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceerrors.h"
#include "practice/practicefacebookdevices.h"
#include "practice/practicefacebookdialog.h"
#include "practice/practicefacebooktokens.h"
#include "practice/practicemessages.h"
#include "practice/practiceusage.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QPair>
#include <QSet>
#include <QString>
#include <expected>

namespace tokendesk {

/// Is the request for Practice as Facebook? Its paths begin with "/facebook/".
bool isPracticeFacebook(const PracticeRequest &request);
/// Which endpoint of it.
PracticeEndpoint practiceFacebookEndpoint(const PracticeRequest &request);

/// Facebook's rules, without a socket: the login dialog, every kind of token, Pages, portfolios, inspection and
/// revocation. Knows codes, withdrawals and declined permissions of its own lifetime; everything else is in the tokens.
class PracticeFacebook
{
public:
    explicit PracticeFacebook(const QString &appSecret)
        : m_appSecret(appSecret)
    {
    }

    /// `now` is the server's time, UTC.
    PracticeReply answer(const PracticeRequest &request, const QDateTime &now);
    /// A list of Pages as somebody gets it whose role on them is not enough.
    static PracticeReply withoutPageTokens(const PracticeReply &reply);
    /// Refuses a request with this error, in the shape of its endpoint.
    static PracticeReply refuse(const PracticeRequest &request, const PracticeError &error);
    void setAppSecret(const QString &secret) { m_appSecret = secret; }
    /// So many calls an hour for each user of an app.
    void limitCalls(int perUser) { m_usage.setCallsPerUser(perUser); }
    int throttled() const { return m_usage.refused(); }
    /// From here on a call without appsecret_proof is refused ("Require App Secret").
    void requireProof() { m_proofRequired = true; }

private:
    using TokenResult = std::expected<PracticeFacebookToken, PracticeError>;

    // practicefacebook.cpp: how tokens come and go
    PracticeReply token(const PracticeRequest &request, const QDateTime &now);
    PracticeReply exchangeCode(const PracticeRequest &request, const QDateTime &now);
    PracticeReply extend(const PracticeRequest &request, const QDateTime &now);
    PracticeReply deviceToken(const PracticeRequest &request, const QDateTime &now);
    PracticeReply grantUser(const PracticeFacebookCode &consent, PracticeFacebookToken::Kind kind,
                            const QDateTime &now);
    PracticeReply serverToken(const PracticeRequest &request, const QDateTime &now);
    PracticeReply createServerToken(const PracticeRequest &request, const QDateTime &now);
    PracticeReply revokeServerToken(const PracticeRequest &request, const QDateTime &now);
    QString appToken(const QString &appId) const;
    std::expected<void, PracticeError> checkApp(const PracticeRequest &request) const;
    bool isAppToken(const QString &text) const;
    bool isProof(const QString &proof, const QString &token) const;
    std::expected<void, PracticeError> checkProof(const PracticeRequest &request) const;
    TokenResult readToken(const QString &text, const QDateTime &now) const;
    TokenResult checkToken(const PracticeRequest &request, const QDateTime &now) const;
    QStringList scopesOf(const PracticeFacebookToken &token) const;

    // practicefacebookgraph.cpp: what tokens are good for
    PracticeReply me(const PracticeRequest &request, const QDateTime &now);
    PracticeReply pages(const PracticeRequest &request, const QDateTime &now);
    PracticeReply businesses(const PracticeRequest &request, const QDateTime &now);
    PracticeReply content(const PracticeRequest &request, const QDateTime &now);
    PracticeReply permissions(const PracticeRequest &request, const QDateTime &now);
    PracticeReply inspect(const PracticeRequest &request, const QDateTime &now) const;
    QJsonObject inspection(const QString &text, const QDateTime &now) const;
    QString pageToken(quint64 page, const PracticeFacebookToken &user, const QDateTime &now) const;
    QJsonObject pageObject(quint64 page, const PracticeRequest &request, const PracticeFacebookToken &user,
                           const QDateTime &now) const;
    static PracticeReply picture(const PracticeRequest &request);
    PracticeReply batch(const PracticeRequest &request, const QDateTime &now);
    PracticeReply counted(PracticeReply reply, const PracticeFacebookToken &token, const QDateTime &now);

    QString m_appSecret;
    bool m_proofRequired = false;
    PracticeFacebookDialog m_dialog;
    PracticeFacebookDevices m_devices;
    PracticeUsage m_usage;
    QSet<QString> m_revoked; ///< tokens of system users
    QHash<QPair<quint64, quint64>, QDateTime> m_withdrawn; ///< by app and person: tokens up to that instant are void
    QHash<QPair<quint64, quint64>, QSet<QString>> m_removed; ///< permissions taken away, by app and person
};

} // namespace tokendesk
