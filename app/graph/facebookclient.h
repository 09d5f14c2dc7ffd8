// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/facebookreplies.h"
#include "graph/line.h"
#include "provider/provider.h"

#include <QObject>

namespace tokendesk {

/// With what a call to Facebook is made. The secrets are read during the call and not kept.
struct FacebookCaller
{
    const Provider &provider;
    const Secret &token;
    const Secret &appSecret; ///< empty where it is not known: the call then goes without a proof
};

/// The app that a call is made as.
struct FacebookApp
{
    const Provider &provider;
    QString id;
    const Secret &secret;
};

/// A token of a system user that is to be made (Meta, system users: generate tokens).
struct SystemUserToken
{
    enum class Life { SixtyDays, Endless };

    QString systemUser{}; ///< its id, digits
    QStringList scopes{};
    Life life = Life::SixtyDays;
};

/// Facebook's own calls, one function each, beside those of GraphClient. Every one ends as Callback says; deleting the
/// context ends the request. Where the app secret is known, each call carries appsecret_proof, the HMAC-SHA256 of the
/// token under it (Meta, login/security).
class FacebookClient
{
public:
    explicit FacebookClient(const Line &line)
        : m_line(line)
    {
    }

    /// An hour's user token becomes one of 60 days (fb_exchange_token). One of 60 days keeps its end.
    void extend(const FacebookApp &app, const Secret &token, QObject *context, Callback<Grant> done);
    /// An app's own token (client_credentials).
    void appToken(const FacebookApp &app, QObject *context, Callback<Grant> done);
    /// Whom or what the token speaks for.
    void profile(const FacebookCaller &caller, QObject *context, Callback<Profile> done);
    /// What a person's token may do; a Page's token has no such list.
    void permissions(const FacebookCaller &caller, QObject *context, Callback<FacebookPermissions> done);
    /// The Pages of a person, from that cursor on.
    void pages(const FacebookCaller &caller, const QString &after, QObject *context, Callback<FacebookPagePart> done);
    /// The business portfolios of a person, from that cursor on; needs business_management.
    void businesses(const FacebookCaller &caller, const QString &after, QObject *context,
                    Callback<FacebookBusinessPart> done);
    enum class Share { Owned, Client };
    /// The Pages that a portfolio owns, or holds for a client.
    void pagesOf(const FacebookCaller &caller, const QString &business, Share share, const QString &after,
                 QObject *context, Callback<FacebookPagePart> done);
    /// How much that Instagram account has published (content_publishing_limit). Errors: InvalidInput for an id that is
    /// none.
    void publishingQuota(const FacebookCaller &caller, const QString &professionalId, QObject *context,
                         Callback<PublishingQuota> done);
    /// What Facebook says of any token of the app (debug_token).
    void inspect(const FacebookApp &app, const Secret &token, QObject *context, Callback<FacebookInspection> done);
    /// What it says of a token of its developer's, which may ask about itself.
    void inspectItself(const FacebookCaller &caller, QObject *context, Callback<FacebookInspection> done);

    /// Takes one permission away from the app, or with an empty one the app's whole access: all tokens of that person
    /// end.
    void removePermission(const FacebookCaller &caller, const QString &permission, QObject *context,
                          Callback<void> done);
    /// A new token of a system user, asked for with the token of an administrator of the portfolio or of another of its
    /// system users. Its answer does not tell the token's end. Needs the app secret. Errors: InvalidInput for an id
    /// that is none.
    void createServerToken(const FacebookApp &app, const SystemUserToken &wish, const Secret &asking, QObject *context,
                           Callback<Grant> done);
    /// A system user's token gets 60 days from now; the old one lives on to its own end.
    void renewServerToken(const FacebookApp &app, const Secret &token, QObject *context, Callback<Grant> done);
    /// Ends a system user's token, asked for with one of the same portfolio or itself.
    void revokeServerToken(const FacebookApp &app, const Secret &token, const Secret &asking, QObject *context,
                           Callback<void> done);

private:
    Line m_line;
};

/// The proof that who calls knows the app secret: lower-case hex HMAC-SHA256 of the token.
QByteArray appSecretProof(const Secret &token, const Secret &appSecret);

} // namespace tokendesk
