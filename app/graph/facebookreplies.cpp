// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/facebookreplies.h"

#include "graph/errorcatalogue.h"
#include "graph/replyfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr std::size_t mostItems = 500; // of one part of a list
constexpr qsizetype longestCursor = 512;
constexpr qint64 latest = 253'402'300'799; // the end of the year 9999

QString textOf(const Json *value)
{
    if (!value)
        return {};
    return value->kind == Json::Kind::Number ? QString::fromLatin1(value->raw) : value->text();
}

/// An id: digits, exact to the last one; empty for anything else.
QString idOf(const Json *value)
{
    const QString id = textOf(value);
    const bool good = id.size() <= 32 && !id.isEmpty() && isDigits(id.toLatin1());
    return good ? id : QString();
}

const Json *nested(const Json &object, std::initializer_list<QByteArrayView> path)
{
    const Json *value = &object;
    for (const QByteArrayView name : path)
        value = value ? value->member(name) : nullptr;
    return value;
}

/// The items of "data"; an error where there is no such list.
Result<Json> readList(const Answer &answer)
{
    Result<Json> root = readSuccess(answer);
    if (!root)
        return root;
    const Json *data = root->member("data");
    if (!data || !data->isArray() || data->items.size() > mostItems)
        return malformed(answer, u"a list that cannot be read"_s);
    return root;
}

/// Facebook says where a list goes on in an address that holds the token. Only its cursor is taken from there.
QString cursorOf(const Json &root)
{
    const QString cursor = textOf(nested(root, {"paging", "cursors", "after"}));
    const bool clean = std::ranges::all_of(cursor, [](QChar c) { return c > u' ' && c < u'\u007F'; });
    const bool more = nested(root, {"paging", "next"});
    return more && clean && cursor.size() <= longestCursor ? cursor : QString();
}

/// Seconds since 1970; invalid for 0, which means never, and for what is no such number.
QDateTime instantOf(const Json *value)
{
    bool isNumber = false;
    const qint64 seconds = textOf(value).toLongLong(&isNumber);
    return isNumber && seconds > 0 && seconds <= latest ? QDateTime::fromSecsSinceEpoch(seconds).toUTC() : QDateTime();
}

FacebookTokenType typeOf(const Json *value)
{
    const QString type = textOf(value).toUpper();
    if (type == "USER"_L1)
        return FacebookTokenType::User;
    if (type == "PAGE"_L1)
        return FacebookTokenType::Page;
    if (type == "APP"_L1)
        return FacebookTokenType::App;
    return type == "SYSTEM_USER"_L1 ? FacebookTokenType::SystemUser : FacebookTokenType::Unknown;
}

/// The fault of a token that was asked about, classified like any other error of the Graph API.
Error faultOf(const Answer &answer, const Json *fault)
{
    Error error{.kind = ErrorKind::Rejected, .what = u"the token is not valid"_s, .httpStatus = answer.status};
    if (!fault)
        return error;
    error.code = textOf(fault->member("code")).toInt();
    error.subcode = textOf(fault->member("subcode")).toInt();
    error.message = readLabel(fault->member("message"));
    const KnownError *byText = errorCatalogue().byText(error.message);
    const KnownError *known = byText ? byText : errorCatalogue().byCode(error.code, error.subcode);
    if (!known || known->kind != ErrorKind::Rejected)
        return error;
    error.hint = known->hint;
    error.known = known->id;
    return error;
}

Result<FacebookPage> readPage(const Answer &answer, const Json &item)
{
    FacebookPage page;
    page.id = idOf(item.member("id"));
    page.name = readLabel(item.member("name"));
    if (page.id.isEmpty())
        return malformed(answer, u"a Page without an id"_s);
    if (const auto error = readOptional(answer, item.member("access_token"), page.token, readToken))
        return std::unexpected(*error);
    page.picture = readPictureAddress(nested(item, {"picture", "data", "url"}));
    if (const Json *instagram = item.member("instagram_business_account")) {
        page.instagramId = idOf(instagram->member("id"));
        page.instagramUsername = readLabel(instagram->member("username"));
        page.instagramPicture = readPictureAddress(instagram->member("profile_picture_url"));
    }
    return page;
}

} // namespace

