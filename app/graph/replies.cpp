// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replies.h"

#include "base/json.h"
#include "base/printable.h"
#include "provider/loopback.h"

#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 32;
constexpr qsizetype longestToken = 4096;
constexpr seconds longestLifetime{10LL * 365 * 24 * 3600};
constexpr std::size_t mostPermissions = 200;

std::unexpected<Error> malformed(const Answer &answer, const QString &what)
{
    return std::unexpected(Error{.kind = ErrorKind::Malformed, .what = what, .httpStatus = answer.status});
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The answer's object, or the one in data[0]: Meta documents the one and sends the other.
const Json &flattened(const Json &root, QByteArrayView essential)
{
    const Json *data = root.member("data");
    if (root.member(essential) || !data || !data->isArray() || data->items.empty())
        return root; // NOLINT(bugprone-return-const-ref-from-parameter): every caller owns its root
    return data->items.front().isObject() ? data->items.front() : root;
}

/// A token: printable ASCII without spaces, so that no header, file or terminal can be tricked with it.
Result<Secret> readToken(const Answer &answer, const Json &value)
{
    QByteArray bytes = value.bytes();
    const bool printable = std::ranges::all_of(bytes, [](char c) { return c > 0x20 && c < 0x7F; });
    Secret token = Secret::takeFrom(bytes);
    if (token.isEmpty() || token.size() > longestToken || !printable)
        return malformed(answer, u"a token of odd characters or length"_s);
    return token;
}

/// An id, exact to the last digit however large: a double would round Instagram's 17 digits.
Result<QString> readId(const Answer &answer, const Json &value)
{
    const QByteArray digits = value.kind == Json::Kind::Number ? value.raw.toByteArray() : value.bytes();
    if (!isDigits(digits) || digits.size() > 32)
        return malformed(answer, u"an id that is no number"_s);
    return QString::fromLatin1(digits);
}

/// Whole seconds as a number or as text. 0, negative, fractions and exponents are refused rather than guessed at; more
/// than ten years are ten years.
Result<seconds> readLifetime(const Answer &answer, const Json &value)
{
    const QByteArray digits = value.kind == Json::Kind::Number ? value.raw.toByteArray() : value.bytes();
    if (!isDigits(digits) || digits.size() > 18 || digits.toLongLong() == 0)
        return malformed(answer, u"a lifetime that is no whole number of seconds"_s);
    return std::min(seconds(digits.toLongLong()), longestLifetime);
}

/// RFC 6749 3.3: printable ASCII but for the quote and the backslash.
bool isScopeId(QStringView id)
{
    return !id.isEmpty() && id.size() <= 128
        && std::ranges::all_of(id, [](QChar c) { return c > u' ' && c < u'\u007F' && c != u'"' && c != u'\\'; });
}

/// A list of texts, or one text with commas or spaces between.
Result<QStringList> readScopeIds(const Answer &answer, const Json &value)
{
    QStringList ids;
    if (value.isText())
        ids = value.text().replace(u',', u' ').split(u' ', Qt::SkipEmptyParts);
    for (const Json &item : value.items)
        ids.append(item.text());
    const bool listed = value.isText() || value.isArray();
    if (!listed || std::size_t(ids.size()) > mostPermissions || !std::ranges::all_of(ids, isScopeId))
        return malformed(answer, u"permissions that cannot be read"_s);
    ids.removeDuplicates();
    return ids;
}

/// A text for a label: what would turn or break the line is dropped, and so is what is too long to be meant.
QString label(const Json *value)
{
    QString text = value ? value->text() : QString();
    text.removeIf(isDeceptive);
    return text.trimmed().left(200);
}

QUrl pictureAddress(const Json *value)
{
    const QUrl url(value ? value->text() : QString(), QUrl::StrictMode);
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    return safe && url.isValid() && url.userInfo().isEmpty() ? url : QUrl();
}

/// The JSON object of a success; anything else is the error it stands for.
Result<Json> readSuccess(const Answer &answer)
{
    QByteArrayView body = answer.body;
    if (body.startsWith("\xEF\xBB\xBF")) // RFC 8259 8.1 lets a reader pass over it
        body = body.sliced(3);
    auto root = readJson(body, deepestNesting);
    if (answer.status < 200 || answer.status > 299)
        return std::unexpected(readError(answer));
    if (!root)
        return malformed(answer, u"an answer that is no JSON: "_s + root.error().what);
    if (!root->isObject())
        return malformed(answer, u"an answer that is no JSON object"_s);
    if (root->member("error") || root->member("error_type") || root->member("error_message"))
        return std::unexpected(readError(answer));
    return *std::move(root);
}

/// Reads an optional member into `target`; an error where it is there but cannot be read.
template <typename T, typename Read>
std::optional<Error> readOptional(const Answer &answer, const Json *value, T &target, Read read)
{
    if (!value)
        return {};
    auto result = read(answer, *value);
    if (!result)
        return result.error();
    target = *std::move(result);
    return {};
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
    profile.username = label(fields.member("username"));
    profile.name = label(fields.member("name"));
    profile.accountType = label(fields.member("account_type")).toLower();
    profile.picture = pictureAddress(fields.member("profile_picture_url"));
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

} // namespace tokendesk
