// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceinstagram.h"

#include "practice/practiceaccounts.h"
#include "practice/practicecontent.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr std::chrono::seconds shortLifetime = 1h;
constexpr std::chrono::seconds longLifetime = 24h * 60;
constexpr std::chrono::milliseconds renewableAfter = 24h;

QJsonObject withShape(const QJsonObject &object, PracticeShapes shapes)
{
    return shapes & PracticeShape::DataList ? QJsonObject{{u"data"_s, QJsonArray{object}}} : object;
}

QJsonObject grantObject(const QByteArray &token, std::chrono::seconds lifetime, PracticeShapes shapes)
{
    QJsonObject object{{u"access_token"_s, QString::fromLatin1(token)}, {u"token_type"_s, u"bearer"_s}};
    if (!(shapes & PracticeShape::NoLifetime))
        object.insert(u"expires_in"_s, qint64(lifetime.count()));
    return withShape(object, shapes);
}

QByteArray mintLong(PracticeToken token, const QDateTime &now)
{
    token.kind = PracticeToken::Kind::Long;
    token.issuedAt = now;
    token.expiresAt = now.addSecs(longLifetime.count());
    return mintPracticeToken(token);
}

PracticeError notEligible()
{
    return {.message = u"Token is not eligible for refresh"_s, .type = u"IGApiException"_s};
}

PracticeError permissionMissing()
{
    return {.message = u"(#10) Application does not have permission for this action"_s, .code = 10};
}

QJsonObject fieldsOf(const PracticeAccount &account, const QByteArray &host)
{
    const QString picture
        = "http://%1/practice/picture/%2.png"_L1.arg(QString::fromLatin1(host), QString::number(account.userId));
    return {
        {u"id"_s, QString::number(account.userId)}, {u"user_id"_s, account.professionalId},
        {u"username"_s, account.username},          {u"name"_s, account.name},
        {u"account_type"_s, account.type},          {u"profile_picture_url"_s, picture},
        {u"followers_count"_s, account.followers},  {u"follows_count"_s, account.follows},
        {u"media_count"_s, account.media},
    };
}

PracticeReply notFound()
{
    return graphErrorReply({.message = u"Unknown path components"_s, .code = 2500, .status = 404});
}

} // namespace

PracticeEndpoint practiceInstagramEndpoint(const PracticeRequest &request)
{
    static const QRegularExpression version(u"^/v[0-9]{1,3}\\.[0-9](?=/)"_s);
    static const QRegularExpression quota(u"^/[0-9]+/content_publishing_limit$"_s);
    const QString path = QString(request.path).remove(version);
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    if (path == "/oauth/authorize"_L1 && (get || post))
        return PracticeEndpoint::Authorize;
    if (path == "/oauth/access_token"_L1)
        return PracticeEndpoint::Token;
    if (path == "/broker"_L1)
        return PracticeEndpoint::Broker;
    if (path == "/access_token"_L1 && get)
        return PracticeEndpoint::Extend;
    if (path == "/refresh_access_token"_L1 && get)
        return PracticeEndpoint::Renew;
    if (path == "/me"_L1 && get)
        return PracticeEndpoint::Me;
    if (quota.match(path).hasMatch() && get)
        return PracticeEndpoint::Quota;
    if (path == "/me/permissions"_L1 && (get || request.method == "DELETE"))
        return PracticeEndpoint::Permissions;
    if (isPracticeContent(path) && get)
        return PracticeEndpoint::Content;
    return PracticeEndpoint::None;
}

/// What counts against the app's allowance is refused once that is used up.
PracticeReply PracticeInstagram::answer(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now)
{
    const auto caller = readPracticeToken(request.parameter(u"access_token"_s).toUtf8());
    if (caller && m_usage.isExhausted(caller->appId, now))
        return refuse(request, PracticeUsage::exhausted());
    switch (practiceInstagramEndpoint(request)) {
    case PracticeEndpoint::Authorize:
        return request.method == "GET" ? m_consents.page(request, now) : m_consents.decide(request, now);
    case PracticeEndpoint::Token:
        return token(request, shapes, now);
    case PracticeEndpoint::Extend:
        return extend(request, shapes, now);
    case PracticeEndpoint::Renew:
        return renew(request, shapes, now);
    case PracticeEndpoint::Me:
        return me(request, shapes, now);
    case PracticeEndpoint::Permissions:
        return permissions(request, now);
    case PracticeEndpoint::Quota:
    case PracticeEndpoint::Content:
        return content(request, now);
    case PracticeEndpoint::Pages:
    case PracticeEndpoint::Businesses:
    case PracticeEndpoint::Inspect:
    case PracticeEndpoint::ServerToken:
    case PracticeEndpoint::DeviceLogin:
    case PracticeEndpoint::DeviceStatus:
    case PracticeEndpoint::DevicePage:
    case PracticeEndpoint::Broker:
    case PracticeEndpoint::Batch:
    case PracticeEndpoint::None:
        break;
    }
    return picture(request);
}