Result<Profile> readFacebookProfile(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    Profile profile;
    profile.answeredAt = answer.date("Date");
    profile.id = idOf(root->member("id"));
    if (profile.id.isEmpty())
        return malformed(answer, u"a profile without an id"_s);
    profile.name = readLabel(root->member("name"));
    profile.picture = readPictureAddress(nested(*root, {"picture", "data", "url"}));
    return profile;
}

Result<FacebookPagePart> readFacebookPages(const Answer &answer)
{
    const Result<Json> root = readList(answer);
    if (!root)
        return std::unexpected(root.error());
    FacebookPagePart part{.pages = {}, .after = cursorOf(*root)};
    for (const Json &item : root->member("data")->items) {
        Result<FacebookPage> page = readPage(answer, item);
        if (!page)
            return std::unexpected(page.error());
        part.pages.push_back(*std::move(page));
    }
    return part;
}

Result<FacebookBusinessPart> readFacebookBusinesses(const Answer &answer)
{
    const Result<Json> root = readList(answer);
    if (!root)
        return std::unexpected(root.error());
    FacebookBusinessPart part{.ids = {}, .after = cursorOf(*root)};
    for (const Json &item : root->member("data")->items) {
        part.ids.append(idOf(item.member("id")));
        if (part.ids.last().isEmpty())
            return malformed(answer, u"a portfolio without an id"_s);
    }
    return part;
}

Result<FacebookPermissions> readFacebookPermissions(const Answer &answer)
{
    const Result<Json> root = readList(answer);
    if (!root)
        return std::unexpected(root.error());
    FacebookPermissions permissions;
    for (const Json &item : root->member("data")->items) {
        const QString id = textOf(item.member("permission"));
        if (!isScopeId(id) || !item.member("status"))
            return malformed(answer, u"permissions that cannot be read"_s);
        if (id == "public_profile"_L1)
            continue; // comes with every sign-in
        const bool granted = textOf(item.member("status")) == "granted"_L1;
        (granted ? permissions.granted : permissions.declined).append(id);
    }
    return permissions;
}

Result<FacebookInspection> readFacebookInspection(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json *data = root->member("data");
    const Json *valid = data && data->isObject() ? data->member("is_valid") : nullptr;
    const Json *fault = data && data->isObject() ? data->member("error") : nullptr;
    if (!valid && !fault)
        return malformed(answer, u"an inspection that says nothing"_s);
    FacebookInspection inspection;
    inspection.valid = valid && valid->isTrue();
    inspection.type = typeOf(data->member("type"));
    inspection.appId = idOf(data->member("app_id"));
    inspection.application = readLabel(data->member("application"));
    inspection.userId = idOf(data->member("user_id"));
    inspection.pageId = idOf(data->member("profile_id"));
    inspection.issuedAt = instantOf(data->member("issued_at"));
    inspection.expiresAt = instantOf(data->member("expires_at"));
    inspection.dataAccessExpiresAt = instantOf(data->member("data_access_expires_at"));
    if (const auto error = readOptional(answer, data->member("scopes"), inspection.scopes, readScopeIds))
        return std::unexpected(*error);
    inspection.scopes.removeAll(u"public_profile"_s);
    if (!inspection.valid)
        inspection.fault = faultOf(answer, fault);
    return inspection;
}

Result<void> readFacebookSuccess(const Answer &answer)
{
    if (answer.status == 200 && answer.body.trimmed() == "true")
        return {};
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json *success = root->member("success");
    if (success && (success->isTrue() || success->text() == "true"_L1))
        return {};
    return malformed(answer, u"an answer that does not say that it was done"_s);
}

} // namespace tokendesk
