// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/retired.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr QLatin1StringView newScopes
    = "instagram_business_basic, instagram_business_content_publish, instagram_business_manage_comments or "
      "instagram_business_manage_messages"_L1;
constexpr QLatin1StringView newPageScopes = "pages_show_list, pages_read_engagement or pages_manage_posts"_L1;

/// In the order of RetiredWay.
const Retired ways[] = {
    {RetiredWay::LegacyApi, QDate(2020, 6, 29), "the legacy Instagram API"_L1, "instagram_business_basic"_L1},
    {RetiredWay::BasicDisplay, QDate(2024, 12, 4), "Instagram Basic Display"_L1, "instagram_business_basic"_L1},
    {RetiredWay::BusinessScopes, QDate(2025, 1, 27), "the first scope names of Instagram Login"_L1, newScopes},
    {RetiredWay::PublishActions, QDate(2018, 8, 1), "posting as a person on Facebook"_L1, {}},
    {RetiredWay::PageScopes, QDate(2020, 8, 3), "the first Page scopes of Facebook Login"_L1, newPageScopes},
    {RetiredWay::OfflineAccess, QDate(2012, 10, 3), "endless tokens"_L1, "a token that is extended"_L1},
    {RetiredWay::FacebookPhotos, QDate(), "Facebook's own photos"_L1, "instagram_business_basic"_L1},
};

/// Where a scope of that name is the retired one.
enum class Where { Instagram, Meta };

struct ScopeRule
{
    QLatin1StringView scope;
    RetiredWay way;
    Where where;
    QLatin1StringView instead{}; ///< the one scope that comes nearest
};

// business_management is alive, so each is named in full. What is a common word elsewhere counts at Instagram alone.
constexpr ScopeRule scopes[] = {
    {"basic"_L1, RetiredWay::LegacyApi, Where::Instagram, "instagram_business_basic"_L1},
    {"public_content"_L1, RetiredWay::LegacyApi, Where::Instagram, "instagram_business_basic"_L1},
    {"follower_list"_L1, RetiredWay::LegacyApi, Where::Instagram},
    {"comments"_L1, RetiredWay::LegacyApi, Where::Instagram, "instagram_business_manage_comments"_L1},
    {"relationships"_L1, RetiredWay::LegacyApi, Where::Instagram},
    {"likes"_L1, RetiredWay::LegacyApi, Where::Instagram},
    {"user_profile"_L1, RetiredWay::BasicDisplay, Where::Instagram, "instagram_business_basic"_L1},
    {"user_media"_L1, RetiredWay::BasicDisplay, Where::Instagram, "instagram_business_basic"_L1},
    {"instagram_graph_user_profile"_L1, RetiredWay::BasicDisplay, Where::Meta, "instagram_business_basic"_L1},
    {"instagram_graph_user_media"_L1, RetiredWay::BasicDisplay, Where::Meta, "instagram_business_basic"_L1},
    {"business_basic"_L1, RetiredWay::BusinessScopes, Where::Meta, "instagram_business_basic"_L1},
    {"business_content_publish"_L1, RetiredWay::BusinessScopes, Where::Meta, "instagram_business_content_publish"_L1},
    {"business_manage_comments"_L1, RetiredWay::BusinessScopes, Where::Meta, "instagram_business_manage_comments"_L1},
    {"business_manage_messages"_L1, RetiredWay::BusinessScopes, Where::Meta, "instagram_business_manage_messages"_L1},
    {"publish_actions"_L1, RetiredWay::PublishActions, Where::Meta},
    {"manage_pages"_L1, RetiredWay::PageScopes, Where::Meta, "pages_show_list"_L1},
    {"publish_pages"_L1, RetiredWay::PageScopes, Where::Meta, "pages_manage_posts"_L1},
    {"offline_access"_L1, RetiredWay::OfflineAccess, Where::Meta},
    {"user_photos"_L1, RetiredWay::FacebookPhotos, Where::Instagram, "instagram_business_basic"_L1},
};

bool isSite(const QString &host, QLatin1StringView site)
{
    return host == site || (host.endsWith(site) && host.at(host.size() - site.size() - 1) == u'.');
}

