// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceaccounts.h"
#include "practice/practicebrowsing.h"
#include "practice/practicecontent.h"
#include "practice/practicefacebook.h"
#include "practice/practicefacebookworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype largestPracticeBatch = 50;
constexpr qsizetype pageSize = 2; // small, so that lists come in several parts here
using Kind = PracticeFacebookToken::Kind;

QString pictureOf(const PracticeRequest &request, const QString &path)
{
    return "http://%1%2.png"_L1.arg(QString::fromLatin1(request.host), path);
}

QJsonObject nestedPicture(const PracticeRequest &request, quint64 id)
{
    const QString url = pictureOf(request, "/facebook/picture/"_L1 + QString::number(id));
    return {{u"data"_s, QJsonObject{{u"url"_s, url}, {u"is_silhouette"_s, false}}}};
}

QJsonObject linkedInstagram(const PracticeRequest &request, quint64 userId)
{
    const PracticeAccount *account = practiceAccount(userId);
    const QString picture = pictureOf(request, "/practice/picture/"_L1 + QString::number(userId));
    return {
        {u"id"_s, account->professionalId}, {u"username"_s, account->username}, {u"profile_picture_url"_s, picture}};
}

/// The names before any braces in "id,name,picture{url},instagram_business_account{id,username}".
QStringList fieldsOf(const PracticeRequest &request)
{
    static const QRegularExpression braces(u"\\{[^}]*\\}"_s);
    return request.parameter(u"fields"_s).remove(braces).split(u',', Qt::SkipEmptyParts);
}

PracticeError noSuchField(const QString &field)
{
    return {.message = "(#100) Tried accessing nonexisting field (%1)"_L1.arg(field)};
}

PracticeError noSuchObject()
{
    return {.message = u"Unsupported get request. Object does not exist, cannot be loaded due to missing permissions, "
                       "or does not support this operation"_s,
            .subcode = 33,
            .type = u"GraphMethodException"_s};
}

/// One part of a list, with a cursor where it goes on.
PracticeReply listReply(const PracticeRequest &request, const QJsonArray &all)
{
    const auto first = std::clamp<qsizetype>(request.parameter(u"after"_s).toLongLong(), 0, all.size());
    QJsonArray part;
    for (qsizetype i = first; i < std::min(first + pageSize, all.size()); ++i)
        part.append(all.at(i));
    QJsonObject object{{u"data"_s, part}};
    if (first + pageSize < all.size()) {
        const QString cursor = QString::number(first + pageSize);
        object.insert(u"paging"_s,
                      QJsonObject{{u"cursors"_s, QJsonObject{{u"after"_s, cursor}}},
                                  {u"next"_s, "https://graph.facebook.com/next?after="_L1 + cursor}});
    }
    return jsonReply(200, object);
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::ShortUser:
    case Kind::LongUser:
        return u"USER"_s;
    case Kind::Page:
        return u"PAGE"_s;
    case Kind::SystemUser:
        return u"SYSTEM_USER"_s;
    }
    Q_UNREACHABLE();
}

/// An answer as a part of that to a batch.
QJsonObject asPart(const PracticeReply &reply)
{
    QJsonArray headers;
    for (const auto &[name, value] : reply.headers)
        headers.append(QJsonObject{{u"name"_s, QString::fromLatin1(name)}, {u"value"_s, QString::fromLatin1(value)}});
    return {{u"code"_s, reply.status}, {u"headers"_s, headers}, {u"body"_s, QString::fromUtf8(reply.body)}};
}

qint64 secondsOf(const QDateTime &instant)
{
    return instant.isValid() ? instant.toSecsSinceEpoch() : 0;
}

} // namespace

PracticeReply PracticeFacebook::me(const PracticeRequest &request, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    const PracticePage *page = practicePage(token->pageId);
    const PracticePerson *person = practicePerson(token->userId);
    const PracticeBusiness *business = practiceBusinessOf(token->userId);
    const quint64 id = page ? page->id : token->userId;
    const QString name = page ? page->name : person ? person->name : business ? u"Practice Robot"_s : QString();
    const QJsonObject known{
        {u"id"_s, QString::number(id)}, {u"name"_s, name}, {u"picture"_s, nestedPicture(request, id)}};
    QJsonObject chosen{{u"id"_s, known.value("id"_L1)}};
    for (const QString &field : fieldsOf(request)) {
        if (!known.contains(field))
            return graphErrorReply(noSuchField(field));
        chosen.insert(field, known.value(field));
    }
    return counted(jsonReply(200, chosen), *token, now);
}

/// From a long-lived user token it has no end; from another it ends with that.
QString PracticeFacebook::pageToken(quint64 page, const PracticeFacebookToken &user, const QDateTime &now) const
{
    PracticeFacebookToken token = user;
    token.kind = Kind::Page;
    token.pageId = page;
    token.issuedAt = now;
    if (user.kind != Kind::ShortUser)
        token.expiresAt = {};
    return QString::fromLatin1(mintPracticeFacebookToken(token));
}

