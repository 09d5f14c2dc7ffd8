// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/metadata.h"

#include "base/logging.h"
#include "base/printable.h"
#include "graph/replyfields.h"
#include "provider/loopback.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestAddress = 2000;
constexpr auto oauthPart = "/.well-known/oauth-authorization-server"_L1;
constexpr auto openIdPart = "/.well-known/openid-configuration"_L1;

bool isPlain(const QString &text)
{
    const bool visible = std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\u007F'; });
    return visible && !text.isEmpty() && text.size() <= longestAddress;
}

bool isSafe(const QUrl &url)
{
    const bool secure = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    return url.isValid() && secure && !url.host().isEmpty() && !url.host().endsWith(u'.')
        && !url.authority(QUrl::FullyEncoded).contains(u'@') && !url.hasQuery() && !url.hasFragment();
}

/// "login.example.org/x" as a person types it.
QUrl addressFrom(const QString &typed)
{
    if (typed.contains("://"_L1))
        return QUrl(typed, QUrl::StrictMode);
    const QUrl url(u"https://"_s + typed, QUrl::StrictMode);
    return isLoopback(url.host()) ? QUrl(u"http://"_s + typed, QUrl::StrictMode) : url;
}

QUrl withPath(QUrl url, const QString &path)
{
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

/// Without the part that leads to a description, wherever that stands in the path, and without a slash at the end.
QUrl withoutKnownPart(const QUrl &url)
{
    QString path = url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded);
    for (const QLatin1StringView part : {oauthPart, openIdPart})
        path.remove(part);
    while (path.endsWith(u'/'))
        path.chop(1);
    return withPath(url, path);
}

/// Reads one description; the first fault is kept.
class MetadataReader
{
public:
    MetadataReader(const Answer &answer, const Json &root, const QString &issuer)
        : m_answer(answer)
        , m_root(root)
        , m_here(isLoopback(QUrl(issuer).host()))
    {
    }

    Result<ServerMetadata> read(const QString &issuer);

private:
    void fail(const QString &what, QByteArrayView member);
    void readIssuer(const QString &asked);
    QUrl endpoint(QByteArrayView member);
    QUrl neededEndpoint(QByteArrayView member);
    QStringList texts(QByteArrayView member);
    void readClient();
    void refuseOtherFlows();
    void readScopes();
    bool flag(QByteArrayView member);

    const Answer &m_answer;
    const Json &m_root;
    bool m_here; ///< is the issuer on this computer?
    ServerMetadata m_said{};
    std::optional<Error> m_fault{};
};

Result<ServerMetadata> MetadataReader::read(const QString &issuer)
{
    readIssuer(issuer);
    m_said.authorize = neededEndpoint("authorization_endpoint");
    m_said.token = neededEndpoint("token_endpoint");
    m_said.profile = endpoint("userinfo_endpoint");
    m_said.revoke = endpoint("revocation_endpoint");
    m_said.introspect = endpoint("introspection_endpoint");
    m_said.deviceAuthorization = endpoint("device_authorization_endpoint");
    readScopes();
    readClient();
    refuseOtherFlows();
    const QStringList challenges = texts("code_challenge_methods_supported");
    m_said.pkce = !m_root.member("code_challenge_methods_supported") || challenges.contains("S256"_L1);
    m_said.namesIssuer = flag("authorization_response_iss_parameter_supported");
    if (m_fault)
        return std::unexpected(*m_fault);
    return std::move(m_said);
}

void MetadataReader::fail(const QString &what, QByteArrayView member)
{
    if (!m_fault)
        m_fault = malformed(m_answer, u"%1: %2"_s.arg(QLatin1StringView(member), what)).error();
}

/// What leads to the same addresses is the same name: only a slash at the end is left out of them.
void MetadataReader::readIssuer(const QString &asked)
{
    const Json *value = m_root.member("issuer");
    if (!value || !value->isText())
        return fail(u"no name of the server"_s, "issuer");
    m_said.issuer = value->text();
    if (m_said.issuer == asked || m_said.issuer == asked + u'/')
        return;
    fail(u"the name of another server"_s, "issuer");
    m_fault->hint = ErrorHint::OtherIssuer;
    QString named = m_said.issuer;
    named.removeIf(isDeceptive);
    m_fault->message = redacted(named).simplified().left(200);
}

