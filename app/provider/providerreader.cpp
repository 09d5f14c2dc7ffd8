// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/apipath.h"
#include "provider/fieldreader.h"
#include "provider/loopback.h"
#include "provider/presetreader.h"
#include "provider/provider.h"
#include "provider/retired.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 8;
constexpr std::chrono::seconds tenYears = 10 * 365 * 24h;

/// What an optional parameter may not be called, since the protocol or this program sets it.
const QString protocolParameters = u" access_token assertion claims client_assertion client_assertion_type client_id "
                                   "client_secret code code_challenge code_challenge_method code_verifier error "
                                   "grant_type id_token iss nonce password redirect_uri refresh_token request "
                                   "request_uri response_mode response_type scope state token username "_s;

/// What belongs to one owner: "instagram.com" for each of its hosts; an IP address is its own site.
QString siteOf(const QUrl &url)
{
    const QString host = url.host();
    const bool isAddress = host.contains(u':') || (!host.isEmpty() && host.back().isDigit());
    return isAddress ? host : host.section(u'.', -2);
}

/// Turns the JSON of a provider file into a Provider.
class ProviderReader : public FieldReader
{
public:
    ProviderReader(const QString &language, const QList<Provider> &known)
        : FieldReader(language)
        , m_language(language)
        , m_known(known)
    {
    }

    Result<Provider> read(const Json &root);

private:
    void readEndpoints(const Json &root);
    void readIssuer(const Json &root);
    void readClient(const Json &root);
    void readProfileMembers(const Json &root);
    QUrl endpoint(const Json &endpoints, QByteArrayView key);
    QUrl page(const Json &root, QByteArrayView key);
    void refuseForeignSite(const Json &endpoints);
    void readOptionalParameter(const Json &item);
    void readRedirectAddresses(const Json &root);
    void refuseSharedPath(const Json &item, const QString &path);
    void readLifetimes(const Json &root);
    void readScope(const Json &item);
    void checkNeeds(const Json &scopes);
    void readCall(const Json &item);
    bool leadsBack(const Scope &from) const;

    const QString m_language;
    const QList<Provider> &m_known;
    Provider m_provider;
};

Result<Provider> ProviderReader::read(const Json &root)
{
    if (!root.isObject()) {
        fail(root.line, u"an object is expected"_s);
        return std::unexpected(fault().value_or(Error()));
    }
    allowKeys(root, {"$schema",        "id",
                     "name",           "family",
                     "practice",       "apiVersion",
                     "endpoints",      "issuer",
                     "namesIssuer",    "clientAuthentication",
                     "profileMembers", "optionalParameters",
                     "scopeSeparator", "profileFields",
                     "pkce",           "redirectAddresses",
                     "lifetimes",      "dashboard",
                     "withdraw",       "scopes",
                     "presets",        "elsewhere",
                     "calls"});
    optionalText(root, "$schema", u".*"_s);
    m_provider.id = text(root, "id", u"[a-z][a-z0-9-]{0,31}"_s);
    const auto same = std::ranges::find(m_known, m_provider.id, &Provider::id);
    if (same != m_known.end())
        fail(root.member("id")->line, u"the id of another provider"_s, ErrorHint::OtherProvider, same->name);
    m_provider.name = sentence(root, "name", 60);
    const QString family = text(root, "family", u"instagram|facebook|standard"_s);
    m_provider.family = family == "instagram"_L1 ? Family::Instagram
        : family == "facebook"_L1                ? Family::Facebook
                                                 : Family::Standard;
    m_provider.practice = flag(root, "practice");
    m_provider.apiVersion = optionalText(root, "apiVersion", u"v[0-9]{1,3}\\.[0-9]{1,3}"_s);
    readEndpoints(root);
    readIssuer(root);
    readClient(root);
    readProfileMembers(root);
    for (const Json *item : objects(root, "optionalParameters", 20))
        readOptionalParameter(*item);
    m_provider.scopeSeparator = text(root, "scopeSeparator", u"[, ]"_s);
    m_provider.profileFields = texts(root, "profileFields", u"[A-Za-z0-9_]{1,64}"_s, 50);
    need(root, "pkce");
    m_provider.pkce = flag(root, "pkce");
    readRedirectAddresses(root);
    readLifetimes(root);
    m_provider.dashboard = page(root, "dashboard");
    m_provider.withdraw = page(root, "withdraw");
    if (const Json *scopes = need(root, "scopes")) {
        for (const Json *item : objects(root, "scopes", 200))
            readScope(*item);
        checkNeeds(*scopes);
    }
    PresetReader presets(m_language);
    presets.read(root, m_provider);
    if (const auto &wrong = presets.fault())
        fail(wrong->line, wrong->what);
    for (const Json *item : objects(root, "calls", 50))
        readCall(*item);
    if (const auto &wrong = fault())
        return std::unexpected(*wrong);
    return std::move(m_provider);
}

