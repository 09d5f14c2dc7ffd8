// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes by way of a broker, and the part of GraphClient that sends it there.
#include "graph/broker.h"

#include "graph/calling.h"
#include "graph/clientproof.h"
#include "provider/loopback.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

std::optional<QUrl> readBrokerAddress(const QString &text)
{
    constexpr qsizetype longest = 200;
    const QUrl url(text, QUrl::StrictMode);
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    const bool plain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (text.size() > longest || !url.isValid() || url.host().isEmpty() || !safe || !plain)
        return {};
    return url;
}

std::optional<Error> secretElsewhere(const Provider &provider, const Client &client, const QString &step)
{
    if (client.broker.isEmpty() || !provider.hasClientSecret())
        return {};
    return Error{.kind = ErrorKind::Misconfigured,
                 .what = step + ": the server wants the app secret"_L1,
                 .hint = ErrorHint::SecretElsewhere,
                 .broker = client.broker.host()};
}

Result<Grant> answeredByBroker(Result<Grant> answer, const QUrl &broker, const QString &clientId)
{
    if (answer && !answer->clientId.isEmpty() && answer->clientId != clientId)
        answer = failure(ErrorKind::Misconfigured, u"the broker's answer is for another app"_s);
    if (!answer)
        answer.error().broker = broker.host();
    return answer;
}

void GraphClient::sendToBroker(const Provider &provider, const Client &client, Form &form,
                               Result<Grant> (*read)(const Answer &), const QString &step, QObject *context,
                               Callback<Grant> done)
{
    if (!readBrokerAddress(client.broker.toString()))
        return refuse(step, context, std::move(done));
    form.add("provider", provider.id.toUtf8());
    form.add("client_id", client.id.toUtf8());
    Sending sending;
    sending.form = form.take();
    const auto answered = [broker = client.broker, id = client.id, done = std::move(done)](Result<Grant> grant) {
        done(answeredByBroker(std::move(grant), broker, id));
    };
    m_line.send(client.broker, sending, largestTokenAnswer, context, reading<Grant>(read, step, answered));
}

void GraphClient::extend(const Provider &provider, const Secret &token, const Client &client, QObject *context,
                         Callback<Grant> done)
{
    const bool facebook = provider.family == Family::Facebook;
    if (client.broker.isEmpty() && facebook)
        return this->facebook().extend({provider, client.id, client.secret}, token, context, std::move(done));
    if (client.broker.isEmpty())
        return extend(provider, token, client.secret, context, std::move(done));
    Form form;
    form.add("grant_type", facebook ? "fb_exchange_token" : "ig_exchange_token");
    form.add(facebook ? "fb_exchange_token" : "access_token", token.view());
    sendToBroker(provider, client, form, readGrant, u"extending the token by way of the broker"_s, context,
                 std::move(done));
}

void GraphClient::renewServerToken(const Provider &provider, const Secret &token, const Client &client,
                                   QObject *context, Callback<Grant> done)
{
    if (client.broker.isEmpty())
        return this->facebook().renewServerToken({provider, client.id, client.secret}, token, context, std::move(done));
    Form form;
    form.add("grant_type", "fb_exchange_token");
    form.add("set_token_expires_in_60_days", "true");
    form.add("fb_exchange_token", token.view());
    sendToBroker(provider, client, form, readGrant, u"renewing the token by way of the broker"_s, context,
                 std::move(done));
}

} // namespace tokendesk
