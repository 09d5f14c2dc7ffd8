// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "provider/loopback.h"
#include "provider/provider.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 8;
constexpr qint64 tenYears = 10LL * 365 * 24 * 3600;

/// What an optional parameter may not be called, since the protocol or this program sets it.
constexpr const char *protocolParameters[] = {"access_token",
                                              "assertion",
                                              "claims",
                                              "client_assertion",
                                              "client_assertion_type",
                                              "client_id",
                                              "code",
                                              "client_secret",
                                              "code_challenge",
                                              "code_challenge_method",
                                              "code_verifier",
                                              "error",
                                              "grant_type",
                                              "id_token",
                                              "iss",
                                              "nonce",
                                              "password",
                                              "redirect_uri",
                                              "refresh_token",
                                              "request",
                                              "request_uri",
                                              "response_mode",
                                              "response_type",
                                              "scope",
                                              "state",
                                              "token",
                                              "username"};

/// Control characters, line separators and characters that turn the writing direction: none belongs in a label.
bool isUnprintable(QChar c)
{
    const bool direction = (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
    return direction || c.category() == QChar::Other_Control || c == u'\u2028' || c == u'\u2029';
}

/// Turns the JSON of a provider file into a Provider. The first fault is kept with its line; what is read after it
/// does not matter.
class ProviderReader
{
public:
    ProviderReader(const QString &language, const QList<Provider> &known)
        : m_language(language)
        , m_known(known)
    {
    }

    Result<Provider> read(const Json &root);

private:
    void fail(int line, const QString &what);
    void allowKeys(const Json &object, std::initializer_list<QByteArrayView> allowed);
    const Json *need(const Json &object, QByteArrayView key);
    const Json *object(const Json &parent, QByteArrayView key);

    QString textOf(const Json &value, const QString &pattern);
    QString text(const Json &parent, QByteArrayView key, const QString &pattern);
    QString optionalText(const Json &parent, QByteArrayView key, const QString &pattern);
    QStringList texts(const Json &parent, QByteArrayView key, const QString &pattern, qsizetype most);
    QString sentence(const Json &parent, QByteArrayView key, qsizetype longest);
    const Json *inLanguage(const Json &translations);
    bool flag(const Json &parent, QByteArrayView key);
    std::chrono::seconds seconds(const Json &parent, QByteArrayView key, qint64 least, qint64 most);
    template <typename Read>
    void eachObject(const Json &parent, QByteArrayView key, qsizetype most, Read readItem);

    void readEndpoints(const Json &root);
    QUrl endpoint(const Json &endpoints, QByteArrayView key);
    QUrl page(const Json &root, QByteArrayView key);
    QUrl address(const Json &value, const QString &text);
    void refuseForeignHost(const Json &endpoints);
    void readOptionalParameter(const Json &item);
    void readRedirectAddresses(const Json &root);
    void readLifetimes(const Json &root);
    void readScope(const Json &item);
    void checkNeeds(const Json &scopes);
    bool leadsBack(const Scope &from) const;

    QString m_language;
    const QList<Provider> &m_known;
    Provider m_provider;
    std::optional<Error> m_fault;
};

void ProviderReader::fail(int line, const QString &what)
{
    if (!m_fault)
        m_fault = Error{.kind = ErrorKind::InvalidInput, .what = what, .line = line};
}

void ProviderReader::allowKeys(const Json &object, std::initializer_list<QByteArrayView> allowed)
{
    for (const Json &item : object.items) {
        if (std::ranges::find(allowed, QByteArrayView(item.key)) == allowed.end())
            fail(item.keyLine, u"an unknown key"_s);
        else if (item.isNull())
            fail(item.line, u"null where a value is expected"_s);
    }
}

const Json *ProviderReader::need(const Json &object, QByteArrayView key)
{
    const Json *value = object.member(key);
    if (!value)
        fail(object.line, "the key \"%1\" is missing"_L1.arg(QLatin1StringView(key)));
    return value;
}

const Json *ProviderReader::object(const Json &parent, QByteArrayView key)
{
    const Json *value = parent.member(key);
    if (value && !value->isObject())
        fail(value->line, u"an object is expected"_s);
    return value && value->isObject() ? value : nullptr;
}

QString ProviderReader::textOf(const Json &value, const QString &pattern)
{
    if (!value.isText()) {
        fail(value.line, u"a text is expected"_s);
        return {};
    }
    const QString text = value.text();
    const bool allowed = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
    if (!allowed || std::ranges::any_of(text, isUnprintable))
        fail(value.line, u"a text that is not allowed here"_s);
    return text;
}

QString ProviderReader::text(const Json &parent, QByteArrayView key, const QString &pattern)
{
    const Json *value = need(parent, key);
    return value ? textOf(*value, pattern) : QString();
}

QString ProviderReader::optionalText(const Json &parent, QByteArrayView key, const QString &pattern)
{
    const Json *value = parent.member(key);
    return value ? textOf(*value, pattern) : QString();
}

QStringList ProviderReader::texts(const Json &parent, QByteArrayView key, const QString &pattern, qsizetype most)
{
    const Json *list = parent.member(key);
    if (!list)
        return {};
    if (!list->isArray() || qsizetype(list->items.size()) > most) {
        fail(list->line, u"a list of texts is expected"_s);
        return {};
    }
    QStringList read;
    for (const Json &item : list->items) {
        const QString text = textOf(item, pattern);
        if (read.contains(text))
            fail(item.line, u"the same text twice"_s);
        read.append(text);
    }
    return read;
}

/// A text for people: plain, or one per language.
QString ProviderReader::sentence(const Json &parent, QByteArrayView key, qsizetype longest)
{
    const Json *value = need(parent, key);
    if (value && value->isObject())
        value = inLanguage(*value);
    if (!value)
        return {};
    const QString text = textOf(*value, u".*"_s);
    if (text.trimmed().isEmpty() || text.size() > longest)
        fail(value->line, u"a text that is empty or too long"_s);
    return text;
}

/// The text in the language asked for, else in its plain form ("de" for "de_AT"), else in English.
const Json *ProviderReader::inLanguage(const Json &translations)
{
    const QString wanted = QString(m_language).replace(u'_', u'-');
    const Json *best = need(translations, "en");
    for (const Json &item : translations.items) {
        const QString language = QString::fromUtf8(item.key).replace(u'_', u'-');
        static const QRegularExpression tag(u"^[a-z]{2,3}(-[A-Za-z]{2,4})?$"_s);
        if (!tag.match(language).hasMatch())
            fail(item.keyLine, u"no language"_s);
        textOf(item, u".*"_s);
        if (language == wanted)
            return &item;
        if (language == wanted.section(u'-', 0, 0))
            best = &item;
    }
    return best;
}

bool ProviderReader::flag(const Json &parent, QByteArrayView key)
{
    const Json *value = parent.member(key);
    if (value && value->kind != Json::Kind::Bool)
        fail(value->line, u"true or false is expected"_s);
    return value && value->isTrue();
}

std::chrono::seconds ProviderReader::seconds(const Json &parent, QByteArrayView key, qint64 least, qint64 most)
{
    const Json *value = parent.member(key);
    if (!value)
        return 0s;
    bool whole = false;
    const qint64 number = value->kind == Json::Kind::Number ? value->raw.toLongLong(&whole) : 0;
    if (!whole || number < least || number > most)
        fail(value->line, u"a whole number of seconds in its range is expected"_s);
    return std::chrono::seconds(number);
}

template <typename Read>
void ProviderReader::eachObject(const Json &parent, QByteArrayView key, qsizetype most, Read readItem)
{
    const Json *list = parent.member(key);
    if (!list)
        return;
    if (!list->isArray() || qsizetype(list->items.size()) > most)
        return fail(list->line, u"a list of objects is expected"_s);
    for (const Json &item : list->items) {
        if (!item.isObject())
            return fail(item.line, u"an object is expected"_s);
        (this->*readItem)(item);
    }
}

Result<Provider> ProviderReader::read(const Json &root)
{
    if (!root.isObject())
        return failure(ErrorKind::InvalidInput, u"an object is expected"_s);
    allowKeys(root,
              {"$schema", "id", "name", "family", "practice", "apiVersion", "endpoints", "optionalParameters",
               "scopeSeparator", "profileFields", "pkce", "redirectAddresses", "lifetimes", "dashboard", "withdraw",
               "scopes"});
    optionalText(root, "$schema", u".*"_s);
    m_provider.id = text(root, "id", u"[a-z][a-z0-9-]{0,31}"_s);
    m_provider.name = sentence(root, "name", 60);
    const QString family = text(root, "family", u"instagram|facebook|standard"_s);
    m_provider.family = family == "instagram"_L1 ? Family::Instagram
        : family == "facebook"_L1                ? Family::Facebook
                                                 : Family::Standard;
    m_provider.practice = flag(root, "practice");
    m_provider.apiVersion = optionalText(root, "apiVersion", u"v[0-9]{1,3}\\.[0-9]{1,3}"_s);
    readEndpoints(root);
    eachObject(root, "optionalParameters", 20, &ProviderReader::readOptionalParameter);
    m_provider.scopeSeparator = text(root, "scopeSeparator", u"[, ]"_s);
    m_provider.profileFields = texts(root, "profileFields", u"[A-Za-z0-9_]{1,64}"_s, 50);
    need(root, "pkce");
    m_provider.pkce = flag(root, "pkce");
    readRedirectAddresses(root);
    readLifetimes(root);
    m_provider.dashboard = page(root, "dashboard");
    m_provider.withdraw = page(root, "withdraw");
    if (const Json *scopes = need(root, "scopes")) {
        eachObject(root, "scopes", 200, &ProviderReader::readScope);
        checkNeeds(*scopes);
    }
    if (m_fault)
        return std::unexpected(*m_fault);
    return std::move(m_provider);
}

void ProviderReader::readEndpoints(const Json &root)
{
    need(root, "endpoints");
    const Json *endpoints = object(root, "endpoints");
    if (!endpoints)
        return;
    allowKeys(*endpoints, {"authorize", "token", "extend", "renew", "profile", "permissions"});
    need(*endpoints, "authorize");
    need(*endpoints, "token");
    Endpoints &urls = m_provider.endpoints;
    urls.authorize = endpoint(*endpoints, "authorize");
    urls.token = endpoint(*endpoints, "token");
    urls.extend = endpoint(*endpoints, "extend");
    urls.renew = endpoint(*endpoints, "renew");
    urls.profile = endpoint(*endpoints, "profile");
    urls.permissions = endpoint(*endpoints, "permissions");
    refuseForeignHost(*endpoints);
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
    return url;
}

/// A page for the browser.
QUrl ProviderReader::page(const Json &root, QByteArrayView key)
{
    const Json *value = root.member(key);
    return value ? address(*value, textOf(*value, u"[!-~]{1,2000}"_s)) : QUrl();
}

/// https anywhere, http on this computer only, never with a user name or password.
QUrl ProviderReader::address(const Json &value, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        fail(value.line, u"no valid address"_s);
    else if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopback(url.host())))
        fail(value.line, u"an address that is not https"_s);
    else if (url.authority(QUrl::FullyEncoded).contains(u'@'))
        fail(value.line, u"an address with a user name"_s);
    return url;
}

