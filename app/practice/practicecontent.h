// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceaccounts.h"
#include "practice/practicemessages.h"

#include <QStringList>

namespace tokendesk {

/// Is that, without a version before it, the media, the insights or the publishing limit of an account?
bool isPracticeContent(const QString &path);
/// Whose: "me" or an id.
QString practiceContentOwner(const QString &path);

/// What an account has, to be read with a token of those scopes, whose names begin with `prefix`. As at Meta, the
/// address of a next page has the token in it.
PracticeReply practiceContent(const PracticeRequest &request, const PracticeAccount &account, const QStringList &scopes,
                              const QString &prefix);

} // namespace tokendesk
