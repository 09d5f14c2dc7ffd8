// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "provider/scope.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <chrono>

namespace tokendesk {

/// An authorization parameter that the provider takes beside the protocol's own, such as force_reauth.
struct OptionalParameter
{
    QString name;
    QString value;
    bool always = false; ///< sent with every authorization; otherwise only where a sign-in asks for it by name
};

/// The addresses of one server. An empty one means that the provider has no such thing.
struct Endpoints
{
    QUrl authorize; ///< RFC 6749 3.1, opened in the browser
    QUrl token; ///< RFC 6749 3.2
    QUrl extend; ///< one-hour token to a long-lived one
    QUrl renew; ///< a fresh lifetime for a long-lived token
    QUrl profile; ///< whose token this is
    QUrl permissions; ///< what it may do
    QUrl graph; ///< what the paths of Facebook's other calls follow, such as /me/accounts
    QUrl revoke; ///< RFC 7009
    QUrl introspect; ///< RFC 7662
    QUrl deviceAuthorization; ///< RFC 8628 3.1; at Facebook device/login
    QUrl deviceStatus; ///< Facebook's device/login_status; RFC 8628 asks the token endpoint
};

/// How the app tells the token endpoint who it is (RFC 6749 2.3).
enum class ClientAuthentication {
    Body, ///< client_secret_post, where there is a secret
    Header, ///< client_secret_basic
    None, ///< a public client: it has no secret (RFC 8252 8.4)
};

/// Which members of a standard server's profile hold what; a point leads into an object. As it is made, the claims of
/// OpenID Connect Core 5.1.
struct ProfileMembers
{
    QString id = QStringLiteral("sub");
    QString username = QStringLiteral("preferred_username");
    QString name = QStringLiteral("name");
    QString picture = QStringLiteral("picture");
};

/// Something that can be read at the provider's API, for a person to try.
struct ApiCall
{
    QString title; ///< "Latest posts"
    QString path; ///< what readApiPath takes, once {account} in it is the account's professional id
    QStringList needs; ///< scopes without which it is refused
    /// The path for that professional id; empty where it needs one and there is none.
    QString pathFor(const QString &professionalId) const;
};

/// Description of one authorization server. Data: resources/providers/*.json and the user's own files.
struct Provider
{
    QString id; ///< lower-case, unique: "instagram"
    QString name; ///< as the person knows it: "Instagram"
    Family family = Family::Standard;
    bool practice = false; ///< the built-in stand-in: endpoints on loopback, no registration asked for
    QString apiVersion; ///< such as "v25.0"; already part of the endpoints
    Endpoints endpoints;
    QString issuer; ///< RFC 8414 2; empty where it is not known
    bool namesIssuer = false; ///< its redirects carry `iss` (RFC 9207): one without it is not its own
    ClientAuthentication clientAuthentication = ClientAuthentication::Body;
    ProfileMembers profileMembers; ///< of the standard family
    QList<OptionalParameter> optionalParameters;
    QString scopeSeparator; ///< "," at Meta, " " by RFC 6749 3.3
    QStringList profileFields; ///< asked for with the profile
    bool pkce = false; ///< takes PKCE S256 (RFC 7636)
    /// Redirect addresses to register, byte for byte, in the order in which they are tried.
    QStringList redirectAddresses;
    std::chrono::seconds shortLifetime{0}; ///< of a token as the code gives it, where the answer says nothing
    std::chrono::seconds longLifetime{0}; ///< of an extended token, where the answer says nothing
    std::chrono::seconds renewableAfter{0}; ///< age below which a renewal is refused
    QUrl dashboard; ///< where the app's id, secret and redirect addresses are found
    QUrl withdraw; ///< where the account's owner takes the app's access away
    QList<Scope> scopes;
    QList<Preset> presets; ///< jobs, in the order in which they are offered
    QList<ForeignScope> elsewhere; ///< what only another way has
    QList<ApiCall> calls; ///< to be tried; none where nothing is known to read there

    const Scope *scope(const QString &scopeId) const;
    /// Have the provider's apps a secret? Public clients have none (RFC 6749 2.1).
    bool hasClientSecret() const { return clientAuthentication != ClientAuthentication::None; }
    /// The ids in `chosen`, all they depend on and all required ones, each once, in the provider's order.
    QStringList withDependencies(const QStringList &chosen) const;
    /// This provider with its loopback endpoints on that port: Practice listens on whichever is free.
    Provider onPort(quint16 port) const;
};

/// The largest provider file that is read, bytes.
constexpr qsizetype largestProviderFile = 256 * 1024;

/// Reads a provider file, strictly: UTF-8 JSON of at most 256 KiB and depth 8, no unknown or repeated key, https
/// endpoints except on loopback, no override of a protocol parameter, known dependencies and presets of known scopes.
/// `language` picks among the texts that a user's own file carries per language ("de"); built-in texts are translated
/// by the program's translation. Beside the `known` providers its id and the paths of its redirect addresses must be
/// new (RFC 9700 4.4.2.2), and where it shows the consent page of one of them, it may name no foreign host. Errors:
/// InvalidInput with Error::line set to the line that is wrong.
Result<Provider> readProvider(const QByteArray &json, const QString &language = {}, const QList<Provider> &known = {});

} // namespace tokendesk
