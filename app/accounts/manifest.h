// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/revocation.h"

#include <QByteArray>
#include <QList>

namespace tokendesk {

/// The part of the manifest that is one item of the keychain: from these items accounts are found again where the
/// database is lost. There is no token in it, only the key of the item that holds one. A keychain cannot be listed,
/// hence the numbers.
struct ManifestPage
{
    int last = 0; ///< the highest page there was when this one was written
    QList<Account> accounts{};
    QList<Registration> registrations{};
    QList<Revocation> revocations{}; ///< of these accounts, without what was tried so far
};

/// An item is at most this long: Windows takes no more than 2,560 bytes.
inline constexpr qsizetype longestManifestPage = 2000;
/// So many accounts and registrations are on one page; each fits into its share.
inline constexpr int manifestPlaces = 4;

/// Pages whose accounts were removed are missing: so many may be behind the last one that is known.
inline constexpr int longestManifestGap = 16;

/// The keychain item of that page, counted from 0.
QString manifestKey(int page);

/// What goes into the item: JSON of at most longestManifestPage bytes for at most manifestPlaces accounts and
/// registrations. Long names are cut, and what the next sign-in tells anyhow is left out: an account is found again
/// with its token, its label may be shorter.
QByteArray manifestText(const ManifestPage &page);

/// Reads it strictly. Errors: Malformed.
Result<ManifestPage> readManifest(QByteArrayView text);

} // namespace tokendesk
