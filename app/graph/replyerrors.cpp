// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/logging.h"
#include "graph/replies.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int longestMessage = 500;
constexpr int longestWait = 24 * 3600;

// The tables below are the program's whole knowledge of Meta's errors. Kinds, since that is all code branches on:
// Rejected: only a new sign-in helps. Misconfigured: the app's owner must change something. RateLimited: wait as told.
// ServerTrouble: try again later.

/// Texts that say more than the code beside them, in the order in which they count. Meta's codes are too coarse: a
/// wrong app secret is code 1 or 100, an expired session comes with and without a subcode.
struct TextRule
{
    QLatin1StringView text;
    ErrorKind kind;
};
constexpr TextRule textRules[] = {
    {"validating client secret"_L1, ErrorKind::Misconfigured},
    {"invalid platform app"_L1, ErrorKind::Misconfigured},
    {"invalid client_id"_L1, ErrorKind::Misconfigured},
    {"invalid client id"_L1, ErrorKind::Misconfigured},
    {"validating application"_L1, ErrorKind::Misconfigured},
    {"redirect_uri"_L1, ErrorKind::Misconfigured},
    {"redirect uri"_L1, ErrorKind::Misconfigured},
    {"url blocked"_L1, ErrorKind::Misconfigured},
    {"invalid scope"_L1, ErrorKind::Misconfigured},
    {"appsecret_proof"_L1, ErrorKind::Misconfigured},
    {"insufficient developer role"_L1, ErrorKind::Misconfigured},
    {"unsupported request - method type"_L1, ErrorKind::Misconfigured}, // the tester invitation is not accepted
    {"session has expired"_L1, ErrorKind::Rejected},
    {"session has been invalidated"_L1, ErrorKind::Rejected},
    {"has not authorized application"_L1, ErrorKind::Rejected},
    {"cannot parse access token"_L1, ErrorKind::Rejected},
    {"validating access token"_L1, ErrorKind::Rejected},
    {"code was not found or was already used"_L1, ErrorKind::Rejected},
    {"authorization code has been used"_L1, ErrorKind::Rejected},
    {"authorization code has expired"_L1, ErrorKind::Rejected},
    {"verification code"_L1, ErrorKind::Rejected},
    {"not eligible for refresh"_L1, ErrorKind::RateLimited}, // younger than 24 hours
    {"request limit reached"_L1, ErrorKind::RateLimited},
    {"too many calls"_L1, ErrorKind::RateLimited},
};

/// Error words: RFC 6749 4.1.2.1 and 5.2, RFC 6750 3.1, RFC 8628 3.5, and the types of Instagram's token endpoint.
constexpr TextRule wordRules[] = {
    {"access_denied"_L1, ErrorKind::Denied},
    {"invalid_grant"_L1, ErrorKind::Rejected},
    {"invalid_token"_L1, ErrorKind::Rejected},
    {"expired_token"_L1, ErrorKind::Rejected},
    {"insufficient_scope"_L1, ErrorKind::Rejected},
    {"invalid_client"_L1, ErrorKind::Misconfigured},
    {"unauthorized_client"_L1, ErrorKind::Misconfigured},
    {"invalid_scope"_L1, ErrorKind::Misconfigured},
    {"invalid_request"_L1, ErrorKind::Misconfigured},
    {"unsupported_grant_type"_L1, ErrorKind::Misconfigured},
    {"unsupported_response_type"_L1, ErrorKind::Misconfigured},
    {"server_error"_L1, ErrorKind::ServerTrouble},
    {"temporarily_unavailable"_L1, ErrorKind::ServerTrouble},
    {"slow_down"_L1, ErrorKind::RateLimited},
    {"OAuthAccessTokenException"_L1, ErrorKind::Rejected},
    {"OAuthRateLimitException"_L1, ErrorKind::RateLimited},
};

/// Codes of the Graph API, ranges inclusive. Its `type` says nothing: even a throttle is an "OAuthException".
struct CodeRule
{
    int first, last;
    ErrorKind kind;
};
constexpr CodeRule codeRules[] = {
    {1, 2, ErrorKind::ServerTrouble},
    {3, 3, ErrorKind::Misconfigured}, // the app lacks the capability
    {4, 4, ErrorKind::RateLimited},
    {9, 9, ErrorKind::RateLimited}, // publishing quota
    {10, 10, ErrorKind::Rejected}, // permission not granted or lost
    {17, 17, ErrorKind::RateLimited},
    {32, 32, ErrorKind::RateLimited},
    {100, 100, ErrorKind::Misconfigured}, // wrong parameter
    {101, 101, ErrorKind::Misconfigured}, // no such app
    {102, 102, ErrorKind::Rejected},
    {190, 190, ErrorKind::Rejected},
    {191, 191, ErrorKind::Misconfigured}, // redirect address not registered
    {200, 299, ErrorKind::Rejected}, // permission missing
    {341, 341, ErrorKind::ServerTrouble},
    {368, 368, ErrorKind::RateLimited}, // blocked for a while for reasons of policy
    {452, 452, ErrorKind::Rejected},
    {613, 613, ErrorKind::RateLimited},
    {2500, 2500, ErrorKind::Rejected}, // no token came through
    {80'000, 80'014, ErrorKind::RateLimited}, // business use cases
};

template <std::size_t N>
std::optional<ErrorKind> kindOfText(const TextRule (&rules)[N], const QString &text)
{
    const auto rule = std::ranges::find_if(
        rules, [&text](const TextRule &each) { return text.contains(each.text, Qt::CaseInsensitive); });
    return rule == std::end(rules) ? std::nullopt : std::optional(rule->kind);
}

