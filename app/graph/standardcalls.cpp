// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of GraphClient that speaks to plain OAuth 2.0 servers.
#include "graph/broker.h"
#include "graph/calling.h"
#include "graph/clientproof.h"
#include "graph/graphclient.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// A server that refuses an app which has shown it no secret wants one.
template <typename T>
Callback<T> missingSecret(const Provider &provider, const Client &client, Callback<T> done)
{
    if (!provider.hasClientSecret() || !client.secret.isEmpty())
        return done;
    return [done = std::move(done)](Result<T> result) {
        if (!result && result.error().kind == ErrorKind::Misconfigured)
            result.error().hint = ErrorHint::SecretElsewhere;
        done(std::move(result));
    };
}

/// A form that the app vouches for.
void sendForm(const Line &line, const QUrl &endpoint, const Provider &provider, const Client &client, Form &form,
              qsizetype sizeLimit, QObject *context, Callback<Answer> done)
{
    Sending sending{.authorization = identify(provider, client, form)};
    sending.form = form.take();
    line.send(endpoint, sending, sizeLimit, context, std::move(done));
}

} // namespace

void GraphClient::refresh(const Provider &provider, const Client &client, const Secret &refreshToken, QObject *context,
                          Callback<Grant> done)
{
    const QString step = u"refreshing the token"_s;
    Form form;
    form.add("grant_type", "refresh_token");
    form.add("refresh_token", refreshToken.view());
    if (!client.broker.isEmpty())
        return sendToBroker(provider, client, form, readStandardGrant, step, context, std::move(done));
    sendForm(m_line, provider.endpoints.token, provider, client, form, largestTokenAnswer, context,
             reading(readStandardGrant, step, std::move(done)));
}

void GraphClient::revoke(const Provider &provider, const Client &client, const Secret &token, QObject *context,
                         Callback<void> done)
{
    const QString step = u"revoking the token"_s;
    if (provider.endpoints.revoke.isEmpty())
        return refuse(step, context, std::move(done));
    if (const auto elsewhere = secretElsewhere(provider, client, step))
        return refuse(*elsewhere, context, std::move(done));
    Form form;
    form.add("token", token.view());
    sendForm(m_line, provider.endpoints.revoke, provider, client, form, largestAnswer, context,
             reading(readRevocation, step, missingSecret(provider, client, std::move(done))));
}

void GraphClient::introspect(const Provider &provider, const Client &client, const Secret &token, QObject *context,
                             Callback<Introspection> done)
{
    const QString step = u"asking about the token"_s;
    if (provider.endpoints.introspect.isEmpty())
        return refuse(step, context, std::move(done));
    if (const auto elsewhere = secretElsewhere(provider, client, step))
        return refuse(*elsewhere, context, std::move(done));
    Form form;
    form.add("token", token.view());
    sendForm(m_line, provider.endpoints.introspect, provider, client, form, largestAnswer, context,
             reading(readIntrospection, step, missingSecret(provider, client, std::move(done))));
}

void GraphClient::userInfo(const Provider &provider, const Secret &token, QObject *context, Callback<Profile> done)
{
    QByteArray header("Bearer ");
    header.reserve(header.size() + token.size());
    header += token.view();
    const Sending sending{.authorization = Secret::takeFrom(header)};
    const auto read = [members = provider.profileMembers, done = std::move(done)](const Result<Answer> &answer) {
        done(answer ? readUserInfo(*answer, members) : Result<Profile>(std::unexpected(answer.error())));
    };
    m_line.send(provider.endpoints.profile, sending, largestAnswer, context, read);
}

void GraphClient::metadata(const QUrl &address, const QString &issuer, QObject *context, Callback<ServerMetadata> done)
{
    const auto read = [issuer, done = std::move(done)](const Result<Answer> &answer) {
        done(answer ? readMetadata(*answer, issuer) : Result<ServerMetadata>(std::unexpected(answer.error())));
    };
    m_line.getDirectly(address, largestMetadata, context, read);
}

} // namespace tokendesk