QJsonObject PracticeFacebook::pageObject(quint64 id, const PracticeRequest &request, const PracticeFacebookToken &user,
                                         const QDateTime &now) const
{
    const PracticePage *page = practicePage(id);
    QJsonObject known{{u"id"_s, QString::number(id)},
                      {u"name"_s, page->name},
                      {u"access_token"_s, pageToken(id, user, now)},
                      {u"tasks"_s, QJsonArray::fromStringList(page->tasks)},
                      {u"picture"_s, nestedPicture(request, id)}};
    if (page->instagram != 0 && scopesOf(user).contains("instagram_basic"_L1))
        known.insert(u"instagram_business_account"_s, linkedInstagram(request, page->instagram));
    QJsonObject chosen{{u"id"_s, known.value("id"_L1)}};
    for (const QString &field : fieldsOf(request)) {
        if (known.contains(field))
            chosen.insert(field, known.value(field));
    }
    return chosen;
}

/// Only what was ticked, and nothing that a portfolio holds, as at Facebook.
PracticeReply PracticeFacebook::pages(const PracticeRequest &request, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    if (request.path != "/me/accounts"_L1) {
        const quint64 id = request.path.sliced(1).toULongLong();
        const bool seen = practicePage(id) && (token->pages.contains(id) || token->pageId == id);
        return seen ? counted(jsonReply(200, pageObject(id, request, *token, now)), *token, now)
                    : graphErrorReply(noSuchObject());
    }
    QJsonArray all;
    for (const PracticePage &page : practicePages()) {
        const bool listed = token->pages.contains(page.id) && page.business == 0;
        if (listed && token->kind != Kind::Page && scopesOf(*token).contains("pages_show_list"_L1))
            all.append(pageObject(page.id, request, *token, now));
    }
    return counted(listReply(request, all), *token, now);
}

PracticeReply PracticeFacebook::withoutPageTokens(const PracticeReply &reply)
{
    QJsonObject list = QJsonDocument::fromJson(reply.body).object();
    QJsonArray pages;
    for (const QJsonValue &page : list.value("data"_L1).toArray()) {
        QJsonObject each = page.toObject();
        each.remove("access_token"_L1);
        pages.append(each);
    }
    list.insert(u"data"_s, pages);
    PracticeReply without = reply;
    without.body = QJsonDocument(list).toJson(QJsonDocument::Compact);
    return without;
}

PracticeReply PracticeFacebook::businesses(const PracticeRequest &request, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    if (!scopesOf(*token).contains("business_management"_L1))
        return graphErrorReply({.message = u"(#100) Requires business_management permission"_s, .code = 200});
    QJsonArray all;
    if (request.path == "/me/businesses"_L1) {
        for (const PracticeBusiness &business : practiceBusinesses()) {
            if (business.person == token->userId)
                all.append(QJsonObject{{u"id"_s, QString::number(business.id)}, {u"name"_s, business.name}});
        }
        return counted(listReply(request, all), *token, now);
    }
    const PracticeBusiness *business = practiceBusiness(request.path.section(u'/', 1, 1).toULongLong());
    if (!business || business->person != token->userId)
        return graphErrorReply(noSuchObject());
    const bool clients = request.path.endsWith("/client_pages"_L1);
    for (const PracticePage &page : practicePages()) {
        if (page.business == business->id && page.client == clients && token->pages.contains(page.id))
            all.append(pageObject(page.id, request, *token, now));
    }
    return counted(listReply(request, all), *token, now);
}

PracticeReply PracticeFacebook::permissions(const PracticeRequest &request, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    if (token->kind == Kind::Page)
        return graphErrorReply(noSuchField(u"permissions"_s));
    const QString permission = request.path.section(u'/', 3, 3);
    const QPair key(token->appId, token->userId);
    if (request.method == "DELETE" && permission.isEmpty())
        m_withdrawn.insert(key, now);
    else if (request.method == "DELETE")
        m_removed[key].insert(permission);
    if (request.method == "DELETE")
        return jsonReply(200, {{u"success"_s, true}});
    const auto entry = [](const QString &scope, const QString &status) {
        return QJsonObject{{u"permission"_s, scope}, {u"status"_s, status}};
    };
    QJsonArray list{entry(u"public_profile"_s, u"granted"_s)};
    for (const QString &scope : scopesOf(*token))
        list.append(entry(scope, u"granted"_s));
    for (const QString &scope : token->declined)
        list.append(entry(scope, u"declined"_s));
    return counted(jsonReply(200, {{u"data"_s, list}}), *token, now);
}

/// Of the Instagram account that is linked to a Page the token may see.
PracticeReply PracticeFacebook::content(const PracticeRequest &request, const QDateTime &now)
{
    const auto token = checkToken(request, now);
    if (!token)
        return graphErrorReply(token.error());
    const QString whose = practiceContentOwner(request.path);
    for (const PracticePage &page : practicePages()) {
        const PracticeAccount *account = page.instagram != 0 ? practiceAccount(page.instagram) : nullptr;
        const bool seen = token->pages.contains(page.id) || token->pageId == page.id;
        if (account && seen && whose == account->professionalId)
            return counted(practiceContent(request, *account, scopesOf(*token), u"instagram_"_s), *token, now);
    }
    return graphErrorReply(noSuchObject());
}