/// Mix-up defence (RFC 9700 4.4): who shows a known provider's consent page sends its codes nowhere else.
void ProviderReader::refuseForeignHost(const Json &endpoints)
{
    for (const Provider &other : m_known) {
        const Endpoints &urls = other.endpoints;
        const QSet<QString> hosts{urls.authorize.host(), urls.token.host(), urls.extend.host(), urls.renew.host(),
                                  urls.profile.host()};
        if (!hosts.contains(m_provider.endpoints.authorize.host()))
            continue;
        for (const Json &item : endpoints.items) {
            if (!hosts.contains(endpoint(endpoints, item.key).host()))
                fail(item.line, u"a foreign host beside the consent page of %1"_s.arg(other.id));
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
    const auto same
        = [&parameter](QLatin1StringView name) { return parameter.name.compare(name, Qt::CaseInsensitive) == 0; };
    if (std::ranges::any_of(protocolParameters, [&](const char *name) { return same(QLatin1StringView(name)); }))
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
    }
}

void ProviderReader::readLifetimes(const Json &root)
{
    const Json *lifetimes = object(root, "lifetimes");
    if (!lifetimes)
        return;
    allowKeys(*lifetimes, {"short", "long", "renewableAfter"});
    m_provider.shortLifetime = seconds(*lifetimes, "short", 60, tenYears);
    m_provider.longLifetime = seconds(*lifetimes, "long", 60, tenYears);
    m_provider.renewableAfter = seconds(*lifetimes, "renewableAfter", 0, tenYears);
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
        if (m_fault || !needs || !scope)
            continue;
        for (const Json &needed : needs->items) {
            if (!m_provider.scope(needed.text()))
                fail(needed.line, u"an unknown scope is needed"_s);
        }
        if (leadsBack(*scope))
            fail(needs->line, u"a scope needs itself"_s);
    }
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
