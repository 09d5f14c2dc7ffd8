// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace tokendesk {

/// What becomes of an account here once its token has ended at the provider.
enum class Afterwards {
    Keep, ///< it stays, as revoked
    Remove, ///< it is removed; not before, since without the token nobody could end it
};

/// A token that is to be ended at its provider. Written down before the provider is asked, and until it has said yes or
/// the person gives it up: a program that ends in between asks once more.
struct Revocation
{
    QString accountId{};
    Afterwards afterwards = Afterwards::Keep;
    int failures = 0; ///< so far
    QDateTime retryAt{}; ///< UTC: the next try

    bool operator==(const Revocation &) const = default;
};

} // namespace tokendesk
