// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDate>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QUrl>
#include <optional>

namespace tokendesk {

/// The ways to Instagram that Meta has closed.
enum class RetiredWay {
    LegacyApi, ///< api.instagram.com/v1, its scopes and its tokens "1234.abc1234.…"
    BasicDisplay, ///< Basic Display: user_profile, user_media, tokens IGQV…
    BusinessScopes, ///< the first names of the scopes of Instagram Login
    PublishActions, ///< posting as a person on Facebook
    PageScopes, ///< manage_pages and publish_pages of Facebook Login
    OfflineAccess, ///< offline_access: tokens without an end
    FacebookPhotos, ///< user_photos: still there, but about Facebook's photos and never about Instagram's
};

/// What is known of one of them.
struct Retired
{
    RetiredWay way = RetiredWay::LegacyApi;
    QDate ended; ///< its last day; invalid where it never was a way to Instagram
    QLatin1StringView name; ///< as developers know it
    QLatin1StringView instead; ///< the scopes or the address that take its place; empty where nothing does

    /// For the log and for files of developers: "user_media ended with Instagram Basic Display on 2024-12-04; …".
    QString explanation(const QString &what) const;
};

/// Whose consent page asks for a scope: the same word may be alive elsewhere.
enum class ScopeHome { Instagram, Facebook, Elsewhere };
ScopeHome scopeHome(const QUrl &authorize);

const Retired &retired(RetiredWay way);
/// Nothing for a scope that is in use, or that this program does not know. Sources: Meta's changelogs of 29 June 2020,
/// 4 September 2024 (Basic Display) and 27 January 2025 (business_*).
std::optional<Retired> retiredScope(const QString &scope, ScopeHome home);
/// A name that is no longer asked for, and the scope that takes its place; empty where none does.
struct RetiredName
{
    QLatin1StringView scope;
    QLatin1StringView instead;
};
/// All of them that ever were asked for there.
QList<RetiredName> retiredNames(ScopeHome home);
/// Nothing for an address that is in use.
std::optional<Retired> retiredEndpoint(const QUrl &endpoint);
/// What a text names that somebody has pasted: an old address, or an address that asks for an old scope or, at
/// Instagram, for a token in the address itself (the implicit flow).
std::optional<Retired> retiredIn(QByteArrayView text);
/// What a scope or an address was, whosever it is: for Error::message of ErrorHint::RetiredWay.
std::optional<Retired> retiredThing(const QString &thing);
/// The scope that a provider's page complains of in its own words, such as "Invalid Scopes: manage_pages".
std::optional<Retired> retiredScopeInWords(const QString &words, ScopeHome home);

} // namespace tokendesk
