// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "provider/provider.h"

#include <QString>

namespace tokendesk {

/// A failure in words: what happened, what to do, who can do it.
struct ErrorText
{
    QString happened;
    QString todo;
    QString who; ///< "You", "The owner of the app", "Instagram", as a sentence such as "You can do this."
    QString details; ///< for developers, never with a secret: kind, step, HTTP status, code, trace id
};

ErrorText describe(const Error &error, const Provider &provider);
/// Where no more than its name, as the person knows it, matters.
ErrorText describe(const Error &error, const QString &provider);
/// Of ErrorHint::PageMissing: who signed in, and what they should have allowed.
ErrorText describePageMissing(const Error &error, const QString &expected, const QString &provider);
/// Of ErrorHint::OtherUser: who signed in, and who should have.
ErrorText describeOtherUser(const Error &error, const QString &expected, const QString &provider);

} // namespace tokendesk
