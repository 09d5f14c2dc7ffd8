// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "provider/provider.h"
#include "provider/retired.h"

#include <QString>

namespace tokendesk {

/// What each part of a provider is called where it is entered.
enum class ProviderField {
    Name,
    Authorize,
    Token,
    Issuer,
    Profile,
    Revoke,
    Introspect,
    Device,
    Scopes,
    Redirects,
};

/// The fields that hold an address of the server, in the order of the form.
constexpr ProviderField addressFields[]
    = {ProviderField::Authorize, ProviderField::Token,      ProviderField::Issuer, ProviderField::Profile,
       ProviderField::Revoke,    ProviderField::Introspect, ProviderField::Device};

/// Why an address cannot be one of a server's; empty where it can, and where it is empty.
QString addressFault(const QString &address);
/// Why a permission of that name cannot be asked for on the consent page `authorize`; empty where it can.
QString scopeFault(const QString &scope, const QUrl &authorize);

/// Why a server could not be asked what it is.
QString discoveryFault(const Error &error, const QString &server);
/// Why a provider file cannot be used.
QString providerFault(const Error &error);

/// The scope in words, where its name is a common one.
Scope describedScope(const QString &id);

} // namespace tokendesk
