// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QTest>
#include <optional>

namespace tokendesk {

/// Catches what a callback is given, and how often.
template <typename T>
struct Answer
{
    std::optional<Result<T>> result{};
    int count = 0;

    Callback<T> callback()
    {
        return [this](Result<T> given) {
            result.emplace(std::move(given));
            ++count;
        };
    }

    bool came(int milliseconds = 10'000)
    {
        return QTest::qWaitFor([this] { return count > 0; }, milliseconds);
    }
    bool succeeded() { return came() && result->has_value(); }
    bool failed(ErrorKind kind) { return came() && !result->has_value() && result->error().kind == kind; }
};

} // namespace tokendesk
