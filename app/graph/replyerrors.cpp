// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/logging.h"
#include "graph/errorcatalogue.h"
#include "graph/replies.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 32;
constexpr int longestMessage = 500;
constexpr int longestWait = 24 * 3600;

/// The provider's words, safe to show and to log.
QString quoted(const QString &text, int longest)
{
    const QString clean = redacted(text).simplified().left(longest);
    return !clean.isEmpty() && clean.back().isHighSurrogate() ? clean.chopped(1) : clean;
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

/// Retry-After, seconds or a date that is compared with the answer's own (RFC 9110 10.2.3); 0 where there is none.
int headerWait(const Answer &answer)
{
    const QByteArray header = answer.header("Retry-After").trimmed();
    const bool digits = !header.isEmpty() && std::ranges::all_of(header, [](char c) { return c >= '0' && c <= '9'; });
    if (digits)
        return header.size() > 9 ? longestWait : clampedWait(header.toLongLong());
    const QDateTime then = answer.date("Retry-After");
    const QDateTime now = answer.date("Date");
    return then.isValid() && now.isValid() ? clampedWait(now.secsTo(then)) : 0;
}

/// What the error object said, before it is classified.
struct Said
{
    QString word; ///< error, error_type or type
    QString message;
    bool transient = false;
    bool flat = false; ///< from a token endpoint, not from the Graph API
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
    return {.word = word ? word->text() : QString(), .message = message ? message->text() : QString(), .flat = true};
}

/// As the catalogue has it, or else of that kind.
void settle(Error &error, const KnownError *known, ErrorKind otherwise)
{
    error.kind = known ? known->kind : otherwise;
    error.hint = known ? known->hint : ErrorHint::None;
    error.known = known ? known->id : QString();
}

/// Throttles first: their text and type look like any other error's. Then what passes by itself, then the text, which
/// tells more than the code.
void classify(Error &error, const Said &said)
{
    const ErrorCatalogue &catalogue = errorCatalogue();
    const KnownError *byCode = catalogue.byCode(error.code, error.subcode);
    if (byCode && byCode->kind == ErrorKind::RateLimited)
        return settle(error, byCode, byCode->kind);
    if (said.transient)
        return settle(error, nullptr, ErrorKind::ServerTrouble);
    for (const KnownError *known :
         {catalogue.byText(said.message), byCode, catalogue.byWord(said.word), catalogue.byStatus(error.httpStatus)}) {
        if (known)
            return settle(error, known, known->kind);
    }
    // A token endpoint that says no has refused the code. What nobody knows says nothing about a token, and must not
    // end it.
    const bool refused = said.flat && (error.httpStatus == 400 || error.httpStatus == 401);
    settle(error, nullptr, refused ? ErrorKind::Rejected : ErrorKind::Malformed);
}

} // namespace

Error readError(const Answer &answer)
{
    Error error;
    error.httpStatus = answer.status;
    const auto root = readJson(answer.body, deepestNesting);
    const bool isObject = root && root->isObject();
    const Json *inner = isObject ? root->member("error") : nullptr;
    const bool known = inner || (isObject && (root->member("error_type") || root->member("error_message")));
    if (known) {
        const Said said = inner && inner->isObject() ? readEnvelope(*inner, error) : readFlat(*root, answer, error);
        error.type = quoted(said.word, 64);
        error.message = quoted(said.message, longestMessage);
        classify(error, said);
    } else {
        settle(error, errorCatalogue().byStatus(answer.status), ErrorKind::Malformed);
    }
    if (error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::ServerTrouble)
        error.retryAfter = std::max(businessWait(answer), headerWait(answer));
    error.what = known ? u"the provider answered with an error"_s : u"an answer that is no answer of the provider"_s;
    if (isForeign(answer))
        error.hint = ErrorHint::Portal;
    return error;
}

bool isForeign(const Answer &answer)
{
    constexpr int networkAuthenticationRequired = 511;
    const bool isRedirect = answer.status >= 300 && answer.status < 400;
    const bool isSuccess = answer.status >= 200 && answer.status < 300;
    return isRedirect || answer.status == networkAuthenticationRequired
        || (isSuccess && answer.body.trimmed().startsWith('<'));
}

Error readRedirectError(const QString &word, const QString &reason, const QString &description)
{
    Error error;
    error.what = u"the consent page came back with an error"_s;
    error.type = quoted(word, 64);
    error.message = quoted(description.isEmpty() ? reason : description, longestMessage);
    const KnownError *byText = errorCatalogue().byText(description);
    settle(error, byText ? byText : errorCatalogue().byWord(word), ErrorKind::Rejected);
    return error;
}

} // namespace tokendesk
