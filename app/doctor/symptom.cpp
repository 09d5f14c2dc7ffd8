// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/symptom.h"

#include "base/json.h"
#include "base/logging.h"
#include "graph/errorcatalogue.h"
#include "graph/facebookreplies.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 32;
constexpr qsizetype longestMessage = 300;
constexpr int badRequest = 400;

QString quoted(const QString &text)
{
    return redacted(text).simplified().left(longestMessage);
}

Error found(const KnownError &known, const QString &words)
{
    return {.kind = known.kind,
            .what = u"what was pasted"_s,
            .message = quoted(words),
            .hint = known.hint,
            .known = known.id};
}

/// The JSON object in the text, whatever stands around it.
std::optional<Error> errorInJson(QByteArrayView text)
{
    const qsizetype begin = text.indexOf('{');
    const qsizetype end = text.lastIndexOf('}');
    if (begin < 0 || end < begin)
        return {};
    const QByteArray body = text.sliced(begin, end - begin + 1).toByteArray();
    const auto root = readJson(body, deepestNesting);
    if (!root)
        return {};
    Answer answer{.status = badRequest, .body = body, .headers = {}};
    if (root->member("error") || root->member("error_type") || root->member("error_message"))
        return readError(answer);
    const Json *data = root->member("data");
    if (!data || !data->member("error"))
        return {};
    const Result<FacebookInspection> inspection = readFacebookInspection(answer);
    return inspection ? std::optional(inspection->fault) : std::nullopt;
}

QString valueOf(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key, QUrl::FullyDecoded).replace(u'+', u' ');
}

/// What came back by redirect, in the query or behind the hash (RFC 6749 4.1.2.1 and 4.2.2.1).
std::optional<Error> errorInAddress(const QString &text)
{
    static const QRegularExpression parameters(uR"([?&#](error(?:_[a-z]+)?=\S*))"_s);
    const QRegularExpressionMatch match = parameters.match(text);
    if (!match.hasMatch())
        return {};
    const QUrlQuery query(match.captured(1).replace(u'#', u'&'));
    const QString description = valueOf(query, u"error_description"_s);
    const QString message = valueOf(query, u"error_message"_s);
    Error error = readRedirectError(valueOf(query, u"error"_s), valueOf(query, u"error_reason"_s),
                                    description.isEmpty() ? message : description);
    error.code = valueOf(query, u"error_code"_s).toInt();
    const KnownError *byCode = errorCatalogue().byCode(error.code, 0);
    if (error.known.isEmpty() && byCode) {
        error.kind = byCode->kind;
        error.hint = byCode->hint;
        error.known = byCode->id;
    }
    return error;
}

int numberBehind(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).captured(1).toInt();
}

/// A page's words, or a line of a log with its codes.
std::optional<Error> errorInWords(const QString &text)
{
    static const QRegularExpression codes(uR"((?:\(#|\b(?:error[ _])?code["']?[ :=]{1,4})(\d{1,7})\b)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression subcodes(uR"(\b(?:error[ _])?subcode["']?[ :=]{1,4}(\d{1,7})\b)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const int code = numberBehind(text, codes);
    const int subcode = numberBehind(text, subcodes);
    const KnownError *byCode = code > 0 ? errorCatalogue().byCode(code, subcode) : nullptr;
    const bool isThrottle = byCode && byCode->kind == ErrorKind::RateLimited;
    for (const KnownError *known :
         {isThrottle ? byCode : nullptr, errorCatalogue().byPage(text), byCode, errorCatalogue().byWord(text)}) {
        if (!known)
            continue;
        Error error = found(*known, text);
        error.code = code;
        error.subcode = subcode;
        return error;
    }
    return {};
}

bool isAnything(PasteFinding finding)
{
    return finding != PasteFinding::NoToken && finding != PasteFinding::Empty;
}

/// Beside an error, what else the text looks like is part of it: the hash behind an address, a number, a dead scope.
bool isPartOfError(const PastedToken &token)
{
    return token.finding == PasteFinding::Code || token.finding == PasteFinding::AppId
        || (token.finding == PasteFinding::Retired && token.origin == TokenOrigin::Unknown);
}

} // namespace

Symptom readSymptom(QByteArrayView text)
{
    Symptom symptom{.token = readPastedToken(text)};
    if (text.size() > largestPaste || symptom.token.finding == PasteFinding::Empty)
        return symptom;
    QString words = QString::fromUtf8(text);
    symptom.error = errorInJson(text);
    if (!symptom.error)
        symptom.error = errorInAddress(words);
    if (!symptom.error)
        symptom.error = errorInWords(words);
    if (symptom.error && isPartOfError(symptom.token))
        symptom.token = {.finding = PasteFinding::NoToken};
    symptom.isUnknown = !symptom.error && !isAnything(symptom.token.finding);
    wipe(words.data(), std::size_t(words.size()) * sizeof(QChar));
    return symptom;
}

} // namespace tokendesk