PracticeReply PracticeInstagram::refuse(const PracticeRequest &request, const PracticeError &error) const
{
    switch (practiceInstagramEndpoint(request)) {
    case PracticeEndpoint::Authorize:
        return pageErrorReply(error);
    case PracticeEndpoint::Token:
        return tokenErrorReply(error);
    case PracticeEndpoint::None:
    case PracticeEndpoint::Extend:
    case PracticeEndpoint::Renew:
    case PracticeEndpoint::Me:
    case PracticeEndpoint::Permissions:
    case PracticeEndpoint::Content:
    case PracticeEndpoint::Pages:
    case PracticeEndpoint::Businesses:
    case PracticeEndpoint::Inspect:
    case PracticeEndpoint::ServerToken:
    case PracticeEndpoint::DeviceLogin:
    case PracticeEndpoint::DeviceStatus:
    case PracticeEndpoint::DevicePage:
    case PracticeEndpoint::Broker:
    case PracticeEndpoint::Batch:
    case PracticeEndpoint::Quota:
        break;
    }
    PracticeReply reply = graphErrorReply(error);
    if (error.throttle) {
        const auto token = readPracticeToken(request.parameter(u"access_token"_s).toUtf8());
        const PracticeAccount *account = token ? practiceAccount(token->userId) : nullptr;
        PracticeUsage::addExhausted(reply, (account ? *account : practiceAccounts().constFirst()).professionalId,
                                    error.code);
    }
    return reply;
}

PracticeReply PracticeInstagram::token(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now)
{
    const auto code = m_consents.redeem(request, now);
    if (!code)
        return tokenErrorReply(code.error());
    const QByteArray minted = mintPracticeToken({.kind = PracticeToken::Kind::Short,
                                                 .appId = code->consent.appId.toULongLong(),
                                                 .userId = code->userId,
                                                 .scopes = code->granted,
                                                 .issuedAt = now,
                                                 .expiresAt = now.addSecs(shortLifetime.count())});
    QJsonObject object{{u"access_token"_s, QString::fromLatin1(minted)}, {u"user_id"_s, qint64(code->userId)}};
    if (shapes & PracticeShape::UserIdText)
        object.insert(u"user_id"_s, QString::number(code->userId));
    if (shapes & PracticeShape::PermissionsText)
        object.insert(u"permissions"_s, code->granted.join(u','));
    else if (!(shapes & PracticeShape::NoPermissions))
        object.insert(u"permissions"_s, QJsonArray::fromStringList(code->granted));
    return jsonReply(200, withShape(object, shapes));
}

std::expected<PracticeToken, PracticeError> PracticeInstagram::checkToken(const PracticeRequest &request,
                                                                          const QDateTime &now) const
{
    const QString text = request.parameter(u"access_token"_s);
    if (text.isEmpty())
        return std::unexpected(noToken());
    const auto token = readPracticeToken(text.toUtf8());
    if (!token || !practiceAccount(token->userId))
        return std::unexpected(cannotParseToken());
    if (token->expiresAt <= now)
        return std::unexpected(sessionExpired(token->expiresAt, now));
    const QDateTime ended = m_ended.value(text);
    if (ended.isValid() && ended <= now)
        return std::unexpected(sessionExpired(ended, now));
    const QDateTime withdrawn = m_withdrawn.value({token->appId, token->userId});
    if (withdrawn.isValid() && token->issuedAt <= withdrawn)
        return std::unexpected(appRemoved());
    return *token;
}

