// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/facebookclient.h"

#include "graph/calling.h"
#include "graph/clientproof.h"
#include "graph/replyfields.h"

#include <QMessageAuthenticationCode>
#include <vector>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr char pageFields[] = "id,name,access_token,picture{url},"
                              "instagram_business_account{id,username,profile_picture_url}";
constexpr char partSize[] = "100";

/// An address under construction. Meta takes tokens and secrets in the query, so the whole address is a secret: it is
/// wiped here and never logged.
class Address
{
public:
    explicit Address(const QUrl &endpoint)
        : m_url(endpoint)
    {
    }
    Address(const Provider &provider, const QString &path)
        : m_url(provider.endpoints.graph)
    {
        m_url.setPath(m_url.path() + path);
    }
    Address(const Address &) = delete;
    Address &operator=(const Address &) = delete;
    ~Address() { wipe(m_query.data(), std::size_t(m_query.size())); }

    Address &add(QByteArrayView name, QByteArrayView value)
    {
        QByteArray encoded = value.toByteArray().toPercentEncoding();
        if (!m_query.isEmpty())
            m_query += '&';
        m_query += name.toByteArray() + '=' + encoded;
        wipe(encoded.data(), std::size_t(encoded.size()));
        return *this;
    }
    Address &addApp(const FacebookApp &app)
    {
        return add("client_id", app.id.toLatin1()).add("client_secret", app.secret.view());
    }
    Address &addCaller(const FacebookCaller &caller)
    {
        add("access_token", caller.token.view());
        return caller.appSecret.isEmpty() ? *this
                                          : add("appsecret_proof", appSecretProof(caller.token, caller.appSecret));
    }
    Address &addPart(const QString &after)
    {
        add("limit", partSize);
        return after.isEmpty() ? *this : add("after", after.toLatin1());
    }

    Address &addSegment(const QString &name)
    {
        m_url.setPath(m_url.path() + u'/' + name);
        return *this;
    }

    QUrl url() const
    {
        QUrl url = m_url;
        url.setQuery(QString::fromLatin1(m_query), QUrl::StrictMode);
        return url;
    }

private:
    QUrl m_url;
    QByteArray m_query;
};

/// An app shows itself to debug_token by its id and secret (Meta, access tokens: app access tokens).
Secret tokenOf(const FacebookApp &app)
{
    QByteArray token = app.id.toLatin1() + '|';
    token.append(app.secret.view());
    return Secret::takeFrom(token);
}

/// "https://graph.facebook.com/" of "https://graph.facebook.com/v25.0": each call of a batch names its version.
QUrl batchRoot(const Provider &provider)
{
    return provider.endpoints.graph.adjusted(QUrl::RemoveFilename);
}

} // namespace

QByteArray appSecretProof(const Secret &token, const Secret &appSecret)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, appSecret.view().toByteArray());
    code.addData(token.view().data(), token.view().size());
    return code.result().toHex();
}

void FacebookClient::extend(const FacebookApp &app, const Secret &token, QObject *context, Callback<Grant> done)
{
    Address address(app.provider.endpoints.extend);
    address.add("grant_type", "fb_exchange_token").addApp(app).add("fb_exchange_token", token.view());
    m_line.get(address.url(), largestTokenAnswer, context,
               reading(readGrant, u"extending the token"_s, std::move(done)));
}

void FacebookClient::appToken(const FacebookApp &app, QObject *context, Callback<Grant> done)
{
    Address address(app.provider.endpoints.token);
    address.add("grant_type", "client_credentials").addApp(app);
    m_line.get(address.url(), largestTokenAnswer, context,
               reading(readGrant, u"asking for the app's token"_s, std::move(done)));
}

void FacebookClient::profile(const FacebookCaller &caller, QObject *context, Callback<Profile> done)
{
    Address address(caller.provider.endpoints.profile);
    address.add("fields", caller.provider.profileFields.join(u',').toLatin1()).addCaller(caller);
    m_line.getTogether(address.url(), batchRoot(caller.provider), context,
                       reading(readFacebookProfile, u"reading the profile"_s, std::move(done)));
}

void FacebookClient::permissions(const FacebookCaller &caller, QObject *context, Callback<FacebookPermissions> done)
{
    Address address(caller.provider.endpoints.permissions);
    address.addCaller(caller);
    m_line.getKept(address.url(), largestAnswer, context,
                   reading(readFacebookPermissions, u"reading the permissions"_s, std::move(done)));
}

void FacebookClient::pages(const FacebookCaller &caller, const QString &after, QObject *context,
                           Callback<FacebookPagePart> done)
{
    Address address(caller.provider, u"/me/accounts"_s);
    address.add("fields", pageFields).addPart(after).addCaller(caller);
    m_line.get(address.url(), largestAnswer, context,
               reading(readFacebookPages, u"listing the Pages"_s, std::move(done)));
}

