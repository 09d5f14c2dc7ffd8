// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/standardreplies.h"

#include "graph/replyfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestId = 255; // OpenID Connect Core 2: at most 255 ASCII characters

/// The member that "data.user.id" names; null where there is none.
const Json *memberAt(const Json &root, const QString &path)
{
    const Json *at = &root;
    for (const QString &name : path.split(u'.'))
        at = at && at->isObject() ? at->member(name.toUtf8()) : nullptr;
    return at;
}

/// Any visible ASCII, or a number exact to the last digit.
Result<QString> readSubject(const Answer &answer, const Json &value)
{
    const QByteArray id = value.kind == Json::Kind::Number ? value.raw.toByteArray() : value.bytes();
    const bool visible = std::ranges::all_of(id, [](char c) { return c > 0x20 && c < 0x7F; });
    if (id.isEmpty() || id.size() > longestId || !visible)
        return malformed(answer, u"an id of odd characters or length"_s);
    return QString::fromLatin1(id);
}

/// Seconds since 1970 (RFC 7519 2).
Result<QDateTime> readInstant(const Answer &answer, const Json &value)
{
    if (value.kind != Json::Kind::Number || !isDigits(value.raw) || value.raw.size() > 11)
        return malformed(answer, u"a time that is no number of seconds"_s);
    return QDateTime::fromSecsSinceEpoch(value.raw.toLongLong()).toUTC();
}

} // namespace

Result<Grant> readStandardGrant(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json *token = root->member("access_token");
    if (!token)
        return malformed(answer, u"an answer without a token"_s);
    const Json *type = root->member("token_type");
    if (type && type->text().compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return malformed(answer, u"a token that is no bearer token"_s);

    Grant grant;
    grant.answeredAt = answer.date("Date");
    grant.clientId = readClientId(root->member("client_id"));
    const Json *scope = root->member("scope");
    grant.permissionsKnown = scope != nullptr;
    for (const std::optional<Error> &error :
         {readOptional(answer, token, grant.token, readToken),
          readOptional(answer, root->member("refresh_token"), grant.refreshToken, readToken),
          readOptional(answer, root->member("expires_in"), grant.lifetime, readLifetime),
          readOptional(answer, scope, grant.permissions, readScopeIds)}) {
        if (error)
            return std::unexpected(*error);
    }
    return grant;
}

Result<Profile> readUserInfo(const Answer &answer, const ProfileMembers &members)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json *id = memberAt(*root, members.id);
    if (!id)
        return malformed(answer, u"a profile without an id"_s);
    Profile profile;
    if (const auto error = readOptional(answer, id, profile.id, readSubject))
        return std::unexpected(*error);
    profile.username = readLabel(memberAt(*root, members.username));
    profile.name = readLabel(memberAt(*root, members.name));
    profile.picture = readPictureAddress(memberAt(*root, members.picture));
    return profile;
}

Result<Introspection> readIntrospection(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json *active = root->member("active");
    if (!active || active->kind != Json::Kind::Bool)
        return malformed(answer, u"an answer that does not say whether the token is active"_s);
    Introspection said{.active = active->isTrue()};
    if (!said.active)
        return said; // RFC 7662 2.2: nothing else counts then
    const Json *scope = root->member("scope");
    said.scopesKnown = scope != nullptr;
    for (const std::optional<Error> &error : {readOptional(answer, root->member("sub"), said.subject, readSubject),
                                              readOptional(answer, root->member("exp"), said.expiresAt, readInstant),
                                              readOptional(answer, scope, said.scopes, readScopeIds)}) {
        if (error)
            return std::unexpected(*error);
    }
    said.username = readLabel(root->member("username"));
    said.clientId = readLabel(root->member("client_id"));
    return said;
}

Result<void> readRevocation(const Answer &answer)
{
    if (answer.status >= 200 && answer.status < 300)
        return {};
    return std::unexpected(readError(answer));
}

} // namespace tokendesk
