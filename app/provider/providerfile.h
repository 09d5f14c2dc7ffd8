// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

namespace tokendesk {

/// The file of a provider. It goes on from `before`, the file that it takes the place of: what only other families
/// have, texts in several languages and the like stay where they say the same in `language`. Empty for a new one.
QByteArray providerFile(const Provider &provider, const QByteArray &before = {}, const QString &language = {});

/// A name for the file and for redirect addresses made of what a person calls the provider: "my-login". One that none
/// of the `taken` has.
QString providerIdFrom(const QString &name, const QStringList &taken);

/// The redirect addresses of a provider that is described by hand, on ports that nothing built in has.
QStringList usualRedirectAddresses(const QString &providerId);

/// The hosts that a sign-in talks to, each once, the consent page's first.
QStringList hostsOf(const Provider &provider);

/// The key that stands on that line of a file that providerFile() made; empty where none does.
QString keyOnLine(const QByteArray &file, int line);

} // namespace tokendesk
