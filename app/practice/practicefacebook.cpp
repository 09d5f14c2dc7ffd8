// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefacebook.h"

#include "practice/practiceaccounts.h"

#include "practice/practicebrowsing.h"
#include "practice/practicecontent.h"
#include "practice/practicefacebookpages.h"
#include "practice/practicefacebookworld.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr std::chrono::seconds shortLifetime = 5100s;
constexpr std::chrono::seconds longLifetime = 24h * 60;
constexpr std::chrono::seconds dataAccess = 24h * 90;

/// The path behind "/facebook" and the version.
QString pathOf(const PracticeRequest &request)
{
    static const QRegularExpression start(u"^/facebook(/v[0-9]{1,3}\\.[0-9])?(?=/)"_s);
    return QString(request.path).remove(start);
}

PracticeReply grant(const QByteArray &token, std::chrono::seconds lifetime)
{
    QJsonObject object{{u"access_token"_s, QString::fromLatin1(token)}, {u"token_type"_s, u"bearer"_s}};
    if (lifetime.count() > 0)
        object.insert(u"expires_in"_s, qint64(lifetime.count()));
    return jsonReply(200, object);
}

PracticeError wrongProof()
{
    return {.message = u"Invalid appsecret_proof provided in the API argument"_s, .type = u"GraphMethodException"_s};
}

/// Who says nothing of an app uses Practice's own, which is no registration anywhere and has nothing to guard.
bool isOwnApp(const PracticeRequest &request)
{
    return request.parameter(u"client_id"_s).isEmpty() && request.parameter(u"client_secret"_s).isEmpty();
}

