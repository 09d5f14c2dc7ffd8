// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

namespace tokendesk {

/// Has a fresh token given for the refresh token that is kept beside an account's token: refresh token → app secret,
/// where the app has one → provider. Deleting it gives up what is out.
class Accounts::Refreshing : public QObject
{
public:
    /// `done` gets the grant with the refresh token to keep from now on: the new one, or the old one where the provider
    /// does not rotate. Errors: those of GraphClient::refresh and the keychain; InvalidInput where there is no refresh
    /// token any more.
    Refreshing(const Account &account, const Provider &provider, Accounts &accounts, Callback<Grant> done,
               QObject *parent);

    void run();

private:
    void refreshTokenRead(Result<Secret> token);
    void clientRead(Result<Client> client);
    void granted(Result<Grant> grant);

    Accounts &m_accounts;
    const Account m_account;
    const Provider m_provider;
    Callback<Grant> m_done;
    Secret m_refreshToken;
};

} // namespace tokendesk
