// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/manifest.h"

namespace tokendesk {

/// Finds accounts again by the manifest, for a database that was damaged: reads one page after the other from the
/// keychain and takes over what is on them. Where the keychain refuses, nothing is taken, and it is tried another time.
class Accounts::Recovering : public QObject
{
public:
    explicit Recovering(Accounts &accounts);

    void readNext();

private:
    void pageRead(Result<Secret> item);
    void take(const ManifestPage &page);
    void finish();

    Accounts &m_accounts;
    int m_page = 0;
    int m_last; ///< the highest that may be there
    ManifestPage m_found; ///< of all pages
};

} // namespace tokendesk
