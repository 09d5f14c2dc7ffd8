// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace tokendesk {

// One category per room. Lines are plain English and hold no URL with a query, no body and no QNetworkReply text.
Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcProvider)
Q_DECLARE_LOGGING_CATEGORY(lcGraph)
Q_DECLARE_LOGGING_CATEGORY(lcSignIn)
Q_DECLARE_LOGGING_CATEGORY(lcAccounts)
Q_DECLARE_LOGGING_CATEGORY(lcPractice)

/// Sends every message of the process, Qt's own included, through redacted() to stderr. Qt's debug output and all of
/// its network and OAuth categories stay off whatever QT_LOGGING_RULES says: they print keys, addresses and bodies.
/// Call once, first thing in main.
void installMessageHandler();

/// The text with everything that looks like a token, a secret or a credential parameter replaced by "[redacted]", and
/// control characters made visible. A second net: nothing secret should get this far.
QString redacted(const QString &text);

} // namespace tokendesk
