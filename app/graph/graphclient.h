// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/facebookclient.h"
#include "graph/replies.h"
#include "provider/provider.h"

#include <QObject>

namespace tokendesk {

/// The calls to a provider's API, one function each. Every one ends as Callback says; deleting the context ends the
/// request. Secrets are read during the call and not kept.
class GraphClient : public QObject
{
    Q_OBJECT
public:
    /// The transport outlives the client.
    explicit GraphClient(Transport &transport, QObject *parent = nullptr);

    /// A one-hour token becomes a long-lived one (ig_exchange_token). Errors: those of Transport and readError.
    void extend(const Provider &provider, const Secret &token, const Secret &appSecret, QObject *context,
                Callback<Grant> done);
    /// A long-lived token gets a fresh lifetime (ig_refresh_token). Needs no app secret.
    void renew(const Provider &provider, const Secret &token, QObject *context, Callback<Grant> done);
    /// Asks whether that secret fits the app, by exchanging a code that nobody issued: a server that knows app and
    /// secret complains about the code alone. Success: it did. Errors: Misconfigured where app or secret are not right;
    /// any other says nothing about them.
    void checkSecret(const Provider &provider, const QString &clientId, const QString &redirectAddress,
                     const Secret &secret, QObject *context, Callback<void> done);
    /// Whose token it is.
    void profile(const Provider &provider, const Secret &token, QObject *context, Callback<Profile> done);
    /// What it may do. Undocumented at Instagram: a failure says nothing about the token.
    void permissions(const Provider &provider, const Secret &token, QObject *context, Callback<QStringList> done);
    /// The profile picture's bytes, at most 512 KiB, fetched without any credential. https, or loopback for Practice.
    void picture(const QUrl &url, QObject *context, Callback<QByteArray> done);

    /// Facebook's own calls.
    FacebookClient &facebook() { return m_facebook; }

private:
    Transport &m_transport;
    FacebookClient m_facebook;
};

} // namespace tokendesk
