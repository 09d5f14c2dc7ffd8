// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "graph/transport.h"

#include <QUrl>
#include <vector>

namespace tokendesk {

/// So many calls go into one request (Meta, batch requests). Each counts against the limits like one of its own.
constexpr int largestBatch = 50;
/// Largest answer to a batch that is read, bytes.
constexpr qsizetype largestBatchAnswer = 4 * 1024 * 1024;

/// The form of a batch of GETs below `root`, each with the token and the proof that its address has. Those of the first
/// stand for the whole, since a batch needs some.
Secret batchForm(const QUrl &root, const std::vector<QUrl> &calls);

/// What became of each call, in their order: its own status, headers and body; TimedOut for one that the provider did
/// not get to. Errors: Malformed where the answer is not of that shape, or of another number of calls.
Result<std::vector<Result<Answer>>> readBatch(const Answer &answer, std::size_t calls);

} // namespace tokendesk
