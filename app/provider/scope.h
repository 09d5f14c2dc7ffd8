// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tokendesk {

/// Where servers differ in logic and not only in data.
enum class Family {
    Instagram, ///< Instagram API with Instagram Login: ig_exchange_token, ig_refresh_token
    Facebook, ///< Facebook Login: fb_exchange_token, Pages
    Standard, ///< plain OAuth 2.0 (RFC 6749)
};

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

/// A job that somebody wants a token for, and the permissions it takes.
struct Preset
{
    QString id; ///< unique in its provider: "publish"
    QString title; ///< "Publish posts and reels"
    QString sentence; ///< one plain sentence
    QStringList scopes; ///< ids, without what they need
};

/// A permission that people look for here and that only another way to sign in has.
struct ForeignScope
{
    QString id; ///< the technical name it has there
    QString title;
    QString sentence; ///< one plain sentence
    Family family = Family::Facebook; ///< who has it
    QString instead; ///< id of the scope that allows the same here; empty where none does
};

} // namespace tokendesk