/// Practice's own app is no registration anywhere and has nothing to guard: who says no secret means that one.
bool PracticeInstagram::isOwnApp(const PracticeRequest &request)
{
    const auto token = readPracticeToken(request.parameter(u"access_token"_s).toUtf8());
    return request.parameter(u"client_secret"_s).isEmpty() && token && token->appId == PracticeConsents::appId;
}

PracticeReply PracticeInstagram::extend(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now)
{
    if (request.parameter(u"grant_type"_s) != "ig_exchange_token"_L1)
        return graphErrorReply({.message = u"Invalid grant_type"_s});
    if (!m_consents.isAppSecret(request.parameter(u"client_secret"_s)) && !isOwnApp(request))
        return graphErrorReply(wrongSecret());
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    if (token->kind != PracticeToken::Kind::Short) {
        return graphErrorReply({.message = u"Session key invalid. This could be because the session key has an "
                                           "incorrect format, or because the user has revoked this session"_s,
                                .code = 452});
    }
    if (!token->scopes.contains(practiceScopes().constFirst()))
        return graphErrorReply(permissionMissing());
    return counted(jsonReply(200, grantObject(mintLong(*token, now), longLifetime, shapes)), *token, now);
}

PracticeReply PracticeInstagram::renew(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now)
{
    if (request.parameter(u"grant_type"_s) != "ig_refresh_token"_L1)
        return graphErrorReply({.message = u"Invalid grant_type"_s});
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    const bool oldEnough = token->issuedAt.addMSecs(renewableAfter.count()) <= now;
    if (token->kind != PracticeToken::Kind::Long || !oldEnough)
        return graphErrorReply(notEligible());
    if (!token->scopes.contains(practiceScopes().constFirst()))
        return graphErrorReply(permissionMissing());
    const QString text = request.parameter(u"access_token"_s);
    if (m_grace && !m_ended.contains(text))
        m_ended.insert(text, now.addSecs(m_grace->count()));
    return counted(jsonReply(200, grantObject(mintLong(*token, now), longLifetime, shapes)), *token, now);
}

PracticeReply PracticeInstagram::me(const PracticeRequest &request, PracticeShapes shapes, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    const QJsonObject known = fieldsOf(*practiceAccount(token->userId), request.host);
    QJsonObject chosen{{u"id"_s, known.value("id"_L1)}};
    for (const QString &field : request.parameter(u"fields"_s).split(u',', Qt::SkipEmptyParts)) {
        if (!known.contains(field))
            return graphErrorReply({.message = "(#100) Tried accessing nonexisting field (%1)"_L1.arg(field)});
        chosen.insert(field, known.value(field));
    }
    return counted(jsonReply(200, withShape(chosen, shapes)), *token, now);
}

PracticeReply PracticeInstagram::permissions(const PracticeRequest &request, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    if (request.method == "DELETE") {
        m_withdrawn.insert({token->appId, token->userId}, now);
        return jsonReply(200, {{u"success"_s, true}});
    }
    QJsonArray list;
    for (const QString &scope : token->scopes)
        list.append(QJsonObject{{u"permission"_s, scope}, {u"status"_s, u"granted"_s}});
    return counted(jsonReply(200, {{u"data"_s, list}}), *token, now);
}

/// Of the token's own account, called "me" or by its professional id.
PracticeReply PracticeInstagram::content(const PracticeRequest &request, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    const PracticeAccount &account = *practiceAccount(token->userId);
    const QString whose = practiceContentOwner(request.path);
    if (whose != "me"_L1 && whose != account.professionalId)
        return notFound();
    return counted(practiceContent(request, account, token->scopes, u"instagram_business_"_s), *token, now);
}

PracticeReply PracticeInstagram::picture(const PracticeRequest &request) const
{
    static const QRegularExpression pattern(u"^/practice/picture/([0-9]{1,19})\\.png$"_s);
    const PracticeAccount *account = practiceAccount(pattern.match(request.path).captured(1).toULongLong());
    if (!account || request.method != "GET")
        return notFound();
    return {.status = 200,
            .headers = {{"Content-Type", "image/png"}, {"X-Content-Type-Options", "nosniff"}},
            .body = practicePicture(account->colour)};
}

PracticeReply PracticeInstagram::counted(PracticeReply reply, const PracticeToken &token, const QDateTime &now)
{
    m_usage.count(reply, {token.appId, token.userId, practiceAccount(token.userId)->professionalId}, now);
    return reply;
}

} // namespace tokendesk
