// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of GraphClient that signs in on another device (RFC 8628; Facebook's device/login and device/login_status).
#include "graph/broker.h"
#include "graph/calling.h"
#include "graph/clientproof.h"
#include "graph/graphclient.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// Reads by the provider's dialect.
template <typename T>
Callback<Answer> readingOf(Family family, Result<T> (*read)(const Answer &, Family), const QString &step,
                           Callback<T> done)
{
    return [family, read, step, done = std::move(done)](const Result<Answer> &answer) {
        Result<T> result = answer ? read(*answer, family) : std::unexpected(answer.error());
        if (!result)
            result.error().what = step + ": "_L1 + result.error().what;
        done(std::move(result));
    };
}

/// An app shows itself to Facebook by its id and its client token, which is no secret of the app's.
void addClientToken(const Client &client, Form &form)
{
    QByteArray both = client.id.toUtf8() + '|';
    both.append(client.secret.view());
    form.add("access_token", both);
    wipe(both.data(), std::size_t(both.size()));
}

} // namespace

void GraphClient::deviceCode(const Provider &provider, const Client &client, const QStringList &scopes,
                             QObject *context, Callback<DeviceCode> done)
{
    const QString step = u"asking for a code"_s;
    const bool facebook = provider.family == Family::Facebook;
    if (!hasDeviceLogin(provider))
        return refuse(step, context, std::move(done));
    if (const auto elsewhere = secretElsewhere(provider, client, step); elsewhere && !facebook)
        return refuse(*elsewhere, context, std::move(done));
    Form form;
    Sending sending;
    if (facebook)
        addClientToken(client, form);
    else
        sending.authorization = identify(provider, client, form);
    if (!scopes.isEmpty())
        form.add("scope", scopes.join(provider.scopeSeparator).toUtf8());
    sending.form = form.take();
    m_line.send(provider.endpoints.deviceAuthorization, sending, largestTokenAnswer, context,
                readingOf(provider.family, readDeviceCode, step, std::move(done)));
}

void GraphClient::deviceAnswer(const Provider &provider, const Client &client, const Secret &code, QObject *context,
                               Callback<DeviceAnswer> done)
{
    const QString step = u"asking whether the person is done"_s;
    if (!hasDeviceLogin(provider))
        return refuse(step, context, std::move(done));
    const bool facebook = provider.family == Family::Facebook;
    Form form;
    Sending sending;
    if (facebook) {
        addClientToken(client, form);
        form.add("code", code.view());
    } else {
        form.add("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
        form.add("device_code", code.view());
        sending.authorization = identify(provider, client, form);
    }
    sending.form = form.take();
    m_line.send(facebook ? provider.endpoints.deviceStatus : provider.endpoints.token, sending, largestTokenAnswer,
                context, readingOf(provider.family, readDeviceAnswer, step, std::move(done)));
}

bool hasDeviceLogin(const Provider &provider)
{
    const Endpoints &endpoints = provider.endpoints;
    switch (provider.family) {
    case Family::Facebook:
        return !endpoints.deviceAuthorization.isEmpty() && !endpoints.deviceStatus.isEmpty();
    case Family::Standard:
        return !endpoints.deviceAuthorization.isEmpty();
    case Family::Instagram:
        break;
    }
    return false;
}

} // namespace tokendesk
