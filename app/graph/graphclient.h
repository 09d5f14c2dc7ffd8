// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/devicereplies.h"
#include "graph/facebookclient.h"
#include "graph/line.h"
#include "graph/metadata.h"
#include "graph/replies.h"
#include "graph/standardreplies.h"
#include "provider/apipath.h"
#include "provider/provider.h"

#include <QObject>

namespace tokendesk {

class Form;

/// The app as it shows itself to a token endpoint (RFC 6749 2.3.1).
struct Client
{
    QString id;
    Secret secret{}; ///< empty for a public client
    /// Who keeps the secret and asks the token endpoint in this program's place; empty where nobody does.
    QUrl broker{};
};

/// What a person wants to read at a provider's API, and with what. The secrets are read during the call and not kept.
struct ApiQuestion
{
    const Provider &provider;
    const ApiPath &path;
    const Secret &token;
    const Secret &appSecret; ///< of the Facebook family; empty where it is not known: the call goes without a proof
};

/// Can a person sign in there on another device? At Facebook that takes the app's client token.
bool hasDeviceLogin(const Provider &provider);

/// The calls to a provider's API, one function each. Every one ends as Callback says; deleting the context ends the
/// request. Secrets are read during the call and not kept.
class GraphClient : public QObject
{
    Q_OBJECT
public:
    /// Calls go straight to the transport, which outlives the client.
    explicit GraphClient(Transport &transport, QObject *parent = nullptr);
    /// Calls go through the queue, which outlives the client.
    explicit GraphClient(Queue &queue, QObject *parent = nullptr);
    /// The same client for one call of that origin: graph.as(origin).profile(…).
    GraphClient as(const CallOrigin &origin) const { return GraphClient(m_line.as(origin)); }
    /// Calls for that context that wait and have not gone out end as Cancelled.
    void letGo(QObject *context) { m_line.letGo(context); }

    /// A one-hour token becomes a long-lived one (ig_exchange_token). Errors: those of Transport and readError.
    void extend(const Provider &provider, const Secret &token, const Secret &appSecret, QObject *context,
                Callback<Grant> done);
    /// The same as that app, or by way of its broker; at Facebook with fb_exchange_token.
    void extend(const Provider &provider, const Secret &token, const Client &client, QObject *context,
                Callback<Grant> done);
    /// A system user's token at Facebook gets 60 days from now, as that app or by way of its broker.
    void renewServerToken(const Provider &provider, const Secret &token, const Client &client, QObject *context,
                          Callback<Grant> done);
    /// A long-lived token gets a fresh lifetime (ig_refresh_token). Needs no app secret.
    void renew(const Provider &provider, const Secret &token, QObject *context, Callback<Grant> done);
    /// Asks whether that secret fits the app, by exchanging a code that nobody issued: a server that knows app and
    /// secret complains about the code alone. Success: it did. Errors: Misconfigured where app or secret are not right;
    /// any other says nothing about them.
    void checkSecret(const Provider &provider, const QString &clientId, const QString &redirectAddress,
                     const Secret &secret, QObject *context, Callback<void> done);
    /// Whose token it is. At a standard server the token travels in the Authorization header.
    void profile(const Provider &provider, const Secret &token, QObject *context, Callback<Profile> done);
    /// What it may do. Undocumented at Instagram: a failure says nothing about the token.
    void permissions(const Provider &provider, const Secret &token, QObject *context, Callback<QStringList> done);
    /// How much an account may still publish; Instagram only.
    void publishingQuota(const Provider &provider, const QString &professionalId, const Secret &token, QObject *context,
                         Callback<PublishingQuota> done);
    /// The profile picture's bytes, at most 512 KiB, fetched without any credential. https, or loopback for Practice.
    void picture(const QUrl &url, QObject *context, Callback<QByteArray> done);

    /// Reads what a person chose (GET), and nothing but that: the answer of whatever status, see readApiAnswer. Errors:
    /// those of Transport.
    void ask(const ApiQuestion &question, QObject *context, Callback<Answer> done);

    /// Facebook's own calls.
    FacebookClient facebook() const { return FacebookClient(m_line); }
    // -- plain OAuth 2.0 servers

    /// A fresh token for a refresh token (RFC 6749 6), by way of the app's broker where it has one. Where the server
    /// rotates, the grant has a new one, and the old one is of no use any more.
    void refresh(const Provider &provider, const Client &client, const Secret &refreshToken, QObject *context,
                 Callback<Grant> done);
    /// Ends a token, and with a refresh token what came of it (RFC 7009). This and introspect() take the app secret
    /// where the server wants one: with a broker it is not asked, see secretElsewhere().
    void revoke(const Provider &provider, const Client &client, const Secret &token, QObject *context,
                Callback<void> done);
    /// What the server says of a token (RFC 7662).
    void introspect(const Provider &provider, const Client &client, const Secret &token, QObject *context,
                    Callback<Introspection> done);

    /// What a server says of itself at one of its metadataAddresses(). Errors: those of readMetadata().
    void metadata(const QUrl &address, const QString &issuer, QObject *context, Callback<ServerMetadata> done);

    // -- on another device: standard servers by RFC 8628; Facebook, where Client::secret is the app's client token

    /// A code for a person to type elsewhere. Errors: those of readDeviceCode, and of secretElsewhere().
    void deviceCode(const Provider &provider, const Client &client, const QStringList &scopes, QObject *context,
                    Callback<DeviceCode> done);
    /// Has the person typed it and agreed?
    void deviceAnswer(const Provider &provider, const Client &client, const Secret &code, QObject *context,
                      Callback<DeviceAnswer> done);

private:
    void sendToBroker(const Provider &provider, const Client &client, Form &form, Result<Grant> (*read)(const Answer &),
                      const QString &step, QObject *context, Callback<Grant> done);
    explicit GraphClient(const Line &line)
        : m_line(line)
    {
    }
    void userInfo(const Provider &provider, const Secret &token, QObject *context, Callback<Profile> done);

    Line m_line;
};

} // namespace tokendesk
