// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/transport.h"

#include <QTimer>

namespace tokendesk {

/// Turns an answer into what it says.
template <typename T>
Callback<Answer> reading(Result<T> (*read)(const Answer &), const QString &step, Callback<T> done)
{
    return [read, step, done = std::move(done)](Result<Answer> answer) {
        Result<T> result = answer ? read(*answer) : std::unexpected(answer.error());
        if (!result)
            result.error().what = step + QLatin1StringView(": ") + result.error().what;
        done(std::move(result));
    };
}

/// Ends an operation that the provider does not have; later, as every operation ends.
template <typename T>
void refuse(const QString &step, QObject *context, Callback<T> done)
{
    QTimer::singleShot(0, context, [step, done = std::move(done)] {
        done(failure(ErrorKind::InvalidInput, step + QLatin1StringView(": this provider has no such call")));
    });
}

/// Ends an operation with that error; later.
template <typename T>
void refuse(const Error &error, QObject *context, Callback<T> done)
{
    QTimer::singleShot(0, context, [error, done = std::move(done)] { done(std::unexpected(error)); });
}

} // namespace tokendesk
