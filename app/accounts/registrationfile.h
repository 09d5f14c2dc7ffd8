// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "provider/catalog.h"

namespace tokendesk {

/// The largest registration file that is read, bytes.
constexpr qsizetype largestRegistrationFile = 16 * 1024;

/// What the names of such files end in, without the dot.
inline const QString registrationFileEnding = QStringLiteral("tokendesk-app");

/// Reads what a developer has prepared for a colleague, strictly: UTF-8 JSON of at most 16 KiB, no unknown or repeated
/// key, a known provider, redirect addresses on this computer or those of a relay page, a broker that is https or on
/// this computer. A secret in it is refused by name, so that nobody takes such files for a place to keep one. The id is
/// empty. Errors: InvalidInput with the line that is wrong.
Result<Registration> readRegistrationFile(const QByteArray &json, const Catalog &catalog);

/// What a file says of an app, over what is saved of it: what the file does not speak of stays as it is. The id is that
/// of the saved one, or empty.
Registration overSaved(Registration file, const QList<Registration> &saved);

/// The file for that registration; it has no secret inside.
QByteArray registrationFile(const Registration &app);

/// The hosts that a sign-in with that app talks to, each once: the provider's, the consent page's first, and that of a
/// page which brings the answer on to this computer, and that of a broker.
QStringList hostsOf(const Provider &provider, const Registration &app);

} // namespace tokendesk
