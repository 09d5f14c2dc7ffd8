// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "base/secret.h"
#include "graph/transport.h"

#include <QString>
#include <optional>
#include <vector>

namespace tokendesk {

/// A value of an answer as a person may see it: no secret is in it.
struct AnswerNode
{
    QString key{}; ///< of a member; empty for an item of a list
    QString value{}; ///< of what is no list and no object; a number as it was written
    Json::Kind kind = Json::Kind::Null;
    bool masked = false; ///< something was taken out of the value
    std::vector<AnswerNode> items{};
};

/// What came of asking the API.
struct ApiAnswer
{
    int status = 0;
    qsizetype size = 0; ///< of the body, bytes
    std::optional<AnswerNode> root{}; ///< nothing where the answer is no JSON
    std::optional<Error> refusal{}; ///< where the answer is no success (readError)
};

/// Reads an answer of any status. Masked are members that are called like a credential, what looks like one, such as
/// the token in the address of a next page, and whatever holds one of `secrets`. Pure; limits as for readJson, depth at
/// most 32.
ApiAnswer readApiAnswer(const Answer &answer, const std::vector<const Secret *> &secrets);

/// As JSON with two spaces of indentation, in the order of the answer; a text alone without quotes.
QString asText(const AnswerNode &node);

} // namespace tokendesk
