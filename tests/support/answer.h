// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QTimer>
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

    /// Not qWaitFor, which sleeps 10 ms between two looks: a keyring takes many small steps to an answer.
    bool came(int milliseconds = 10'000)
    {
        QTimer alarm;
        alarm.setSingleShot(true);
        alarm.start(milliseconds);
        while (count == 0 && alarm.isActive())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return count > 0;
    }
    bool succeeded() { return came() && result->has_value(); }
    bool failed(ErrorKind kind) { return came() && !result->has_value() && result->error().kind == kind; }
};

} // namespace tokendesk
