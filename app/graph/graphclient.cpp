// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"

#include "provider/loopback.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype largestPicture = 512 * 1024;

/// The endpoint with parameters, percent-encoded to the letter. Meta takes tokens and secrets in the query here, so the
/// whole address is a secret: it is never logged.
QUrl address(const QUrl &endpoint, std::initializer_list<std::pair<QByteArrayView, QByteArrayView>> parameters)
{
    QByteArray query;
    for (const auto &[name, value] : parameters) {
        if (!query.isEmpty())
            query += '&';
        query += name.toByteArray() + '=' + value.toByteArray().toPercentEncoding();
    }
    QUrl url(endpoint);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    wipe(query.data(), std::size_t(query.size()));
    return url;
}

/// Turns an answer into what it says.
template <typename T>
Callback<Answer> reading(Result<T> (*read)(const Answer &), const QString &step, Callback<T> done)
{
    return [read, step, done = std::move(done)](Result<Answer> answer) {
        Result<T> result = answer ? read(*answer) : std::unexpected(answer.error());
        if (!result)
            result.error().what = step + ": "_L1 + result.error().what;
        done(std::move(result));
    };
}

/// Ends an operation that the provider does not have; later, as every operation ends.
template <typename T>
void refuse(const QString &step, QObject *context, Callback<T> done)
{
    QTimer::singleShot(0, context, [step, done = std::move(done)] {
        done(failure(ErrorKind::InvalidInput, step + ": this provider has no such call"_L1));
    });
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
    , m_transport(transport)
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
    m_transport.get(url, largestTokenAnswer, context, reading(readGrant, step, std::move(done)));
}

void GraphClient::renew(const Provider &provider, const Secret &token, QObject *context, Callback<Grant> done)
{
    const QString step = u"renewing the token"_s;
    if (provider.endpoints.renew.isEmpty() || provider.family != Family::Instagram)
        return refuse(step, context, std::move(done));
    const QUrl url
        = address(provider.endpoints.renew, {{"grant_type", "ig_refresh_token"}, {"access_token", token.view()}});
    m_transport.get(url, largestTokenAnswer, context, reading(readGrant, step, std::move(done)));
}

void GraphClient::profile(const Provider &provider, const Secret &token, QObject *context, Callback<Profile> done)
{
    const QString step = u"reading the profile"_s;
    if (provider.endpoints.profile.isEmpty())
        return refuse(step, context, std::move(done));
    const QByteArray fields = provider.profileFields.join(u',').toLatin1();
    const QUrl url = address(provider.endpoints.profile, {{"fields", fields}, {"access_token", token.view()}});
    m_transport.get(url, largestAnswer, context, reading(readProfile, step, std::move(done)));
}

void GraphClient::permissions(const Provider &provider, const Secret &token, QObject *context,
                              Callback<QStringList> done)
{
    const QString step = u"reading the permissions"_s;
    if (provider.endpoints.permissions.isEmpty())
        return refuse(step, context, std::move(done));
    const QUrl url = address(provider.endpoints.permissions, {{"access_token", token.view()}});
    m_transport.get(url, largestAnswer, context, reading(readPermissions, step, std::move(done)));
}

void GraphClient::picture(const QUrl &url, QObject *context, Callback<QByteArray> done)
{
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    const QString step = u"fetching the picture"_s;
    if (!safe || !url.userInfo().isEmpty())
        return refuse(step, context, std::move(done));
    m_transport.get(url, largestPicture, context, reading(readPicture, step, std::move(done)));
}

} // namespace tokendesk