QUrl MetadataReader::endpoint(QByteArrayView member)
{
    const Json *value = m_root.member(member);
    if (!value)
        return {};
    const QString text = value->text();
    const QUrl url(text, QUrl::StrictMode);
    if (!value->isText() || !isPlain(text) || !isSafe(url))
        fail(u"no address that can be trusted"_s, member);
    else if (url.scheme() != "https"_L1 && !m_here)
        fail(u"an address on this computer, where the server is not"_s, member);
    return url;
}

QUrl MetadataReader::neededEndpoint(QByteArrayView member)
{
    if (!m_root.member(member))
        fail(u"is missing"_s, member);
    return endpoint(member);
}

QStringList MetadataReader::texts(QByteArrayView member)
{
    const Json *list = m_root.member(member);
    QStringList read;
    if (!list)
        return read;
    const bool listed = list->isArray() && std::ranges::all_of(list->items, &Json::isText);
    if (!listed || list->items.size() > 1000)
        fail(u"no list of texts"_s, member);
    for (const Json &item : list->items)
        read.append(item.text());
    return read;
}

void MetadataReader::readScopes()
{
    QStringList scopes = texts("scopes_supported");
    scopes.removeDuplicates();
    if (!std::ranges::all_of(scopes, isScopeId))
        fail(u"what cannot be a scope"_s, "scopes_supported");
    scopes.removeIf([](const QString &scope) { return scope.contains(u','); }); // it could not be asked for
    if (std::size_t(scopes.size()) > mostPermissions)
        fail(u"too many scopes"_s, "scopes_supported");
    m_said.scopes = scopes;
}

/// In the header before in the body (RFC 6749 2.3.1); where an app has no secret, both mean its id alone.
void MetadataReader::readClient()
{
    const QByteArrayView member = "token_endpoint_auth_methods_supported";
    const QStringList ways = texts(member);
    if (!m_root.member(member) || ways.contains("client_secret_basic"_L1))
        m_said.clientAuthentication = ClientAuthentication::Header;
    else if (ways.contains("client_secret_post"_L1))
        m_said.clientAuthentication = ClientAuthentication::Body;
    else if (ways.contains("none"_L1))
        m_said.clientAuthentication = ClientAuthentication::None;
    else
        fail(u"neither a secret nor an app without one is taken"_s, member);
}

void MetadataReader::refuseOtherFlows()
{
    const QByteArrayView responses = "response_types_supported", grants = "grant_types_supported";
    const QStringList responseTypes = texts(responses), grantTypes = texts(grants);
    if (m_root.member(responses) && !responseTypes.contains("code"_L1))
        fail(u"no code is given"_s, responses);
    if (m_root.member(grants) && !grantTypes.contains("authorization_code"_L1))
        fail(u"no code is taken"_s, grants);
}

bool MetadataReader::flag(QByteArrayView member)
{
    const Json *value = m_root.member(member);
    if (value && value->kind != Json::Kind::Bool)
        fail(u"neither true nor false"_s, member);
    return value && value->isTrue();
}

} // namespace

Result<QString> readIssuer(const QString &typed)
{
    const QString text = typed.trimmed();
    QUrl url = addressFrom(text);
    const bool odd = std::ranges::any_of(text, [](QChar c) { return c.isSpace() || isDeceptive(c); });
    // Percent-encoded, as it is kept and asked for, one character is up to nine.
    if (odd || url.toString(QUrl::FullyEncoded).size() > longestAddress || !isSafe(url))
        return failure(ErrorKind::InvalidInput, u"no address of a server"_s);
    if (url.port() == (url.scheme() == "https"_L1 ? 443 : 80))
        url.setPort(-1);
    for (QUrl before; before != url;) { // what is left may look like it again
        before = url;
        url = withoutKnownPart(url);
    }
    return url.toString(QUrl::FullyEncoded);
}

QList<QUrl> metadataAddresses(const QString &issuer)
{
    const QUrl url(issuer, QUrl::StrictMode);
    const QString path = url.path(QUrl::FullyEncoded);
    QList<QUrl> addresses{withPath(url, oauthPart + path), withPath(url, path + openIdPart)};
    if (!path.isEmpty())
        addresses.append(withPath(url, openIdPart + path));
    return addresses;
}

Result<ServerMetadata> readMetadata(const Answer &answer, const QString &issuer)
{
    const Result<Json> root = readSuccess(answer);
    if (!root)
        return std::unexpected(root.error());
    return MetadataReader(answer, *root, issuer).read(issuer);
}

} // namespace tokendesk
