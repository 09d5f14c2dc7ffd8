// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicemessages.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokendesk {

/// The pages Practice shows in the browser as Instagram: whole HTML documents that say on top that this is not
/// Instagram, follow light and dark, need no script and load nothing from elsewhere.
class PracticePages
{
    Q_DECLARE_TR_FUNCTIONS(PracticePages)
public:
    /// Asks who signs in and what the app may do. `ticket` comes back with the answer.
    static PracticeReply consent(const QString &appId, const QStringList &scopes, const QString &ticket);
    /// Instagram's own page for a request it refuses; nothing is sent back to the app. `message` is Meta's text.
    static PracticeReply refusal(int status, const QString &message);
    /// The consent page was open too long, or was not ours.
    static PracticeReply outdated();
};

} // namespace tokendesk
