// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/metadata.h"
#include "providers/providertext.h"

#include <QMap>
#include <QStringList>

namespace tokendesk {

/// A provider as it stands in the form, right or not.
struct ProviderDraft
{
    QMap<ProviderField, QString> texts; ///< of all fields but the lists
    QStringList scopes;
    QStringList redirects;
    ClientAuthentication clientAuthentication = ClientAuthentication::Header;
    bool pkce = true;
    bool namesIssuer = false;
    bool asksConsent = false; ///< the consent page is shown at each sign-in
    bool commas = false; ///< between the scopes, where others have blanks

    bool operator==(const ProviderDraft &other) const = default;
};

/// What that provider says.
ProviderDraft draftOf(const Provider &provider);
/// The draft with what a server says of itself in it; its name and its redirect addresses stay.
ProviderDraft withMetadata(ProviderDraft draft, const ServerMetadata &said);
/// The provider that the draft describes, going on from `base`: what the form does not show stays.
Provider providerOf(const ProviderDraft &draft, Provider base);

/// What is wrong or missing, by field; empty where the provider can be made.
QMap<ProviderField, QString> faultsOf(const ProviderDraft &draft);
/// The field that a key of a provider file stands for; Name for one that no field does.
ProviderField fieldOf(const QString &key);

} // namespace tokendesk
