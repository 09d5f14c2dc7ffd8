// SPDX-License-Identifier: GPL-3.0-or-later
// An item of the keychain that ought to be a page of the manifest: somebody else may have written it, or half of it.
#include "accounts/manifest.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace tokendesk;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

void check(const Account &account)
{
    require(!account.id.isEmpty() && !account.providerId.isEmpty());
    for (const QString &text : {account.id, account.registrationId, account.userId, account.professionalId,
                                account.username, account.label, account.tokenKey})
        require(text.size() <= 512);
    for (const QDateTime &instant : {account.issuedAt, account.expiresAt})
        require(!instant.isValid() || (instant.toSecsSinceEpoch() > 0 && instant.date().year() <= 9999));
    require(account.custody == Custody::Keychain);
    require(account.refused || account.refusedFor == ErrorHint::None);
}

void check(const ManifestPage &page)
{
    require(page.last >= 0 && page.last <= 1'000'000);
    require(page.accounts.size() <= manifestPlaces && page.registrations.size() <= manifestPlaces);
    for (const Account &account : page.accounts)
        check(account);
    for (const Registration &registration : page.registrations)
        require(!registration.id.isEmpty() && !registration.providerId.isEmpty());
    for (const Revocation &revocation : page.revocations)
        require(std::ranges::find(page.accounts, revocation.accountId, &Account::id) != page.accounts.end());
}

/// What was read is written so that it can be read again, and leads to the same tokens.
void checkWritten(const ManifestPage &page)
{
    const QByteArray text = manifestText(page);
    if (text.size() > longestManifestPage)
        return; // with ids longer than ours
    const Result<ManifestPage> again = readManifest(text);
    require(again && again->last == page.last && again->registrations.size() == page.registrations.size());
    require(std::ranges::equal(again->accounts, page.accounts, {}, &Account::tokenKey, &Account::tokenKey));
    require(std::ranges::equal(again->accounts, page.accounts, {}, &Account::expiresAt, &Account::expiresAt));
    require(std::ranges::equal(again->accounts, page.accounts, {}, &Account::refusedFor, &Account::refusedFor));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<ManifestPage> page
        = readManifest(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!page) {
        require(page.error().kind == ErrorKind::Malformed);
        return 0;
    }
    check(*page);
    checkWritten(*page);
    return 0;
}
