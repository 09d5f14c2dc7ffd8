// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountpage/noticebar.h"
#include "accounts/account.h"

namespace tokendesk {

/// The one thing that mends an account.
enum class Remedy {
    None,
    SaveAgain, ///< Accounts::saveAgain
    Extend, ///< Accounts::extend
    Renew, ///< Accounts::renew
    SignInAgain, ///< a new sign-in
    Revoke, ///< Accounts::revoke; the other way is to give that up
};

Remedy remedyFor(const AccountStatus &status);

/// What is wrong with the account, what to do, and the remedy's button; empty where nothing is wrong.
NoticeBar::Notice noticeFor(const Account &account, const AccountStatus &status, const Provider &provider,
                            const QDateTime &now);

} // namespace tokendesk
