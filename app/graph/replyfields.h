// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/secret.h"
#include "graph/transport.h"

#include <QStringList>
#include <chrono>
#include <optional>

class QUrl;

namespace tokendesk {

// What the readers of answers share. Hostile input: each refuses what is not as it should be, with Malformed.

std::unexpected<Error> malformed(const Answer &answer, const QString &what);

/// At least one digit, and nothing else.
bool isDigits(QByteArrayView text);

/// So many scopes are believed.
inline constexpr std::size_t mostPermissions = 200;

/// The JSON object of a success; anything else is the error it stands for (readError).
Result<Json> readSuccess(const Answer &answer);

/// A token: printable ASCII without spaces, 1 to 4096 bytes, so that no header, file or terminal can be tricked with
/// it.
Result<Secret> readToken(const Answer &answer, const Json &value);
/// An app's id, a text or a number as Meta's are; empty where there is none, and no app's where it is anything else.
QString readClientId(const Json *value);
/// Whole seconds as a number or as text. 0, negative, fractions and exponents are refused rather than guessed at; more
/// than ten years are ten years.
Result<std::chrono::seconds> readLifetime(const Answer &answer, const Json &value);
/// RFC 6749 3.3: printable ASCII but for the quote and the backslash.
bool isScopeId(QStringView id);
/// A list of texts, or one text with commas or spaces between; at most mostPermissions.
Result<QStringList> readScopeIds(const Answer &answer, const Json &value);
/// A text for a label: what would turn or break the line is dropped, and so is what is too long to be meant.
QString readLabel(const Json *value);
/// https, or http on this computer, without a user name; empty for anything else.
QUrl readPictureAddress(const Json *value);

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

} // namespace tokendesk