void ProviderReader::readEndpoints(const Json &root)
{
    need(root, "endpoints");
    const Json *endpoints = object(root, "endpoints");
    if (!endpoints)
        return;
    allowKeys(*endpoints,
              {"authorize", "token", "extend", "renew", "profile", "permissions", "graph", "revoke", "introspect",
               "deviceAuthorization", "deviceStatus"});
    need(*endpoints, "authorize");
    need(*endpoints, "token");
    Endpoints &urls = m_provider.endpoints;
    urls.authorize = endpoint(*endpoints, "authorize");
    urls.token = endpoint(*endpoints, "token");
    urls.extend = endpoint(*endpoints, "extend");
    urls.renew = endpoint(*endpoints, "renew");
    urls.profile = endpoint(*endpoints, "profile");
    urls.permissions = endpoint(*endpoints, "permissions");
    urls.graph = endpoint(*endpoints, "graph");
    urls.revoke = endpoint(*endpoints, "revoke");
    urls.introspect = endpoint(*endpoints, "introspect");
    urls.deviceAuthorization = endpoint(*endpoints, "deviceAuthorization");
    urls.deviceStatus = endpoint(*endpoints, "deviceStatus");
    refuseForeignSite(*endpoints);
}

/// Kept byte for byte, since it is compared so (RFC 9207 2.4).
void ProviderReader::readIssuer(const Json &root)
{
    m_provider.namesIssuer = flag(root, "namesIssuer");
    const Json *value = root.member("issuer");
    if (!value) {
        if (m_provider.namesIssuer)
            fail(root.line, u"namesIssuer without an issuer"_s);
        return;
    }
    m_provider.issuer = textOf(*value, u"[!-~]{1,2000}"_s);
    const QUrl url = address(*value, m_provider.issuer);
    if (url.hasQuery() || url.hasFragment())
        fail(value->line, u"an issuer with a query or a fragment"_s);
}

void ProviderReader::readClient(const Json &root)
{
    const QString way = optionalText(root, "clientAuthentication", u"body|header|none"_s);
    m_provider.clientAuthentication = way == "header"_L1 ? ClientAuthentication::Header
        : way == "none"_L1                               ? ClientAuthentication::None
                                                         : ClientAuthentication::Body;
    const Json *value = root.member("clientAuthentication");
    if (value && m_provider.family != Family::Standard)
        fail(value->line, u"only a standard server has this"_s);
}

void ProviderReader::readProfileMembers(const Json &root)
{
    const Json *members = object(root, "profileMembers");
    if (!members)
        return;
    if (m_provider.family != Family::Standard)
        fail(members->line, u"only a standard server has this"_s);
    allowKeys(*members, {"id", "username", "name", "picture"});
    ProfileMembers &names = m_provider.profileMembers;
    const QString path = u"[A-Za-z0-9_:/-]{1,64}(\\.[A-Za-z0-9_:/-]{1,64}){0,3}"_s;
    for (const auto &[key, name] : {std::pair("id", &names.id), std::pair("username", &names.username),
                                    std::pair("name", &names.name), std::pair("picture", &names.picture)}) {
        if (members->member(key))
            *name = text(*members, key, path);
    }
}

