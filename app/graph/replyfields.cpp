// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replyfields.h"

#include "base/printable.h"
#include "graph/replies.h"
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

} // namespace

std::unexpected<Error> malformed(const Answer &answer, const QString &what)
{
    return std::unexpected(Error{.kind = ErrorKind::Malformed, .what = what, .httpStatus = answer.status});
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Result<Json> readSuccess(const Answer &answer)
{
    if (isForeign(answer))
        return std::unexpected(readError(answer));
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

Result<Secret> readToken(const Answer &answer, const Json &value)
{
    QByteArray bytes = value.bytes();
    const bool printable = std::ranges::all_of(bytes, [](char c) { return c > 0x20 && c < 0x7F; });
    Secret token = Secret::takeFrom(bytes);
    if (token.isEmpty() || token.size() > longestToken || !printable)
        return malformed(answer, u"a token of odd characters or length"_s);
    return token;
}

QString readClientId(const Json *value)
{
    if (!value)
        return {};
    const QString id = value->kind == Json::Kind::Number ? QString::fromLatin1(value->raw) : value->text();
    return id.isEmpty() ? u"?"_s : id;
}

Result<seconds> readLifetime(const Answer &answer, const Json &value)
{
    const QByteArray digits = value.kind == Json::Kind::Number ? value.raw.toByteArray() : value.bytes();
    if (!isDigits(digits) || digits.size() > 18 || digits.toLongLong() == 0)
        return malformed(answer, u"a lifetime that is no whole number of seconds"_s);
    return std::min(seconds(digits.toLongLong()), longestLifetime);
}

bool isScopeId(QStringView id)
{
    return !id.isEmpty() && id.size() <= 128
        && std::ranges::all_of(id, [](QChar c) { return c > u' ' && c < u'\u007F' && c != u'"' && c != u'\\'; });
}

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

QString readLabel(const Json *value)
{
    QString text = value ? value->text() : QString();
    text.removeIf(isDeceptive);
    return text.trimmed().left(200);
}

QUrl readPictureAddress(const Json *value)
{
    const QUrl url(value ? value->text() : QString(), QUrl::StrictMode);
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    return safe && url.isValid() && url.userInfo().isEmpty() ? url : QUrl();
}

} // namespace tokendesk