/// What is wrong with the token that is asked about is in the data, beside status 200.
QJsonObject PracticeFacebook::inspection(const QString &text, const QDateTime &now) const
{
    if (isAppToken(text)) {
        return {{u"app_id"_s, text.section(u'|', 0, 0)},
                {u"type"_s, u"APP"_s},
                {u"application"_s, u"Practice app"_s},
                {u"is_valid"_s, true},
                {u"scopes"_s, QJsonArray()}};
    }
    const auto live = readToken(text, now);
    const auto token = readPracticeFacebookToken(text.toUtf8());
    QJsonObject data{{u"is_valid"_s, live.has_value()}, {u"scopes"_s, QJsonArray()}};
    if (!live) {
        QJsonObject error{{u"code"_s, live.error().code}, {u"message"_s, live.error().message}};
        if (live.error().subcode)
            error.insert(u"subcode"_s, *live.error().subcode);
        data.insert(u"error"_s, error);
    }
    if (!token)
        return data;
    data.insert(u"app_id"_s, QString::number(token->appId));
    data.insert(u"type"_s, kindName(token->kind));
    data.insert(u"application"_s, u"Practice app"_s);
    data.insert(u"expires_at"_s, secondsOf(token->expiresAt));
    data.insert(u"data_access_expires_at"_s, secondsOf(token->dataAccessExpiresAt));
    data.insert(u"issued_at"_s, secondsOf(token->issuedAt));
    data.insert(u"user_id"_s, QString::number(token->userId));
    if (token->pageId != 0)
        data.insert(u"profile_id"_s, QString::number(token->pageId));
    data.insert(u"scopes"_s, QJsonArray::fromStringList(scopesOf(*token)));
    return data;
}

PracticeReply PracticeFacebook::inspect(const PracticeRequest &request, const QDateTime &now) const
{
    const QString asking = request.parameter(u"access_token"_s);
    const QString input = request.parameter(u"input_token"_s);
    const bool own = asking == input && readToken(asking, now).has_value();
    if (!isAppToken(asking) && !own) {
        return graphErrorReply(
            {.message = u"(#100) You must provide an app access token, or a user access token that is an owner or "
                        "developer of the app"_s});
    }
    return jsonReply(200, {{u"data"_s, inspection(input, now)}});
}

PracticeReply PracticeFacebook::picture(const PracticeRequest &request)
{
    static const QRegularExpression pattern(u"^/picture/([0-9]{1,19})\\.png$"_s);
    const quint64 id = pattern.match(request.path).captured(1).toULongLong();
    const PracticePage *page = practicePage(id);
    const PracticePerson *person = practicePerson(id);
    if ((!page && !person) || request.method != "GET")
        return graphErrorReply({.message = u"Unknown path components"_s, .code = 2500, .status = 404});
    return {.status = 200,
            .headers = {{"Content-Type", "image/png"}, {"X-Content-Type-Options", "nosniff"}},
            .body = practicePicture(page ? page->colour : person->colour)};
}

PracticeReply PracticeFacebook::counted(PracticeReply reply, const PracticeFacebookToken &token, const QDateTime &now)
{
    const quint64 subject = token.pageId != 0 ? token.pageId : token.userId;
    m_usage.count(reply, {token.appId, token.userId, QString::number(subject)}, now);
    return reply;
}

/// Each part is a request of its own, with the token of the whole where it has none. The whole's token has to be good.
PracticeReply PracticeFacebook::batch(const PracticeRequest &request, const QDateTime &now)
{
    if (const auto token = checkToken(request, now); !token && !isAppToken(request.parameter(u"access_token"_s)))
        return graphErrorReply(token.error());
    const QJsonArray list = QJsonDocument::fromJson(request.parameter(u"batch"_s).toUtf8()).array();
    if (list.isEmpty() || list.size() > largestPracticeBatch)
        return graphErrorReply({.message = u"Too many requests in batch message. Maximum batch size is 50"_s});
    QJsonArray answers;
    for (const QJsonValue &part : list) {
        const QByteArray relative = part["relative_url"_L1].toString().toUtf8();
        const qsizetype query = relative.indexOf('?');
        PracticeRequest each{.method = part["method"_L1].toString().toLatin1(),
                             .path
                             = "/facebook/"_L1 + QString::fromUtf8(relative.first(query < 0 ? relative.size() : query)),
                             .host = request.host,
                             .parameters = readUrlEncoded(query < 0 ? QByteArray() : relative.sliced(query + 1))};
        if (!each.parameters.contains(u"access_token"_s))
            each.parameters.insert(u"access_token"_s, request.parameter(u"access_token"_s));
        const bool nested = practiceFacebookEndpoint(each) == PracticeEndpoint::Batch;
        answers.append(asPart(nested ? graphErrorReply(noSuchObject()) : answer(each, now)));
    }
    return {.status = 200,
            .headers = {{"Content-Type", "application/json; charset=UTF-8"}, {"Cache-Control", "private, no-store"}},
            .body = QJsonDocument(answers).toJson(QJsonDocument::Compact)};
}

} // namespace tokendesk