/// Where requests and credentials go: nothing but scheme, host, port and path.
QUrl ProviderReader::endpoint(const Json &endpoints, QByteArrayView key)
{
    const Json *value = endpoints.member(key);
    if (!value)
        return {};
    QString text = textOf(*value, u"[!-~]{1,2000}"_s);
    if (text.contains("{version}"_L1) && m_provider.apiVersion.isEmpty())
        fail(value->line, u"{version} without an apiVersion"_s);
    text.replace("{version}"_L1, m_provider.apiVersion);
    const QUrl url = address(*value, text);
    if (url.hasQuery() || url.hasFragment())
        fail(value->line, u"an endpoint with a query or a fragment"_s);
    if (m_provider.practice && !isLoopback(url.host()))
        fail(value->line, u"Practice runs on this computer only"_s);
    if (const auto old = retiredEndpoint(url))
        fail(value->line, old->explanation(url.host() + url.path()), ErrorHint::RetiredWay, text);
    return url;
}

/// A page for the browser.
QUrl ProviderReader::page(const Json &root, QByteArrayView key)
{
    const Json *value = root.member(key);
    return value ? address(*value, textOf(*value, u"[!-~]{1,2000}"_s)) : QUrl();
}

/// Mix-up defence (RFC 9700 4.4): who shows a known provider's consent page sends its codes nowhere else.
void ProviderReader::refuseForeignSite(const Json &endpoints)
{
    for (const Provider &other : m_known) {
        const QString site = siteOf(other.endpoints.authorize);
        if (siteOf(m_provider.endpoints.authorize) != site)
            continue;
        for (const Json &item : endpoints.items) {
            if (siteOf(endpoint(endpoints, item.key)) != site)
                fail(item.line, u"a foreign host beside the consent page of %1"_s.arg(other.id), ErrorHint::ForeignHost,
                     other.name);
        }
    }
}

void ProviderReader::readOptionalParameter(const Json &item)
{
    allowKeys(item, {"name", "value", "always"});
    OptionalParameter parameter;
    parameter.name = text(item, "name", u"[A-Za-z0-9_.-]{1,64}"_s);
    parameter.value = text(item, "value", u"[ -~]{0,256}"_s);
    parameter.always = flag(item, "always");
    if (protocolParameters.contains(u' ' + parameter.name + u' ', Qt::CaseInsensitive))
        fail(item.line, u"a parameter of the protocol cannot be overridden"_s);
    for (const OptionalParameter &other : std::as_const(m_provider.optionalParameters)) {
        if (other.name.compare(parameter.name, Qt::CaseInsensitive) == 0)
            fail(item.line, u"the same parameter twice"_s);
    }
    m_provider.optionalParameters.append(parameter);
}

void ProviderReader::readRedirectAddresses(const Json &root)
{
    const Json *list = need(root, "redirectAddresses");
    m_provider.redirectAddresses = texts(root, "redirectAddresses", u"[!-~]{1,2000}"_s, 10);
    if (!list || !list->isArray())
        return;
    if (list->items.empty())
        fail(list->line, u"no redirect address"_s);
    for (const Json &item : list->items) {
        const QUrl url = address(item, item.text());
        if (url.hasQuery() || url.hasFragment() || !url.path().startsWith(u'/'))
            fail(item.line, u"a redirect address needs a path and takes no query and no fragment"_s);
        refuseSharedPath(item, url.path());
    }
}

/// An answer that came for one provider must not look like one of another (RFC 9700 4.4.2.2).
void ProviderReader::refuseSharedPath(const Json &item, const QString &path)
{
    const auto shares = [&path](const QString &address) { return QUrl(address).path() == path; };
    for (const Provider &other : m_known) {
        if (std::ranges::any_of(other.redirectAddresses, shares))
            fail(item.line, u"the path of a redirect address of %1"_s.arg(other.id), ErrorHint::OtherProvider,
                 other.name);
    }
}

