// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/replies.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>
#include <vector>

namespace tokendesk {

/// A Page as /me/accounts and a portfolio list it, with the Instagram account that is linked to it.
struct FacebookPage
{
    QString id;
    QString name;
    Secret token; ///< the Page's own; empty where the person's role gives none
    QUrl picture;
    QString instagramId; ///< 17841…; empty where none is linked, or instagram_basic is missing
    QString instagramUsername;
    QUrl instagramPicture;
};

/// One part of a list.
struct FacebookPagePart
{
    std::vector<FacebookPage> pages;
    QString after; ///< the cursor with which it goes on; empty at its end
};

/// Ids of business portfolios, one part of the list.
struct FacebookBusinessPart
{
    QStringList ids;
    QString after;
};

/// What /me/permissions says.
struct FacebookPermissions
{
    QStringList granted;
    QStringList declined; ///< or expired
};

/// Whom a token speaks for.
enum class FacebookTokenType { Unknown, User, Page, App, SystemUser };

/// What debug_token says of a token.
struct FacebookInspection
{
    bool valid = false;
    FacebookTokenType type = FacebookTokenType::Unknown;
    QString appId;
    QString application{}; ///< the app's name
    QString userId; ///< empty for an app's token
    QString pageId; ///< of a Page's token
    QDateTime issuedAt{}; ///< UTC; invalid where it is not said
    QDateTime expiresAt; ///< UTC; invalid for never
    QDateTime dataAccessExpiresAt; ///< UTC; invalid for never
    QStringList scopes;
    Error fault{}; ///< what is wrong with a token that is not valid
};

// Pure, as in replies.h: bytes of any status in, value or classified error out.

/// Reads /me with Facebook's nested picture.
Result<Profile> readFacebookProfile(const Answer &answer);
Result<FacebookPagePart> readFacebookPages(const Answer &answer);
Result<FacebookBusinessPart> readFacebookBusinesses(const Answer &answer);
Result<FacebookPermissions> readFacebookPermissions(const Answer &answer);
/// A token that is not valid is a value here: Facebook answers it with status 200.
Result<FacebookInspection> readFacebookInspection(const Answer &answer);
/// Reads {"success":true}; the value may be a text, and older answers are the bare word.
Result<void> readFacebookSuccess(const Answer &answer);

} // namespace tokendesk