std::optional<ErrorKind> kindOfCode(int code)
{
    const auto rule = std::ranges::find_if(
        codeRules, [code](const CodeRule &each) { return code >= each.first && code <= each.last; });
    return rule == std::end(codeRules) ? std::nullopt : std::optional(rule->kind);
}

std::optional<ErrorKind> kindOfStatus(int status)
{
    if (status == 429)
        return ErrorKind::RateLimited;
    if (status >= 500 || status == 408)
        return ErrorKind::ServerTrouble;
    // The API never redirects: this is a network's own sign-in page, or a move that asks for a new version of us.
    if (status >= 300 && status < 400)
        return ErrorKind::ServerTrouble;
    return {};
}

/// The provider's words, safe to show and to log.
QString quoted(const QString &text, int longest)
{
    return redacted(text).simplified().left(longest);
}

QString quoted(const Json *value, int longest)
{
    return value ? quoted(value->text(), longest) : QString();
}

int number(const Json *value)
{
    const QByteArray digits = !value ? QByteArray() : value->isText() ? value->bytes() : value->raw.toByteArray();
    return digits.toInt(); // 0 for what is none
}

int clampedWait(qint64 wait)
{
    return int(std::clamp<qint64>(wait, 1, longestWait));
}

/// The longest time to wait in X-Business-Use-Case-Usage, which is in minutes; 0 where there is none.
int businessWait(const Answer &answer)
{
    const QByteArray header = answer.header("X-Business-Use-Case-Usage");
    const auto usage = readJson(header, 4);
    qint64 minutes = 0;
    if (!usage || !usage->isObject())
        return 0;
    for (const Json &account : usage->items) {
        for (const Json &use : account.items)
            minutes = std::max<qint64>(minutes, number(use.member("estimated_time_to_regain_access")));
    }
    return minutes > 0 ? clampedWait(minutes * 60) : 0;
}

/// RFC 9110 5.6.7, in its preferred form.
QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

/// Retry-After, seconds or a date that is compared with the answer's own (RFC 9110 10.2.3); 0 where there is none.
int headerWait(const Answer &answer)
{
    const QByteArray header = answer.header("Retry-After").trimmed();
    const bool digits = !header.isEmpty() && std::ranges::all_of(header, [](char c) { return c >= '0' && c <= '9'; });
    if (digits)
        return header.size() > 9 ? longestWait : clampedWait(header.toLongLong());
    const QDateTime then = httpDate(header);
    const QDateTime now = httpDate(answer.header("Date").trimmed());
    return then.isValid() && now.isValid() ? clampedWait(now.secsTo(then)) : 0;
}

/// What the error object said, before it is classified.
struct Said
{
    QString word; ///< error, error_type or type
    QString message;
    bool transient = false;
};

Said readEnvelope(const Json &envelope, Error &error)
{
    error.code = number(envelope.member("code"));
    error.subcode = number(envelope.member("error_subcode"));
    error.traceId = quoted(envelope.member("fbtrace_id"), 64);
    const Json *transient = envelope.member("is_transient");
    const Json *message = envelope.member("message");
    const Json *type = envelope.member("type");
    return {.word = type ? type->text() : QString(),
            .message = message ? message->text() : QString(),
            .transient = transient && transient->isTrue()};
}

Said readFlat(const Json &root, const Answer &answer, Error &error)
{
    const bool instagram = root.member("error_type") || root.member("error_message");
    const Json *word = root.member(instagram ? "error_type" : "error");
    const Json *message = root.member(instagram ? "error_message" : "error_description");
    error.code = number(root.member("code"));
    if (error.code == answer.status || (error.code >= 400 && error.code < 600))
        error.code = 0; // there it repeats the HTTP status
    return {.word = word ? word->text() : QString(), .message = message ? message->text() : QString()};
}

ErrorKind kindOf(const Said &said, const Error &error)
{
    const std::optional<ErrorKind> byCode = kindOfCode(error.code);
    if (byCode == ErrorKind::RateLimited)
        return *byCode;
    if (said.transient)
        return ErrorKind::ServerTrouble;
    if (const auto kind = kindOfText(textRules, said.message))
        return *kind;
    if (byCode)
        return *byCode;
    if (const auto kind = kindOfText(wordRules, said.word))
        return *kind;
    if (const auto kind = kindOfStatus(error.httpStatus))
        return *kind;
    return ErrorKind::Rejected;
}

} // namespace

Error readError(const Answer &answer)
{
    Error error;
    error.httpStatus = answer.status;
    const auto root = readJson(answer.body, 32);
    const bool isObject = root && root->isObject();
    const Json *inner = isObject ? root->member("error") : nullptr;
    const bool known = inner || (isObject && (root->member("error_type") || root->member("error_message")));
    if (known) {
        const Said said = inner && inner->isObject() ? readEnvelope(*inner, error) : readFlat(*root, answer, error);
        error.type = quoted(said.word, 64);
        error.message = quoted(said.message, longestMessage);
        error.kind = kindOf(said, error);
    } else {
        error.kind = kindOfStatus(answer.status).value_or(ErrorKind::Malformed);
    }
    if (error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::ServerTrouble)
        error.retryAfter = std::max(businessWait(answer), headerWait(answer));
    error.what = known ? u"the provider answered with an error"_s : u"an answer that is no answer of the provider"_s;
    return error;
}

Error readRedirectError(const QString &word, const QString &reason, const QString &description)
{
    Error error{.kind = ErrorKind::Denied, .what = u"the consent page came back with an error"_s};
    error.type = quoted(word, 64);
    error.message = quoted(description.isEmpty() ? reason : description, longestMessage);
    const auto byText = kindOfText(textRules, description);
    error.kind = byText ? *byText : kindOfText(wordRules, word).value_or(ErrorKind::Rejected);
    return error;
}

} // namespace tokendesk
