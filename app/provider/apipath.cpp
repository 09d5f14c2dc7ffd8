// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/apipath.h"

#include "base/logging.h"
#include "provider/provider.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestPath = 1000;

/// What Meta answers with a token, or does, on a GET; and what every OAuth server has.
const QStringList &effects()
{
    static const QStringList segments{u"oauth"_s,  u"oauth2"_s,     u"access_token"_s,  u"access_tokens"_s,
                                      u"token"_s,  u"revoke"_s,     u"authorize"_s,     u"refresh_access_token"_s,
                                      u"device"_s, u"introspect"_s, u"client_code"_s,   u"login"_s,
                                      u"logout"_s, u"dialog"_s,     u"machine_token"_s, u"debug_token"_s};
    return segments;
}

/// What the program adds, and what would have Meta take a GET for something else.
bool isReserved(const QString &name)
{
    static const QRegularExpression reserved(
        u"^(.*token.*|.*secret.*|.*proof.*|code|code_verifier|client_id|password|method|batch|callback)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return reserved.match(name).hasMatch();
}

std::optional<PathFault> faultOfPath(const QString &path)
{
    if (path.contains("//"_L1) || path.contains(u':') || path.contains(u'@') || path.contains(u'\\'))
        return PathFault::Host;
    const QString decoded = QUrl::fromPercentEncoding(path.toLatin1());
    for (const QString &segment : decoded.split(u'/')) {
        if (segment == "."_L1 || segment == ".."_L1)
            return PathFault::Climb;
        if (effects().contains(segment.toLower()))
            return PathFault::Effect;
    }
    // Nothing that Meta calls anything needs an escape; one that hides a slash could lead elsewhere.
    static const QRegularExpression allowed(u"^(/[A-Za-z0-9._~-]{1,128}){1,12}$"_s);
    return allowed.match(path).hasMatch() ? std::nullopt : std::optional(PathFault::Character);
}

std::optional<PathFault> faultOfQuery(const QString &query)
{
    if (query.contains("//"_L1) || query.contains(u'@') || query.contains(u'\\'))
        return PathFault::Host;
    static const QRegularExpression allowed(
        u"^[A-Za-z0-9_.\\[\\]-]{1,64}=([A-Za-z0-9_.,:;{}()\\[\\]|+*~!/-]|%[0-9A-Fa-f]{2})*$"_s);
    for (const QString &parameter : query.split(u'&')) {
        if (!allowed.match(parameter).hasMatch())
            return PathFault::Character;
        if (isReserved(parameter.section(u'=', 0, 0)))
            return PathFault::Credential;
    }
    const QString decoded = QUrl::fromPercentEncoding(query.toLatin1());
    return redacted(decoded) == decoded ? std::nullopt : std::optional(PathFault::Credential);
}

/// Is it one of the addresses at which a provider does things?
bool isOther(const QString &path, const Provider &provider)
{
    const Endpoints &urls = provider.endpoints;
    const QString whole = apiBase(provider).path() + path;
    const auto leadsTo = [&whole](const QUrl &url) { return !url.isEmpty() && url.path() == whole; };
    const QList<QUrl> others{
        urls.authorize,           urls.token,       urls.extend, urls.renew, urls.revoke, urls.introspect,
        urls.deviceAuthorization, urls.deviceStatus};
    return std::ranges::any_of(others, leadsTo);
}

} // namespace

QUrl apiBase(const Provider &provider)
{
    QUrl base = provider.endpoints.graph;
    if (base.isEmpty()) {
        base = provider.endpoints.profile;
        base.setPath(base.path().section(u'/', 0, -2));
    }
    return base.isEmpty() ? QUrl() : base.adjusted(QUrl::StripTrailingSlash);
}

std::expected<ApiPath, PathFault> readApiPath(const QString &typed, const Provider &provider)
{
    QString text = typed.trimmed();
    if (text.size() > longestPath)
        return std::unexpected(PathFault::TooLong);
    // Whoever copies from Meta's documentation or the Explorer has the address before it.
    const QString base = apiBase(provider).toString(QUrl::FullyEncoded);
    if (!base.isEmpty() && text.startsWith(base + u'/'))
        text.remove(0, base.size());
    if (text.isEmpty() || text == "/"_L1)
        return std::unexpected(PathFault::Empty);
    if (!std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\u007f'; }) || text.contains(u'#'))
        return std::unexpected(PathFault::Character);
    if (!text.startsWith(u'/'))
        text.prepend(u'/');

    ApiPath read;
    read.m_path = text.section(u'?', 0, 0);
    read.m_query = text.section(u'?', 1);
    if (const auto fault = faultOfPath(read.m_path))
        return std::unexpected(*fault);
    if (isOther(read.m_path, provider))
        return std::unexpected(PathFault::Effect);
    if (!read.m_query.isEmpty()) {
        if (const auto fault = faultOfQuery(read.m_query))
            return std::unexpected(*fault);
    }
    return read;
}

} // namespace tokendesk