void FacebookClient::businesses(const FacebookCaller &caller, const QString &after, QObject *context,
                                Callback<FacebookBusinessPart> done)
{
    Address address(caller.provider, u"/me/businesses"_s);
    address.add("fields", "id").addPart(after).addCaller(caller);
    m_line.get(address.url(), largestAnswer, context,
               reading(readFacebookBusinesses, u"listing the portfolios"_s, std::move(done)));
}

void FacebookClient::pagesOf(const FacebookCaller &caller, const QString &business, Share share, const QString &after,
                             QObject *context, Callback<FacebookPagePart> done)
{
    const QString list = share == Share::Owned ? u"/owned_pages"_s : u"/client_pages"_s;
    Address address(caller.provider, u'/' + business + list);
    address.add("fields", pageFields).addPart(after).addCaller(caller);
    m_line.get(address.url(), largestAnswer, context,
               reading(readFacebookPages, u"listing a portfolio's Pages"_s, std::move(done)));
}

void FacebookClient::publishingQuota(const FacebookCaller &caller, const QString &professionalId, QObject *context,
                                     Callback<PublishingQuota> done)
{
    const QString step = u"asking for the publishing quota"_s;
    if (!isDigits(professionalId.toLatin1()))
        return refuse(step, context, std::move(done));
    Address address(caller.provider, u'/' + professionalId + "/content_publishing_limit"_L1);
    address.add("fields", "quota_usage,config").addCaller(caller);
    m_line.get(address.url(), largestAnswer, context, reading(readPublishingQuota, step, std::move(done)));
}

void FacebookClient::inspect(const FacebookApp &app, const Secret &token, QObject *context,
                             Callback<FacebookInspection> done)
{
    Address address(app.provider, u"/debug_token"_s);
    address.add("input_token", token.view()).add("access_token", tokenOf(app).view());
    m_line.get(address.url(), largestAnswer, context,
               reading(readFacebookInspection, u"inspecting the token"_s, std::move(done)));
}

void FacebookClient::inspectItself(const FacebookCaller &caller, QObject *context, Callback<FacebookInspection> done)
{
    Address address(caller.provider, u"/debug_token"_s);
    address.add("input_token", caller.token.view()).addCaller(caller);
    m_line.get(address.url(), largestAnswer, context,
               reading(readFacebookInspection, u"inspecting the token"_s, std::move(done)));
}

void FacebookClient::removePermission(const FacebookCaller &caller, const QString &permission, QObject *context,
                                      Callback<void> done)
{
    Address address(caller.provider.endpoints.permissions);
    if (!permission.isEmpty())
        address.addSegment(permission);
    address.addCaller(caller);
    m_line.remove(address.url(), largestAnswer, context,
                  reading(readFacebookSuccess, u"taking a permission away"_s, std::move(done)));
}

void FacebookClient::createServerToken(const FacebookApp &app, const SystemUserToken &wish, const Secret &asking,
                                       QObject *context, Callback<Grant> done)
{
    const QString step = u"making a system user's token"_s;
    if (!isDigits(wish.systemUser.toUtf8()) || wish.systemUser.size() > 32)
        return refuse(step, context, std::move(done));
    const Address address(app.provider, u'/' + wish.systemUser + "/access_tokens"_L1);
    Form form;
    form.add("business_app", app.id.toLatin1());
    form.add("scope", wish.scopes.join(u',').toLatin1());
    form.add("appsecret_proof", appSecretProof(asking, app.secret));
    form.add("access_token", asking.view());
    if (wish.life == SystemUserToken::Life::SixtyDays)
        form.add("set_token_expires_in_60_days", "true");
    Sending sending;
    sending.form = form.take();
    m_line.send(address.url(), sending, largestTokenAnswer, context, reading(readGrant, step, std::move(done)));
}

void FacebookClient::renewServerToken(const FacebookApp &app, const Secret &token, QObject *context,
                                      Callback<Grant> done)
{
    Address address(app.provider.endpoints.token);
    address.add("grant_type", "fb_exchange_token")
        .add("set_token_expires_in_60_days", "true")
        .addApp(app)
        .add("fb_exchange_token", token.view());
    m_line.get(address.url(), largestTokenAnswer, context,
               reading(readGrant, u"renewing the token"_s, std::move(done)));
}

void FacebookClient::revokeServerToken(const FacebookApp &app, const Secret &token, const Secret &asking,
                                       QObject *context, Callback<void> done)
{
    Address address(app.provider, u"/oauth/revoke"_s);
    address.addApp(app).add("revoke_token", token.view()).add("access_token", asking.view());
    m_line.get(address.url(), largestAnswer, context,
               reading(readFacebookSuccess, u"revoking the token"_s, std::move(done)));
}

} // namespace tokendesk
