// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "graph/requestlog.h"

#include <optional>

namespace tokendesk {

/// What was asked of a provider in one go, and what came of each request: the story behind an event.
struct Operation
{
    enum class Kind {
        SignIn, ///< or the taking over of a token that was pasted
        Renewal, ///< or an extension
        Check,
        Revocation, ///< of all of it or of one permission
        Question, ///< that a person asked the API
    };

    Kind kind = Kind::SignIn;
    QString accountId{}; ///< empty for a sign-in that came to nothing
    QDateTime began{}; ///< UTC
    QDateTime ended{}; ///< UTC
    QList<RequestNote> requests{}; ///< in the order in which they ended
    int leftOut = 0; ///< so many more
};

/// The kind of operation that such an event ends; nothing where no request belongs to it.
std::optional<Operation::Kind> operationOf(Event::Kind kind);

/// As the database keeps it.
QString operationName(Operation::Kind kind);
QString toText(const QList<RequestNote> &requests);
/// Errors: Storage where it cannot be understood.
Result<QList<RequestNote>> requestsFrom(const QString &text);

} // namespace tokendesk
