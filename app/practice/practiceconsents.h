// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceerrors.h"
#include "practice/practicemessages.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <expected>

namespace tokendesk {

/// What an app asked the consent page for.
struct PracticeConsent
{
    QString appId;
    QString redirectUri;
    QString state;
    QStringList scopes;
    QString challenge; ///< PKCE S256 (RFC 7636), empty where none was sent
    QDateTime at; ///< UTC
};

/// What a code stands for.
struct PracticeCode
{
    PracticeConsent consent;
    quint64 userId = 0;
    QStringList granted;
    QDateTime at; ///< UTC
};

/// The browser's half of a sign-in, from the consent page to the code. Pages and codes are good for an hour and known
/// to this object only.
class PracticeConsents
{
public:
    static constexpr quint64 appId = 1234567890123456;
    static constexpr char publicSecret[] = "0123456789abcdef0123456789abcdef";

    /// Another app secret is right from here on.
    void setAppSecret(const QString &secret) { m_appSecret = secret; }
    bool isAppSecret(const QString &text) const { return text == m_appSecret; }

    /// GET /oauth/authorize: the consent page, or a page that refuses the request without telling the app.
    PracticeReply page(const PracticeRequest &request, const QDateTime &now);
    /// POST /oauth/authorize: back to the app with a code or with access_denied.
    PracticeReply decide(const PracticeRequest &request, const QDateTime &now);
    /// Back to the app with this error (RFC 6749 4.1.2.1), without asking the person.
    static PracticeReply refuseByRedirect(const PracticeRequest &request, const QString &error, const QString &reason,
                                          const QString &description);

    /// POST /oauth/access_token: what the code stands for. It is used up by this, whether or not the rest is in order.
    std::expected<PracticeCode, PracticeError> redeem(const PracticeRequest &request, const QDateTime &now);

private:
    QString m_appSecret = QLatin1StringView(publicSecret);
    QHash<QString, PracticeConsent> m_consents; ///< by the ticket of the page that shows it
    QHash<QString, PracticeCode> m_codes; ///< not yet redeemed
};

} // namespace tokendesk