QByteArray hmac(const QString &key, const QString &message)
{
    return QMessageAuthenticationCode::hash(message.toUtf8(), key.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

bool isPracticeFacebook(const PracticeRequest &request)
{
    return request.path.startsWith("/facebook/"_L1);
}

PracticeEndpoint practiceFacebookEndpoint(const PracticeRequest &request)
{
    static const QRegularExpression owned(u"^/[0-9]+/(owned|client)_pages$"_s);
    static const QRegularExpression object(u"^/[0-9]+$"_s);
    static const QRegularExpression serverToken(u"^(/[0-9]+/access_tokens|/oauth/revoke)$"_s);
    static const QRegularExpression permissions(u"^/me/permissions(/[a-z_]+)?$"_s);
    const QString path = pathOf(request);
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    if (path == "/dialog/oauth"_L1 && (get || post))
        return PracticeEndpoint::Authorize;
    if (path == "/oauth/access_token"_L1)
        return request.parameters.contains(u"fb_exchange_token"_s) ? PracticeEndpoint::Extend : PracticeEndpoint::Token;
    if (path == "/broker"_L1)
        return PracticeEndpoint::Broker;
    if (path == "/me"_L1 && get)
        return PracticeEndpoint::Me;
    if (permissions.match(path).hasMatch() && (get || request.method == "DELETE"))
        return PracticeEndpoint::Permissions;
    if ((path == "/me/accounts"_L1 || object.match(path).hasMatch()) && get)
        return PracticeEndpoint::Pages;
    if ((path == "/me/businesses"_L1 || owned.match(path).hasMatch()) && get)
        return PracticeEndpoint::Businesses;
    if (path == "/debug_token"_L1 && get)
        return PracticeEndpoint::Inspect;
    if (path == "/device"_L1 && (get || post))
        return PracticeEndpoint::DevicePage;
    if (path == "/device/login"_L1 && post)
        return PracticeEndpoint::DeviceLogin;
    if (path == "/device/login_status"_L1 && post)
        return PracticeEndpoint::DeviceStatus;
    if (path == "/"_L1 && post)
        return PracticeEndpoint::Batch;
    if (serverToken.match(path).hasMatch())
        return PracticeEndpoint::ServerToken;
    if (isPracticeContent(path) && get)
        return PracticeEndpoint::Content;
    return PracticeEndpoint::None;
}

PracticeReply PracticeFacebook::answer(const PracticeRequest &given, const QDateTime &now)
{
    PracticeRequest request = given;
    const PracticeEndpoint endpoint = practiceFacebookEndpoint(request);
    if (endpoint == PracticeEndpoint::Authorize) // its page answers to the path by which it came
        return request.method == "GET" ? m_dialog.page(request, now) : m_dialog.decide(request, now);
    request.path = pathOf(request);
    const auto caller = readPracticeFacebookToken(request.parameter(u"access_token"_s).toUtf8());
    if (caller && endpoint != PracticeEndpoint::Batch && m_usage.isExhausted(caller->appId, now))
        return refuse(given, PracticeUsage::exhausted());
    switch (endpoint) {
    case PracticeEndpoint::Token:
    case PracticeEndpoint::Extend:
        return token(request, now);
    case PracticeEndpoint::Me:
        return me(request, now);
    case PracticeEndpoint::Permissions:
        return permissions(request, now);
    case PracticeEndpoint::Pages:
        return pages(request, now);
    case PracticeEndpoint::Businesses:
        return businesses(request, now);
    case PracticeEndpoint::Inspect:
        return inspect(request, now);
    case PracticeEndpoint::ServerToken:
        return serverToken(request, now);
    case PracticeEndpoint::Batch:
        return batch(request, now);
    case PracticeEndpoint::DeviceLogin:
        return m_devices.start(request, now);
    case PracticeEndpoint::DeviceStatus:
        return deviceToken(request, now);
    case PracticeEndpoint::DevicePage:
        return m_devices.page(request, m_dialog, now);
    case PracticeEndpoint::Content:
        return content(request, now);
    case PracticeEndpoint::Authorize:
    case PracticeEndpoint::Renew:
    case PracticeEndpoint::Broker:
    case PracticeEndpoint::Quota:
    case PracticeEndpoint::None:
        break;
    }
    return picture(request);
}

PracticeReply PracticeFacebook::refuse(const PracticeRequest &request, const PracticeError &error)
{
    const PracticeEndpoint endpoint = practiceFacebookEndpoint(request);
    if (endpoint == PracticeEndpoint::Authorize || endpoint == PracticeEndpoint::DevicePage)
        return PracticeFacebookPages::refusal(error.message);
    PracticeReply reply = graphErrorReply(error);
    if (error.throttle)
        PracticeUsage::addExhausted(reply, practiceAccounts().constFirst().professionalId, error.code);
    return reply;
}

// -- the app

std::expected<void, PracticeError> PracticeFacebook::checkApp(const PracticeRequest &request) const
{
    if (!isPracticeAppId(request.parameter(u"client_id"_s))) {
        return std::unexpected(
            PracticeError{.message = u"Error validating application. Cannot get application info due to a system "
                                     "error."_s,
                          .code = 101});
    }
    if (request.parameter(u"client_secret"_s) != m_appSecret)
        return std::unexpected(PracticeError{.message = u"Error validating client secret."_s, .code = 1});
    return {};
}

QString PracticeFacebook::appToken(const QString &appId) const
{
    const auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return appId + u'|' + QString::fromLatin1(hmac(m_appSecret, appId).toBase64(base64).first(27));
}

/// As it was given out, or the app id and its secret, which does as well.
bool PracticeFacebook::isAppToken(const QString &text) const
{
    const QString appId = text.section(u'|', 0, 0);
    return isPracticeAppId(appId) && (text == appToken(appId) || text == appId + u'|' + m_appSecret);
}

bool PracticeFacebook::isProof(const QString &proof, const QString &token) const
{
    return proof == QString::fromLatin1(hmac(m_appSecret, token).toHex());
}

std::expected<void, PracticeError> PracticeFacebook::checkProof(const PracticeRequest &request) const
{
    const QString proof = request.parameter(u"appsecret_proof"_s);
    if (proof.isEmpty() && m_proofRequired) {
        return std::unexpected(
            PracticeError{.message = u"API calls from the server require an appsecret_proof argument"_s,
                          .type = u"GraphMethodException"_s});
    }
    if (!proof.isEmpty() && !isProof(proof, request.parameter(u"access_token"_s)))
        return std::unexpected(wrongProof());
    return {};
}

// -- the token that a call is made with

PracticeFacebook::TokenResult PracticeFacebook::readToken(const QString &text, const QDateTime &now) const
{
    const auto token = readPracticeFacebookToken(text.toUtf8());
    if (!token)
        return std::unexpected(cannotParseToken());
    if (token->expiresAt.isValid() && token->expiresAt <= now)
        return std::unexpected(sessionExpired(token->expiresAt, now));
    const QDateTime withdrawn = m_withdrawn.value({token->appId, token->userId});
    if (m_revoked.contains(text) || (withdrawn.isValid() && token->issuedAt <= withdrawn))
        return std::unexpected(appRemoved());
    return *token;
}

PracticeFacebook::TokenResult PracticeFacebook::checkToken(const PracticeRequest &request, const QDateTime &now) const
{
    const QString text = request.parameter(u"access_token"_s);
    if (text.isEmpty() || isAppToken(text))
        return std::unexpected(noToken());
    if (const auto proven = checkProof(request); !proven)
        return std::unexpected(proven.error());
    return readToken(text, now);
}

QStringList PracticeFacebook::scopesOf(const PracticeFacebookToken &token) const
{
    QStringList scopes = token.scopes;
    const QSet<QString> removed = m_removed.value({token.appId, token.userId});
    scopes.removeIf([&removed](const QString &scope) { return removed.contains(scope); });
    return scopes;
}

// -- how tokens come

PracticeReply PracticeFacebook::token(const PracticeRequest &request, const QDateTime &now)
{
    if (isOwnApp(request) && request.parameter(u"grant_type"_s) == "fb_exchange_token"_L1)
        return extend(request, now);
    if (const auto app = checkApp(request); !app)
        return graphErrorReply(app.error());
    const QString type = request.parameters.value(u"grant_type"_s, u"authorization_code"_s);
    if (type == "client_credentials"_L1)
        return grant(appToken(request.parameter(u"client_id"_s)).toLatin1(), 0s);
    if (type == "fb_exchange_token"_L1)
        return extend(request, now);
    return exchangeCode(request, now);
}

PracticeReply PracticeFacebook::exchangeCode(const PracticeRequest &request, const QDateTime &now)
{
    const auto code = m_dialog.redeem(request, now);
    if (!code)
        return graphErrorReply(code.error());
    return grantUser(*code, PracticeFacebookToken::Kind::ShortUser, now);
}

/// On another device the token lives for 60 days at once.
PracticeReply PracticeFacebook::deviceToken(const PracticeRequest &request, const QDateTime &now)
{
    const auto consent = m_devices.redeem(request, now);
    if (!consent)
        return graphErrorReply(consent.error());
    return grantUser(*consent, PracticeFacebookToken::Kind::LongUser, now);
}

PracticeReply PracticeFacebook::grantUser(const PracticeFacebookCode &consent, PracticeFacebookToken::Kind kind,
                                          const QDateTime &now)
{
    const quint64 app = consent.request.appId.toULongLong();
    const auto lifetime = kind == PracticeFacebookToken::Kind::ShortUser ? shortLifetime : longLifetime;
    m_removed.remove({app, consent.person}); // consent brings back what was taken away
    return grant(mintPracticeFacebookToken({.kind = kind,
                                            .appId = app,
                                            .userId = consent.person,
                                            .scopes = consent.granted,
                                            .declined = consent.declined,
                                            .pages = consent.pages,
                                            .issuedAt = now,
                                            .expiresAt = now.addSecs(lifetime.count()),
                                            .dataAccessExpiresAt = now.addSecs(dataAccess.count())}),
                 lifetime);
}

PracticeReply PracticeFacebook::extend(const PracticeRequest &request, const QDateTime &now)
{
    auto token = readToken(request.parameter(u"fb_exchange_token"_s), now);
    if (!token)
        return graphErrorReply(token.error());
    if (!isOwnApp(request) && token->appId != request.parameter(u"client_id"_s).toULongLong())
        return graphErrorReply({.message = u"The access token does not belong to application"_s});
    switch (token->kind) {
    case PracticeFacebookToken::Kind::ShortUser:
        token->kind = PracticeFacebookToken::Kind::LongUser;
        token->expiresAt = now.addSecs(longLifetime.count());
        break;
    case PracticeFacebookToken::Kind::LongUser: // another string, the same end: nothing renews it silently
        break;
    case PracticeFacebookToken::Kind::Page:
        return graphErrorReply({.message = u"Unsupported token type"_s});
    case PracticeFacebookToken::Kind::SystemUser:
        if (request.parameter(u"set_token_expires_in_60_days"_s) != "true"_L1)
            return graphErrorReply({.message = u"(#100) set_token_expires_in_60_days is required"_s});
        token->expiresAt = now.addSecs(longLifetime.count());
        break;
    }
    token->issuedAt = now;
    return grant(mintPracticeFacebookToken(*token), std::chrono::seconds(now.secsTo(token->expiresAt)));
}

// -- tokens of system users

PracticeReply PracticeFacebook::serverToken(const PracticeRequest &request, const QDateTime &now)
{
    return request.path == "/oauth/revoke"_L1 ? revokeServerToken(request, now) : createServerToken(request, now);
}

PracticeReply PracticeFacebook::createServerToken(const PracticeRequest &request, const QDateTime &now)
{
    if (request.method != "POST")
        return graphErrorReply({.message = u"Unsupported get request."_s, .type = u"GraphMethodException"_s});
    const auto admin = checkToken(request, now);
    if (!admin)
        return graphErrorReply(admin.error());
    if (request.parameter(u"appsecret_proof"_s).isEmpty())
        return graphErrorReply(wrongProof());
    const PracticeBusiness *business = practiceBusinessOf(request.path.section(u'/', 1, 1).toULongLong());
    const bool allowed = business && scopesOf(*admin).contains("business_management"_L1)
        && (admin->userId == business->person || admin->userId == business->systemUser);
    if (!allowed)
        return graphErrorReply(
            {.message = u"(#10) Application does not have permission for this action"_s, .code = 10});
    if (request.parameter(u"business_app"_s).toULongLong() != admin->appId)
        return graphErrorReply({.message = u"(#100) Invalid parameter: business_app"_s});
    PracticeFacebookToken token{.kind = PracticeFacebookToken::Kind::SystemUser,
                                .appId = admin->appId,
                                .userId = business->systemUser,
                                .scopes = readPracticeScopes(request.parameter(u"scope"_s)),
                                .declined = {},
                                .pages = {},
                                .issuedAt = now};
    const bool ends = request.parameter(u"set_token_expires_in_60_days"_s) == "true"_L1;
    if (ends)
        token.expiresAt = now.addSecs(longLifetime.count());
    return jsonReply(200, {{u"access_token"_s, QString::fromLatin1(mintPracticeFacebookToken(token))}});
}

PracticeReply PracticeFacebook::revokeServerToken(const PracticeRequest &request, const QDateTime &now)
{
    if (const auto app = isOwnApp(request) ? std::expected<void, PracticeError>() : checkApp(request); !app)
        return graphErrorReply(app.error());
    const QString text = request.parameter(u"revoke_token"_s);
    const auto token = readToken(text, now);
    if (!token)
        return graphErrorReply(token.error());
    if (token->kind != PracticeFacebookToken::Kind::SystemUser)
        return graphErrorReply({.message = u"(#100) Only tokens of system users can be revoked"_s});
    m_revoked.insert(text);
    return jsonReply(200, {{u"success"_s, u"true"_s}}); // a text, as Meta answers
}

} // namespace tokendesk
