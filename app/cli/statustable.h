// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "provider/catalog.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace tokendesk {

/// One account as it is now.
struct StatusRow
{
    Account account;
    Provider provider;
    AccountStatus status;
};

/// What is known of the account, also where its provider's file is gone.
StatusRow rowOf(const Account &account, const Catalog &catalog, const AccountStatus *known, const QDateTime &now);

/// Does one of them wait for a person?
bool needSomebody(const QList<StatusRow> &rows);

/// For people: a line per account with name, provider, status and the token's end in their own time zone, in columns.
QString statusTable(const QList<StatusRow> &rows, const QDateTime &now);

/// For programs: {"accounts":[{"id","name","provider","practice","username","userId","status","detail","when",
/// "issuedAt","expiresAt","grantedScopes"}]}. Times are ISO 8601 in UTC or null; status and detail are English words
/// that do not change with the language, such as "working" and "renews-on".
QString statusJson(const QList<StatusRow> &rows);

/// For spreadsheets: the same table as the window saves, in UTF-8.
QByteArray statusCsv(const QList<StatusRow> &rows);

} // namespace tokendesk
