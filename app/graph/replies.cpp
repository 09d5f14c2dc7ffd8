// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replies.h"

#include "graph/replyfields.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// The answer's object, or the one in data[0]: Meta documents the one and sends the other.
const Json &flattened(const Json &root, QByteArrayView essential)
{
    const Json *data = root.member("data");
    if (root.member(essential) || !data || !data->isArray() || data->items.empty())
        return root; // NOLINT(bugprone-return-const-ref-from-parameter): every caller owns its root
    return data->items.front().isObject() ? data->items.front() : root;
}

/// An id, exact to the last digit however large: a double would round Instagram's 17 digits.
Result<QString> readId(const Answer &answer, const Json &value)
{
    const QByteArray digits = value.kind == Json::Kind::Number ? value.raw.toByteArray() : value.bytes();
    if (!isDigits(digits) || digits.size() > 32)
        return malformed(answer, u"an id that is no number"_s);
    return QString::fromLatin1(digits);
}

} // namespace

Result<Grant> readGrant(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json &fields = flattened(*root, "access_token");
    const Json *token = fields.member("access_token");
    if (!token)
        return malformed(answer, u"an answer without a token"_s);
    const Json *type = fields.member("token_type");
    if (type && type->text().compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return malformed(answer, u"a token that is no bearer token"_s);

    Grant grant;
    grant.answeredAt = answer.date("Date");
    grant.clientId = readClientId(fields.member("client_id"));
    const Json *permissions = fields.member("permissions");
    if (!permissions)
        permissions = fields.member("scope");
    grant.permissionsKnown = permissions != nullptr;
    for (const std::optional<Error> &error :
         {readOptional(answer, token, grant.token, readToken),
          readOptional(answer, fields.member("refresh_token"), grant.refreshToken, readToken),
          readOptional(answer, fields.member("user_id"), grant.userId, readId),
          readOptional(answer, fields.member("expires_in"), grant.lifetime, readLifetime),
          readOptional(answer, permissions, grant.permissions, readScopeIds)}) {
        if (error)
            return std::unexpected(*error);
    }
    return grant;
}

Result<Profile> readProfile(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json &fields = flattened(*root, "id");
    const Json *id = fields.member("id");
    if (!id)
        return malformed(answer, u"a profile without an id"_s);

    Profile profile;
    profile.answeredAt = answer.date("Date");
    for (const std::optional<Error> &error :
         {readOptional(answer, id, profile.id, readId),
          readOptional(answer, fields.member("user_id"), profile.professionalId, readId)}) {
        if (error)
            return std::unexpected(*error);
    }
    profile.username = readLabel(fields.member("username"));
    profile.name = readLabel(fields.member("name"));
    profile.accountType = readLabel(fields.member("account_type")).toLower();
    profile.picture = readPictureAddress(fields.member("profile_picture_url"));
    return profile;
}

Result<QStringList> readPermissions(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json *data = root->member("data");
    if (!data || !data->isArray() || data->items.size() > mostPermissions)
        return malformed(answer, u"permissions that cannot be read"_s);
    QStringList granted;
    for (const Json &item : data->items) {
        const Json *permission = item.member("permission");
        const Json *status = item.member("status");
        if (!permission || !status || !isScopeId(permission->text()))
            return malformed(answer, u"permissions that cannot be read"_s);
        if (status->text() == "granted"_L1)
            granted.append(permission->text());
    }
    granted.removeDuplicates();
    return granted;
}

/// Whole numbers that a person could mean.
static std::optional<int> countOf(const Json *value)
{
    bool isNumber = false;
    const int count = value ? value->raw.toByteArray().toInt(&isNumber) : 0;
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

Result<PublishingQuota> readPublishingQuota(const Answer &answer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    const Json *data = root->member("data");
    const Json *first = data && data->isArray() && !data->items.empty() ? &data->items.front() : nullptr;
    const auto used = countOf(first ? first->member("quota_usage") : nullptr);
    if (!used)
        return malformed(answer, u"a publishing quota without a number"_s);
    PublishingQuota quota{.used = *used};
    if (const Json *config = first->member("config")) {
        quota.total = countOf(config->member("quota_total")).value_or(0);
        if (const auto seconds = countOf(config->member("quota_duration")); seconds && *seconds >= 3600)
            quota.duration = std::chrono::seconds(*seconds);
    }
    return quota;
}

} // namespace tokendesk
