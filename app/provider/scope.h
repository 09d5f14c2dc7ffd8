// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tokendesk {

/// One permission that a token can carry (RFC 6749 3.3), in words the account's owner understands.
struct Scope
{
    QString id; ///< the technical name, "instagram_business_basic"
    QString title; ///< "See the profile and its media"
    QString sentence; ///< one plain sentence
    QStringList needs; ///< ids of scopes this one does not work without
    bool required = false; ///< always asked for
    bool needsReview = false; ///< Meta must review the app before accounts of others can grant it
};

} // namespace tokendesk
