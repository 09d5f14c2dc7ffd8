// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"

#include "graph/calling.h"
#include "graph/clientproof.h"
#include "graph/replyfields.h"
#include "provider/loopback.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype largestPicture = 512 * 1024;

using Parameters = std::initializer_list<std::pair<QByteArrayView, QByteArrayView>>;

/// Parameters percent-encoded to the letter.
Secret form(Parameters parameters)
{
    QByteArray text;
    for (const auto &[name, value] : parameters) {
        if (!text.isEmpty())
            text += '&';
        text += name.toByteArray() + '=' + value.toByteArray().toPercentEncoding();
    }
    return Secret::takeFrom(text);
}

/// The endpoint with parameters. Meta takes tokens and secrets in the query here, so the whole address is a secret: it
/// is never logged.
QUrl address(const QUrl &endpoint, Parameters parameters)
{
    QUrl url(endpoint);
    url.setQuery(form(parameters).toText(), QUrl::StrictMode);
    return url;
}

/// Is nothing wrong but the code?
Result<void> readCodeRefusal(const Answer &answer)
{
    const Result<Grant> grant = readGrant(answer);
    if (grant)
        return failure(ErrorKind::Malformed, u"a token for a code that nobody issued"_s);
    if (grant.error().kind == ErrorKind::Rejected)
        return {};
    return std::unexpected(grant.error());
}

Result<QByteArray> readPicture(const Answer &answer)
{
    const bool image = answer.body.startsWith("\x89PNG\r\n\x1A\n") || answer.body.startsWith("\xFF\xD8\xFF");
    if (answer.status == 200 && image)
        return answer.body;
    Error error{.kind = ErrorKind::Malformed, .what = u"no PNG or JPEG picture"_s, .httpStatus = answer.status};
    return std::unexpected(error);
}

} // namespace

GraphClient::GraphClient(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_line(transport)
{
}

GraphClient::GraphClient(Queue &queue, QObject *parent)
    : QObject(parent)
    , m_line(queue)
{
}

void GraphClient::extend(const Provider &provider, const Secret &token, const Secret &appSecret, QObject *context,
                         Callback<Grant> done)
{
    const QString step = u"extending the token"_s;
    if (provider.endpoints.extend.isEmpty() || provider.family != Family::Instagram)
        return refuse(step, context, std::move(done));
    const QUrl url = address(
        provider.endpoints.extend,
        {{"grant_type", "ig_exchange_token"}, {"client_secret", appSecret.view()}, {"access_token", token.view()}});
    m_line.get(url, largestTokenAnswer, context, reading(readGrant, step, std::move(done)));
}

void GraphClient::renew(const Provider &provider, const Secret &token, QObject *context, Callback<Grant> done)
{
    const QString step = u"renewing the token"_s;
    if (provider.endpoints.renew.isEmpty() || provider.family != Family::Instagram)
        return refuse(step, context, std::move(done));
    const QUrl url
        = address(provider.endpoints.renew, {{"grant_type", "ig_refresh_token"}, {"access_token", token.view()}});
    m_line.get(url, largestTokenAnswer, context, reading(readGrant, step, std::move(done)));
}

void GraphClient::checkSecret(const Provider &provider, const QString &clientId, const QString &redirectAddress,
                              const Secret &secret, QObject *context, Callback<void> done)
{
    Form request;
    Sending sending{.authorization = identify(provider, {.id = clientId, .secret = secret.clone()}, request)};
    request.add("grant_type", "authorization_code");
    request.add("redirect_uri", redirectAddress.toUtf8());
    request.add("code", "tokendesk-asks-about-the-secret-only");
    sending.form = request.take();
    m_line.send(provider.endpoints.token, sending, largestTokenAnswer, context,
                reading(readCodeRefusal, u"checking the app secret"_s, std::move(done)));
}

void GraphClient::profile(const Provider &provider, const Secret &token, QObject *context, Callback<Profile> done)
{
    const QString step = u"reading the profile"_s;
    if (provider.endpoints.profile.isEmpty())
        return refuse(step, context, std::move(done));
    if (provider.family == Family::Standard)
        return userInfo(provider, token, context, std::move(done));
    const QByteArray fields = provider.profileFields.join(u',').toLatin1();
    const QUrl url = address(provider.endpoints.profile, {{"fields", fields}, {"access_token", token.view()}});
    m_line.getKept(url, largestAnswer, context, reading(readProfile, step, std::move(done)));
}

void GraphClient::permissions(const Provider &provider, const Secret &token, QObject *context,
                              Callback<QStringList> done)
{
    const QString step = u"reading the permissions"_s;
    if (provider.endpoints.permissions.isEmpty())
        return refuse(step, context, std::move(done));
    const QUrl url = address(provider.endpoints.permissions, {{"access_token", token.view()}});
    m_line.getKept(url, largestAnswer, context, reading(readPermissions, step, std::move(done)));
}

void GraphClient::publishingQuota(const Provider &provider, const QString &professionalId, const Secret &token,
                                  QObject *context, Callback<PublishingQuota> done)
{
    const QString step = u"asking for the publishing quota"_s;
    if (provider.family != Family::Instagram || provider.endpoints.profile.isEmpty()
        || !isDigits(professionalId.toLatin1()))
        return refuse(step, context, std::move(done));
    QUrl endpoint = provider.endpoints.profile.adjusted(QUrl::RemoveFilename); // "…/v25.0/" of "…/v25.0/me"
    endpoint.setPath(endpoint.path() + professionalId + "/content_publishing_limit"_L1);
    const QUrl url = address(endpoint, {{"fields", "quota_usage,config"}, {"access_token", token.view()}});
    m_line.get(url, largestAnswer, context, reading(readPublishingQuota, step, std::move(done)));
}

void GraphClient::picture(const QUrl &url, QObject *context, Callback<QByteArray> done)
{
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    const QString step = u"fetching the picture"_s;
    if (!safe || !url.userInfo().isEmpty())
        return refuse(step, context, std::move(done));
    m_line.getDirectly(url, largestPicture, context, reading(readPicture, step, std::move(done)));
}

} // namespace tokendesk