void ProviderReader::readLifetimes(const Json &root)
{
    const Json *lifetimes = object(root, "lifetimes");
    if (!lifetimes)
        return;
    allowKeys(*lifetimes, {"short", "long", "renewableAfter"});
    m_provider.shortLifetime = seconds(*lifetimes, "short", 60s, tenYears);
    m_provider.longLifetime = seconds(*lifetimes, "long", 60s, tenYears);
    m_provider.renewableAfter = seconds(*lifetimes, "renewableAfter", 0s, tenYears);
    if (m_provider.renewableAfter > m_provider.longLifetime)
        fail(lifetimes->line, u"a token that ends before it can be renewed"_s);
}

void ProviderReader::readScope(const Json &item)
{
    allowKeys(item, {"id", "title", "sentence", "needs", "required", "needsReview"});
    Scope scope;
    scope.id = text(item, "id", u"[!#-+\\--\\[\\]-~]{1,128}"_s); // RFC 6749 3.3, and no comma
    scope.title = sentence(item, "title", 120);
    scope.sentence = sentence(item, "sentence", 400);
    scope.needs = texts(item, "needs", u".{1,128}"_s, 50);
    scope.required = flag(item, "required");
    scope.needsReview = flag(item, "needsReview");
    if (m_provider.scope(scope.id))
        fail(item.line, u"the same scope twice"_s);
    if (const auto old = retiredScope(scope.id, scopeHome(m_provider.endpoints.authorize)))
        fail(item.member("id")->line, old->explanation(scope.id), ErrorHint::RetiredWay, scope.id);
    m_provider.scopes.append(scope);
}

void ProviderReader::checkNeeds(const Json &scopes)
{
    if (scopes.items.empty())
        fail(scopes.line, u"no scope"_s);
    for (const Json &item : scopes.items) {
        const Json *needs = item.member("needs");
        const Json *id = item.member("id");
        const Scope *scope = id ? m_provider.scope(id->text()) : nullptr;
        if (fault() || !needs || !scope)
            continue;
        for (const Json &needed : needs->items) {
            if (!m_provider.scope(needed.text()))
                fail(needed.line, u"an unknown scope is needed"_s);
        }
        if (leadsBack(*scope))
            fail(needs->line, u"a scope needs itself"_s);
    }
}

/// Its path is looked at as what a person types is.
void ProviderReader::readCall(const Json &item)
{
    allowKeys(item, {"title", "path", "needs"});
    ApiCall call;
    call.title = sentence(item, "title", 60);
    call.path = text(item, "path", u"/[!-~]{1,999}"_s);
    call.needs = texts(item, "needs", u".{1,128}"_s, 10);
    if (apiBase(m_provider).isEmpty())
        fail(item.line, u"a call where no profile and no graph is"_s);
    if (!readApiPath(call.pathFor(u"0"_s), m_provider))
        fail(item.line, u"a path that cannot be asked for"_s);
    for (const QString &needed : std::as_const(call.needs)) {
        if (!m_provider.scope(needed))
            fail(item.member("needs")->line, u"an unknown scope is needed"_s);
    }
    m_provider.calls.append(call);
}

/// Does what this scope needs, near or far, need the scope itself?
bool ProviderReader::leadsBack(const Scope &from) const
{
    QStringList open = from.needs;
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const Scope *next = m_provider.scope(open.takeLast());
        if (next == &from)
            return true;
        if (!next || seen.contains(next->id))
            continue;
        seen.insert(next->id);
        open.append(next->needs);
    }
    return false;
}

} // namespace

Result<Provider> readProvider(const QByteArray &json, const QString &language, const QList<Provider> &known)
{
    if (json.size() > largestProviderFile) {
        const int line = 1 + int(json.first(largestProviderFile).count('\n'));
        return std::unexpected(Error{.kind = ErrorKind::InvalidInput, .what = u"larger than 256 KiB"_s, .line = line});
    }
    const auto root = readJson(json, deepestNesting);
    if (!root) {
        const JsonFault &fault = root.error();
        return std::unexpected(Error{.kind = ErrorKind::InvalidInput, .what = fault.what, .line = fault.line});
    }
    return ProviderReader(language, known).read(*root);
}

} // namespace tokendesk
