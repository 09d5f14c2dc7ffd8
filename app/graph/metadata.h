// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/transport.h"
#include "provider/provider.h"

namespace tokendesk {

/// What an authorization server says of itself (RFC 8414 2; OpenID Connect Discovery 1.0 3), as far as a sign-in needs
/// it. An empty address means that it has no such thing.
struct ServerMetadata
{
    QString issuer; ///< byte for byte as it calls itself
    QUrl authorize;
    QUrl token;
    QUrl profile; ///< OpenID Connect's UserInfo
    QUrl revoke; ///< RFC 7009
    QUrl introspect; ///< RFC 7662
    QUrl deviceAuthorization; ///< RFC 8628
    QStringList scopes; ///< that it offers, each once; it may know more
    ClientAuthentication clientAuthentication = ClientAuthentication::Header; ///< the best of those that it takes
    bool pkce = true; ///< takes S256, or says nothing: what it does not know it passes over (RFC 6749 3.1)
    bool namesIssuer = false; ///< RFC 9207 3
};

/// The largest description that is read, bytes.
constexpr qsizetype largestMetadata = 256 * 1024;

/// The issuer in what a person typed or pasted: a host, an issuer, or the address of a server's description. It has no
/// slash at its end. https, or http on this computer, where that is what stands when no scheme was typed.
/// Errors: InvalidInput.
Result<QString> readIssuer(const QString &typed);

/// Where a server of that name may describe itself, in the order to ask: RFC 8414 3.1, which puts the well-known part
/// before the path, OpenID Connect Discovery 1.0 4.1, which puts it behind, and what RFC 8414 5 knows of both. The
/// last is left out where there is no path.
QList<QUrl> metadataAddresses(const QString &issuer);

/// Reads a description, strictly. It must name the issuer that was asked (RFC 8414 3.3): the one whose addresses these
/// are, so that a slash at its end makes no difference. All addresses are https; on this computer http will do where
/// the issuer is here as well. Errors: Malformed, with ErrorHint::OtherIssuer and the name in Error::message where it
/// is the description of another; those of readError.
Result<ServerMetadata> readMetadata(const Answer &answer, const QString &issuer);

} // namespace tokendesk