/// Up to the first character that no address has.
QByteArrayView addressAt(QByteArrayView text)
{
    const auto end = std::ranges::find_if(text, [](char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`' || c == 0x7F;
    });
    return text.first(end - text.begin());
}

/// The scopes that an address asks for; separated by commas, blanks or a plus.
QByteArrayView scopesIn(QByteArrayView address)
{
    for (const QByteArrayView key : {QByteArrayView("?scope="), QByteArrayView("&scope=")}) {
        const qsizetype at = address.indexOf(key);
        if (at < 0)
            continue;
        const QByteArrayView value = address.sliced(at + key.size());
        return value.first(std::ranges::find(value, '&') - value.begin());
    }
    return {};
}

std::optional<Retired> retiredScopeIn(QByteArrayView address, ScopeHome home)
{
    QByteArray list = QByteArray::fromPercentEncoding(scopesIn(address).toByteArray());
    list.replace(',', ' ').replace('+', ' ');
    for (const QByteArray &scope : list.split(' ')) {
        if (const auto found = retiredScope(QString::fromLatin1(scope), home))
            return found;
    }
    return {};
}

bool asksForToken(QByteArrayView address)
{
    return address.contains("?response_type=token") || address.contains("&response_type=token");
}

/// Only what stands before the query is made a QUrl: the query may hold a secret.
QUrl placeOf(QByteArrayView address)
{
    const auto end = std::ranges::find_if(address, [](char c) { return c == '?' || c == '#'; });
    return QUrl(QString::fromLatin1(address.first(end - address.begin())), QUrl::StrictMode);
}

} // namespace

const Retired &retired(RetiredWay way)
{
    return ways[std::size_t(way)];
}

QString Retired::explanation(const QString &what) const
{
    if (!ended.isValid())
        return u"%1 is about %2, not Instagram; use %3"_s.arg(what, name, instead);
    const QString past = u"%1 ended with %2 on %3"_s.arg(what, name, ended.toString(Qt::ISODate));
    return instead.isEmpty() ? u"%1; nothing replaces it"_s.arg(past) : u"%1; use %2"_s.arg(past, instead);
}

ScopeHome scopeHome(const QUrl &authorize)
{
    if (isSite(authorize.host(), "instagram.com"_L1))
        return ScopeHome::Instagram;
    return isSite(authorize.host(), "facebook.com"_L1) ? ScopeHome::Facebook : ScopeHome::Elsewhere;
}

std::optional<Retired> retiredScope(const QString &scope, ScopeHome home)
{
    const auto rule = std::ranges::find(scopes, scope, &ScopeRule::scope);
    if (rule == std::end(scopes) || home == ScopeHome::Elsewhere)
        return {};
    if (rule->where == Where::Instagram && home != ScopeHome::Instagram)
        return {};
    return retired(rule->way);
}

QList<RetiredName> retiredNames(ScopeHome home)
{
    QList<RetiredName> names;
    for (const ScopeRule &rule : scopes) {
        if (retiredScope(rule.scope, home))
            names.append({rule.scope, rule.instead});
    }
    return names;
}

std::optional<Retired> retiredEndpoint(const QUrl &endpoint)
{
    const QString host = endpoint.host();
    const QString path = endpoint.path() + u'/';
    if (host == "api.instagram.com"_L1 && path.startsWith("/v1/"_L1))
        return retired(RetiredWay::LegacyApi);
    return {};
}

std::optional<Retired> retiredIn(QByteArrayView text)
{
    for (qsizetype at = text.indexOf("https://"); at >= 0; at = text.indexOf("https://", at + 1)) {
        const QByteArrayView address = addressAt(text.sliced(at));
        const QUrl place = placeOf(address);
        if (const auto found = retiredEndpoint(place))
            return found;
        if (const auto found = retiredScopeIn(address, scopeHome(place)))
            return found;
        if (scopeHome(place) == ScopeHome::Instagram && asksForToken(address))
            return retired(RetiredWay::LegacyApi);
    }
    return {};
}

std::optional<Retired> retiredThing(const QString &thing)
{
    if (thing.contains("://"_L1))
        return retiredEndpoint(QUrl(thing, QUrl::StrictMode));
    const auto found = retiredScope(thing, ScopeHome::Instagram);
    return found ? found : retiredScope(thing, ScopeHome::Facebook);
}

std::optional<Retired> retiredScopeInWords(const QString &words, ScopeHome home)
{
    if (!words.contains("scope"_L1, Qt::CaseInsensitive))
        return {}; // "basic" and "comments" are words as well
    static const QRegularExpression between(u"[^a-z_]+"_s);
    for (const QString &word : words.split(between, Qt::SkipEmptyParts)) {
        if (const auto found = retiredScope(word, home))
            return found;
    }
    return {};
}

} // namespace tokendesk
