// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "graph/errorcatalogue.h"
#include "provider/provider.h"

#include <QString>
#include <QUrl>

namespace tokendesk {

/// A failure in words: what happened, what to do, who can do it.
struct ErrorText
{
    QString happened;
    QString todo;
    QString who; ///< "You", "The owner of the app", "Instagram", as a sentence such as "You can do this."
    QString details; ///< for developers, never with a secret: kind, step, HTTP status, code, trace id
    QString support{}; ///< what to give the provider's support, with the trace id; empty where it gave none
    QUrl link{}; ///< the page where it is mended; invalid where there is none
};

/// Who can do it, as a sentence.
QString sentenceOf(Mender who, const QString &provider);

ErrorText describe(const Error &error, const Provider &provider);
/// Where no more than its name, as the person knows it, matters.
ErrorText describe(const Error &error, const QString &provider);
/// All of it that a person needs, where there is one place for it: what happened, what to do, and what to give the
/// provider's support where there is something.
QString told(const ErrorText &text);
/// Of ErrorHint::PageMissing: who signed in, and what they should have allowed.
ErrorText describePageMissing(const Error &error, const QString &expected, const QString &provider);
/// Of ErrorHint::OtherUser: who signed in, and who should have.
ErrorText describeOtherUser(const Error &error, const QString &expected, const QString &provider);

} // namespace tokendesk
