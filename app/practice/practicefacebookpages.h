// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicemessages.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokendesk {

/// The pages Practice shows in the browser as Facebook.
class PracticeFacebookPages
{
    Q_DECLARE_TR_FUNCTIONS(PracticeFacebookPages)
public:
    /// Asks who signs in, for which Pages, and what the app may do. The answer goes to `path` with `ticket`.
    static PracticeReply consent(const QString &path, const QString &appId, const QStringList &scopes,
                                 const QString &ticket);
    /// Asks for the code that a device shows, with this one filled in. `wrong`: the one typed before is not known.
    static PracticeReply code(const QString &filledIn, const QString &wrong);
    /// The person has allowed, or refused, what a device asks for.
    static PracticeReply deviceConnected();
    static PracticeReply deviceRefused();
    /// Facebook's own page for a request it refuses; nothing is sent back to the app. `message` is Meta's text.
    static PracticeReply refusal(const QString &message);
    /// The consent page was open too long, or was not ours.
    static PracticeReply outdated();
};

} // namespace tokendesk
